"""Where a function is given a thing of the wrong kind, it says what it wants and what to do."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import newsmodel
from newsmodel import Severity
from newsmodel.captions import parse_caption, parse_captions, read_credit
from newsmodel.errors import ArgumentError, FieldError, UnknownRuleError
from newsmodel.formats import html, json, newsml, ninjs
from newsmodel.model import (
    Article,
    Emphasis,
    ImageCaption,
    Message,
    Paragraph,
    Translation,
    latest,
    transform,
    walk,
)
from newsmodel.quotes import find_quotes, mark
from newsmodel.testing import examples

NO_NEWS: dict[str, Any] = {
    "none": None, "number": 5, "text": "<p>x</p>", "bytes": b"{}", "list": [examples.an_article()],
    "part": examples.an_article().body[0],
}  # fmt: skip
NO_DOCUMENT: dict[str, Any] = {
    "none": None, "number": 5, "list": [123, 125], "object": {"newsmodel": "1.0"},
    "path": Path("a.json"), "file": io.BytesIO(b"{}"),
}  # fmt: skip
NO_FILE: dict[str, Any] = {"none": None, "number": 5, "bytes": b"a.json", "text": io.StringIO("{}")}


def named(things: dict[str, Any]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("thing", things.values(), ids=list(things))


def refused(call: Callable[[], Any]) -> ArgumentError:
    with pytest.raises(ArgumentError, match=r" was expected, not .*: ") as caught:
        call()
    return caught.value


@named(NO_NEWS)
def test_what_is_no_article_is_not_written(format: Any, thing: Any, tmp_path: Path) -> None:
    target = tmp_path / "a"
    for call in (
        lambda: format.module.dumps(thing),
        lambda: format.module.dump(thing, target),
        lambda: format.module.losses(thing),
    ):
        assert refused(call).value is thing
    assert not list(tmp_path.iterdir())


@named(NO_DOCUMENT)
def test_what_is_no_document_is_not_read(format: Any, thing: Any) -> None:
    assert refused(lambda: format.module.loads(thing)).value is thing
    check: Any = getattr(format.module, "check", None)
    if check is not None:
        refused(lambda: check(thing))


@pytest.mark.parametrize("kind", [bytearray, memoryview])
def test_buffers_of_bytes_are_read_like_bytes(format: Any, kind: Any) -> None:
    document = format.module.dumps(examples.an_article()).encode()
    assert format.module.loads(kind(document)) == format.module.loads(document)


@named(NO_FILE)
def test_what_is_no_file_is_neither_read_nor_written(format: Any, thing: Any) -> None:
    module = format.module
    for call in (
        lambda: module.load(thing),
        lambda: list(module.iterload(thing)),
        lambda: module.dump(examples.an_article(), thing),
    ):
        assert refused(call).value is thing


@named(NO_FILE)
def test_the_verbs_want_paths(thing: Any, tmp_path: Path) -> None:
    good = tmp_path / "a.json"
    newsmodel.write(examples.an_article(), good)
    for call in (
        lambda: newsmodel.read(thing),
        lambda: list(newsmodel.iterread(thing)),
        lambda: newsmodel.write(examples.an_article(), thing),
        lambda: newsmodel.convert(thing, tmp_path / "b.html"),
        lambda: newsmodel.convert(good, thing),
    ):
        assert refused(call).value is thing


@named(NO_NEWS)
def test_the_verbs_want_articles(thing: Any, tmp_path: Path) -> None:
    for call in (
        lambda: newsmodel.write(thing, tmp_path / "a.json"),
        lambda: newsmodel.check(thing),
        lambda: newsmodel.validate(thing),
        lambda: newsmodel.public(thing),
    ):
        assert refused(call).value is thing
    assert not list(tmp_path.iterdir())


def test_of_a_message_its_articles_are_wanted(format: Any) -> None:
    message = examples.a_message()
    if format.name in ("json", "newsml"):
        assert format.module.loads_message(format.module.dumps(message)) == message
    else:
        assert "gather" in str(refused(lambda: format.module.dumps(message)))
    assert "gather" in str(refused(lambda: newsmodel.check(message)))  # type: ignore[arg-type]  # what is tested


@pytest.mark.parametrize("module", [json, newsml], ids=["json", "newsml"])
@named({"none": None, "article": examples.an_article(), "wrong": [None]})
def test_many_are_written_only_where_they_are_many(module: Any, thing: Any, tmp_path: Path) -> None:
    refused(lambda: module.dump_all(thing, tmp_path / "a"))
    assert not list(tmp_path.iterdir())


def test_a_misspelt_word_is_refused(format: Any) -> None:
    article = examples.an_article()
    with pytest.raises(ValueError, match="'ignore' or 'raise'"):
        format.module.dumps(article, on_loss="rais")


def test_a_misspelt_word_about_unknown_keys_is_refused() -> None:
    document: Any = json.dumps(examples.an_article())
    wrong: Any = "keepp"
    for call in (json.loads, json.loads_message, json.check):
        with pytest.raises(ValueError, match="'refuse' or 'keep'"):
            call(document, unknown=wrong)


NO_ARTICLE = {
    "none": None, "text": "x", "list": [Article(id="a")], "message": Message(),
}  # fmt: skip


@named({**NO_ARTICLE, "translation": Translation(language="de")})
def test_what_works_on_articles_wants_one(thing: Any) -> None:
    for call in (lambda: mark(thing), lambda: parse_captions(thing)):
        assert refused(call).value is thing


@named(NO_ARTICLE)
def test_what_works_on_versions_wants_one(thing: Any) -> None:
    for call in (lambda: walk(thing), lambda: transform(thing, str)):
        assert refused(call).value is thing


@named({"none": None, "bytes": b"x", "article": Article(id="a"), "caption": ImageCaption(text="x")})
def test_what_works_on_text_wants_a_string(thing: Any) -> None:
    for call in (
        lambda: find_quotes(thing),
        lambda: parse_caption(thing),
        lambda: read_credit(thing),
    ):
        error = refused(call)
        assert error.value is thing
        assert ("its `text`" in str(error)) is hasattr(thing, "text")


def test_other_slips_are_named_too() -> None:
    article, none = Article(id="a"), None
    assert refused(lambda: latest(article)).value is article  # type: ignore[arg-type]  # what is tested
    assert refused(lambda: article.in_language(none)).expected == "a language tag"  # type: ignore[arg-type]  # what is tested


@pytest.mark.parametrize("wrong", [3, b"x", {"a": 1}, [3], [[Emphasis()]]])
def test_what_a_rewrite_returns_is_refused_by_name(wrong: Any) -> None:
    article = Article(id="a", body=[Paragraph(content=["One."])])
    with pytest.raises(FieldError, match=r"Paragraph\.content\[0\]"):
        transform(article, lambda node: wrong if isinstance(node, str) else node)
    with pytest.raises(FieldError, match=r"Article\.body\[0\]"):
        transform(article, lambda node: node if isinstance(node, str) else wrong)


BROKEN: tuple[tuple[Any, str, str], ...] = (
    (json.check, "{", "json-syntax"),
    (newsml.check, "<a", "schema.xml"),
    (ninjs.check, "{", "ninjs-json"),
    (html.check, "", "html.unreadable"),
)


@pytest.mark.parametrize(("check", "document", "rule"), BROKEN)
def test_rules_for_documents_are_switched_off_and_made_lighter_in_one_way(
    check: Any, document: str, rule: str
) -> None:
    assert rule in {problem.rule for problem in check(document)}
    assert rule not in {problem.rule for problem in check(document, off=[rule])}
    lighter = check(document, severity={rule: Severity.INFO})
    assert {p.severity for p in lighter if p.rule == rule} == {Severity.INFO}
    with pytest.raises(UnknownRuleError, match="did you mean"):
        check(document, off=f"{rule}s")
    with pytest.raises(ArgumentError, match="for `off`"):
        check(document, off=None)
    with pytest.raises(ValueError, match="it may be error"):
        check(document, severity={rule: "fatal"})

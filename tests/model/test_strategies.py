import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import find, given, settings, strategies as st

import newsmodel.model
from newsmodel.errors import OptionError
from newsmodel.formats.registry import FORMATS
from newsmodel.model import (
    Article,
    Concept,
    Figure,
    Link,
    Message,
    Model,
    Paragraph,
    Problem,
    Status,
    public,
    walk,
)
from newsmodel.model.base import fields_of
from newsmodel.testing import strategies
from newsmodel.testing.assertions import assert_round_trips

CLASSES = [
    c
    for name in newsmodel.model.__all__
    if isinstance(c := getattr(newsmodel.model, name), type) and issubclass(c, Model)
]


def within(model: Any) -> Iterator[Model]:
    if isinstance(model, tuple):
        for part in model:
            yield from within(part)
    elif isinstance(model, Model):
        yield model
        for field in fields_of(type(model)):
            yield from within(getattr(model, field.name))


@pytest.mark.parametrize("cls", [*CLASSES, Problem], ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("for_format", [None, "newsml", "html"])
def test_there_are_objects_of_every_class(cls: Any, for_format: str | None) -> None:
    @settings(max_examples=1)
    @given(strategies.model(cls, for_format=for_format))
    def check(made: object) -> None:
        assert isinstance(made, cls)

    check()


@pytest.mark.parametrize("name", strategies.__all__)
def test_every_function_gives_a_strategy_and_says_of_what(name: str) -> None:
    function = getattr(strategies, name)
    assert function.__doc__
    assert isinstance(function(*[Model] * (name == "model")), st.SearchStrategy)


@given(strategies.articles() | strategies.articles(for_format="newsml", awkward=True))
def test_ids_and_languages_of_an_article_occur_once(article: Article) -> None:
    parts: tuple[Any, ...] = (
        article,
        *article.translations,
        *article.images,
        *article.videos,
        *article.audios,
    )
    ids = [part.id for part in parts if part.id is not None]
    assert len(set(ids)) == len(ids)
    assert "" not in ids
    tags = [(v.language or "").lower() for v in (article, *article.translations)]
    assert len(set(tags)) == len(tags)


@given(strategies.articles() | strategies.messages())
def test_nothing_was_found_by_any_reader(model: Model) -> None:
    assert not any(getattr(part, "findings", ()) for part in within(model))


@given(strategies.articles(for_format="newsml"))
def test_newsml_gets_codes_addresses_and_versions_of_the_right_form(article: Article) -> None:
    for part in within(article):
        if isinstance(part, Concept) and part.qcode is not None:
            assert re.fullmatch(r"[A-Za-z][\w.-]*:\S+", part.qcode)
        if isinstance(part, Link) and part.href is not None:
            assert part.href.startswith("https://example.com/")
        for name in ("version", "rank", "source_version"):
            assert getattr(part, name, None) != 0


@given(strategies.articles(for_format="html"))
def test_html_gets_what_may_be_published(article: Article) -> None:
    assert (article.status, article.embargo) == (Status.USABLE, None)
    assert public(article).id == article.id


@pytest.mark.parametrize("awkward", [False, True], ids=["usual", "awkward"])
@pytest.mark.parametrize("name", [format.name for format in FORMATS])
def test_what_is_made_for_a_format_comes_back_from_it(name: str, awkward: bool) -> None:  # noqa: FBT001
    @settings(max_examples=30)
    @given(strategies.articles(for_format=name, awkward=awkward))
    def check(article: Article) -> None:
        assert_round_trips(article, name)
        assert article.findings == ()

    check()


@pytest.mark.parametrize("name", ["html", "ninjs", "text"])
def test_there_are_no_messages_for_formats_of_articles(name: str) -> None:
    with pytest.raises(OptionError, match=f"{name} holds articles, and no messages"):
        strategies.messages(for_format=name)


@given(strategies.messages(for_format="newsml"))
def test_the_items_of_a_message_are_one_each(message: Message) -> None:
    ids = [item.id for item in message.items]
    assert len(set(ids)) == len(ids) > 0
    for package in message.packages:
        groups = [group.id for group in package.groups]
        assert package.root == (groups[0] if groups else None)


@given(strategies.articles())
def test_bodies_are_small_and_not_deep(article: Article) -> None:
    paths = [path for path, _ in walk(article)]
    assert max((path.count(".") for path in paths), default=0) <= 8
    assert len(paths) < 300


@given(strategies.text(min_size=2) | strategies.text(min_size=2, awkward=True))
def test_text_is_what_every_field_of_words_takes(text: str) -> None:
    assert len(text) >= 2
    assert Paragraph(content=text).text == text


@pytest.mark.parametrize("part", ["<", "\n", "  ", "שלום", "\u2028", "</script>", "\t"])
def test_text_holds_every_kind_of_trouble(part: str) -> None:
    found = find(strategies.text(), lambda text: part in text, settings=settings(max_examples=5000))
    assert len(found) <= len(part) + 8


def test_what_is_found_is_small_enough_to_read() -> None:
    found = find(
        strategies.articles(),
        lambda article: any(isinstance(node, Figure) for _, node in walk(article)),
        settings=settings(max_examples=500),
    )
    assert len(repr(found)) < 150

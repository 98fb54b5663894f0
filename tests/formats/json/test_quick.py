"""The quick reader takes only what the thorough one takes, and gives the same."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given

from newsmodel.errors import ParseError
from newsmodel.formats import json as news_json
from newsmodel.formats._shared import encoding
from newsmodel.formats.json import decoding
from newsmodel.model import Article, Message, Video
from newsmodel.model.base import fields_of
from newsmodel.plain import from_plain, to_plain
from newsmodel.plain.classes import concrete, model_classes
from newsmodel.plain.quick import Unfit, quickly_structured
from newsmodel.testing import examples, strategies
from newsmodel.testing.assertions import assert_same_article
from tests.formats.json.documents import JUNK, documents, spoilt_documents, text_of


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "FAST", False)


def fields(document: dict[str, Any]) -> tuple[type[Article | Message] | None, Any]:
    cls = {"Article": Article, "Message": Message}.get(str(document.get("type")))
    return cls, {k: v for k, v in document.items() if k not in ("newsmodel", "type")}


@given(spoilt_documents())
def test_what_is_read_quickly_is_read_thoroughly_too(document: dict[str, Any]) -> None:
    cls, plain = fields(document)
    plain, clean = decoding.decode(text_of(plain))
    if cls is None or not clean:
        return
    try:
        quick = quickly_structured(cls, plain)
    except Unfit:
        return
    assert_same_article(quick, from_plain(cls, plain))


@given(documents())
def test_what_we_write_is_read_quickly(document: dict[str, Any]) -> None:
    cls, plain = fields(document)
    assert cls is not None
    assert_same_article(quickly_structured(cls, plain), from_plain(cls, plain))


@given(spoilt_documents())
def test_the_extra_decides_nothing(document: dict[str, Any]) -> None:
    for indent in (None, 2):
        text = text_of(document, indent=indent)
        with pytest.MonkeyPatch.context() as patch:
            fast = outcome(text)
            patch.setattr(encoding, "FAST", False)
            assert outcome(text) == fast


def outcome(text: str) -> Any:
    try:
        return repr(news_json.loads_message(text))
    except ParseError as error:
        return error.reasons


@given(strategies.articles() | strategies.articles(awkward=True))
def test_the_extra_changes_no_document(article: Article) -> None:
    with pytest.MonkeyPatch.context() as patch:
        fast = [news_json.dumps(article, indent=indent) for indent in (None, 2, 3)]
        patch.setattr(encoding, "FAST", False)
        assert [news_json.dumps(article, indent=indent) for indent in (None, 2, 3)] == fast


@pytest.mark.parametrize("number", [0.0, -0.0, 1e-4, 9.9e-5, 1e-7, 5e-324, 1e15, 1e16, 1e22, 1e308])
def test_every_number_is_spelled_one_way(number: float, monkeypatch: pytest.MonkeyPatch) -> None:
    article = examples.an_article(videos=[Video(duration=number)])
    fast = news_json.dumps(article)
    monkeypatch.setattr(encoding, "FAST", False)
    assert news_json.dumps(article) == fast
    again = news_json.loads(fast).videos[0].duration
    assert repr(again) == repr(number)


def test_whole_numbers_of_any_size_come_through() -> None:
    article = examples.an_article(version=10**40)
    assert news_json.loads(news_json.dumps(article)).version == 10**40


@pytest.mark.usefixtures("without_extra")
@given(documents())
def test_without_the_extra_all_is_the_same(document: dict[str, Any]) -> None:
    read = news_json.loads_message(text_of(document))
    again = read if document["type"] == "Message" else read.articles[0]
    assert to_plain(again) == fields(document)[1]


@pytest.mark.parametrize("cls", model_classes(), ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("junk", [None, 0, True, "", "id", [], ["id"], ()], ids=repr)
def test_what_is_no_object_is_not_taken_for_one(cls: type, junk: object) -> None:
    if concrete(cls) == (cls,):
        with pytest.raises(Unfit):
            quickly_structured(cls, junk)


@pytest.mark.parametrize("cls", model_classes(), ids=lambda cls: cls.__name__)
def test_each_field_takes_the_same_values(cls: type) -> None:
    """Every field of every class with every value that is sound somewhere, or nowhere."""
    if concrete(cls) != (cls,):
        return
    needed = {f.name: "x" for f in fields_of(cls) if f.default is attrs.NOTHING}
    for field in fields_of(cls):
        for value in JUNK:
            same_for_both(cls, {**needed, field.name: value})


def same_for_both(cls: type, plain: dict[str, Any]) -> None:
    again, clean = decoding.decode(text_of(plain))
    try:
        quick = quickly_structured(cls, again) if clean else None
    except Unfit:
        quick = None
    if quick is not None:
        assert repr(quick) == repr(from_plain(cls, again))

import datetime as dt
import pickle
from typing import Any

import attrs
import pytest

from newsmodel.errors import FieldError, NewsModelError
from newsmodel.model import (
    Article,
    Audio,
    Concept,
    Correction,
    Embargo,
    Emphasis,
    Figure,
    FocalPoint,
    Group,
    Heading,
    ImageCaption,
    InlineQuote,
    Link,
    ListBlock,
    ListItem,
    Mention,
    Message,
    Package,
    Paragraph,
    Position,
    Rendition,
    Section,
    Table,
    TableCell,
    Text,
    Time,
    Timestamp,
    Translation,
    transform,
)
from newsmodel.model.tree import Visited

SECONDS = dt.timezone(dt.timedelta(hours=1, seconds=30))
FAR = dt.timezone(dt.timedelta(hours=15))

REFUSED: list[tuple[Any, str, Any, str]] = [
    # wrong kinds
    (Article, "id", None, "is not a string"),
    (Article, "id", 7, "is not a string"),
    (Article, "id", b"x", "is not a string"),
    (Article, "headline", 7, "is not a string"),
    (Article, "urgency", "5", "is not a whole number"),
    (Article, "urgency", 5.0, "is not a whole number"),
    (Article, "urgency", True, "is not a whole number"),
    (Concept, "public", 1, "is neither True nor False"),
    (Concept, "public", None, "is neither True nor False"),
    (Position, "latitude", "50", "is not a finite number"),
    (Position, "latitude", float("nan"), "is not a finite number"),
    (Position, "latitude", float("inf"), "is not a finite number"),
    (Position, "latitude", True, "is not a finite number"),
    (Article, "provider", "Example", "is not of class Concept"),
    (Article, "rights", Concept(), "is not of class Rights"),
    (Mention, "concept", None, "is not of class Concept"),
    (Package, "item", Translation(), "is not of class Article"),
    # wrong members
    (Article, "images", [Audio()], "is not of class Image"),
    (Article, "body", [Emphasis()], "is not of class Block"),
    (Article, "body", [None], "is not of class Block"),
    (Article, "keywords", [7], "is not of class Text"),
    (Article, "content_warnings", ["a", 7], "is not a string"),
    (Paragraph, "content", [Paragraph()], "is not of class str or Inline"),
    (ListItem, "content", [ListItem()], "is not of class str or Inline or Block"),
    (ListBlock, "items", [Paragraph()], "is not of class ListItem"),
    (Group, "members", ["x"], "is not of class GroupRef or Link or ConceptRef"),
    (Message, "items", [Translation()], "is not of class Article or Package or OtherItem"),
    # no collections
    (Article, "images", 7, "is not a collection"),
    (Article, "images", None, "is not a collection"),
    (Article, "body", "One.", "is not a collection"),
    (Article, "body", Paragraph(), "is not a collection"),
    (Article, "keywords", "rain", "is not a collection"),
    (Article, "content_warnings", "blood", "is not a collection"),
    (ImageCaption, "photographers", "A. Name", "is not a collection"),
    (Section, "blocks", "One.", "is not a collection"),
    (ListBlock, "items", "One.", "is not a collection"),
    (Table, "rows", {}, "is not a collection"),
    (Paragraph, "content", 7, "is not a collection"),
    (Paragraph, "content", None, "is not a collection"),
    (Article, "body", {"One.": 1}, "is not a collection"),
    (Article, "keywords", {"rain": 1}, "is not a collection"),
    (ListBlock, "items", {"one": 1}, "is not a collection"),
    (Paragraph, "content", {"One.": 1}, "is not a collection"),
    # bounds
    (Position, "latitude", 10**400, "is not a finite number"),
    (Article, "urgency", 0, "is not between 1 and 9"),
    (Article, "urgency", 10, "is not between 1 and 9"),
    (Heading, "level", 7, "is not between 1 and 6"),
    (Concept, "confidence", 101, "is not between 0 and 100"),
    (Position, "latitude", 90.5, "is not between -90 and 90"),
    (Position, "longitude", -181, "is not between -180 and 180"),
    (FocalPoint, "x", 1.01, "is not between 0 and 1"),
    (Rendition, "width", -1, "is less than 0"),
    (Rendition, "duration", -0.5, "is less than 0"),
    (TableCell, "colspan", 0, "is less than 1"),
    # closed vocabularies
    (Article, "kind", "novel", "is none of text, picture"),
    (Article, "status", None, "is none of usable, withheld, canceled"),
    (Correction, "kind", "", "is none of correction"),
    # languages
    (Article, "language", "", "is not a language tag"),
    (Article, "language", "Old English", "is not a language tag"),
    (Article, "language", "en_US", "is not a language tag"),
    (Article, "language", "en ", "is not a language tag"),
    (Text, "language", "\u212a\u212a", "is not a language tag"),
    (Text, "language", "en\n", "is not a language tag"),
    (Link, "hreflang", "a", "is not a language tag"),
    # times
    (Embargo, "until", dt.date(2024, 1, 10), "is not a datetime"),
    (Embargo, "until", "2024-01-10T09:00:00Z", "is not a datetime"),
    (Timestamp, "value", None, "is not a datetime"),
    (Article, "created", "2024", "is not of class datetime or date"),
    (Time, "value", 2024, "is not of class datetime or date"),
    (Embargo, "until", dt.datetime(2024, 1, 10, tzinfo=SECONDS), "has an offset that is not of"),
    (Embargo, "until", dt.datetime(2024, 1, 10, tzinfo=FAR), "has an offset that is not of"),
    # what no format can hold
    (Article, "headline", "a\x00b", r"holds U\+0000"),
    (Article, "headline", "a\x0bb", r"holds U\+000B"),
    (Article, "headline", "a\r\nb", r"holds U\+000D"),
    (Article, "headline", "\x1f", r"holds U\+001F"),
    (Article, "headline", "It\x92s", r"holds U\+0092"),
    (Article, "headline", "\x7f", r"holds U\+007F"),
    (Article, "headline", "\ufdd0", r"holds U\+FDD0"),
    (Article, "headline", "\ud800", r"holds U\+D800"),
    (Article, "headline", "\ufffe", r"holds U\+FFFE"),
    (Article, "headline", "\U0001fffe", r"holds U\+1FFFE"),
    (Article, "headline", "\U000400ff\U0010ffff", r"holds U\+10FFFF"),
    (Paragraph, "content", ["a\x01"], r"holds U\+0001"),
    (Paragraph, "attributes", {"class": "\x02"}, r"holds U\+0002"),
    (InlineQuote, "marks", ("\x03", ""), r"holds U\+0003"),
    # pairs
    (InlineQuote, "marks", '""', "does not have 2 parts"),
    (InlineQuote, "marks", 3, "does not have 2 parts"),
    (InlineQuote, "marks", ("«",), "does not have 2 parts"),
    (Paragraph, "attributes", [("class",)], "does not have 2 parts"),
    (Paragraph, "attributes", ["ab"], "does not have 2 parts"),
    (Paragraph, "attributes", "class", "is not a collection"),
]

NEEDED: dict[Any, dict[str, Any]] = {
    Article: {"id": "x"},
    Figure: {"image_id": "x"},
    FocalPoint: {"x": 0, "y": 0},
    Package: {"item": Article(id="x")},
    Position: {"latitude": 0, "longitude": 0},
    Text: {"value": "x"},
    Timestamp: {"value": dt.datetime(2024, 1, 10, tzinfo=dt.UTC)},
}


def name_of(case: tuple[Any, str, Any, str]) -> str:
    cls, field, value, _ = case
    return f"{cls.__name__}.{field}={ascii(value)[-70:]}"


@pytest.mark.parametrize("case", REFUSED, ids=name_of)
def test_what_has_no_meaning_is_refused_by_name(case: tuple[Any, str, Any, str]) -> None:
    cls, field, value, reason = case
    with pytest.raises(FieldError, match=reason) as caught:
        cls(**{**NEEDED.get(cls, {}), field: value})
    error = caught.value
    assert (error.owner, error.field) == (cls.__name__, field)
    assert str(error).startswith(f"{cls.__name__}.{field}{error.place}: ")
    assert isinstance(error, NewsModelError)
    assert isinstance(error, ValueError)


@pytest.mark.parametrize("case", REFUSED, ids=name_of)
def test_changing_a_field_is_checked_like_making_it(case: tuple[Any, str, Any, str]) -> None:
    cls, field, value, reason = case
    made = cls(**NEEDED.get(cls, {}))
    with pytest.raises(FieldError, match=reason):
        attrs.evolve(made, **{field: value})


def test_a_long_value_is_shortened_in_the_message_and_kept_in_the_error() -> None:
    long = ["word"] * 1000
    with pytest.raises(FieldError) as caught:
        Article(id="x", headline=long)  # type: ignore[arg-type]
    assert len(str(caught.value)) < 200
    assert caught.value.value == long
    assert pickle.loads(pickle.dumps(caught.value)).value == long


LATE = "The ferry sails again. " * 40 + "\x07" + "It is so." * 40
MEMBERS: list[tuple[Any, str, Any, str, object]] = [
    (Article, "body", ["One.", Paragraph(), {"type": "p"}, 7], "[2]", {"type": "p"}),
    (Article, "keywords", ["a", "b", 7], "[2]", 7),
    (Article, "content_warnings", ["a", "b\x01"], "[1]", "b\x01"),
    (Paragraph, "content", ["one", "run", Emphasis(), None], "[2]", None),
    (Paragraph, "attributes", {"class": "a", "id": 7}, "[1][1]", 7),
    (Paragraph, "attributes", [("class", "a"), ("id",)], "[1]", ("id",)),
    (InlineQuote, "marks", ("«", 3), "[1]", 3),
]


@pytest.mark.parametrize("case", MEMBERS, ids=lambda case: f"{case[1]}{case[3]}")
@pytest.mark.parametrize("given", ["list", "generator"])
def test_of_a_collection_the_member_that_is_wrong_is_named(
    case: tuple[Any, str, Any, str, object], given: str
) -> None:
    cls, field, values, place, wrong = case
    if given == "generator":
        values = (each for each in (values.items() if isinstance(values, dict) else values))
    with pytest.raises(FieldError) as caught:
        cls(**{**NEEDED.get(cls, {}), field: values})
    assert caught.value.place == place
    assert caught.value.value == wrong
    assert str(caught.value).startswith(f"{cls.__name__}.{field}{place}: {wrong!r} ")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_of_a_wrong_class_it_is_said_which() -> None:
    with pytest.raises(FieldError, match=r"'y': 1} is not of class Block, but dict$"):
        Article(id="x", body=["One.", {"y": 1}])  # type: ignore[list-item]
    with pytest.raises(FieldError, match=r"'Example' is not of class Concept, but str$"):
        Article(id="x", provider="Example")  # type: ignore[arg-type]


def test_what_no_format_can_hold_is_found_in_a_long_text() -> None:
    with pytest.raises(FieldError, match=r"U\+0007 at index 920, after ' ferry sails again\. '"):
        Article(id="x", headline=LATE)
    with pytest.raises(FieldError, match=r"Paragraph\.content\[0\]: .* at index 920, after"):
        Article(id="x", body=["One.", LATE])


def test_what_a_rewrite_returns_is_checked_too() -> None:
    article = Article(id="x", body=["One."])

    def misplaced(node: Visited) -> Visited:
        return Paragraph() if isinstance(node, str) else node

    with pytest.raises(FieldError, match=r"Paragraph\.content"):
        transform(article, misplaced)


@pytest.mark.parametrize("name", ["headlin", "subtitle"])
def test_an_unknown_field_is_a_type_error(name: str) -> None:
    with pytest.raises(TypeError, match=name):
        Article(id="x", **{name: "y"})  # type: ignore[arg-type]

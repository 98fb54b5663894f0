import datetime as dt
from enum import StrEnum
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from newsmodel.model import (
    Address,
    Article,
    Block,
    Concept,
    Embargo,
    Emphasis,
    Heading,
    ImageRole,
    Inline,
    Kind,
    ListBlock,
    ListItem,
    Paragraph,
    Position,
    Rendition,
    Table,
    TableCell,
    Text,
    Translation,
)
from newsmodel.testing import strategies


def made(cls: type, **fields: Any) -> Any:
    """An object of a class; type checkers do not see what is given, which may be of other types."""
    return cls(**fields)


# ------------------------------------------------------------------ collections
@pytest.mark.parametrize("make", [list, tuple, iter], ids=lambda make: make.__name__)
def test_any_iterable_of_words_will_do(make: type) -> None:
    article = made(Article, id="x", content_warnings=make(["rain", "wind"]))
    assert article.content_warnings == ("rain", "wind")


def test_the_keys_of_a_mapping_will_do_where_they_are_asked_for() -> None:
    article = made(Article, id="x", content_warnings={"rain": 1, "wind": 2}.keys())
    assert article.content_warnings == ("rain", "wind")


def test_generators_fill_every_collection() -> None:
    article = made(
        Article,
        id="x",
        body=(f"{n}." for n in (1, 2)),
        keywords=(word for word in ["rain"]),
        translations=(Translation(language=tag) for tag in ("en", "uk")),
    )
    assert article.body == (Paragraph(content=("1.",)), Paragraph(content=("2.",)))
    assert article.keywords == (Text(value="rain"),)
    assert article.languages == ("en", "uk")


@given(st.lists(strategies.concepts(), max_size=3))
def test_a_list_is_as_good_as_a_tuple(concepts: list[Concept]) -> None:
    of_list, of_tuple = (made(Article, id="x", subjects=make(concepts)) for make in (list, tuple))
    assert of_list == of_tuple
    assert hash(of_list) == hash(of_tuple)
    assert type(of_list.subjects) is tuple


# ------------------------------------------------------------------ running text
def test_neighbouring_strings_are_joined_and_empty_ones_dropped() -> None:
    content: list[str | Inline] = ["", "It ", "rai", "", Emphasis(content="ned"), "", ".", ""]
    assert Paragraph(content=content).content == ("It rai", Emphasis(content="ned"), ".")


def test_a_string_stands_for_its_text() -> None:
    assert Paragraph(content="Rain.") == Paragraph(content=["Ra", "in."])
    assert Paragraph(content="") == Paragraph()
    assert ListItem(content="Rain.").content == ("Rain.",)
    assert Table(caption="Rain").caption == ("Rain",)


@given(st.lists(strategies.text() | strategies.inlines(), max_size=5))
def test_however_it_is_cut_up_running_text_is_the_same(runs: list[str | Inline]) -> None:
    whole = Paragraph(content=runs)
    letters: list[str | Inline] = [
        c for run in runs for c in (run if isinstance(run, str) else [run])
    ]
    assert Paragraph(content=letters) == whole
    assert "" not in whole.content
    kinds = [isinstance(run, str) for run in whole.content]
    assert (True, True) not in set(pairwise(kinds))


def test_strings_stand_for_plain_paragraphs_list_items_and_labels() -> None:
    assert Article(id="x", body=["One.", Heading(content="Two")]).body[0] == Paragraph(
        content="One."
    )
    assert ListBlock(items=["one"]).items == (ListItem(content="one"),)
    assert Concept(names=["Kyiv"]).names == (Text(value="Kyiv"),)
    assert Address(lines=["Main Street 1"]).lines == (Text(value="Main Street 1"),)


def test_text_and_blocks_may_stand_side_by_side_in_lists_and_cells() -> None:
    mixed: list[str | Block] = ["a", "b", Paragraph(content="c"), "d"]
    assert ListItem(content=mixed).content == ("ab", Paragraph(content="c"), "d")
    assert TableCell(content=mixed).content == ("ab", Paragraph(content="c"), "d")


# ------------------------------------------------------------------ attributes
def test_attributes_are_sorted_and_may_come_as_a_mapping() -> None:
    expected = (("class", "lead"), ("data-a", ""), ("id", "p1"))
    assert (
        made(Paragraph, attributes={"id": "p1", "class": "lead", "data-a": ""}).attributes
        == expected
    )
    assert made(Paragraph, attributes=reversed(expected)).attributes == expected
    assert made(Paragraph, attributes=[["id", "p1"]]).attributes == (("id", "p1"),)


# ------------------------------------------------------------------ words and numbers
def test_words_of_closed_vocabularies_may_come_as_strings() -> None:
    article = made(Article, id="x", kind="picture")
    assert article.kind is Kind.PICTURE
    assert repr(article) == "Article(id='x', kind=Kind.PICTURE)"
    assert ImageRole("lead") is ImageRole.LEAD


class Shout(StrEnum):
    HELLO = "hello"


def test_strings_numbers_and_flags_are_plain_ones() -> None:
    assert type(Article(id="x", headline=Shout.HELLO).headline) is str
    assert repr(Article(id="x", headline=Shout.HELLO)) == "Article(id='x', headline='hello')"
    position = Position(latitude=50, longitude=30)
    assert type(position.latitude) is float
    assert Rendition(width=0).width == 0


# ------------------------------------------------------------------ times
KYIV = ZoneInfo("Europe/Kyiv")


@pytest.mark.parametrize(
    ("month", "offset"),
    [pytest.param(1, "+02:00", id="winter"), pytest.param(7, "+03:00", id="summer")],
)
def test_a_zone_becomes_the_offset_it_had(month: int, offset: str) -> None:
    until = Embargo(until=dt.datetime(2024, month, 10, 9, tzinfo=KYIV)).until
    assert until is not None
    assert until.isoformat() == f"2024-0{month}-10T09:00:00{offset}"
    assert type(until.tzinfo) is dt.timezone


def test_the_second_of_two_equal_hours_keeps_its_offset() -> None:
    twice = dt.datetime(2024, 10, 27, 3, 30, tzinfo=KYIV)
    offsets = [Embargo(until=twice.replace(fold=fold)) for fold in (0, 1)]
    assert [e.until.isoformat()[-6:] for e in offsets if e.until] == ["+03:00", "+02:00"]
    assert all(e.until and e.until.fold == 0 for e in offsets)


@given(strategies.moments())
def test_a_fixed_offset_and_none_are_kept_to_the_microsecond(moment: dt.datetime) -> None:
    until = Embargo(until=moment).until
    assert until is not None
    assert until.isoformat() == moment.isoformat()
    assert until.tzinfo == moment.tzinfo


def test_a_day_is_not_a_moment() -> None:
    day, midnight = dt.date(2024, 1, 10), dt.datetime(2024, 1, 10)  # noqa: DTZ001
    assert Article(id="x", created=day) != Article(id="x", created=midnight)
    assert type(Article(id="x", created=day).created) is dt.date

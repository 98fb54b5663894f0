"""Lines that a text repeats are seen once, and are all there when the page is read."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from newsmodel.formats import html, text
from newsmodel.model import (
    Article,
    Block,
    Dateline,
    Heading,
    ListBlock,
    Paragraph,
    Section,
    SectionKind,
    Text,
)
from tests.formats.html.looking import an_article, metas, seen, with_class, words

LINE = "MARSH BAY (Example) -"


def visible_words(element: Any) -> str:
    if element.get("hidden") is not None or element.tag in ("head", "script"):
        return ""
    parts = [visible_words(c) + " " + (c.tail or "") for c in element if isinstance(c.tag, str)]
    return " ".join([element.text or "", *parts])


def selected(page: Any, selector: str) -> list[Any]:
    """The elements that a selector of a class, or of the value of an attribute, is for."""
    if selector.startswith("."):
        return with_class(page, selector[1:])
    name, _, value = selector.strip("[]").partition("=")
    return [e for e in page.iter() if e.get(name) == value.strip('"')]


def feed(*blocks: Block) -> Article:
    """As agencies send it: keywords, then the lines of the head, then the text."""
    part = Section(kind=SectionKind.SECTION, blocks=[*blocks, f"{LINE} The ferry sails."])
    first = Section(kind=SectionKind.DIVISION, blocks=[ListBlock(items=["Ferries"])])
    fields: dict[str, Any] = {"byline": "By Ann Sample", "dateline": Dateline(text=LINE)}
    return an_article(first, "Summary", part, **fields)


@pytest.mark.parametrize(
    "blocks",
    [
        [Heading(content="Ferry  to sail", level=3), Paragraph(content="By Ann Sample")],
        [Paragraph(content="Ferry to sail", language="uk"), Heading(content="By Ann Sample")],
        [Heading(content="Ferry to sail", language="ar")],
        [],
    ],
)
def test_headline_byline_and_dateline_are_seen_once(blocks: list[Block]) -> None:
    article = feed(*blocks)
    page = html.dumps(article)
    text = " ".join(visible_words(seen(page)).split())
    assert [text.count(line) for line in ("Ferry to sail", "By Ann Sample", LINE)] == [1, 1, 1]
    assert html.loads(page) == article
    assert html.loads(html.dumps(article, page=False)).text == article.text


@pytest.mark.parametrize(
    ("first", "shown"),
    [
        ("Marsh Bay residents wait.", 2),
        ("Marsh Bay residents - some with dogs - wait.", 2),
        ("Marsh Bay mayor Olha Marchuk (48) \N{EN DASH} once a clerk \N{EN DASH} waits.", 2),
        ("Marsh Bay, the town \N{EM DASH} once a port \N{EM DASH} waits.", 2),
        ("Marsh Bay-Nord - They wait.", 2),
        ("Marsh Bay - They wait.", 1),
        ("Marsh Bay (Example) - They wait.", 1),
        ("Marsh Bay, Isle (Example) \N{EM DASH} They wait.", 1),
        ("Marsh Bay, le 3 mai /Example/ \N{EM DASH} They wait.", 1),
        ("Marsh Bay 3 Jan (Example) - They wait.", 1),
        ("Marsh Bay/Vilkhove (Example) - They wait.", 1),
        ("Marsh Bay (Example) -- They wait.", 1),
        ("Marsh Bay -- They wait.", 1),
        ("Marsh Bay am See (Example) - They wait.", 1),
        ("Marsh Bay, lundi \N{EN DASH} They wait.", 1),
        ("Marsh Bay 3 May 2030 \N{EN DASH} They wait.", 1),
        ("Marsh Bay Example - They wait.", 1),
        ("Marsh Bay | Example \N{EM DASH} They wait.", 1),
        ("Marsh Bay", 1),
    ],
)
def test_a_dateline_that_is_a_mere_place_is_told_from_a_sentence_that_begins_so(
    first: str, shown: int
) -> None:
    article = an_article(first, "They wait.", dateline=Dateline(text="Marsh Bay"))
    page = html.dumps(article)
    assert visible_words(seen(page)).count("Marsh Bay") == shown
    assert html.loads(page) == article


@pytest.mark.parametrize("first", ["OSLO — They wait.", "OSLO (Example) – They wait.", "OSLO"])
def test_a_dateline_that_a_text_prints_in_capitals_is_seen_once(first: str) -> None:
    article = an_article(first, "They wait.", dateline=Dateline(text="Oslo"))
    page = html.dumps(article)
    assert visible_words(seen(page)).casefold().count("oslo") == 1
    assert html.loads(page) == article
    assert text.dumps(article).casefold().count("oslo") == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"summary": "It  sails at dawn."},
        {"headlines": [Text(value="It sails at dawn.", role="x:subtitle")]},
        {"descriptions": [Text(value="It sails at dawn.", role="x:teaser")]},
        {"descriptions": [Text(value="It sails at dawn.", role="x:standfirst")]},
    ],
)
def test_lines_under_the_headline_that_a_part_begins_with_are_seen_once(
    fields: dict[str, Any],
) -> None:
    lines = ["Ferries", "Ferry to sail", "It sails at dawn.", "It is full."]
    part = Section(kind=SectionKind.SECTION, blocks=[Section(blocks=lines)])
    for first, shown in ((part, 1), ("It is full.", 1), ("It sails at dawn, they say.", 2)):
        article = an_article(first, **fields)
        page = html.dumps(article)
        assert " ".join(visible_words(seen(page)).split()).count("It sails at dawn") == shown
        assert html.loads(page) == article


def test_what_machines_are_told_is_said_once() -> None:
    told = f"{LINE} The ferry sails."
    lines = ["Ferry to  sail", "By Ann Sample"]
    part = Section(kind=SectionKind.SECTION, blocks=[lines[1], told])
    for body in ([*lines, told], [lines[0], part], [Section(blocks=[lines[0], part])]):
        article = an_article(*body, byline="By Ann Sample", dateline=Dateline(text=LINE))
        assert html.json_ld(article)["articleBody"] == told
        assert metas(seen(html.dumps(article)))["description"] == [told]
        assert html.json_ld(evolve(article, headline="x"))["articleBody"].startswith("Ferry")
    under_keywords = seen(
        html.dumps(feed(Heading(content="By boat"), Paragraph(content="Ferries")))
    )
    assert metas(under_keywords)["description"] == [told]


@pytest.mark.parametrize("summary", ["The ferry sails.", "It sails again.", "Ferry to sail", None])
def test_a_voice_reads_what_is_to_be_seen(summary: str | None) -> None:
    article = an_article("The ferry sails.", "More.", summary=summary)
    page = seen(html.dumps(article))
    selectors = html.json_ld(article)["speakable"]["cssSelector"]
    told = [e for selector in selectors for e in selected(page, selector)]
    read = [words(e) for e in told if e.get("hidden") is None]
    assert read == [*dict.fromkeys(filter(None, ["Ferry to sail", summary]))]


def test_a_part_whose_only_heading_is_not_shown_needs_none() -> None:
    page = seen(html.dumps(feed(Heading(content="Ferry to sail"))))
    assert list(page.iter("section")) == []


def test_the_same_words_further_on_are_seen() -> None:
    article = an_article("Ferry to sail", "It sails.", Heading(content="Ferry to sail"))
    page = seen(html.dumps(article))
    assert [words(e) for e in page.iter("h2")] == ["Ferry to sail"]


@pytest.mark.parametrize("parted", [False, True])
@pytest.mark.parametrize("line", ["Ferry to sail", "By Ann Sample", "It sails at dawn."])
def test_one_block_that_stands_twice_is_as_good_as_two_alike(line: str, *, parted: bool) -> None:
    first, fields = Paragraph(content=[line]), {"byline": "By Ann Sample"}
    once = Section(blocks=[first]) if parted else first
    one, two = (
        an_article(once, "So be it.", again, summary="It sails at dawn.", **fields)
        for again in (first, Paragraph(content=[line]))
    )
    assert one == two
    assert html.dumps(one) == html.dumps(two)
    assert html.json_ld(one) == html.json_ld(two)


def test_what_stands_within_a_text_is_no_beginning_of_it() -> None:
    blocks = [
        "The ferry sails again.",
        "It sails.",
        Heading(content="Ferry to sail"),
        "A ferry is.",
    ]
    page = seen(html.dumps(an_article(*blocks)))
    assert visible_words(page).count("Ferry to sail") == 2
    line = Dateline(text="Kyiv")
    page = seen(html.dumps(an_article(*blocks[:2], "Kyiv, the capital, pays.", dateline=line)))
    assert visible_words(page).count("Kyiv") == 2
    page = seen(html.dumps(an_article("It sails.", Heading(content="Kyiv: news"), dateline=line)))
    assert visible_words(page).count("Kyiv") == 2

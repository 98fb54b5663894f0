"""Bodies that come as one string."""

from __future__ import annotations

import pytest

from newsmodel.formats._shared.xhtml import has_tags, is_markup, markup_blocks, plain_blocks
from newsmodel.model import (
    Heading,
    LineBreak,
    ListBlock,
    Paragraph,
    Preformatted,
    Strong,
)
from tests.formats.bodies.markup import letters


def p(*content: str | Strong | LineBreak) -> Paragraph:
    return Paragraph(content=content)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("<p>One <b>bold</b></p><p>Two", (p("One ", Strong(content="bold")), p("Two"))),
        ("<h2>Head</h2>", (Heading(content="Head"),)),
        ("<ul><li>a<li>b</ul>", (ListBlock(items=("a", "b")),)),
        ("A &amp; b<br>c<br><br>d", (p("A & b", LineBreak(), "c"), p("d"))),
        ("<p>4 o&#39;clock</p>", (p("4 o'clock"),)),
        ("<p>4 o&amp;#39;clock, &amp;quot;no&amp;quot;</p>", (p("4 o'clock, \"no\""),)),
        ("<p>R&amp;amp;D</p>", (p("R&D"),)),
        ("<p>a &amp;lt;script&amp;gt;</p>", (p("a <script>"),)),
        ("<html><head><title>No</title></head><body><p>Yes</p></body></html>", (p("Yes"),)),
        ("<p>a\0b\x01c</p>", (p("a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"),)),
        ("no markup at all", (p("no markup at all"),)),
        ("<p>a<script>evil()</script><!-- no --></p>", (p("a"),)),
        ("", ()),
        (" \n ", ()),
    ],
)  # fmt: skip
def test_escaped_markup(text: str, blocks: tuple[object, ...]) -> None:
    assert markup_blocks(text) == blocks


def test_what_no_parser_takes_is_plain_text_without_tags_and_scripts() -> None:
    blocks = markup_blocks("<div>" * 5000 + "Bridge &amp; river<script>evil()</script>" + "</div>")
    assert blocks == (p("Bridge & river"),)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One\nline.\n\nTwo.", (p("One line."), p("Two."))),
        ("One.\r\n \r\nTwo.", (p("One."), p("Two."))),
        ("One.\nTwo.\n", (p("One."), p("Two."))),
        ("", ()),
        ("\n\n", ()),
        (
            "Rates\n\nOslo     11.40\nRome      1.00",
            (p("Rates"), Preformatted(content="Oslo     11.40\nRome      1.00")),
        ),
        (
            "Rates\nOslo\t11.40\nRome\t1.00\nAll\tthat",
            (p("Rates"), Preformatted(content="Oslo\t11.40\nRome\t1.00\nAll\tthat")),
        ),
        ("One\tand\nTwo.", (p("One and"), p("Two."))),
        (
            "\u3000\u3000一。\n\u3000\u3000二。\n\n\u3000\u3000三",
            (p("\u3000\u3000一。"), p("\u3000\u3000二。"), p("\u3000\u3000三")),
        ),
        ("  One\nline.\n  Two.\n\nThree", (p("One line."), p("Two."), p("Three"))),
        ("  One\nline.\n  Two\nlines.\n  ", (p("One line."), p("Two lines."))),
        ("\u3000一\n二。\n\u3000三", (p("\u3000一 二。"), p("\u3000三"))),
        ("  One.\n  Two.\n  Three.\n", (p("One."), p("Two."), p("Three."))),
        ("  One.\nTwo.\nThree.", (p("One."), p("Two."), p("Three."))),
        (
            "  One\nline.\n  Two.\nOslo     11.40\nRome      1.00",
            (p("One line."), p("Two."), Preformatted(content="Oslo     11.40\nRome      1.00")),
        ),
        ("  One\n  part.\n\nTwo", (p("One part."), p("Two"))),
    ],
)
def test_plain_text(text: str, blocks: tuple[object, ...]) -> None:
    assert plain_blocks(text) == blocks


@pytest.mark.parametrize(
    "text",
    [
        "They found a <script> tag.\n\nIt said <b> and <table>.",
        "Use <br> in such lines.\n\nOr not.",
        "<S.N> and <AAPL.O> rose.",
        "<ann@lee.example>",
        "<MIL> rose, they say at <WEIR>",
        "a < b, <!-- said so",
        "It is <script> that </script> ends.",
    ],
)
def test_words_in_the_brackets_of_tags_make_no_markup(text: str) -> None:
    assert not is_markup(text)


@pytest.mark.parametrize(
    "text",
    [
        "<p>One.\n\nTwo.",
        "One.<p>Two.<p>Three.",
        "One.\n\n<b>Two</b>.",
        "One.<br/>Two.",
        "One.<br>\n\n<br>Two.",
        "One.\n\n<img src='a.jpg'>\n\nTwo.",
        "<!DOCTYPE html>One.",
        "One. <!-- more -->",
        "<story><rubric>One</rubric></story>",
        "<x:story/>",
    ],
)
def test_elements_make_markup(text: str) -> None:
    assert is_markup(text)


def test_where_it_is_said_to_be_markup_a_tag_is_enough() -> None:
    assert has_tags("They found a <script> tag.\n\nIt said.")
    assert not has_tags("<S.N> and <AAPL.O> rose.")


def test_blank_lines_part_paragraphs_of_which_words_alone_are_marked() -> None:
    blocks = (p("One."), p(Strong(content="Two")), p("Three."))
    assert markup_blocks("One.\n\n<b>Two</b>\n \nThree.") == blocks


def test_five_megabytes_of_either_are_read_to_the_end() -> None:
    text = "word " * 1_000_000
    assert len(letters(markup_blocks(f"<p>{text}end</p>"))) == 4_000_003
    assert len(letters(plain_blocks(f"{text}end"))) == 4_000_003

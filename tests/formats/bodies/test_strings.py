"""Bodies that come as one string."""

from __future__ import annotations

import pytest

from newsmodel.formats._shared.xhtml import markup_blocks, plain_blocks
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
    ],
)
def test_plain_text(text: str, blocks: tuple[object, ...]) -> None:
    assert plain_blocks(text) == blocks


def test_five_megabytes_of_either_are_read_to_the_end() -> None:
    text = "word " * 1_000_000
    assert len(letters(markup_blocks(f"<p>{text}end</p>"))) == 4_000_003
    assert len(letters(plain_blocks(f"{text}end"))) == 4_000_003

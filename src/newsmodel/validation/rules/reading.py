"""Rules about what helps readers who cannot see, hear or point."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from newsmodel.model import Audio, Embed, Heading, Link, Paragraph, Severity, Strong, Table, Video
from newsmodel.validation.base import ACCESSIBLE, PUBLISHABLE, Finding, rule, shortened
from newsmodel.validation.story import Spot, Story
from newsmodel.validation.vocabulary import vague

_LONGEST = 80


@rule(
    "link-text-missing",
    PUBLISHABLE,
    ACCESSIBLE,
    source="WCAG 2.2, 2.4.4",
    example='body=[Paragraph(content=["See ", Link(href="https://example.com/", content="")])]',
    about=Link,
)
def link_text_missing(story: Story) -> Iterable[Finding]:
    """Nobody can follow a link that shows nothing."""
    for version in story.texts:
        for spot in version.all(Link):
            shows = any(not isinstance(run, str) for run in spot.node.content)
            if spot.node.href and not spot.node.text.strip() and not shows:
                yield spot.path, "the link has no text: say where it leads, or take it out"


@rule(
    "link-text-vague",
    ACCESSIBLE,
    source="WCAG 2.2, 2.4.4 and failure F63",
    example='body=[Paragraph(content=["Tickets: ", '
    'Link(href="https://example.com/", content="click here")])]',
    about=Link,
)
def link_text_vague(story: Story) -> Iterable[Finding]:
    """Who goes from link to link hears their texts alone."""
    for version in story.texts:
        for spot in version.all(Link):
            words = " ".join(spot.node.text.split()).strip(" .:!>»→…").casefold()
            if words in vague("links"):
                yield spot.path, f"{spot.node.text.strip()!r} says not where it leads: name that"


@rule(
    "link-text-address",
    ACCESSIBLE,
    severity=Severity.INFO,
    source="WCAG 2.2, 2.4.9",
    example='body=[Paragraph(content=["Tickets: ", Link(href="https://example.com/tickets", '
    'content="https://example.com/tickets")])]',
    about=Link,
)
def link_text_address(story: Story) -> Iterable[Finding]:
    """An address is spelt out letter by letter when it is read aloud."""
    for version in story.texts:
        for spot in version.all(Link):
            text = spot.node.text.strip()
            if text.startswith(("http://", "https://")):
                yield spot.path, f"{shortened(text)} is no text to read: say where it leads"


@rule(
    "table-header-missing",
    ACCESSIBLE,
    source="WCAG 2.2, 1.3.1 and technique H51",
    example='body=[Table(rows=[TableRow(cells=[TableCell(content="Fare"), '
    'TableCell(content="20")]), TableRow(cells=[TableCell(content="Time"), '
    'TableCell(content="9:00")])])]',
    about=Table,
)
def table_header_missing(story: Story) -> Iterable[Finding]:
    """Without headers a table read aloud is a row of numbers."""
    for version in story.texts:
        for spot in version.all(Table):
            cells = [cell for row in spot.node.rows for cell in row.cells]
            if len(spot.node.rows) > 1 and len(cells) > 3 and not any(c.header for c in cells):
                yield (
                    spot.path,
                    (
                        "no cell of the table names its row or column: set `header=True` on those "
                        "that do"
                    ),
                )


@rule(
    "embed-title-missing",
    ACCESSIBLE,
    source="WCAG 2.2, 4.1.2 and technique H64",
    example='body=[Embed(url="https://video.example/1")]',
    about=Embed,
)
def embed_title_missing(story: Story) -> Iterable[Finding]:
    """Who cannot see what is embedded must be told before entering it."""
    for version in story.texts:
        for spot in version.all(Embed):
            if spot.node.url and not (spot.node.title or "").strip() and not spot.node.fallback:
                yield spot.path, "what is embedded has no title: say what it shows"


@rule(
    "transcript-missing",
    ACCESSIBLE,
    severity=Severity.INFO,
    source="WCAG 2.2, 1.2.1 and 1.2.3",
    example='videos=[Video(id="urn:example:2")]',
    about=(Video, Audio),
)
def transcript_missing(story: Story) -> Iterable[Finding]:
    """Who cannot hear it wants to read it."""
    recorded: list[Spot[Video] | Spot[Audio]] = [*story.all(Video), *story.all(Audio)]
    for spot in recorded:
        if not (spot.node.transcript or "").strip():
            yield spot.path, "there is no transcript: write down what is said in it"


@rule(
    "heading-in-disguise",
    ACCESSIBLE,
    severity=Severity.INFO,
    source="WCAG 2.2, failure F2",
    example='body=["The ferry sails.", Paragraph(content=[Strong(content="What it costs")]), '
    '"The fare is 20 hryvnias."]',
    about=Strong,
)
def heading_in_disguise(story: Story) -> Iterable[Finding]:
    """Bold type alone is no heading to those who do not see it."""
    for version in story.texts:
        for spot, following in pairwise(version.blocks[1:] if version.all(Strong) else ()):
            block = spot.node
            if (
                isinstance(block, Paragraph)
                and len(block.content) == 1
                and isinstance(block.content[0], Strong)
                and _is_title(block.text)
                and not isinstance(following.node, Heading)
            ):
                yield (
                    spot.path,
                    f"{shortened(block.text)} looks like a heading: make it a `Heading`",
                )


def _is_title(words: str) -> bool:
    line = words.strip()
    return 0 < len(line) <= _LONGEST and line[-1] not in ".,;…»“”\"'" and "\n" not in line

"""Rules about headlines, headings and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import filterfalse, pairwise
from typing import Any

from newsmodel.model import (
    BlockQuote,
    Emphasis,
    Heading,
    Inline,
    Kind,
    LanguageSpan,
    LineBreak,
    Paragraph,
    Severity,
    Status,
    Strong,
    Subscript,
    Superscript,
)
from newsmodel.validation.base import (
    ACCESSIBLE,
    EXCHANGE,
    PUBLISHABLE,
    SEARCH,
    Finding,
    rule,
    shortened,
)
from newsmodel.validation.story import Spot, Story, Version
from newsmodel.validation.versions import LONG, is_blank, squeezed

_SHORT = 20
"""The fewest characters of a paragraph that is not said twice in a row."""


def _is_text(story: Story) -> bool:
    article = story.article
    return article.kind is Kind.TEXT and article.status is not Status.CANCELED


@rule(
    "headline-missing",
    PUBLISHABLE,
    EXCHANGE,
    SEARCH,
    severity=Severity.ERROR,
    source="NewsML-G2 2.35, headline; Google Search Central, Article: headline",
    example='body=["The ferry sails again."]',
    over="is_incomplete",
)
def headline_missing(story: Story) -> Iterable[Finding]:
    """A text needs a headline."""
    if _is_text(story) and not (story.article.headline or "").strip():
        yield "$.headline", "there is no headline: write one"


@rule(
    "body-missing",
    PUBLISHABLE,
    EXCHANGE,
    severity=Severity.ERROR,
    example='headline="Ferry"',
    over="is_incomplete",
)
def body_missing(story: Story) -> Iterable[Finding]:
    """A text needs a text."""
    article = story.article
    if _is_text(story) and not story.versions[0].has_body and not article.alternatives:
        yield "$.body", "there is no text: write one, or set another kind"


@rule(
    "heading-skipped",
    PUBLISHABLE,
    ACCESSIBLE,
    source="WCAG 2.2, 1.3.1; HTML, 4.3.11 (headings and outlines)",
    example='body=[Heading(content="Fares", level=2), "From May.", '
    'Heading(content="Children", level=4), "They go free."]',
    about=Heading,
)
def heading_skipped(story: Story) -> Iterable[Finding]:
    """Who listens to a page goes from heading to heading, and a missing level sounds like a gap."""
    for version in story.texts:
        above: Heading | None = None
        for spot in version.all(Heading):
            level = spot.node.level
            if above is not None and level > above.level + 1:
                yield (
                    f"{spot.path}.level",
                    (
                        f"a heading of level {level} follows one of level {above.level}: make it "
                        f"level {above.level + 1}"
                    ),
                )
            above = spot.node


@rule(
    "heading-empty",
    PUBLISHABLE,
    ACCESSIBLE,
    source="WCAG 2.2, 2.4.6",
    example='body=[Heading(content=" "), "The ferry sails again."]',
    about=Heading,
)
def heading_empty(story: Story) -> Iterable[Finding]:
    """A heading without words is announced and says nothing."""
    for version in story.texts:
        for spot in version.all(Heading):
            if is_blank(spot.node.text):
                yield spot.path, "the heading is empty: write one, or take it out"


@rule(
    "heading-last",
    PUBLISHABLE,
    severity=Severity.INFO,
    example='body=["The ferry sails again.", Heading(content="What it costs")]',
    about=Heading,
)
def heading_last(story: Story) -> Iterable[Finding]:
    """A heading with nothing below it promises a text that is not there."""
    for version in story.texts:
        headings = version.all(Heading)
        words = headings[-1].node.text.strip() if headings else ""
        if not words or not version.text.rstrip().endswith(words):
            continue
        last = next(filterfalse(_is_blank, reversed(version.blocks)))
        if isinstance(last.node, Heading):
            yield (
                last.path,
                (f"nothing follows the heading {shortened(words)}: add its text, or take it out"),
            )


def _is_blank(spot: Spot[Any]) -> bool:
    """Whether it is a paragraph with nothing to see in it."""
    node = spot.node
    return (
        isinstance(node, Paragraph) and is_blank(node.text) and not any(map(_shows, node.content))
    )


@rule(
    "headline-repeated",
    PUBLISHABLE,
    example='headline="Ferry to sail again", body=["Ferry to sail again", "It sails in May."]',
)
def headline_repeated(story: Story) -> Iterable[Finding]:
    """The page prints the headline already."""
    for version in story.versions:
        headline = (version.node.headline or "").strip()
        if headline and version.text.lstrip().startswith(headline):
            first = next((spot for spot in version.blocks if spot.node.text.strip()), None)
            if first and first.node.text.strip() == headline:
                yield first.path, "the text begins with its own headline: take it out"


@rule(
    "opening-outdated",
    PUBLISHABLE,
    example='headline="Ferry sails in May", '
    'body=[Heading(content="Ferry to sail again", level=1), "It sails in May."]',
    about=(Heading, Paragraph),
)
def opening_outdated(story: Story) -> Iterable[Finding]:
    """A feed's text may begin with headline and byline, and goes on so when these are edited."""
    for version in story.texts:
        if version.node.headline:
            yield from _other_headline(version, _words_in(version.node.headline))
        if version.node.byline:
            yield from _other_byline(version, version.node.byline)


def _other_headline(version: Version, headline: list[str]) -> Iterator[Finding]:
    for spot in version.all(Heading)[:1]:
        words = spot.node.text.strip()
        if words and spot.node.level == 1 and _words_in(words) != headline:
            before = version.text[: version.text.find(words)]
            if all(map(_is_line, before.splitlines())):
                yield spot.path, _outdated("headline", words)


def _other_byline(version: Version, byline: str) -> Iterator[Finding]:
    named = set(_words_in(byline))
    for spot, text in version.paragraphs[:_LINES]:
        if _is_byline(spot.node, text.split(), byline.split()[:1]):
            said = set(_words_in(text))
            if not (said <= named or said >= named):  # an agency behind the name is no other
                yield spot.path, _outdated("byline", text)
        elif not _is_line(text):
            break


def _words_in(line: str) -> list[str]:
    """The words of a line, however they are set: in capitals, with other quotation marks."""
    return re.findall(r"\w+", line.casefold())


def _outdated(line: str, words: str) -> str:
    return f"the text begins with another {line}, {shortened(words)}: put it right, or take it out"


def _is_byline(node: Paragraph, words: list[str], opening: list[str]) -> bool:
    """Whether a paragraph is called a byline, or begins as one does, and then names somebody."""
    if any(name == "class" and "byline" in value.split() for name, value in node.attributes):
        return bool(words)
    named = len(words) > 1 and words[:1] == opening and not words[1][0].islower()
    return named and _is_line(node.text)


def _is_line(text: str) -> bool:
    """Whether a paragraph is one of the lines above a text, and none of its sentences."""
    return len(text) <= _LINE and not text.rstrip().endswith((".", "!", "?"))


_LINES = 4
"""Among so many paragraphs of a text its byline stands."""
_LINE = 80
"""No line above a text has more signs."""


@rule(
    "paragraph-empty",
    PUBLISHABLE,
    ACCESSIBLE,
    severity=Severity.INFO,
    example='body=["The ferry sails again.", "", "It sails in May."]',
    about=Paragraph,
    over="has_idle_paragraphs",
)
def paragraph_empty(story: Story) -> Iterable[Finding]:
    """Space between paragraphs is the page's business; some readers hear "blank"."""
    for version in story.texts:
        for spot, text in version.paragraphs:
            if is_blank(text) and not any(map(_shows, spot.node.content)):
                yield spot.path, "the paragraph is empty: take it out"


def _shows(run: Inline | str) -> bool:
    """Whether there is something to see in a paragraph without words all the same."""
    if isinstance(run, str | LineBreak):
        return False
    return not isinstance(run, _STYLES) or any(map(_shows, run.content))


_STYLES = (Emphasis, LanguageSpan, Strong, Subscript, Superscript)
"""What only changes the look of words."""


@rule(
    "paragraph-doubled",
    PUBLISHABLE,
    example='body=["The ferry sails again in May, after nine years.", "It is new.", '
    '"The ferry sails again in May, after nine years."]',
    about=Paragraph,
    over="has_idle_paragraphs",
)
def paragraph_doubled(story: Story) -> Iterable[Finding]:
    """The same words twice were pasted twice."""
    for version in story.texts:
        if not version.has_idle_paragraphs:
            continue
        seen: dict[str, Spot[Paragraph]] = {}
        for spot, text in version.paragraphs:
            words = squeezed(text)
            if len(words) >= LONG and words in seen and not _set_apart(spot, seen[words]):
                yield (
                    spot.path,
                    f"{shortened(words)} stands in {seen[words].path} too: take one out",
                )
            elif len(words) >= LONG:
                seen[words] = spot
        for spot, text in _said_twice(version):
            yield spot.path, f"{shortened(text)} stands right before it too: take one out"


def _said_twice(version: Version) -> Iterator[tuple[Spot[Any], str]]:
    """The shorter paragraphs that follow one of the same words; `Yes.` may well be said twice."""
    texts = [text.strip() for _, text in version.paragraphs]
    if not any(one == two and len(one) >= _SHORT for one, two in pairwise(texts)):
        return  # most: to go through the blocks takes longer
    for before, spot in pairwise(version.blocks):
        if isinstance(spot.node, Paragraph) and isinstance(before.node, Paragraph):
            words = squeezed(spot.node.text)
            if _SHORT <= len(words) < LONG and words == squeezed(before.node.text):
                yield spot, words


def _set_apart(*spots: Spot[Paragraph]) -> bool:
    """Whether one of them is in a quotation set apart, which may repeat the text."""
    return any(isinstance(holder.node, BlockQuote) for spot in spots for holder in spot.holders)

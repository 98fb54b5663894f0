"""Rules about words in pages that no reader should see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.entities import html5
from typing import Any

from newsmodel.formats.html.checking.base import PageFinding, page_rule
from newsmodel.formats.html.checking.page import Page
from newsmodel.formats.html.elements import Element
from newsmodel.model import Severity
from newsmodel.validation.base import shortened
from newsmodel.validation.garbling import garbled
from newsmodel.validation.leftovers import MARKUP, TEMPLATES, Signs
from newsmodel.validation.rules.wording import ENTITY, OVERRIDE, hidden, told_of

_LOST = re.compile("\ufffd")


def _found(page: Page, signs: Signs) -> Iterator[tuple[Element, re.Match[str], str]]:
    for node, words, where in page.said:
        there = (pattern for sign, pattern in signs if sign in words)
        matches = [match for pattern in there if (match := pattern.search(words))]
        if matches:
            yield node, min(matches, key=re.Match.start), where


@page_rule("markup-shown", example="<main><p>Ferry &lt;b&gt;sails&lt;/b&gt;</p></main>")
def markup_shown(page: Page) -> Iterable[PageFinding]:
    """Readers see the markup itself where it was escaped once too often."""
    for node, match, where in _found(page, MARKUP):
        less = "escape it once less, or " if match[0].startswith("<") else ""
        yield node, f"readers see markup, {shortened(match[0])}{where}: {less}take it out"


@page_rule("entity-shown", example="<main><p>Ferry &amp;amp; bridge</p></main>")
def entity_shown(page: Page) -> Iterable[PageFinding]:
    """Readers see a code instead of a character where it was escaped twice."""
    for node, match, where in _found(page, (("&", ENTITY),)):
        if match[0][1] == "#" or match[0][1:] in html5:
            yield node, f"readers see {match[0]!r}{where}: write the character itself"


@page_rule("text-garbled", example="<main><p>The ferryâ€™s day</p></main>")
def text_garbled(page: Page) -> Iterable[PageFinding]:
    """UTF-8 read as another encoding looks like this, a lost character like U+FFFD."""
    wrong = [(n, match, where) for n, words, where in page.said if (match := garbled(words))]
    lost = list(_found(page, (("\ufffd", _LOST),)))
    for node, match, where in wrong[:1]:
        more = where + _often(wrong)
        yield node, f"{match[0]!r} looks like a character read in the wrong encoding{more}"
    for node, match, where in lost[:1]:
        before = shortened(match.string[: match.start()][-20:])
        yield node, f"a character was lost after {before}{where}{_often(lost)}: look it up"


def _often(found: list[Any]) -> str:
    more = len(found) - 1
    return f", and in {more} more place{'s' if more > 1 else ''}" if more else ""


@page_rule(
    "character-hidden",
    source="Unicode 16, 23.1 and 23.8",
    example="<main><p>The fer&#x200B;ry sails</p></main>",
)
def character_hidden(page: Page) -> Iterable[PageFinding]:
    """Characters that nobody sees upset programs: a search no longer finds the word."""
    found = [(n, match, where) for n, words, where in page.said if (match := hidden(words))]
    for node, match, where in found[:1]:
        yield node, f"there is {told_of(match)}{where}{_often(found)}: take it out"


@page_rule(
    "character-reversing",
    severity=Severity.ERROR,
    source="Unicode Technical Report 36, 2.5",
    example="<main><p>Ferry &#x202E;slias</p></main>",
)
def character_reversing(page: Page) -> Iterable[PageFinding]:
    """Some characters turn what follows around, so that readers see other words than programs."""
    for node, match, where in _found(page, (("\u202d", OVERRIDE), ("\u202e", OVERRIDE))):
        remedy = "take it out" if where else "use `dir` or <bdi> instead"
        yield node, f"U+{ord(match[0]):04X} turns the text around{where}: {remedy}"


@page_rule("template-shown", example="<main><p>By {{ author.name }}</p></main>")
def template_shown(page: Page) -> Iterable[PageFinding]:
    """What a program was to fill in was not."""
    for node, match, where in _found(page, TEMPLATES):
        yield node, f"readers see {shortened(match[0])}{where}, which was to be filled in"

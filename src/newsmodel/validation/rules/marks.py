"""Rules about quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from newsmodel.language.marks import marks_for
from newsmodel.model import Paragraph, Severity
from newsmodel.validation.base import PUBLISHABLE, Finding, rule, shortened
from newsmodel.validation.pairing import (
    MARK,
    Line,
    Pair,
    habit_of,
    is_known,
    own_pairs,
    paired,
)
from newsmodel.validation.story import Spot, Story, Version

_FAR = 8
_LEADS = " \t\xa0—–-"

Place: TypeAlias = tuple[str, str, int]
"""A path, the text there, and where in it a mark stands."""


@rule(
    "quotation-mark-unpaired",
    PUBLISHABLE,
    example='language="en", body=["\N{LEFT DOUBLE QUOTATION MARK}The ferry sails, she said."]',
    over="has_odd_marks",
)
def quotation_mark_unpaired(story: Story) -> Iterable[Finding]:
    """A quotation ends somewhere; open stays only one that goes on in the next paragraph."""
    odd = [version for version in story.texts if version.has_odd_marks]
    texts = [place for version in odd for place in _unpaired(version)]
    for path, text, at in (*texts, *map(_first_unpaired, story.odd_lines)):
        if at >= 0:
            shown = shortened(text[at:])
            yield path, f"a quotation mark has no counterpart in {shown}: add it, or drop this one"


def _unpaired(version: Version) -> Iterator[Place]:
    """The marks of paragraphs without counterpart, the quotations left out that go on below."""
    opened: tuple[int, Place] | None = None
    for number, spot, text, known in version.marked:
        goes_on = bool(opened and number == opened[0] + 1 and MARK.match(text.lstrip(_LEADS)))
        if opened and number - opened[0] > _FAR:
            yield opened[1]
            opened = None
        reopened = _mark_at(opened[1]) if opened and goes_on else ""
        opened = None if goes_on else opened
        if known is None:
            continue
        found = paired(text, habit_of(version.marks), reopened) if reopened else known
        starts, ends = found.opens, found.closes
        if found.odd is not None:
            starts, ends = (None, found.odd) if opened else (found.odd, None)
        if opened and ends is not None:
            opened = ends = None
        wrong = [at for at in (ends, found.lonely) if at is not None]
        if wrong:
            yield spot.path, text, min(wrong)
        if starts is not None:
            if opened:
                yield opened[1]
            opened = number, (spot.path, text, starts)
    if opened:
        yield opened[1]


def _mark_at(place: Place) -> str:
    """The mark at a place."""
    return place[1][place[2]]


def _first_unpaired(line: Line) -> Place:
    """The first mark of a line without counterpart; -1 where all have one."""
    path, text, _, found = line
    left = (found.opens, found.closes, found.odd, found.lonely)
    return path, text, min([at for at in left if at is not None], default=-1)


@rule(
    "quotation-marks-mixed",
    PUBLISHABLE,
    source="Unicode CLDR, delimiters",
    example='language="en", body=["\N{RIGHT DOUBLE QUOTATION MARK}The ferry sails'
    '\N{LEFT DOUBLE QUOTATION MARK}, she said."]',
    over="has_odd_marks",
)
def quotation_marks_mixed(story: Story) -> Iterable[Finding]:
    """A quotation begins and ends with the marks of one pair, the right way round."""
    texts = [
        (spot.path, text, version.language, pairs)
        for version in story.texts
        for spot, text, pairs in _untidy(version)
    ]
    lines = [(path, text, language, found.pairs) for path, text, language, found in story.odd_lines]
    for path, text, language, pairs in (*texts, *lines):
        wrong = next((pair for pair in pairs if not is_known(pair[2], language)), None)
        if wrong:
            start, end, marks = wrong
            yield (
                path,
                (
                    f"{shortened(text[start : end + 1])} begins with {marks[0]} and ends with "
                    f"{marks[1]}: write {_usual(language)}"
                ),
            )


def _untidy(version: Version) -> Iterator[tuple[Spot[Paragraph], str, tuple[Pair, ...]]]:
    """The paragraphs whose marks are not simply those of their language, with their pairs."""
    for _, spot, text, found in version.marked if version.has_odd_marks else ():
        if found is not None:
            yield spot, text, found.pairs


def _usual(language: str | None) -> str:
    pair = marks_for(language)[0]
    return f"{pair.open}…{pair.close}"


@rule(
    "quotation-marks-foreign",
    PUBLISHABLE,
    severity=Severity.INFO,
    source="Unicode CLDR, delimiters",
    example='language="en", body=["»The ferry sails«, she said. »It does.«"]',
    over="has_odd_marks",
)
def quotation_marks_foreign(story: Story) -> Iterable[Finding]:
    """Each language has quotation marks of its own."""
    for version in story.texts:
        own = own_pairs(version.language)
        if not own or not version.has_odd_marks:
            continue
        pairs = [(spot, pair[2]) for spot, _, found in _untidy(version) for pair in found]
        foreign = [spot for spot, pair in pairs if pair not in own and is_known(pair)]
        if foreign and len(foreign) * 4 > len(version.marks) and not version.doubt:
            yield (
                foreign[0].path,
                (
                    f"its quotation marks are not those of {version.language!r}: write "
                    f"{_usual(version.language)}"
                ),
            )

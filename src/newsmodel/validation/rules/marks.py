"""Rules about quotation marks."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from newsmodel.language.marks import marks_for
from newsmodel.model import Paragraph, Severity
from newsmodel.validation.base import PUBLISHABLE, Finding, rule, shortened
from newsmodel.validation.story import Spot, Story, Version
from newsmodel.validation.versions import MARK

_INCHES = re.compile(r'(?<=\d)["”]')
_STRAIGHT = frozenset('"＂')
_FAR = 8


@rule(
    "quotation-mark-unpaired",
    PUBLISHABLE,
    example='language="en", body=["\N{LEFT DOUBLE QUOTATION MARK}The ferry sails, she said."]',
    over="marked",
)
def quotation_mark_unpaired(story: Story) -> Iterable[Finding]:
    """A quotation ends somewhere; open stays only one that goes on in the next paragraph."""
    for version in story.marked:
        for spot, text in _unpaired(version):
            yield (
                spot.path,
                f"a quotation mark has no counterpart in {_shown(text)}: add it, or drop this one",
            )


def _shown(text: str) -> str:
    mark = MARK.search(text)
    return shortened(text[mark.start() if mark else 0 :])


def _unpaired(version: Version) -> Iterator[tuple[Spot[Paragraph], str]]:
    """Paragraphs with an odd number of marks, those left out whose quotation goes on below."""
    opened: tuple[int, Spot[Paragraph], str] | None = None
    for number, spot, text, marks in version.marked:
        goes_on = opened and MARK.match(text.lstrip("— –-"))
        if opened and number - opened[0] > _FAR:
            yield opened[1:]
            opened = None
        if goes_on:
            opened = None
        if len(marks) % 2 and len(MARK.findall(_INCHES.sub("", text))) % 2:
            opened = None if opened else (number, spot, text)
    if opened:
        yield opened[1:]


@rule(
    "quotation-marks-foreign",
    PUBLISHABLE,
    severity=Severity.INFO,
    source="Unicode CLDR, delimiters",
    example='language="en", body=["»The ferry sails«, she said. »It does.«"]',
    over="marked",
)
def quotation_marks_foreign(story: Story) -> Iterable[Finding]:
    """Each language has quotation marks of its own."""
    for version in story.marked:
        own = _own(version.language)
        marks = "".join([found for *_, found in version.marked])
        foreign = sum(mark not in own for mark in marks)
        if own and foreign >= 2 and foreign * 2 > len(marks):
            yield _foreign(version, own)


@functools.lru_cache(maxsize=256)
def _own(language: str | None) -> frozenset[str]:
    """The marks of a language; empty where none are known for it."""
    pairs = marks_for(language)
    if language is None or pairs == marks_for("und"):
        return frozenset()
    return _STRAIGHT.union(*(mark.open + mark.close for mark in pairs))


def _foreign(version: Version, own: frozenset[str]) -> Finding:
    usual = marks_for(version.language)[0]
    marked = (spot.path for _, spot, _, marks in version.marked if not own.issuperset(marks))
    return (
        next(marked, f"{version.path}.body"),
        (
            f"its quotation marks are not those of {version.language!r}: write "
            f"{usual.open}…{usual.close}"
        ),
    )

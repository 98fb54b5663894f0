"""Quoted spans: where quotation marks open and close in running text, whatever their habit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsmodel.quotes.spans.habits import CLOSES, MARK, Habit, habit_of, role
from newsmodel.quotes.spans.singles import single_pairs

__all__ = ["Span", "find_spans"]

Mark = tuple[int, str]
Pair = tuple[int, int]

_REOPENS = {"«": "«»", "»": "»«", "“": "“”", "„": "„“”", "”": "”", '"': '"', "「": "「", "『": "『"}
_LOOK_BACK = 3


@attrs.frozen(kw_only=True)
class Span:
    """Words between quotation marks: one piece of a quotation, or a title, or a scare quote."""

    start: int
    """Where the quoted words begin, after the mark."""
    end: int
    """Where they end, before the mark."""
    marks: tuple[str, str]
    """The marks as printed, with the space inside them; "" where none is printed."""
    continues: bool = False
    """Whether the piece goes on with the quotation of the paragraph before."""

    @property
    def outer(self) -> tuple[int, int]:
        """Where the span begins and ends with its marks."""
        return self.start - len(self.marks[0]), self.end + len(self.marks[1])


@attrs.frozen(kw_only=True)
class _Paragraph:
    start: int
    end: int
    pairs: list[Pair]
    opened: Mark | None
    stray: int | None
    joins: str


def find_spans(text: str, language: str | None = None) -> tuple[Span, ...]:
    """The outermost quoted spans of a text, in order, each within one paragraph (a line).

    Marks of different habits are told apart by what the text itself does, and by the language
    where it does not tell.  Single marks count only where the text prints no double ones
    outside them.  Takes time proportional to the text; never raises.
    """
    habit = habit_of(text, language)
    spans = [s for s in _double_spans(text, habit) if s.start < s.end]
    if habit.singles:
        singles = [_span(text, pair) for pair in single_pairs(text)]
        if singles and _covers(singles, spans):
            return tuple(s for s in singles if s.start < s.end)
    return tuple(spans)


def _covers(outer: Sequence[Span], spans: Sequence[Span]) -> bool:
    """Whether every span stands inside one of the outer ones."""
    at = 0
    for span in spans:
        while at < len(outer) and outer[at].end < span.end:
            at += 1
        if at == len(outer) or span.start < outer[at].start:
            return False
    return True


def _double_spans(text: str, habit: Habit) -> Iterator[Span]:
    paragraphs = list(_read(text, habit))
    for at, paragraph in enumerate(paragraphs):
        following = paragraphs[at + 1].joins if at + 1 < len(paragraphs) else ""
        yield from _settle(text, paragraph, goes_on=bool(following))


def _settle(text: str, paragraph: _Paragraph, *, goes_on: bool) -> Iterator[Span]:
    """The spans of a paragraph, once it is known whether the next one goes on with its last."""
    continues = paragraph.joins == "reopens"
    if paragraph.joins == "runs on" and paragraph.stray is not None:
        start = _skip_space(text, paragraph.start, paragraph.stray)
        closer = text[paragraph.stray]
        yield Span(start=start, end=paragraph.stray, marks=("", closer), continues=True)
    opened = paragraph.opened
    if opened and not (goes_on or continues or _introduced(text, opened[0])):
        opened = None
    for pair in paragraph.pairs:
        if opened is None or pair[1] < opened[0]:
            yield _span(text, pair, continues=continues)
            continues = False
    if opened:
        yield _piece(text, opened[0], paragraph.end, continues=continues)


def _introduced(text: str, at: int) -> bool:
    return text[max(0, at - 2) : at].rstrip(" \u00a0").endswith(":")


def _span(text: str, pair: Pair, *, continues: bool = False) -> Span:
    """The span of a pair of marks, the space inside them counted with the marks."""
    inner = text[pair[0] + 1 : pair[1]]
    start = pair[0] + 1 + len(inner) - len(inner.lstrip())
    end = max(start, pair[1] - (len(inner) - len(inner.rstrip())))
    marks = (text[pair[0] : start], text[end : pair[1] + 1])
    return Span(start=start, end=end, marks=marks, continues=continues)


def _piece(text: str, at: int, end: int, *, continues: bool) -> Span:
    """A span that its paragraph leaves open."""
    start = _skip_space(text, at + 1, end)
    end = start + len(text[start:end].rstrip())
    return Span(start=start, end=end, marks=(text[at:start], ""), continues=continues)


def _skip_space(text: str, start: int, end: int) -> int:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip())


def _read(text: str, habit: Habit) -> Iterator[_Paragraph]:
    """The paragraphs that hold marks, each with its pairs and what it leaves open."""
    before: _Paragraph | None = None
    for start, end, marks in _paragraphs(text):
        adjoins = before is not None and not text[before.end : start].strip()
        opened = before.opened if before is not None and adjoins else None
        reopener = opened[1] if opened and _reopens(text, start, marks[0], opened) else ""
        pairs, left, stray = _pair_up(text, marks, habit, reopener)
        runs_on = opened is not None and not reopener and _runs_on(opened, stray, pairs)
        before = _Paragraph(
            start=start,
            end=end,
            pairs=_outermost(pairs),
            opened=next((mark for mark in left if habit.trusts(mark[1])), None),
            stray=stray,
            joins="reopens" if reopener else "runs on" if runs_on else "",
        )
        yield before


def _paragraphs(text: str) -> Iterator[tuple[int, int, list[Mark]]]:
    start = end = -1
    marks: list[Mark] = []
    for match in MARK.finditer(text):
        at = match.start()
        if at > end:
            if marks:
                yield start, end, marks
            start, marks = text.rfind("\n", max(0, end), at) + 1, []
            start = max(start, end + 1)
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
        marks.append((at, match[0]))
    if marks:
        yield start, end, marks


def _reopens(text: str, start: int, mark: Mark, opened: Mark) -> bool:
    return mark[1] in _REOPENS.get(opened[1], "") and not text[start : mark[0]].strip()


def _runs_on(opened: Mark, stray: int | None, pairs: list[Pair]) -> bool:
    """Whether a paragraph closes, without opening anew, what the one before left open."""
    if opened[1] == '"' or stray is None:
        return False
    return not pairs or stray < min(pairs)[0]


def _pair_up(
    text: str, marks: list[Mark], habit: Habit, reopener: str
) -> tuple[list[Pair], list[Mark], int | None]:
    """The pairs of a paragraph, nested ones too, what is left open, the first stray closer."""
    stack: list[Mark] = []
    pairs: list[Pair] = []
    stray: int | None = None
    for at, mark in marks:
        top = stack[-1][1] if stack else ""
        if reopener:
            stack.append((at, reopener))
            reopener = ""
            continue
        what = role(text, at, mark, top, habit)
        if what > 0:
            stack.append((at, mark))
        elif what < 0 and not _close(stack, pairs, at, mark) and stray is None and not stack:
            stray = at
    return pairs, stack, stray


def _close(stack: list[Mark], pairs: list[Pair], at: int, mark: str) -> bool:
    """Close the nearest mark that this one can close, dropping those left open in between."""
    for back in range(1, min(_LOOK_BACK, len(stack)) + 1):
        opened, opener = stack[-back]
        if mark in CLOSES[opener]:
            pairs.append((opened, at))
            del stack[-back:]
            return True
    return False


def _outermost(pairs: list[Pair]) -> list[Pair]:
    found: list[Pair] = []
    for pair in sorted(pairs):
        if not found or pair[0] > found[-1][1]:
            found.append(pair)
    return found

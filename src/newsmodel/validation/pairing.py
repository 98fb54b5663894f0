"""Which quotation marks of a line belong together, and which belong to none."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import TypeAlias

import attrs

from newsmodel.language.marks import STRAIGHT, marks_for
from newsmodel.quotes.spans.habits import CLOSES, Habit, closing, opening, role

__all__ = [
    "MARK",
    "Line",
    "Pair",
    "Pairing",
    "habit_of",
    "is_known",
    "is_tidy",
    "marks_in",
    "marks_of",
    "own_pairs",
    "paired",
]

MARK = re.compile('["“”„‟«»「」『』＂]')
"""A double quotation mark, or what stands for one."""

_DEPTH = 3
_MARKS = MARK.pattern[1:-1]
_KNOWN = frozenset('“” „“ „” ‟” ”” «» »« »» 「」 『』 "" ＂＂'.split())
# As in Hebrew abbreviations; in Korean and Japanese a particle follows without a space.
_SPACED = r"[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_IN_WORD = re.compile(rf'(?<={_SPACED})"(?={_SPACED})')
_INCHES = re.compile(r'(?<=\d)["”]')
_PREFIXED = r'(?<!\b[בהוכלמש]")(?<!\b[בהוכלמש]{2}")'  # in Hebrew, to the quotation after it
_READINGS = (
    re.compile(f"{_IN_WORD.pattern}|{_INCHES.pattern}"),
    re.compile(rf"{_IN_WORD.pattern}{_PREFIXED}|{_IN_WORD.pattern}(?!\w{{3}})"),
)
"""What of a line may be no quotation marks, if not all that stand in it have a counterpart."""
_ARROW = re.compile(r"^\s*»(?=\s)|(?<=\s)»\s*$")  # leads to something else
_STRAIGHT = frozenset('"＂')

Mark: TypeAlias = tuple[int, str]
Pair: TypeAlias = tuple[int, int, str]
"""Where a pair begins and ends, and its two marks."""


@attrs.frozen(kw_only=True)
class Pairing:
    """What the marks of a line do, and where those stand that have no counterpart in it."""

    pairs: tuple[Pair, ...] = ()
    """The marks that belong together."""
    opens: int | None = None
    """The last mark, if it opens what may go on in another line."""
    closes: int | None = None
    """The first mark, if it may close what a line before has opened."""
    odd: int | None = None
    """The first of marks that do not tell whether they open or close, if their number is odd."""
    lonely: int | None = None
    """Any other."""

    @property
    def is_whole(self) -> bool:
        """Whether every mark has its counterpart."""
        return {self.opens, self.closes, self.odd, self.lonely} == {None}


Line: TypeAlias = tuple[str, str, str | None, Pairing]
"""What stands alone, such as a headline: path, words, their language, what belongs together."""


def marks_in(text: str) -> list[str]:
    """The sorts of marks in a text."""
    return [mark for mark in ('"' if text.isascii() else _MARKS) if mark in text]


def marks_of(text: str, sorts: Iterable[str]) -> str:
    """The marks of a text in order, of the sorts that it may hold.

    Most texts have few marks: to look for each sort is quicker than to look at each character.
    """
    found: list[Mark] = []
    for mark in sorts:
        at = text.find(mark)
        while at >= 0:
            found.append((at, mark))
            at = text.find(mark, at + 1)
    found.sort()
    return "".join([mark for _, mark in found])


def is_known(marks: str, language: str | None = None) -> bool:
    """Whether such a pair is printed, in a language or whatever the language."""
    return marks in _KNOWN or marks in own_pairs(language)


@functools.lru_cache(maxsize=256)
def own_pairs(language: str | None) -> tuple[str, ...]:
    """The pairs of a language, straight ones among them; empty where none are known for it."""
    if language is None or marks_for(language) == marks_for("und"):
        return ()
    pairs = (mark.open + mark.close for mark in (*marks_for(language), *STRAIGHT))
    return tuple(dict.fromkeys(pair for pair in pairs if MARK.match(pair)))


def is_tidy(marks: str, language: str | None) -> bool:
    """Whether the marks of a text, its words left out, are pairs of its language and no more.

    Where none are known for it, pairs of some language.
    """
    pairs = own_pairs(language) or _KNOWN
    for _ in range(_DEPTH):
        for pair in pairs:
            marks = marks.replace(pair, "")
        if not marks:
            return True
    return False


def habit_of(marks: str) -> Habit:
    """What the marks of a text, its words left out, tell of the way it uses them."""
    angles = "".join(dict.fromkeys([mark for mark in marks if mark in "«»"]))
    return Habit(
        angles="»»" if angles == "»" else angles if len(angles) > 1 else "«»",
        same="“" not in marks and "„" not in marks,
    )


def paired(text: str, habit: Habit, reopened: str = "") -> Pairing:
    """The marks of a line put together.

    Args:
        text: the line.
        habit: how the text it is from uses its marks.
        reopened: the mark that a line before left open, if this one begins with a mark.
    """
    if "»" in text and "«" not in text and not reopened:
        text = _ARROW.sub(lambda arrow: arrow[0].replace("»", "_"), text)
    marks = _marks(text, _IN_WORD)
    found = _read(text, marks, habit, reopened)
    if found.is_whole:
        return found
    others = [other for reading in _READINGS if (other := _marks(text, reading)) != marks]
    readings = (_read(text, other, habit, reopened) for other in others)
    return next((reading for reading in readings if reading.is_whole), found)


def _marks(text: str, no_marks: re.Pattern[str]) -> list[Mark]:
    return [(m.start(), m[0]) for m in MARK.finditer(no_marks.sub("_", text))]


def _read(text: str, marks: list[Mark], habit: Habit, reopened: str) -> Pairing:
    if _STRAIGHT.issuperset([mark for _, mark in marks]):
        return _straight(text, marks)
    stack: list[Mark] = []
    pairs: list[Pair] = []
    left: list[int] = []
    for number, (at, mark) in enumerate(marks):
        if not stack and _INCHES.match(text, at):
            continue
        if reopened and not number:
            stack.append((at, reopened))
        elif _opens(text, at, mark, stack, habit):
            stack.append((at, mark))
        elif stack:
            back = _counterpart(stack, mark)
            pairs.append((stack[back][0], at, stack[back][1] + mark))
            left += [place for place, _ in stack[back + 1 :]]
            del stack[back:]
        else:
            left.append(at)
    if stack and pairs and (stack[-1][1] + "»", pairs[-1][1]) == ("«»", marks[-1][0]):
        stack.pop()  # Russian writes one mark where two quotations end
    left += [at for at, _ in stack]
    last = stack[-1] if stack and not _opened_again(stack[-1], pairs) else None
    return _left(left, marks[0][0], None if last is None else last[0], tuple(pairs))


def _straight(text: str, marks: list[Mark]) -> Pairing:
    inches = len(_INCHES.findall(text))
    if len(marks) % 2 and (len(marks) - inches) % 2:
        return Pairing(odd=marks[0][0])
    return Pairing(pairs=((0, 0, '""'),) * (len(marks) // 2))


def _left(left: list[int], first: int, last: int | None, pairs: tuple[Pair, ...]) -> Pairing:
    closes = first if first in left and first != last else None
    lonely = (at for at in sorted(left) if at not in (closes, last))
    return Pairing(pairs=pairs, opens=last, closes=closes, lonely=next(lonely, None))


def _opens(text: str, at: int, mark: str, stack: list[Mark], habit: Habit) -> bool:
    """Whether a mark opens: by the gaps around it, where these do not tell by what it is."""
    before, after = opening(text, at), closing(text, at)
    if before != after:
        return before
    return role(text, at, mark, stack[-1][1] if stack else "", habit) > 0


def _counterpart(stack: list[Mark], mark: str) -> int:
    """The nearest open mark that this one can close, else the last."""
    fitting = (n for n in range(len(stack) - 1, -1, -1) if mark in CLOSES.get(stack[n][1], ""))
    return next(fitting, -1) % len(stack)


def _opened_again(opened: Mark, pairs: list[Pair]) -> bool:
    """Whether a quotation with the same mark follows one that was never closed."""
    return any(start > opened[0] and marks[0] == opened[1] for start, _, marks in pairs)

"""What a text does with its quotation marks, and whether one mark opens or closes."""

from __future__ import annotations

import re
from collections import Counter

import attrs

from newsmodel.language.marks import marks_for

__all__ = ["CLOSES", "MARK", "Habit", "closing", "habit_of", "opening", "role"]

MARK = re.compile('["“”„‟«»「」『』＂]')
CLOSES = {
    "„": '“”"',
    "‟": '”"',
    "“": '”"“',
    '"': '"”“',
    "”": '”"',
    "«": "»",
    "»": "«»",
    "「": "」",
    "『": "』",
    "＂": "＂",
}
"""The marks that may close what a mark opened, its own and those of sloppy typing."""

OPEN, CLOSE, NEITHER = 1, -1, 0

_BINDING = "\u00a0\u202f\u2009"
_AFTER_OPEN = "([{<—–-/=>|¿¡'‘’‚‹"
_BEFORE_CLOSE = ".,;:!?…)]}>—–-/|'’‘›"
_FAMILY = {"“": "curly", "”": "curly", "„": "low", "‟": "curly", '"': "straight", "«": "angle"}
_FAMILY |= {
    "»": "angle",
    "「": "corner",
    "」": "corner",
    "『": "corner",
    "』": "corner",
    "＂": "straight",
}
_CLOSED = {
    "straight": re.compile(r'"[^"\n]+"'),
    "curly": re.compile(r"“[^“”\n]+[”\"“]|”[^“”\n]+”"),
    "low": re.compile(r"„[^„“”\n]+[“”\"]"),
    "angle": re.compile(r"«[^«»\n]+»|»[^«»\n]+[«»]"),
    "corner": re.compile(r"「[^「」\n]+」"),
}
_OPENED = re.compile(r'(?:^|[\s(\[—–])(["“”„«»‟「『])(?=[^\s.,;:!?)])', re.MULTILINE)


@attrs.frozen(kw_only=True)
class Habit:
    """How one text uses its marks."""

    angles: str = "«»"
    """``«»``, ``»«`` or ``»»``: which way the angle marks point."""
    same: bool = False
    """Whether ``”`` opens as well as closes, as in Swedish and Finnish."""
    family: str = "curly"
    """The family of marks that holds most quotations of the text."""
    singles: bool = False
    """Whether the text has opening single marks at all."""

    def trusts(self, mark: str) -> bool:
        """Whether an opening mark that is not closed can be a quotation in this text.

        A typewriter's mark before each paragraph of a text that quotes with curly ones is
        what is left of a block quotation's layout.
        """
        return _FAMILY[mark] == self.family


def habit_of(text: str, language: str | None) -> Habit:
    """The habit of a text; where the text does not tell, that of its language."""
    opened = Counter(_OPENED.findall(text))
    pairs = [(m.open, m.close) for m in marks_for(language) if not m.nested]
    return Habit(
        angles=_angles(text, opened, pairs),
        same=_same(text, opened, pairs),
        family=_family(text, pairs[0][0]),
        singles=any(mark in text for mark in "‘‚‹'"),
    )


def _family(text: str, preferred: str) -> str:
    """The family most closed pairs belong to; the language's own where none is closed."""
    counts = {name: len(pattern.findall(text)) for name, pattern in _CLOSED.items()}
    best = max(counts, key=lambda name: counts[name])
    if counts[best]:
        return best
    first = MARK.search(text)
    return _FAMILY[first[0]] if first else _FAMILY.get(preferred, "curly")


def _same(text: str, opened: Counter[str], pairs: list[tuple[str, str]]) -> bool:
    if not opened["”"]:
        return False
    if "“" not in text and "„" not in text:
        return True
    return ("”", "”") in pairs and opened["”"] > opened["“"]


def _angles(text: str, opened: Counter[str], pairs: list[tuple[str, str]]) -> str:
    if "«" not in text:
        return "»»"
    if "»" not in text:
        return "«»"
    if opened["«"] != opened["»"]:
        return "«»" if opened["«"] > opened["»"] else "»«"
    return next((a + b for a, b in pairs if a in "«»"), "«»")


def role(text: str, at: int, mark: str, top: str, habit: Habit) -> int:
    """Whether a mark opens (1), closes (-1) or does neither (0), ``top`` being the mark open."""
    if mark in "„‟「『":
        return OPEN
    if mark in "」』":
        return CLOSE
    if mark in "«»" and habit.angles != "»»":
        return OPEN if mark == habit.angles[0] else CLOSE
    return _by_context(text, at, mark, top, habit)


def _by_context(text: str, at: int, mark: str, top: str, habit: Habit) -> int:
    closes = bool(top) and mark in CLOSES[top]
    opens, ends = opening(text, at), closing(text, at)
    if mark == "”" and not habit.same:
        return CLOSE if closes else NEITHER
    if opens != ends:
        return OPEN if opens else CLOSE
    if mark == "“" and not ends:
        return OPEN
    if closes:
        return CLOSE
    return NEITHER if at and text[at - 1].isdigit() else OPEN


def opening(text: str, at: int) -> bool:
    """Whether a mark stands as an opening one does: a gap before, a word after."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    gap = not before or (before.isspace() and before not in _BINDING) or before in _AFTER_OPEN
    return (
        gap
        and bool(after)
        and (after in _BINDING or not after.isspace())
        and (after not in ".,;:!?)]}" or text[at + 1 : at + 4] == "...")
    )


def closing(text: str, at: int) -> bool:
    """Whether a mark stands as a closing one does: a word before, a gap after."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    gap = not after or (after.isspace() and after not in _BINDING) or after in _BEFORE_CLOSE
    return gap and bool(before) and (before in _BINDING or not before.isspace())

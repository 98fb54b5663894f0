"""Which of the values that are there now is which of those that were there before."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from operator import is_
from typing import Any

import attrs

from newsmodel.formats.newsml.carrying.telling import keys_of
from newsmodel.formats.newsml.xml.markup import markup_of
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Contributor, Rendition
from newsmodel.model.base import changed

__all__ = ["ELEMENTS", "TAKEN_OUT", "UNCLEAR", "VALUES", "Likeness", "counterparts"]

TAKEN_OUT, UNCLEAR = -1, -2
"""Stand for the number of a value that is there no more, and of one that may be another now."""
_THINGS = "qcode uri residref href id".split()
_WORD = re.compile(r"\w+")
_MUCH = 0.5
"""From how much on in common two names are alike."""


@attrs.frozen
class Likeness:
    """What tells values from each other."""

    same: Callable[[Any], Hashable]
    """What equal values have in common."""
    keys: Callable[[Any], list[str]]
    """What a value may be called by, the first what it is called by."""
    thing: Callable[[Any], str | None]
    """The code or the address of what it is about."""
    is_mended: Callable[[Any, Any], bool]
    """Whether a value in the place of another plainly is that one put right."""
    is_moved: Callable[[Any, Any], bool] = lambda old, new: False
    """Whether it is that one but for its address."""


def counterparts(old: Sequence[Any], new: Sequence[Any], like: Likeness) -> list[int]:
    """Which one each value is now: the equal one, else one called the same, else one in its place.

    Returns:
        for each that was there its number among those that are, or `TAKEN_OUT`, or `UNCLEAR`.
    """
    if len(old) == len(new) and all(map(is_, old, new)):
        return [*range(len(old))]
    matching = _Matching(old, new, like)
    return [
        matching.found.get(number, UNCLEAR if number in matching.unclear else TAKEN_OUT)
        for number in range(len(old))
    ]


class _Matching:
    """The counterparts found so far."""

    def __init__(self, old: Sequence[Any], new: Sequence[Any], like: Likeness) -> None:
        self.found: dict[int, int] = {}
        self.unclear: set[int] = set()
        self._old, self._new, self._like = old, new, like
        self._free = dict.fromkeys(range(len(new)))
        self._find_equal()
        if self._free:
            self._find_called()
        if self._free:
            self._find_in_place()

    def _take(self, pairs: Iterable[tuple[int, int]]) -> None:
        for one, two in pairs:
            self.found[one] = two
            self._free.pop(two)

    def _waiting(self) -> list[int]:
        done = self.found.keys() | self.unclear
        return [number for number in range(len(self._old)) if number not in done]

    def _find_equal(self) -> None:
        """Of several that are equal the very one, or each in its place."""
        waiting = self._by(self._like.same, self._new, self._free)
        for same, before in self._by(self._like.same, self._old, self._waiting()).items():
            now = waiting.get(same, [])
            very = {id(self._new[two]): two for two in now}
            sure = [(one, very.get(id(self._old[one]))) for one in before]
            here = [(one, two) for one, two in sure if two is not None]
            if len({two for _, two in here}) == len(here) == min(len(before), len(now)):
                self._take(here)
            elif len(before) > len(now) > 0:
                self.unclear.update(before)
            else:
                self._take(zip(before, now, strict=False))

    def _find_called(self) -> None:
        """Those that are called the same, if as many as before are; then by another name."""
        waiting = self._by(self._key, self._new, self._free)
        for key, before in self._by(self._key, self._old, self._waiting()).items():
            now = waiting.get(key, [])
            as_many = len(before) == len(now)
            in_place = before == now and len(self._old) == len(self._new)
            if as_many if key else in_place:
                self._take(zip(before, now, strict=True))
            elif now:
                self.unclear.update(before)
        called = {two: self._like.keys(self._new[two]) for two in self._free}
        for one in self._waiting() if called else ():
            key = self._key(self._old[one])
            two = next((n for n in self._free if key and key in called[n]), None)
            self._take([(one, two)] if two is not None else [])

    def _find_in_place(self) -> None:
        """Those that were put right where they stand, while all others are as they were."""
        as_many = len(self._old) == len(self._new)
        only = next(iter(self._free)) if as_many and len(self._free) == 1 else None
        for one in self._waiting():
            old, here = self._old[one], as_many and one in self._free
            is_thing = self._like.thing(old) is not None
            is_mended = one == only and not is_thing and self._like.is_mended(old, self._new[one])
            if is_mended or (here and self._like.is_moved(old, self._new[one])):
                self._take([(one, one)])
            elif one == only or (only is None and not is_thing):
                self.unclear.add(one)

    def _key(self, value: Any) -> str:
        return next(iter(self._like.keys(value)), "")

    @staticmethod
    def _by(
        told: Callable[[Any], Hashable], values: Sequence[Any], numbers: Iterable[int]
    ) -> dict[Any, list[int]]:
        found: dict[Any, list[int]] = {}
        for number in numbers:
            found.setdefault(told(values[number]), []).append(number)
        return found


# ------------------------------------------------------------------ values
def _thing(value: Any) -> str | None:
    if isinstance(value, Rendition):
        return None  # its address is where it lies now
    value = getattr(value, "concept", None) or value
    found = (getattr(value, name, None) for name in _THINGS)
    return next((each for each in found if isinstance(each, str)), None)


def _is_put_right(old: Any, new: Any) -> bool:
    """Whether words of the one are still in the other, or it is much like it."""
    if isinstance(old, Rendition):
        return False
    before, now = _words(old), _words(new)
    if not before or before & now:
        return True
    one, two = (" ".join(sorted(each)) for each in (before, now))
    return SequenceMatcher(None, one, two).ratio() > _MUCH


def _words(value: Any) -> set[str]:
    names = keys_of(value)
    if isinstance(value, Contributor) and value.name:
        names.append(value.name)
    return {word for name in names for word in _WORD.findall(name.casefold())}


def _is_moved(old: Any, new: Any) -> bool:
    if not isinstance(old, Rendition) or not isinstance(new, Rendition):
        return False
    return bool(changed(old, href=new.href, residref=new.residref) == new)


VALUES = Likeness(
    same=lambda value: value,
    keys=keys_of,
    thing=_thing,
    is_mended=_is_put_right,
    is_moved=_is_moved,
)
"""What tells the values of a field from each other."""


# ------------------------------------------------------------------ elements
def _codes(node: Element) -> list[str]:
    found = (node.get(name) for name in ("qcode", "uri", "literal", *_THINGS[2:]))
    return [each for each in found if each is not None]


ELEMENTS = Likeness(
    same=markup_of,
    keys=_codes,
    thing=lambda node: next((node.get(name) for name in _THINGS if name in node.attrib), None),
    is_mended=lambda old, new: True,
)
"""What tells the elements within a value from each other."""

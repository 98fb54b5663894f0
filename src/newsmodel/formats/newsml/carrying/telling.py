"""What values are told from each other by, and the places that follow from that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeAlias

from newsmodel.formats.newsml.names import FORMAT
from newsmodel.formats.newsml.properties.row import Row
from newsmodel.model import Contributor, Extension
from newsmodel.model.base import maker

__all__ = ["COUNT", "Key", "Places", "Told", "count_of_like", "key_of", "keys_of"]

_MAKE = maker(Extension)
Key: TypeAlias = tuple[str | None, int]
"""What a value is told by, as a place has it, and its number among its like."""
COUNT = "/count()"
"""End of the place of the number of values that are called the same."""


def count_of_like(row: Row, key: str, number: int) -> Extension:
    """The number of values that are called the same, told by the key that a place has."""
    place = f"{_base(row)}[={key}]{COUNT}"
    return _MAKE(format=FORMAT, place=place, content=str(number))


def _base(row: Row) -> str:
    return f"{row.parent}/{row.name}" if row.parent else row.name


class Places:
    """The places of values among their like, which stay the same when others are added."""

    def __init__(self) -> None:
        self._seen: dict[Row, tuple[int, dict[str, int]]] = {}
        self._asked: dict[tuple[Row, str], Sequence[Any]] = {}

    def last(self, row: Row, values: Sequence[Any]) -> str:
        """The place of the last value of those of a row."""
        base = _base(row)
        if not row.many:
            return base
        counts, key = self._counted(row, values), key_of(values[-1])
        self._asked[row, key] = values
        number = f"[{counts[key]}]" if counts[key] > 1 else ""
        return f"{base}[={key!r}]{number}"

    def _counted(self, row: Row, values: Sequence[Any]) -> dict[str, int]:
        known, counts = self._seen.get(row) or (0, {})
        for key in map(key_of, values[known:]):
            counts[key] = counts.get(key, 0) + 1
        self._seen[row] = len(values), counts
        return counts

    def counts(self) -> list[Extension]:
        """Of how many of their like the values are one whose places were asked for."""
        asked = self._asked.items()
        found = [(row, key, self._counted(row, values)[key]) for (row, key), values in asked]
        return [count_of_like(row, repr(key), number) for row, key, number in found if number > 1]


def key_of(value: Any) -> str:
    """What tells a value from its like: its code, its address, its name, its text; cut short."""
    if isinstance(value, Contributor):
        value = value.concept or value
    for name in _KEYS:
        found = getattr(value, name, None)
        if isinstance(found, str):
            return found[:_LONGEST_KEY]
    return ""


def keys_of(value: Any) -> list[str]:
    """All that might tell a value from its like."""
    if isinstance(value, Contributor):
        value = value.concept or value
    found = [getattr(value, name, None) for name in _KEYS]
    return [each[:_LONGEST_KEY] for each in found if isinstance(each, str)]


_KEYS = "qcode uri literal residref href id name value text alt_text".split()
_LONGEST_KEY = 120


class Told:
    """Values of a field, and what each is told by."""

    def __init__(self, values: Sequence[Any]) -> None:
        self.values = values
        """The values."""
        self.keys: list[Key] = []
        """For each its key."""
        self.counts: Counter[str | None] = Counter()
        """How many are told by the same."""
        for key in map(repr, map(key_of, values)):
            self.counts[key] += 1
            self.keys.append((key, self.counts[key]))
        self.numbers = {key: number for number, key in enumerate(self.keys)}
        """For each key the number of its value among them."""

"""Carried things find the values they belong to: see `edited`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from operator import is_
from typing import Any, TypeAlias

from newsmodel.formats.newsml.carrying.held import PLACES, UNKNOWN, path_in, place_of
from newsmodel.formats.newsml.carrying.taking import Among, in_order
from newsmodel.formats.newsml.carrying.telling import (
    COUNT,
    Key,
    Told,
    count_of_like,
    key_of,
    keys_of,
)
from newsmodel.formats.newsml.documents.counterparts import TAKEN_OUT, UNCLEAR, VALUES, counterparts
from newsmodel.formats.newsml.documents.inner import moved_within, unplaced_within
from newsmodel.formats.newsml.names import FORMAT, QCODE
from newsmodel.formats.newsml.properties.rights import outdated_pieces
from newsmodel.formats.newsml.properties.row import Row
from newsmodel.model import Extension, Rights
from newsmodel.model.base import changed

__all__ = ["settled_among"]

_Place: TypeAlias = tuple[str, str]
_Held: TypeAlias = dict[Key, list[Extension]]
_Rows: TypeAlias = Mapping[_Place, Sequence[Row]]
_Values: TypeAlias = Callable[[Row], list[Any]]
_Left: TypeAlias = list[tuple[Row, str | None]]
_NUMBERED = "]/"
"""Stands in the place of a piece that is within one of several elements."""
_OF_RIGHTS = "rightsInfo/"
"""How the places of pieces of rights begin, of which one value may contradict another."""
_SOMEBODY = frozenset({"creator", "provider"})
"""Fields of one value of which another is somebody else."""


def settled_among(
    extensions: tuple[Extension, ...], rows: _Rows, values: _Values
) -> tuple[tuple[Extension, ...], _Left]:
    """Carried things that belong to the values there are now.

    Args:
        extensions: what is carried.
        rows: the rows of the fields, by their elements.
        values: gives for a row the values of its field.

    Returns:
        the carried things, the same where nothing was edited, and what stays behind: the row of
        the field, and what its value was told by, if by anything.
    """
    waiting = [e for e in extensions if e.format == FORMAT and _is_told(e, rows)]
    edited, kept = _compared(waiting, values)
    if not edited:
        return extensions, []
    edited |= _counted_in(extensions) - kept
    settling = _Settling(values)
    for place, held in _by_element(extensions, edited).items():
        if place in rows:
            settling.settle(held, rows[place])
    return settling.applied(extensions), settling.left


def _is_told(extension: Extension, rows: _Rows) -> bool:
    """Whether it is carried for a value that may be another now."""
    memory = extension.recall(None)
    if isinstance(memory, Among):
        return (memory.row.parent, memory.row.name) in rows
    if "[=" in extension.place:
        return not extension.place.endswith(COUNT)
    return _NUMBERED in extension.place or extension.place.startswith(_OF_RIGHTS)


def _compared(extensions: Iterable[Extension], values: _Values) -> tuple[set[_Place], set[_Place]]:
    """The elements whose values are not remembered as just those there are, and others."""
    known: dict[int, bool] = {}
    edited, kept = set[_Place](), set[_Place]()
    for extension in extensions:
        memory = extension.recall(None)
        if not isinstance(memory, Among):
            parts = PLACES[extension.place]
            edited |= set() if parts is None else {(parts.parent, parts.name)}
            continue
        row = memory.row
        mark = id(memory.values if row.many else memory)
        if mark not in known:
            before = memory.values if row.many else [memory.value]
            known[mark] = _are_same(values(row), before)
        (kept if known[mark] else edited).add((row.parent, row.name))
    return edited, kept


def _counted_in(extensions: Iterable[Extension]) -> set[_Place]:
    """The elements of whose values a number is carried: it may be of some that are no more."""
    counts = [e.place for e in extensions if e.format == FORMAT and e.place.endswith(COUNT)]
    found = [parts for place in counts if (parts := PLACES[place]) is not None]
    return {(parts.parent, parts.name) for parts in found}


def _are_same(values: Sequence[Any], before: Sequence[Any]) -> bool:
    """Whether values are those that were there, and of equal ones none in another's place."""
    if values != before:
        return False
    return all(map(is_, values, before)) or len({*values}) == len(values)


def _by_element(
    extensions: Iterable[Extension], elements: Collection[_Place]
) -> dict[_Place, _Held]:
    """What is carried for values, by the element they are, one of some, and their keys."""
    starts = tuple([f"{parent}/{name}".removeprefix("/") for parent, name in elements])
    found: dict[_Place, _Held] = {}
    for each in extensions:
        if each.format != FORMAT or not each.place.startswith(starts):
            continue
        parts = PLACES[each.place]
        if parts is None or parts.path is None:
            continue
        place = parts.parent, parts.name
        if place in elements:
            held = found.setdefault(place, {})
            number = 0 if parts.path == "count()" else parts.number
            held.setdefault((parts.key, number), []).append(each)
    return found


class _Settling:
    """The search for the values that what is carried belongs to.

    Args:
        values: gives for a row the values of its field.
    """

    def __init__(self, values: _Values) -> None:
        self.left: _Left = []
        self._values = values
        self._now: dict[Row, Told] = {}
        self._before: dict[int, Told] = {}
        self._numbers: dict[int, list[int]] = {}
        self._places: dict[int, str | None] = {}
        self._counts: list[Extension] = []

    def settle(self, held: _Held, rows: Sequence[Row]) -> None:
        """Find those for what is carried for the values of one element.

        Args:
            held: what is carried, by keys; by the number 0 of how many values that have a key.
            rows: the rows of the fields it may be of.
        """
        counts = {key: each for (key, number), each in held.items() if not number}
        fields = {row.field for row in rows}
        found: dict[Key, Row] = {}
        unknown: _Held = {}
        for key, carried in held.items():
            memory = _remembered(carried, fields)
            if memory is None:
                unknown[key] = carried
            elif not memory.row.many:
                self._stay(memory, carried)
            elif (now_called := self._follow(memory, key, carried)) is not None:
                found[now_called] = memory.row
        many = [row for row in rows if row.many]
        alone = [row for row in rows if not row.many]
        for carried in [each for (key, _), each in unknown.items() if key is None and alone]:
            self._check_within(carried, alone[0], next(iter(self._told(alone[0]).values), None))
        unknown = {key: each for key, each in unknown.items() if key[0] is not None and key[1]}
        if unknown and many:
            numbers = {key: each[0].content for key, each in counts.items()}
            found |= self._by_key(unknown, numbers, many, found)
        self._count(counts, found)

    def applied(self, extensions: tuple[Extension, ...]) -> tuple[Extension, ...]:
        """The carried things where they belong now, without those that belong nowhere."""
        if not self._places and not self._counts:
            return extensions
        kept = [each for e in extensions if (each := self._moved(e)) is not None]
        return tuple(sorted([*kept, *self._counts], key=in_order))

    def _moved(self, extension: Extension) -> Extension | None:
        place = self._places.get(id(extension), extension.place)
        if place is None or place == extension.place:
            return None if place is None else extension
        return changed(extension, place=place).remember(extension.recall(UNKNOWN))

    def _move(self, extension: Extension, place: str | None) -> None:
        if place != extension.place:
            self._places[id(extension)] = place

    def _told(self, row: Row) -> Told:
        if row not in self._now:
            self._now[row] = Told(self._values(row))
        return self._now[row]

    def _leave(self, carried: list[Extension]) -> None:
        self._places |= dict.fromkeys(map(id, carried))

    # -------------------------------------------------------------- where values are remembered
    def _follow(self, memory: Among, key: Key, carried: list[Extension]) -> Key | None:
        """Move what is carried to the value that is the remembered one; the key of that."""
        mark, now = id(memory.values), self._told(memory.row)
        if mark not in self._numbers:
            self._before[mark] = Told(memory.values)
            self._numbers[mark] = counterparts(memory.values, now.values, VALUES)
        index = self._before[mark].numbers.get(key)
        number = TAKEN_OUT if index is None else self._numbers[mark][index]
        if number < 0:
            self._leave(carried)
            self.left += [(memory.row, key[0])] if number != TAKEN_OUT else []
            return None
        self._within(carried, memory, now.values[number], now.keys[number])
        return now.keys[number]

    def _stay(self, memory: Among, carried: list[Extension]) -> None:
        """Leave what is carried with the one value of a field, unless that is somebody else now."""
        values = [value for value in self._told(memory.row).values if value is not None]
        now = counterparts([memory.value], values, VALUES) if memory.row.field in _SOMEBODY else []
        if values and now == [UNCLEAR]:
            self._leave(carried)
            self.left.append((memory.row, repr(key_of(memory.value))))
        else:
            self._within(carried, memory, next(iter(values), None), None)

    def _within(self, carried: list[Extension], memory: Among, value: Any, key: Key | None) -> None:
        """Move what is carried for one value to another key, and within the value."""
        paths = {id(each): path_in(each.place) for each in carried}
        moved, is_left = moved_within(memory.row, memory.value, value, [*paths.values()])
        if outdated := _outdated(carried, value):
            moved, is_left = moved | dict.fromkeys(outdated), True
        for each in carried:
            path = moved[paths[id(each)]]
            self._move(each, None if path is None else place_of(each.place, key, path))
        if is_left:
            self.left.append((memory.row, None))

    # -------------------------------------------------------------- where they are not
    def _by_key(
        self,
        held: _Held,
        counts: Mapping[str | None, str],
        rows: Sequence[Row],
        taken: Iterable[Key],
    ) -> dict[Key, Row]:
        """Find values by the key and the number in a place, if as many are called so as were."""
        known = {key: row for row in rows for key in self._told(row).keys}
        like = [self._told(row).counts for row in rows]
        found: dict[Key, Row] = {}
        orphans: list[Key] = []
        for key, carried in held.items():
            numbers = {str(each[key[0]]) for each in like}
            if numbers != {"0"} and counts.get(key[0], "1") not in numbers:
                self._leave(carried)
                self.left.append((rows[0], key[0]))
            elif key in known:
                found[key] = row = known[key]
                now = self._told(row)
                self._check_within(carried, row, now.values[now.numbers[key]])
            else:
                orphans.append(key)
        told = [self._told(row) for row in rows] if orphans else []
        free = {
            key: value
            for each in told
            for key, value in zip(each.keys, each.values, strict=True)
            if key not in found and key not in taken
        }
        for orphan in orphans:
            called = next((key for key, value in free.items() if _is_called(value, orphan)), None)
            if called is None:
                self._leave(held[orphan])
                is_edited = bool(free) and not QCODE.fullmatch(str(orphan[0])[1:-1])
                self.left += [(rows[0], orphan[0])] if is_edited else []
                continue
            del free[called]
            found[called] = known[called]
            for each in held[orphan]:
                self._move(each, place_of(each.place, called, path_in(each.place)))
        return found

    def _check_within(self, carried: list[Extension], row: Row, value: Any) -> None:
        """Leave behind what is carried within a value where it may be of something else there."""
        paths = {id(each): path_in(each.place) for each in carried}
        unplaced = {*unplaced_within(row, value, [*paths.values()]), *_outdated(carried, value)}
        if unplaced:
            self._leave([each for each in carried if paths[id(each)] in unplaced])
            self.left.append((row, None))

    def _count(
        self, counts: Mapping[str | None, list[Extension]], found: Mapping[Key, Row]
    ) -> None:
        """Note of how many of their like the values are for which anything is carried."""
        now: dict[str | None, str] = {}
        for key, row in {key: row for (key, _), row in found.items()}.items():
            if key is not None and (number := self._told(row).counts[key]) > 1:
                now[key] = str(number)
                if key not in counts or counts[key][0].content != now[key]:
                    self._counts.append(count_of_like(row, key, number))
        for key, (each, *more) in counts.items():
            self._leave(more if each.content == now.get(key) else [each, *more])


def _remembered(carried: Iterable[Extension], fields: Iterable[str]) -> Among | None:
    """What is remembered of a value by what is carried for it."""
    for each in carried:
        memory = each.recall(None)
        if isinstance(memory, Among) and memory.row.field in fields:
            return memory
    return None


def _outdated(carried: Iterable[Extension], value: Any) -> list[str]:
    """The paths of what is carried for rights and contradicts them."""
    if not isinstance(value, Rights):
        return []
    return outdated_pieces(value, {path_in(each.place): each.content for each in carried})


def _is_called(value: Any, key: Key) -> bool:
    return any(repr(each) == key[0] for each in keys_of(value))

"""What is carried for one value or stands by itself, and the names of the places it came from."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import attrs

from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats.newsml.carrying.leftovers import NAME, PATH, Piece
from newsmodel.formats.newsml.carrying.taking import UNREAD, Among
from newsmodel.formats.newsml.properties.row import Row
from newsmodel.formats.newsml.xml.markup import element_of
from newsmodel.formats.newsml.xml.reading import Reading
from newsmodel.model import Extension

__all__ = ["PLACES", "UNKNOWN", "Lacking", "Whole", "path_in", "place_of"]

_PLACE = re.compile(
    r"(?P<parent>header/|newsMessage/|groupSet/|itemMeta/|contentMeta/|contentSet/)?"
    rf"(?P<name>\{{[^{{}}]*\}}[^/@\[\]]+|{NAME})"
    r"(?:(?P<index>\[[0-9]{1,9}\])"
    r"|(?:\[=(?P<key>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\](?:\[(?P<number>[0-9]{1,9})\])?)?"
    rf"(?:/(?P<path>{PATH}))?)",
    re.DOTALL,
)


class Parts(NamedTuple):
    """What a place is made of."""

    parent: str
    name: str
    key: str | None
    number: int
    at: int | None
    path: str | None


def _parts(place: str) -> Parts | None:
    match = _PLACE.fullmatch(place)
    if match is None:
        return None
    parent, name, index, key, number, path = match.groups()
    at = int(index[1:-1]) if index else None
    return Parts((parent or "").rstrip("/"), name, key, int(number or 1), at, path)


PLACES = Remembered(_parts)
"""The parts of a place, by its name; None for what is no place."""

UNKNOWN = object()
"""Stands for a value that nobody remembers."""


@attrs.frozen(eq=False)
class Whole:
    """An element that is carried whole."""

    content: str
    """Its markup."""
    value: Any
    """What was read from it, as far as that is remembered."""
    among: Among | None = None
    """Among which it was, as far as that is."""

    def says(self, row: Row, value: Any, *, own: bool) -> bool:
        """Whether it is an element of a field that says a value."""
        if self.value is not UNKNOWN and self.value is not UNREAD:
            return self.value is value or bool(self.value == value)
        node = element_of(self.content)
        return row.accepts(node) and bool(row.read(node, Reading(own=own)) == value)


@attrs.define(eq=False)
class Lacking:
    """The pieces that one value lacks."""

    pieces: list[Piece] = attrs.Factory(list)
    value: Any = UNKNOWN
    """The value, as far as it is remembered."""
    attributes: set[str] = attrs.Factory(set)
    """The paths of the attributes among them: none can stand twice."""
    carried: list[Extension] = attrs.Factory(list)
    """What they are carried as."""
    asked_for: bool = False
    """Whether the value is still there."""
    section: str | None = None
    """The section it stands in, where that is another than the standard's."""

    def takes(self, path: str) -> bool:
        """Whether a piece may be one more, and not an attribute that is there already."""
        if "@" not in path:
            return True
        known = path in self.attributes
        self.attributes.add(path)
        return not known


def path_in(place: str) -> str:
    """The path of a piece within its value, by its place."""
    parts = PLACES[place]
    return "" if parts is None or parts.path is None else parts.path


def place_of(place: str, key: tuple[str | None, int] | None, path: str) -> str:
    """The place of a piece for a value with another key, or at another path."""
    match = _PLACE.fullmatch(place)
    if match is None:
        return place
    if key is None:
        return f"{place[: match.start('path')]}{path}"
    number = f"[{key[1]}]" if key[1] > 1 else ""
    return f"{place[: match.start('key')]}{key[0]}]{number}/{path}"

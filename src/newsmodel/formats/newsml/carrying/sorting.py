"""What was carried of an item, sorted by where it is asked for: see `taking` for what it is."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Any

from newsmodel.formats._shared.twins import TWINS
from newsmodel.formats.newsml.carrying.bodies import CarriedBody
from newsmodel.formats.newsml.carrying.completing import is_piece
from newsmodel.formats.newsml.carrying.held import PLACES, UNKNOWN, Lacking, Parts, Whole
from newsmodel.formats.newsml.carrying.leftovers import SECTIONS
from newsmodel.formats.newsml.carrying.taking import (
    BEHIND,
    FIRST_EMBARGO,
    LABEL_BEHIND,
    LANGUAGE,
    SIGNED,
    THEIRS,
    UNMARKED,
    Among,
)
from newsmodel.formats.newsml.names import ABSENT, FORMAT, NO_META, OWN_WORDS
from newsmodel.formats.newsml.properties.row import by_place
from newsmodel.formats.newsml.properties.table import MEDIA_ROWS, ROWS
from newsmodel.formats.newsml.xml.attributes import as_moment
from newsmodel.formats.newsml.xml.markup import serialized
from newsmodel.model import Extension

__all__ = ["APART", "BESIDE", "FIELDS", "NEAR", "OTHERS", "Place", "Sorted"]

_STRAY = re.compile(
    r"(?:newsItem|(newsMessage|itemSet|header|itemMeta|contentMeta|contentSet))/text\(\)"
)
_HEAD = re.compile(r"(?:(?:meta=[\w-]+|title)(?: (?:meta=[\w-]+|title))*)?", re.ASCII)
_COUNT = re.compile("[1-9][0-9]{0,8}")
_ALTERNATIVES = ("contentSet", "inlineData")
FIELDS = frozenset((row.parent, row.name) for row in (*ROWS, *MEDIA_ROWS))
_SINGLE = FIELDS - {(row.parent, row.name) for row in (*ROWS, *MEDIA_ROWS) if row.many}
"""The places of fields that hold one value: the first of several elements comes before it."""
OTHERS = frozenset((row.parent, row.name) for row in ROWS if row.others) | {_ALTERNATIVES}
"""The places of labels and bodies whose likes, those that stand before them included, have a field
of their own."""
_SEVERAL = frozenset(
    place
    for place, rows in by_place((*ROWS, *MEDIA_ROWS)).items()
    if len(rows) == 1 and rows[0].many and place not in OTHERS
)
"""The places of the values of one field: what is not for readers may stand between two of them."""
APART = 2.0**-20
"""How far apart the values of a field are, in ranks."""
BESIDE, NEAR = 0.5, 0.25
"""How far behind those of fields an element of their name comes, in ranks; and how far before a
label that was chosen one that stood before it."""
_ABSENT = {place: (field,) for field, place in ABSENT.items()} | {NO_META: tuple(ABSENT)}
_METAS = ("itemMeta", "contentMeta")
_OF_MESSAGES = frozenset(f"newsMessage/{name}" for name in ("no-header", "no-itemSet", "same-id"))

Place = tuple[str, str]
"""The name of an element and of the element it stands in."""
_BEHIND: dict[str, Place] = {BEHIND: _ALTERNATIVES} | {
    LABEL_BEHIND.format(row.parent, row.name).removeprefix("/"): (row.parent, row.name)
    for row in (*ROWS, *MEDIA_ROWS)
    if row.chosen
}
_SAID_BY_PLACE = frozenset(
    {*_OF_MESSAGES, TWINS, *_ABSENT, FIRST_EMBARGO, SIGNED, LANGUAGE, THEIRS, *_BEHIND, UNMARKED}
)
"""The places that say themselves what stands there, or what was not."""


class Sorted:
    """The carried things of one item, each where it will be asked for."""

    def __init__(
        self, extensions: Iterable[Extension], places: Container[Place] = (), *, own: bool = False
    ) -> None:
        self._places = places
        self.strange: list[Extension] = []
        """Those whose place or content is none of ours."""
        self.stray: dict[str, str] = {}
        """Text where only elements should stand, by the element it stands in."""
        self.text = CarriedBody(own=own)
        """The element the body was read from."""
        self.absent: set[str] = set()
        """The fields that the standard demands and the document did not have."""
        self.no_meta = False
        """Whether the document had no section for them either."""
        self.held_body = False
        """Whether a body is written even where nothing is in it."""
        self.theirs: frozenset[str] = frozenset()
        """What codes of others say that look like the library's own."""
        self.first_embargo = False
        """Whether another embargo than that of the item's own element counts."""
        self.behind: dict[Place, int] = {}
        """How many others stand before the body, or a label, by its element."""
        self.between: set[Place] = set()
        """The elements between which others stand that are not for readers."""
        self._own = own
        self._wholes: list[tuple[Extension, Whole]] = []
        self._elements: dict[Place, list[Whole]] = {}
        self._pieces: dict[Place, dict[tuple[str | None, int], Lacking]] = {}
        self._met: dict[tuple[str, str, str], int] = {}
        self._extra: dict[str, list[tuple[str, str, float]]] = {}
        for extension in extensions:
            if extension.format != FORMAT or not self._sort(extension):
                self.strange.append(extension)

    def _sort(self, extension: Extension) -> bool:
        place = extension.place
        if place in _SAID_BY_PLACE:
            if (said := self._note(place, extension.content)) is not None:
                return said
        elif place.endswith("text()"):
            stray = _STRAY.fullmatch(place)
            if stray and (stray[1] or "") not in self.stray:
                self.stray[stray[1] or ""] = extension.content
                return True
        value = extension.recall(UNKNOWN)
        if self.text.takes(extension, value):
            return True
        parts = PLACES[place]
        return parts is not None and self._put(parts, extension, value)

    def _note(self, place: str, content: str) -> bool | None:
        """Note what the place of something says: whether it may be so; None where it may not."""
        if place in _ABSENT:
            self.absent |= {*_ABSENT[place]}
            self.no_meta |= place == NO_META
        elif place == FIRST_EMBARGO:
            self.first_embargo = True
            return not content or as_moment(content) is not None
        elif place == THEIRS:
            self.theirs = frozenset(content.split())
            return self.theirs <= {*OWN_WORDS}
        elif place == UNMARKED:
            self.held_body = True
            return _HEAD.fullmatch(content) is not None
        elif place in _BEHIND:
            behind = _BEHIND[place]
            if behind in self.behind or not _COUNT.fullmatch(content):
                return None
            self.behind[behind] = int(content)
        return True

    def _put(self, parts: Parts, extension: Extension, value: Any) -> bool:
        """Put an element or a piece of one where it will be asked for."""
        among = value if isinstance(value, Among) else None
        value = among.value if among is not None else value
        if parts.path is not None:
            return self._put_piece(parts, parts.path, extension, value)
        content = extension.content
        if value is UNKNOWN and serialized(content) is None:
            return False
        place = parts.parent, parts.name
        if parts.at is None and (place in FIELDS or place in self._places):
            whole = Whole(content, value, among)
            self._wholes.append((extension, whole))
            self._elements.setdefault(place, []).append(whole)
        else:
            more = self._beside(place, parts.at)
            self._extra.setdefault(parts.parent, []).append((parts.name, content, more))
        return True

    def _put_piece(self, parts: Parts, path: str, extension: Extension, value: Any) -> bool:
        content = extension.content
        if path == "parent()" and parts.parent not in _METAS:
            return False
        if path == "count()":
            return parts.key is not None and _COUNT.fullmatch(content) is not None
        if value is UNKNOWN and not is_piece((path, content)):
            return False
        known = self._pieces.setdefault((parts.parent, parts.name), {})
        key = parts.key, parts.number
        lacking = known.get(key)
        if lacking is None:
            lacking = known[key] = Lacking(value=value)
        if not lacking.takes(path):
            return False
        if path != "parent()":
            lacking.pieces.append((path, content))
        elif lacking.section is None:
            lacking.section = SECTIONS.get(content)
        lacking.carried.append(extension)
        if lacking.value is not value:
            lacking.value = UNKNOWN
        return True

    def _beside(self, place: Place, number: int | None) -> float:
        """How far behind the fields of its name an element comes that stands beside them.

        Args:
            place: its place.
            number: how many of these stand before it, where it is one of several.
        """
        if number is None:
            return BESIDE
        if number == 0 or (number == 1 and place in _SINGLE):
            return -BESIDE
        if place in _SEVERAL:
            self.between.add(place)
            return (number - 0.5) * APART
        return -NEAR if number <= self.behind.get(place, 0) and place in OTHERS else BESIDE

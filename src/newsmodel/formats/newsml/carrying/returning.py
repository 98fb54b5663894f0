"""Putting back what was carried: see `taking` for what that is, and for the names of places.

Whether a carried thing still belongs to a value is found out by reading it again. Where the reader
remembers what it read, and the value is still that, there is nothing to find out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from newsmodel.formats._shared.twins import TWINS
from newsmodel.formats.newsml.carrying.bodies import CarriedBody
from newsmodel.formats.newsml.carrying.completing import attributes_of, is_piece
from newsmodel.formats.newsml.carrying.fitting import fitted
from newsmodel.formats.newsml.carrying.held import PLACES, UNKNOWN, Lacking, Parts, Whole
from newsmodel.formats.newsml.carrying.leftovers import SECTIONS
from newsmodel.formats.newsml.carrying.reducing import shown_of
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
from newsmodel.formats.newsml.carrying.telling import key_of
from newsmodel.formats.newsml.names import ABSENT, FORMAT, NO_META, OWN_WORDS
from newsmodel.formats.newsml.properties.row import Row, by_place
from newsmodel.formats.newsml.properties.table import MEDIA_ROWS, ORDER, ROWS
from newsmodel.formats.newsml.xml.attributes import XML_LANG, as_moment
from newsmodel.formats.newsml.xml.markup import element_of, serialized
from newsmodel.formats.newsml.xml.reading import (
    CONSTRAINTS,
    constraint_of,
)
from newsmodel.formats.newsml.xml.writing import Inexact
from newsmodel.model import Article, Extension, Media

_STRAY = re.compile(
    r"(?:newsItem|(newsMessage|itemSet|header|itemMeta|contentMeta|contentSet))/text\(\)"
)
_HEAD = re.compile(r"(?:(?:meta=[\w-]+|title)(?: (?:meta=[\w-]+|title))*)?", re.ASCII)
_COUNT = re.compile("[1-9][0-9]{0,8}")
_ALTERNATIVES = ("contentSet", "inlineData")
_FIELDS = frozenset((row.parent, row.name) for row in (*ROWS, *MEDIA_ROWS))
_SINGLE = _FIELDS - {(row.parent, row.name) for row in (*ROWS, *MEDIA_ROWS) if row.many}
"""The places of fields that hold one value: the first of several elements comes before it."""
_OTHERS = frozenset((row.parent, row.name) for row in ROWS if row.others) | {_ALTERNATIVES}
"""The places of labels and bodies whose likes, those that stand before them included, have a field
of their own."""
_SEVERAL = frozenset(
    place
    for place, rows in by_place((*ROWS, *MEDIA_ROWS)).items()
    if len(rows) == 1 and rows[0].many and place not in _OTHERS
)
"""The places of the values of one field: what is not for readers may stand between two of them."""
APART = 2.0**-20
"""How far apart the values of a field are, in ranks."""
_BESIDE, _NEAR = 0.5, 0.25
"""How far behind those of fields an element of their name comes, in ranks; and how far before a
label that was chosen one that stood before it."""
_OUTER = re.compile(r"(\A<(?:[^\s:>]+:)?)inline(?:XML|Data)|inline(?:XML|Data)(?=>\Z)")
_ABSENT = {place: (field,) for field, place in ABSENT.items()} | {NO_META: tuple(ABSENT)}
_METAS = ("itemMeta", "contentMeta")
_RIGHTS = ("", "rightsInfo")
_OF_MESSAGES = frozenset(f"newsMessage/{name}" for name in ("no-header", "no-itemSet", "same-id"))
_WITHIN = frozenset({*_METAS, "contentSet"})
_MARKABLE = tuple(("", name) for name in SECTIONS)
_LANGUAGE = f"@{XML_LANG}"

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


class Carried:
    """The carried things of one item, ready to be put back."""

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
        if parts.at is None and (place in _FIELDS or place in self._places):
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
        return value is not UNKNOWN or is_piece((path, content))

    def _beside(self, place: Place, number: int | None) -> float:
        """How far behind the fields of its name an element comes that stands beside them.

        Args:
            place: its place.
            number: how many of these stand before it, where it is one of several.
        """
        if number is None:
            return _BESIDE
        if number == 0 or (number == 1 and place in _SINGLE):
            return -_BESIDE
        if place in _SEVERAL:
            self.between.add(place)
            return (number - 0.5) * APART
        return -_NEAR if number <= self.behind.get(place, 0) and place in _OTHERS else _BESIDE

    # -------------------------------------------------------------- asking for them
    def said(self, parent: str, name: str) -> dict[str, str]:
        """The attributes to write on an element that is no field's, by their full names."""
        if not self._pieces:
            return {}
        lacking = self._pieces.get((parent, name), {}).get((None, 1))
        return (
            {path[1:]: said for path, said in lacking.pieces if path[0] == "@"} if lacking else {}
        )

    def attributes(self, parent: str, name: str) -> str:
        """The attributes to write on an element that is no field's, as markup."""
        return attributes_of(self.said(parent, name).items())

    def name(self, parent: str, name: str, usual: str | None = None) -> str:
        """The name of an element that is no field's, as it was spelled, or its usual one."""
        known = self._pieces.get((parent, name))
        lacking = known.get((None, 1)) if known else None
        for path, said in lacking.pieces if lacking else ():
            if path == "name()":
                return said
        return usual or name

    def languages(self, row: Row) -> list[str]:
        """The language that the element of a field names whose value has no place for one."""
        lacking = self._pieces.get((row.parent, row.name), {}).get((None, 1))
        return [said for path, said in lacking.pieces if path == _LANGUAGE] if lacking else []

    def further(self, parent: str) -> set[str]:
        """The names of the elements carried beside those of fields."""
        return {name for name, *_ in self._extra.get(parent, ())}

    def holds(self, names: Container[str]) -> bool:
        """Whether an element is carried beside those of fields, by names in small letters.

        What is carried for rights may hold one of any name.
        """
        if _RIGHTS in self._pieces or _RIGHTS in self._elements:
            return True
        return any(name.lower() in names for held in self._extra.values() for name, *_ in held)

    def readable(self, parent: str) -> set[str]:
        """The names of those that are not marked as none for readers."""
        extra = self._extra.get(parent, ())
        return {name for name, content, _ in extra if not _is_marked(content)}

    def respelt_body(self, markup: str) -> str:
        """The element of a body, its name as it was spelled."""
        name = self.name("contentSet", "inlineXML")
        return markup if name == "inlineXML" else _OUTER.sub(lambda m: (m[1] or "") + name, markup)

    def whole(self, rows: Mapping[Place, Sequence[Row]]) -> frozenset[Row]:
        """The rows of which an element is carried whole, of rows by their elements."""
        return frozenset([row for place in self._elements for row in rows.get(place, ())])

    def touched(self, rows: Mapping[Place, Sequence[Row]]) -> frozenset[Row]:
        """The rows for whose values anything is carried, of rows by their elements."""
        places = (*self._elements, *self._pieces)
        return frozenset([row for place in places for row in rows.get(place, ())])

    def markup(self, row: Row, value: Any) -> tuple[str, bool]:
        """The markup of a value with what is carried for it, and whether it says all of both."""
        lacking = self._taken(row, value)
        try:
            plain = row.write(row.name, value)
        except Inexact:
            plain = None
        if lacking is None:
            return (shown_of(row, value), False) if plain is None else (plain, True)
        came = lacking.value is value
        whole, exact = fitted(row, value, plain, lacking.pieces, came=came, own=self._own)
        if lacking.section is not None:
            self._extra.setdefault(lacking.section, []).append((row.name, whole, _BESIDE))
            return "", exact
        return whole, exact

    def _taken(self, row: Row, value: Any) -> Lacking | None:
        """What is carried for a value; it is asked for once, in the order of the values."""
        known = self._pieces.get((row.parent, row.name))
        if known is None:
            return None
        if row.many:
            key = repr(key_of(value))
            place = row.parent, row.name, key
            self._met[place] = number = self._met.get(place, 0) + 1
            found = known.get((key, number))
        else:
            found = known.get((None, 1))
        if found is not None:
            found.asked_for = True
        return found

    def _has_pieces(self, row: Row, value: Any) -> bool:
        """Whether pieces are carried for the value that comes next of its like."""
        known = self._pieces.get((row.parent, row.name), {})
        key = repr(key_of(value))
        return (key, self._met.get((row.parent, row.name, key), 0) + 1) in known

    def original(self, row: Row, value: Any) -> str | None:
        """The element as it stood in the document, where that is still its value."""
        waiting = self._elements.get((row.parent, row.name), [])
        if waiting and row.many and self._has_pieces(row, value):
            return None  # the whole one is another of its like
        for whole in waiting:
            if whole.says(row, value, own=self._own):
                waiting.remove(whole)
                self._taken(row, value)  # it has its number among its like all the same
                return whole.content
        return None

    @property
    def wholes(self) -> Mapping[Place, Sequence[Whole]]:
        """The elements of fields that are carried whole."""
        return self._elements

    def is_said(self, whole: Whole, row: Row, value: Any) -> bool:
        """Whether such an element says a value."""
        return whole.says(row, value, own=self._own)

    def body(
        self, article: Article, shown: Mapping[str | None, Media]
    ) -> tuple[str | None, tuple[Media, ...], frozenset[str]]:
        """The element a body was read from, as `CarriedBody.returned` gives it."""
        return self.text.returned(article, shown)

    @property
    def holds_sections(self) -> bool:
        """Whether a whole section is carried, as one that came empty is."""
        return any(name in _WITHIN for name, *_ in self._extra.get("", ()))

    @property
    def is_closed(self) -> bool:
        """Whether a section is not for readers: what is written into it is not read as shown."""
        held = [known for at in _MARKABLE if (known := self._pieces.get(at))]
        every = [each for known in held for each in known.values()]
        if any(path[1:] in CONSTRAINTS for each in every for path, _ in each.pieces):
            return True
        extra = self._extra.get("", ())
        return any(name in _WITHIN and _is_marked(content) for name, content, _ in extra)

    def stale(self, *, body: bool) -> list[Extension]:
        """What is carried for values that are no more: nobody has asked for it.

        Args:
            body: whether the body is no more the one that was read, either.
        """
        kept = {id(whole) for each in self._elements.values() for whole in each}
        found = [extension for extension, whole in self._wholes if id(whole) in kept]
        for place, known in self._pieces.items():
            if place in _FIELDS:
                found += [e for each in known.values() if not each.asked_for for e in each.carried]
        return [*found, *(self.text.extensions if body else ())]

    def rest(self, parent: str) -> list[tuple[float, str]]:
        """Elements without a field, each with its position in the order of the schema."""
        if parent not in self._extra:
            return []
        order = ORDER.get(parent, ())
        before = Counter(
            {at[1]: n for at, n in self.behind.items() if at[0] == parent and at not in _OTHERS}
        )
        found: list[tuple[float, str]] = []
        for name, content, more in self._extra[parent]:
            step = -_NEAR if more > 0 and before[name] > 0 else more
            before[name] -= more > 0
            found.append((order.index(name) + step if name in order else len(order), content))
        return found


def _is_marked(markup: str) -> bool:
    return "pubconstraint" in markup and constraint_of(element_of(markup)) is not None

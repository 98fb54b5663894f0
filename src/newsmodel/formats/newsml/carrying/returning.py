"""Putting back what was carried: see `taking` for what that is, and for the names of places.

Whether a carried thing still belongs to a value is found out by reading it again. Where the reader
remembers what it read, and the value is still that, there is nothing to find out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from typing import Any

from newsmodel.formats.newsml.carrying.completing import attributes_of
from newsmodel.formats.newsml.carrying.fitting import fitted
from newsmodel.formats.newsml.carrying.held import Lacking, Whole
from newsmodel.formats.newsml.carrying.leftovers import SECTIONS
from newsmodel.formats.newsml.carrying.reducing import shown_of
from newsmodel.formats.newsml.carrying.sorting import BESIDE, FIELDS, NEAR, OTHERS, Place, Sorted
from newsmodel.formats.newsml.carrying.telling import key_of
from newsmodel.formats.newsml.properties.row import Row
from newsmodel.formats.newsml.properties.table import ORDER
from newsmodel.formats.newsml.xml.attributes import XML_LANG
from newsmodel.formats.newsml.xml.markup import element_of
from newsmodel.formats.newsml.xml.reading import (
    CONSTRAINTS,
    constraint_of,
)
from newsmodel.formats.newsml.xml.writing import Inexact
from newsmodel.model import Article, Extension, Media

_OUTER = re.compile(r"(\A<(?:[^\s:>]+:)?)inline(?:XML|Data)|inline(?:XML|Data)(?=>\Z)")
_RIGHTS = ("", "rightsInfo")
_WITHIN = frozenset(("itemMeta", "contentMeta", "contentSet"))
_MARKABLE = tuple(("", name) for name in SECTIONS)
_LANGUAGE = f"@{XML_LANG}"


class Carried(Sorted):
    """The carried things of one item, ready to be put back."""

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
            self._extra.setdefault(lacking.section, []).append((row.name, whole, BESIDE))
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
            if place in FIELDS:
                found += [e for each in known.values() if not each.asked_for for e in each.carried]
        return [*found, *(self.text.extensions if body else ())]

    def rest(self, parent: str) -> list[tuple[float, str]]:
        """Elements without a field, each with its position in the order of the schema."""
        if parent not in self._extra:
            return []
        order = ORDER.get(parent, ())
        before = Counter(
            {at[1]: n for at, n in self.behind.items() if at[0] == parent and at not in OTHERS}
        )
        found: list[tuple[float, str]] = []
        for name, content, more in self._extra[parent]:
            step = -NEAR if more > 0 and before[name] > 0 else more
            before[name] -= more > 0
            found.append((order.index(name) + step if name in order else len(order), content))
        return found


def _is_marked(markup: str) -> bool:
    return "pubconstraint" in markup and constraint_of(element_of(markup)) is not None

"""The sections of items and headers: each property goes into its field, or is carried."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from newsmodel.errors import FieldError
from newsmodel.formats.newsml.carrying.leftovers import Piece
from newsmodel.formats.newsml.carrying.taking import (
    LABEL_BEHIND,
    attribute_extensions,
    behind,
    element_extension,
    extensions_of,
    misspelt,
    residue,
    text_extension,
)
from newsmodel.formats.newsml.carrying.telling import Places
from newsmodel.formats.newsml.documents.choosing import Choices
from newsmodel.formats.newsml.names import DATA_NAMESPACE, SIGNATURE
from newsmodel.formats.newsml.properties.bodies import Body
from newsmodel.formats.newsml.properties.row import Row, always
from newsmodel.formats.newsml.properties.table import ORDER, RANKS, REPEATED
from newsmodel.formats.newsml.xml.reading import (
    Element,
    N,
    Reading,
    constraint_of,
    name_of,
    stray_in,
)
from newsmodel.model import Extension

__all__ = ["DATA", "Sections", "Table", "table_of"]

DATA = f"{{{DATA_NAMESPACE}}}data"
"""An island: what the library has written of its own where the standard has no place."""

_Place: TypeAlias = tuple[int, tuple[Row, ...]]
"""Where an element stands among those beside it, and the rows of the fields it may be of."""
Table: TypeAlias = Mapping[str, Mapping[Any, _Place]]
"""What may stand in each section, by its tag."""

_NOWHERE: _Place = (0, ())
_MEANT = {
    parent: {f"{N}{name}".lower(): f"{N}{name}" for name in names}
    for parent, names in ORDER.items()
}
"""For each name in small letters how it is spelled."""
_HOMES: Mapping[str, tuple[str, str]] = {
    f"{N}{name}".lower(): (section, f"{N}{name}")
    for section in ("itemMeta", "contentMeta")
    for name in ORDER[section]
}
"""For each name in small letters the section a property belongs in, and how it is spelled."""


def table_of(rows: Iterable[Row], sections: Iterable[str]) -> Table:
    """What may stand in some sections.

    Args:
        rows: the fields; of two an element might be of, the first that takes it has it.
        sections: the names of the sections, "" for the item itself.
    """
    found: dict[str, dict[Any, _Place]] = {
        parent: {tag: (rank, ()) for tag, rank in RANKS.get(parent, {}).items()}
        for parent in sections
    }
    for row in rows:
        for tag in row.tags:
            rank, others = found[row.parent].get(tag, _NOWHERE)
            found[row.parent][tag] = rank, (*others, row)
    return found


class Sections:
    """One reading of an item or a header: the fields found so far, and what is carried.

    Args:
        table: what may stand in each section.
        own: whether the document is the library's own.
        language: gives the language that labels are wanted in.
    """

    def __init__(
        self, table: Table, *, own: bool, language: Callable[[], str | None] = lambda: None
    ) -> None:
        self.own = own
        self.reading = Reading(own=own)
        self.fields: dict[str, Any] = {}
        self.medium: dict[str, Any] = {}
        """The fields of the picture, video or sound the item is about."""
        self.extensions: list[Extension] = []
        self.headed: Body | None = None
        """The body of an item, where its head says fields that nothing else may say."""
        self.islands: list[Element] = []
        self.beside: list[Element] = []
        """Elements that are carried beside those of fields."""
        self._table = table
        self.places = Places()
        """The places of values asked for so far."""
        self._counts: dict[Row, int] = {}
        self._choices = Choices(language, self.reading)
        self._astray: list[tuple[str, Element]] = []
        self._closed: frozenset[str] = frozenset()
        self._kept_back: dict[tuple[str, object], int] = {}

    def close(self, *parents: str) -> None:
        """Take sections for such as are not for readers: nothing of theirs is read that is shown.

        A constraint holds for all within (NewsML-G2: `commonPowerAttributes`).
        """
        self._closed |= {*parents}

    def is_closed(self, parent: str) -> bool:
        """Whether a section is not for readers."""
        return parent in self._closed

    def keep_back(self, parent: str, node: Element) -> None:
        """Carry an element that is not for readers, with its number among its like."""
        like = parent, node.tag
        self._kept_back[like] = number = self._kept_back.get(like, 0) + 1
        self.beside.append(node)
        self.extensions.append(element_extension(parent, node, number))

    def section(self, parent: str, node: Element) -> None:
        """Read the properties of a section, and note those that stand too late."""
        self.reading.check_attributes(node)
        places, last = self._table[parent], 0
        offer = self._offer_closed if parent in self._closed else self._offer
        text = node.text
        is_stray = bool(text and not text.isspace())
        for each in node[:]:
            rank, rows = places.get(each.tag) or (last, ())
            if rank > last:
                last = rank
            elif rank < last:
                self.reading.depart(each, f"{name_of(each)!r} stands too late")
            offer(parent, rows, each)
            text = each.tail
            if text and not text.isspace():
                is_stray = True
        if is_stray:
            self.stray(parent, node)

    def stray(self, parent: str, node: Element) -> None:
        """Carry text where only elements should stand."""
        if stray := stray_in(node):
            self.reading.depart(node, f"text stands between the properties: {stray!r}")
            self.extensions.append(text_extension(parent, stray))

    def property(self, parent: str, node: Element) -> None:
        """Read one property: into its field, into the island, or carry it."""
        _, rows = self._table[parent].get(node.tag, _NOWHERE)
        offer = self._offer_closed if parent in self._closed else self._offer
        offer(parent, rows, node)

    def _offer_closed(self, parent: str, rows: tuple[Row, ...], node: Element) -> None:
        """Read an element of a section that is not for readers, unless it is a matter of theirs."""
        if any(row.shown for row in rows):
            self.keep_back(parent, node)
        else:
            self._offer(parent, rows, node)

    def _offer(self, parent: str, rows: tuple[Row, ...], node: Element) -> None:
        """Read an element into the first field that takes it, of those it may be of."""
        taken: Row | None = None
        for row in rows:
            if row.accepts is always or row.takes(node, self.reading):
                target = self.medium if row.of_medium else self.fields
                if row.many or row.field not in target:
                    if row.chosen and self._choices.waits(row, node):
                        taken = taken or row
                        continue
                    break
                taken = taken or row
        else:
            self._unclaimed(parent, taken, node)
            return
        self._read(parent, row, target, node)
        late = row.chosen and (row in self._choices or self._comes_late(row))
        if late and row.field in target:
            self._remember_order(row)

    def _read(self, parent: str, row: Row, target: dict[str, Any], node: Element) -> None:
        """Read an element into a field."""
        reading = self.reading
        try:
            value = row.read(node, reading)
        except FieldError:
            reading.inexact, value = True, None
        items = node.items() if row.plain else None
        if (reading.strange or items) and row.shown and self._is_hidden(row, node):
            self.extensions.append(element_extension(parent, node, self._likes(parent, node)))
            reading.begin()
            return
        if value is None:
            self._unread(row, node)
        elif row.many:
            target.setdefault(row.field, []).append(value)
        else:
            target[row.field] = value
        if reading.inexact or reading.strange or reading.left:
            self._carry(row, node, value)
        elif items:
            self.extensions += attribute_extensions(f"{parent}/{row.name}", node)
            self.reading.check_attributes(node)

    def _likes(self, parent: str, node: Element) -> int:
        """How many of those that may be of the same fields as an element have been read."""
        _, rows = self._table[parent][node.tag]
        held = [self._target(each).get(each.field) for each in rows]
        return sum(len(each) if isinstance(each, list) else each is not None for each in held)

    def _comes_late(self, row: Row) -> bool:
        """Whether others of its name stand before a label, as in no document of the library."""
        return row.others in self.fields and not self.own

    def _remember_order(self, row: Row) -> None:
        """Note how many of its name stand before the element that was chosen."""
        if row.others:
            number = len(self.fields.get(row.others, ()))
        else:
            number = self._counts.get(row, 1) - 1
        if number:
            place = LABEL_BEHIND.format(row.parent, row.name).removeprefix("/")
            self.extensions.append(behind(number, place))

    def _is_hidden(self, row: Row, node: Element) -> bool:
        """Whether a property is not for readers, and its value has no place to say so."""
        return self.reading.unread(node, 0) or (row.plain and constraint_of(node) is not None)

    def _carry(self, row: Row, node: Element, value: Any) -> None:
        """Carry what a value that was read has no place for."""
        if value is not None or not row.many:
            values = self._target(row)[row.field] if row.many else ()
            place = self.places.last(row, values)
            self.extensions += residue(place, row, node, value, self.reading, values)
        self.reading.begin()

    def _unread(self, row: Row, node: Element) -> None:
        """Note that no value could be read; a field that holds one has that for its own."""
        if not _YEAR.fullmatch((node.text or "").strip()):
            self.reading.depart(node, f"{row.name!r} cannot be read: it is kept as it is")
        if row.many:
            self.extensions.append(
                element_extension(row.parent, node, self._likes(row.parent, node))
            )
        else:
            self._target(row)[row.field] = row.nothing

    def _unclaimed(self, parent: str, taken: Row | None, node: Element) -> None:
        """Carry an element no field is free for, and remember an island.

        Args:
            parent: the element it stands in.
            taken: the row of the field it would be, where that has its value.
            node: the element.
        """
        tag = node.tag
        if taken is not None:
            self._repeated(taken, node)
        elif tag == DATA:
            self.islands += [node] if node.get("of") is None else []
        elif isinstance(tag, str) and not self._misspelt(parent, node):
            home, _ = _HOMES.get(tag.lower(), (parent, tag))
            if home != parent and home in self._table:
                self._astray.append((parent, node))
            else:
                self._unknown(parent, node)
                self.beside.append(node)
                _, rows = self._table[parent].get(tag, _NOWHERE)  # none of which takes it
                number = 1 if rows else None
                if any(row.many for row in rows):
                    number = self._likes(parent, node)
                self.extensions.append(element_extension(parent, node, number))

    def settle(self) -> None:
        """Read what stands in another section than it should, where its field is still free."""
        for parent, node in self._astray:
            (home, meant), name = _HOMES[str(node.tag).lower()], name_of(node)
            row = self._free(parent, home, meant, node)
            value, pieces = None, None
            if row is not None:
                value, pieces = misspelt(row, node, meant, self.reading)
            if row is None or value is None or pieces is None:
                self._unknown(parent, node)
                self.beside.append(node)
                self.extensions.append(element_extension(parent, node))
            else:
                spelt = "" if name == row.name else f"{row.name!r}, "
                where = f"{_shown(parent)} has no {name!r}"
                self.reading.depart(node, f"{where}: it is read as {spelt}one of {home!r}")
                self._take(row, value, [("parent()", parent or "newsItem"), *pieces])

    def _misspelt(self, parent: str, node: Element) -> bool:
        """Read an element whose name is spelled in another case; False where that cannot be."""
        meant = _MEANT[parent].get(str(node.tag).lower())
        row = self._free(parent, parent, meant, node) if meant != node.tag else None
        if row is None:
            return False
        name = name_of(node)
        value, pieces = misspelt(row, node, str(meant), self.reading)
        if value is None:
            return False
        self.reading.depart(node, f"{_shown(parent)} has no {name!r}: it is read as {row.name!r}")
        self._take(row, value, pieces or [])
        if pieces is None:
            whole = element_extension(row.parent, node, value=value, name=row.name)
            self.extensions.append(whole)
        return True

    def _free(self, parent: str, home: str, tag: Any, node: Element) -> Row | None:
        """The row of the field an element would be of, if it stood or was spelled right.

        Args:
            parent: the section it stands in.
            home: the section it should stand in.
            tag: the name it should have.
            node: the element.
        """
        hidden = constraint_of(node) is not None or parent in self._closed
        _, rows = self._table[home].get(tag, _NOWHERE)
        free = (
            row
            for row in rows
            if not (hidden and row.shown) and (row.many or row.field not in self._target(row))
        )
        return next((row for row in free if row.takes(node, self.reading)), None)

    def _take(self, row: Row, value: Any, pieces: list[Piece]) -> None:
        """Take the value of a field, and carry what it lacks."""
        target = self._target(row)
        if row.many:
            target.setdefault(row.field, []).append(value)
        else:
            target[row.field] = value
        place = self.places.last(row, target[row.field] if row.many else ())
        self.extensions += extensions_of(place, pieces)

    def _unknown(self, parent: str, node: Element) -> None:
        """Note an element of the standard's namespace where the standard has none."""
        name = name_of(node)
        if name and name not in ORDER[parent]:
            self.reading.depart(node, f"{_shown(parent)} has no {name!r}: it is kept as it is")
        elif node.tag in ORDER[parent] and node.tag != SIGNATURE:
            self.reading.depart(node, f"{node.tag!r} is of no namespace: it is kept as it is")

    def _target(self, row: Row) -> dict[str, Any]:
        """The fields that a row's value goes to."""
        return self.medium if row.of_medium else self.fields

    def _repeated(self, row: Row, node: Element) -> None:
        """Carry a further element of a field that holds one value, with its number."""
        if row.name not in REPEATED:
            self.reading.depart(node, f"{row.name!r} stands more than once")
        self.beside.append(node)
        self._counts[row] = number = self._counts.get(row, 1) + 1
        self.extensions.append(element_extension(row.parent, node, number))


def _shown(parent: str) -> str:
    return parent or "the item"


_YEAR = re.compile(r"\d{4}(-\d\d)?(Z|[+-]\d\d:\d\d)?|\d{4}-\d\d-\d\d(Z|[+-]\d\d:\d\d)")
"""A year, a month, or a day with an offset: dates that the standard allows and Python does not."""

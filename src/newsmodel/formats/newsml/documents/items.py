"""News items: articles out of them, by the table."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from newsmodel.errors import FieldError
from newsmodel.formats._shared.island import unpacked
from newsmodel.formats.newsml.carrying.taking import (
    Places,
    attribute_extensions,
    element_extension,
    extensions_of,
    in_order,
    misspelt,
    residue,
    text_extension,
)
from newsmodel.formats.newsml.documents import contents
from newsmodel.formats.newsml.documents.speakers import own_subjects
from newsmodel.formats.newsml.names import (
    DATA_NAMESPACE,
    KIND_OF,
    MEDIA,
    NO_PROVIDER,
    NO_TIME,
    OWN_GENERATOR,
    STATUS_OF,
)
from newsmodel.formats.newsml.properties.catalogues import hidden_catalogs
from newsmodel.formats.newsml.properties.row import Row, always
from newsmodel.formats.newsml.properties.table import MEDIA_ROWS, ORDER, RANKS, REPEATED, ROWS
from newsmodel.formats.newsml.xml.attributes import XML_LANG, as_number, as_tag, clean
from newsmodel.formats.newsml.xml.reading import Element, N, Reading, stray_in
from newsmodel.model import Article, Dialect, Extension, Kind, Status
from newsmodel.model.base import changed, maker
from newsmodel.plain import to_plain

DATA = f"{{{DATA_NAMESPACE}}}data"
_PARENTS: dict[Any, str] = {
    f"{N}{name}": name for name in ("itemMeta", "contentMeta", "contentSet", "groupSet")
}
_GROUPS, _REFERENCE, _PACKAGE = f"{N}groupSet", f"{N}itemRef", f"{N}packageItem"
_META, _CLASS, _PROGRAM = f"{N}itemMeta", f"{N}itemClass", f"{N}generator"
_MAKE = maker(Article)
_MAKE_DIALECT = maker(Dialect)
_KNOWN = frozenset({"guid", "version", "standard", "standardversion", "conformance", XML_LANG})


_Place = tuple[int, tuple[Row, ...]]
"""Where an element stands among those beside it, and the rows of the fields it may be of."""
_SECTIONS = ("", "itemMeta", "contentMeta", "contentSet")


def _by_tag(rows: tuple[Row, ...]) -> dict[str, dict[Any, _Place]]:
    """What may stand in each section of an item, by its tag."""
    found: dict[str, dict[Any, _Place]] = {
        parent: {tag: (rank, ()) for tag, rank in RANKS.get(parent, {}).items()}
        for parent in _SECTIONS
    }
    for row in rows:
        for tag in row.tags:
            rank, others = found[row.parent].get(tag, _NOWHERE)
            found[row.parent][tag] = rank, (*others, row)
    return found


_NOWHERE: _Place = (0, ())
_MEANT = {
    parent: {f"{N}{name}".lower(): f"{N}{name}" for name in ORDER.get(parent, ())}
    for parent in _SECTIONS
}
"""For each name in small letters how it is spelled."""
_TEXT_ROWS = _by_tag((*ROWS, MEDIA_ROWS[-1]))
_MEDIA_ROWS = _by_tag((*MEDIA_ROWS, *ROWS))


class _Item:
    """One reading of an item: the fields found so far, and what is carried."""

    def __init__(self, node: Element) -> None:
        self.node = node
        meta = next(node.iterchildren(_META), None)
        self.own = _is_own(meta)
        self.reading = Reading(own=self.own)
        if node.get("guid") is None:
            self.reading.depart(node, "the item has no guid")
        self.fields: dict[str, Any] = {}
        self.medium: dict[str, Any] = {}
        self.extensions: list[Extension] = []
        self.islands: list[Element] = []
        self.counts: dict[Row, int] = {}
        self.kind = _kind(meta)
        self.places = Places()
        self.rows = _MEDIA_ROWS if self.kind in MEDIA else _TEXT_ROWS

    def walk(self) -> None:
        """Read every property."""
        children = self.node[:]
        self.stray("", self.node)
        seen: dict[str, int] = {}
        for child in children:
            parent = _PARENTS.get(child.tag)
            if parent is None:
                if not self._is_reference(child):
                    self.property("", child)
            elif parent in seen:
                seen[parent] += 1
                self.reading.depart(child, f"{parent!r} stands more than once")
                self.extensions.append(element_extension("", child, seen[parent]))
            elif not len(child) and parent != "groupSet":
                self.extensions.append(element_extension("", child, 1))
            else:
                seen[parent] = 1
                self._section(parent, child)

    def _section(self, parent: str, node: Element) -> None:
        """Read what stands in one of the parts of an item; groups are read with their package."""
        if parent == "contentSet":
            contents.read(node, self)
        elif parent != "groupSet":
            self.extensions += attribute_extensions(parent, node)
            self._properties(parent, node)

    def _is_reference(self, node: Element) -> bool:
        """Whether it is a package's reference to an item, though outside of all groups."""
        if node.tag != _REFERENCE or self.node.tag != _PACKAGE:
            return False
        self.reading.depart(node, "'itemRef' stands outside of all groups")
        return self.node.find(_GROUPS) is None

    def _properties(self, parent: str, node: Element) -> None:
        """Read the properties of a section, and note those that stand too late."""
        places, last = self.rows[parent], 0
        text = node.text
        is_stray = bool(text and not text.isspace())
        for each in node[:]:
            rank, rows = places.get(each.tag) or (last, ())
            if rank > last:
                last = rank
            elif rank < last:
                self.reading.depart(each, f"{name_of(each)!r} stands too late")
            self._offer(parent, rows, each)
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
        _, rows = self.rows[parent].get(node.tag, _NOWHERE)
        self._offer(parent, rows, node)

    def _offer(self, parent: str, rows: tuple[Row, ...], node: Element) -> None:
        """Read an element into the first field that takes it, of those it may be of."""
        taken: Row | None = None
        for row in rows:
            accepts = row.accepts
            if accepts is always or accepts(node):
                target = self.medium if row.of_medium else self.fields
                if row.many or row.field not in target:
                    break
                taken = taken or row
        else:
            self._unclaimed(parent, taken, node)
            return
        if row.shown and node.get("pubconstraint") is not None:
            # The value has no place to say that it is not for readers: it is not read at all.
            self.extensions.append(element_extension(parent, node, 1))
            return
        reading = self.reading
        try:
            value = row.read(node, reading)
        except FieldError:
            reading.inexact, value = True, None
        if value is None:
            self._unread(row, node)
        elif row.many:
            target.setdefault(row.field, []).append(value)
        else:
            target[row.field] = value
        if reading.inexact or reading.strange or reading.left:
            self._carry(row, node, value)
        elif row.plain and node.items():
            self.extensions += attribute_extensions(f"{parent}/{row.name}", node)

    def _carry(self, row: Row, node: Element, value: Any) -> None:
        """Carry what a value that was read has no place for."""
        if value is not None or not row.many:
            place = self.places.last(row, self._target(row)[row.field] if row.many else ())
            self.extensions += residue(place, row, node, value, self.reading)
        self.reading.begin()

    def _unread(self, row: Row, node: Element) -> None:
        """Note that no value could be read; a field that holds one has that for its own."""
        if not _YEAR.fullmatch((node.text or "").strip()):
            self.reading.depart(node, f"{row.name!r} cannot be read: it is kept as it is")
        if row.many:
            self.extensions.append(element_extension(row.parent, node, 1))
        else:
            self._target(row)[row.field] = None

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
            self._unknown(parent, node)
            self.extensions.append(element_extension(parent, node))

    def _misspelt(self, parent: str, node: Element) -> bool:
        """Read an element whose name is spelled in another case; False where that cannot be."""
        meant = _MEANT[parent].get(str(node.tag).lower())
        _, rows = self.rows[parent].get(meant, _NOWHERE) if meant != node.tag else _NOWHERE
        free = (row for row in rows if row.many or row.field not in self._target(row))
        row = next((row for row in free if row.accepts(node)), None)
        if row is None or node.get("pubconstraint") is not None:
            return False
        name = name_of(node)
        found = misspelt(row, node, str(meant), self.reading)
        if found is None:
            return False
        self.reading.depart(node, f"{parent} has no {name!r}: it is read as {row.name!r}")
        value, pieces = found
        self._put(row, value)
        place = self.places.last(row, self._target(row)[row.field] if row.many else ())
        self.extensions += extensions_of(place, pieces)
        return True

    def _put(self, row: Row, value: Any) -> None:
        """Take the value of a field."""
        if row.many:
            self._target(row).setdefault(row.field, []).append(value)
        else:
            self._target(row)[row.field] = value

    def _unknown(self, parent: str, node: Element) -> None:
        """Note an element of the standard's namespace where the standard has none."""
        name = name_of(node)
        if name and name not in ORDER[parent]:
            where = parent or "the item"
            self.reading.depart(node, f"{where} has no {name!r}: it is kept as it is")

    def _target(self, row: Row) -> dict[str, Any]:
        """The fields that a row's value goes to."""
        return self.medium if row.of_medium else self.fields

    def _repeated(self, row: Row, node: Element) -> None:
        """Carry a further element of a field that holds one value, with its number."""
        if row.name not in REPEATED:
            self.reading.depart(node, f"{row.name!r} stands more than once")
        self.counts[row] = number = self.counts.get(row, 1) + 1
        self.extensions.append(element_extension(row.parent, node, number))


_YEAR = re.compile(r"\d{4}(-\d\d)?(Z|[+-]\d\d:\d\d)?|\d{4}-\d\d-\d\d(Z|[+-]\d\d:\d\d)")
"""A year, a month, or a day with an offset: dates that the standard allows and Python does not."""


def _is_own(meta: Element | None) -> bool:
    """Whether an item was written anew by this library."""
    programs = () if meta is None else meta.iterchildren(_PROGRAM)
    return any(each.text == OWN_GENERATOR for each in programs)


def _kind(meta: Element | None) -> Kind:
    found = None if meta is None else next(meta.iterchildren(_CLASS), None)
    code = "" if found is None else found.get("qcode") or found.get("uri") or ""
    return kind_of(code)


def kind_of(code: str) -> Kind:
    """The kind a code stands for, whatever its scheme; text for a code that says nothing."""
    last = code.replace("/", ":").rpartition(":")[2]
    return KIND_OF.get(last, Kind.TEXT)


def status_of(code: str) -> Status:
    """The status a code stands for, whatever its scheme; usable for a code that says nothing."""
    last = code.replace("/", ":").rpartition(":")[2]
    return STATUS_OF.get(last, Status.USABLE)


def read(node: Element, departures: list[tuple[int | None, str]] | None = None) -> Article:
    """The article of an item; the data island is used where it still fits.

    Args:
        node: the item.
        departures: gets where the item departs from the standard.
    """
    item = _Item(node)
    item.walk()
    article = _built(item)
    if departures is not None:
        departures += item.reading.departures
    for island in item.islands:
        plain = to_plain(article)
        fields = unpacked(Article, island_in(island), plain.get)
        article = changed(article, **fields) if fields else article
    return article


def island_in(node: Element) -> object:
    """The island in an element; None for what is none."""
    try:
        return json.loads("".join(node.itertext()))
    except (ValueError, RecursionError):
        return None


def _built(item: _Item) -> Article:
    fields, said = item.fields, dict(item.node.items())
    number = as_number(said.get("version", ""))
    fields["id"] = clean(said.get("guid", ""))
    fields["kind"] = item.kind
    status = fields.get("status_code")
    fields["status"] = status_of((status.qcode or status.uri or "") if status else "")
    if number is not None:
        fields["version"] = number
    if item.kind in MEDIA or item.medium:
        name, cls = MEDIA.get(item.kind, MEDIA[Kind.PICTURE])
        medium = {n: tuple(v) if isinstance(v, list) else v for n, v in item.medium.items()}
        if "captions" in medium:
            medium["captions"] = contents.joined_captions(medium["captions"])
        fields[name] = (*fields.get(name, ()), maker(cls)(**medium))
    language, tagged = said.get(XML_LANG), bool(fields.get("language"))
    if not fields.get("language") and language is not None:
        fields["language"] = as_tag(language)
    if item.own and not item.extensions:  # what others have put in is kept as theirs
        _as_new(fields)
    else:
        fields["dialect"] = _dialect(said, tagged=tagged)
        known = _KNOWN if number is not None else _KNOWN - {"version"}
        if not said.keys() <= known:
            item.extensions += attribute_extensions("newsItem", item.node, known)
            _check_attributes(item, known)
        if language and as_tag(language) is None:
            item.reading.depart(item.node, f"{language!r} is no language tag")
    fields["extensions"] = sorted(item.extensions, key=in_order)
    for name, value in fields.items():
        if isinstance(value, list):
            fields[name] = tuple(value)
    return _MAKE(**fields)


def _check_attributes(item: _Item, known: frozenset[str]) -> None:
    """Note attributes of an item that the standard does not have."""
    for name, value in item.node.items():
        if name not in known and not name.startswith("{") and name != "dir":
            item.reading.depart(item.node, f"the item has no attribute {name}={value!r}")


def _dialect(said: Mapping[str, str], *, tagged: bool) -> Dialect:
    """How the item was written, by its attributes."""
    return _MAKE_DIALECT(
        standard=said.get("standard"),
        version=said.get("standardversion"),
        conformance=said.get("conformance"),
        language=said.get(XML_LANG),
        tagged=tagged,
        numbered="version" in said,
        identified="guid" in said,
    )


def _as_new(fields: dict[str, Any]) -> None:
    """Leave out what every new document says."""
    fields.pop("kind_code", None)
    fields.pop("status_code", None)
    generators = [g for g in fields.get("generators", ()) if g.name != OWN_GENERATOR]
    fields["generators"] = generators
    fields["catalogs"] = hidden_catalogs(tuple(fields.get("catalogs", ())))
    if subjects := fields.get("subjects"):
        fields["subjects"] = own_subjects(subjects, fields.get("body", ()))
    if fields.get("version_created") == NO_TIME:
        del fields["version_created"]
    if fields.get("provider") == NO_PROVIDER:
        del fields["provider"]


def name_of(node: Element) -> str:
    """The name of an element of the standard's namespace, "" for any other."""
    tag = node.tag
    return tag[len(N) :] if isinstance(tag, str) and tag.startswith(N) else ""

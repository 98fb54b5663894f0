"""Headers of news messages, from elements and back."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from newsmodel.formats._shared.escaping import text
from newsmodel.formats._shared.island import differing, unpacked
from newsmodel.formats.newsml.carrying.reducing import shown_in
from newsmodel.formats.newsml.carrying.returning import Carried
from newsmodel.formats.newsml.carrying.taking import attribute_extensions, extensions_of, in_order
from newsmodel.formats.newsml.documents import items, writer
from newsmodel.formats.newsml.documents.sections import DATA, Sections, table_of
from newsmodel.formats.newsml.names import NO_TIME
from newsmodel.formats.newsml.properties.catalogues import catalog, catalog_in
from newsmodel.formats.newsml.properties.concepts import concept_in, string_concept_in
from newsmodel.formats.newsml.properties.describing import concept
from newsmodel.formats.newsml.properties.row import Row, alone, by_place
from newsmodel.formats.newsml.properties.simple import digit_in, time
from newsmodel.formats.newsml.properties.table import ORDER, words
from newsmodel.formats.newsml.properties.times import moment_in
from newsmodel.formats.newsml.xml.attributes import attributes, same
from newsmodel.formats.newsml.xml.markup import fragment
from newsmodel.formats.newsml.xml.reading import (
    Element,
    Reading,
    attributes_in,
    local_name,
)
from newsmodel.formats.newsml.xml.writing import Inexact, element
from newsmodel.model import Header, Timestamp
from newsmodel.model.base import changed, maker, picker, told_by
from newsmodel.plain import to_plain

_MAKE_HEADER = maker(Header)
_MAKE_TIMESTAMP = maker(Timestamp)


def _timestamp(_: str, value: Timestamp) -> str:
    return element("timestamp", value.value.isoformat(), [("role", value.role)])


_ROLE = attributes({"role": ("role", same)})


def _timestamp_in(node: Element, reading: Reading) -> Timestamp | None:
    found = moment_in(node, reading)
    reading.strange.clear()
    fields = attributes_in(node, _ROLE, reading)
    return None if found is None else _MAKE_TIMESTAMP(value=found, **fields)


def _many(field: str, name: str) -> Row:
    return Row(field, "header", name, concept, string_concept_in, many=True)


HEADER_ROWS: tuple[Row, ...] = (
    Row("sent", "header", "sent", time, moment_in),
    Row("catalogs", "header", "catalog", alone(catalog), catalog_in, many=True),
    words("sender", "header", "sender"),
    words("transmit_id", "header", "transmitId"),
    Row("priority", "header", "priority", lambda n, v: element(n, str(v)), digit_in),
    words("origin", "header", "origin"),
    Row("timestamps", "header", "timestamp", _timestamp, _timestamp_in, many=True),
    _many("destinations", "destination"),
    _many("channels", "channel"),
    Row("signals", "header", "signal", concept, concept_in, many=True),
)
"""The fields of a header, in the order the schema demands of their elements."""
_BY_PLACE = by_place(HEADER_ROWS)
_RANKS = {row: ORDER["header"].index(row.name) for row in HEADER_ROWS}
_SENT = HEADER_ROWS[0]
_HELD = picker(Header, {row: row.field for row in HEADER_ROWS})
_says_nothing = told_by(Header, ())


# ------------------------------------------------------------------ writing
def written(header: Header | None, about_message: object) -> str:
    """A header, with an island each for what it and what the message cannot say otherwise."""
    about = writer.island_element(about_message, of="Message") if about_message else ""
    if header is None:
        return element("header", element("sent", NO_TIME.isoformat()) + about)
    carried = Carried(header.extensions, _BY_PLACE)
    parts, exact = _header_parts(header, carried)
    own = ""
    if not exact or carried.strange:
        seen = read(fragment(element("header", parts)))
        own = writer.island_element(differing(header, seen or Header()))
    more, name = carried.attributes("", "header"), carried.name("", "header")
    stray = text(carried.stray.get("header", ""))
    return f"<{name}{more}>{stray}{parts}{own}{about}</{name}>"


def _header_parts(header: Header, carried: Carried) -> tuple[str, bool]:
    """The elements of a header, in the order of the schema, and whether they say all of it."""
    exact = not _says_nothing(header) and header.sent != NO_TIME
    parts: list[tuple[float, str]] = list(carried.rest("header"))
    touched = carried.touched(_BY_PLACE)
    held = _HELD(header)
    if touched:
        held = [(row, getattr(header, row.field)) for row in HEADER_ROWS]
    elif header.sent is None:
        held.append((_SENT, NO_TIME))
    for row, value in held:
        if row in touched:
            found, said = _with_carried(row, value, carried)
        else:
            found, said = _bare(row, NO_TIME if row is _SENT and value is None else value)
        exact &= said
        parts.append((_RANKS[row], found))
    return "".join([markup for _, markup in sorted(parts, key=itemgetter(0))]), exact


def _bare(row: Row, value: Any) -> tuple[str, bool]:
    """A field for which nothing is carried, and whether its markup says all of it."""
    if value is None:
        return "", True
    try:
        return row.said(value), True
    except Inexact:
        return shown_in(row, value), False


def _with_carried(row: Row, value: Any, carried: Carried) -> tuple[str, bool]:
    """A field for which something is carried, and whether its markup says all of both."""
    found, exact = "", True
    for each in value if row.many else (value,):
        markup = carried.original(row, each)
        if markup is None and (each is not None or row is _SENT):
            markup, said = carried.markup(row, NO_TIME if each is None else each)
            exact &= said
        found += markup or ""
    return found, exact


# ------------------------------------------------------------------ reading
def find(root: Element) -> Element | None:
    """The header of a message, in whatever case its name is spelled."""
    return next((each for each in root if local_name(each).lower() == "header"), None)


def islands_in(node: Element, of: str) -> list[object]:
    """The islands in a header that are of a class."""
    return [items.island_in(each) for each in node.iterchildren(DATA) if each.get("of") == of]


def read(node: Element, departures: list[tuple[int | None, str]] | None = None) -> Header | None:
    """The header; None for the filler of a message without one."""
    found = Sections(_TABLE, own=False)
    found.section("header", node)
    if "sent" not in found.fields:
        found.reading.depart(node, "the header has no 'sent'")
    extensions = [*attribute_extensions("header", node), *found.extensions]
    if local_name(node) != "header":
        extensions += extensions_of("header", [("name()", local_name(node))])
    extensions.sort(key=in_order)
    if departures is not None:
        departures += found.reading.departures
    fields = {n: tuple(v) if isinstance(v, list) else v for n, v in found.fields.items()}
    if fields.get("sent") == NO_TIME:
        del fields["sent"]
    header = _MAKE_HEADER(**fields, extensions=tuple(extensions))
    for island in found.islands:
        own = unpacked(Header, items.island_in(island), to_plain(header).get)
        header = changed(header, **own) if own else header
    return None if header == _NO_HEADER and not found.islands else header


_TABLE = table_of(HEADER_ROWS, ("header",))
_NO_HEADER = Header()

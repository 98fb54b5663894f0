"""News messages: headers, and items of every kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

import attrs

from newsmodel.formats._shared.escaping import text
from newsmodel.formats._shared.island import differing, unpacked
from newsmodel.formats.newsml import items, packages, writer
from newsmodel.formats.newsml.carried import Carried
from newsmodel.formats.newsml.carrying import (
    Places,
    attribute_extensions,
    element_extension,
    extensions_of,
    in_order,
    misspelt,
    residue,
    stray_in,
    text_extension,
)
from newsmodel.formats.newsml.catalogues import catalog, catalog_in
from newsmodel.formats.newsml.concepts import concept_in, string_concept_in
from newsmodel.formats.newsml.describing import concept
from newsmodel.formats.newsml.markup import fragment, markup_of, serialized
from newsmodel.formats.newsml.names import FORMAT, NAR, NO_TIME, STANDARD_VERSION
from newsmodel.formats.newsml.reading import (
    Element,
    N,
    Reading,
    as_number,
    as_qcode,
    attributes,
    attributes_in,
    clean,
)
from newsmodel.formats.newsml.table import Row, alone, digit_in, time, words
from newsmodel.formats.newsml.times import moment_in
from newsmodel.formats.newsml.writing import code, element
from newsmodel.model import (
    Article,
    Extension,
    Header,
    Loss,
    Media,
    Message,
    OtherItem,
    Package,
    Problem,
    Timestamp,
)
from newsmodel.model.base import changed, maker, told_by
from newsmodel.plain import to_plain

NO_HEADER = Extension(format=FORMAT, place="newsMessage/no-header", content="")
"""Says of a message that was read that it has no header, though the standard demands one."""
_MAKE = maker(Message)
_MAKE_HEADER = maker(Header)
_MAKE_OTHER = maker(OtherItem)
_MAKE_TIMESTAMP = maker(Timestamp)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def _timestamp(_: str, value: Timestamp) -> str:
    return element("timestamp", value.value.isoformat(), [("role", code(value.role))])


_ROLE = attributes({"role": ("role", as_qcode)})


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


# ------------------------------------------------------------------ writing
def written(message: Message, media: Mapping[str, Media], version: str = STANDARD_VERSION) -> str:
    """A message as a document; one item without a header is a document by itself.

    Args:
        message: the message.
        media: the media that figures of bodies show, by id.
        version: the version of the standard that new items name.
    """
    if message.alone and len(message.items) == 1 and _is_bare(message):
        markup = _alone(message.items[0], media, version)
        if markup:  # what has none is lost, but what is written must be a document
            return _DECLARATION + markup
    return _enveloped(message, media, version)


_is_bare = told_by(Message, ("items", "alone"))


def _alone(item: Article | Package | OtherItem, media: Mapping[str, Media], version: str) -> str:
    markup = _item(item, media, version)
    if isinstance(item, OtherItem):
        return markup
    end = markup.index(" " if " " in markup[: markup.index(">")] else ">")
    return f'{markup[:end]} xmlns="{NAR}"{_types(markup)}{markup[end:]}'


def _enveloped(message: Message, media: Mapping[str, Media], version: str) -> str:
    """A message as a newsMessage."""
    carried = Carried(message.extensions)
    header = _header(message.header, _island(message, carried))
    if NO_HEADER in message.extensions and message.header is None:
        header = ""
    if carried.strange:
        carried = Carried(())
    stray = carried.stray
    items = [_item(item, media, version) for item in message.items]
    content = "\n".join(filter(None, [text(stray.get("itemSet", "")), *items]))
    more = carried.attributes("", "itemSet")
    item_set = f"<itemSet{more}>\n{content}\n</itemSet>" if content else "<itemSet/>"
    rest = [markup for _, markup in carried.rest("newsMessage")]
    inside = "\n".join(filter(None, [text(stray.get("newsMessage", "")), header, item_set, *rest]))
    start = f'<newsMessage xmlns="{NAR}"{_types(inside)}{carried.attributes("", "newsMessage")}>'
    return f"{_DECLARATION}{start}\n{inside}\n</newsMessage>"


def _island(message: Message, carried: Carried) -> object:
    """What a newsMessage cannot say of a message, as an island; None for nothing."""
    if not carried.strange and not message.alone:
        return None
    kept = message.extensions if carried.strange else ()
    return differing(Message(extensions=kept, alone=message.alone), Message())


def _types(markup: str) -> str:
    """The declaration of the prefix for data types, where a value has one ("xs:boolean")."""
    return ' xmlns:xs="http://www.w3.org/2001/XMLSchema"' if '="xs:' in markup else ""


def _item(item: Article | Package | OtherItem, media: Mapping[str, Media], version: str) -> str:
    if isinstance(item, Article):
        return writer.written(item, media=media, version=version)
    if isinstance(item, Package):
        return packages.written(item, version)
    return item.content if is_markup(item) else ""


def is_markup(item: OtherItem) -> bool:
    """Whether an item of another kind is an element that may be written."""
    return item.format == FORMAT and serialized(item.content) is not None


def losses(message: Message) -> tuple[Loss, ...]:
    """What of a message NewsML-G2 cannot carry."""
    unwritable = [
        index
        for index, item in enumerate(message.items)
        if isinstance(item, OtherItem) and not is_markup(item)
    ]
    lost = [
        Loss(path=f"$.items[{i}]", reason="its content is no element of XML") for i in unwritable
    ]
    if len(unwritable) == len(message.items):
        lost.append(Loss(path="$.items", reason="a message without any item is not valid"))
    return tuple(lost)


def _header(header: Header | None, about_message: object) -> str:
    """A header, with an island each for what it and what the message cannot say otherwise."""
    about = writer.island_element(about_message, of="Message") if about_message else ""
    if header is None:
        return element("header", element("sent", NO_TIME.isoformat()) + about)
    carried = Carried(header.extensions, HEADER_ROWS)
    parts, exact = _header_parts(header, carried)
    own = ""
    if not exact or carried.strange:
        seen = read_header(fragment(element("header", parts)))
        own = writer.island_element(differing(header, seen or Header()))
    more, name = carried.attributes("", "header"), carried.name("", "header")
    stray = text(carried.stray.get("header", ""))
    return f"<{name}{more}>{stray}{parts}{own}{about}</{name}>"


def _header_parts(header: Header, carried: Carried) -> tuple[str, bool]:
    """The elements of a header, in the order of the schema, and whether they say all of it."""
    exact = header != _NO_HEADER and header.sent != NO_TIME
    parts: list[tuple[float, str]] = list(carried.rest("header"))
    for index, row in enumerate(HEADER_ROWS):
        value = getattr(header, row.field)
        for each in value if row.many else (value,):
            markup = carried.original(row, each) if carried.touches(row) else None
            if markup is None and each is None and row.field != "sent":
                continue
            if markup is None:
                markup, said = carried.markup(row, NO_TIME if each is None else each)
                exact &= said
            parts.append((index, markup))
    return "".join([markup for _, markup in sorted(parts, key=itemgetter(0))]), exact


# ------------------------------------------------------------------ reading
def read(root: Element, departures: list[tuple[int | None, str]]) -> Message:
    """The message of a document: of a newsMessage, or of an item that came alone.

    Args:
        root: the document.
        departures: where it departs from form, as far as is known; what else is met is added.
    """
    message = _read(root, departures)
    findings = tuple([finding(line, reason) for line, reason in departures])
    return attrs.evolve(message, findings=findings) if findings else message


def finding(line: int | None, reason: str) -> Problem:
    """A departure from the standard as a finding."""
    return Problem(rule="newsml.departure", line=line, message=reason)


def _read(root: Element, departures: list[tuple[int | None, str]]) -> Message:
    if _name(root) != "newsMessage":
        return _MAKE(items=_items([root], departures), alone=True)
    header = header_in(root)
    sets = list(root.iterchildren(f"{N}itemSet"))
    known = (header, *sets)
    extensions = [NO_HEADER] if header is None else []
    if header is None:
        departures.append((root.sourceline, "the message has no header"))
    departures += [
        (each.sourceline, "'itemSet' stands more than once: they are read as one")
        for each in sets[1:]
    ]
    if not sets:
        departures.append((root.sourceline, "the message has no itemSet"))
    if header is not None and _name(header) != "header":
        departures.append((header.sourceline, f"the message has no {_name(header)!r}: it is read"))
    for each in (root, *sets):
        extensions += attribute_extensions(_name(each), each)
    for name, nodes in (("newsMessage", [root]), ("itemSet", sets)):
        if stray := " ".join(filter(None, map(stray_in, nodes))):
            departures.append((nodes[0].sourceline, f"text stands in {name!r}: {stray!r}"))
            extensions.append(text_extension(name, stray))
    extensions += [
        element_extension("newsMessage", each)
        for each in root
        if each not in known and isinstance(each.tag, str)
    ]
    departures += [
        (each.sourceline, f"the message has no {_name(each)!r}")
        for each in root
        if each not in known and isinstance(each.tag, str)
    ]
    message = _MAKE(
        header=None if header is None else read_header(header, departures),
        items=_items([child for each in sets for child in each], departures),
        extensions=tuple(sorted(extensions, key=in_order)),
    )
    for island in [] if header is None else _islands(header, "Message"):
        message = changed(message, **unpacked(Message, island, to_plain(message).get))
    return message


def header_in(root: Element) -> Element | None:
    """The header of a message, in whatever case its name is spelled."""
    return next((each for each in root if _name(each).lower() == "header"), None)


def _islands(node: Element, of: str | None) -> list[object]:
    return [items.island_in(n) for n in node.findall(items.DATA) if n.get("of") == of]


def _name(node: Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _items(
    nodes: Iterable[Element], departures: list[tuple[int | None, str]]
) -> tuple[Article | Package | OtherItem, ...]:
    return tuple([read_item(node, departures) for node in nodes if isinstance(node.tag, str)])


def read_item(
    node: Element, departures: list[tuple[int | None, str]] | None = None
) -> Article | Package | OtherItem:
    """One item of a message; see `items.read`."""
    if node.tag == f"{{{NAR}}}newsItem":
        return items.read(node, departures)
    if node.tag == f"{{{NAR}}}packageItem":
        return packages.read(node, departures)
    return _MAKE_OTHER(
        kind=_name(node),
        id=clean(node.get("guid") or "") or None,
        version=as_number(node.get("version") or ""),
        content=markup_of(node),
    )


def read_header(
    node: Element, departures: list[tuple[int | None, str]] | None = None
) -> Header | None:
    """The header; None for the filler of a message without one."""
    reader = _HeaderReader()
    for child in node:
        reader.take(child)
    extensions = [*attribute_extensions("header", node), *reader.extensions]
    if stray := stray_in(node):
        reader.reading.depart(node, f"text stands in 'header': {stray!r}")
        extensions.append(text_extension("header", stray))
    if "sent" not in reader.fields:
        reader.reading.depart(node, "the header has no 'sent'")
    if _name(node) != "header":
        extensions += extensions_of("header", [("name()", _name(node))])
    extensions.sort(key=in_order)
    if departures is not None:
        departures += reader.reading.departures
    if reader.fields.get("sent") == NO_TIME:
        del reader.fields["sent"]
    header = _MAKE_HEADER(**reader.found(), extensions=tuple(extensions))
    islands = _islands(node, None)
    for island in islands:
        found = unpacked(Header, island, to_plain(header).get)
        header = changed(header, **found) if found else header
    return None if header == _NO_HEADER and not islands else header


_NO_HEADER = Header()
_HEADER_PLACES: dict[Any, tuple[int, Row]] = {
    tag: (rank, row) for rank, row in enumerate(HEADER_ROWS) for tag in row.tags
}
"""For each element of a header where it stands among the others, and its row."""


_HEADER_MEANT = {str(tag).lower(): (str(tag), row) for tag, (_, row) in _HEADER_PLACES.items()}


class _HeaderReader:
    """One reading of a header: the fields found so far, and what is carried."""

    def __init__(self) -> None:
        self.reading = Reading(own=False)
        self.fields: dict[str, Any] = {}
        self.extensions: list[Extension] = []
        self._places = Places()
        self._last = 0
        self._again = 1

    def found(self) -> dict[str, Any]:
        """The fields, in normal form."""
        return {n: tuple(v) if isinstance(v, list) else v for n, v in self.fields.items()}

    def take(self, child: Element) -> None:
        """Read one element of the header."""
        rank, row = _HEADER_PLACES.get(child.tag, (0, None))
        if row is None or (not row.many and row.field in self.fields):
            self._leave(child)
            return
        if rank < self._last:
            self.reading.depart(child, f"{_name(child)!r} stands too late")
        else:
            self._last = rank
        self._claim(row, child)

    def _leave(self, child: Element) -> None:
        """Carry what no field is there for."""
        tag = child.tag
        if not isinstance(tag, str) or tag == items.DATA or self._misspelt(child):
            return
        if tag.startswith(N):
            self.reading.depart(child, f"the header has no {_name(child)!r}, or not twice")
        number = None
        if tag in _HEADER_PLACES:
            self._again += 1
            number = self._again
        self.extensions.append(element_extension("header", child, number))

    def _misspelt(self, child: Element) -> bool:
        """Read an element whose name is spelled in another case; False where that cannot be."""
        meant, row = _HEADER_MEANT.get(str(child.tag).lower(), ("", None))
        name = _name(child)
        if row is None or meant == child.tag or (not row.many and row.field in self.fields):
            return False
        found = misspelt(row, child, meant, self.reading)
        if found is None:
            return False
        self.reading.depart(child, f"the header has no {name!r}: it is read as {row.name!r}")
        value, pieces = found
        if row.many:
            self.fields.setdefault(row.field, []).append(value)
        else:
            self.fields[row.field] = value
        place = self._places.last(row, self.fields[row.field] if row.many else ())
        self.extensions += extensions_of(place, pieces)
        return True

    def _claim(self, row: Row, child: Element) -> None:
        reading = self.reading
        reading.begin()
        value = row.read(child, reading)
        if value is None:
            reading.depart(child, f"{_name(child)!r} cannot be read: it is kept as it is")
        if not row.many:
            self.fields[row.field] = value
        elif value is not None:
            self.fields.setdefault(row.field, []).append(value)
        else:
            self.extensions.append(element_extension("header", child, 1))
            return
        if not reading.complete:
            place = self._places.last(row, self.fields[row.field] if row.many else ())
            self.extensions += residue(place, row, child, value, reading)
        elif row.plain and child.items():
            self.extensions += attribute_extensions(f"header/{row.name}", child)

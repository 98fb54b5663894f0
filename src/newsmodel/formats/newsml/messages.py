"""News messages: headers, and items of every kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lxml import etree

from newsmodel.formats._shared.escaping import text
from newsmodel.formats._shared.island import differing, unpacked
from newsmodel.formats.newsml import items, packages, properties as p
from newsmodel.formats.newsml.concepts import concept, read_concepts
from newsmodel.formats.newsml.markup import fragment, serialized
from newsmodel.formats.newsml.names import FORMAT, NAR, NO_TIME, code
from newsmodel.formats.newsml.values import (
    Element,
    element,
    given,
    moment,
    number,
    string,
)
from newsmodel.model import (
    Article,
    Header,
    Loss,
    Media,
    Message,
    OtherItem,
    Package,
    Timestamp,
)
from newsmodel.model.base import changed
from newsmodel.plain import to_plain

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


# ------------------------------------------------------------------ writing
def written(message: Message, media: Mapping[str, Media] | None = None) -> str:
    """A message as a document."""
    parts = [_item(item, media or {}) for item in message.items]
    content = "\n".join(filter(None, parts))
    bare = Message(header=message.header, items=message.items)
    header = _header(message.header, differing(message, bare))
    item_set = f"<itemSet>\n{content}\n</itemSet>" if content else "<itemSet/>"
    return f'{_DECLARATION}<newsMessage xmlns="{NAR}">\n{header}\n{item_set}\n</newsMessage>'


def _item(item: Article | Package | OtherItem, media: Mapping[str, Media]) -> str:
    if isinstance(item, Article):
        return items.written(item, media=media)
    if isinstance(item, Package):
        return packages.written(item)
    return item.content if is_markup(item) else ""


def is_markup(item: OtherItem) -> bool:
    """Whether an item of another kind is an element that may be written."""
    return item.format == FORMAT and serialized(item.content) is not None


def losses(message: Message) -> tuple[Loss, ...]:
    """What of a message NewsML-G2 cannot carry."""
    return tuple(
        Loss(path=f"$.items[{index}]", reason="its content is no element of XML")
        for index, item in enumerate(message.items)
        if isinstance(item, OtherItem) and not is_markup(item)
    )


def _header(header: Header | None, about_message: object) -> str:
    """A header, with an island each for what it and what the message cannot say otherwise."""
    about = items.island_element(about_message, of="Message") if about_message else ""
    if header is None:
        return element("header", element("sent", NO_TIME.isoformat()) + about)
    parts = _header_parts(header)
    seen = read_header(fragment(element("header", parts)))
    island = differing(header, seen or Header())
    own = items.island_element(island) if island or seen is None else ""
    return element("header", parts + own + about)


def _header_parts(header: Header) -> str:
    simple = (
        ("sender", header.sender),
        ("transmitId", header.transmit_id),
        ("priority", header.priority),
        ("origin", header.origin),
    )
    return "".join(
        [
            element("sent", (header.sent or NO_TIME).isoformat()),
            p.catalogs(header.catalogs) if header.catalogs else "",
            *(element(name, text(str(v))) for name, v in simple if v is not None),
            *(_timestamp(each) for each in header.timestamps),
            *(concept("destination", each) for each in header.destinations),
            *(concept("channel", each) for each in header.channels),
            *(concept("signal", each) for each in header.signals),
        ]
    )


def _timestamp(value: Timestamp) -> str:
    return element("timestamp", value.value.isoformat(), [("role", code(value.role))])


# ------------------------------------------------------------------ reading
def read(root: Element) -> Message:
    """The message of a document: of a newsMessage, or of an item that came alone."""
    if _name(root) != "newsMessage":
        return Message(items=_items([root]))
    header = p.child(root, "header")
    sets = p.children(root, "itemSet")
    message = Message(
        header=None if header is None else read_header(header),
        items=_items([child for each in sets for child in each]),
    )
    for island in [] if header is None else _islands(header, "Message"):
        message = changed(message, **unpacked(Message, island, to_plain(message).get))
    return message


def _islands(node: Element, of: str | None) -> list[object]:
    return [items.island_in(n) for n in node.findall(items.DATA) if n.get("of") == of]


def _name(node: Element) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _items(nodes: Iterable[Element]) -> tuple[Article | Package | OtherItem, ...]:
    return tuple([_read_item(node) for node in nodes if isinstance(node.tag, str)])


def _read_item(node: Element) -> Article | Package | OtherItem:
    if node.tag == f"{{{NAR}}}newsItem":
        return items.read(node)
    if node.tag == f"{{{NAR}}}packageItem":
        return packages.read(node)
    return OtherItem(
        kind=_name(node),
        id=given(node, "guid"),
        version=number(node.get("version")),
        content=etree.tostring(node, encoding="unicode", with_tail=False),
    )


def read_header(node: Element) -> Header | None:
    """The header; None for the filler of a message without one."""
    header = Header(
        sent=_sent(node),
        catalogs=p.read_catalogs([*p.children(node, "catalogRef"), *p.children(node, "catalog")]),
        sender=_word(node, "sender"),
        transmit_id=_word(node, "transmitId"),
        priority=_priority(_word(node, "priority")),
        origin=_word(node, "origin"),
        destinations=read_concepts(p.children(node, "destination")),
        channels=read_concepts(p.children(node, "channel")),
        signals=read_concepts(p.children(node, "signal")),
        timestamps=_timestamps(p.children(node, "timestamp")),
    )
    islands = _islands(node, None)
    for island in islands:
        fields = unpacked(Header, island, to_plain(header).get)
        header = changed(header, **fields) if fields else header
    return None if header == Header() and not islands else header


def _word(node: Element, name: str) -> str | None:
    found = p.child(node, name)
    return None if found is None else string(found)


def _sent(node: Element) -> Any:
    found = moment(_word(node, "sent") or "")
    return None if found == NO_TIME else found


def _priority(value: str | None) -> int | None:
    found = number(value)
    return found if found is not None and 1 <= found <= 9 else None


def _timestamps(nodes: Sequence[Element]) -> tuple[Timestamp, ...]:
    found = [(moment(string(node)), given(node, "role")) for node in nodes]
    return tuple([Timestamp(value=value, role=role) for value, role in found if value])

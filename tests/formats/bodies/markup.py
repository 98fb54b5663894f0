"""Helpers of the tests on bodies: short ways in and out, and ways to compare what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from newsmodel.formats._shared.xhtml import BodyReader, BodyWriter
from newsmodel.model import Block, BlockQuote
from newsmodel.model.tree import walk_nodes

XHTML = "http://www.w3.org/1999/xhtml"
NITF = "http://iptc.org/std/NITF/2006-10-18/"
UNREAD = frozenset({"head", "title", "script", "style", "del", "media-object"})

Element = etree._Element
Shape = Counter[tuple[str, tuple[tuple[str, str], ...], tuple[str, ...]]]


def parsed(markup: str, namespace: str = XHTML) -> Element:
    """The body that markup makes."""
    return etree.fromstring(f'<body xmlns="{namespace}">{markup}</body>')


def reader() -> BodyReader:
    return BodyReader(html=False, exact=False)


def read(markup: str) -> tuple[Block, ...]:
    """The blocks of somebody's markup."""
    return reader().blocks(parsed(markup))


def written(blocks: Iterable[Block]) -> Element:
    """The body that blocks are written as."""
    return parsed(BodyWriter(html=False).blocks(blocks))


def is_faithful(markup: str) -> bool:
    """Whether a reader says that it could write the markup again."""
    one = reader()
    one.blocks(parsed(markup))
    return one.faithful


def name_of(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def words(element: Element) -> Iterator[str]:
    """Every word of an element that a reader must keep."""
    for piece in _pieces(element):
        yield from piece.split()


def _pieces(element: Element) -> Iterator[str]:
    name = name_of(element)
    if name and name not in UNREAD:
        yield element.text or ""
        for child in element:
            yield from _pieces(child)
            yield child.tail or ""


def letters(blocks: Iterable[Block]) -> str:
    """All that nodes say, seen by readers or not, without white space and marks of quotations."""
    found: list[str] = []
    for _, node in walk_nodes(blocks):
        if isinstance(node, str):
            found.append(node)
        elif isinstance(node, BlockQuote):
            found.append(node.attribution or "")
    return "".join("".join(found).split())


def missing(element: Element, kept: str) -> list[str]:
    """The words of an element that what was kept does not hold."""
    return [word for word in words(element) if word not in kept]


def shape(body: Element) -> Shape:
    """The elements within a body with attributes and strings; siblings in no order."""
    return Counter(
        (name_of(element), tuple(sorted(element.items())), _strings(element))
        for element in body.iterdescendants(etree.Element)
    )


def _strings(element: Element) -> tuple[str, ...]:
    """The strings directly in an element, those that only a comment parts as one."""
    strings = [element.text or ""]
    for child in element:
        if name_of(child):
            strings.append(child.tail or "")
        else:
            strings[-1] += child.tail or ""
    return tuple(sorted(filter(None, (" ".join(string.split()) for string in strings))))

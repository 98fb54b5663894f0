"""Documents that are read though they are no XML: what none may hold is given a form it may."""

from __future__ import annotations

import re

from lxml import etree

from newsmodel.errors import ParseError
from newsmodel.formats._shared.text import writable
from newsmodel.formats.newsml.names import FORMAT, NAR
from newsmodel.formats.newsml.xml.parsers import new_parser
from newsmodel.formats.newsml.xml.reading import Element

__all__ = ["ROOTS", "mended", "put_into_namespace"]


_REFERENCE = re.compile(rb"&#(?:x0*([0-9A-Fa-f]+)|0*([0-9]+));?")
_HALVES = re.compile(
    rb"&#(x[Dd][89ABab][0-9A-Fa-f]{2}|5[56][0-9]{3});&#(x[Dd][C-Fc-f][0-9A-Fa-f]{2}|5[67][0-9]{3});"
)
"""Two references where one should stand: the halves of a character, as UTF-16 has them."""


def mended(root: Element, data: bytes) -> Element:
    """A document read in recovery without the characters and the names that none may hold.

    Raises:
        ParseError: it holds one that cannot be replaced.
    """
    replaced = _REFERENCE.sub(_possible, _HALVES.sub(_whole, data))
    if replaced != data:
        root = etree.fromstring(replaced, new_parser(recover=True))
    for node in root.iter():
        try:
            texts = (node.text or "", node.tail or "", *node.attrib.values())
        except UnicodeDecodeError:
            # Not in the handler: an error that has another as its context keeps all the document.
            break
        if any(writable(text) != text for text in texts if not text.isprintable()):
            _make_writable(node)
    else:
        _name_again(root)
        return root
    raise ParseError(FORMAT, "it refers to characters that there are not")


def _whole(halves: re.Match[bytes]) -> bytes:
    """A reference to the character of two halves; the two of them where they are none."""
    high, low = (int(half[1:], 16) if half[:1] == b"x" else int(half) for half in halves.groups())
    if 0xD800 <= high < 0xDC00 <= low < 0xE000:
        return b"&#%d;" % (0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00)
    return halves[0]


def _possible(reference: re.Match[bytes]) -> bytes:
    """A reference to a character, or one to the mark for what cannot be shown."""
    digits, base = (reference[1], 16) if reference[1] else (reference[2], 10)
    number = int(digits, base) if len(digits) <= 7 else 0
    allowed = number in _WHITE or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE
    return reference[0] if allowed or 0x10000 <= number < 0x110000 else b"&#xFFFD;"


_WHITE = (0x09, 0x0A, 0x0D)


def _make_writable(node: Element) -> None:
    node.text, node.tail = node.text and writable(node.text), node.tail and writable(node.tail)
    for name, value in node.items():
        node.set(name, writable(value))


def _name_again(root: Element) -> None:
    """Give names that no document may have, read in recovery, a form that one may."""
    for node in root.iter("*"):
        if ":" in str(node.tag).rpartition("}")[2]:
            namespace, brace, name = str(node.tag).rpartition("}")
            node.tag = f"{namespace}{brace}{name.replace(':', '_')}"
        for name, value in node.items():
            if ":" in name.rpartition("}")[2]:
                del node.attrib[name]
                node.set(name.replace(":", "_"), value)


ROOTS = frozenset(
    "newsMessage newsItem packageItem conceptItem knowledgeItem planningItem catalogItem".split()
)
"""The elements a document may begin with."""


def put_into_namespace(root: Element) -> bool:
    """Put a document into the standard's namespace that has its names and no namespace at all."""
    if root.tag not in ROOTS:
        return False
    waiting = [root]
    while waiting:
        node = waiting.pop()
        payload = node.tag == "inlineXML"
        if isinstance(node.tag, str) and not node.tag.startswith("{"):
            node.tag = f"{{{NAR}}}{node.tag}"
            waiting += [] if payload else list(node)
    return True

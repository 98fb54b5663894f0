"""What rules ask of the bodies of an item: pages, NITF, and markup that stands there as text.

Elements count by their names, whatever namespace they are in, as they do for the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml import has_overfull_tag, is_markup
from newsmodel.formats.newsml.conformance.lint.items import Item
from newsmodel.formats.newsml.conformance.usual import ADDRESSES
from newsmodel.formats.newsml.xml.parsers import parser_at_hand
from newsmodel.formats.newsml.xml.reading import Element, N
from newsmodel.validation.rules.addresses import unsafe_scheme

__all__ = ["DATA", "PAGE", "Bodies"]

_MARKUP = re.compile(
    r"</?(?:p|br|b|i|em|strong|a|div|span|ul|li|h[1-6]|table|img|blockquote|script)\b[^<>]*>",
    re.IGNORECASE,
)
"""A tag of HTML, in text."""


PAGE, DATA = f"{N}inlineXML", f"{N}inlineData"
"""The elements that hold bodies: as elements, and as text."""
_ASKED_FOR = {
    **{name: name for name in ("html", "p", "img", "blockquote", "q")},
    "bq": "blockquote",
    "script": "active",
    "SCRIPT": "active",
}
"""What rules look at, by names of elements; `active` is what may run script."""
_TAGS = tuple(f"{{*}}{name}" for name in _ASKED_FOR)
_called = Remembered(lambda tag: _ASKED_FOR[tag.rpartition("}")[2]])
"""What rules call the elements of a full name. (Paragraphs count that hold elements.)"""
_RUN = frozenset({"javascript", "vbscript"})


class Bodies:
    """What stands in the bodies of an item.

    Args:
        item: the item.
    """

    def __init__(self, item: Item) -> None:
        self.found: dict[str, list[Element]] = {}
        """Its elements, by what rules call them."""
        self._holders: dict[Element, Element] = {}
        """What holds markup as text, by the root of what that was parsed into."""
        for node in item.all("inlineXML"):
            for child in node:
                self._look_through(child)
        self._note_active(item.part.leading, PAGE)
        self._note_active(item.all("a"), PAGE)  # in pages in the standard's namespace
        for node in item.all("inlineData"):
            if "<" in (text := node.text or ""):
                self._look_into(node, text)

    def place(self, node: Element) -> Element:
        """Where in the document an element is: it itself, or what holds it as text."""
        if not self._holders:
            return node
        return self._holders.get(node.getroottree().getroot(), node)

    def _look_into(self, node: Element, text: str) -> None:
        """Look through text that may be markup; as `marked` it is noted if it is.

        A single tag is a word in a text for us, though not for everyone.
        """
        if is_markup(text):
            self.found.setdefault("marked", []).append(node)
        elif not _MARKUP.search(text) and "html" not in node.get("contenttype", "").lower():
            return
        root = None if has_overfull_tag(text) else _parsed(text)
        if root is not None:
            self._holders[root] = node
            self._look_through(root)
            self._note_active(root.iter("*"))

    def _look_through(self, page: Element) -> None:
        found = self.found
        for node in page.iter(*_TAGS):
            name = _called[node.tag]  # type: ignore[index] # names are strings here
            if name != "p" or len(node):
                found.setdefault(name, []).append(node)

    def _note_active(self, nodes: Iterable[Element], inside: str = "*") -> None:
        """Note those of some elements whose attributes may run script."""
        for node in nodes:
            for name, value in node.items():
                runs = (name[:2] == "on" and name.isalpha()) or (
                    ":" in value and _runs(name, value)
                )
                if runs and next(node.iterancestors(inside), None) is not None:
                    self.found.setdefault("active", []).append(node)
                    break


def _runs(name: str, value: str) -> bool:
    """Whether an attribute holds an address that runs script when it is followed."""
    return value[:4] != "http" and name in ADDRESSES and unsafe_scheme(value) in _RUN


def _parsed(text: str) -> Element | None:
    """Markup that stands as text.

    Where it is XML it is read as that: a parser of HTML puts right what is to be found here.
    """
    try:
        return etree.fromstring(f"<body>{text}</body>", parser_at_hand())
    except (etree.XMLSyntaxError, ValueError):
        pass
    parser = etree.HTMLParser(encoding="utf-8", no_network=True)
    try:
        return etree.fromstring(writable(text).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None

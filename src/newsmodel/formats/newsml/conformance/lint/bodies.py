"""What rules ask of the bodies of an item: pages, NITF, and markup that stands there as text.

Elements count by their names, whatever namespace they are in, as they do for the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from itertools import product

from lxml import etree

from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml import has_overfull_tag, is_markup
from newsmodel.formats.newsml.conformance.lint.items import HTML, Item, local
from newsmodel.formats.newsml.conformance.usual import ADDRESSES
from newsmodel.formats.newsml.xml.parsers import parser_at_hand
from newsmodel.formats.newsml.xml.reading import Element, N
from newsmodel.validation.rules.addresses import unsafe_scheme

__all__ = ["DATA", "PAGE", "Bodies", "runs"]

_MARKUP = re.compile(
    r"</?(?:p|br|b|i|em|strong|a|div|span|ul|li|h[1-6]|table|img|blockquote|script)\b[^<>]*>",
    re.IGNORECASE,
)
"""A tag of HTML, in text."""


PAGE, DATA = f"{N}inlineXML", f"{N}inlineData"
"""The elements that hold bodies: as elements, and as text."""
_SPELT = ["".join(letters) for letters in product(*((c, c.upper()) for c in "script"))]
"""The name of scripts as browsers know it, in any case."""
_ASKED_FOR = {
    **{name: name for name in ("html", "p", "img", "blockquote", "q")},
    "bq": "blockquote",
    **dict.fromkeys(_SPELT, "active"),
}
"""What rules look at, by names of elements; `active` is what may run script."""


def _local(tag: str) -> str:
    """A name without its namespace; names in pages of old may hold any sign."""
    return tag.partition("}")[2] if tag.startswith("{") else tag


_called: Remembered[str | None] = Remembered(lambda tag: _ASKED_FOR.get(_local(tag)))
"""What rules call the elements of a full name. (Paragraphs count that hold elements.)"""
_RUN = frozenset({"javascript", "vbscript"})
_PAGE_AS_DATA = re.compile(
    r"\s*data:(?:text/(?:html|xml|javascript)|application/(?:xhtml\+xml|xml|javascript)|image/svg)",
    re.IGNORECASE,
)
"""Data that is opened as a page, or run."""
_SHOWN = frozenset("img image audio video source track input".split())
"""Elements that show what they lead to, and run nothing of it."""
_SCRIPT = re.compile(r"<script|<[^>]*\son[a-z]+\s*=", re.IGNORECASE)
_IN_ADDRESS = re.compile(
    "|".join(r"[\t\n\r]*".join(f"{scheme}:") for scheme in sorted(_RUN)), re.IGNORECASE
)
"""The scheme of an address that runs script; browsers leave out ends of lines and tabs."""
_UP_TO_ADDRESS = re.compile(r"[\s\d.]*[;,]?\s*(?:url\s*=)?\s*['\"]?", re.IGNORECASE)
"""What stands before the address in `meta`, where a page is to be followed by another."""
_WORDS_WITH_ON = frozenset("once one ones only onset onto ongoing online ontology onward".split())
"""Names that begin as those of attributes that run script."""


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
            self._look_through(node)
        leading = (*item.part.leading, *item.all("a"))  # in pages in the standard's namespace
        self._note_active(n for n in leading if _runs_script(n) and not _is_outside(n))
        for node in item.part.foreign:
            if str(node.tag).startswith(HTML) and _is_outside(node):
                inner = node.iter(f"{HTML}*")
                self._note_active(n for n in inner if _is_script(n) or _runs_script(n))
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
            self._note_active(filter(_runs_script, root.iter("*")))

    def _look_through(self, page: Element) -> None:
        found = self.found
        for node in page.iter("*"):
            name = _called[node.tag]  # type: ignore[index] # names are strings here
            if name is not None and (name != "p" or len(node)):
                found.setdefault(name, []).append(node)

    def _note_active(self, nodes: Iterable[Element]) -> None:
        for node in nodes:
            self.found.setdefault("active", []).append(node)


def _is_script(node: Element) -> bool:
    return _called[node.tag] == "active"  # type: ignore[index] # as above


def _runs_script(node: Element) -> bool:
    """Whether an attribute of an element may run script."""
    for name, value in node.items():  # noqa: SIM110 - half the time of a generator
        if _is_handler(name) or _runs(node, name, value):
            return True
    return False


def _is_outside(node: Element) -> bool:
    """Whether an element of a page stands among the properties of an item."""
    return next(node.iterancestors(PAGE), None) is None


def _is_handler(name: str) -> bool:
    """Whether an attribute says what to run when something happens."""
    return name[:2].lower() == "on" and name.isalpha() and name.lower() not in _WORDS_WITH_ON


def _runs(node: Element, name: str, value: str) -> bool:
    """Whether an attribute holds a page that runs script, or an address that does once followed."""
    if ":" not in value and "<" not in value:
        return False
    name = name.lower()
    if name == "srcdoc":
        return bool(_SCRIPT.search(value) or _IN_ADDRESS.search(unescape(value)))
    if name == "content" and _is_refreshed(node):
        value = _UP_TO_ADDRESS.sub("", value, count=1)
    elif name not in ADDRESSES or value[:4] == "http":
        return False
    return runs(value) or (
        _PAGE_AS_DATA.match(value) is not None and local(node).lower() not in _SHOWN
    )


def _is_refreshed(node: Element) -> bool:
    """Whether an element of a page says which other is to follow it."""
    said = {name.lower(): value for name, value in node.items()}
    return said.get("http-equiv", "").strip().lower() == "refresh"


def runs(address: str) -> bool:
    """Whether an address runs script when it is followed."""
    return unsafe_scheme(address) in _RUN


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

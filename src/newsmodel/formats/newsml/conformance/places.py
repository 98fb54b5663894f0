"""Where in a document something stands: line, column and path.

libxml2 knows the line a start tag ends in, and no columns. Where tags begin is found in the text,
once, and only for a document in which something is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import TypeAlias

from newsmodel.formats.newsml.conformance.wording import shown
from newsmodel.formats.newsml.xml.reading import Element, N

__all__ = ["Paths", "Places", "path_of"]

Place: TypeAlias = tuple[int, int, int | None]
"""The number of an element in document order, its line and its column."""

_OPENED = re.compile(
    r"<(?:([^/!?])|!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>|![^>]*)", re.DOTALL
)  # fmt: skip
"""A start tag; or something that holds none, and may look as if it did."""


class Places:
    """The places of some elements of a document.

    Args:
        root: the root of the document.
        text: the document as text; None if it cannot be had, and there are lines only.
        wanted: the elements.
    """

    def __init__(self, root: Element, text: str | None, wanted: Iterable[Element]) -> None:
        self._text = _with_plain_ends(text or "")
        self._numbers = _numbers(root, set(wanted))
        self._starts = _starts(self._text, max(self._numbers.values(), default=-1) + 1)

    def of(self, found: Sequence[tuple[Element, str | None]]) -> list[Place]:
        """The places of elements, or of attributes of them."""
        offsets = [self._offset(node, attribute) for node, attribute in found]
        line, before = 1, 0
        lines: dict[int, int] = {}
        for offset in sorted({offset for offset in offsets if offset >= 0}):
            line += self._text.count("\n", before, offset)
            before, lines[offset] = offset, line
        return [
            self._place(node, offset, lines)
            for (node, _), offset in zip(found, offsets, strict=True)
        ]

    def _offset(self, node: Element, attribute: str | None) -> int:
        """Where in the text it stands; -1 if that is not known."""
        number = self._numbers[node]
        if number >= len(self._starts):
            return -1
        start = self._starts[number]
        return start if attribute is None else _attribute_at(self._text, start, attribute)

    def _place(self, node: Element, offset: int, lines: Mapping[int, int]) -> Place:
        number = self._numbers[node]
        if offset < 0:
            return number, node.sourceline or 0, None
        return number, lines[offset], offset - self._text.rfind("\n", 0, offset)


def _numbers(root: Element, wanted: set[Element]) -> Mapping[Element, int]:
    """The numbers of some elements in document order."""
    found: dict[Element, int] = {}
    for number, node in enumerate(root.iter()):
        if node in wanted:
            found[node] = number
            if len(found) == len(wanted):
                break
    return found


def _starts(text: str, count: int) -> list[int]:
    """Where the first start tags of a well-formed document begin."""
    starts = (found.start() for found in _OPENED.finditer(text) if found.lastindex)
    return list(islice(starts, count))


def _with_plain_ends(text: str) -> str:
    """A text with the line ends of XML (XML 1.0, 2.11)."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


_NAME = re.compile(r"<[^\s/>]+")
_ATTRIBUTE = re.compile(r"""\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')""")


def _attribute_at(text: str, start: int, name: str) -> int:
    """Where an attribute stands in the start tag that begins there."""
    local = name.rpartition("}")[2]
    found = _NAME.match(text, start)
    while found is not None:
        found = _ATTRIBUTE.match(text, found.end())
        if found is not None and found[1].rpartition(":")[2] == local:
            return found.start(1)
    return start


def path_of(node: Element, attribute: str | None = None) -> str:
    """The path to an element, such as `/newsItem/itemMeta/title[2]/@role`."""
    return Paths().of(node, attribute)


class Paths:
    """Paths to elements; the children of an element are counted once."""

    def __init__(self) -> None:
        self._outer: dict[Element, str] = {}
        self._counted: dict[Element, tuple[Mapping[Element, int], Mapping[object, int]]] = {}

    def of(self, node: Element, attribute: str | None = None) -> str:
        """The path to an element, or to an attribute of it."""
        known = self._outer.get(node)
        if known is None:
            parent = node.getparent()
            outer = "" if parent is None else self.of(parent)
            known = self._outer[node] = f"{outer}/{_named(node)}{self._number(node, parent)}"
        return f"{known}/@{shown(attribute)}" if attribute else known

    def _number(self, node: Element, parent: Element | None) -> str:
        if parent is None:
            return ""
        if parent not in self._counted:
            self._counted[parent] = _counted(parent)
        numbers, totals = self._counted[parent]
        return f"[{numbers[node]}]" if totals[node.tag] > 1 else ""


def _counted(parent: Element) -> tuple[Mapping[Element, int], Mapping[object, int]]:
    """The numbers of children among those of their name, and how many there are."""
    numbers: dict[Element, int] = {}
    totals: dict[object, int] = {}
    for child in parent:
        tag = child.tag
        numbers[child] = totals[tag] = totals.get(tag, 0) + 1
    return numbers, totals


def _named(node: Element) -> str:
    tag = str(node.tag)
    if tag.startswith(N):
        return tag[len(N) :]
    return f"{node.prefix}:{shown(tag)}" if node.prefix else shown(tag)

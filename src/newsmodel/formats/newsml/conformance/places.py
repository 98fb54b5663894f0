"""Where in a document something stands: line, column and path.

libxml2 knows the line a start tag ends in, and no columns. Where tags begin is found in the text,
once, and only for a document in which something is wrong.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from newsmodel.formats.newsml.conformance.wording import shown
from newsmodel.formats.newsml.names import NAR
from newsmodel.formats.newsml.reading import Element

__all__ = ["Paths", "Places", "path_of"]

Place: TypeAlias = tuple[int, int | None, int | None]
"""The number of an element in document order, its line and its column."""

_OPENED = re.compile(r"<(?:!--.*?--|!\[CDATA\[.*?\]\]|\?.*?\?|![^>]*)>|(<)[^/!?]", re.DOTALL)


class Places:
    """The places of some elements of a document.

    Args:
        root: the root of the document.
        text: the document as text; None if it cannot be had, and there are lines only.
        wanted: the elements.
    """

    def __init__(self, root: Element, text: str | None, wanted: Iterable[Element]) -> None:
        asked = set(wanted)
        self._text = text
        self._numbers: Mapping[Element, int] = {
            node: number for number, node in enumerate(root.iter("*")) if node in asked
        }
        self._starts = [] if text is None else _starts(text)
        self._lines = [] if text is None else _line_starts(text)

    def of(self, node: Element, attribute: str | None = None) -> Place:
        """The place of an element, or of an attribute of it."""
        number = self._numbers.get(node, 0)
        if self._text is None or number >= len(self._starts):
            return number, node.sourceline, None
        offset = self._starts[number]
        if attribute is not None:
            offset = _attribute_at(self._text, offset, attribute)
        line = bisect.bisect_right(self._lines, offset)
        return number, line, offset - self._lines[line - 1] + 1


def _starts(text: str) -> list[int]:
    """Where the start tags of a well-formed document begin."""
    return [found.start() for found in _OPENED.finditer(text) if found[1]]


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer(r"\r\n?|\n", text))]


_ATTRIBUTE = re.compile(r"""\s([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')""")


def _attribute_at(text: str, start: int, name: str) -> int:
    """Where an attribute stands in the start tag that begins there."""
    local = name.rpartition("}")[2]
    position = re.compile(r"<[^\s/>]+").match(text, start)
    at = position.end() if position else start
    while found := _ATTRIBUTE.match(text, at) or re.compile(r"\s").match(text, at):
        if found.re is _ATTRIBUTE and found[1].rpartition(":")[2] == local:
            return found.start(1)
        at = found.end()
    return start


def path_of(node: Element, attribute: str | None = None) -> str:
    """The path to an element, such as `/newsItem/itemMeta/title[2]/@role`."""
    return Paths().of(node, attribute)


class Paths:
    """Paths to elements; the children of an element are counted once."""

    def __init__(self) -> None:
        self._steps: dict[Element, str] = {}

    def of(self, node: Element, attribute: str | None = None) -> str:
        """The path to an element, or to an attribute of it."""
        steps = []
        each: Element | None = node
        while each is not None:
            parent = each.getparent()
            if each not in self._steps:
                self._count([each] if parent is None else parent)
            steps.append(self._steps[each])
            each = parent
        last = f"/@{shown(attribute)}" if attribute else ""
        return "/" + "/".join(reversed(steps)) + last

    def _count(self, siblings: Iterable[Element]) -> None:
        children = list(siblings)
        total = Counter(child.tag for child in children)
        seen: Counter[object] = Counter()
        for child in children:
            seen[child.tag] += 1
            number = f"[{seen[child.tag]}]" if total[child.tag] > 1 else ""
            self._steps[child] = f"{_named(child)}{number}"


def _named(node: Element) -> str:
    name = shown(str(node.tag))
    foreign = node.prefix and f"{{{NAR}}}{name}" != node.tag
    return f"{node.prefix}:{name}" if foreign else name

"""Where in a page an element stands: line, column and path."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict

from newsmodel.formats._shared.text import writable
from newsmodel.formats.html.elements import Element

__all__ = ["Places", "path_of"]

_LONGEST = 5
_TOKEN = re.compile(
    r"<!--(?:.*?-->|.*\Z)"
    r"|<(?P<raw>script|style|textarea|title)\b[^<>]{0,2000}+>(?:.*?</(?P=raw)\s{0,9}>|.*\Z)"
    r"|<(?P<tag>[a-zA-Z][\w:-]{0,60}+)(?:[^<>\"']++|\"[^\"]{0,9000}+\"|'[^']{0,9000}+'){0,150}+>",
    re.DOTALL | re.IGNORECASE,
)


class Places:
    """Finds the start tags of elements in the text of their page.

    libxml2 knows only the line on which a start tag ends. The elements of one name and line are
    those tags in order; where their numbers differ, the page was mended and there is no column.
    """

    def __init__(self, root: Element, text: str) -> None:
        self._breaks = [at for at, char in enumerate(text) if char == "\n"]
        self._tags: dict[tuple[str, int], list[int]] = defaultdict(list)
        for token in _TOKEN.finditer(text):
            if name := token["tag"] or token["raw"]:
                end = token.end() if token["tag"] else text.index(">", token.start())
                self._tags[name.lower(), self._line(end - 1)].append(token.start())
        self._nodes: dict[tuple[str, int], list[Element]] = defaultdict(list)
        for node in root.iter("*"):
            self._nodes[str(node.tag), node.sourceline or 0].append(node)

    def of(self, node: Element) -> tuple[int | None, int | None]:
        """Line and column of an element, from 1; None where they are not known."""
        key = (str(node.tag), node.sourceline or 0)
        tags, nodes = self._tags.get(key, []), self._nodes[key]
        if len(tags) != len(nodes):
            return node.sourceline, None
        at = tags[nodes.index(node)]
        line = self._line(at)
        return line, at - (self._breaks[line - 2] if line > 1 else -1)

    def _line(self, at: int) -> int:
        return bisect.bisect_left(self._breaks, at) + 1


def path_of(node: Element) -> str:
    """The path of an element as style sheets write it: `main > article > p:nth-of-type(3)`.

    No more than five steps, and none above an element with an id.
    """
    steps: list[str] = []
    for each in (node, *node.iterancestors()):
        id = each.get("id") or ""
        steps.append(f"{each.tag!s}#{id}" if id.isidentifier() else _step(each))
        if id.isidentifier() or len(steps) == _LONGEST:
            break
    return " > ".join(reversed(steps))


def _step(node: Element) -> str:
    tag = str(node.tag)
    if not tag.isprintable():  # lxml looks for no name that no XML can hold
        return writable(tag)
    before = len(list(node.itersiblings(tag, preceding=True)))
    alone = not before and next(node.itersiblings(tag), None) is None
    return tag if alone else f"{tag}:nth-of-type({before + 1})"

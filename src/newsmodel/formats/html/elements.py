"""Elements of a page that was read."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from newsmodel.formats._shared.text import writable
from newsmodel.model import Text

__all__ = ["INLINE", "Element", "Told", "language_tag", "line_of", "number_in", "string"]

Element = etree._Element
Told: TypeAlias = tuple[str, int | None]
"""What is to be told of a page, and the line in which it stands."""

INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i img ins kbd label mark q s samp small span"
    " strong sub sup time tt u var wbr".split()
)
"""Elements that stand within a line."""
_LONGEST = 10
_BLOCKS = frozenset({"br", "details", "div", "figcaption", "li", "p", "summary"})


def string(node: Element) -> str:
    """All text of an element."""
    return writable("".join(node.itertext()))


def line_of(node: Element, apart: frozenset[str] = frozenset()) -> str:
    """All text of an element as one line.

    Args:
        node: the element.
        apart: the classes of elements in it that are no part of the line.
    """
    parts: list[str | None] = []
    walk = etree.iterwalk(node, events=("start", "end"))
    for event, each in walk:
        if event == "end":
            parts += [" " if each.tag in _BLOCKS else "", each.tail if each is not node else ""]
        elif each.get("class") in apart:
            walk.skip_subtree()
        else:
            parts.append(each.text)
    return " ".join(writable("".join(filter(None, parts))).split())


def language_tag(value: str | None) -> str | None:
    """A language tag if it is one."""
    try:
        return Text(value="", language=value).language
    except ValueError:
        return None


def number_in(value: str | None) -> int | None:
    """A number as the library writes it in an attribute; None where it is none."""
    return int(value) if value and len(value) < _LONGEST and value.isdecimal() else None

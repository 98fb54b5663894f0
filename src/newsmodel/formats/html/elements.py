"""Elements of a page that was read."""

from __future__ import annotations

from lxml import etree

from newsmodel.formats._shared.text import writable

__all__ = ["Element", "string"]

Element = etree._Element


def string(node: Element) -> str:
    """All text of an element."""
    return writable("".join(node.itertext()))

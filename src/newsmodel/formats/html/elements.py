"""Elements of a page that was read."""

from __future__ import annotations

from lxml import etree

from newsmodel.formats._shared.text import writable
from newsmodel.model import Text

__all__ = ["Element", "language_tag", "string"]

Element = etree._Element


def string(node: Element) -> str:
    """All text of an element."""
    return writable("".join(node.itertext()))


def language_tag(value: str | None) -> str | None:
    """A language tag if it is one."""
    try:
        return Text(value="", language=value).language
    except ValueError:
        return None

"""Documents that stand one behind the other in one file, as where each was appended to the last."""

from __future__ import annotations

import re

from lxml import etree

from newsmodel.formats.newsml.xml.balancing import ITEMS
from newsmodel.formats.newsml.xml.legible import Note
from newsmodel.formats.newsml.xml.reading import Element, local_name

__all__ = ["ROOTS", "as_parts", "in_one"]

ROOTS = ITEMS | {"newsMessage"}
"""The elements a document may begin with."""
_DECLARATION = re.compile(
    rf"\ufeff?<\?xml\s[^<>]*\?>(?=\s*<(?:[\w.-]+:)?(?:{'|'.join(sorted(ROOTS))})\b)|\ufeff(?=<)"
)
_AROUND = "documents"


def as_parts(text: str) -> str:
    """The documents that a text holds, as parts of one; each on the line on which it was."""
    return f"<{_AROUND}>{_DECLARATION.sub('', text)}</{_AROUND}>"


def in_one(parts: Element) -> tuple[Element, list[Note]] | None:
    """One message with the items of all documents, and what is to be told of that.

    Args:
        parts: what was read of these documents as parts of one.

    Returns:
        None where it is one document alone.
    """
    roots = [each for each in parts if local_name(each) in ROOTS]
    if len(roots) < 2:
        return None
    first, *others = roots
    lines = [each.sourceline for each in others]
    root, holder = _message_of(first)
    for each in others:
        for item in _items_in(each):
            holder.append(item)
    root.tail = None
    return root, [(line, _TOLD) for line in lines]


_TOLD = (
    "another document begins behind the end of the one before it: "
    "its items are read, too, but no header"
)


def _message_of(first: Element) -> tuple[Element, Element]:
    """The message of the first document, and what holds its items."""
    if local_name(first) == "newsMessage":
        sets = [each for each in first if local_name(each) == "itemSet"]
        return first, sets[-1] if sets else first
    namespace = etree.QName(first).namespace
    brace = f"{{{namespace}}}" if namespace else ""
    message = first.makeelement(f"{brace}newsMessage", nsmap=first.nsmap)
    holder = etree.SubElement(message, f"{brace}itemSet")
    for made in (message, holder):
        made.sourceline = first.sourceline  # type: ignore[misc]  # lxml has a setter
    holder.append(first)
    return message, holder


def _items_in(document: Element) -> list[Element]:
    """The items of a document, which may be one itself."""
    if local_name(document) in ITEMS:
        return [document]
    sets = [each for each in document if local_name(each) == "itemSet"] or [document]
    return [each for holder in sets for each in holder if local_name(each) in ITEMS]

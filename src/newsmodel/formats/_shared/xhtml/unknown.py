"""How elements are read that HTML does not know: somebody's own, and formulas."""

from __future__ import annotations

from typing import Any

import attrs
from lxml import etree

from newsmodel.formats._shared.xhtml.elements import (
    division,
    dropped,
    heading,
    section,
    unwrapped,
)
from newsmodel.formats._shared.xhtml.named import Named, is_empty, named_in, paragraphs_told_by
from newsmodel.formats._shared.xhtml.quoted import reading_marks
from newsmodel.formats._shared.xhtml.shown import embed, source_of
from newsmodel.formats._shared.xhtml.table import row_of
from newsmodel.formats._shared.xhtml.vocabulary import (
    BLOCK,
    Element,
    Entry,
    Items,
    entry,
    split_name,
)
from newsmodel.formats._shared.xhtml.walking import Walker
from newsmodel.formats._shared.xhtml.words import is_of_page
from newsmodel.model import Figure, Heading, Inline, Paragraph, Preformatted

__all__ = ["annotation", "other", "reading", "title"]

_FIGURE = entry(section, row_of(Figure))


def other(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """An element of a name nobody knows; with a hyphen in it, it is somebody's own."""
    named = _picture(walker, element)
    if named is not None and (shown := walker.figure(element)) is not None:
        walker.faithful = False
        out.append(walker.node(_FIGURE, items, image_id=shown))
        return BLOCK
    if "-" in split_name(element)[1] and source_of(element) is not None:
        return embed(walker, element, items, entry, out)
    if named is not None:
        walker.faithful = False
        out += paragraphs_told_by(element)
        return BLOCK
    if not walker.html and _stands_apart(walker, element):
        return division(walker, element, items, entry, out)
    outer = walker.run
    if not _is_parted(walker, element):
        walker.run = element
    kind = unwrapped(walker, element, items, entry, out)
    walker.run = outer
    return kind


def _picture(walker: Walker, element: Element) -> Named | None:
    """The picture an element names; one that holds words names none where it stands in a line."""
    named = named_in(element)
    if named is None or is_empty(element):
        return named
    return named if not walker.html and _stands_apart(walker, element) else None


def title(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """The head or title of a page, or in somebody's own vocabulary that of a part, or of a work."""
    if walker.html or is_of_page(element):
        return dropped(walker, element, items, entry, out)
    if not _stands_apart(walker, element):
        return unwrapped(walker, element, items, entry, out)
    around = element.iterancestors(etree.Element)
    name = f"{{*}}{split_name(element)[1]}"
    level = sum(each.find(name) is not None for each in around) + 1
    return heading(walker, element, items, attrs.evolve(entry, value=min(level, 6)), out)


def _stands_apart(walker: Walker, element: Element) -> bool:
    """Whether an element stands among others as a block does.

    So blocks are told from inlines in a vocabulary that nobody has described.
    """
    parent = element.getparent()
    if parent is None or not _holds_blocks(walker.entry_of(parent)):
        return False
    return _is_parted(walker, element)


def _holds_blocks(entry: Entry) -> bool:
    return entry.read is other or not issubclass(entry.row.cls, _RUNNING)


_RUNNING = (Inline, Paragraph, Heading, Preformatted)
"""What holds running text."""


def _is_parted(walker: Walker, element: Element) -> bool:
    """Whether no words and no space stand beside an element.

    What stands in running text, such as the parts of a name in a sentence, does not part.
    """
    parent = element.getparent()
    if parent is None or parent is walker.run or _is_inline(walker.entry_of(parent)):
        return False
    before = element.getprevious()
    beside = (parent.text if before is None else before.tail, element.tail)
    return all(not text or (text.isspace() and "\n" in text) for text in beside)


def _is_inline(entry: Entry) -> bool:
    return entry.read is not other and issubclass(entry.row.cls, Inline)


def reading(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """How a word is read aloud, in parentheses behind it."""
    before, behind = reading_marks(element)
    out.append(before)
    kind = other(walker, element, items, entry, out)
    out.append(behind)
    return kind


def annotation(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A formula in another notation beside itself, which nobody is shown; else any element."""
    parent = element.getparent()
    doubles = parent is not None and split_name(parent)[1].lower() == "semantics"
    return (dropped if doubles else other)(walker, element, items, entry, out)

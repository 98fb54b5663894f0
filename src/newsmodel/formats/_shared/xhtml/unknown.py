"""How elements are read that HTML does not know: somebody's own, and formulas."""

from __future__ import annotations

from typing import Any

from newsmodel.formats._shared.xhtml.elements import division, dropped, section, unwrapped
from newsmodel.formats._shared.xhtml.shown import embed, source_of
from newsmodel.formats._shared.xhtml.vocabulary import Element, Entry, Items, split_name
from newsmodel.formats._shared.xhtml.walking import Walker

__all__ = ["annotation", "other"]


def other(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """An element of a name nobody knows; with a hyphen in it, it is somebody's own."""
    if "-" in split_name(element)[1] and source_of(element) is not None:
        return embed(walker, element, items, entry, out)
    if not walker.html and _stands_apart(walker, element):
        return division(walker, element, items, entry, out)
    outer, walker.run = walker.run, element
    kind = unwrapped(walker, element, items, entry, out)
    walker.run = outer
    return kind


def _stands_apart(walker: Walker, element: Element) -> bool:
    """Whether an element stands among others as a block does: no words and no space beside it.

    So blocks are told from inlines in a vocabulary that nobody has described. What stands in
    running text, such as the parts of a name in a sentence, is no block.
    """
    parent = element.getparent()
    if parent is None or parent is walker.run:
        return False
    if walker.entry_of(parent).read not in (other, division, section):
        return False
    before = element.getprevious()
    beside = (parent.text if before is None else before.tail, element.tail)
    return all(not text or (text.isspace() and "\n" in text) for text in beside)


def annotation(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A formula in another notation beside itself, which nobody is shown; else any element."""
    parent = element.getparent()
    doubles = parent is not None and split_name(parent)[1].lower() == "semantics"
    return (dropped if doubles else other)(walker, element, items, entry, out)

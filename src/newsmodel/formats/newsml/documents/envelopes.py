"""What stands around items, and what they are called: names count in whatever case they stand."""

from __future__ import annotations

from newsmodel.formats.newsml.others import OTHER_ITEMS
from newsmodel.formats.newsml.xml.reading import Element, N

__all__ = ["ITEM_NAMES", "is_member", "is_message", "is_set", "item_name"]

ITEM_NAMES = tuple(f"{N}{name}" for name in ("newsItem", "packageItem", *OTHER_ITEMS))
"""What items are called."""
_ITEMS = {name.lower(): name for name in ITEM_NAMES}
_MESSAGE, _SET = f"{N}newsmessage", f"{N}itemset"


def is_message(node: Element) -> bool:
    """Whether an element is a newsMessage."""
    return str(node.tag).lower() == _MESSAGE


def is_set(node: Element) -> bool:
    """Whether an element is an itemSet."""
    return str(node.tag).lower() == _SET


def item_name(node: Element) -> str | None:
    """What the item is called that an element is; None for what is no item."""
    return _ITEMS.get(str(node.tag).lower())


def is_member(node: Element) -> bool:
    """Whether an element is the document, or stands where its items do: not within one of them."""
    parent = node.getparent()
    if parent is None:
        return True
    around = parent.getparent()
    if around is None:
        return is_message(parent)
    return around.getparent() is None and is_set(parent) and is_message(around)

"""Small elements that feeds repeat: what was read from them is kept for the next time.

The same names, codes and services stand in each document of an agency: two of three such elements
were met before. One that holds no others is told by its name, words and attributes alone, another
by its markup.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from lxml import etree

from newsmodel.formats._shared.remembering import Kept

if TYPE_CHECKING:
    from newsmodel.formats.newsml.xml.reading import Element, Reading

__all__ = ["Items", "remembering", "repeated"]

V = TypeVar("V")
Items: TypeAlias = list[tuple[str, str]]
"""The names and values of an element's attributes."""

_LONGEST = 300
_LARGEST = 1500
"""How much markup is kept of one element, with the namespaces that are declared around it."""


def remembering(
    read: Callable[[Element, Items, Reading], V],
) -> Callable[[Element, Reading], V]:
    """A reader of elements that keeps what those say that hold no others.

    It keeps no more than a document can be trusted with: short elements, never many, and none of
    which anything had to be noted.

    Args:
        read: takes an element, its attributes and the reading; what it gives of an element without
            children and line ends must follow from name, words and attributes.
    """
    known = Kept[tuple[Any, ...], V]()
    find = known.get

    def reader(node: Element, reading: Reading) -> V:
        items = node.items()
        if len(node):
            return read(node, items, reading)
        words = node.text
        key = (node.tag, words, *items)
        found = find(key)
        if found is None:
            found = read(node, items, reading)
            if found is not None and reading.complete and _is_short(words or "", items):
                known.keep(key, found)
        return found

    return reader


def repeated(read: Callable[[Element, Reading], V]) -> Callable[[Element, Reading], V]:
    """A reader that keeps what elements say that hold others, under the same conditions.

    What stands within one is told with it: so nothing is made markup more than once. None is kept
    where something was noted before, of the element around: what is read may depend on that.

    Args:
        read: takes an element and the reading; what it gives must follow from the element, and
            from whether the document is the library's own.
    """
    known = Kept[tuple[str, bool], V]()

    def reader(node: Element, reading: Reading) -> V:
        alone = reading.complete and not reading.within
        if not (alone and len(node)):
            return read(node, reading)
        key = etree.tostring(node, encoding="unicode", with_tail=False), reading.own
        found = known.get(key)
        if found is None:
            told, reading.within = len(reading.departures), True
            try:
                found = read(node, reading)
            finally:
                reading.within = False
            silent = reading.complete and len(reading.departures) == told
            if found is not None and silent and len(key[0]) <= _LARGEST:
                known.keep(key, found)
        return found

    return reader


def _is_short(words: str, items: Items) -> bool:
    return words.isprintable() and len(words) + sum([len(v) for _, v in items]) <= _LONGEST

"""Small elements that feeds repeat: what was read from them, and their markup, are kept.

The same names, codes and services stand in each document of an agency: two of three such elements
were met before, and are told by their name, words and attributes alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from newsmodel.formats.newsml.xml.reading import Element, Reading

__all__ = ["Items", "remembering", "rewriting"]

V = TypeVar("V")
Items: TypeAlias = list[tuple[str, str]]
"""The names and values of an element's attributes."""

_LONGEST, _MOST = 300, 2000
_LARGEST = 1500
"""How much markup is kept of one value."""


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
    known: dict[tuple[Any, ...], V] = {}
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
                if len(known) >= _MOST:
                    known.clear()
                known[key] = found
        return found

    return reader


def rewriting(write: Callable[[str, V], str]) -> Callable[[str, V], str]:
    """A writer of elements that keeps the markup of small values, for those that it meets again.

    A reader that remembers hands out the same objects again and again.

    Args:
        write: takes the name of an element and a value that cannot change, gives the markup.
    """
    known: dict[tuple[str, int], tuple[V, str]] = {}
    find = known.get

    def writer(name: str, value: V) -> str:
        key = name, id(value)
        found = find(key)
        if found is not None and found[0] is value:
            return found[1]
        markup = write(name, value)
        if len(markup) <= _LARGEST:
            if len(known) >= _MOST:
                known.clear()
            known[key] = value, markup
        return markup

    return writer


def _is_short(words: str, items: Items) -> bool:
    return words.isprintable() and len(words) + sum([len(v) for _, v in items]) <= _LONGEST

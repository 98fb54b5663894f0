"""HTML in capital letters where a parser of XML has read it, which tells <IMG> from <img>."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from newsmodel.formats._shared.xhtml.vocabulary import Element

__all__ = ["in_small_letters"]


def in_small_letters(element: Element) -> Element:
    """A copy of an element, the names of all elements and attributes in it in small letters."""
    copy = deepcopy(element)
    for each in copy.iterdescendants(etree.Element):
        each.tag = _small(str(each.tag))
        attributes = each.items()
        if any(name != _small(name) for name, _ in attributes):
            each.attrib.clear()
            for name, value in attributes:
                if _small(name) not in each.attrib:
                    each.set(_small(name), value)
    return copy


def _small(name: str) -> str:
    """A name in small letters; that of its namespace stays as it is."""
    namespace, brace, local = name.rpartition("}")
    return namespace + brace + local.lower()

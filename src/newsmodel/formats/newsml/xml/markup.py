"""Pieces of documents as markup by itself, and back."""

from __future__ import annotations

import copy

from lxml import etree

from newsmodel.formats.newsml.names import NAR
from newsmodel.formats.newsml.xml.parsers import parser_at_hand
from newsmodel.formats.newsml.xml.reading import Element

__all__ = ["element_of", "fragment", "markup_of", "serialized"]


def fragment(markup: str) -> Element:
    """The element of markup the library has written itself, its namespace not yet declared."""
    return etree.fromstring(f'<x xmlns="{NAR}">{markup}</x>'.encode(), parser_at_hand())[0]


def element_of(markup: str) -> Element:
    """The element of carried markup that `serialized` takes."""
    return etree.fromstring(markup.encode(), parser_at_hand())


def serialized(markup: str) -> str | None:
    """Markup that is one element; None for any other."""
    try:
        etree.fromstring(markup.encode("utf-8", "surrogatepass"), parser_at_hand())
    except (etree.XMLSyntaxError, ValueError):
        return None
    return markup


def markup_of(node: Element) -> str:
    """An element as markup by itself, whatever surrounds it in its document.

    Only the prefixes it uses are declared, in names or at the start of values ("xs:boolean").
    """
    written: bytes = etree.tostring(node, encoding="utf-8", with_tail=False)
    markup = written.decode()  # lxml itself takes twice as long to give a string
    around = node.nsmap
    # Where a default namespace holds, an element without one takes it back.
    if (not around.get(None) or ' xmlns=""' in markup) and next(node.iter("{}*"), None) is not None:
        return _without_namespace(node)
    end = markup.find(">")
    start = markup[:end]  # declares what surrounds the element
    for prefix, namespace in around.items():
        if prefix is not None:
            if f"{prefix}:" in markup and any(f"{c}{prefix}:" in markup for c in '< "'):
                return _cleaned(node)
            start = start.replace(f' xmlns:{prefix}="{namespace}"', "", 1)
    markup = start + markup[end:]
    return markup if "xmlns:" not in markup else _cleaned(node)


def _cleaned(node: Element) -> str:
    """The markup of an element that may use prefixes."""
    alone = copy.deepcopy(node)
    alone.tail = None
    etree.cleanup_namespaces(alone, keep_ns_prefixes=_used(node))
    return etree.tostring(alone, encoding="unicode")


def _used(node: Element) -> list[str]:
    """The prefixes that values begin with."""
    values = (value for each in node.iter("*") for value in each.values() if ":" in value)
    starts = {str(value).partition(":")[0] for value in values}
    return [prefix for prefix in node.nsmap if prefix is not None and prefix in starts]


def _without_namespace(node: Element) -> str:
    """The markup of an element in which a name has no namespace.

    `cleanup_namespaces` forgets that a default namespace was taken back (`xmlns=""`).
    """
    markup = _canonical(node)
    start = markup[: markup.index(">")]
    if " xmlns=" in start:
        return markup
    name = start.rstrip("/").partition(" ")[0]  # in our documents it would get a namespace
    return f'{name} xmlns=""{markup[len(name) :]}'


def _canonical(node: Element) -> str:
    try:
        shown: bytes = etree.tostring(  # type: ignore[call-overload]  # the stubs lack this pair
            node, method="c14n", exclusive=True, with_tail=False, inclusive_ns_prefixes=_used(node)
        )
    except etree.C14NError:  # a namespace that is a relative address
        return etree.tostring(node, encoding="unicode", with_tail=False)
    return shown.decode()

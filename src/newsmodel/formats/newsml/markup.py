"""Parsing XML that may be hostile, and carrying pieces of it."""

from __future__ import annotations

from lxml import etree

from newsmodel.errors import ParseError
from newsmodel.formats.newsml.names import FORMAT, NAR
from newsmodel.formats.newsml.values import Element

__all__ = ["fragment", "parsed", "serialized"]


def _parser() -> etree.XMLParser:
    """A parser that loads nothing, expands nothing and keeps libxml2's limits.

    A new one each time: a parser shared by threads would make them wait for one another.
    """
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_pis=True,
        remove_comments=True,
    )  # fmt: skip


def parsed(data: bytes) -> Element:
    """The root of a document.

    Raises:
        ParseError: it is not well-formed, or declares entities; with line and column.
    """
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        place = f"line {line}, column {column}"
        raise ParseError(FORMAT, f"it is not well-formed XML: {error.msg}", place) from None
    except ValueError as error:
        raise ParseError(FORMAT, f"it is not XML: {error}") from None
    _refuse_entities(root)
    return root


def _refuse_entities(root: Element) -> None:
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise ParseError(FORMAT, "it declares entities, which are never read", "DOCTYPE")


def fragment(markup: str) -> Element:
    """The element of markup the library has written itself, its namespace not yet declared."""
    return etree.fromstring(f'<x xmlns="{NAR}">{markup}</x>'.encode(), _parser())[0]


def serialized(markup: str) -> str | None:
    """An element's markup as it will be read back; None for what is no single element."""
    try:
        node = etree.fromstring(markup.encode("utf-8", "surrogatepass"), _parser())
    except (etree.XMLSyntaxError, ValueError):
        return None
    return etree.tostring(node, encoding="unicode", with_tail=False)

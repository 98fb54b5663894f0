"""Parsing XML that may be hostile, and carrying pieces of it."""

from __future__ import annotations

import re

from lxml import etree

from newsmodel.errors import ParseError
from newsmodel.formats.newsml.names import FORMAT, NAR
from newsmodel.formats.newsml.reading import MOST_ATTRIBUTES, Element, few

__all__ = ["element_of", "few_attributes", "fragment", "parsed", "refuse_entities", "serialized"]


def _parser(*, recover: bool = False) -> etree.XMLParser:
    """A parser that loads nothing, expands nothing and keeps libxml2's limits.

    A new one each time: a parser shared by threads would make them wait for one another.
    """
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_pis=True,
        remove_comments=True, recover=recover,
    )  # fmt: skip


def parsed(
    data: bytes,
    *,
    recover: bool = False,
    departures: list[tuple[int | None, str]] | None = None,
) -> Element:
    """The root of a document.

    Args:
        data: the document.
        recover: read on after errors of form, as far as the parser can.
        departures: gets those errors, each with its line.

    Raises:
        ParseError: it is not well-formed, or declares entities; with line and column.
    """
    parser = _parser(recover=recover)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        place = f"line {line}, column {column}"
        raise ParseError(FORMAT, f"it is not well-formed XML: {error.msg}", place) from None
    except ValueError as error:
        raise ParseError(FORMAT, f"it is not XML: {error}") from None
    if root is None:
        raise ParseError(FORMAT, "it holds no element")
    if data.count(b"=") > MOST_ATTRIBUTES and _LONG_TAG.search(data):
        few_attributes(root)
    if recover and departures is not None:
        departures += [
            (e.line, f"it is not well-formed XML: {e.message}") for e in parser.error_log
        ]
    if recover:
        _name_again(root)
    refuse_entities(root)
    return root


_LONG_TAG = re.compile(rb"<[^<>]{4000}")
"""A tag so long that it may hold a thousand attributes."""


def few_attributes(root: Element) -> None:
    """Refuse elements with more attributes than anybody means.

    Raises:
        ParseError: one has more than a thousand.
    """
    for node in root.iter("*"):
        few(node)


def _name_again(root: Element) -> None:
    """Give names that no document may have, read in recovery, a form that one may."""
    for node in root.iter("*"):
        if ":" in str(node.tag).rpartition("}")[2]:
            namespace, brace, name = str(node.tag).rpartition("}")
            node.tag = f"{namespace}{brace}{name.replace(':', '_')}"
        for name, value in node.items():
            if ":" in name.rpartition("}")[2]:
                del node.attrib[name]
                node.set(name.replace(":", "_"), value)


def refuse_entities(root: Element) -> None:
    """Raise the error for a document that declares entities."""
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise ParseError(FORMAT, "it declares entities, which are never read", "DOCTYPE")


def fragment(markup: str) -> Element:
    """The element of markup the library has written itself, its namespace not yet declared."""
    return etree.fromstring(f'<x xmlns="{NAR}">{markup}</x>'.encode(), _parser())[0]


def element_of(markup: str) -> Element:
    """The element of carried markup that `serialized` takes."""
    return etree.fromstring(markup.encode(), _parser())


def serialized(markup: str) -> str | None:
    """Markup that is one element; None for any other."""
    try:
        etree.fromstring(markup.encode("utf-8", "surrogatepass"), _parser())
    except (etree.XMLSyntaxError, ValueError):
        return None
    return markup

"""Parsing XML that may be hostile."""

from __future__ import annotations

import re

from lxml import etree

from newsmodel.errors import ParseError
from newsmodel.formats.newsml.names import FORMAT, NAR
from newsmodel.formats.newsml.xml.parsers import new_parser, parser_at_hand
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.formats.newsml.xml.recovering import ROOTS, mended, put_into_namespace

__all__ = [
    "TOO_MANY", "few_attributes", "has_long_tag", "malformed", "not_newsml", "overfull",
    "parsed", "refuse_entities",
]  # fmt: skip


def malformed(error: etree.XMLSyntaxError) -> ParseError:
    """What to tell of broken XML: the place once, where the parser names it twice."""
    line, column = error.position
    reason = str(error.msg).removesuffix(f", line {line}, column {column}")
    way = "newsml.loads_message with recover=True reads as much of it as it can"
    place = f"line {line}, column {column}"
    return ParseError(FORMAT, f"it is not well-formed XML: {reason}; {way}", place)


def not_newsml(root: Element | None) -> ParseError:
    """What to tell of a document of another kind, or of one that forgot its namespace."""
    tag = "" if root is None else str(root.tag)
    reason = f"its root is {tag[:80]!r}, no element of NewsML-G2 (namespace {NAR})"
    if tag in ROOTS:
        reason += "; newsml.loads_message with recover=True reads it without its namespace, too"
    return ParseError(FORMAT, reason, "line 1" if root is None else f"line {root.sourceline}")


def _unreadable(data: bytes, error: Exception) -> ParseError:
    if not isinstance(error, etree.XMLSyntaxError):
        return ParseError(FORMAT, f"it is not XML: {error}")
    if b"<" not in data.replace(b"\0", b""):
        return ParseError(FORMAT, "it holds no markup; newsml.load reads a file")
    return malformed(error)


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
    parser = new_parser(recover=True) if recover else parser_at_hand()
    root, wrong = None, None
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        wrong = _unreadable(data, error)
    if wrong is not None:
        # Not in the handler: lxml's errors cannot be pickled, and would go along as the context.
        raise wrong
    if root is None:
        raise ParseError(FORMAT, "it holds no element")
    if has_long_tag(data):
        few_attributes(root)
    if recover and departures is not None:
        departures += [
            (e.line, f"it is not well-formed XML: {e.message}") for e in parser.error_log
        ]
    if recover:
        root = mended(root, data)
        if put_into_namespace(root) and departures is not None:
            departures.append((root.sourceline, "its elements have no namespace: it is put in"))
    refuse_entities(root)
    return root


_LONG_TAG = re.compile(rb"<[^<>]{4000}")
"""A tag so long that it may hold a thousand attributes."""


def has_long_tag(data: bytes) -> bool:
    """Whether a tag may hold a thousand attributes.

    Few documents have four thousand bytes without the end of a tag, which is quickly told.
    """
    start = 0
    while len(data) - start > 4000:
        end = data.rfind(b">", start, start + 4000)
        if end < 0:
            end = data.find(b">", start)
            end = len(data) if end < 0 else end
            if _LONG_TAG.search(data, start, end):
                return True
        start = end + 1
    return False


MOST_ATTRIBUTES = 1000
"""How many attributes an element may have: reading them takes time by the square of that."""
TOO_MANY = f"an element has more than {MOST_ATTRIBUTES} attributes"


def few_attributes(root: Element) -> None:
    """Refuse elements with more attributes than anybody means.

    Raises:
        ParseError: one has more than a thousand.
    """
    node = overfull(root)
    if node is not None:
        raise ParseError(FORMAT, TOO_MANY, f"line {node.sourceline}")


def overfull(root: Element) -> Element | None:
    """The first element with more than a thousand attributes."""
    return next((node for node in root.iter("*") if len(node.attrib) > MOST_ATTRIBUTES), None)


def refuse_entities(root: Element) -> None:
    """Raise the error for a document that declares entities."""
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise ParseError(FORMAT, "it declares entities, which are never read", "DOCTYPE")

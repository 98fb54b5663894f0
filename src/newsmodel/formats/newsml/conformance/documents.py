"""Parsing a document that is to be checked: whatever it is, and whatever is wrong with it."""

from __future__ import annotations

import re

import attrs
from lxml import etree

from newsmodel.formats.newsml.conformance.forms import XML, complaints
from newsmodel.formats.newsml.xml.legible import told_by_start
from newsmodel.formats.newsml.xml.parsers import new_parser, parser_at_hand
from newsmodel.formats.newsml.xml.parsing import TOO_MANY, has_doctype, overfull, undefined_in
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Problem, Severity

__all__ = ["Document", "encoded", "opened"]


@attrs.frozen(eq=False)
class Document:
    """A document, as far as it can be read."""

    root: Element | None
    """Its root; None if it is so broken that nothing can be said of what is in it."""
    text: str | None
    """It as text; None if its encoding is one only libxml2 knows."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with its form."""


def opened(data: str | bytes) -> Document:
    """Parse what is said to be a document; nothing is loaded or expanded, and nothing raised."""
    if isinstance(data, str):
        data = encoded(data)
    return _parsed(data)


def encoded(text: str) -> bytes:
    """The bytes of a document; in a string the declaration of an encoding means nothing.

    Spaces take its place, so that all else stands where it stood.
    """
    return _DECLARED.sub(_blanked, text, count=1).encode("utf-8", "surrogatepass")


def _blanked(found: re.Match[str]) -> str:
    return found[1].ljust(len(found[0]))


_DECLARED = re.compile(r"^(\ufeff?<\?xml[^>]*?)\s+encoding\s*=\s*(?:\"[^\"]*\"|'[^']*')")


def _parsed(data: bytes) -> Document:
    parser = parser_at_hand()
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return _broken(data, parser.error_log)
    except ValueError as error:
        return _nothing(f"it is not XML: {error}")
    document = _readable(root, data, ())
    if document.root is None or not has_doctype(root):
        return document
    problems = tuple(complaints(data, list(undefined_in(parser.error_log))))
    return Document(None, None, problems) if problems else document


def _nothing(message: str, line: int | None = None) -> Document:
    problem = Problem(
        rule="schema.xml", severity=Severity.ERROR, line=line, message=message, source=XML
    )
    return Document(None, None, (problem,))


def _broken(data: bytes, log: etree._ListErrorLog) -> Document:
    """A document with errors of form; after those of namespaces alone it can still be read."""
    entries = [e for e in log if e.level >= etree.ErrorLevels.ERROR]
    if not entries:
        return _nothing("it is not well-formed XML")
    problems = tuple(complaints(data, entries))
    if any(e.level == etree.ErrorLevels.FATAL for e in entries):
        return Document(None, None, problems)
    return _readable(etree.fromstring(data, new_parser(recover=True)), data, problems)


def _readable(root: Element, data: bytes, problems: tuple[Problem, ...]) -> Document:
    node = overfull(root, data)
    if node is not None:
        return _nothing(TOO_MANY, node.sourceline)
    info = root.getroottree().docinfo
    text = _text(data, info.encoding)
    if info.internalDTD is not None and next(iter(info.internalDTD.iterentities()), None):
        return Document(None, None, (*problems, _of_entities(text or "")))
    return Document(root, text, problems)


def _of_entities(text: str) -> Problem:
    """What to say of a document that declares entities."""
    offset = text.find("<!ENTITY")
    line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    return Problem(
        rule="schema.xml", severity=Severity.ERROR, source=XML,
        message="it declares entities, which are never read: write what they stand for",
        line=None if offset < 0 else line, column=None if offset < 0 else column,
    )  # fmt: skip


def _text(data: bytes, encoding: str | None) -> str | None:
    _, told = told_by_start(data)
    try:
        return data.decode(told or encoding or "utf-8").removeprefix("\ufeff")
    except (LookupError, UnicodeDecodeError):
        return None

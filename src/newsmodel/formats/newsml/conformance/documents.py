"""Parsing a document that is to be checked: whatever it is, and whatever is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs
from lxml import etree

from newsmodel.formats.newsml.xml.parsers import new_parser, parser_at_hand
from newsmodel.formats.newsml.xml.parsing import TOO_MANY, has_long_tag, overfull
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Problem, Severity

__all__ = ["Document", "opened"]

_XML = "XML 1.0, fifth edition, and Namespaces in XML 1.0"
_MOST = 20
"""How many errors of form are told; what comes after so many follows from them."""


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
        data = _DECLARED.sub(r"\1", data, count=1).encode("utf-8", "surrogatepass")
    return _parsed(data)


_DECLARED = re.compile(r"^(\ufeff?<\?xml[^>]*?)\s+encoding\s*=\s*(?:\"[^\"]*\"|'[^']*')")


def _parsed(data: bytes) -> Document:
    parser = parser_at_hand()
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return _broken(data, parser.error_log)
    except ValueError as error:
        return _nothing(f"it is not XML: {error}")
    return _readable(root, data, ())


def _nothing(message: str, line: int | None = None) -> Document:
    problem = Problem(
        rule="schema.xml", severity=Severity.ERROR, line=line, message=message, source=_XML
    )
    return Document(None, None, (problem,))


def _broken(data: bytes, log: etree._ListErrorLog) -> Document:
    """A document with errors of form; after those of namespaces alone it can still be read."""
    entries = [e for e in log if e.level >= etree.ErrorLevels.ERROR]
    problems = tuple(_of_form(entries)) or _nothing("it is not well-formed XML").problems
    if not entries or any(e.level == etree.ErrorLevels.FATAL for e in entries):
        return Document(None, None, problems)
    return _readable(etree.fromstring(data, new_parser(recover=True)), data, problems)


def _of_form(entries: list[etree._LogEntry]) -> Iterator[Problem]:
    places = {(entry.line, entry.column): entry for entry in reversed(entries[:_MOST])}
    for (line, column), entry in sorted(places.items()):
        yield Problem(
            rule="schema.xml",
            severity=Severity.ERROR,
            line=line or None,
            column=column or None,
            message=f"it is not well-formed XML: {entry.message.strip()}",
            source=_XML,
        )


def _readable(root: Element, data: bytes, problems: tuple[Problem, ...]) -> Document:
    node = overfull(root) if has_long_tag(data) else None
    if node is not None:
        return _nothing(TOO_MANY, node.sourceline)
    info = root.getroottree().docinfo
    if info.internalDTD is not None and next(iter(info.internalDTD.iterentities()), None):
        message = "it declares entities, which are never read: write what they stand for"
        problem = Problem(rule="schema.xml", severity=Severity.ERROR, message=message, source=_XML)
        return Document(None, None, (*problems, problem))
    return Document(root, _text(data, info.encoding), problems)


def _text(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding or "utf-8").removeprefix("\ufeff")
    except (LookupError, UnicodeDecodeError):
        return None

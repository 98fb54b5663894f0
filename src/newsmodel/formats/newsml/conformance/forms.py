"""What is wrong with the form of a document, in plain words and with a remedy.

libxml2 says it in words made for those who know how it works.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html.entities import name2codepoint
from types import MappingProxyType

from lxml import etree

from newsmodel.model import Problem, Severity

__all__ = ["XML", "complaints"]

XML = "XML 1.0, fifth edition, and Namespaces in XML 1.0"
_MOST = 20
"""How many errors of form are told; what comes after so many follows from them."""
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype\s+html|<html\b)(?![^>]*XHTML)", re.IGNORECASE
)

_SAID: Mapping[str, Sequence[tuple[str, str]]] = MappingProxyType(
    {
        "ERR_NAME_REQUIRED": [
            ("EntityRef", "an & stands alone: write &amp;"),
            ("StartTag", "a < begins no tag: write &lt; where the sign itself is meant"),
        ],
        "ERR_ENTITYREF_SEMICOL_MISSING": [
            ("", "an & begins a reference that no ; ends: write &amp; for the sign")
        ],
        "ERR_UNDECLARED_ENTITY": [
            (r"Entity '(?P<name>[^']*)'", "&{name}; is not known in XML: write {remedy}")
        ],
        "ERR_ATTRIBUTE_NOT_STARTED": [
            ("", 'the value of an attribute has no quotation marks: write name="value"')
        ],
        "ERR_ATTRIBUTE_NOT_FINISHED": [
            ("", "the value of an attribute has no quotation mark at its end: add it")
        ],
        "ERR_ATTRIBUTE_WITHOUT_VALUE": [
            (r"attribute (?P<name>\S+)", 'the attribute `{name}` has no value: write {name}="…"')
        ],
        "ERR_ATTRIBUTE_REDEFINED": [
            (r"Attribute (?P<name>\S+)", "the attribute `{name}` is given twice: keep one")
        ],
        "ERR_LT_IN_ATTRIBUTE": [("", "a < stands in the value of an attribute: write &lt;")],
        "ERR_TAG_NAME_MISMATCH": [
            (
                r"mismatch: (?P<name>\S+) line (?P<line>\d+) and (?P<other>\S+)",
                "`{name}`, opened in line {line}, is not closed before </{other}>: close it",
            )
        ],
        "ERR_TAG_NOT_FINISHED": [
            (
                r"in tag (?P<name>\S+) line (?P<line>\d+)",
                "it ends before `{name}`, opened in line {line}, is closed: something is cut off",
            )
        ],
        "ERR_GT_REQUIRED": [(r"Tag (?P<name>\S+)", "the tag of `{name}` has no > at its end")],
        "ERR_DOCUMENT_END": [
            ("", "something stands after the end of the root: a document has one root only")
        ],
        "ERR_DOCUMENT_EMPTY": [
            ("empty", "it is empty"),
            ("", "it does not begin with a tag: give the document itself, from its first <"),
        ],
        "ERR_INVALID_CHAR": [
            (r"(?P<name>\d+)\W*$", "it holds the character {name}, which XML may not: take it out")
        ],
        "ERR_INVALID_ENCODING": [
            ("", "its bytes are in another encoding than it says: name the right one")
        ],
        "ERR_UNSUPPORTED_ENCODING": [
            (r"encoding:? (?P<name>.+)", "the encoding {name!r} is not known: use UTF-8")
        ],
        "ERR_RESERVED_XML_NAME": [
            ("", "the declaration <?xml …?> may only be the very first: take out what is before it")
        ],
        "ERR_CDATA_NOT_FINISHED": [("", "a CDATA section has no end: add ]]>")],
        "ERR_COMMENT_NOT_FINISHED": [("", "a comment has no end: add -->")],
        "ERR_HYPHEN_IN_COMMENT": [("", "-- stands in a comment, where it may not: take it out")],
        "ERR_RESOURCE_LIMIT": [("depth", "it is nested deeper than anybody means")],
        "NS_ERR_UNDEFINED_NAMESPACE": [
            (
                r"prefix (?P<name>\S+) (?:for (?P<line>\S+) )?on (?P<other>\S+)",
                'the prefix `{name}` on `{other}` is not declared: add xmlns:{name}="…"',
            )
        ],
    }
)  # fmt: skip
"""For the kinds of errors what to look for in libxml2's words, and what to say instead."""
_CASCADE = frozenset({"ERR_TAG_NAME_MISMATCH", "ERR_TAG_NOT_FINISHED", "ERR_DOCUMENT_END"})
"""Errors that follow from an end tag that does not match."""


def complaints(data: bytes, entries: Sequence[etree._LogEntry]) -> Iterator[Problem]:
    """The errors of form as problems, without those that follow from others.

    Args:
        data: the document.
        entries: libxml2's errors.
    """
    if _PAGE.match(data, 0, 1000):
        said = "it is a page in HTML, no NewsML-G2: the format `html` reads pages"
        yield _problem(entries[0], said)
        return
    places = {(entry.line, entry.column): entry for entry in reversed(entries[:_MOST])}
    mismatched = False
    for _, entry in sorted(places.items()):
        if not (mismatched and entry.type_name in _CASCADE):
            yield _problem(entry, f"it is not well-formed XML: {_in_words(entry)}")
        mismatched = mismatched or entry.type_name == "ERR_TAG_NAME_MISMATCH"


def _problem(entry: etree._LogEntry, said: str) -> Problem:
    return Problem(
        rule="schema.xml", severity=Severity.ERROR, line=entry.line or None,
        column=entry.column or None, message=said, source=XML,
    )  # fmt: skip


def _in_words(entry: etree._LogEntry) -> str:
    """What an error means."""
    message = entry.message.strip()
    for sign, said in _SAID.get(entry.type_name, ()):
        found = re.search(sign, message)
        if found is not None:
            known = {name: value or "" for name, value in found.groupdict().items()}
            return said.format(**known, remedy=_character(known.get("name", "")))
    return message


def _character(name: str) -> str:
    """How to write a character that has a name in HTML."""
    number = name2codepoint.get(name)
    return "the character itself" if number is None else f"the character itself, or &#{number};"

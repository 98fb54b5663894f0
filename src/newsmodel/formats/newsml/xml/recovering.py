"""Documents that are read though they are no XML: what none may hold is given a form it may."""

from __future__ import annotations

from collections import Counter
from urllib.parse import quote

from lxml import etree

from newsmodel.formats._shared.escaping import quoted
from newsmodel.formats.newsml.names import NAR
from newsmodel.formats.newsml.xml.appended import ROOTS, as_parts, in_one
from newsmodel.formats.newsml.xml.balancing import balanced
from newsmodel.formats.newsml.xml.legible import Note, legible
from newsmodel.formats.newsml.xml.markup import serialized
from newsmodel.formats.newsml.xml.parsers import new_parser, parser_at_hand
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.formats.newsml.xml.tags import with_plain_tags

__all__ = ["ROOTS", "mended", "put_into_namespace", "recovered"]


def recovered(data: bytes) -> tuple[Element | None, list[Note]]:
    """The root of a document that is not well-formed, and what is wrong, by lines.

    It holds no entity and no character that there is not; its names may still be impossible.
    """
    text, notes = legible(data)
    text, careless = with_plain_tags(text)
    notes += careless
    root, log, wrong = _read(text)
    if any(entry.type in _BEHIND for entry in log):
        whole, other_log, others = _read(as_parts(text))
        found = None if whole is None else in_one(whole)
        if found is not None:
            root, log, wrong = found[0], other_log, [*others, *found[1]]
    notes += wrong
    notes += [_note(entry) for entry in log if entry.level > etree.ErrorLevels.WARNING]
    return root, sorted(notes, key=lambda note: note[0] or 0)


_MISMATCH = etree.ErrorTypes.ERR_TAG_NAME_MISMATCH
_BEHIND = frozenset({
    etree.ErrorTypes.ERR_DOCUMENT_END, etree.ErrorTypes.ERR_RESERVED_XML_NAME
})  # fmt: skip
"""What a parser finds wrong where something stands behind the end of a document."""


def _read(text: str) -> tuple[Element | None, etree._ListErrorLog, list[Note]]:
    """The root of a document, its tags put in pairs if need be, and what was wrong."""
    root, log = _parsed(text)
    if any(entry.type == _MISMATCH for entry in log):
        better, wrong = balanced(text)
        again, other_log = _parsed(better)
        if again is not None and all(entry.type != _MISMATCH for entry in other_log):
            return again, other_log, wrong
    return root, log, []


def _parsed(text: str) -> tuple[Element | None, etree._ListErrorLog]:
    """The root of a document as far as a parser reads it, and what that finds wrong."""
    parser = new_parser(recover=True, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:  # it is empty
        root = None
    return root, parser.error_log


def _note(entry: etree._LogEntry) -> Note:
    twice = entry.type in (
        etree.ErrorTypes.ERR_ATTRIBUTE_REDEFINED,
        etree.ErrorTypes.NS_ERR_ATTRIBUTE_REDEFINED,
    )
    return entry.line, f"{entry.message.strip()}{': the first counts' if twice else ''}"


def mended(root: Element) -> Element | None:
    """A document read in recovery as one that is well-formed, each element with its line.

    Returns:
        its root; None where no name can be mended so that it is one.
    """
    try:
        for node in root.iter("*"):
            _name_again(node)
            _without_doubles(node)
        again = _written_and_read(root)
        if again is None:
            _address_again(root)
            again = _written_and_read(root)
    except UnicodeDecodeError:
        return None
    for old, new in zip(root.iter("*"), () if again is None else again.iter("*"), strict=False):
        new.sourceline = old.sourceline  # type: ignore[misc]  # lxml has a setter
    return again


def _written_and_read(root: Element) -> Element | None:
    """The root again, as others will read what is written of it; None if they cannot."""
    try:
        return etree.fromstring(etree.tostring(root, encoding="utf-8"), parser_at_hand())
    except (etree.XMLSyntaxError, etree.SerialisationError):
        return None


def _name_again(node: Element) -> None:
    """Take colons out of names: prefixes that nobody declared."""
    if ":" in str(node.tag).rpartition("}")[2]:
        namespace, brace, name = str(node.tag).rpartition("}")
        node.tag = f"{namespace}{brace}{name.replace(':', '_')}"
    for name, value in node.items():
        if ":" in str(name).rpartition("}")[2]:
            del node.attrib[name]
            if (plain := str(name).replace(":", "_")) not in node.attrib:
                node.set(plain, value)


def _without_doubles(node: Element) -> None:
    """Keep the first of attributes with one name."""
    for name in [name for name, count in Counter(node.keys()).items() if count > 1]:
        value = node.get(name, "")
        while name in node.attrib:
            del node.attrib[name]
        node.set(name, value)


# ------------------------------------------------------------------ namespaces
def _address_again(root: Element) -> None:
    """Give namespaces whose addresses are none others that stand for them."""
    declared = {pair for node in root.iter("*") for pair in node.nsmap.items()}
    strange = {uri: _possible(uri) for _, uri in declared if not _is_address(uri)}
    for node in root.iter("*"):
        node.tag = _in_place(str(node.tag), strange)
        for name, value in node.items():
            if (better := _in_place(str(name), strange)) != name:
                del node.attrib[name]
                node.set(better, value)
    kept = {prefix for prefix, uri in declared if prefix and uri not in strange}
    etree.cleanup_namespaces(root, keep_ns_prefixes=list(kept))


def _in_place(name: str, strange: dict[str, str]) -> str:
    """A name with its namespace replaced, where that is one of the strange."""
    namespace, brace, local = name.removeprefix("{").rpartition("}")
    return f"{{{strange[namespace]}}}{local}" if brace and namespace in strange else name


def _possible(uri: str) -> str:
    """An address that may stand for another that is none."""
    return uri.strip() if _is_address(uri.strip()) else quote(uri, safe="")


def _is_address(uri: str) -> bool:
    return bool(uri) and serialized(f'<x xmlns:x="{quoted(uri)}"/>') is not None


def put_into_namespace(root: Element) -> bool:
    """Put a document into the standard's namespace that has its names and no namespace at all."""
    if root.tag not in ROOTS:
        return False
    waiting = [root]
    while waiting:
        node = waiting.pop()
        payload = node.tag == "inlineXML"
        if isinstance(node.tag, str) and not node.tag.startswith("{"):
            node.tag = f"{{{NAR}}}{node.tag}"
            waiting += [] if payload else list(node)
    return True

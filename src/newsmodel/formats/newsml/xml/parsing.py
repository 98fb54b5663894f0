"""Parsing XML that may be hostile."""

from __future__ import annotations

from lxml import etree

from newsmodel.errors import ParseError
from newsmodel.formats._shared.characters import are_suspect, mend
from newsmodel.formats.newsml.names import FORMAT, NAR
from newsmodel.formats.newsml.xml.legible import UNHELD, Note
from newsmodel.formats.newsml.xml.parsers import parser_at_hand
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.formats.newsml.xml.recovering import ROOTS, mended, put_into_namespace, recovered

__all__ = [
    "TOO_MANY", "has_doctype", "malformed", "mended_characters", "not_newsml", "overfull", "parsed",
    "refuse_entities", "refuse_overfull", "undefined", "undefined_in",
]  # fmt: skip


# ------------------------------------------------------------------ what to tell
def malformed(error: etree.XMLSyntaxError, log: etree._ListErrorLog) -> ParseError:
    """What to tell of broken XML.

    Args:
        error: what the parser raised; it does not know of every error what and where it is.
        log: what the parser noted, which does.
    """
    found = next((entry for entry in log if entry.level > etree.ErrorLevels.WARNING), None)
    return _broken(str(error.msg), 1, 1) if found is None else _told(found)


def undefined(log: etree._ListErrorLog) -> ParseError | None:
    """What to tell of a document that refers to an entity nobody defined; None of any other."""
    found = undefined_in(log)
    return _told(found[0]) if found else None


def undefined_in(log: etree._ListErrorLog) -> list[etree._LogEntry]:
    """The references to entities nobody defined.

    For the parser they are no errors after a DOCTYPE, since a DTD that it does not read may.
    """
    return [entry for entry in log if entry.type in _UNDEFINED]


_UNDEFINED = frozenset(
    {etree.ErrorTypes.ERR_UNDECLARED_ENTITY, etree.ErrorTypes.WAR_UNDECLARED_ENTITY}
)


def _told(entry: etree._LogEntry) -> ParseError:
    return _broken(entry.message.strip(), entry.line, entry.column)


def _broken(reason: str, line: int, column: int) -> ParseError:
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


def _unreadable(data: bytes, error: Exception, log: etree._ListErrorLog) -> ParseError:
    if not isinstance(error, etree.XMLSyntaxError):
        return ParseError(FORMAT, f"it is not XML: {error}", "line 1")
    if b"<" not in data.replace(b"\0", b""):
        return ParseError(FORMAT, "it holds no markup; newsml.load reads a file", "line 1")
    return malformed(error, log)


# ------------------------------------------------------------------ parsing
def parsed(data: bytes, *, recover: bool = False, departures: list[Note] | None = None) -> Element:
    """The root of a document.

    Args:
        data: the document.
        recover: read on after errors of form, as far as the parser can.
        departures: gets those errors, each with its line.

    Raises:
        ParseError: it is not well-formed, or declares entities; with line and column.
    """
    read = _well_formed(data)
    if not isinstance(read, ParseError):
        root, notes = read, list[Note]()
    elif recover:
        root, notes = _recovered(data, read)
    else:
        raise read
    if recover and put_into_namespace(root):
        notes.append((root.sourceline, "its elements have no namespace: it is put in"))
    if departures is not None:
        departures += notes
    return root


def _well_formed(data: bytes) -> Element | ParseError:
    """The root of a document, or what is wrong if it is not well-formed.

    Nothing is raised in the handler: lxml's errors cannot be pickled, and would go along as the
    context.
    """
    parser = parser_at_hand()
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return _unreadable(data, error, parser.error_log)
    node = overfull(root, data)
    if node is not None:
        raise _too_many(node)
    if not has_doctype(root):
        return root
    refuse_entities(root)
    return undefined(parser.error_log) or root


def _recovered(data: bytes, wrong: ParseError) -> tuple[Element, list[Note]]:
    """The root of a document that is not well-formed, and what is wrong in it."""
    root, reasons = recovered(data)
    if root is None:
        raise wrong
    refuse_overfull(root)
    refuse_entities(root)
    root = mended(root)
    if root is None:
        reason = "it is not well-formed XML, and what is left of it would be none either"
        raise ParseError(FORMAT, reason, wrong.place)
    return root, [(line, f"it is not well-formed XML: {reason}") for line, reason in reasons]


def mended_characters(root: Element, data: bytes) -> list[Note]:
    """Replace what XML lets pass and no page can hold, and tell of it."""
    line = mend(root) if are_suspect(data) else None
    return [] if line is None else [(line, UNHELD)]


# ------------------------------------------------------------------ too many
MOST_ATTRIBUTES = 1000
"""How many attributes an element may have: reading them takes time by the square of that."""
MOST_NAMESPACES = 100
"""How many may be declared where an element stands: to write it takes time by their square."""
TOO_MANY = f"an element has more than {MOST_ATTRIBUTES} attributes or {MOST_NAMESPACES} namespaces"
_AS_ASCII = frozenset("utf-8 us-ascii ascii iso-8859-1 windows-1252".split())


def overfull(root: Element, data: bytes) -> Element | None:
    """An element with more attributes or namespaces than may be; all are looked at if need be."""
    encoding = root.getroottree().docinfo.encoding or ""
    legible = encoding.lower() in _AS_ASCII and b"\0" not in data[:4]
    if legible and not _has_long_tag(data) and data.count(b"xmlns") <= MOST_NAMESPACES:
        return None
    return _overfull(root)


def _overfull(root: Element) -> Element | None:
    """The first element with more attributes than may be, else with more namespaces."""
    for node in root.iter("*"):
        if len(node.attrib) > MOST_ATTRIBUTES:
            return node
    return _overloaded(root)


def _overloaded(root: Element) -> Element | None:
    """The first element where more namespaces are declared than may be."""
    around = root.getparent()
    declared = 0 if around is None else len(around.nsmap)
    for event, node in etree.iterwalk(root, events=("start-ns", "end-ns", "start")):
        if declared > MOST_NAMESPACES and isinstance(node, etree._Element):
            return node
        declared += {"start-ns": 1, "end-ns": -1}.get(event, 0)
    return None


def _has_long_tag(data: bytes) -> bool:
    """Whether a tag may hold a thousand attributes, which take at least four thousand bytes.

    Few documents have so many bytes without the start of a tag, which is quickly told. The end of
    one tells nothing, since values may hold its sign.
    """
    start = 0
    while len(data) - start > 4 * MOST_ATTRIBUTES:
        end = data.rfind(b"<", start, start + 4 * MOST_ATTRIBUTES)
        if end < 0:
            end = data.find(b"<", start)
            end = len(data) if end < 0 else end
            if data.count(b"=", start, end) >= MOST_ATTRIBUTES:
                return True
        start = end + 1
    return False


def refuse_overfull(root: Element) -> None:
    """Refuse elements with more attributes or namespaces than anybody means.

    Raises:
        ParseError: there is one.
    """
    node = _overfull(root)
    if node is not None:
        raise _too_many(node)


def _too_many(node: Element) -> ParseError:
    return ParseError(FORMAT, TOO_MANY, f"line {node.sourceline}")


# ------------------------------------------------------------------ entities
def has_doctype(root: Element) -> bool:
    """Whether a document has a DOCTYPE, which may name or hold a DTD."""
    return root.getroottree().docinfo.internalDTD is not None


def refuse_entities(root: Element) -> None:
    """Raise the error for a document that declares entities."""
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise ParseError(FORMAT, "it declares entities, which are never read", "DOCTYPE")

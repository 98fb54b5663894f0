"""Parsing XML that may be hostile, and carrying pieces of it."""

from __future__ import annotations

import copy
import re

from lxml import etree

from newsmodel.errors import ParseError
from newsmodel.formats._shared.text import writable
from newsmodel.formats.newsml.names import FORMAT, NAR
from newsmodel.formats.newsml.reading import Element

__all__ = [
    "TOO_MANY", "element_of", "few_attributes", "fragment", "has_long_tag", "malformed",
    "markup_of", "not_newsml", "overfull", "parsed", "refuse_entities", "serialized",
]  # fmt: skip


def _parser(*, recover: bool = False) -> etree.XMLParser:
    """A parser that loads nothing, expands nothing and keeps libxml2's limits.

    A new one each time: a parser shared by threads would make them wait for one another.
    """
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_pis=True,
        remove_comments=True, recover=recover,
    )  # fmt: skip


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
    if tag in _ROOTS:
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
    parser = _parser(recover=recover)
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
        _name_again(root)
        _say_again(root)
        if _into_namespace(root) and departures is not None:
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


def _say_again(root: Element) -> None:
    """Replace what no format can hold in text read in recovery: readers count on its absence."""
    for node in root.iter():
        if node.tail and _NO_CHARACTER.search(node.tail):
            node.tail = _NO_CHARACTER.sub("\ufffd", node.tail)
        if isinstance(node.tag, str) and node.text and _NO_CHARACTER.search(node.text):
            node.text = _NO_CHARACTER.sub("\ufffd", node.text)


_NO_CHARACTER = re.compile("[\ufffe\uffff]")

_ROOTS = frozenset(
    "newsMessage newsItem packageItem conceptItem knowledgeItem planningItem catalogItem".split()
)


def _into_namespace(root: Element) -> bool:
    """Put a document into the standard's namespace that has its names and no namespace at all."""
    if root.tag not in _ROOTS:
        return False
    waiting = [root]
    while waiting:
        node = waiting.pop()
        payload = node.tag == "inlineXML"
        if isinstance(node.tag, str) and not node.tag.startswith("{"):
            node.tag = f"{{{NAR}}}{node.tag}"
            waiting += [] if payload else list(node)
    return True


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


# ------------------------------------------------------------------ pieces
def markup_of(node: Element) -> str:
    """An element as markup by itself, whatever surrounds it in its document.

    Only the prefixes it uses are declared, in names or at the start of values ("xs:boolean").
    """
    markup = _serialized(node)
    # A parser lets no other character pass that no format can hold, and these only in recovery.
    return writable(markup) if "\ufffe" in markup or "\uffff" in markup else markup


def _serialized(node: Element) -> str:
    if next(node.iter("{}*"), None) is not None:
        return _without_namespace(node)
    markup = etree.tostring(node, encoding="unicode", with_tail=False)
    end = markup.find(">")
    start = markup[:end]  # declares what surrounds the element
    for prefix, namespace in node.nsmap.items():
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

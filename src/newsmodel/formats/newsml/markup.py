"""Parsing XML that may be hostile, and carrying pieces of it."""

from __future__ import annotations

import copy
import re
import threading

from lxml import etree

from newsmodel.errors import ParseError
from newsmodel.formats._shared.text import writable
from newsmodel.formats.newsml.names import FORMAT, NAR
from newsmodel.formats.newsml.reading import Element

__all__ = [
    "TOO_MANY", "element_of", "few_attributes", "fragment", "has_long_tag", "malformed",
    "markup_of", "new_parser", "not_newsml", "overfull", "parsed", "parser_at_hand",
    "refuse_entities", "serialized",
]  # fmt: skip


def new_parser(*, recover: bool = False) -> etree.XMLParser:
    """A parser that loads nothing, expands nothing and keeps libxml2's limits."""
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_pis=True,
        remove_comments=True, recover=recover,
    )  # fmt: skip


class _Parsers(threading.local):
    """A parser for each thread: one that several share would make them wait for one another."""

    def __init__(self) -> None:
        self.strict = new_parser()


_parsers = _Parsers()


def parser_at_hand() -> etree.XMLParser:
    """The thread's own parser, which is as `new_parser` makes one."""
    return _parsers.strict


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
        root = _mended(root, data)
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


_REFERENCE = re.compile(rb"&#(?:x0*([0-9A-Fa-f]+)|0*([0-9]+));?")


def _mended(root: Element, data: bytes) -> Element:
    """A document read in recovery without the characters that none may hold.

    Raises:
        ParseError: it holds one that cannot be replaced.
    """
    replaced = _REFERENCE.sub(_possible, data)
    if replaced != data:
        root = etree.fromstring(replaced, new_parser(recover=True))
    for node in root.iter():
        try:
            texts = (node.text or "", node.tail or "", *node.attrib.values())
        except UnicodeDecodeError:
            # Not in the handler: an error that has another as its context keeps all the document.
            break
        if any(writable(text) != text for text in texts if not text.isprintable()):
            _make_writable(node)
    else:
        return root
    raise ParseError(FORMAT, "it refers to characters that there are not")


def _possible(reference: re.Match[bytes]) -> bytes:
    """A reference to a character, or one to the mark for what cannot be shown."""
    digits, base = (reference[1], 16) if reference[1] else (reference[2], 10)
    number = int(digits, base) if len(digits) <= 7 else 0
    allowed = number in _WHITE or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE
    return reference[0] if allowed or 0x10000 <= number < 0x110000 else b"&#xFFFD;"


_WHITE = (0x09, 0x0A, 0x0D)


def _make_writable(node: Element) -> None:
    node.text, node.tail = node.text and writable(node.text), node.tail and writable(node.tail)
    for name, value in node.items():
        node.set(name, writable(value))


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


# ------------------------------------------------------------------ pieces
def markup_of(node: Element) -> str:
    """An element as markup by itself, whatever surrounds it in its document.

    Only the prefixes it uses are declared, in names or at the start of values ("xs:boolean").
    """
    markup = _serialized(node)
    # A parser lets no other character pass that no format can hold, and these only in recovery.
    return writable(markup) if "\ufffe" in markup or "\uffff" in markup else markup


def _serialized(node: Element) -> str:
    markup = etree.tostring(node, encoding="unicode", with_tail=False)
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

"""Small documents in the shape of real feeds, and what two documents have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from textwrap import dedent

import attrs
from lxml import etree

NAR = "http://iptc.org/std/nar/2006-10-01/"
XHTML = "http://www.w3.org/1999/xhtml"
GUID = "urn:newsml:example.org:20300101:bridge"
_STANDARD = 'standard="NewsML-G2" standardversion="2.35" conformance="power"'
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"

_SILENT = etree.XMLParser(remove_comments=True, remove_pis=True, resolve_entities=False)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")


def lines(text: str) -> str:
    """Markup without the indentation of the test it stands in."""
    return dedent(text).strip()


def news_item(
    meta: str = "",
    content: str = "<headline>Bridge closed</headline>",
    body: str = "",
    *,
    about: str = "",
    first: str = f'<catalogRef href="{CATALOG}"/>',
    rest: str = "",
    language: str = '<language tag="en"/>',
    attributes: str = f'guid="{GUID}" version="1" xml:lang="en"',
) -> str:
    """A news item; each part stands on lines of its own."""
    sections = [
        f'<newsItem xmlns="{NAR}" xmlns:x="urn:example:own" {_STANDARD} {attributes}>',
        first,
        '<itemMeta>\n<itemClass qcode="ninat:text"/>\n<provider literal="Example"/>',
        "<versionCreated>2030-01-01T10:00:00+00:00</versionCreated>",
        lines(meta),
        "</itemMeta>\n<contentMeta>",
        lines(about),
        language,
        lines(content),
        "</contentMeta>",
        lines(rest),
        f"<contentSet>\n{lines(body)}\n</contentSet>" if body else "",
        "</newsItem>",
    ]
    return "\n".join(filter(None, sections))


def page(body: str, *, content_type: str = "application/xhtml+xml", more: str = "") -> str:
    """A body in XHTML."""
    html = (
        f'<html xmlns="{XHTML}"><head><title>Bridge closed</title></head><body>{body}</body></html>'
    )
    return f'<inlineXML contenttype="{content_type}"{more}>{html}</inlineXML>'


def news_message(*items: str, header: str = "", more: str = "") -> str:
    """A message of items."""
    sent = "<header>\n<sent>2030-01-01T10:00:00+00:00</sent>\n</header>"
    parts = [
        f'<newsMessage xmlns="{NAR}"{more}>',
        header or sent,
        "<itemSet>",
        *items,
        "</itemSet>",
    ]
    return "\n".join([*parts, "</newsMessage>"])


def for_others(document: str) -> str:
    """A document as every reader but the library sees it: without what is there for that alone."""
    return re.sub(r'<data xmlns="urn:x-newsmodel:data".*?</data>', "", document, flags=re.DOTALL)


def line_of(document: str, piece: str) -> str:
    """The place of a piece of a document, as findings name it."""
    return f"line {document[: document.index(piece)].count(chr(10)) + 1}"


@attrs.frozen(kw_only=True)
class Case:
    """A document that departs from the standard, or from what most feeds do."""

    about: str
    """What is irregular."""
    document: str
    """The document."""
    typed: dict[str, object]
    """What is read: expressions about `message` and `article`, its first article."""
    departs: dict[str, str] = attrs.field(factory=dict)
    """Where it departs from the standard: pieces of the document, each with a word of the finding.

    Empty for what the standard allows, or what is understood all the same."""
    hidden: tuple[str, ...] = ()
    """Texts that readers must never see."""
    recover: bool = False
    """Whether it can be read with `recover` only."""

    def __str__(self) -> str:
        """A name for reports of tests."""
        return self.about


# ------------------------------------------------------------------ comparing documents
Triple = tuple[str, str, str]


def triples(document: str | bytes) -> Counter[Triple]:
    """What a document says, whatever the order of siblings.

    Each element, attribute and text once, by its path; runs of white space count as one space,
    and date-times as instants.
    """
    data = document.encode() if isinstance(document, str) else document
    return Counter(_said(etree.fromstring(data, _SILENT), ""))


def _said(node: etree._Element, above: str) -> Iterable[Triple]:
    path = f"{above}/{node.tag!s}"
    yield path, "", ""
    for name, value in node.items():
        if not str(name).startswith("{http://www.w3.org/2001/XMLSchema-instance}"):
            yield path, f"@{name}", _folded(str(value))
    words = _folded("".join([node.text or "", *(child.tail or "" for child in node)]))
    if words:
        yield path, "text", words
    for child in node:
        yield from _said(child, path)


def _folded(value: str) -> str:
    value = " ".join(value.split())
    if not _MOMENT.fullmatch(value):
        return value
    try:
        return datetime.fromisoformat(value).isoformat()
    except ValueError:
        return value


def kept(before: Counter[Triple], after: Counter[Triple]) -> float:
    """The share of what one document says that another says too."""
    return 1 - sum((before - after).values()) / sum(before.values())

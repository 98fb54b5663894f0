"""What a text says of itself: its language, and the lines in it that are marked as what they are.

It stays in the text, and fills fields that the item leaves empty.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from typing import Any

from lxml import etree

from newsmodel.formats._shared.xhtml import has_overfull_tag
from newsmodel.formats._shared.xhtml.strings import parsed_html
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats._shared.xhtml.words import line_of
from newsmodel.formats.newsml.properties.payloads import page_holder
from newsmodel.formats.newsml.properties.standing import is_apart, is_of_article
from newsmodel.formats.newsml.xml.attributes import XML_LANG, as_tag
from newsmodel.formats.newsml.xml.markup import element_of
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Dateline

__all__ = ["OF_ITSELF", "language_named", "told_by", "told_otherwise"]

_MARKED = etree.XPath("descendant::*/@*[contains(., 'byline') or contains(., 'dateline')]/..")
_LONGEST = 200
_LINES = ("byline", "dateline")
OF_ITSELF = ("language", *_LINES)
"""The fields that a text may say of itself."""
_NAMED = re.compile(
    r"(?i)<(?:inline(?:XML|Data)|(?:\w+:)?(?:html|body|nitf))\s[^<>]*\blang\s*="
    r"|&lt;(?:html|body)\s[^<>&]*\blang\s*="
)
_WHOLE = re.compile(r"(?i)<(?:html|body)[\s>]")


def told_by(
    node: Element, wanted: Container[str] = OF_ITSELF, markup: str | None = None
) -> Mapping[str, Any]:
    """The fields of an article that its text says of itself.

    Args:
        node: an inlineXML or inlineData element.
        wanted: the names of those that are asked for.
        markup: the element as `markup_of` gives it, where that is at hand.
    """
    told: dict[str, Any] = {}
    whole, node = node, _unescaped(node)
    if "language" in wanted and (language := language_named(node)):
        told["language"] = language
    lines = [name for name in _LINES if name in wanted]
    marked = _marked_in(node, markup if node is whole else None) if lines else ()
    for name in lines if marked else ():
        if line := _line(marked, node, name):
            told[name] = Dateline(text=line) if name == "dateline" else line
    return told


def told_otherwise(markup: str, fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the markup of a body says of itself and fields do not: a line, another language."""
    lacking = any(not fields[name] and name in markup for name in _LINES)
    if not (lacking or ("lang=" in markup and _NAMED.search(markup))):
        return {}
    told = told_by(element_of(markup))
    return {f: v for f, v in told.items() if v != fields[f] and (f not in _LINES or not fields[f])}


def language_named(node: Element) -> str | None:
    """The language that the text in an element names: what stands nearest to it counts."""
    node = _unescaped(node)
    page = node[0] if len(node) == 1 and isinstance(node[0].tag, str) else None
    body = None if page is None else next(page.iter("{*}body"), None)
    for each in (body, page, node):
        said = None if each is None else each.get(XML_LANG) or each.get("lang")
        if said and (tag := as_tag(said.strip())) is not None:
            return tag
    return None


def _unescaped(node: Element) -> Element:
    """An element that holds the page that stands escaped in another, or that element itself."""
    held = page_holder(node, ("lang", *_LINES))
    words = "" if held is None else held.text or ""
    root = parsed_html(words) if words and not has_overfull_tag(words) else None
    page = root if root is None or _WHOLE.search(words) else root.find("body")
    if page is None:
        return node
    holder = node.makeelement(node.tag, dict(node.attrib))
    holder.extend([page] if _WHOLE.search(words) else page[:])
    return holder


def _marked_in(node: Element, markup: str | None) -> list[Element]:
    """The elements that may be marked; none where the library has written the text.

    That says its fields elsewhere.
    """
    if markup is None:  # to look through all attributes takes five times as long
        markup = etree.tostring(node, encoding="unicode")
    if not any(name in markup for name in _LINES):
        return []
    marked: list[Element] = _MARKED(node)
    if marked and any(each.get(DATA) is not None for each in node.iter("{*}body")):
        return []
    return marked


def _line(marked: Sequence[Element], node: Element, name: str) -> str | None:
    """The line that is marked so; None where there are several, which are of parts of the text."""
    called = [each for each in marked if _is_called(each, name) and not is_apart(each, node)]
    lines = {line: each for each in reversed(called) if (line := line_of(each))}
    if len(lines) != 1:
        return None
    ((line, first),) = lines.items()
    return line if len(line) <= _LONGEST and is_of_article(first, node, set(marked)) else None


def _is_called(element: Element, name: str) -> bool:
    """Whether one of the words of its class, or its property, is this name."""
    said = [element.get(each) or "" for each in ("class", "itemprop", "property")]
    return name in re.split(r"[\s:/]+", " ".join(said).lower())

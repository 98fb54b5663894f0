"""The body of an item, from the element that holds it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from newsmodel.errors import ParseError
from newsmodel.formats._shared.nitf import NitfBody, read as read_nitf
from newsmodel.formats._shared.xhtml import (
    BodyReader,
    has_overfull_tag,
    markup_blocks,
    plain_blocks,
)
from newsmodel.formats._shared.xhtml.pictures import Pictures
from newsmodel.formats._shared.xhtml.reading import local_name
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.newsml.names import FORMAT, XHTML
from newsmodel.formats.newsml.xml.attributes import XML_LANG
from newsmodel.formats.newsml.xml.reading import Element, N, stray_in
from newsmodel.model import Block, Media

__all__ = ["DATA_ELEMENT", "Body", "body_of"]

DATA_ELEMENT = f"{N}inlineData"
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|<!")
_XHTML = f"{{{XHTML}}}"
_NOTHING: Mapping[str, Any] = MappingProxyType({})
_HTML, _PAGE_BODY = f"{_XHTML}html", f"{_XHTML}body"


class Body(NamedTuple):
    """What an inlineXML or inlineData element says."""

    blocks: tuple[Block, ...]
    """Its text."""
    head: str | None = None
    """What the head of its page holds, where the blocks say all the rest; None where they do not.
    It is "" where there is no page."""
    media: tuple[Media, ...] = ()
    """The pictures that stand in it, which `Figure` blocks name."""
    said: Mapping[str, Any] = _NOTHING
    """Fields of the article that NITF says above its text: headline, byline, dateline, summary."""


def body_of(node: Element, *, headline: str | None, pictured: bool, own: bool = False) -> Body:
    """The body of an item.

    Args:
        node: an inlineXML or inlineData element.
        headline: the headline of the item, which the head of a page may repeat.
        pictured: whether pictures in it are media of the article; not in an item of a picture.
        own: whether the document is the library's own, whose pages name the article's language.
    """
    pictures = Pictures()
    figure = pictures.take if pictured else _no_figure
    if node.tag == DATA_ELEMENT:
        words = "".join(node.itertext())
        if not _MARKUP.search(words):
            return Body(plain_blocks(words))
        if has_overfull_tag(words):
            reason = "a tag in it has more than a thousand attributes"
            raise ParseError(FORMAT, reason, f"line {node.sourceline}")
        return Body(markup_blocks(words, figure), None, tuple(pictures.found))
    root = next((child for child in node[:] if isinstance(child.tag, str)), None)
    if root is None:
        blocks = plain_blocks("".join(node.itertext()))
        return Body(blocks, None if blocks or node.get("contenttype") is None else "")
    if local_name(root) == "nitf":
        found = read_nitf(root, None if pictured else _no_figure)
        media = tuple([each.medium() for each in found.images])
        return Body(found.blocks, None, media, _said_by(found))
    held = _body_in(root)
    marked = held.get(DATA) == "body"
    reader = BodyReader(html=False, exact=marked, figure=_no_figure if marked else figure)
    blocks = reader.blocks(held)
    if marked and next(root.iter("{}*"), None) is None:
        return Body(blocks, "title" if _says_no_more(root, held, own=own) else None)
    plain = reader.faithful and len(node) == 1 and not (stray_in(node) or stray_in(root))
    head = _head_of(root, held, headline) if plain else None
    return Body(blocks, head, tuple(pictures.found))


def _said_by(found: NitfBody) -> Mapping[str, Any]:
    """What stands in NITF around the text, as fields of the article."""
    said = {
        "headline": found.headline or found.title,
        "byline": found.byline,
        "dateline": found.dateline,
        "summary": " ".join(filter(None, [block.text for block in found.abstract])),
    }
    return {field: value for field, value in said.items() if value}


def _no_figure(_: object) -> None:
    return None


def _body_in(root: Element) -> Element:
    """The body of a page; the root where there is none."""
    if root.tag == _HTML and len(root) and root[-1].tag == _PAGE_BODY:
        return root[-1]
    return next((each for each in root.iter("*") if local_name(each) == "body"), root)


def _says_no_more(root: Element, body: Element, *, own: bool) -> bool:
    """Whether the page around a body of our making says nothing but what is made for each."""
    known = {"lang", XML_LANG} if own else set()
    if root.tag != _HTML or len(root) != 2 or len(root[0]) != 1 or len(body.attrib) != 1:
        return False
    return known.issuperset(root.attrib) and not (root[0].attrib or root[0][0].attrib)


def _head_of(root: Element, body: Element, headline: str | None) -> str | None:
    """What stands in the head of a page that holds nothing but that and its body.

    Returns:
        Words such as "meta=utf-8 title" in the order of their elements; None for a page that
        holds more, or another title than the headline.
    """
    if root.tag != _HTML or len(root) != 2 or body is not root[1] or not _is_xhtml(root):
        return None
    if root.attrib or body.attrib:
        return None
    head = root[0]
    parts = [_head_part(each, headline) for each in head]
    if stray_in(head) or any(len(each) for each in head):
        return None
    if local_name(head) != "head" or head.attrib or None in parts or "title" not in parts:
        return None
    return " ".join(filter(None, parts))


def _is_xhtml(node: Element) -> bool:
    """Whether no element is of another namespace than XHTML's."""
    return all(str(each.tag).startswith(_XHTML) for each in node.iter())


def _head_part(node: Element, headline: str | None) -> str | None:
    name, charset = local_name(node), node.get("charset") or ""
    if name == "title" and not node.attrib and (node.text or "") == (headline or ""):
        return "title"
    if name == "meta" and list(node.attrib) == ["charset"] and charset.replace("-", "").isalnum():
        return f"meta={charset}"
    return None

"""The contentSet of an item: its body, other texts of the same content, and files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from newsmodel.errors import ParseError
from newsmodel.formats._shared.escaping import attribute, text
from newsmodel.formats._shared.nitf import read as read_nitf
from newsmodel.formats._shared.urls import is_safe_image
from newsmodel.formats._shared.xhtml import BodyReader, BodyWriter, markup_blocks, plain_blocks
from newsmodel.formats._shared.xhtml.reading import local_name
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.newsml.carrying import (
    UNMARKED,
    attribute_extensions,
    body_extension,
    stray_in,
    unmarked,
)
from newsmodel.formats.newsml.names import FORMAT, XHTML
from newsmodel.formats.newsml.reading import Element, N
from newsmodel.model import Article, Block, Figure, ImageCaption, Media

if TYPE_CHECKING:
    from newsmodel.formats.newsml.items import _Item

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|<!")
_LONG_TAG = re.compile(r"<[^<>]{20000}")
CONTENT_TYPE = "application/xhtml+xml"
_XML, _DATA_ELEMENT = f"{N}inlineXML", f"{N}inlineData"
_XHTML = f"{{{XHTML}}}"
_HTML, _PAGE_BODY = f"{_XHTML}html", f"{_XHTML}body"


# ------------------------------------------------------------------ reading
def read(node: Element, item: _Item) -> None:
    """Read a contentSet: the richest public text is the body, the others are kept beside it."""
    source = _body_source(node, own=item.own)
    for child in node[:]:
        if child is source:
            item.fields["body"] = _body(child, item)
        else:
            item.property("contentSet", child)
    item.extensions += attribute_extensions("contentSet", node)
    item.stray("contentSet", node)


def _body_source(node: Element, *, own: bool) -> Element | None:
    """The element with the body: the first inlineXML, else the first public inlineData."""
    for child in node[:]:
        if child.tag == _XML and not is_hidden(child):
            return child
    if own:
        return None
    texts = (child for child in node if child.tag == _DATA_ELEMENT)
    return next((each for each in texts if not is_hidden(each)), None)


def is_hidden(node: Element) -> bool:
    """Whether a rendition is not for readers: by a constraint, or by what its role says."""
    return node.get("pubconstraint") is not None or "nonpublic" in (node.get("rendition") or "")


def _body(node: Element, item: _Item) -> tuple[Block, ...]:
    blocks, head = body_of(node, headline=item.fields.get("headline"))
    if head is not None:
        if not item.own:
            item.extensions.append(unmarked(head))
        given = {"contenttype"} if node.get("contenttype") == CONTENT_TYPE else set()
        item.extensions += attribute_extensions("contentSet/inlineXML", node, given)
    else:
        item.extensions.append(body_extension(node, blocks))
    return blocks


def body_of(node: Element, *, headline: str | None) -> tuple[tuple[Block, ...], str | None]:
    """The blocks of an inlineXML or inlineData element.

    With them goes what the head of its page holds, where the blocks say all the rest; None where
    they do not. It is "" where there is no page.
    """
    if node.tag == _DATA_ELEMENT:
        words = "".join(node.itertext())
        if _LONG_TAG.search(words):
            raise ParseError(
                FORMAT,
                "a tag in it is so long that it may hold a thousand attributes",
                f"line {node.sourceline}",
            )
        return (markup_blocks if _MARKUP.search(words) else plain_blocks)(words), None
    root = next((child for child in node[:] if isinstance(child.tag, str)), None)
    if root is None:
        blocks = plain_blocks("".join(node.itertext()))
        return blocks, None if blocks or node.get("contenttype") is None else ""
    if local_name(root) == "nitf":
        return read_nitf(root).blocks, None
    held = _body_in(root)
    marked = held.get(DATA) == "body"
    reader = BodyReader(html=False, exact=marked)
    blocks = reader.blocks(held)
    if marked and next(root.iter("{}*"), None) is None:
        return blocks, "title"
    plain = reader.faithful and len(node) == 1 and not (stray_in(node) or stray_in(root))
    return blocks, _head_of(root, held, headline) if plain else None


def _body_in(root: Element) -> Element:
    """The body of a page; the root where there is none."""
    if root.tag == _HTML and len(root) and root[-1].tag == _PAGE_BODY:
        return root[-1]
    return next((each for each in root.iter("*") if local_name(each) == "body"), root)


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


def joined_captions(captions: Sequence[ImageCaption]) -> tuple[ImageCaption, ...]:
    """Captions with the alternative texts that follow them in the same language."""
    joined: list[ImageCaption] = []
    for caption in captions:
        last = joined[-1] if joined else None
        if (
            last is not None
            and caption.text is None
            and last.alt_text is None
            and last.language == caption.language
        ):
            joined[-1] = attrs.evolve(last, alt_text=caption.alt_text)
        else:
            joined.append(caption)
    return tuple(joined)


# ------------------------------------------------------------------ writing
def body(article: Article, media: Mapping[str, Media], attributes: str) -> str:
    """The body as an inlineXML element, marked as ours so that its white space counts.

    A body as an agency sent it, all of which the model can say, has no such mark.
    """
    content_type = "" if " contenttype=" in attributes else attribute("contenttype", CONTENT_TYPE)
    theirs = [e.content for e in article.extensions if e.place == UNMARKED and e.format == FORMAT]
    if theirs == [""]:
        if not article.body:
            return f"<inlineXML{content_type}{attributes}/>"
        theirs = []
    mark = "" if theirs else attribute(DATA, "body")

    def figure(node: Figure) -> str:
        medium = media.get(node.image_id)
        return _shown(medium, article.language) if medium else ""

    blocks = BodyWriter(html=False, figure=figure).blocks(article.body)
    tag = article.language if article.dialect is None else None
    lang = attribute("lang", tag) + attribute("xml:lang", tag) if tag else ""
    title = f"<title>{text(article.headline or '')}</title>"
    parts = (theirs[0] if theirs else "title").split(" ")
    inside = "".join([title if p == "title" else f'<meta charset="{p[5:]}"/>' for p in parts])
    head = f"<head>{inside}</head>"
    html = f'<html xmlns="{XHTML}"{lang}>{head}<body{mark}>{blocks}</body></html>'
    return f"<inlineXML{content_type}{attributes}>{html}</inlineXML>"


def _shown(medium: Media, language: str | None) -> str:
    """A picture and its caption for readers that know nothing of its item."""
    caption = medium.caption_in(language)
    href = next((r.href for r in medium.renditions if r.public and r.href), None)
    alt = attribute("alt", (caption and caption.alt_text) or "")
    image = f"<img{attribute('src', href)}{alt}/>" if href and is_safe_image(href) else ""
    line = str(caption) if caption else ""
    return image + (f"<figcaption>{text(line)}</figcaption>" if line else "")

"""The contentSet of an item: its body, other texts of the same content, and files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from newsmodel.formats._shared.escaping import attribute, text
from newsmodel.formats._shared.xhtml import BodyWriter
from newsmodel.formats._shared.xhtml.figures import figure_of
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.newsml.carrying.taking import (
    UNMARKED,
    attribute_extensions,
    body_extension,
    unmarked,
)
from newsmodel.formats.newsml.documents.sections import Sections
from newsmodel.formats.newsml.names import FORMAT, MEDIA, XHTML
from newsmodel.formats.newsml.properties.bodies import DATA_ELEMENT, body_of
from newsmodel.formats.newsml.xml.reading import Element, N
from newsmodel.model import Article, Block, Figure, ImageCaption, Media

CONTENT_TYPE = "application/xhtml+xml"
_XML = f"{N}inlineXML"


# ------------------------------------------------------------------ reading
def read(node: Element, item: Sections, *, pictured: bool) -> None:
    """Read a contentSet: the richest public text is the body, the others are kept beside it.

    Args:
        node: the contentSet.
        item: the item it is of.
        pictured: whether pictures in the body are media of the article, and its head is about it.
    """
    source = _body_source(node, own=item.own)
    for child in node[:]:
        if child is source:
            item.fields["body"] = _body(child, item, pictured=pictured)
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
    texts = (child for child in node if child.tag == DATA_ELEMENT)
    return next((each for each in texts if not is_hidden(each)), None)


def is_hidden(node: Element) -> bool:
    """Whether a rendition is not for readers: by a constraint, or by what its role says."""
    return node.get("pubconstraint") is not None or "nonpublic" in (node.get("rendition") or "")


def _body(node: Element, item: Sections, *, pictured: bool) -> tuple[Block, ...]:
    body = body_of(node, headline=item.fields.get("headline"), pictured=pictured)
    for medium in body.media:
        name = next(name for name, cls in MEDIA.values() if isinstance(medium, cls))
        item.fields.setdefault(name, []).append(medium)
    for departure in body.departures:
        item.reading.depart(node, departure)
    if pictured and not item.own:
        item.said = {f: said for f, said in body.said.items() if not _names(item, said)}
    if body.head is not None:
        if not item.own:
            item.extensions.append(unmarked(body.head))
        given = {"contenttype"} if node.get("contenttype") == CONTENT_TYPE else set()
        item.extensions += attribute_extensions("contentSet/inlineXML", node, given)
    else:
        item.extensions.append(body_extension(node, body))
    return body.blocks


def _names(item: Sections, said: object) -> bool:
    """Whether words name the item or its provider, and so are no headline."""
    provider = item.fields.get("provider")
    if provider is None or not isinstance(said, str):
        return False
    names = (provider.literal, provider.qcode, *[name.value for name in provider.names])
    return said.lower() in [name.lower() for name in names if name]


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

    own = {m.id: m for m in (*article.images, *article.videos, *article.audios) if m.id}

    def figure(node: Figure) -> str:
        medium = own.get(node.image_id) or media.get(node.image_id)
        return figure_of(medium, article.language) if medium else ""

    blocks = BodyWriter(html=False, figure=figure).blocks(article.body)
    tag = article.language if article.dialect is None else None
    lang = attribute("lang", tag) + attribute("xml:lang", tag) if tag else ""
    title = f"<title>{text(article.headline or '')}</title>"
    parts = (theirs[0] if theirs else "title").split(" ")
    inside = "".join([title if p == "title" else f'<meta charset="{p[5:]}"/>' for p in parts])
    head = f"<head>{inside}</head>"
    html = f'<html xmlns="{XHTML}"{lang}>{head}<body{mark}>{blocks}</body></html>'
    return f"<inlineXML{content_type}{attributes}>{html}</inlineXML>"

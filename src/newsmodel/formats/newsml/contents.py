"""The contentSet of a text item: its body, and the pictures that stand in it."""

from __future__ import annotations

from collections.abc import Mapping

from newsmodel.formats._shared.escaping import attribute, text
from newsmodel.formats._shared.urls import is_safe_image
from newsmodel.formats._shared.xhtml import BodyReader, BodyWriter
from newsmodel.formats._shared.xhtml.reading import local_name
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.newsml.names import NAR, XHTML
from newsmodel.formats.newsml.values import Element
from newsmodel.model import Article, Block, Figure, Media

CONTENT_TYPE = "application/xhtml+xml"


def written(article: Article, media: Mapping[str, Media]) -> list[str]:
    """The body as an inlineXML element; none for an article without a body."""
    if not article.body:
        return []

    def figure(node: Figure) -> str:
        medium = media.get(node.image_id)
        return _shown(medium, article.language) if medium else ""

    blocks = BodyWriter(html=False, figure=figure).blocks(article.body)
    tag = article.language
    lang = attribute("lang", tag) + attribute("xml:lang", tag) if tag else ""
    head = f"<head><title>{text(article.headline or '')}</title></head>"
    html = f'<html xmlns="{XHTML}"{lang}>{head}<body {DATA}="body">{blocks}</body></html>'
    return [f'<inlineXML contenttype="{CONTENT_TYPE}">{html}</inlineXML>']


def _shown(medium: Media, language: str | None) -> str:
    """A picture and its caption for readers that know nothing of its item."""
    caption = medium.caption_in(language)
    href = next((r.href for r in medium.renditions if r.public and r.href), None)
    alt = attribute("alt", (caption and caption.alt_text) or "")
    image = f"<img{attribute('src', href)}{alt}/>" if href and is_safe_image(href) else ""
    line = str(caption) if caption else ""
    return image + (f"<figcaption>{text(line)}</figcaption>" if line else "")


def read(item: Element) -> tuple[Block, ...]:
    """The body of an item: the first XHTML in it."""
    held = item.find(f"{{{NAR}}}contentSet/{{{NAR}}}inlineXML")
    if held is None:
        return ()
    for node in held.iter():
        if local_name(node) == "body":
            exact = node.get(DATA) == "body"
            return BodyReader(html=False, exact=exact).blocks(node)
    return BodyReader(html=False, exact=False).blocks(held)

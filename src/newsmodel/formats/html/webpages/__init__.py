"""Article pages of other people: what they say, by schema.org, by meta elements, by their markup.

The sources check one another: the heading that is printed against what the data call the article,
a time without a zone against one with it, the author the data name against the publisher.
"""

from __future__ import annotations

import hashlib
import uuid

from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages import facts
from newsmodel.formats.html.webpages.authors import authors
from newsmodel.formats.html.webpages.body import read_body
from newsmodel.formats.html.webpages.dates import modified, published
from newsmodel.formats.html.webpages.headline import headline, headline_node, kicker
from newsmodel.formats.html.webpages.outline import Outline
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.pictures import data_image, read_pictures
from newsmodel.formats.html.webpages.region import find_region
from newsmodel.formats.html.webpages.translations import translations
from newsmodel.model import Article, Text

__all__ = ["read_webpage"]

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:x-newsmodel:html")


def read_webpage(root: Element, text: str, *, url: str | None) -> Article:
    """The article of a page.

    Args:
        root: the tree of the page; it is taken apart.
        text: the page itself.
        url: its address, where the caller knows it.
    """
    page = Page(root, url)
    title = headline_node(page)
    line = headline(page, title)
    over = kicker(title, line)
    people, moments = authors(page, title), (published(page, title), modified(page))
    outline = Outline(root, page.words)
    region = find_region(page, outline, title)
    words = facts.language(page, "")
    images, places = read_pictures(page, outline, region, words) if region else ((), {})
    if not images and (image := data_image(page, words)):
        images = (image,)
    body = read_body(page, outline, region, title, places) if region else ()
    language = words
    address = page.canonical or url
    return Article(
        id=address or _made_id(text),
        url=address,
        language=language,
        headline=line,
        headlines=[Text(value=over, role="kicker")] if over else (),
        summary=facts.summary(page),
        authors=people,
        published=moments[0],
        modified=moments[1],
        section=facts.section(page),
        keywords=facts.keywords(page),
        publisher=facts.publisher(page),
        access=facts.access(page),
        translations=translations(page, language),
        images=images,
        body=body,
        findings=(),
    )


def _made_id(text: str) -> str:
    content = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return uuid.uuid5(_NAMESPACE, content).urn

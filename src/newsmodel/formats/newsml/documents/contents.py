"""The contentSet of an item: its body, other texts of the same content, and files."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence

import attrs

from newsmodel.formats._shared.escaping import attribute, text
from newsmodel.formats._shared.xhtml import BodyWriter
from newsmodel.formats._shared.xhtml.figures import figure_of
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.newsml.carrying.completing import attributes_of
from newsmodel.formats.newsml.carrying.taking import (
    BODY,
    UNMARKED,
    attribute_extensions,
    behind,
    body_extension,
    element_extension,
    extensions_of,
    in_order,
    of_body,
    unmarked,
)
from newsmodel.formats.newsml.documents.orders import under
from newsmodel.formats.newsml.documents.richest import body_source, is_hidden
from newsmodel.formats.newsml.documents.sections import Sections
from newsmodel.formats.newsml.names import FORMAT, MEDIA, XHTML
from newsmodel.formats.newsml.properties.alternatives import (
    INLINE_XML,
    is_alternative,
    is_encoded,
    is_markup_type,
)
from newsmodel.formats.newsml.properties.bodies import (
    DATA_ELEMENT,
    body_of,
    is_named,
    with_element,
)
from newsmodel.formats.newsml.properties.docdata import is_over
from newsmodel.formats.newsml.properties.told import OF_ITSELF, language_named
from newsmodel.formats.newsml.xml.attributes import XML_LANG
from newsmodel.formats.newsml.xml.markup import element_of, markup_of, serialized
from newsmodel.formats.newsml.xml.reading import Element, N, constraint_of, local_name, name_of
from newsmodel.model import Article, Block, Extension, Figure, ImageCaption, Media
from newsmodel.model.base import changed
from newsmodel.model.gathering.as_read import as_strict
from newsmodel.model.gathering.feeds import item_dialect
from newsmodel.model.gathering.shown_items import items_named

_TEXTS = (INLINE_XML, DATA_ELEMENT)
_MEANT = {name.lower(): name for name in _TEXTS}
CONTENT_TYPE = "application/xhtml+xml"
_X = f"{{{XHTML}}}"
_PAGES = frozenset({"html", "nitf"})


# ------------------------------------------------------------------ reading
def read(node: Element, item: Sections, *, pictured: bool) -> None:
    """Read a contentSet: the richest public text is the body, the others are kept beside it.

    Args:
        node: the contentSet.
        item: the item it is of.
        pictured: whether pictures in the body are media of the article, and its head is about it.
    """
    item.extensions += attribute_extensions("contentSet", node)
    item.reading.check_attributes(node)
    item.stray("contentSet", node)
    if item.is_closed("contentSet"):
        for child in node.iterchildren("*"):
            item.keep_back("contentSet", child)
        return
    around = node.getparent()
    language = item.fields.get("language") or (None if around is None else around.get(XML_LANG))
    spelt = _respelt(node)
    source = body_source(node, own=item.own, language=language)
    if source is None and (source := _page_astray(node)) is not None:
        item.reading.depart(source, "a page stands in 'contentSet' itself: it is read all the same")
    for child, name in spelt.items():
        if child is source:
            meant = name_of(child)
            item.reading.depart(child, f"contentSet has no {name!r}: it is read as {meant!r}")
            item.extensions += extensions_of("contentSet/inlineXML", [("name()", name)])
        else:
            child.tag = f"{N}{name}"
    for child in node[:]:
        if child is source:
            if before := len(item.fields.get("alternatives", ())):
                item.extensions.append(behind(before))
            item.fields["body"] = _body(child, item, language, pictured=pictured)
        elif child.tag in _TEXTS and not is_alternative(child):
            _keep(child, item)
        else:
            item.property("contentSet", child)


def _keep(node: Element, item: Sections) -> None:
    """Carry what is no text to be read, and note where it says that it is one."""
    said = (node.get("contenttype") or "").strip().lower()
    if is_encoded(node) and (said.startswith("text/") or is_markup_type(said)):
        item.reading.depart(node, "a text is put into letters: it is kept as it is")
    item.extensions.append(element_extension("contentSet", node, 1))


def language_of(node: Element) -> str | None:
    """The language that the text which is the body names."""
    if constraint_of(node) is not None:
        return None
    around = node.getparent()
    language = None if around is None else around.get(XML_LANG)
    source = body_source(node, own=False, language=language)
    return None if source is None else language_named(source)


def _page_astray(node: Element) -> Element | None:
    """A page that stands where the element should stand that holds it."""
    pages = (each for each in node.iterchildren("*") if local_name(each).lower() in _PAGES)
    return next((each for each in pages if not is_hidden(each)), None)


def _respelt(node: Element) -> dict[Element, str]:
    """Give texts whose names are spelled in another case their own; gives how they were spelled."""
    spelt = {}
    for child in node[:]:
        tag = child.tag
        meant = None if tag in _TEXTS else _MEANT.get(str(tag).lower())
        if meant is not None:
            spelt[child] = name_of(child)
            child.tag = meant
    return spelt


def _body(
    node: Element, item: Sections, language: str | None, *, pictured: bool
) -> tuple[Block, ...]:
    headline = item.fields.get("headline")
    lacking = [name for name in OF_ITSELF if not item.fields.get(name)]
    markup = None if item.own else markup_of(node)
    body = body_of(
        node,
        headline=headline,
        pictured=pictured,
        language=language,
        own=item.own,
        lacking=lacking,
        markup=markup,
    )
    for medium in body.media:
        name = next(name for name, cls in MEDIA.values() if isinstance(medium, cls))
        item.fields.setdefault(name, []).append(medium)
    for departure in body.departures:
        item.reading.depart(node, departure)
    told = {field: value for field, value in body.told.items() if value != language}
    if told and pictured:
        body = with_element(body, node)
    if (body.said or body.data or told) and pictured:
        provider, created = item.fields.get("provider"), item.fields.get("version_created")
        said = {
            field: said
            for field, said in body.said.items()
            if not (is_named(provider, said) or is_over(said, created))
        }
        item.headed = body._replace(said=said, told=told)
    marked = _is_marked(node)
    if body.head is not None:
        if not item.own and not (marked and body.blocks):
            item.extensions.append(unmarked(body.head))
        given = {"contenttype"} if node.get("contenttype") == CONTENT_TYPE else set()
        item.extensions += attribute_extensions("contentSet/inlineXML", node, given)
    elif marked:  # its text is written anew: figures in it show what the article has by then
        item.extensions.append(body_extension(_emptied(node), body._replace(blocks=(), media=())))
    else:
        item.extensions.append(body_extension(node, body, markup))
    return body.blocks


def joined_captions(captions: Sequence[ImageCaption]) -> tuple[ImageCaption, ...]:
    """Captions, each with the alternative text in its language, the nearest before it."""
    joined: list[ImageCaption] = []
    lone: dict[tuple[str | None, bool, bool], list[int]] = {}
    for caption in captions:
        text, alt = caption.text, caption.alt_text
        others = lone.get((caption.language, text is not None, alt is not None))
        if not others:
            key = caption.language, text is None, alt is None
            lone.setdefault(key, []).append(len(joined))
            joined.append(caption)
            continue
        place = others.pop()
        other = joined[place]
        joined[place] = attrs.evolve(
            other,
            text=other.text if text is None else text,
            alt_text=other.alt_text if alt is None else alt,
        )
    return tuple(joined)


def without_other_text(article: Article, *, own: bool) -> tuple[Extension, ...]:
    """What is carried, where the body is told by an island: of a text that says another, its page.

    Args:
        article: the article.
        own: whether the item is the library's own.
    """
    stale = of_body(article.extensions)
    text = next((e for e in stale if e.place == BODY and serialized(e.content) is not None), None)
    element = None if text is None else element_of(text.content)
    if element is not None and _says(element, article, own=own):
        return article.extensions
    kept = [each for each in article.extensions if each not in stale]
    page = None if element is None else _page_in(element)
    if text is not None and element is not None and page is not None:
        kept += [e for e in stale if e.place != BODY]
        kept.append(changed(text, content=markup_of(_emptied(element))))
    return tuple(sorted(kept, key=in_order))


def _is_marked(node: Element) -> bool:
    """Whether an element holds a page whose text this library wrote."""
    page = _page_in(node)
    return page is not None and page[-1].get(DATA) == "body"


def _emptied(node: Element) -> Element:
    """A copy of an element with a page, without the text of that."""
    copied = copy.deepcopy(node)
    copied.tail = None
    page = copied[0][-1]
    page.text = None
    del page[:]
    return copied


def _says(element: Element, article: Article, *, own: bool) -> bool:
    """Whether an element says the body of an article."""
    pictured = article.kind not in MEDIA
    language = article.language
    read = body_of(element, headline=None, pictured=pictured, language=language, own=own)
    return read.blocks == article.body


def is_bare(element: Element | None) -> bool:
    """Whether it is a page with nothing in its body."""
    page = None if element is None else _page_in(element)
    return page is not None and not len(page[-1]) and not page[-1].text


# ------------------------------------------------------------------ writing
def body(
    article: Article,
    media: Mapping[str | None, Media],
    attributes: str,
    earlier: Element | None = None,
) -> tuple[str, bool]:
    """The body as an inlineXML element, marked as ours so that its white space counts.

    A body as an agency sent it, all of which the model can say, has no such mark. What is not for
    readers has its place in it and nothing more, for others would show it: neither a picture that
    may not be used when the item may.

    Args:
        article: the article.
        media: the media that figures show, by id.
        attributes: those of the element, ready to be written.
        earlier: the element an earlier body was read from; what it said of itself is kept.

    Returns:
        the element, and whether it says all of the body.
    """
    if earlier is not None:
        attributes += _kept_attributes(earlier)
    content_type = "" if " contenttype=" in attributes else attribute("contenttype", CONTENT_TYPE)
    theirs = [e.content for e in article.extensions if e.place == UNMARKED and e.format == FORMAT]
    if theirs == [""]:
        if not article.body:
            return f"<inlineXML{content_type}{attributes}/>", True
        theirs = []
    mark = "" if theirs else attribute(DATA, "body")

    own = {m.id: m for m in (*article.images, *article.videos, *article.audios)}
    own = {ident: under(medium, media.get(ident, medium)) for ident, medium in own.items()}
    every = as_strict({**media, **own})
    named = items_named(article)

    def figure(node: Figure) -> str:
        medium = every.get(node.image_id)
        if medium is None:
            return ""
        return figure_of(medium, article, item=medium.id if medium.id in named else None)

    writer = BodyWriter(html=False, figure=figure, open_only=True)
    blocks = writer.blocks(article.body)
    tag = article.language if item_dialect(article) is None else None
    lang = attribute("lang", tag) + attribute("xml:lang", tag) if tag else ""
    title = f"<title>{text(article.headline or '')}</title>"
    parts = (theirs[0] if theirs else "title").split(" ")
    head = "".join([title if p == "title" else f'<meta charset="{p[5:]}"/>' for p in parts])
    page = None if earlier is None else _page_in(earlier)
    if page is not None:
        own_body = [pair for pair in page[-1].items() if pair[0] != DATA]
        lang, mark = attributes_of(page.items()), attributes_of(own_body) + mark
        others = [each for each in page.iterfind(f"{_X}head/*") if each.tag != f"{_X}title"]
        head = title + "".join(map(markup_of, others))
    html = f'<html xmlns="{XHTML}"{lang}><head>{head}</head><body{mark}>{blocks}</body></html>'
    return f"<inlineXML{content_type}{attributes}>{html}</inlineXML>", not writer.left_out


_OF_WORDS = frozenset("wordcount linecount pagecount encoding contenttypevariant".split())
"""Attributes of a text that hold for its words and their form alone."""


def _kept_attributes(earlier: Element) -> str:
    """What an element said of itself that holds for another text in its place."""
    held = _page_in(earlier) is not None
    return attributes_of([
        (name, value)
        for name, value in earlier.items()
        if name not in _OF_WORDS
        and not name.startswith("format")
        and (held or name != "contenttype")
    ])  # fmt: skip


def _page_in(element: Element) -> Element | None:
    """The page in an inlineXML element, if it is one of XHTML that ends with its body."""
    page = element[0] if len(element) == 1 else None
    is_page = page is not None and page.tag == f"{_X}html" and len(page) > 0
    return page if page is not None and is_page and page[-1].tag == f"{_X}body" else None

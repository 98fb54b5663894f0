"""The body of an item, from the element that holds it."""

from __future__ import annotations

import copy
from collections.abc import Container, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from newsmodel.errors import ParseError
from newsmodel.formats._shared.nitf import NitfBody, nitf_in, read as read_nitf
from newsmodel.formats._shared.xhtml import (
    BodyReader,
    has_overfull_tag,
    has_tags,
    is_markup,
    markup_blocks,
    plain_blocks,
)
from newsmodel.formats._shared.xhtml.bases import base_of, made_whole
from newsmodel.formats._shared.xhtml.capitals import in_small_letters
from newsmodel.formats._shared.xhtml.pictures import Pictures
from newsmodel.formats._shared.xhtml.reading import local_name
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats._shared.xhtml.vocabulary import is_hidden
from newsmodel.formats.newsml.names import FORMAT
from newsmodel.formats.newsml.properties.alternatives import INLINE_XML, is_markup_type
from newsmodel.formats.newsml.properties.docdata import kept_from_readers, times_in
from newsmodel.formats.newsml.properties.head_data import data_in
from newsmodel.formats.newsml.properties.heads_in_strings import head_in
from newsmodel.formats.newsml.properties.pages import (
    as_headline,
    body_in,
    head_of,
    said_by_pages,
    says_no_more,
)
from newsmodel.formats.newsml.properties.payloads import (
    DATA_ELEMENT,
    contents_in,
    escaped_in,
    is_nitf,
    is_string_of_nitf,
    page_holder,
)
from newsmodel.formats.newsml.properties.titles import title_in
from newsmodel.formats.newsml.properties.told import OF_ITSELF, told_by
from newsmodel.formats.newsml.xml.attributes import XML_LANG
from newsmodel.formats.newsml.xml.markup import element_of
from newsmodel.formats.newsml.xml.reading import Element, stray_in
from newsmodel.model import Block, Concept, Media, Text

__all__ = ["DATA_ELEMENT", "Body", "body_of", "is_named", "with_element", "with_head_of"]

_NOTHING: Mapping[str, Any] = MappingProxyType({})


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
    """Fields of the article that NITF says above its text: headline, byline, dateline, summary,
    embargo and expiry; and the headline that the title of a page is. It is empty where the blocks
    say all there is."""
    title: str | None = None
    """The title in the head of NITF, which may be another than the headline."""
    names: str | None = None
    """Who NITF says wrote it, without the titles that its byline says besides."""
    data: Mapping[str, str] = _NOTHING
    """What its head says in data, by places: see `head_data`."""
    departures: tuple[str, ...] = ()
    """Where it departs from the standard, and how it is read all the same."""
    capitals: bool = False
    """Whether names in it that are known are in capitals, so that it was not all understood."""
    told: Mapping[str, Any] = _NOTHING
    """Fields of the article that the text says of itself: language, byline, dateline."""


def body_of(
    node: Element,
    *,
    headline: str | None,
    pictured: bool,
    language: str | None,
    own: bool = False,
    lacking: Container[str] = OF_ITSELF,
    markup: str | None = None,
) -> Body:
    """The body of an item.

    Args:
        node: an inlineXML or inlineData element.
        headline: the headline of the item, which the head of a page may repeat.
        pictured: whether pictures in it are media of the article; not in an item of a picture.
        language: the language of the article.
        own: whether the document is the library's own, whose pages name the article's language.
        lacking: the fields that are taken from what the text says of itself.
        markup: the element as `markup_of` gives it, where that is at hand.
    """
    body = _body_of(node, headline, language, pictured=pictured, own=own)
    if body.capitals:
        small = _body_of(in_small_letters(node), None, language, pictured=pictured, own=own)
        body = small._replace(head=None)  # what is no more than its blocks is written anew
    if body.head is None and len(node):
        body = body._replace(data=_data_in(node) or body.data)
    return body if own else body._replace(told=told_by(node, lacking, markup))


def with_element(body: Body, node: Element) -> Body:
    """A body that says more than its blocks do, so that the element it was read from is carried."""
    if body.head is None:
        return body
    said = said_by_pages(node[:])
    return body._replace(head=None, said=said, data=_data_in(node) or body.data)


def _data_in(node: Element) -> dict[str, Any]:
    return {each.place: each.words for each in data_in(node)}


def with_head_of(body: Body, markup: str, title: str | None) -> Body | None:
    """A body of a page whose head alone says other words now; None where all is to be read again.

    Args:
        body: the body as it was read.
        markup: the element it was read from, with another head.
        title: the title of the page, where nothing else says anything of the article.
    """
    if not body.said or body.title is not None or body.capitals:
        return None
    if not title:
        node = element_of(markup)
        roots = node[:]
        if len(roots) != 1 or local_name(roots[0]) != "html" or node.tag != INLINE_XML:
            return None
        said = said_by_pages(roots)
    else:
        said = as_headline(title)
    return body._replace(said=said) if said.keys() == body.said.keys() else None


def _body_of(
    node: Element, headline: str | None, language: str | None, *, pictured: bool, own: bool
) -> Body:
    if node.tag not in (INLINE_XML, DATA_ELEMENT):
        node = _held(node)
    roots = [child for child in node[:] if isinstance(child.tag, str)]
    if node.tag == DATA_ELEMENT and not roots:
        return _of_words("".join(node.itertext()), node, language, pictured=pictured)
    beside = len(roots) > 1 or (len(roots) == 1 and bool(stray_in(node)))
    departures = [_AS_XML] if node.tag == DATA_ELEMENT else []
    departures += [_BESIDE] if beside else []
    root = node if beside or not roots else roots[0]
    held = root if beside else body_in(root)
    if held is root and local_name(root) == "html" and next(root.iter("{*}body"), None) is not None:
        departures.append(_AROUND)
    held = _around_hidden(held, node)
    language = _language_in(held, node) or language
    marked = held.get(DATA) == "body"
    base = base_of(root) if local_name(root) == "html" and not marked else None
    if base is not None:
        return _body_of(_based(node, base), headline, language, pictured=pictured, own=own)
    body = None if marked else _of_other_markup(node, roots, held, language, pictured=pictured)
    if body is not None:
        departures += body.departures
        said = body.said or said_by_pages(roots)
        return body._replace(said=said, departures=tuple(departures))
    if not roots:
        blocks = plain_blocks("".join(node.itertext()))
        return Body(blocks, None if blocks or node.get("contenttype") is None else "")
    pictures = Pictures(language, played=True)
    figure = pictures.take if pictured else _no_figure
    reader = BodyReader(html=False, exact=marked, figure=figure, language=language)
    blocks = reader.blocks(held)
    if marked and next(root.iter("{}*"), None) is None:
        head = "title" if says_no_more(root, held, own=own) else None
        return Body(blocks, head, pictures.media, _NOTHING if head else said_by_pages(roots))
    plain = reader.faithful and len(node) == 1 and not (beside or stray_in(root))
    head = head_of(root, held, headline) if plain else None
    said = _NOTHING if head is not None else said_by_pages(roots)
    return Body(
        blocks,
        head,
        pictures.media,
        said,
        departures=tuple(departures),
        capitals=reader.capitals,
    )


def _of_other_markup(
    node: Element, roots: Sequence[Element], held: Element, language: str | None, *, pictured: bool
) -> Body | None:
    """The body of NITF, or of markup that stands escaped; None where there is neither."""
    whole = None
    if is_nitf(node, roots):
        root = roots[0] if len(roots) == 1 and not stray_in(node) else node
        whole = root if local_name(root) in _WHOLES and not is_hidden(root.items()) else node
    escaped = escaped_in(held, nitf=whole is not None)
    if escaped is None:
        return None if whole is None else _of_nitf(whole, language, pictured=pictured)
    body = _of_words(escaped, node, language, pictured=pictured)
    body = body if whole is None else _set_in_nitf(body, whole, language, pictured=pictured)
    return body._replace(departures=(*body.departures, _ESCAPED))


def _held(page: Element) -> Element:
    """A copy of a page that stands by itself within the element that should hold it."""
    holder = page.makeelement(INLINE_XML)
    holder.append(copy.deepcopy(page))
    holder[0].tail = None
    return holder


def _based(node: Element, base: str) -> Element:
    """A copy of an element with a page whose addresses are whole, and need no base."""
    page = copy.deepcopy(node)
    made_whole(page, base)
    for each in [*page.iter("{*}base")]:
        each.set("href", "")
    return page


_AS_XML = "'inlineData' holds elements: they are read as in 'inlineXML'"
_BESIDE = "'inlineXML' holds more than one element: all that stands in it is read"
_AROUND = "the page holds more than its head and one body: all that stands in it is read"
_ESCAPED = "the markup in 'inlineXML' is escaped: it is read as what it stands for"


def _language_in(held: Element, node: Element) -> str | None:
    """The language that the page around a body names, or the element around that."""
    for each in (held, *held.iterancestors()):
        if tag := each.get(XML_LANG) or each.get("lang"):
            return tag
        if each is node:
            break
    return None


def _around_hidden(held: Element, node: Element) -> Element:
    """What holds the outermost element that is kept from readers: as a part of it, it is so."""
    each = held
    while each is not node and (parent := each.getparent()) is not None:
        if is_hidden(each.items()):
            held = parent
        each = parent
    return held


def _of_words(words: str, node: Element, language: str | None, *, pictured: bool) -> Body:
    """The body of a string, which may hold markup."""
    tells = has_tags if is_markup_type(node.get("contenttype")) else is_markup
    if not tells(words):
        return Body(plain_blocks(words))
    if has_overfull_tag(words):
        reason = "a tag in it has more than a thousand attributes"
        raise ParseError(FORMAT, reason, f"line {node.sourceline}")
    root = nitf_in(words) if is_string_of_nitf(words, node) else None
    if root is not None:
        return _of_nitf(root, language, pictured=pictured)
    pictures = Pictures(language, played=True)
    blocks = markup_blocks(words, pictures.take if pictured else _no_figure, language)
    title = title_in(words)
    head = head_in(words)
    is_page = (title is not None or head is not None) and page_holder(node) is not None
    said = as_headline(title.words if title is not None and is_page else None)
    data = _NOTHING if head is None or not is_page else _data_in(head.root)
    return Body(blocks, None, pictures.media, said, data=data)


# ------------------------------------------------------------------ NITF
_WHOLES = frozenset({"nitf", "body", "body.content"})


def _of_nitf(root: Element, language: str | None, *, pictured: bool) -> Body:
    found = read_nitf(root, None if pictured else _no_figure, language)
    media = tuple([each.medium() for each in found.images])
    departures = tuple(kept_from_readers(root))
    return Body(
        found.blocks,
        None,
        media,
        {**_said_by(found), **times_in(root)},
        found.title,
        found.names,
        {each.place: each.words for each in data_in(root)},
        departures,
        capitals=found.capitals,
    )


def _set_in_nitf(body: Body, whole: Element, language: str | None, *, pictured: bool) -> Body:
    """What stood escaped in the place of the text of NITF, with what stands around that."""
    emptied = copy.deepcopy(whole)
    for each in contents_in(emptied):
        each.text = None
        del each[:]
    around = _of_nitf(emptied, language, pictured=pictured)
    above = len(read_nitf(emptied).notes)
    return around._replace(
        blocks=around.blocks[:above] + body.blocks + around.blocks[above:],
        media=body.media + around.media,
        departures=body.departures + around.departures,
        said={**around.said, **body.said},
    )


def _said_by(found: NitfBody) -> Mapping[str, Any]:
    """What stands in NITF around the text, as fields of the article."""
    said = {
        "headline": found.headline or found.title,
        "byline": found.byline,
        "dateline": found.dateline,
        "summary": " ".join(filter(None, [block.text for block in found.abstract])),
        "headlines": tuple([Text(value=each, role="subheadline") for each in _further(found)]),
    }
    return {field: value for field, value in said.items() if value}


def _further(found: NitfBody) -> list[str]:
    """The headlines below the first, less those that repeat it."""
    further = dict.fromkeys(found.subheadlines)
    return [each for each in further if each.lower() != (found.headline or "").lower()]


def _no_figure(_: object) -> None:
    return None


def is_named(provider: Concept | None, said: object) -> bool:
    """Whether what a head says is the name of the provider, which is no headline."""
    if provider is None or not isinstance(said, str):
        return False
    names = (provider.literal, provider.qcode, *[name.value for name in provider.names])
    return said.lower() in [name.lower() for name in names if name]

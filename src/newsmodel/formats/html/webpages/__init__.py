"""Article pages of other people: what they say, by schema.org, by meta elements, by their markup.

The sources check one another: the heading that is printed against what the data call the article,
a time without a zone against one with it, the author the data name against the publisher.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator

import attrs

from newsmodel.errors import ParseError
from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages import facts
from newsmodel.formats.html.webpages.authors import authors, people_told
from newsmodel.formats.html.webpages.body import read_body
from newsmodel.formats.html.webpages.corrections import corrections, printed_notices
from newsmodel.formats.html.webpages.dates import expires, modified, published
from newsmodel.formats.html.webpages.extraction import extracted
from newsmodel.formats.html.webpages.headline import headline, headline_node, kicker
from newsmodel.formats.html.webpages.imagedata import completed, data_image
from newsmodel.formats.html.webpages.named import concepts, genres
from newsmodel.formats.html.webpages.outline import Outline
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.pictures import read_pictures
from newsmodel.formats.html.webpages.players import (
    Player,
    read_players,
    set_captions_apart,
    with_told,
)
from newsmodel.formats.html.webpages.provenance import provenance, with_provenance
from newsmodel.formats.html.webpages.region import find_region
from newsmodel.formats.html.webpages.rights import rights
from newsmodel.formats.html.webpages.signatures import set_signatures_apart
from newsmodel.formats.html.webpages.told import told_text
from newsmodel.formats.html.webpages.translations import source, translations
from newsmodel.model import (
    Article,
    Audio,
    Block,
    Concept,
    Correction,
    Image,
    Problem,
    Severity,
    Video,
)
from newsmodel.model.nodes import lines_of

__all__ = ["read_webpage"]

_MOST_ELEMENTS = 400_000
_FAR_MORE = 1.5
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:x-newsmodel:html")


def read_webpage(root: Element, text: str, *, url: str | None) -> Article:
    """The article of a page.

    Args:
        root: the tree of the page; it is taken apart.
        text: the page itself.
        url: its address, where the caller knows it.

    Raises:
        ParseError: the page is larger than any article page.
    """
    _check_size(root)
    page = Page(root, url)
    set_signatures_apart(root, page.words)
    title = headline_node(page)
    line = headline(page, title)
    over = kicker(title, line)
    address, when = page.canonical or url, published(page, title)
    people, changed_at = authors(page, title), modified(page)
    language = facts.language(page)
    names = [each.name for each in people if each.name]
    content = _or_told(page, _content(page, title, text, language, names))
    language = language or facts.guessed_language(content.body)
    played = with_told(page, content.players, language)
    others = translations(page, language)
    original = source(page, language, others)
    return Article(
        id=address or _made_id(text),
        url=address,
        language=language,
        headline=line,
        headlines=facts.headlines(page, line, over),
        summary=facts.summary(page),
        authors=people,
        contributors=(*people_told(page, "editor", "editor"), *people_told(page, "contributor")),
        translators=people_told(page, "translator"),
        dateline=facts.dateline(page, when, changed_at),
        published=when,
        modified=changed_at,
        expires=expires(page),
        section=facts.section(page),
        keywords=facts.keywords(page),
        publisher=facts.publisher(page),
        access=facts.access(page),
        rights=rights(page),
        subjects=_subjects(page),
        genres=genres(page),
        places=concepts(page, "locationCreated", kind="geoArea"),
        info_sources=concepts(page, "sourceOrganization", kind="organisation"),
        sponsor=next(iter(concepts(page, "sponsor", kind="organisation")), None),
        translations=others,
        source_id=original.id,
        source_language=original.language,
        images=with_provenance(page, content.images),
        videos=tuple([each for each in played if isinstance(each, Video)]),
        audios=tuple([each for each in played if isinstance(each, Audio)]),
        provenance=provenance(page, page.article),
        body=content.body,
        corrections=corrections(page, content.notices, content.body),
        findings=tuple(_findings(page, content)),
    )


def _subjects(page: Page) -> tuple[Concept, ...]:
    """What the article is about, who and what it mentions, and where it takes place."""
    topics = concepts(page, "about", "mentions")
    names = {each.name for each in topics}
    where = concepts(page, "contentLocation", kind="geoArea")
    return (*topics, *[each for each in where if each.name not in names])


@attrs.frozen
class _Content:
    """What an article shows: text and pictures, and how the text was found."""

    images: tuple[Image, ...] = ()
    body: tuple[Block, ...] = ()
    found: str | None = None
    notices: tuple[Correction, ...] = ()
    players: tuple[Player, ...] = ()
    untold: int = 0
    """How many characters of text there are in the data, where the page shows far fewer."""


def _or_told(page: Page, content: _Content) -> _Content:
    """What a page shows, or where that is no text, the one its data tell."""
    told = told_text(page)
    shown, length = lines_of(content.body), sum(len(each.text) for each in told)
    if length > _FAR_MORE * len(shown):
        if shown.strip():
            return attrs.evolve(content, untold=length)
        message = "it shows no text; this is what its data tell"
        return attrs.evolve(content, body=(*content.body, *told), found=message)
    return content


def _content(
    page: Page, title: Element | None, text: str, language: str | None, names: list[str]
) -> _Content:
    outline = Outline(page.root, page.words)
    region = find_region(page, outline, title)
    if region is None:
        return _Content(images=_told(page, language), found="it holds no text")
    notices = tuple(printed_notices(region.whole, page.words))
    images, places = read_pictures(page, outline, region, language)
    images = tuple(completed(page, images, language)) or _told(page, language)
    if not region.marked and page.article is None:
        if blocks := extracted(page, text):
            return _Content(images, blocks, "its text was found by trafilatura", notices)
        message = "its text was found by its weight alone; `newsmodel[extract]` may find it better"
    else:
        message = None
    set_captions_apart(region.text)
    players, shown = read_players(page, region, language, places)
    body = read_body(page, outline, region, title, {**places, **shown}, names, language)
    return _Content(images, body, message, notices, players)


def _told(page: Page, language: str | None) -> tuple[Image, ...]:
    image = data_image(page, language)
    return () if image is None else (image,)


def _findings(page: Page, content: _Content) -> Iterator[Problem]:
    if content.found:
        message = f"the page does not mark up its article: {content.found}"
        yield Problem(rule="html.unmarked", severity=Severity.INFO, message=message)
    if content.untold:
        message = (
            f"the data of the page hold {content.untold} characters of text, far more than it shows"
        )
        yield Problem(rule="html.cut-short", severity=Severity.INFO, message=message)
    if page.broken_json:
        message = f"{page.broken_json} of its JSON-LD scripts are no JSON: read as far as possible"
        yield Problem(rule="html.broken-json-ld", severity=Severity.WARNING, message=message)


def _check_size(root: Element) -> None:
    count = root.xpath("count(//*)")
    if isinstance(count, float) and count > _MOST_ELEMENTS:
        raise ParseError("html", f"with {count:.0f} elements it is larger than any article page")


def _made_id(text: str) -> str:
    content = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return uuid.uuid5(_NAMESPACE, content).urn

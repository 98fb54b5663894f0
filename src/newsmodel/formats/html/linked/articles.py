"""The article itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial

from newsmodel.formats._shared.repeated import folded
from newsmodel.formats.html.linked.bylines import named_in
from newsmodel.formats.html.linked.genres import kind_of_article
from newsmodel.formats.html.linked.media import MEDIA, audio, image, video
from newsmodel.formats.html.linked.nodes import (
    Node,
    address,
    language_of,
    link,
    moment,
    node,
    several,
)
from newsmodel.formats.html.linked.quotations import corrections, quotation, translations
from newsmodel.formats.html.linked.rights import digital_source, rights
from newsmodel.formats.html.linked.things import (
    contributor,
    houses_of,
    kind_of,
    name_of,
    organisation,
    place,
    thing,
)
from newsmodel.formats.html.pages.bodies import REPEATS
from newsmodel.formats.html.pages.texts import PageText
from newsmodel.formats.html.pages.titles import is_free
from newsmodel.formats.html.pages.versions import Version
from newsmodel.formats.html.visible import is_shown
from newsmodel.model import Article, Concept, Contributor, Kind, Link, Mention
from newsmodel.model.in_text import shown_media
from newsmodel.model.nodes import Node as BodyNode, lines_of
from newsmodel.model.quote import QuoteFacts
from newsmodel.model.tree import nodes_in
from newsmodel.model.words import count_words

__all__ = ["linked_article"]

_URN = re.compile(r"(urn|tag|https?):\S+", re.IGNORECASE)
_A_YEAR, _DASH = r"(?:1[89]|20)\d\d", r"\s*[-–—]\s*"
_YEAR = re.compile(rf"(?<!\d)(?:{_A_YEAR}{_DASH})?({_A_YEAR})(?!\d)(?!{_DASH}\d\d(?![\d-]))")
"""A year, of "1996–2024" the last; none of "1996–97"."""
_TELLING = (Mention, QuoteFacts)
"""Classes of nodes of which linked data tells."""
_WHERE = frozenset({"Place"})
_TEXT = frozenset({"", "text", "body", "article", "translation"})
"""What a text is, in the words of `Provenance.scope`."""
_RELATIONS = {
    "isPartOf": ("partof", "ispartof"),
    "isBasedOn": ("derivedfrom", "isbasedon", "basedon"),
    "citation": ("source", "citation", "cites"),
}


def linked_article(
    page_text: PageText, versions: Sequence[Version], classes: Iterable[type] | None = None
) -> Node:
    """An article that is all public, as schema.org's `NewsArticle` or one of its subtypes.

    Args:
        page_text: the article, with what its page asks of its text.
        versions: its language versions.
        classes: the classes of the nodes in its body, where somebody has just gone through it.
    """
    article = page_text.article
    own = next(version for version in versions if version.current)
    language = article.language
    url = own.address if own.absolute else None
    made = {"@context": "https://schema.org"} | node(
        kind_of_article(article), **{"@id": _id(article, url)}
    )
    telling = classes is None or any(issubclass(cls, _TELLING) for cls in classes)
    nodes = tuple(nodes_in(article.body)) if telling else ()
    body = article.body
    made |= _texts(page_text) | _times(article) | _people(article, url) | _topics(article, nodes)
    made |= node(
        None,
        url=url,
        mainEntityOfPage=url and node("WebPage", **{"@id": url}),
        inLanguage=language_of(language),
        version=article.version,
        image=several([image(each, article, url) for each in shown_media(article.images, body)]),
        video=several([video(each, article, url) for each in shown_media(article.videos, body)]),
        audio=several([audio(each, article, url) for each in shown_media(article.audios, body)]),
        correction=several(corrections(article.corrections, language)),
        digitalSourceType=digital_source(article.provenance, _scopes(article)),
    )
    made |= translations(article, versions) | _rights(article, url)
    made |= _relations(article.links, url)
    return made | _parts(article, nodes)


def _scopes(article: Article) -> frozenset[str]:
    """What makes up the article: not its headline, nor the pictures beside its text."""
    return _TEXT if article.kind is Kind.TEXT else _TEXT | MEDIA


def _id(article: Article, url: str | None) -> str | None:
    return url or (article.id if _URN.fullmatch(article.id) else None)


def _texts(page_text: PageText) -> Node:
    article, text = page_text.article, lines_of(page_text.body)
    return node(
        None,
        identifier=article.id,
        headline=article.headline or page_text.title,
        alternativeHeadline=several([each.value for each in article.headlines]),
        description=article.summary,
        abstract=several([each.value for each in article.descriptions]),
        articleSection=article.section,
        articleBody=text if is_free(article) else None,
        wordCount=count_words(text) if text else None,
        dateline=article.dateline and str(article.dateline),
        creditText=article.credit,
        speakable=_speakable(page_text),
    )


def _speakable(page_text: PageText) -> Node | None:
    """What a voice may read: headline and summary, wherever they are to be seen."""
    article = page_text.article
    selectors = [".nm-headline"] if is_shown(article.headline) else []
    summary = folded(article.summary or "")
    if summary and summary != folded(article.headline or ""):
        begins = summary in page_text.first_lines
        selectors.append(f'[{REPEATS}="summary"]' if begins else ".nm-summary")
    return node("SpeakableSpecification", cssSelector=selectors) if selectors else None


def _times(article: Article) -> Node:
    return node(
        None,
        datePublished=moment(article.published),
        dateModified=moment(article.modified or _filed(article)),
        dateCreated=moment(article.created or article.first_created),
        expires=moment(article.expires),
    )


def _filed(article: Article) -> datetime | None:
    """When the version was made, where that is a change: what was ready before was not changed."""
    filed, published = article.version_created, article.published
    if filed is None or published is None:
        return filed
    comparable = (filed.tzinfo is None) == (published.tzinfo is None)
    return filed if comparable and filed >= published else None


# ------------------------------------------------------------------ people and topics
def _people(article: Article, base: str | None) -> Node:
    language = article.language
    made = partial(contributor, language=language, base=base, houses=houses_of(article))
    publisher = organisation(
        article.publisher or article.provider, language, "NewsMediaOrganization"
    )
    authors = [*map(made, article.authors)]
    if not any(authors) and is_shown(article.byline):
        owners = filter(None, (article.publisher, article.provider))
        authors = named_in(article.byline or "", language, _names(owners, language))
    return node(
        None,
        author=several(authors) or publisher,
        editor=several(made(each) for each in article.contributors if _is_editor(each)),
        contributor=several(made(each) for each in article.contributors if not _is_editor(each)),
        translator=several(map(made, article.translators)),
        publisher=publisher,
        provider=organisation(article.provider, language),
        sourceOrganization=several([organisation(c, language) for c in article.info_sources]),
        sponsor=organisation(article.sponsor, language),
    )


def _names(concepts: Iterable[Concept], language: str | None) -> list[str]:
    return [name for each in concepts if (name := name_of(each, language))]


def _is_editor(person: Contributor) -> bool:
    return (person.role or "").lower().endswith("editor")


def _topics(article: Article, nodes: Iterable[BodyNode]) -> Node:
    language = article.language
    where = [each for each in article.subjects if kind_of(each) in _WHERE]
    named = [n.concept for n in nodes if isinstance(n, Mention)]
    others = [each for each in dict.fromkeys(named) if each not in article.subjects]
    return node(
        None,
        keywords=[keyword.value for keyword in article.keywords],
        genre=several([name_of(each, language) or address(each.uri) for each in article.genres]),
        about=several([thing(each, language) for each in article.subjects]),
        mentions=several([thing(each, language) for each in others]),
        contentLocation=several([place(each, language) for each in where]),
        locationCreated=several([place(each, language) for each in article.places[:1]]),
        audience=several(_audience(each, language) for each in article.audiences),
    )


def _audience(concept: Concept, language: str | None) -> Node | None:
    name = name_of(concept, language)
    return node("Audience", audienceType=name) if name else None


# ------------------------------------------------------------------ rights and parts
def _rights(article: Article, base: str | None) -> Node:
    if article.rights is None:
        return {}
    made = rights(article.rights, article.language, base)
    lines = made.get("copyrightNotice") or ""
    year = _YEAR.search(lines if isinstance(lines, str) else " ".join(lines))
    return made | node(None, copyrightYear=int(year[1]) if year else None)


def _relations(links: Iterable[Link], base: str | None) -> Node:
    said = [((each.rel or "").rpartition(":")[2].lower(), each.href) for each in links]
    found = {
        name: several([address(link(href, base)) for word, href in said if word in words])
        for name, words in (_RELATIONS if said else {}).items()
    }
    return node(None, **found)


def _parts(article: Article, nodes: Iterable[BodyNode]) -> Node:
    """What it holds: its quotations, or else the part that is read only for money."""
    if not is_free(article):
        closed = node("WebPageElement", isAccessibleForFree=False, cssSelector=".nm-body")
        return node(None, isAccessibleForFree=False, hasPart=[closed])
    quotes = article.quotes if any(isinstance(each, QuoteFacts) for each in nodes) else ()
    parts = [quotation(quote, article.language) for quote in quotes]
    free = None if article.access is None else True
    return node(None, isAccessibleForFree=free, hasPart=parts)

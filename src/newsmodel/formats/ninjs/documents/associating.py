"""What an article brings along, as associated objects: the way out; see `associations`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs

from newsmodel.formats._shared.strictest import shows_forbidden
from newsmodel.formats.ninjs.documents import objects
from newsmodel.formats.ninjs.documents.carrying import carried_in, fits
from newsmodel.formats.ninjs.documents.figures import associated, remembered, still_said
from newsmodel.formats.ninjs.documents.reading import files_of
from newsmodel.formats.ninjs.documents.sorts import MEDIA, Context, own_medium
from newsmodel.formats.ninjs.names import ORIGINAL, QUOTE, TRANSLATION
from newsmodel.formats.ninjs.properties import bodies, values as v
from newsmodel.formats.ninjs.properties.bodies import Figures
from newsmodel.formats.ninjs.properties.concepts import as_concept
from newsmodel.formats.ninjs.properties.links import is_trust
from newsmodel.formats.ninjs.uris import as_address, as_uri
from newsmodel.model import (
    Article,
    Block,
    ImageRole,
    Link,
    Media,
    Quote,
    Translation,
)
from newsmodel.model.article import LanguageVersion, made_id
from newsmodel.model.cleaning import public_blocks
from newsmodel.model.concept import name_to_show
from newsmodel.model.gathering.as_read import as_strict, media_as_read
from newsmodel.model.gathering.shown_items import stand_ins
from newsmodel.model.in_text import is_in_text
from newsmodel.model.quotations import quotes_in
from newsmodel.quotes import QuoteWords, words_for
from newsmodel.quotes.speakers.heads import full_name
from newsmodel.quotes.speakers.names import is_name

__all__ = ["FILE", "is_body_kept", "medium_name", "related", "written"]

Object: TypeAlias = v.Object

FILE = "web"
"""What the one file of something linked is called."""


def written(article: LanguageVersion, context: Context) -> list[Object]:
    """The associations of an article or a translation."""
    inner = attrs.evolve(context, depth=context.depth + 1, top=False, id=None, rel=None)
    items: list[Object] = []
    if isinstance(article, Article):
        own = own_medium(article)
        held = as_strict({medium.id: medium for medium in _media_in(article)})
        unseen = stand_ins(article)  # each would be its item's picture a second time
        seen = [m for m in _media_in(article) if m is not own and m.id not in unseen]
        media = [m if m.id is None else held[m.id] for m in seen]
        media = associated(media, said=is_body_kept(article, context))
        for number, medium in enumerate(media, 1):
            items.append(_medium_document(medium, article.id, number, inner))
        for number, translation in enumerate(article.translations, 1):
            items.append(_translation_document(translation, article.id, number, inner))
    items += _original(article, context.id if context.id is not None else article.id or "")
    links = [link for link in article.links if not is_trust(link)]
    for number, link in enumerate(links, 1):
        rel = link.rel
        items.append(related(link, attrs.evolve(inner, name=f"link_{number}", rel=rel),
                              link.target))  # fmt: skip
    ident = context.id if context.id is not None else article.id
    return [*items, *_quotations(article, ident or "")]


def is_body_kept(article: Article, context: Context) -> bool:
    """Whether the body an article was read with may be written: it still says all of the media.

    An article whose media got nothing from its figures may have it in any case, but not where it
    shows what may not be used by now.
    """
    if shows_forbidden(article, media_as_read(article)):
        return False
    media = _media_in(article)
    marked, known = remembered(media)
    if not marked:
        return True
    items = carried_in(article.extensions).get("bodies")
    same = context.source == context.version
    if not same and not fits("bodies", items, context.source, context.version):
        return False
    blocks, figures = known or _read_again(items, article, context)
    return figures is not None and blocks == article.body and still_said(media, figures)


def _media_in(article: Article) -> tuple[Media, ...]:
    return (*article.images, *article.videos, *article.audios)


def _read_again(
    items: Any, article: Article, context: Context
) -> tuple[tuple[Block, ...], Figures | None]:
    """The body of carried bodies, and what its figures say."""
    if not isinstance(items, list):
        return (), None
    bare = [medium for medium in _media_in(article) if not is_in_text(medium)]
    inner = attrs.evolve(context, depth=context.depth + 1, top=False, id=None, rel=None)
    documents = [_medium_document(m, article.id, n, inner) for n, m in enumerate(bare, 1)]
    figures = Figures(files_of(documents), alone=True)
    return bodies.read(items, figures, article.language)[0], figures


def medium_name(role: ImageRole | None, cls: type[Media], number: int) -> str:
    """What a medium is called among associations."""
    word = role.value if role else {"Image": "picture"}.get(cls.__name__, cls.__name__.lower())
    return f"{word}_{number}"


def _medium_document(medium: Media, ident: str, number: int, context: Context) -> Object:
    if (known := context.read_from(medium)) is not None:
        return dict(known)
    name = medium_name(getattr(medium, "role", None), type(medium), number)
    made_up = made_id(ident, f"media-{number}") if medium.id is None else None
    return objects.document_of(medium, attrs.evolve(context, id=made_up, name=name))


def _translation_document(each: Translation, ident: str, number: int, context: Context) -> Object:
    if (known := context.read_from(each)) is not None:
        return dict(known)
    made_up = made_id(ident, each.language) if each.id is None else None
    name = f"{TRANSLATION}_{number}"
    return objects.document_of(each, attrs.evolve(context, id=made_up, name=name, rel=TRANSLATION))


def _original(article: LanguageVersion, ident: str) -> list[Object]:
    """What an article was translated from, as far as it is known."""
    source = (article.source_id, article.source_language, article.source_version)
    if source == (None, None, None):
        return []
    uri = article.source_id if article.source_id is not None else made_id(ident, ORIGINAL)
    number = None if article.source_version is None else str(article.source_version)
    return [
        v.without_none(
            name=ORIGINAL, rel=ORIGINAL, uri=as_uri(uri), version=number,
            language=article.source_language,
        )
    ]  # fmt: skip


def related(link: Link, context: Context, target: Article | None) -> Object:
    """Something linked, with what is known of it."""
    ident = link.residref if link.residref is not None else link.href
    if ident is None:
        ident = target.id if target else ""
    shown: Object = {}
    if target is not None:
        known = context.read_from(target)
        shown = dict(known or objects.document_of(target, attrs.evolve(context, id=ident)))
        if target.kind in MEDIA:
            shown.pop("type", None)  # it would be taken for a picture that the article shows
    shown |= v.without_none(
        name=context.name,
        rel=context.rel,
        uri=as_uri(ident),
        version=None if link.version is None else str(link.version),
        language=link.hreflang,
    )
    if link.title is not None and (target is None or target.headline is None):
        shown["headlines"] = [{"role": "main", "value": link.title}, *shown.get("headlines", ())]
    if link.href is not None and "renditions" not in shown:
        address, kind = as_address(link.href), link.content_type
        shown["renditions"] = [v.without_none(name=FILE, href=address, contentType=kind)]
    return shown


# ------------------------------------------------------------------ quotations
def _quotations(article: LanguageVersion, ident: str) -> Iterator[Object]:
    """The quotations of the body, for those who do not look for them in it."""
    for number, quote in enumerate(quotes_in(public_blocks(article.body)), 1):
        name = f"{QUOTE}_{number}"
        yield _quotation(quote, made_id(ident, f"{QUOTE}-{number}"), name, article.language)


def _quotation(quote: Quote, ident: str, name: str, language: str | None) -> Object:
    shown: Object = {
        "name": name,
        "rel": QUOTE,
        "uri": as_uri(ident),
        "type": "text",
        "bodies": [{"role": QUOTE, "contentType": "text/plain", "value": quote.text}],
    }
    if quote.attribution is not None:
        shown["by"] = quote.attribution
    person = _speaker(quote, language)
    return shown if person is None else {**shown, "people": [person]}


def _speaker(quote: Quote, language: str | None) -> Object | None:
    """Who speaks; nobody of whom there are words alone that name nobody: "she", "the police"."""
    speaker = quote.speaker
    if speaker is None or speaker.anonymous or not speaker.name:
        return None
    if speaker.person is None:
        name = _named(speaker.name, words_for(language))
        return {"name": name, "rel": "speaker"} if name else None
    person = speaker.person
    name = name_to_show(person.names) or speaker.printed or speaker.name
    known = as_concept(attrs.evolve(person, names=(), role=None)) or {}
    return {"name": name, "rel": "speaker", **known}


def _named(printed: str, words: QuoteWords) -> str | None:
    """The name that printed words are or hold: "Ann Lee" of "Ann Lee, a lawyer"."""
    if is_name(printed, words):
        return printed
    found = full_name(printed, words)
    return found.name if found else None

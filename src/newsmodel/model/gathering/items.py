"""The items an article is made of: its own, its translations', its media's.

Links between the items tell what belongs together. They stand last among an item's links, in a
known order, so that joining finds and removes just those.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from newsmodel.model.article import MEDIA, OWN, STORY, Article, Translation, made_id, picked
from newsmodel.model.base import changed, fields_of, told_by
from newsmodel.model.gathering.feeds import item_dialect
from newsmodel.model.gathering.own_codes import OWN_CATALOG, declares_own
from newsmodel.model.gathering.own_media import (
    kept_media,
    linked_media,
    stands_beside_text,
    stands_in_text,
    unshown,
    version_media,
    without_named_files,
)
from newsmodel.model.gathering.shown_items import names_of, names_shown
from newsmodel.model.gathering.sources import ITEM_TYPE, linked_version, links_to_source
from newsmodel.model.in_text import AnyMedia
from newsmodel.model.inlines import Link
from newsmodel.model.media import Audio, Image, ImageCaption, Media, Video
from newsmodel.model.tags import name_one_language
from newsmodel.model.vocabulary import Kind

__all__ = [
    "ASSOCIATED",
    "KINDS",
    "MEDIA_OF",
    "SHARED",
    "UNSHARED",
    "apart",
    "captions_for_item",
    "captions_of_item",
    "is_sent",
    "media_item",
    "media_link",
    "names_version",
    "translation_id",
    "translation_item",
    "untold",
    "versions_named",
]

ASSOCIATED = "irel:associatedWith"
"""How an article's item refers to the items of its media."""


MEDIA_OF: dict[Kind, tuple[str, type[Media]]] = {
    Kind.PICTURE: ("images", Image),
    Kind.GRAPHIC: ("images", Image),
    Kind.VIDEO: ("videos", Video),
    Kind.AUDIO: ("audios", Audio),
}
KINDS: dict[type[Media], Kind] = {Image: Kind.PICTURE, Video: Kind.VIDEO, Audio: Kind.AUDIO}
SHARED = tuple(f.name for f in fields_of(Media) if f.name in OWN)
"""What a medium's item says of it by fields of its own."""
UNSHARED = {f.name: f.default for f in fields_of(Media) if f.name in OWN}


def apart(
    article: Article, *, ordered: bool, staying: Container[str] = (), told: Container[str] = ()
) -> tuple[Article, ...]:
    """The items of an article.

    Args:
        article: the article.
        ordered: its own item tells the order of all media, which links cannot.
        staying: ids of translations and media that get no items and stay in its own.
        told: ids of media that get items which may say otherwise, so that they stay in it, too.
    """
    article = without_named_files(article)
    sent = [
        t for t in article.translations if is_sent(t) and translation_id(t, article) not in staying
    ]
    stubs = {id(t): _stub(t, article) for t in sent}
    media = [(m, ident) for m, ident in _media_of(article) if ident not in staying]
    elsewhere = {id(medium) for medium, ident in media if ident not in told}
    held = {id(m) for n in MEDIA for m in getattr(article, n) if m.id in staying or m.id in told}
    own = changed(
        article,
        translations=tuple([stubs.get(id(t), t) for t in article.translations]),
        links=(
            *article.links,
            *links_to_source(article, article),
            *_media_links(media, article),
        ),
        extensions=(*article.extensions, *unshown(article)),
        **(
            _ordered_media(article, elsewhere)
            if ordered
            else kept_media(article, sent, held, alone=not media and not linked_media(article))
        ),
    )
    items = [translation_item(t, article) for t in sent]
    return (own, *items, *(media_item(m, article, ident) for m, ident in media))


def _ordered_media(article: Article, elsewhere: Container[int]) -> dict[str, tuple[Media, ...]]:
    """The media of an article in their order, of those that have items no more than the ids."""
    return {
        name: tuple([
            type(medium)(id=medium.id) if id(medium) in elsewhere else medium
            for medium in getattr(article, name)
            if medium.id is not None or id(medium) not in elsewhere
        ])
        for name in MEDIA
    }  # fmt: skip


def is_sent(translation: Translation) -> bool:
    """Whether a translation is more than a language named in a switcher."""
    return bool(translation.headline is not None or translation.body)


def _stub(translation: Translation, article: Article) -> Translation:
    """What stays with the article of a translation that has an item: its place in the order."""
    return Translation(id=translation_id(translation, article), language=translation.language)


_is_stub = told_by(Translation, ["id", "language"])


def names_version(stub: Translation, ident: str, language: str | None) -> bool:
    """Whether what an article's item says of a translation is no more than which it is."""
    return _is_stub(stub) and (stub.language == language if stub.id is None else stub.id == ident)


def versions_named(article: Article) -> list[str]:
    """The ids of the items that an article names as its translations."""
    return [each.id for each in article.translations if each.id is not None and _is_stub(each)]


def translation_id(translation: Translation, article: Article) -> str:
    """The id of the item of a translation."""
    return translation.id or made_id(article.id, translation.language)


def translation_item(translation: Translation, article: Article) -> Article:
    """The item of a translation."""
    base = translation.item or _story_in(translation.language, article)
    own = {**picked(translation, OWN), "message_header": None}
    own |= version_media(translation, article)
    own["links"] = (*translation.links, *links_to_source(translation, article))
    if linked_version(own["links"]) == translation.source_version:
        own["source_version"] = None  # the link says so
    return changed(base, id=translation_id(translation, article), **own)


def _story_in(language: str | None, article: Article) -> Article:
    """What the items of an article and its translation say alike, for that in another language.

    What is said of parts is said of the content of one item alone, by ids within it.
    """
    dialect = item_dialect(article)
    story = picked(article, STORY) | {"parts": (), "dialect": dialect}
    if dialect is not None:
        if not declares_own(article):
            story["catalogs"] = (*article.catalogs, OWN_CATALOG)
        if dialect.language is not None:
            story["dialect"] = changed(dialect, language=language)
    return Article(id=article.id, **story)


def _media_of(article: Article) -> list[tuple[Media, str]]:
    """The media that have items of their own, with the ids of these."""
    if article.kind in MEDIA_OF and not article.body:
        return []
    every = (*article.images, *article.videos, *article.audios)
    linked = frozenset(linked_media(article))
    apart = [
        medium
        for medium in every
        if medium not in linked
        and not (stands_in_text(medium, article) or stands_beside_text(medium, article))
    ]
    return [(m, m.id or made_id(article.id, f"media-{n}")) for n, m in enumerate(apart, 1)]


def _media_links(media: Iterable[tuple[Media, str]], article: Article) -> tuple[Link, ...]:
    """How an article's item refers to those of its media, unless it or a translation's does.

    A picture in the text that shows the item refers to it, too.
    """
    links = [*article.links, *(link for each in article.translations for link in each.links)]
    known = {*(link.residref for link in links), *names_shown(article)}
    return tuple([
        media_link(ident, medium.version)
        for medium, ident in media
        if known.isdisjoint(names_of(medium, ident))
    ])  # fmt: skip


def media_link(ident: str, version: int | None) -> Link:
    """How an article's item refers to that of a medium."""
    return Link(rel=ASSOCIATED, residref=ident, version=version, content_type=ITEM_TYPE)


def captions_of_item(medium: Media, article: Article) -> tuple[ImageCaption, ...]:
    """The captions of a medium, which has them as its item does, as its article has them.

    Where the item is in another language, those in none are in that, and those in the article's
    are its own. `captions_for_item` gives them back as they were.
    """
    tag = _other_language(medium, article)
    return _tagged(medium.captions, {None: tag, article.language: None}) if tag else medium.captions


def captions_for_item(medium: Media, article: Article) -> tuple[ImageCaption, ...]:
    """The captions of a medium as its item has them."""
    tag = _other_language(medium, article)
    if tag is None or medium.item is None:
        return medium.captions
    kept = [
        c for each in getattr(medium.item, MEDIA_OF[medium.item.kind][0]) for c in each.captions
    ]
    told = _tagged(kept, {None: tag, article.language: None})
    named = dict(zip(told, kept, strict=True))
    tags = {None: article.language} | ({} if kept else {tag: None})
    return tuple([named.get(c) or _tagged([c], tags)[0] for c in medium.captions])


def untold(article: Article) -> Article:
    """The article, with captions of media whose items are in another language as they are meant.

    Its own language is left out there, and how the item had named its: that is the item's matter.
    """
    changes = {}
    for name in MEDIA:
        media = getattr(article, name)
        if any(_other_language(medium, article) for medium in media):
            changes[name] = tuple([_untold(medium, article) for medium in media])
    return changed(article, **changes) if changes else article


def _untold(medium: AnyMedia, article: Article) -> AnyMedia:
    if medium.item is None or _other_language(medium, article) is None:
        return medium
    captions = _tagged(medium.captions, {article.language: None})
    item = changed(medium.item, **{MEDIA_OF[medium.item.kind][0]: ()})
    return changed(medium, captions=captions, item=item)


def _tagged(
    captions: Iterable[ImageCaption], tags: Mapping[str | None, str | None]
) -> tuple[ImageCaption, ...]:
    return tuple([changed(c, language=tags.get(c.language, c.language)) for c in captions])


def _other_language(medium: Media, article: Article) -> str | None:
    """The language of a medium's item, where that is not the article's."""
    tag, own = medium.item.language if medium.item else None, article.language
    return tag if tag and own and not name_one_language(tag, own) else None


def media_item(medium: Media, article: Article, ident: str) -> Article:
    """The item of a picture, a video or a sound, by an id."""
    kind = KINDS[type(medium)]
    plain = Article(
        id=ident,
        kind=kind,
        provider=article.provider,
        version_created=article.version_created,
        catalogs=article.catalogs,
    )
    content = changed(
        medium, id=None, item=None, captions=captions_for_item(medium, article), **UNSHARED
    )
    return changed(
        medium.item or plain,
        id=ident,
        **picked(medium, SHARED),
        **{MEDIA_OF[kind][0]: (content,)},
    )

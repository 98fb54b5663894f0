"""The items an article is made of: its own, its translations', its media's.

Links between the items tell what belongs together. They stand last among an item's links, in a
known order, so that joining finds and removes just those.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newsmodel.model.article import MEDIA, OWN, STORY, Article, Translation, made_id, picked
from newsmodel.model.base import changed, fields_of
from newsmodel.model.gathering.feeds import item_dialect
from newsmodel.model.gathering.named_items import items_named
from newsmodel.model.gathering.own_media import (
    kept_media,
    linked_media,
    stands_beside_text,
    stands_in_text,
    unshown,
    version_media,
    without_named_files,
)
from newsmodel.model.in_text import AnyMedia
from newsmodel.model.inlines import Link
from newsmodel.model.media import Audio, Image, ImageCaption, Media, Video
from newsmodel.model.tags import name_one_language
from newsmodel.model.transmission import Catalog, Scheme
from newsmodel.model.vocabulary import Kind, term

__all__ = [
    "ASSOCIATED",
    "DERIVED",
    "ITEM_TYPE",
    "KINDS",
    "MEDIA_OF",
    "OWN_CATALOG",
    "SHARED",
    "TRANSLATED",
    "TRANSLATIONS",
    "UNSHARED",
    "apart",
    "captions_for_item",
    "captions_of_item",
    "declares_own",
    "is_foreign",
    "is_sent",
    "media_item",
    "older_source",
    "own_scheme",
    "says_translation",
    "source_links",
    "stub",
    "translation_item",
    "untold",
]

ASSOCIATED = "irel:associatedWith"
"""How an article's item refers to the items of its media."""
DERIVED = "irel:derivedFrom"
TRANSLATED = "nm:translatedFrom"
"""How a translation's item refers to the item of the article."""

TRANSLATIONS = frozenset(
    {TRANSLATED, "nm:translationOf", "irel:translatedFrom", "irel:isTranslationOf"}
)
"""Relations by which a feed may say so; IPTC's own list of relations has none for it."""
_TRANSLATED = frozenset(map(term, TRANSLATIONS))
_OWN_SCHEME = Scheme(alias="nm", uri="urn:x-newsmodel:code:")
OWN_CATALOG = Catalog(schemes=(_OWN_SCHEME,))
"""The catalogue that declares the library's own codes."""
ITEM_TYPE = "application/vnd.iptc.g2.newsitem+xml"
"""Media type of a NewsML-G2 news item."""


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


def says_translation(link: Link) -> bool:
    """Whether a link says what its item is a translation of, whatever the scheme is called."""
    return link.rel in TRANSLATIONS or term(link.rel) in _TRANSLATED


def apart(article: Article, *, ordered: bool) -> tuple[Article, ...]:
    """The items of an article.

    Args:
        article: the article.
        ordered: its own item tells the order of all media, which links cannot.
    """
    article = without_named_files(article)
    sent = tuple(t for t in article.translations if is_sent(t))
    media = _media_of(article)
    own = changed(
        article,
        translations=tuple(stub(t) if is_sent(t) else t for t in article.translations),
        links=(*article.links, *_media_links(media, article)),
        extensions=(*article.extensions, *unshown(article)),
        **(
            _ordered_media(article, {id(medium) for medium, _ in media})
            if ordered
            else kept_media(article, sent, alone=not media and not linked_media(article))
        ),
    )
    items = [translation_item(t, article) for t in sent]
    return (own, *items, *(media_item(m, article, ident) for m, ident in media))


def _ordered_media(article: Article, elsewhere: set[int]) -> dict[str, tuple[Media, ...]]:
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


def stub(translation: Translation) -> Translation:
    """What stays with the article of a translation that has an item: its place in the order."""
    return Translation(language=translation.language)


def _translation_id(translation: Translation, article: Article) -> str:
    return translation.id or made_id(article.id, translation.language)


def translation_item(translation: Translation, article: Article) -> Article:
    """The item of a translation."""
    base = translation.item or _story_in(translation.language, article)
    own = {**picked(translation, OWN), "message_header": None}
    own |= version_media(translation, article)
    if _link_to_source(translation.links, article) is None:
        version = translation.source_version or article.version
        own["links"] = (*translation.links, *source_links(article, version))
    if older_source(own["links"], article) == translation.source_version:
        own["source_version"] = None  # the link says so
    return changed(base, id=_translation_id(translation, article), **own)


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


def declares_own(article: Article) -> bool:
    """Whether the catalogues of an article declare the alias of the library's own codes."""
    return any(_alias_in(each) is not None for each in article.catalogs)


def is_foreign(catalogs: Iterable[Catalog]) -> bool:
    """Whether catalogues declare the alias of the library's own codes for somebody else's."""
    declared = next(filter(None, map(_alias_in, catalogs)), _OWN_SCHEME.uri)
    return declared != _OWN_SCHEME.uri


def own_scheme(catalogs: Sequence[Catalog]) -> tuple[Scheme, bool]:
    """The scheme of the library's own codes by an alias that is free, and whether it is declared.

    Args:
        catalogs: those of a document that has another scheme by the library's own alias.
    """
    schemes = [scheme for catalog in catalogs for scheme in catalog.schemes]
    declared = next((each for each in schemes if each.uri == _OWN_SCHEME.uri), None)
    taken = {each.alias for each in schemes}
    if declared is not None and declared.alias != _OWN_SCHEME.alias:
        return declared, True
    names = ("newsmodel", *(f"newsmodel{number}" for number in range(2, len(taken) + 3)))
    free = next(name for name in names if name not in taken)
    return Scheme(alias=free, uri=_OWN_SCHEME.uri), False


def _alias_in(catalog: Catalog) -> str | None:
    """What a catalogue has the alias of the library's own codes stand for."""
    return next((s.uri for s in catalog.schemes if s.alias == _OWN_SCHEME.alias), None)


def source_links(article: Article, version: int | None) -> tuple[Link, ...]:
    """How a translation's item says whose translation it is, and of which version."""
    is_ours = item_dialect(article) is None or not is_foreign(article.catalogs)
    translated = TRANSLATED if is_ours else _OWN_SCHEME.uri + TRANSLATED.partition(":")[2]
    return tuple(
        Link(rel=rel, residref=article.id, version=version, content_type=ITEM_TYPE)
        for rel in (DERIVED, translated)
    )


def _link_to_source(links: Iterable[Link], article: Article) -> Link | None:
    """The link by which an item says that it is a translation of an article."""
    found = (each for each in links if each.residref == article.id and says_translation(each))
    return next(found, None)


def older_source(links: Iterable[Link], article: Article) -> int | None:
    """The version of an article that a translation was made of, where it is not the present one."""
    link = _link_to_source(links, article)
    return None if link is None or link.version == article.version else link.version


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

    A picture in the text that names the item refers to it, too.
    """
    links = [*article.links, *(link for each in article.translations for link in each.links)]
    known = {*(link.residref for link in links), *items_named(article)}
    return tuple(
        Link(rel=ASSOCIATED, residref=ident, version=m.version, content_type=ITEM_TYPE)
        for m, ident in media
        if ident not in known
    )


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

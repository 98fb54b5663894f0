"""From items to articles and back: joining what belongs together, and taking it apart again.

Taking apart adds links between the items. They stand last among an item's links, in a known
order, so that joining finds and removes just those.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsmodel.model.article import MEDIA, OWN, STORY, Article, Translation, made_id, picked
from newsmodel.model.base import changed, fields_of
from newsmodel.model.blocks import Figure
from newsmodel.model.inlines import Link
from newsmodel.model.media import Audio, Image, Media, Video
from newsmodel.model.own_media import (
    kept_media,
    linked_media,
    stands_beside_text,
    stands_in_text,
    told_unshown,
    unshown,
    version_media,
    with_media_of,
    without_captions,
)
from newsmodel.model.transmission import Header
from newsmodel.model.tree import walk_nodes
from newsmodel.model.vocabulary import Kind, term

__all__ = [
    "ASSOCIATED",
    "DERIVED",
    "ITEM_TYPE",
    "TRANSLATED",
    "TRANSLATIONS",
    "gathered",
    "says_translation",
    "scattered",
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
ITEM_TYPE = "application/vnd.iptc.g2.newsitem+xml"
"""Media type of a NewsML-G2 news item."""


_MEDIA: dict[Kind, tuple[str, type[Media]]] = {
    Kind.PICTURE: ("images", Image),
    Kind.GRAPHIC: ("images", Image),
    Kind.VIDEO: ("videos", Video),
    Kind.AUDIO: ("audios", Audio),
}
_KINDS: dict[type[Media], Kind] = {Image: Kind.PICTURE, Video: Kind.VIDEO, Audio: Kind.AUDIO}
_SHARED = tuple(f.name for f in fields_of(Media) if f.name in OWN)
"""What a medium's item says of it by fields of its own."""
_UNSHARED = {f.name: f.default for f in fields_of(Media) if f.name in OWN}


def says_translation(link: Link) -> bool:
    """Whether a link says what its item is a translation of, whatever the scheme is called."""
    return link.rel in TRANSLATIONS or term(link.rel) in _TRANSLATED


# ------------------------------------------------------------------ taking apart
def scattered(article: Article) -> tuple[Article, ...]:
    """The items an article is made of: its own, its translations', its media's.

    A translation known by language alone stays with the article. Where the items do not tell the
    order of media and captions, the article's own does; where joining would not give the article
    back all the same (two images of one id, say), it is one item with everything in it.
    """
    whole = changed(article, message_header=None)
    for ordered in (False, True):
        items = _apart(whole, ordered=ordered)
        if items == (whole,) or gathered(items) == (whole,):
            return items
    return (whole,)


def _apart(article: Article, *, ordered: bool) -> tuple[Article, ...]:
    sent = tuple(t for t in article.translations if is_sent(t))
    media = _media_of(article)
    own = changed(
        article,
        translations=tuple(_stub(t) if is_sent(t) else t for t in article.translations),
        links=(*article.links, *_media_links(media, article)),
        extensions=(*article.extensions, *unshown(article)),
        **(
            _ordered_media(article, {id(medium) for medium, _ in media})
            if ordered
            else kept_media(article, sent, alone=not media and not linked_media(article))
        ),
    )
    items = [_translation_item(t, article) for t in sent]
    return (own, *items, *(_media_item(m, article, ident) for m, ident in media))


def _ordered_media(article: Article, apart: set[int]) -> dict[str, tuple[Media, ...]]:
    """The media of an article in their order, of those that have items no more than the ids."""
    return {
        name: tuple([
            type(medium)(id=medium.id) if id(medium) in apart else medium
            for medium in getattr(article, name)
            if medium.id is not None or id(medium) not in apart
        ])
        for name in MEDIA
    }  # fmt: skip


def is_sent(translation: Translation) -> bool:
    """Whether a translation is more than a language named in a switcher."""
    return bool(translation.headline is not None or translation.body)


def _stub(translation: Translation) -> Translation:
    """What stays with the article of a translation that has an item: its place in the order."""
    return Translation(language=translation.language)


def _translation_id(translation: Translation, article: Article) -> str:
    return translation.id or made_id(article.id, translation.language)


def _translation_item(translation: Translation, article: Article) -> Article:
    base = translation.item or _story_in(translation.language, article)
    own = {**picked(translation, OWN), "message_header": None}
    own |= version_media(translation, article)
    if _link_to_source(translation.links, article) is None:
        version = translation.source_version or article.version
        own["links"] = (*translation.links, *_source_links(article, version))
    if _older_source(own["links"], article) == translation.source_version:
        own["source_version"] = None  # the link says so
    return changed(base, id=_translation_id(translation, article), **own)


def _story_in(language: str | None, article: Article) -> Article:
    """What the items of an article and its translation say alike, for that in another language."""
    story = picked(article, STORY)
    if article.dialect is not None and article.dialect.language is not None:
        story["dialect"] = changed(article.dialect, language=language)
    return Article(id=article.id, **story)


def _source_links(article: Article, version: int | None) -> tuple[Link, ...]:
    """How a translation's item says whose translation it is, and of which version."""
    return tuple(
        Link(rel=rel, residref=article.id, version=version, content_type=ITEM_TYPE)
        for rel in (DERIVED, TRANSLATED)
    )


def _link_to_source(links: Iterable[Link], article: Article) -> Link | None:
    """The link by which an item says that it is a translation of an article."""
    found = (each for each in links if each.residref == article.id and says_translation(each))
    return next(found, None)


def _older_source(links: Iterable[Link], article: Article) -> int | None:
    """The version of an article that a translation was made of, where it is not the present one."""
    link = _link_to_source(links, article)
    return None if link is None or link.version == article.version else link.version


def _media_of(article: Article) -> list[tuple[Media, str]]:
    """The media that have items of their own, with the ids of these."""
    if article.kind in _MEDIA and not article.body:
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
    """How an article's item refers to those of its media, unless it or a translation's does."""
    links = [*article.links, *(link for each in article.translations for link in each.links)]
    known = {link.residref for link in links}
    return tuple(
        Link(rel=ASSOCIATED, residref=ident, version=m.version, content_type=ITEM_TYPE)
        for m, ident in media
        if ident not in known
    )


def _media_item(medium: Media, article: Article, ident: str) -> Article:
    kind = _KINDS[type(medium)]
    plain = Article(
        id=ident,
        kind=kind,
        provider=article.provider,
        version_created=article.version_created,
        catalogs=article.catalogs,
    )
    content = changed(medium, id=None, item=None, **_UNSHARED)
    return changed(
        medium.item or plain,
        id=ident,
        **picked(medium, _SHARED),
        **{_MEDIA[kind][0]: (content,)},
    )


# ------------------------------------------------------------------ joining
def gathered(
    items: Sequence[Article],
    alternatives: Iterable[tuple[str, ...]] = (),
    header: Header | None = None,
) -> tuple[Article, ...]:
    """The articles of a message's items, each joined with what belongs to it.

    Args:
        items: the items, in order.
        alternatives: ids of the members of each group of alternatives.
        header: the message's header, kept by an article that came alone.
    """
    newest = _newest(items)
    roots = _roots(newest, alternatives)
    pieces = {i: item for i, item in newest.items() if _is_medium(item)}
    wanted = {i for item in items for i in _referred(item, pieces) if not _is_medium(item)}
    children: dict[str, list[Article]] = {}
    for item in newest.values():
        if item.id in roots:
            children.setdefault(roots[item.id], []).append(item)
    whole = []
    for item in items:
        mine = item is newest[item.id]
        if not mine or not (item.id in roots or item.id in wanted):
            whole.append(_joined(item, children.get(item.id, []) if mine else [], pieces))
    if len(whole) == 1 and header is not None:
        return (changed(whole[0], message_header=header),)
    return tuple(whole)


def _newest(items: Iterable[Article]) -> dict[str, Article]:
    """For each id the item of the highest version, the last of equals."""
    newest: dict[str, Article] = {}
    for item in items:
        if item.id not in newest or (item.version or 1) >= (newest[item.id].version or 1):
            newest[item.id] = item
    return newest


def _is_medium(item: Article) -> bool:
    """Whether an item is one picture, video or sound and nothing else."""
    if item.kind not in _MEDIA:
        return False
    content = getattr(item, _MEDIA[item.kind][0])
    return (
        len(content) == 1 and content[0].id is None and (picked(content[0], _SHARED) == _UNSHARED)
    )


def _referred(item: Article, pieces: dict[str, Article]) -> list[str]:
    """Ids of the media an item refers to by links and figures, in order."""
    links = [link.residref for link in item.links if link.residref]
    figures = [node.image_id for _, node in walk_nodes(item.body) if isinstance(node, Figure)]
    return [i for i in dict.fromkeys([*links, *figures]) if i in pieces and i != item.id]


def _roots(newest: dict[str, Article], alternatives: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """For each item that is a translation, the id of the article it belongs to."""
    parents: dict[str, str] = {}
    for item in newest.values():
        _add_parent(item, _linked(item), newest, parents)
    for item in newest.values():
        if not _goes_round(item, newest):
            _add_parent(item, item.source_id, newest, parents)
    for group in alternatives:
        members = [newest[i] for i in group if i in newest and newest[i].kind not in _MEDIA]
        languages = {m.language for m in members}
        if len(members) > 1 and None not in languages and len(languages) == len(members):
            first = next((m for m in members if m.id not in parents), members[0])
            for member in members:
                _add_parent(member, first.id, newest, parents)
    return {child: _root(child, parents) for child in parents}


def _linked(item: Article) -> str | None:
    """The item that this one says it is a translation of, by a link; the last such link counts."""
    linked = [link.residref for link in item.links if says_translation(link)]
    return linked[-1] if linked else None


def _goes_round(item: Article, newest: dict[str, Article]) -> bool:
    """Whether items name each other as their sources, so that none can be the original."""
    seen, current = {item.id}, newest.get(item.source_id or "")
    while current is not None and current.id not in seen:
        seen.add(current.id)
        current = newest.get(current.source_id or "")
    return current is not None


def _add_parent(
    item: Article, source_id: str | None, newest: dict[str, Article], parents: dict[str, str]
) -> None:
    """Note whose translation an item is, unless that is known or would go round in a circle."""
    source = newest.get(source_id or "")
    if source is None or item.id in parents or source.language == item.language:
        return
    if _is_medium(source) or _is_medium(item):
        return  # a medium is joined by what shows it
    if _root(source.id, parents) != item.id:
        parents[item.id] = source.id


def _root(start: str, parents: dict[str, str]) -> str:
    """Where a chain of translations begins."""
    while start in parents:
        start = parents[start]
    return start


def _joined(item: Article, children: list[Article], pieces: dict[str, Article]) -> Article:
    own = [] if _is_medium(item) else _referred(item, pieces)
    theirs = [ident for child in children for ident in _referred(child, pieces)]
    referred = [pieces[ident] for ident in dict.fromkeys([*own, *theirs])]
    bare = changed(item, links=_less(item.links, _generated_media_links(item, referred)))
    media: dict[str, tuple[Media, ...]] = {}
    for number, piece in enumerate(sorted(referred, key=_media_order), 1):
        name, cls = _MEDIA[piece.kind]
        held = media.get(name, getattr(item, name))
        stub, medium = cls(id=piece.id), _medium(piece, bare, number)
        at = held.index(stub) if stub in held else len(held)
        media[name] = (*held[:at], medium, *held[at + 1 :])
    bare, taken_out = told_unshown(bare)
    if linked := linked_media(bare):
        lists = {n: [*media.get(n, getattr(item, n))] for n in MEDIA}
        known = {m for each in lists.values() for m in each}
        ids = {m.id for m in known if m.id is not None}
        for medium in linked:
            new = medium not in known and medium.id not in ids
            if new and taken_out.isdisjoint(file.href for file in medium.renditions):
                lists[_MEDIA[_KINDS[type(medium)]][0]].append(medium)
        media = {name: tuple(each) for name, each in lists.items()}
    whole = with_media_of(changed(bare, **media), children)
    translations = _placed(bare.translations, [_translation(c, whole) for c in children])
    return changed(whole, translations=translations)


def _media_order(piece: Article) -> int:
    return ["images", "videos", "audios"].index(_MEDIA[piece.kind][0])


def _generated_media_links(item: Article, referred: list[Article]) -> tuple[Link, ...]:
    by_id = {piece.id: piece for piece in referred}
    tail: list[Link] = []
    for link in reversed(item.links):
        piece = by_id.get(link.residref or "")
        if piece is None or link != _media_link(piece):
            break
        tail.insert(0, link)
        del by_id[piece.id]
    return tuple(tail)


def _media_link(piece: Article) -> Link:
    return Link(rel=ASSOCIATED, residref=piece.id, version=piece.version, content_type=ITEM_TYPE)


def _less(links: tuple[Link, ...], tail: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links without those at the end that taking apart has added."""
    return links[: len(links) - len(tail)] if tail and links[-len(tail) :] == tail else links


def _medium(piece: Article, article: Article, number: int) -> Media:
    name, _ = _MEDIA[piece.kind]
    content: Media = getattr(piece, name)[0]
    ident = None if piece.id == made_id(article.id, f"media-{number}") else piece.id
    medium = changed(content, id=ident, **picked(piece, _SHARED))
    if _media_item(medium, article, piece.id) == piece:
        return medium
    return changed(medium, item=changed(piece, **_UNSHARED, **{name: ()}))


def _translation(item: Article, article: Article) -> Translation:
    version = _older_source(item.links, article) or article.version
    own = picked(item, OWN) | {"links": _less(item.links, _source_links(article, version))}
    if own["source_version"] is None:
        own["source_version"] = _older_source(item.links, article)
    ident = None if item.id == made_id(article.id, item.language) else item.id
    translation = Translation(id=ident, **own)
    if _translation_item(translation, article) == item:
        return translation
    rest = Article(id=item.id, **picked(item, STORY))
    if any(getattr(item, name) for name in MEDIA):
        for media in ({}, without_captions(item), picked(item, MEDIA)):
            found = changed(translation, item=changed(rest, **media))
            if _translation_item(found, article) == item:
                return found
    return changed(translation, item=rest)


def _placed(stubs: tuple[Translation, ...], arrived: list[Translation]) -> tuple[Translation, ...]:
    """Translations in the order the article names them, others after."""
    waiting = list(arrived)
    placed = []
    for stub in stubs:
        fitting = (t for t in waiting if _stub(t) == stub)
        found = next(fitting, None)
        if found is not None:
            waiting.remove(found)
        placed.append(found or stub)
    return (*placed, *waiting)

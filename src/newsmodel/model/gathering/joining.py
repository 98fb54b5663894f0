"""From items to articles and back: joining what belongs together, and taking it apart again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsmodel.model.article import MEDIA, OWN, STORY, Article, Translation, made_id, picked
from newsmodel.model.base import changed
from newsmodel.model.blocks import Figure
from newsmodel.model.gathering.as_read import naming, noted, unnoted
from newsmodel.model.gathering.items import (
    ASSOCIATED,
    ITEM_TYPE,
    KINDS,
    MEDIA_OF,
    SHARED,
    UNSHARED,
    apart,
    captions_of_item,
    media_item,
    older_source,
    says_translation,
    source_links,
    stub,
    translation_item,
    untold,
)
from newsmodel.model.gathering.named_items import (
    items_named,
    with_items_shown,
    without_items_shown,
)
from newsmodel.model.gathering.named_media import named_by
from newsmodel.model.gathering.own_media import (
    linked_media,
    told_unshown,
    with_media_of,
    with_named_files,
    without_captions,
)
from newsmodel.model.inlines import Link
from newsmodel.model.media import Media
from newsmodel.model.transmission import Header
from newsmodel.model.tree import walk_nodes

__all__ = ["gathered", "scattered", "shown_by"]


# ------------------------------------------------------------------ taking apart
def scattered(article: Article) -> tuple[Article, ...]:
    """The items an article is made of: its own, its translations', its media's.

    A translation known by language alone stays with the article. Where the items do not tell the
    order of media and captions, the article's own does; where joining would not give the article
    back all the same (two images of one id, say), it is one item with everything in it.
    """
    whole = unnoted(changed(article, message_header=None))
    plain = without_items_shown(whole)
    meant = untold(whole)
    for ordered in (False, True):
        items = apart(plain, ordered=ordered)
        if items == (whole,) or [untold(unnoted(each)) for each in gathered(items)] == [meant]:
            return items
    return (whole,)


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
    if item.kind not in MEDIA_OF:
        return False
    content = getattr(item, MEDIA_OF[item.kind][0])
    return len(content) == 1 and content[0].id is None and (picked(content[0], SHARED) == UNSHARED)


def _referred(item: Article, pieces: dict[str, Article]) -> list[str]:
    """Ids of the media an item refers to by links and figures, in order."""
    return [i for i in dict.fromkeys(shown_by(item)) if i in pieces and i != item.id]


def shown_by(item: Article) -> list[str]:
    """Ids of what an item may show as its media: by its links, by figures and what these name."""
    links = [link.residref for link in item.links if link.residref]
    figures = [node.image_id for _, node in walk_nodes(item.body) if isinstance(node, Figure)]
    named = (named_by(image) for image in item.images)
    return [*links, *figures, *items_named(item), *filter(None, named)]


def _roots(newest: dict[str, Article], alternatives: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """For each item that is a translation, the id of the article it belongs to."""
    parents: dict[str, str] = {}
    for item in newest.values():
        _add_parent(item, _linked(item), newest, parents)
    for item in newest.values():
        if not _goes_round(item, newest):
            _add_parent(item, item.source_id, newest, parents)
    for group in alternatives:
        members = [newest[i] for i in group if i in newest and newest[i].kind not in MEDIA_OF]
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
        name, cls = MEDIA_OF[piece.kind]
        held = media.get(name, getattr(item, name))
        mere, medium = cls(id=piece.id), _medium(piece, bare, number)
        at = held.index(mere) if mere in held else len(held)
        media[name] = (*held[:at], medium, *held[at + 1 :])
    bare, taken_out = told_unshown(bare)
    bare = with_named_files(changed(bare, **media))
    if linked := linked_media(bare):
        lists = {n: [*getattr(bare, n)] for n in MEDIA}
        known = {m for each in lists.values() for m in each}
        ids = {m.id for m in known if m.id is not None}
        for medium in linked:
            new = medium not in known and medium.id not in ids
            if new and taken_out.isdisjoint(file.href for file in medium.renditions):
                lists[MEDIA_OF[KINDS[type(medium)]][0]].append(medium)
        bare = changed(bare, **{name: tuple(each) for name, each in lists.items()})
    whole = with_media_of(bare, children)
    translations = _placed(bare.translations, [_translation(c, whole) for c in children])
    whole = with_items_shown(changed(whole, translations=translations))
    return noted(whole, naming)


def _media_order(piece: Article) -> int:
    return ["images", "videos", "audios"].index(MEDIA_OF[piece.kind][0])


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
    name, cls = MEDIA_OF[piece.kind]
    content: Media = getattr(piece, name)[0]
    ident = None if piece.id == made_id(article.id, f"media-{number}") else piece.id
    medium = changed(content, id=ident, **picked(piece, SHARED))
    if media_item(medium, article, piece.id) == piece:
        return medium
    own = changed(medium, item=changed(piece, **UNSHARED, **{name: ()}))
    told = changed(own, captions=captions_of_item(own, article))
    if media_item(told, article, piece.id) == piece:
        return told
    # Some name the language that all are in.
    kept = tuple([c for c in content.captions if c.language in (piece.language, None)])
    item = changed(piece, **UNSHARED, **{name: (cls(captions=kept),)})
    return changed(told, item=item)


def _translation(item: Article, article: Article) -> Translation:
    version = older_source(item.links, article) or article.version
    own = picked(item, OWN) | {"links": _less(item.links, source_links(article, version))}
    if own["source_version"] is None:
        own["source_version"] = older_source(item.links, article)
    ident = None if item.id == made_id(article.id, item.language) else item.id
    translation = Translation(id=ident, **own)
    if translation_item(translation, article) == item:
        return translation
    rest = Article(id=item.id, **picked(item, STORY))
    if any(getattr(item, name) for name in MEDIA):
        for media in ({}, without_captions(item), picked(item, MEDIA)):
            found = changed(translation, item=changed(rest, **media))
            if translation_item(found, article) == item:
                return found
    return changed(translation, item=rest)


def _placed(stubs: tuple[Translation, ...], arrived: list[Translation]) -> tuple[Translation, ...]:
    """Translations in the order the article names them, others after."""
    waiting = list(arrived)
    placed = []
    for known in stubs:
        fitting = (t for t in waiting if stub(t) == known)
        found = next(fitting, None)
        if found is not None:
            waiting.remove(found)
        placed.append(found or known)
    return (*placed, *waiting)

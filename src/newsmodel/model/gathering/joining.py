"""From items to articles and back: joining what belongs together, and taking it apart again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from newsmodel.model.article import MEDIA, OWN, STORY, Article, Translation, made_id, picked
from newsmodel.model.base import Model, changed
from newsmodel.model.blocks import Figure
from newsmodel.model.gathering.as_read import naming, noted, unnoted
from newsmodel.model.gathering.figures import with_items_shown, without_items_shown
from newsmodel.model.gathering.items import (
    KINDS,
    MEDIA_OF,
    SHARED,
    UNSHARED,
    apart,
    captions_of_item,
    is_sent,
    media_item,
    media_link,
    names_version,
    translation_id,
    translation_item,
    untold,
    versions_named,
)
from newsmodel.model.gathering.own_media import (
    linked_media,
    told_unshown,
    with_media_of,
    with_named_files,
    without_captions,
)
from newsmodel.model.gathering.shown_items import is_kept_back, names_of, names_shown
from newsmodel.model.gathering.sources import (
    linked_source,
    linked_version,
    without_links_to_source,
)
from newsmodel.model.inlines import Link
from newsmodel.model.media import Media
from newsmodel.model.transmission import Header
from newsmodel.model.tree import walk_nodes

__all__ = ["gathered", "scattered", "shown_by"]


# ------------------------------------------------------------------ taking apart
def scattered(
    article: Article, *, staying: Iterable[str] = (), told: Container[str] = ()
) -> tuple[Article, ...]:
    """The items an article is made of: its own, its translations', its media's.

    A translation known by language alone stays with the article. Where the items do not tell the
    order of media and captions, the article's own does; and what they would not give back as it is
    (two images of one id, say) is in that itself, and has no other.

    Args:
        article: the article.
        staying: ids of translations and media that are to have no items.
        told: ids of media whose items are somebody else's, and may say otherwise.
    """
    whole = unnoted(changed(article, message_header=None))
    plain = without_items_shown(whole)
    meant = untold(whole)
    kept = {*staying, *_twice(plain)}
    while True:
        for ordered in (False, True):
            items = apart(plain, ordered=ordered, staying=kept, told=told)
            back = [untold(unnoted(each)) for each in gathered(items)]
            if items == (whole,) or back == [meant]:
                return tuple([item for item in items if item.id not in told])
        unlike = _unlike(meant, back) - kept
        if not unlike:
            return (whole,)
        kept |= unlike


def _pieces(article: Article) -> list[tuple[str | None, Model]]:
    """The translations and media of an article, each with the id of its item, if that is known."""
    sent = (each for each in article.translations if is_sent(each))
    found: list[tuple[str | None, Model]] = [(translation_id(t, article), t) for t in sent]
    return found + [(medium.id, medium) for name in MEDIA for medium in getattr(article, name)]


def _twice(article: Article) -> set[str]:
    """The ids that more than one item would have."""
    count = Counter([article.id, *(ident for ident, _ in _pieces(article) if ident is not None)])
    return {ident for ident, number in count.items() if number > 1}


def _unlike(meant: Article, back: Sequence[Article]) -> set[str]:
    """The ids of what did not come back of an article as it was."""
    came = dict(piece for article in back for piece in _pieces(article))
    return {ident for ident, each in _pieces(meant) if ident and came.get(ident) != each}


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
    pieces: dict[str, list[Article]] = {}
    for piece in newest.values():
        names = names_of(piece, piece.id) if piece.id and _is_medium(piece) else ()
        for name in dict.fromkeys(names):
            pieces.setdefault(name, []).append(piece)
    wanted = {i for item in items if not _is_medium(item) for i in _referred(item, pieces)}
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


Pieces = Mapping[str, Sequence[Article]]
"""The items of media, by their ids and by the other names of what a text may show."""


def _referred(item: Article, pieces: Pieces) -> dict[str, Article]:
    """The items of media an item refers to by links and figures, by id, in order."""
    found = [piece for name in dict.fromkeys(shown_by(item)) for piece in pieces.get(name, ())]
    return {piece.id: piece for piece in found if piece.id != item.id}


def shown_by(item: Article) -> list[str]:
    """Names of what an item may show as its media: by links, by figures and what these show."""
    links = [link.residref for link in item.links if link.residref]
    figures = [node.image_id for _, node in walk_nodes(item.body) if isinstance(node, Figure)]
    return [*links, *figures, *names_shown(item)]


def _roots(newest: dict[str, Article], alternatives: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """For each item that is a translation, the id of the article it belongs to."""
    parents: dict[str, str] = {}
    for item in newest.values():
        _add_named(item, newest, parents)
    for item in newest.values():
        _add_parent(item, linked_source(item.links), newest, parents)
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


def _goes_round(item: Article, newest: dict[str, Article]) -> bool:
    """Whether items name each other as their sources, so that none can be the original."""
    seen, current = {item.id}, newest.get(item.source_id or "")
    while current is not None and current.id not in seen:
        seen.add(current.id)
        current = newest.get(current.source_id or "")
    return current is not None


def _add_named(item: Article, newest: dict[str, Article], parents: dict[str, str]) -> None:
    """Note the items that one names as its translations itself, whatever those are made from."""
    for ident in versions_named(item):
        is_known = ident in newest and not _is_medium(newest[ident]) and ident not in parents
        if is_known and _root(item.id, parents) != ident:
            parents[ident] = item.id


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


def _joined(item: Article, children: list[Article], pieces: Pieces) -> Article:
    held = {medium.id: medium for n in MEDIA for medium in getattr(item, n)}
    showing = children if _is_medium(item) else [item, *children]
    found = {ident: piece for each in showing for ident, piece in _referred(each, pieces).items()}
    referred = [*found.values()]
    bare = changed(item, links=_less(item.links, _generated_media_links(item, referred)))
    bare = changed(bare, links=without_links_to_source(bare, bare))
    media: dict[str, tuple[Media, ...]] = {}
    for number, piece in enumerate(sorted(referred, key=_media_order), 1):
        name, cls = MEDIA_OF[piece.kind]
        every, mere = media.get(name, getattr(item, name)), cls(id=piece.id)
        if held.get(piece.id, mere) != mere:
            continue  # what the article itself says of it counts
        at = every.index(mere) if mere in every else len(every)
        media[name] = (*every[:at], _medium(piece, bare, number), *every[at + 1 :])
    bare, taken_out = told_unshown(bare)
    bare = with_named_files(changed(bare, **media))
    theirs = [m for child in children for m in linked_media(child) if is_kept_back(m)]
    if linked := (*linked_media(bare), *theirs):
        lists = {n: [*getattr(bare, n)] for n in MEDIA}
        known = {m for each in lists.values() for m in each}
        ids = {m.id for m in known if m.id is not None}
        for medium in linked:
            new = medium not in known and medium.id not in ids
            if new and taken_out.isdisjoint(file.href for file in medium.renditions):
                lists[MEDIA_OF[KINDS[type(medium)]][0]].append(medium)
                known.add(medium)
        bare = changed(bare, **{name: tuple(each) for name, each in lists.items()})
    whole = with_media_of(bare, children)
    arrived = [(child.id, _translation(child, whole)) for child in children]
    translations = _placed(bare.translations, arrived)
    whole = with_items_shown(changed(whole, translations=translations))
    return noted(whole, naming)


def _media_order(piece: Article) -> int:
    return ["images", "videos", "audios"].index(MEDIA_OF[piece.kind][0])


def _generated_media_links(item: Article, referred: list[Article]) -> tuple[Link, ...]:
    versions = {piece.id: piece.version for piece in referred}
    own = {m.id: m.version for n in MEDIA for m in getattr(item, n) if m != type(m)(id=m.id)}
    versions |= {ident: own[ident] for ident in versions if ident in own}
    tail: list[Link] = []
    for link in reversed(item.links):
        name = link.residref or ""
        if name not in versions or link != media_link(name, versions.pop(name)):
            break
        tail.insert(0, link)
    return tuple(tail)


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
    own = picked(item, OWN)
    if own["source_version"] is None:
        own["source_version"] = linked_version(item.links)
    ident = None if item.id == made_id(article.id, item.language) else item.id
    translation = Translation(id=ident, **own)
    links = without_links_to_source(translation, article)
    translation = changed(translation, links=links)
    if translation_item(translation, article) == item:
        return translation
    rest = Article(id=item.id, **picked(item, STORY))
    if any(getattr(item, name) for name in MEDIA):
        for media in ({}, without_captions(item), picked(item, MEDIA)):
            found = changed(translation, item=changed(rest, **media))
            if translation_item(found, article) == item:
                return found
    return changed(translation, item=rest)


def _placed(
    named: tuple[Translation, ...], arrived: list[tuple[str, Translation]]
) -> tuple[Translation, ...]:
    """Translations in the order the article names them, others after."""
    waiting = list(arrived)
    placed = []
    for each in named:
        fitting = (one for one in waiting if names_version(each, one[0], one[1].language))
        found = next(fitting, None)
        if found is not None:
            waiting.remove(found)
        placed.append(found[1] if found is not None else each)
    return (*placed, *(translation for _, translation in waiting))

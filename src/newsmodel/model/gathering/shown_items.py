"""Which medium in a text is which item: the one that it names, or whose very file it shows.

Whoever wants to know that asks here. A medium in a text has the id that a reader gave it; it names
an item in that id, or by its first file, which then has no address. What may not be shown is shown
in no text, whether that names the item or not.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from newsmodel.model.article import Article
from newsmodel.model.blocks import Figure
from newsmodel.model.gathering.feeds import item_dialect
from newsmodel.model.in_text import AnyMedia, is_in_text, named_item
from newsmodel.model.media import Image, Media, Video
from newsmodel.model.nodes import Block
from newsmodel.model.rendition import Rendition
from newsmodel.model.tree import nodes_in
from newsmodel.model.vocabulary import Status

__all__ = [
    "Shown",
    "beside_text",
    "file_names",
    "held_in_text",
    "in_figures",
    "in_figures_of",
    "is_kept_back",
    "items_by_names",
    "items_named",
    "items_shown",
    "media_in",
    "named_by",
    "names_of",
    "names_shown",
    "path",
    "stand_ins",
]

_PROGRAM = re.compile(r"\.(?:php\d?|aspx?|ashx|jspx?|cgi|do|dll|html?)$", re.IGNORECASE)
_FILE = re.compile(r"\.[a-z][a-z0-9]{1,4}$", re.IGNORECASE)


def media_in(article: Article) -> tuple[Media, ...]:
    """The pictures, videos and sounds of an article."""
    return (*article.images, *article.videos, *article.audios)


def named_by(medium: Media) -> str | None:
    """The id of the item that a medium in a text names, having no file of its own."""
    first = medium.renditions[0] if medium.renditions and is_in_text(medium) else None
    return first.residref if first is not None and first.href is None else None


def _item_named(medium: Media) -> str | None:
    """The id of the item that a medium in a text names as what it shows."""
    return named_item(medium) or named_by(medium)


def is_kept_back(part: Article | Media) -> bool:
    """Whether there are orders not to show an item or a medium, now or for ever."""
    return part.status is not Status.USABLE or part.embargo is not None


# ------------------------------------------------------------------ among the items of a message
def names_shown(article: Article) -> Iterator[str]:
    """What the media in a text say of the items that they show: ids, and addresses of files."""
    for medium in media_in(article):
        if is_in_text(medium):
            named = _item_named(medium)
            yield from _addresses(medium)
            if named is not None:
                yield named


def names_of(part: Article | Media, ident: str) -> Iterator[str]:
    """By what of that a text shows the item of a medium: the files only of what is kept back.

    Args:
        part: the item, or its medium in an article.
        ident: the id of the item.
    """
    yield ident
    if is_kept_back(part):
        for medium in [part] if isinstance(part, Media) else media_in(part):
            yield from _addresses(medium)


def _addresses(medium: Media) -> Iterator[str]:
    """The addresses of its files, no id being like them."""
    return (f"file {file.href}" for file in _shown_files(medium) if file.href)


def _shown_files(medium: Media) -> tuple[Rendition, ...]:
    """Its files, and the still that is shown before a video plays in a text."""
    still = medium.poster if isinstance(medium, Video) and is_in_text(medium) else None
    return medium.renditions if still is None else (*medium.renditions, still)


# ------------------------------------------------------------------ among the media of an article
def items_named(article: Article) -> list[str]:
    """The ids of items that media in the text of an article name."""
    return [name for each in media_in(article) if (name := named_item(each)) is not None]


def stand_ins(article: Article) -> dict[str, str]:
    """The ids of media in the text that no figure shows, each with the id of its item."""
    named = items_by_names(article)
    shown = in_figures_of(article) if named else set()
    return {mine: item for mine, item in named.items() if mine not in shown}


def items_by_names(article: Article) -> dict[str, str]:
    """The ids of media in the text that name an item which is here, each with the id of that.

    A picture may stand for a video; what plays is of the kind of its item.
    """
    if item_dialect(article) is None:
        return {}
    naming = [(m, name) for m in media_in(article) if (name := named_item(m)) is not None]
    held = {medium.id: medium for medium in media_in(article)} if naming else {}
    return {
        medium.id or "": name
        for medium, name in naming
        if name in held and isinstance(medium, (Image, type(held[name])))
    }


def in_figures(*bodies: Iterable[Block]) -> set[str]:
    """The ids of what figures of some bodies show."""
    return {n.image_id for body in bodies for n in nodes_in(body) if isinstance(n, Figure)}


def in_figures_of(article: Article) -> set[str]:
    """The ids of what figures show, in whatever language."""
    return in_figures(article.body, *[each.body for each in article.translations])


class Shown(NamedTuple):
    """Media of an article that are one: items, and what shows these in a text."""

    items: list[str | None]
    in_text: list[str | None]


def items_shown(media: Mapping[str | None, Media]) -> list[Shown]:
    """The ids of media in texts with those of the items they name, or whose files they show.

    A file of the same name is the same, perhaps in another size, where neither is shown itself.

    Args:
        media: the media of an article by id.
    """
    named: dict[str, Shown] = {}
    others: dict[str | None, Media] = {}
    for ident, medium in media.items():
        item = _item_named(medium)
        if item is not None and item in media:
            named.setdefault(item, Shown([item], [])).in_text.append(ident)
        else:
            others[ident] = medium
    same = _with_one({i: {*_addresses(m)} for i, m in others.items()}, media)
    known = {ident for shown in same for ids in shown for ident in ids}
    others = {i: m for i, m in others.items() if i not in known}
    alike = _with_one({i: _names(m) for i, m in others.items()}, media)
    return [*named.values(), *same, *alike]


def _with_one(
    said: Mapping[str | None, set[str]], media: Mapping[str | None, Media]
) -> list[Shown]:
    """Items and media in texts that have an address or a name together."""
    found: dict[str, Shown] = {}
    for ident, words in said.items():
        for each in words:
            shown = found.setdefault(each, Shown([], []))
            (shown.in_text if is_in_text(media[ident]) else shown.items).append(ident)
    return [each for each in found.values() if all(each)]


def beside_text(media: Sequence[AnyMedia], body: Iterable[Block]) -> list[AnyMedia]:
    """The media of an article that its text does not show: once is enough."""
    if not media:
        return []
    placed: set[str | None] = {*in_figures(body)}
    placed |= {named_by(medium) for medium in media if medium.id in placed}
    return [m for m in media if m.id is None or not (is_in_text(m) or m.id in placed)]


def held_in_text(media: Iterable[Media], placed: Container[str | None]) -> set[str | None]:
    """The ids of items kept back until now whose files figures show: once is enough.

    An item that says whose the picture is, where no figure does, stands beside the text.

    Args:
        media: the media of an article.
        placed: the ids of those that figures show.
    """
    held = {medium.id: medium for medium in media}
    if not any(map(is_kept_back, held.values())):
        return set()
    found: set[str | None] = set()
    for items, in_text in items_shown(held):
        figures = [held[ident] for ident in in_text if ident in placed]
        is_credited = any(map(_is_credited, figures))
        for ident in items if figures else ():
            if is_kept_back(held[ident]) and (is_credited or not _is_credited(held[ident])):
                found.add(ident)
    return found


def _is_credited(medium: Media) -> bool:
    """Whether it says who took it, or whose it is."""
    said = (medium.credit, medium.creator, medium.rights)
    return any(said) or any(c.credit or c.photographers or c.agencies for c in medium.captions)


def _names(medium: Media) -> set[str]:
    """The names of its files, which those of programs are not."""
    names = [_name(file.href) for file in _shown_files(medium) if file.href]
    return {name for name in names if _FILE.search(name) and not _PROGRAM.search(name)}


def file_names(medium: Media) -> set[str]:
    """The names of its files, whatever folder each size is in."""
    return {_name(file.href or "") for file in medium.renditions} - {""}


def _name(address: str) -> str:
    return path(address).rpartition("/")[2].lower()


def path(address: str) -> str:
    """The path in an address; "" for one that is none."""
    try:
        return urlsplit(address).path
    except ValueError:
        return ""

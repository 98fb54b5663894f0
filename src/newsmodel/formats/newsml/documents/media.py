"""The media an item itself is about, or that stand beside its text."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.formats.newsml.carrying.telling import key_of
from newsmodel.formats.newsml.names import FORMAT, MEDIA
from newsmodel.formats.newsml.properties.files import media_of
from newsmodel.formats.newsml.properties.table import MEDIA_ROWS
from newsmodel.formats.newsml.xml.markup import element_of, serialized
from newsmodel.model import Article, Extension, Media, Rendition
from newsmodel.model.base import changed, told_by
from newsmodel.model.gathering.feeds import item_dialect
from newsmodel.model.gathering.own_media import own_medium, stands_in_text

__all__ = ["is_native", "own_media", "with_their_files"]


def own_media(article: Article) -> tuple[Media, ...]:
    """The picture, video or sound an item is about, or those that stand beside its text."""
    if article.kind in MEDIA:
        medium = own_medium(article)
        return () if medium is None else (medium,)
    if item_dialect(article) is None:
        return ()
    every = (*article.images, *article.videos, *article.audios)
    return tuple([medium for medium in every if not stands_in_text(medium, article)])


_IS_ABOUT = {cls: told_by(cls, [row.field for row in MEDIA_ROWS]) for _, cls in MEDIA.values()}
_IS_SHOWN = {cls: told_by(cls, [MEDIA_ROWS[-1].field]) for _, cls in MEDIA.values()}
"""For each class of media whether the rows say all of one: of an item's own, of one in a text."""


def is_native(article: Article, media: tuple[Media, ...], told: tuple[Media, ...]) -> bool:
    """Whether the media of an item are just those that its rows write, and those of its body."""
    if article.kind in MEDIA and not media:
        return False
    held: list[Media] = []
    for name, cls in dict(MEDIA.values()).items():
        every = getattr(article, name)
        in_body = tuple([each for each in told if isinstance(each, cls)])
        if every[: len(in_body)] != in_body:
            return False
        held += every[len(in_body) :]
    if not held:
        return True
    if len(held) != len(media) or any(one is not two for one, two in zip(held, media, strict=True)):
        return False
    if article.kind in MEDIA:
        return _IS_ABOUT[type(media[0])](media[0])
    files = [file for medium in media for file in medium.renditions]
    return all(_IS_SHOWN[type(m)](m) for m in media) and media_of(files) == held


# ------------------------------------------------------------------ that have items now
_FILE = "contentSet/remoteContent"


def with_their_files(items: tuple[Article, ...]) -> tuple[Article, ...]:
    """The items of an article, in which what is carried for a file stands with it.

    A file that came in the article's item is in one of its own once its medium says more than that.
    """
    first = items[0]
    waiting = [e for e in first.extensions if e.format == FORMAT and e.place.startswith(_FILE)]
    if not waiting or len(items) == 1:
        return items
    here = _files_of(own_media(first))
    moved: list[Extension] = []
    others = []
    for item in items[1:]:
        media = own_media(item) if item.kind in MEDIA else ()
        theirs = [file for file in _files_of(media) if file not in here]
        found = [e for e in waiting if e not in moved and any(_is_of(e, f) for f in theirs)]
        moved += found
        others.append(changed(item, extensions=(*item.extensions, *found)) if found else item)
    rest = tuple([each for each in first.extensions if each not in moved])
    return (changed(first, extensions=rest) if moved else first, *others)


def _files_of(media: Iterable[Media]) -> list[Rendition]:
    return [file for medium in media for file in medium.renditions]


def _is_of(extension: Extension, file: Rendition) -> bool:
    """Whether something is carried for a file: a piece of its element, or all of that."""
    key = key_of(file)
    if extension.place == _FILE and serialized(extension.content) is not None:
        return bool(key) and key in map(str, element_of(extension.content).values())
    return extension.place.startswith(f"{_FILE}[={key!r}]")

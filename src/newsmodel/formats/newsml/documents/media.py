"""The media an item itself is about, or that stand beside its text."""

from __future__ import annotations

from newsmodel.formats.newsml.names import MEDIA
from newsmodel.formats.newsml.properties.files import media_of
from newsmodel.formats.newsml.properties.table import MEDIA_ROWS
from newsmodel.model import Article, Media
from newsmodel.model.base import told_by
from newsmodel.model.feeds import item_dialect
from newsmodel.model.own_media import stands_in_text

__all__ = ["is_native", "own_media"]


def own_media(article: Article) -> tuple[Media, ...]:
    """The picture, video or sound an item is about, or those that stand beside its text."""
    if article.kind in MEDIA:
        held: tuple[Media, ...] = getattr(article, MEDIA[article.kind][0])
        return held[-1:]
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

"""What comes back of an item and others do not see: it has no item, or no place in one."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newsmodel.formats.newsml.documents.media import own_media
from newsmodel.formats.newsml.documents.orders import has_rights
from newsmodel.formats.newsml.names import MEDIA
from newsmodel.model import Article, Loss, Media
from newsmodel.model.article import made_id
from newsmodel.model.base import told_by
from newsmodel.model.gathering.items import is_sent, translation_id
from newsmodel.model.gathering.own_media import (
    linked_media,
    stands_beside_text,
    stands_in_text,
)

__all__ = ["unseen"]

_NO_ITEM = "it has no item of its own in the message: others do not see it"
_ONE = "an item is about one picture, video or sound: others do not see this one"
_OTHERS = "the item says other rights: others see those alone"
_IS_REFERENCE = {cls: told_by(cls, ["id"]) for _, cls in MEDIA.values()}


def unseen(article: Article, path: str = "$", others: Collection[str] = ()) -> Iterator[Loss]:
    """What of an article others do not see, since it stands in the article's item alone.

    Args:
        article: the article.
        path: where it is.
        others: the ids of the items of its translations and media.
    """
    for number, translation in enumerate(article.translations):
        if is_sent(translation) and translation_id(translation, article) not in others:
            yield Loss(path=f"{path}.translations[{number}]", reason=_NO_ITEM)
    if not (article.images or article.videos or article.audios):
        return
    is_medium, own, linked = article.kind in MEDIA, own_media(article), linked_media(article)
    for name in dict(MEDIA.values()):
        for number, medium in enumerate(getattr(article, name)):
            place = f"{path}.{name}[{number}]"
            if is_medium and any(medium is each for each in own):
                if _says_other_rights(medium, article):
                    yield Loss(path=f"{place}.rights", reason=_OTHERS)
            elif not (
                _is_told(medium, article) or medium in linked or _has_item(medium, article, others)
            ):
                yield Loss(path=place, reason=_ONE if is_medium else _NO_ITEM)


def _says_other_rights(medium: Media, article: Article) -> bool:
    return medium.rights not in (None, article.rights) and has_rights(article)


def _is_told(medium: Media, article: Article) -> bool:
    """Whether it stands in the text or beside it, or is a mere reference to an item."""
    beside = stands_in_text(medium, article) or stands_beside_text(medium, article)
    return beside or bool(_IS_REFERENCE[type(medium)](medium))


def _has_item(medium: Media, article: Article, others: Collection[str]) -> bool:
    """Whether one of these items is that of a medium; all that have no ids have items, or none."""
    if medium.id is not None:
        return medium.id in others
    return any(ident.startswith(made_id(article.id, "media-")) for ident in others)

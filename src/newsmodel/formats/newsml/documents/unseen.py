"""What comes back and others do not see: it has no item, or no place in one."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newsmodel.formats.newsml.documents.media import own_media
from newsmodel.formats.newsml.documents.orders import has_rights
from newsmodel.formats.newsml.names import MEDIA
from newsmodel.model import Access, Article, LanguageVersion, Loss, Media
from newsmodel.model.article import made_id
from newsmodel.model.base import told_by
from newsmodel.model.gathering.items import is_sent, translation_id
from newsmodel.model.gathering.own_media import (
    linked_media,
    stands_beside_text,
    stands_in_text,
)

__all__ = ["unsaid", "unseen"]

_NO_ITEM = "it has no item of its own in the message: others do not see it"
_ONE = "an item is about one picture, video or sound: others do not see this one"
_FILE_ALONE = "beside a text its item has its file alone: others do not see the rest of it"
_NO_PLACE = "NewsML-G2 has no place for it: others do not see it"
_ORDERS = ("corrections", "content_warnings", "sponsor")
"""What readers are owed, and is written for this library alone."""
_OTHERS = "the item says other rights: others see those alone"
_IS_REFERENCE = {cls: told_by(cls, ["id"]) for _, cls in MEDIA.values()}
_IS_FILE = {cls: told_by(cls, ["renditions"]) for _, cls in MEDIA.values()}


def unsaid(article: Article, path: str = "$") -> Iterator[Loss]:
    """What readers are to be told, or who may read, for which the standard has no place.

    Args:
        article: the article.
        path: where it is.
    """
    versions: list[tuple[str, LanguageVersion]] = [(path, article)]
    versions += [(f"{path}.translations[{n}]", t) for n, t in enumerate(article.translations)]
    for place, version in versions:
        paths = [name for name in _ORDERS if getattr(version, name, None)]
        told = enumerate(version.provenance)
        paths += [f"provenance[{n}].disclosure" for n, each in told if each.disclosure]
        yield from [Loss(path=f"{place}.{name}", reason=_NO_PLACE) for name in paths]
    if article.access not in (None, Access.FREE):
        yield Loss(path=f"{path}.access", reason=_NO_PLACE)


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
    own, linked = own_media(article), linked_media(article)
    for name in dict(MEDIA.values()):
        for number, medium in enumerate(getattr(article, name)):
            is_own = any(medium is each for each in own)
            found = _unseen_of(medium, article, others, is_own=is_own, is_linked=medium in linked)
            if found is not None:
                field, reason = found
                yield Loss(path=f"{path}.{name}[{number}]{field}", reason=reason)


def _unseen_of(
    medium: Media, article: Article, others: Collection[str], *, is_own: bool, is_linked: bool
) -> tuple[str, str] | None:
    """What of a medium others do not see, the field that holds it first; None for nothing.

    Args:
        medium: the medium.
        article: its article.
        others: the ids of the items of translations and media.
        is_own: whether it stands in the item of the article.
        is_linked: whether a link tells of it.
    """
    is_medium = article.kind in MEDIA
    if is_own and is_medium:
        return (".rights", _OTHERS) if _says_other_rights(medium, article) else None
    if is_linked or _has_item(medium, article, others):
        return None
    if is_own:
        return None if _IS_FILE[type(medium)](medium) else ("", _FILE_ALONE)
    told = _is_told(medium, article)
    return None if told else ("", _ONE if is_medium else _NO_ITEM)


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

"""What comes back and others do not see: it has no item, or no place in one."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.formats.newsml.documents.media import own_media
from newsmodel.formats.newsml.documents.orders import has_rights
from newsmodel.formats.newsml.names import MEDIA
from newsmodel.model import Access, Article, LanguageVersion, Loss, Media
from newsmodel.model.base import told_by
from newsmodel.model.gathering.items import is_sent
from newsmodel.model.gathering.own_media import linked_media, stands_in_text

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


def unseen(article: Article, path: str = "$") -> Iterator[Loss]:
    """What of an article that is written as one item others do not see.

    Args:
        article: the article, with translations and media that have no items of their own.
        path: where it is.
    """
    for number, translation in enumerate(article.translations):
        if is_sent(translation):
            yield Loss(path=f"{path}.translations[{number}]", reason=_NO_ITEM)
    if not (article.images or article.videos or article.audios):
        return
    is_medium, own, linked = article.kind in MEDIA, own_media(article), linked_media(article)
    for name in dict(MEDIA.values()):
        for number, medium in enumerate(getattr(article, name)):
            place = f"{path}.{name}[{number}]"
            if any(medium is each for each in own):
                if is_medium and _says_other_rights(medium, article):
                    yield Loss(path=f"{place}.rights", reason=_OTHERS)
                elif not (is_medium or _IS_FILE[type(medium)](medium) or medium in linked):
                    yield Loss(path=place, reason=_FILE_ALONE)
            elif not (_is_told(medium, article) or medium in linked):
                yield Loss(path=place, reason=_ONE if is_medium else _NO_ITEM)


def _says_other_rights(medium: Media, article: Article) -> bool:
    return medium.rights not in (None, article.rights) and has_rights(article)


def _is_told(medium: Media, article: Article) -> bool:
    """Whether it stands in the text, or is no more than the id of one that has an item."""
    return stands_in_text(medium, article) or bool(_IS_REFERENCE[type(medium)](medium))

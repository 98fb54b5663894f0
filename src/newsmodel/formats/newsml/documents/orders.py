"""What an item says of the media it shows: others look for status, embargo and rights there."""

from __future__ import annotations

from typing import Any

from newsmodel.formats._shared.strictest import latest, strictest
from newsmodel.formats.newsml.names import FORMAT, MEDIA
from newsmodel.model import Article, Media, Status
from newsmodel.model.base import changed
from newsmodel.model.gathering.own_media import own_medium
from newsmodel.model.public import is_for_nobody

__all__ = ["has_rights", "is_allowed_in", "is_for_readers_of", "with_orders"]

_RIGHTS = "rightsInfo"


# ------------------------------------------------------------------ what an item is about
def with_orders(article: Article) -> Article:
    """The article as its item tells it: no freer than the picture, video or sound it is about.

    The very article where it is as strict itself.
    """
    medium = own_medium(article) if article.kind in MEDIA else None
    changes = {} if medium is None else _orders(article, medium)
    return changed(article, **changes) if changes else article


def _orders(article: Article, medium: Media) -> dict[str, Any]:
    """The fields that the item must say otherwise than the article."""
    told = {
        "status": strictest([article.status, medium.status]),
        "embargo": latest([article.embargo, medium.embargo]),
        "rights": article.rights if has_rights(article) else medium.rights,
    }
    return {name: value for name, value in told.items() if value != getattr(article, name)}


def has_rights(article: Article) -> bool:
    """Whether an item says anything of rights itself."""
    return article.rights is not None or any(
        e.format == FORMAT and e.place.startswith(_RIGHTS) for e in article.extensions
    )


# ------------------------------------------------------------------ what it shows besides
def is_allowed_in(article: Article, medium: Media) -> bool:
    """Whether a medium may be used wherever the item that shows it may."""
    if medium.status is Status.USABLE and medium.embargo is None:
        return True
    is_as_free = strictest([article.status, medium.status]) is article.status
    return is_as_free and latest([article.embargo, medium.embargo]) == article.embargo


def is_for_readers_of(article: Article, medium: Media) -> bool:
    """Whether the text of an item may show a medium."""
    return is_allowed_in(article, medium) and not is_for_nobody(medium)

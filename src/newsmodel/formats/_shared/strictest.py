"""Which of several statuses and embargoes counts: the one that keeps news from readers longest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, timezone

from newsmodel.model import Embargo, Figure, LanguageVersion, Media, Status
from newsmodel.model.base import changed
from newsmodel.model.gathering.as_read import is_noted, shown_for
from newsmodel.model.tree import nodes_in

__all__ = [
    "LAST_ON_EARTH",
    "as_named",
    "is_allowed_in",
    "latest",
    "shows_forbidden",
    "strictest",
]

LAST_ON_EARTH = timezone(timedelta(hours=-12))
"""The offset of an embargo's end that has none: it is over where that hour comes last."""
_STRICTNESS = (Status.USABLE, Status.WITHHELD, Status.CANCELED)
_AT_NO_TIME = datetime.max.replace(tzinfo=UTC)


def strictest(statuses: Iterable[Status]) -> Status:
    """The status among some that allows least; usable for none."""
    return max(statuses, key=_STRICTNESS.index, default=Status.USABLE)


def latest(embargoes: Iterable[Embargo | None]) -> Embargo | None:
    """The embargo that ends last, which is any without an end; None for none."""
    return max(filter(None, embargoes), key=_end, default=None)


def is_allowed_in(version: LanguageVersion, medium: Media) -> bool:
    """Whether a medium may be used wherever the article or translation that shows it may."""
    if medium.status is Status.USABLE and medium.embargo is None:
        return True
    is_as_free = strictest([version.status, medium.status]) is version.status
    return is_as_free and latest([version.embargo, medium.embargo]) == version.embargo


def as_named(medium: Media, media: Mapping[str | None, Media]) -> Media:
    """A medium no freer than the one whose item it names, if that is among media by their ids."""
    item = shown_for(medium, media)
    if item is medium or (item.status is Status.USABLE and item.embargo is None):
        return medium
    status = strictest([medium.status, item.status])
    return changed(medium, status=status, embargo=latest([medium.embargo, item.embargo]))


def shows_forbidden(version: LanguageVersion, media: Mapping[str | None, Media]) -> bool:
    """Whether a text shows a medium that may not be used where it may, and did not come so.

    Args:
        version: the article or translation.
        media: the media that its figures may show, by id; those noted came so.
    """
    forbidden = {
        ident
        for ident, medium in media.items()
        if not is_allowed_in(version, shown_for(medium, media)) and not is_noted(medium)
    }
    return bool(forbidden) and any(
        isinstance(node, Figure) and node.image_id in forbidden for node in nodes_in(version.body)
    )


def _end(embargo: Embargo) -> tuple[bool, datetime]:
    until = embargo.until
    if until is None:
        return True, _AT_NO_TIME
    return False, until if until.tzinfo else until.replace(tzinfo=LAST_ON_EARTH)

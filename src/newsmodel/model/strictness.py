"""Which of several statuses and embargoes counts: the one that keeps news from readers longest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

from newsmodel.model.rights import Embargo
from newsmodel.model.vocabulary import Status

__all__ = ["LAST_ON_EARTH", "latest", "strictest"]

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


def _end(embargo: Embargo) -> tuple[bool, datetime]:
    until = embargo.until
    if until is None:
        return True, _AT_NO_TIME
    return False, until if until.tzinfo else until.replace(tzinfo=LAST_ON_EARTH)

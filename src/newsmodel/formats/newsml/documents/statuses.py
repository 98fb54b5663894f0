"""Whether an item may be used, by all its `pubStatus` says, in whatever way."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsmodel.formats.newsml.names import STATUS_OF
from newsmodel.model import Concept, Status

__all__ = ["is_legible", "status_of"]

_BETWEEN = re.compile(r"[\s/:#?=]+")


def status_of(said: Concept | None) -> Status:
    """The status an item has, usable where it names none; see `is_legible`.

    Where its code, its address and its words say different things, the strictest counts. What
    cannot be read counts as withheld: it may be a kill.
    """
    if said is None:
        return Status.USABLE
    found = _told(said)
    if Status.CANCELED in found:
        return Status.CANCELED
    return Status.USABLE if {*found} == {Status.USABLE} else Status.WITHHELD


def is_legible(said: Concept | None) -> bool:
    """Whether each of the codes that a `pubStatus` gives is that of a status."""
    return said is None or None not in _told(said)


def _told(said: Concept) -> list[Status | None]:
    """What it says, in each way it says it; None for a code that is none, or for nothing at all."""
    codes = [_meant(each) for each in (said.qcode, said.uri) if each is not None]
    words = _known([said.literal or "", *[name.value for name in said.names]])
    return [*codes, *words] or [None]


def _known(words: Iterable[str]) -> list[Status]:
    found = [_meant(each) for each in words if each]
    return [each for each in found if each is not None]


def _meant(code: str) -> Status | None:
    """The status a code or a word stands for, whatever its scheme and its case."""
    parts = [each for each in _BETWEEN.split(code.lower()) if each]
    return STATUS_OF.get(parts[-1]) if parts else None

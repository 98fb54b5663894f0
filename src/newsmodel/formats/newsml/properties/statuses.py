"""Whether an item may be used, by all that its codes say."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.formats._shared.statuses import MEANT
from newsmodel.model import Concept, Status

__all__ = ["stated", "status_of"]


def status_of(said: Concept | None) -> Status:
    """The status an item has, as `stated` gives it."""
    return stated(said)[0]


def stated(said: Concept | None) -> tuple[Status, bool]:
    """The status an item has, usable where it names none; and whether it can be read.

    Where its code, its address and its words say different things, the strictest counts. What
    cannot be read counts as withheld: it may be a kill.
    """
    if said is None:
        return Status.USABLE, True
    codes = [MEANT[each] for each in (said.qcode, said.uri) if each is not None]
    if said.literal or said.names:
        codes += _known([said.literal or "", *[name.value for name in said.names]])
    if Status.CANCELED in codes:
        status = Status.CANCELED
    else:
        status = Status.USABLE if {*codes} == {Status.USABLE} else Status.WITHHELD
    return status, bool(codes) and None not in codes


def _known(words: Iterable[str]) -> list[Status]:
    found = [MEANT[each] for each in words if each]
    return [each for each in found if each is not None]

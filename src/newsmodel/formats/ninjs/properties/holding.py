"""What keeps news from readers: its status and its embargo, however they are spelled.

As in NewsML-G2 what cannot be read is never read as "may be published": it may be a kill.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsmodel.formats._shared.statuses import MEANT
from newsmodel.formats._shared.strictest import LAST_ON_EARTH, latest, strictest
from newsmodel.formats._shared.times import loosely
from newsmodel.formats.ninjs.names import NO_END
from newsmodel.formats.ninjs.properties.values import Odd, as_moment, fitting, moment
from newsmodel.formats.ninjs.versions.dialects import kept_name
from newsmodel.model import Embargo, Status

__all__ = ["NAMES", "STRAY", "as_embargo", "effect", "embargo", "held_by", "status"]


def status(value: Any) -> Status:
    """Whether it may be used; what cannot be read counts as withheld.

    Raises:
        Odd: nothing is said.
    """
    if value is None:
        raise Odd
    return (MEANT[value] if isinstance(value, str) else None) or Status.WITHHELD


def embargo(value: Any) -> Embargo:
    """An embargo from its end; one that cannot be read counts as open-ended.

    Raises:
        Odd: there is none.
    """
    if value is None or value is False:
        raise Odd
    if value == NO_END or not isinstance(value, str):
        return Embargo()
    try:
        return Embargo(until=moment(value))
    except Odd:
        return _loose(value)


def _loose(value: str) -> Embargo:
    try:
        return Embargo(until=fitting(Embargo, "until", loosely(value.strip())))
    except Odd:
        return Embargo()


def as_embargo(value: Embargo) -> str:
    """The end of an embargo; one without a zone ends where that hour comes last on Earth."""
    if value.until is None:
        return NO_END
    return as_moment(value.until) or value.until.replace(tzinfo=LAST_ON_EARTH).isoformat()


# ------------------------------------------------------------------ under other names
_NEWEST = {
    "pubStatus": "pubStatus", "pubstatus": "pubStatus",
    "embargoedUntil": "embargoedUntil", "embargoed": "embargoedUntil",
}  # fmt: skip
NAMES: Mapping[str, str] = _NEWEST | {
    kept_name(name, version): new for name, new in _NEWEST.items() for version in "12"
}
"""For each name under which a document may hold news back the one it has in the newest version."""
STRAY = frozenset(NAMES) - {*_NEWEST.values()}
"""The names among them that are those of another version than the document's."""


def held_by(said: Mapping[str, Any]) -> tuple[Status | None, Embargo | None]:
    """The strictest status and embargo of what is said under these names; None for nothing."""
    statuses, embargoes = [], []
    for name, value in said.items():
        try:
            if NAMES[name] == "pubStatus":
                statuses.append(status(value))
            else:
                embargoes.append(embargo(value))
        except Odd:
            continue
    return strictest(statuses) if statuses else None, latest(embargoes)


def effect(name: str, value: Any) -> str | None:
    """What a strange status or embargo counts as, for those who are told that it is strange."""
    said, until = held_by({name: value})
    if said is not None:
        return f"it counts as {said}"
    if until is not None:
        return f"it counts as {'open-ended' if until.until is None else f'ending {until.until}'}"
    return None

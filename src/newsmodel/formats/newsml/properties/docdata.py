"""What NITF says of itself that keeps it from readers (NITF 3.6: `docdata`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from newsmodel.formats._shared.nitf import when
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Embargo

__all__ = ["kept_from_readers", "released", "times_in"]

_CLOSED = frozenset("canceled cancelled killed embargoed withheld".split())
_RELEASE, _EXPIRE = "date.release", "date.expire"
_SAYING = {_RELEASE: "is not to be released before", _EXPIRE: "expires on"}

_COUNTS = "it counts where the item says nothing of that"
_NO_TIME = "that is no time of day, and does not count"


def kept_from_readers(root: Element) -> Iterator[str]:
    """What to tell of NITF that says of itself that it is not for readers (yet): the item decides.

    Source: `docdata/@management-status`, `date.release` and `date.expire`.
    """
    for each in root.iter("{*}docdata"):
        said = (each.get("management-status") or "").strip()
        if said.lower() in _CLOSED:
            yield f"the NITF in it says that it is {said!r}: what the item says of that counts"
        for name, words in _SAYING.items():
            for date in _dates(each, name):
                what = f"the NITF in it says that it {words} {date!r}"
                yield f"{what}: {_NO_TIME if _MOMENTS[name](date) is None else _COUNTS}"


def times_in(root: Element) -> dict[str, Any]:
    """The embargo and the expiry of NITF as fields of the article: of each the first."""
    said: dict[str, Any] = {}
    for each in root.iter("{*}docdata"):
        for name, moment in _MOMENTS.items():
            moments = [found for d in _dates(each, name) if (found := moment(d)) is not None]
            if moments:
                said.setdefault(name, moments[0])
    fields: dict[str, Any] = {}
    if _RELEASE in said:
        fields["embargo"] = Embargo(until=said[_RELEASE])
    if _EXPIRE in said:
        fields["expires"] = said[_EXPIRE]
    return fields


def released(norm: str) -> datetime | None:
    """The moment of a release; of a day its first, with no offset. None for others."""
    found = when(norm)
    return (
        found if found is None or isinstance(found, datetime) else datetime.combine(found, time())
    )


def _expired(norm: str) -> datetime | None:
    found = when(norm)
    return found if isinstance(found, datetime) else None


_MOMENTS = {_RELEASE: released, _EXPIRE: _expired}


def _dates(docdata: Element, name: str) -> list[str]:
    """The dates of a name, but for the one on which it was issued: what came then is out."""
    issued = {when(each) or each for each in _norms(docdata, "date.issue")}
    issued |= {each.date() for each in issued if isinstance(each, datetime)}
    return [d for d in _norms(docdata, name) if d and (when(d) or d) not in issued]


def _norms(docdata: Element, name: str) -> dict[str, None]:
    found = docdata.iterchildren(f"{{*}}{name}")
    return dict.fromkeys([(each.get("norm") or "").strip() for each in found])

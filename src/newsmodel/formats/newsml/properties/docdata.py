"""What NITF says of itself that keeps it from readers (NITF 3.6: `docdata`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, time
from typing import Any

from newsmodel.formats._shared.nitf import when
from newsmodel.formats._shared.strictest import latest
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Embargo

__all__ = ["is_over", "kept_from_readers", "released", "times_in"]

_CLOSED = frozenset("canceled cancelled killed embargoed withheld".split())
_RELEASE, _EXPIRE = "date.release", "date.expire"
_SAYING = {_RELEASE: "is not to be released before", _EXPIRE: "expires on"}

_COUNTS = "it counts where the item says nothing of that"
_OPEN = "that cannot be read: it counts as open-ended where the item says nothing of that"
_NO_TIME = "that is no time of day, and does not count"
_UNFILLED = re.compile(r"((C*+Y++|J++|A++|0++)[MDJTHS0\W_]*+Z?)?", re.IGNORECASE)
"""What stands where nobody gave a time: YYYYMMDD000000-HHMM, in letters of some language."""
_OPEN_ENDED = Embargo()


def kept_from_readers(root: Element, *, beside: bool = False) -> Iterator[str]:
    """What to tell of NITF that says of itself that it is not for readers (yet): the item decides.

    Source: `docdata/@management-status`, `date.release` and `date.expire`.

    Args:
        root: where it stands.
        beside: whether it is another text than the body: then its expiry does not count.
    """
    where = "beside the body, the NITF in it" if beside else "the NITF in it"
    for each in root.iter("{*}docdata"):
        said = (each.get("management-status") or "").strip()
        if said.lower() in _CLOSED:
            yield f"{where} says that it is {said!r}: what the item says of that counts"
        for name, words in _SAYING.items():
            for date in _dates(each, name):
                found = _VALUES[name](date)
                told = _OPEN if found == _OPEN_ENDED else _NO_TIME if found is None else _COUNTS
                if beside and name == _EXPIRE:
                    told = "that does not count"
                yield f"{where} says that it {words} {date!r}: {told}"


def times_in(root: Element) -> dict[str, Any]:
    """The embargo of NITF that ends last, and its first expiry, as fields of the article."""
    said: dict[str, list[Any]] = {name: [] for name in _SAYING}
    for each in root.iter("{*}docdata"):
        for name, value in _VALUES.items():
            said[name] += filter(None, [value(date) for date in _dates(each, name)])
    fields = {"embargo": latest(said[_RELEASE]), "expires": next(iter(said[_EXPIRE]), None)}
    return {field: value for field, value in fields.items() if value is not None}


def is_over(said: object, created: datetime | None) -> bool:
    """Whether it is an embargo that had ended when the item was made: many NITF name that hour.

    A time without an offset is one of the clock by which the item was made.
    """
    if not isinstance(said, Embargo) or said.until is None or created is None:
        return False
    if said.until.tzinfo is None or created.tzinfo is None:
        return said.until.replace(tzinfo=None) <= created.replace(tzinfo=None)
    return said.until <= created


def released(norm: str) -> Embargo | None:
    """The embargo that a release is: of a day until its first moment, with no offset.

    One that cannot be read is open-ended; None for a template that nobody filled in.
    """
    found = when(norm)
    if found is None:
        return None if _UNFILLED.fullmatch(norm.strip()) else _OPEN_ENDED
    return Embargo(until=found if isinstance(found, datetime) else datetime.combine(found, time()))


def _expired(norm: str) -> datetime | None:
    found = when(norm)
    return found if isinstance(found, datetime) else None


_VALUES: Mapping[str, Callable[[str], Any]] = {_RELEASE: released, _EXPIRE: _expired}


def _dates(docdata: Element, name: str) -> list[str]:
    """The dates of a name, but for the one on which it was issued: what came then is out."""
    issued = {when(each) or each for each in _norms(docdata, "date.issue")}
    issued |= {each.date() for each in issued if isinstance(each, datetime)}
    return [d for d in _norms(docdata, name) if d and (when(d) or d) not in issued]


def _norms(docdata: Element, name: str) -> dict[str, None]:
    found = docdata.iterchildren(f"{{*}}{name}")
    return dict.fromkeys([(each.get("norm") or "").strip() for each in found])

"""What the head of a body says of its article in data: `meta` of a page, `docdata` of NITF.

Each is told by a place, as "keywords:@key:2": what it is meant to say, the attribute of NITF or the
name of the `meta`, and its number among those that have both. What says the same as something else,
as an author that is the whole byline, is told with that, and follows it: "authors:author:1=byline".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from functools import partial
from itertools import zip_longest
from typing import Any, NamedTuple

from newsmodel.formats._shared.nitf import when
from newsmodel.formats._shared.statuses import MEANT
from newsmodel.formats._shared.strictest import latest
from newsmodel.formats._shared.xhtml.reading import local_name
from newsmodel.formats._shared.xhtml.vocabulary import is_hidden, is_kept_back
from newsmodel.formats.newsml.properties.docdata import released
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Concept, Embargo, Rights, Status

__all__ = ["IN_DATA", "Datum", "changed_data", "data_alike", "data_in", "named_in"]

_HEADS = ("{*}head", "{*}HEAD", "{*}Head", "{*}body.head", "{*}BODY.HEAD")
_METAS = {
    "author": "authors", "creator": "authors", "byline": "byline", "byl": "byline",
    "keywords": "keywords", "keyword": "keywords", "news_keywords": "keywords",
    "description": "summary", "abstract": "summary", "summary": "summary",
    "copyright": "notices", "rights": "notices", "rightsholder": "holder",
    "title": "headline", "headline": "headline",
}  # fmt: skip
"""What a `meta` says, by the last part of its name: "dc.creator", "og:title"."""
_DOCDATA = {
    "docdata": {"management-status": "state"},
    "urgency": {"ed-urg": "urgency"},
    "date.release": {"norm": "embargo"},
    "date.expire": {"norm": "expires"},
    "doc.copyright": {"holder": "holder", "year": "years"},
    "doc.rights": {"owner": "holder"},
    "keyword": {"key": "keywords"},
}
"""What the elements of NITF say, by the attribute."""
_OR = {
    "authors": "byline", "byline": "authors", "holder": "notices", "notices": "holder",
    "state": "status",
}  # fmt: skip
"""What a place may say instead of what it is meant to."""
IN_DATA = frozenset(
    "authors byline keywords summary rights headline status urgency embargo expires".split()
)
"""The fields that are compared with such data."""
_SEVERAL = frozenset({"authors", "keywords"})
_TIMES = frozenset({"embargo", "expires"})
_OPEN_ENDED = "open-ended"
"""How a release that cannot be read is compared: as an embargo without an end."""
_DAY, _WIDEST = timedelta(days=1), timedelta(hours=14)
"""A day, and the widest offset from universal time that there is."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PARTED = re.compile("[,;]")


class Datum(NamedTuple):
    """One thing that a head says in data."""

    place: str
    """What tells it from the others."""
    node: Element
    """The element that says it."""
    attribute: str | None
    """The attribute that does; None where its words do."""

    @property
    def words(self) -> str:
        """What it says."""
        return (self.node.get(self.attribute) if self.attribute else self.node.text) or ""


def named_in(root: Element) -> Iterator[tuple[str, Element]]:
    """What stands above the text: in the head of a page, in that of a body of NITF."""
    seen: set[Element] = set()
    for head in root.iter(*_HEADS):
        if head in seen or is_kept_back(head):
            continue
        seen.add(head)
        for each in head.iterdescendants("*"):
            if each.getparent() in seen and not is_hidden(each.items()):
                seen.add(each)
                yield local_name(each), each


def data_in(root: Element) -> Iterator[Datum]:
    """What the head of a body says in data, in order."""
    counts: dict[str, int] = {}
    for name, node in named_in(root):
        told = _said_by_meta(node) if name == "meta" else _DOCDATA.get(name, {})
        for attribute, meant in told.items():
            kind = f"{meant}:@{attribute}"
            if name == "meta":
                kind = f"{meant}:{_name_of(node).lower()}"
            at = None if name == "keyword" and attribute not in node.attrib else attribute
            number = counts.get(kind, 0) + 1
            datum = Datum(f"{kind}:{number}", node, at)
            if datum.words.strip():
                counts[kind] = number
                yield datum


def _said_by_meta(node: Element) -> Mapping[str, str]:
    said_as = _name_of(node)
    meant = _METAS.get(re.split("[.:]", said_as.lower())[-1])
    return {} if meant is None or len(said_as.split()) > 1 else {"content": meant}


def _name_of(meta: Element) -> str:
    return (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip()


# ------------------------------------------------------------------ compared with the fields
def data_alike(fields: Mapping[str, Any], data: Mapping[str, str]) -> list[str]:
    """The places whose data say what the fields say, each with what that is.

    Args:
        fields: the fields of an article.
        data: what is said at each place.
    """
    alike: list[str] = []
    is_said = _Said(fields)
    for place, words in data.items():
        meant = place.partition(":")[0]
        if is_said(place, words, meant):
            alike.append(place)
        elif (other := _OR.get(meant)) and is_said(place, words, other):
            alike.append(f"{place}={other}")
        elif (end := _end(meant, fields)) and _may_be(words, end):
            alike.append(f"{place}={_moment(end)}")
    return [*alike, *_earlier(fields, data, alike)]


def _earlier(
    fields: Mapping[str, Any], data: Mapping[str, str], alike: Iterable[str]
) -> Iterator[str]:
    """The earlier of several releases, where the last is the embargo: it holds for all of them."""
    found = {place.partition("=")[0] for place in alike if place.startswith("embargo:")}
    embargo = fields.get("embargo") if found else None
    for place, words in data.items() if embargo else ():
        if place.startswith("embargo:") and place not in found:
            release = released(words)
            if release is not None and latest([embargo, release]) is embargo:
                yield f"{place}={_standing(fields)}"


def changed_data(
    now: Mapping[str, Any], data: Mapping[str, str], alike: Iterable[str]
) -> dict[str, str | None]:
    """What data must say that are out of date, by their places; None for nothing.

    Args:
        now: what the fields say now.
        data: what was read at each place.
        alike: what `data_alike` gave.
    """
    if not data:
        return {}
    told = dict.fromkeys(alike, "") | {p: said for p, _, said in [a.rpartition("=") for a in alike]}
    old: dict[tuple[str, str], list[str]] = {}
    kept: dict[str, set[str]] = {}
    is_said = _Said(now)
    for place, words in data.items():
        kind = place.rpartition(":")[0]
        meant = place.partition(":")[0]
        said = told.get(place) or meant
        if place in told and not is_said(place, words, said):
            said = meant if meant in _TIMES else said  # how that stood, when it was read
            old.setdefault((kind, said), []).append(place)
        else:
            kept.setdefault(kind, set()).add(_canonical(place, words))
    changes: dict[str, str | None] = {}
    for (kind, said), places in old.items():
        lines = _lines(said if said in _OR.values() else kind.partition(":")[0], now)
        lines = [each for each in lines if _canonical(kind, each) not in kept.get(kind, ())]
        lines = lines if said in _SEVERAL else lines[:1]
        if "@" not in kind and lines:
            lines = [", ".join(lines)]
        changes |= dict(zip_longest(places, lines[: len(places)]))
    return changes


class _Said:
    """Whether words say a field: all of its values, or any of them.

    Args:
        fields: the fields of an article.
    """

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self._fields = fields
        self._forms: dict[tuple[str, str], set[str]] = {}

    def __call__(self, place: str, words: str, said: str) -> bool:
        meant = place.partition(":")[0]
        end = _end(meant, self._fields)
        if end is not None and said == _moment(end):
            return True
        if meant == "embargo" and said == _OPEN_ENDED == _standing(self._fields):
            return True
        forms = self._forms_of(place, said)
        parts = [words]
        if "@" not in place and said in _SEVERAL:
            parts = [part for part in _PARTED.split(words) if part.strip()]
        return _canonical(place, words) in forms or forms.issuperset(
            [_canonical(place, part) for part in parts]
        )

    def _forms_of(self, place: str, said: str) -> set[str]:
        """What says a field, as words are compared that are meant as those of a place."""
        key = place.partition(":")[0], said
        if key not in self._forms:
            lines = _lines(said, self._fields)
            self._forms[key] = {_canonical(place, each) for each in (*lines, ", ".join(lines))}
            if said == "embargo" and self._fields.get(said) == Embargo():
                self._forms[key].add(_OPEN_ENDED)
        return self._forms[key]


def _may_be(words: str, end: datetime) -> bool:
    """Whether words that leave the hour or the offset open may be a time."""
    said = when(words)
    if said is None or (isinstance(said, datetime) and said.tzinfo and end.tzinfo):
        return False
    first = said if isinstance(said, datetime) else datetime.combine(said, time())
    try:
        later = _clock(end) - _clock(first)
    except OverflowError:  # the first day or the last that there is
        return False
    return -_WIDEST <= later <= (_WIDEST if said is first else _WIDEST + _DAY)


def _standing(fields: Mapping[str, Any]) -> str:
    """When an embargo is over, as a time is compared."""
    end = _end("embargo", fields)
    return _OPEN_ENDED if end is None and fields.get("embargo") else _moment(end) if end else ""


# ------------------------------------------------------------------ what the fields say
def _lines(said: str, fields: Mapping[str, Any]) -> list[str]:
    """What a field is written as, or what is said of several, in one line or more."""
    lines = _LINES[said](fields) if said in _LINES else [fields.get(said)]
    return [str(each) for each in lines if each not in (None, "")]


def _holders(fields: Mapping[str, Any]) -> list[str | None]:
    rights = fields.get("rights") or Rights()
    holder = rights.holder or Concept()
    return [*[each.value for each in holder.names], holder.literal]


def _notices(fields: Mapping[str, Any]) -> list[str]:
    return [each.value for each in (fields.get("rights") or Rights()).notices]


def _status(fields: Mapping[str, Any], *, dated: bool) -> list[str]:
    """The status as NITF writes it, where an embargo is one unless a date tells of that."""
    status, embargo = fields.get("status"), fields.get("embargo")
    is_told = embargo is None or (dated and embargo.until is not None)
    return (
        []
        if status is None
        else [status.value if is_told or status is not Status.USABLE else "embargoed"]
    )


def _times(field: str, fields: Mapping[str, Any]) -> list[str]:
    end = _end(field, fields)
    return [] if end is None else [_norm(end)]


_LINES: Mapping[str, Callable[[Mapping[str, Any]], Iterable[Any]]] = {
    "authors": lambda fields: [each.name for each in fields.get("authors") or ()],
    "keywords": lambda fields: [each.value for each in fields.get("keywords") or ()],
    "holder": _holders,
    "notices": _notices,
    "years": lambda fields: _YEAR.findall(" ".join(_notices(fields))),
    "state": partial(_status, dated=False),
    "status": partial(_status, dated=True),
    "embargo": partial(_times, "embargo"),
    "expires": partial(_times, "expires"),
}
"""What says something that is not a field in one line."""


def _end(field: str, fields: Mapping[str, Any]) -> datetime | None:
    """When an embargo ends, or the article expires."""
    value = fields.get(field) if field in _TIMES else None
    end = value.until if isinstance(value, Embargo) else value
    return end if isinstance(end, datetime) else None


def _canonical(place: str, words: str) -> str:
    """Words as they are compared: those that mean the same time or status are the same."""
    field = place.partition(":")[0]
    if field in _TIMES:
        found = released(words) if field == "embargo" else when(words)
        end = found.until if isinstance(found, Embargo) else found
        if isinstance(end, datetime):
            return _moment(end)
        if isinstance(found, Embargo):
            return _OPEN_ENDED
    if field == "state" and (status := MEANT[words]) is not None:
        return status.value
    return " ".join(words.split()).lower()


def _moment(end: datetime) -> str:
    """A time as it is compared, whatever its offset."""
    try:
        return (end if end.tzinfo is None else end.astimezone(UTC)).isoformat()
    except OverflowError:  # the first day or the last that there is
        return end.isoformat()


def _clock(end: datetime) -> datetime:
    return (end if end.tzinfo is None else end.astimezone(UTC)).replace(tzinfo=None)


def _norm(end: datetime) -> str:
    """A time as NITF writes it."""
    return f"{end.year:04}{end.strftime('%m%dT%H%M%S%z')}"

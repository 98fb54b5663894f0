"""What the head of a body says of its article in data: `meta` of a page, `docdata` of NITF.

Each is told by a place, as "keywords:@key:2": the field, the attribute of NITF or the name of the
`meta`, and its number among those that have both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from datetime import UTC, datetime
from itertools import zip_longest
from typing import Any, NamedTuple

from newsmodel.formats._shared.nitf import when
from newsmodel.formats._shared.statuses import MEANT
from newsmodel.formats._shared.xhtml.reading import local_name
from newsmodel.formats._shared.xhtml.vocabulary import is_kept_back
from newsmodel.formats.newsml.properties.docdata import released
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Concept, Rights

__all__ = ["IN_DATA", "Datum", "changed_data", "data_alike", "data_in", "named_in"]

_HEADS = ("{*}head", "{*}HEAD", "{*}Head", "{*}body.head", "{*}BODY.HEAD")
_METAS = {
    "author": "authors", "creator": "authors", "byline": "authors", "byl": "authors",
    "keywords": "keywords", "keyword": "keywords", "news_keywords": "keywords",
    "description": "summary", "abstract": "summary", "summary": "summary",
    "copyright": "rights", "rights": "rights", "rightsholder": "rights",
    "title": "headline", "headline": "headline",
}  # fmt: skip
"""What a `meta` says, by the last part of its name: "dc.creator", "og:title"."""
_DOCDATA = {
    "docdata": ("status", "management-status"),
    "urgency": ("urgency", "ed-urg"),
    "date.release": ("embargo", "norm"),
    "date.expire": ("expires", "norm"),
    "doc.copyright": ("rights", "holder"),
    "doc.rights": ("rights", "owner"),
    "keyword": ("keywords", "key"),
}
"""What the elements of NITF say, and in which attribute."""
IN_DATA = frozenset([*_METAS.values(), *[field for field, _ in _DOCDATA.values()], "byline"])
"""The fields that are compared with such data."""
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
    for head in root.iter(*_HEADS):
        for each in head.iterdescendants("*"):
            if not is_kept_back(each):
                yield local_name(each), each


def data_in(root: Element) -> Iterator[Datum]:
    """What the head of a body says in data, in order."""
    counts: Counter[str] = Counter()
    for name, node in named_in(root):
        told = _said_by_meta(node) if name == "meta" else _DOCDATA.get(name)
        if told is None:
            continue
        field, attribute = told
        kind = f"{field}:@{attribute}"
        if name == "meta":
            said_as = node.get("name") or node.get("property") or node.get("itemprop") or ""
            kind = f"{field}:{said_as.strip().lower()}"
        at = None if name == "keyword" and attribute not in node.attrib else attribute
        datum = Datum(f"{kind}:{counts[kind] + 1}", node, at)
        if datum.words.strip():
            counts[kind] += 1
            yield datum


def _said_by_meta(node: Element) -> tuple[str, str] | None:
    said_as = (node.get("name") or node.get("property") or node.get("itemprop") or "").strip()
    field = _METAS.get(re.split("[.:]", said_as.lower())[-1])
    return None if field is None or len(said_as.split()) > 1 else (field, "content")


# ------------------------------------------------------------------ compared with the fields
def data_alike(fields: Mapping[str, Any], data: Mapping[str, str]) -> list[str]:
    """The places whose data say what the fields say.

    Args:
        fields: the fields of an article.
        data: what is said at each place.
    """
    return [place for place, words in data.items() if _is_said(place, words, fields)]


def changed_data(
    now: Mapping[str, Any], data: Mapping[str, str], alike: Container[str]
) -> dict[str, str | None]:
    """What data must say that are out of date, by their places; None for nothing.

    Args:
        now: what the fields say now.
        data: what was read at each place.
        alike: the places that said what the article said.
    """
    old: dict[str, list[str]] = {}
    kept: dict[str, set[str]] = {}
    for place, words in data.items():
        kind = place.rpartition(":")[0]
        if place in alike and not _is_said(place, words, now):
            old.setdefault(kind, []).append(place)
        else:
            kept.setdefault(kind, set()).add(_canonical(place, words))
    changes: dict[str, str | None] = {}
    for kind, places in old.items():
        lines = [
            line for line in _lines(kind, now) if _canonical(kind, line) not in kept.get(kind, ())
        ]
        if "@" not in kind and lines:
            lines = [", ".join(lines)]
        changes |= dict(zip_longest(places, lines[: len(places)]))
    return changes


def _is_said(place: str, words: str, fields: Mapping[str, Any]) -> bool:
    """Whether words say a field: all of its values, or any of them."""
    forms = {_canonical(place, each) for each in (*_lines(place, fields), *_more(place, fields))}
    parts = [words]
    if "@" not in place and place.startswith(("authors:", "keywords:")):
        parts = [part for part in _PARTED.split(words) if part.strip()]
    return _canonical(place, words) in forms or forms.issuperset(
        [_canonical(place, part) for part in parts]
    )


def _lines(place: str, fields: Mapping[str, Any]) -> list[str]:
    """What a field is written as at a place, in one line or several."""
    field, at, _ = (*place.split(":"), "", "")[:3]
    value = fields.get(field)
    if field == "authors":
        names = [each.name for each in value or () if each.name]
        return names or ([fields["byline"]] if fields.get("byline") else [])
    if field == "keywords":
        return [each.value for each in value or ()]
    if value is None:
        return []
    if field == "rights":
        told = _told_by(value)
        return (told if at.startswith("@") else told[::-1])[:1]
    if field in ("embargo", "expires"):
        until = value if field == "expires" else value.until
        return [_norm(until)] if isinstance(until, datetime) else []
    return [str(getattr(value, "value", value))]


def _more(place: str, fields: Mapping[str, Any]) -> list[str]:
    """What says the same as the lines of a field do."""
    if place.startswith("authors:"):
        return [line for line in (fields.get("byline"), ", ".join(_lines(place, fields))) if line]
    if place.startswith("rights:") and fields.get("rights") is not None:
        return _told_by(fields["rights"])
    return []


def _told_by(rights: Rights) -> list[str]:
    """The names of who holds the rights, then the notices of it."""
    holder = rights.holder or Concept()
    names = [each.value for each in holder.names] + [holder.literal or ""]
    return [each for each in (*names, *[each.value for each in rights.notices]) if each]


def _canonical(place: str, words: str) -> str:
    """Words as they are compared: those that mean the same time or status are the same."""
    field = place.partition(":")[0]
    if field in ("embargo", "expires"):
        time = released(words) if field == "embargo" else when(words)
        if isinstance(time, datetime):
            return _moment(time)
    if field == "status" and (status := MEANT[words]) is not None:
        return status.value
    return " ".join(words.split()).lower()


def _moment(time: datetime) -> str:
    """A time as it is compared, whatever its offset."""
    try:
        return (time if time.tzinfo is None else time.astimezone(UTC)).isoformat()
    except OverflowError:  # the first day or the last that there is
        return time.isoformat()


def _norm(time: datetime) -> str:
    """A time as NITF writes it."""
    return f"{time.year:04}{time.strftime('%m%dT%H%M%S%z')}"

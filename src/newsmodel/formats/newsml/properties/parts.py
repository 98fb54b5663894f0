"""The way of an item, and what is said of parts of the content, as elements and back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from newsmodel.formats.newsml.properties.about import Properties
from newsmodel.formats.newsml.properties.concepts import concept_in
from newsmodel.formats.newsml.properties.describing import concept
from newsmodel.formats.newsml.properties.files import icon, icon_in
from newsmodel.formats.newsml.xml.attributes import as_moment, as_qcode, as_size, attributes, same
from newsmodel.formats.newsml.xml.reading import (
    Element,
    N,
    Reading,
    attributes_in,
    no_text,
    nothing_in,
    tails,
)
from newsmodel.formats.newsml.xml.writing import attributes_of, code, element, enclosed, is_id
from newsmodel.model import Article, Hop, Part, Region, TimeSpan
from newsmodel.model.base import maker

_MAKE_ARTICLE = maker(Article)
_MAKE_HOP = maker(Hop)
_MAKE_PART = maker(Part)
_MAKE_REGION = maker(Region)
_MAKE_SPAN = maker(TimeSpan)


def hop(value: Hop) -> str:
    """A stage on the way of an item as an element."""
    inside = concept("party", value.party) if value.party is not None else ""
    inside += "".join([concept("action", each) for each in value.actions])
    return enclosed("hop", _hop_attributes(value), inside)


_hop_attributes = attributes_of(
    Hop, {"seq": ("sequence", str), "timestamp": ("timestamp", lambda value: value.isoformat())}
)


def hops(values: Sequence[Hop]) -> str:
    """The way of an item as an element."""
    return element("hopHistory", "".join([hop(each) for each in values])) if values else ""


def hops_in(node: Element, reading: Reading) -> tuple[Hop, ...] | None:
    """The way of an item from an element; None where it names no stage."""
    reading.inexact |= bool(node.attrib) or any(each.tag != f"{N}hop" for each in node)
    no_text(node, reading)
    tails(node, reading)
    found = tuple([_hop_in(each, reading) for each in node if each.tag == f"{N}hop"])
    reading.inexact |= not found
    return found or None


_HOP = attributes({"seq": ("sequence", as_size), "timestamp": ("timestamp", as_moment)})


def _hop_in(node: Element, reading: Reading) -> Hop:
    fields = attributes_in(node, _HOP, reading)
    for part in node[:]:
        if part.tag == f"{N}party" and "party" not in fields:
            fields["party"] = concept_in(part, reading)
        elif part.tag == f"{N}action":
            fields["actions"] = (*fields.get("actions", ()), concept_in(part, reading))
        else:
            reading.leave(part)
    no_text(node, reading)
    tails(node, reading)
    return _MAKE_HOP(**fields)


def part(value: Part) -> str:
    """What is said of a part as an element."""
    region, inside = value.region, [*map(_span, value.spans)]
    if region is not None:
        sides = ("x", "y", "width", "height")
        inside.append(element("regionDelim", "", [(n, getattr(region, n)) for n in sides]))
    if value.role is not None:
        inside.append(concept("role", value.role))
    if value.about is not None:
        inside.append(_properties().written(value.about))
    for name in () if value.content is None else value.content.split(" "):
        is_id(name)
    return enclosed(
        "partMeta", _part_attributes(value), "".join([*map(icon, value.icons), *inside])
    )


_part_attributes = attributes_of(
    Part, {"partid": ("id", is_id), "seq": ("sequence", str), "contentrefs": ("content", str)}
)


def _span(value: TimeSpan) -> str:
    return f"<timeDelim{_span_attributes(value)}/>"


_span_attributes = attributes_of(
    TimeSpan,
    {
        "start": ("start", str),
        "end": ("end", str),
        "timeunit": ("unit", code),
        "renditionref": ("rendition", code),
    },
)


@cache
def _properties() -> Properties:
    from newsmodel.formats.newsml.properties.table import of_parts  # noqa: PLC0415  # the table needs parts

    return of_parts()


_PART = attributes({
    "partid": ("id", same), "seq": ("sequence", as_size), "contentrefs": ("content", same),
})  # fmt: skip
_SIDES = attributes({name: (name, as_size) for name in ("x", "y", "width", "height")})
_TIMES = attributes(
    {
        "start": ("start", same),
        "end": ("end", same),
        "timeunit": ("unit", as_qcode),
        "renditionref": ("rendition", as_qcode),
    }
)


def _span_in(node: Element, reading: Reading) -> TimeSpan | None:
    """A stretch of a recording from an element; None where it has no ends."""
    if node.get("start") is None or node.get("end") is None:
        return None
    nothing_in(node, reading)
    return _MAKE_SPAN(**attributes_in(node, _TIMES, reading))


def part_in(node: Element, reading: Reading) -> Part:
    """What is said of a part from an element."""
    fields = attributes_in(node, _PART, reading)
    said: dict[str, Any] = {}
    no_text(node, reading)
    for each in node[:]:
        if each.tag == f"{N}regionDelim" and "region" not in fields:
            found = attributes_in(each, _SIDES, reading)
            reading.inexact |= len(found) < len(_SIDES)
            nothing_in(each, reading)
            fields["region"] = _MAKE_REGION(**found)
        elif each.tag == f"{N}timeDelim" and (span := _span_in(each, reading)) is not None:
            fields["spans"] = (*fields.get("spans", ()), span)
        elif each.tag == f"{N}role" and "role" not in fields:
            fields["role"] = concept_in(each, reading)
        elif each.tag == f"{N}icon":
            fields["icons"] = (*fields.get("icons", ()), icon_in(each, reading))
        elif not _properties().read(each, said, reading):
            reading.leave(each)
    tails(node, reading)
    if said:
        fields["about"] = _MAKE_ARTICLE(id=fields.get("id", ""), **said)
    return _MAKE_PART(**fields)

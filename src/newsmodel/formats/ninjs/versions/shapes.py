"""Which properties ninjs has, in which versions, under which names, and what each may hold.

The facts are those of IPTC's schemas (https://iptc.org/std/ninjs/), all twelve in one table. The
reader and the writer take the names from it, `check` the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from newsmodel.formats.ninjs.versions.kinds import (
    Choice,
    Kind,
    ListOf,
    Number,
    Plain,
    Property,
    Shaped,
)

__all__ = ["ONE_OF", "OPEN", "SHAPES", "shape_of"]


TEXT, URI, TIME, TRUNCATED = map(Plain, ("string", "uri", "date-time", "truncated date-time"))
ANY, GEOJSON = Plain("object"), Plain("geojson")
NUMBER, WHOLE = Number(), Number(whole=True)
PERCENT, URGENCY = Number(whole=True, low=0, high=100), Number(whole=True, low=1, high=9)
_TYPES = ("text", "audio", "video", "picture", "graphic", "composite")
_ALL_TYPES = Choice((*_TYPES, "component", "event", "planning"))
_STATUS = Choice(("usable", "withheld", "canceled"))
_P = Property


def _concept(*more: Property) -> tuple[Property, ...]:
    return (_P("name", TEXT), _P("rel", TEXT), _P("uri", URI), _P("literal", TEXT), *more)


def _coded(*more: Property) -> tuple[Property, ...]:
    """A concept as versions 1.x have it: a scheme and a code in it."""
    return (_P("name", TEXT), _P("rel", TEXT), _P("scheme", URI), _P("code", TEXT), *more)


def _contact(since: str) -> Property:
    return _P("contactInfo", ListOf(Shaped("contact")), since)


def _rating(since: str) -> tuple[Property, ...]:
    return (
        _P("creator", TEXT, since), _P("relevance", PERCENT, since),
        _P("confidence", PERCENT, since),
    )  # fmt: skip


def _counts(kind: Number, since: str, until: str) -> tuple[Property, ...]:
    return (_P("charCount", kind, since, until), _P("wordCount", kind, since, until))


def _words(*more: Property) -> tuple[Property, ...]:
    return (
        _P("role", TEXT), _P("contentType", TEXT), *more, _P("value", TEXT, required=True),
    )  # fmt: skip


def _only(name: str, kind: Kind, *versions: str) -> tuple[Property, ...]:
    return tuple(_P(name, kind, version, version) for version in versions)


def _file(kind: Number, since: str, until: str) -> tuple[Property, ...]:
    return (
        _P("width", kind, since, until), _P("height", kind, since, until),
        _P("sizeInBytes", kind, since, until),
    )  # fmt: skip


_ITEM = (
    _P("uri", URI, required=True),
    _P("type", Choice(_TYPES), "1.0", "1.1"),
    _P("type", Choice((*_TYPES, "component")), "1.2", "2.2"),
    _P("type", _ALL_TYPES, "3.0"),
    _P("mimetype", TEXT, "1.0", "1.6"),
    _P("representationType", Choice(("complete", "incomplete")), "1.0", "1.6"),
    _P("representationType", Choice(("full", "partial")), "2.0"),
    _P("profile", TEXT),
    _P("version", TEXT),
    _P("firstCreated", TIME, "1.2"),
    _P("versionCreated", TIME),
    _P("contentCreated", TIME, "1.4"),
    _P("embargoedUntil", TIME, old="embargoed"),
    _P("pubStatus", _STATUS),
    _P("urgency", NUMBER, "1.1", "2.2"),
    _P("urgency", URGENCY, "3.0"),
    _P("copyrightHolder", TEXT),
    _P("copyrightNotice", TEXT),
    _P("usageTerms", TEXT, "1.1"),
    _P("edNote", TEXT, "1.2"),
    _P("language", TEXT),
    _P("title", TEXT, "1.2"),
    _P("headline", TEXT, "1.0", "1.6"),
    _P("headline_", TEXT, "1.3", "1.6"),
    _P("headlines", ListOf(Shaped("text")), "2.0"),
    _P("slugline", TEXT, "1.2"),
    _P("byline", TEXT, "1.0", "1.6"),
    _P("by", TEXT, "2.0"),
    _P("located", TEXT),
    _P("description_", TEXT, "1.0", "1.6"),
    _P("descriptions", ListOf(Shaped("text")), "2.0"),
    _P("charcount", NUMBER, "1.2", "1.6"),
    _P("wordcount", NUMBER, "1.2", "1.6"),
    _P("body_", TEXT, "1.0", "1.6"),
    _P("bodies", ListOf(Shaped("body")), "2.0"),
    *(
        _P(name, ListOf(Shaped(f"{name}1")), since, "1.6")
        for name, since in (
            ("person", "1.0"), ("organisation", "1.0"), ("place", "1.0"), ("subject", "1.0"),
            ("event", "1.0"), ("object", "1.0"), ("infosource", "1.2"), ("genre", "1.3"),
        )
    ),
    *(
        _P(name, ListOf(Shaped(shape)), "2.0")
        for name, shape in (
            ("people", "person"), ("organisations", "organisation"), ("places", "place"),
            ("subjects", "subject"), ("events", "event"), ("objects", "object"),
            ("infoSources", "infosource"), ("genres", "genre"),
        )
    ),
    _P("eventDetails", Shaped("eventDetails"), "3.0"),
    _P("plannedCoverage", ListOf(Shaped("coverage")), "3.0"),
    _P("renditions", ListOf(Shaped("rendition1"), named=True), "1.0", "1.6"),
    _P("renditions", ListOf(Shaped("rendition")), "2.0"),
    _P("associations", ListOf(Shaped("item"), named=True), "1.0", "1.6"),
    _P("associations", ListOf(Shaped("association")), "2.0"),
    _P("altids", ANY, "1.3", "1.6"),
    _P("altIds", ListOf(Shaped("altId")), "2.0"),
    _P("trustindicator", ListOf(Shaped("trust1")), "1.3", "1.6"),
    _P("trustIndicators", ListOf(Shaped("trust")), "2.0"),
    _P("expires", TIME, "1.4", "1.6"),
    _P("expires", TIME, "2.1"),
    _P("rightsInfo", Shaped("rights"), "1.4"),
    *_only("digitalSourceType", Shaped("sourceType"), "1.6", "2.2", "3.1"),
    _P("$standard", Shaped("standard"), "1.3", "1.6"),
    _P("standard", Shaped("standard"), "2.0"),
)  # fmt: skip

SHAPES: Mapping[str, tuple[Property, ...]] = MappingProxyType({
    "item": _ITEM,
    "association": (
        _P("name", TEXT, required=True), _P("rel", TEXT, "3.0"), *_ITEM,
    ),
    "text": _words(),
    "body": _words(*_counts(NUMBER, "2.0", "2.2"), *_counts(WHOLE, "3.0", "3.1")),
    "person": _concept(_contact("2.1")),
    "organisation": _concept(_P("symbols", ListOf(Shaped("symbol")), "2.0"), _contact("2.1")),
    "place": _concept(_contact("2.1"), _P("geoJSON", GEOJSON)),
    "subject": _concept(*_rating("2.1")),
    "event": (_P("id", TEXT, "3.0"), *_concept()),
    "object": _concept(),
    "infosource": (
        _P("name", TEXT), _P("role", URI, "2.0", "2.0"), _P("role", TEXT, "2.1"), _P("uri", URI),
        _P("literal", TEXT), _contact("2.1"),
    ),
    "genre": (
        _P("name", TEXT), _P("uri", URI, "2.0", "2.0"), _P("uri", TEXT, "2.1"),
        _P("literal", TEXT),
    ),
    "person1": _coded(_contact("1.5")),
    "organisation1": _coded(_P("symbols", ListOf(Shaped("symbol"))), _contact("1.5")),
    "place1": _coded(_P("geometry_", ANY, "1.1"), _contact("1.5")),
    "subject1": _coded(*_rating("1.5")),
    "event1": _coded(),
    "object1": _coded(),
    "infosource1": _coded(_contact("1.5")),
    "genre1": (_P("name", TEXT), _P("scheme", URI), _P("code", TEXT)),
    "symbol": (
        _P("ticker", TEXT, "1.0", "2.2"), _P("exchange", TEXT),
        *(
            _P(name, kind, since, until)
            for since, until in (("1.5", "1.6"), ("2.1", "3.1"))
            for name, kind in (("symbolType", URI), ("symbol", TEXT))
        ),
    ),
    "contact": (
        _P("type", TEXT), _P("role", TEXT), _P("lang", TEXT), _P("name", TEXT),
        _P("value", TEXT), _P("address", Shaped("address")),
    ),
    "address": (
        _P("lines", ListOf(TEXT)), _P("locality", TEXT), _P("area", TEXT), _P("postalCode", TEXT),
        _P("country", TEXT),
    ),
    "rendition1": (
        _P("href", URI), _P("mimetype", TEXT), _P("title", TEXT), *_file(NUMBER, "1.0", "1.6"),
        _P("duration", NUMBER, "1.2"), _P("format", TEXT, "1.2"),
    ),
    "rendition": (
        _P("name", TEXT, required=True), _P("href", URI), _P("contentType", TEXT),
        _P("title", TEXT), *_file(NUMBER, "2.0", "2.2"), *_file(WHOLE, "3.0", "3.1"),
        _P("duration", NUMBER), _P("format", TEXT), _P("aspectRatio", TEXT, "3.0"),
        _P("videoCodec", TEXT, "3.0"), _P("frameRate", NUMBER, "3.0"),
        _P("poi", Shaped("point"), "3.0"), _P("transportProtocol", TEXT, "3.0"),
        _P("scanType", Choice(("progressive", "interlaced")), "3.0"), _P("bitrate", TEXT, "3.0"),
    ),
    "point": (_P("x", WHOLE), _P("y", WHOLE)),
    "altId": (_P("role", TEXT), _P("value", TEXT)),
    "trust1": (_P("scheme", URI), _P("code", TEXT), _P("title", TEXT), _P("href", URI)),
    "trust": (_P("role", URI), _P("title", TEXT), _P("href", URI)),
    "standard": (_P("name", TEXT), _P("version", TEXT), _P("schema", URI)),
    "rights": (
        _P("langId", URI), _P("linkedRights", URI), _P("encodedRights", TEXT),
    ),
    "sourceType": (_P("name", TEXT), _P("uri", URI), _P("literal", TEXT)),
    "eventDetails": (
        _P("eventStatus", URI), _P("plannedCoverageStatus", URI), _P("dates", Shaped("dates")),
        _P("organiser", Shaped("organisation")),
    ),
    "dates": (
        _P("startDate", TIME), _P("endDate", TIME), _P("expectedStartDate", TRUNCATED),
        _P("expectedEndDate", TRUNCATED), _P("expectedDuration", TEXT),
        _P("recurrence", Shaped("recurrence")),
    ),
    "recurrence": (
        _P("recurrenceDates", ListOf(TRUNCATED)), _P("recurrenceRules", ListOf(Shaped("rule"))),
    ),
    "rule": (
        _P("frequency", Choice((
            "secondly", "minutely", "hourly", "daily", "weekly", "monthly", "yearly",
        ))),
        _P("interval", WHOLE), _P("until", TIME), _P("count", WHOLE),
    ),
    "coverage": (
        _P("uri", URI), _P("title", TEXT), _P("pubStatus", _STATUS), _P("type", _ALL_TYPES),
        _P("commissioned", Shaped("commissioned")), _P("dates", Shaped("dates")),
        _P("audiences", ListOf(Shaped("audience"))), _P("exclAudience", ListOf(TEXT)),
        _P("edNote", TEXT), _P("urgency", URGENCY), _P("language", TEXT),
        _P("itemCount", Shaped("range")), _P("wordCount", WHOLE),
        _P("renditions", ListOf(Shaped("rendition"))),
    ),
    "commissioned": (
        _P("by", TEXT), _P("on", TIME), _P("references", ListOf(Shaped("reference"))),
    ),
    "reference": (_P("name", TEXT), _P("value", TEXT)),
    "audience": (_P("audience", TEXT), _P("significance", WHOLE)),
    "range": (_P("rangeFrom", WHOLE), _P("rangeTo", WHOLE)),
})  # fmt: skip
"""The properties of each sort of object. A name with a 1 at its end is that of versions 1.x."""

ONE_OF: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType({
    "contact": (("value", "address"),),
    "rights": (("linkedRights", "encodedRights"),),
})  # fmt: skip
"""Properties of which just one is there, by the name of the shape."""

OPEN = MappingProxyType({"rights": "2.2"})
"""Shapes that may have any further property, with the last version in which they may."""


@cache
def shape_of(name: str, version: str) -> Mapping[str, Property]:
    """The properties an object has in a version, by their names in it."""
    there = (each for each in SHAPES[name] if each.since <= version <= each.until)
    return MappingProxyType({each.name_in(version): each for each in there})

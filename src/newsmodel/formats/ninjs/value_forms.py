"""Forms that single values have: addresses, times, shapes of GeoJSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from newsmodel.formats.ninjs.uris import is_uri

__all__ = ["FORMS", "FORM_MESSAGES", "GEOMETRIES", "is_time"]

_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"
    r"(?:[Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_TRUNCATED = re.compile(
    r"-?(?:[1-9][0-9]*)?[0-9]{4}(?:-(?:1[0-2]|0[1-9])(?:-(?:3[01]|0[1-9]|[12][0-9])"
    r"(?:T(?:2[0-3]|[01][0-9])(?::[0-5][0-9]){2}(?:\.[0-9]+)?"
    r"(?:Z|[+-](?:2[0-3]|[01][0-9]):[0-5][0-9])?)?)?)?"
)
GEOMETRIES = frozenset(
    "Point MultiPoint LineString MultiLineString Polygon MultiPolygon GeometryCollection Feature"
    " FeatureCollection".split()
)


def is_time(value: str) -> bool:
    """Whether a string is a date and time with an offset (RFC 3339)."""
    if not _TIME.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value.upper())
    except ValueError:
        return value[17:19] == "60"  # a leap second (RFC 3339, section 5.6)
    return True


def _is_geojson(value: dict[str, Any]) -> bool:
    return isinstance(value.get("type"), str) and value["type"] in GEOMETRIES


FORMS: Mapping[str, Callable[[Any], bool]] = {
    "uri": is_uri,
    "date-time": is_time,
    "truncated date-time": lambda value: _TRUNCATED.fullmatch(value) is not None,
    "geojson": _is_geojson,
}
FORM_MESSAGES = {
    "uri": "no URI (RFC 3986): give a whole address, such as https://… or urn:…",
    "date-time": (
        "no date and time with an offset (RFC 3339): write it as 2026-03-01T10:00:00+02:00"
    ),
    "truncated date-time": (
        "no date, nor a date and time: write it as 2026-03-01 or 2026-03-01T10:00:00Z"
    ),
    "geojson": "no type of GeoJSON (RFC 7946): set 'type' to one such as 'Point'",
}

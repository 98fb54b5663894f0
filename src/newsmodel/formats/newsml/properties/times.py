"""Dates and times as elements.

Times that the standard writes otherwise are read too: with a space for the T, without seconds or
colons, with more than six decimals, a day with an offset. Their spelling is carried.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from newsmodel.formats._shared.times import loosely
from newsmodel.formats.newsml.xml.attributes import as_moment, as_when
from newsmodel.formats.newsml.xml.reading import Element, Reading

_VALID = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)", re.ASCII)


def moment_in(node: Element, reading: Reading) -> datetime | None:
    """A date and time from an element; None, and noted, for what is none."""
    found = as_moment(node.text or "")
    reading.inexact |= found is None or len(node) > 0
    reading.leave_attributes(node)
    return _loosely(node, reading) if found is None else found


def when_in(node: Element, reading: Reading) -> datetime | date | None:
    """A date, with a time or without, from an element; None, and noted, for what is neither."""
    found = as_when(node.text or "")
    reading.inexact |= found is None or len(node) > 0
    reading.leave_attributes(node)
    if found is not None:
        return found
    day = _DAY.fullmatch((node.text or "").strip())
    return as_when(day[1]) if day else _loosely(node, reading)


def _loosely(node: Element, reading: Reading) -> datetime | None:
    """A time that is written in another way than the standard has it."""
    text = (node.text or "").strip()
    found = loosely(text)
    if found is not None and not _VALID.fullmatch(text):
        reading.depart(node, f"{text!r} is not the way to write a time: it is read as {found}")
    return found


_UNITS = {"": 1.0, "seconds": 1.0, "milliseconds": 0.001, "minutes": 60.0, "hours": 3600.0}
_FACTORS = {**_UNITS, "normalplaytime": 1.0}
"""Normal play time is written as on a clock or in seconds (RFC 2326, 3.6)."""
_CLOCK = re.compile(r"([0-9]{1,6}):([0-5][0-9]):([0-5][0-9](?:\.[0-9]{1,9})?)")
_CLOCKS = frozenset("normalplaytime timecode timecodedropframe timecodenondropframe".split())
_NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,9})?")


def seconds_of(value: str, unit: str) -> float | None:
    """The seconds that a duration lasts; None where it cannot be told.

    Args:
        value: the duration, as a number or as on a clock.
        unit: the word of its unit (IPTC NewsCodes: time unit), in small letters; "" for none given,
            which means seconds. How long the units of an edit and frames last, nobody knows.
    """
    clock = _CLOCK.fullmatch(value) if unit in _CLOCKS else None
    if clock:
        return int(clock[1]) * 3600 + int(clock[2]) * 60 + float(clock[3])
    factor = _FACTORS.get(unit)
    if factor is None or not _NUMBER.fullmatch(value):
        return None
    return round(float(value) * factor, 6)


def is_countable(unit: str) -> bool:
    """Whether a unit is a known one, by which seconds can be told."""
    return unit in _UNITS

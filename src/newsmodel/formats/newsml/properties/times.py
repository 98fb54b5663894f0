"""Dates and times as elements.

Times that the standard writes otherwise are read too: with a space for the T, without seconds or
colons, with more than six decimals, a day with an offset. Their spelling is carried.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from newsmodel.formats.newsml.xml.attributes import MOST_OFFSET, as_moment, as_when
from newsmodel.formats.newsml.xml.reading import Element, Reading

_LOOSE = re.compile(
    r"\d{4}-?\d\d-?\d\d[T ](?!24)\d\d:?\d\d(:?\d\d([.,]\d+)?)? ?(Z|[+-]\d\d:?\d\d)?", re.ASCII
)
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
    try:
        found = datetime.fromisoformat(text.replace(" Z", "Z")) if _LOOSE.fullmatch(text) else None
    except ValueError:
        return None
    offset = found.utcoffset() if found is not None else None
    if found is None or (offset is not None and abs(offset) > MOST_OFFSET):
        return None
    if not _VALID.fullmatch(text):
        reading.depart(node, f"{text!r} is not the way to write a time: it is read as {found}")
    return found

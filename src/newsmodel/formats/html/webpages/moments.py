"""Dates and times as pages write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from newsmodel.formats.html.webpages.words import page_words
from newsmodel.model.checks import When

__all__ = ["is_mere_date", "moment", "printed_moment", "printed_when", "when"]

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T\s]+(\d\d?):?(\d\d)(?::?(\d\d)(?:[.,:]\d+)?)?"
    r"\s*(Z|UTC|GMT|[+\-−]\d\d(?::?\d\d)?)?)?(?:\[[\w/]+\])?",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"1\d{9}(\d{3})?")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})\s?[./年년-]\s?(\d{1,2})\s?[./月월-]\s?(\d{1,2})(?!\d)")
_DAY_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?([^\W\d_]{3,}\.?)\s*,?\s*(?:de\s+|del\s+)?(\d{4})"
)
_MONTH_DAY = re.compile(r"([^\W\d_]{3,}\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_CLOCK = re.compile(
    r"(?<![\d:.])(\d{1,2})\s?(?:[:h]|\.(?=\d\d\s*(?:uhr|$|\)|h\b))|時|시)\s?(\d\d)(?::(\d\d))?\s*分?"
    r"\s*(a\.?m\.?|p\.?m\.?)?",
    re.IGNORECASE,
)
_AFTERNOON = re.compile(r"오후|午後|下午")
_ZONES = {"cet": 60, "cest": 120, "mez": 60, "mesz": 120, "gmt": 0, "utc": 0, "bst": 60,
          "edt": -240, "est": -300, "pdt": -420, "pst": -480, "sast": 120, "wib": 420}  # fmt: skip
_ZONE = re.compile(
    rf"(?:GMT|UTC)?\s?([+\-−])(\d{{1,2}})(?::?(\d\d))?\b|\b({'|'.join(_ZONES)})\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+")
_HOUR = re.compile(r"\d\s*(?:[ap]\.?\s?m\b|uhr\b|uur\b|h\b)", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_FIRST_YEAR, _LAST_YEAR = 1600, 2200
_ORDERS = ((_YEAR_FIRST, "ymd"), (_NUMERIC, "dmy"), (_DAY_MONTH, "dmy"), (_MONTH_DAY, "mdy"))


def moment(value: str | None) -> datetime | None:
    """A time written for machines; of a mere day, its beginning."""
    return _beginning(when(value))


def printed_moment(text: str) -> datetime | None:
    """A time as printed; of a mere day, its beginning."""
    return _beginning(printed_when(text))


def _beginning(value: When | None) -> datetime | None:
    if value is None or isinstance(value, datetime):
        return value
    return datetime(value.year, value.month, value.day)  # noqa: DTZ001  # as told


def when(value: str | None) -> When | None:
    """A time written for machines: ISO 8601 and its many misspellings, e-mail's form, seconds.

    A day that is told without an hour is a mere day.
    """
    text = (value or "").strip()
    if match := _ISO.fullmatch(text):
        return _made(match)
    if match := _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text) / (1000 if match[1] else 1), UTC)
    if 12 < len(text) < 60:
        with suppress(ValueError, TypeError, IndexError):
            return _checked(parsedate_to_datetime(text))
    return printed_when(text) if 6 < len(text) < 80 else None


def _made(match: re.Match[str]) -> When | None:
    year, month, day, hour, minute, second = (int(match[n] or 0) for n in range(1, 7))
    with suppress(ValueError):
        if match[4] is None:
            return _day(year, month, day)
        if hour == 24 and not minute:
            return datetime(year, month, day, tzinfo=_zone(match[7])) + timedelta(days=1)
        return _checked(
            datetime(year, month, day, hour, minute, min(second, 59), tzinfo=_zone(match[7]))
        )
    return None


def _day(year: int, month: int, day: int) -> date | None:
    found = date(year, month, day)
    return found if _FIRST_YEAR < year < _LAST_YEAR else None


def _checked(value: datetime) -> datetime | None:
    offset = value.utcoffset()
    if not _FIRST_YEAR < value.year < _LAST_YEAR or (offset and abs(offset) > timedelta(hours=14)):
        return None
    return value.replace(second=value.second, microsecond=0)


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text.upper() in ("Z", "UTC", "GMT"):
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]))
    return timezone(offset if text[0] == "+" else -offset) if offset else UTC


# ------------------------------------------------------------------ as readers see them
def printed_when(text: str) -> When | None:
    """A date as printed, with the time and zone that stand beside it, if they do."""
    for day, end in _days(text):
        clock = _CLOCK.search(text, end) or _CLOCK.search(text[: max(0, end - 6)])
        if clock is None:
            return day
        hour, minute = int(clock[1]), int(clock[2])
        late = (clock[4] or "").lower().startswith("p") or _AFTERNOON.search(text)
        hour = hour % 12 + 12 if late else (0 if clock[4] and hour == 12 else hour)
        if hour > 23 or minute > 59:
            return day
        zone = _ZONE.match(text[clock.end() :].strip(" (")) if clock.end() >= end else None
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=_printed_zone(zone))
    return None


def _printed_zone(match: re.Match[str] | None) -> timezone | None:
    if match is None:
        return None
    if match[4]:
        return timezone(timedelta(minutes=_ZONES[match[4].lower()]))
    offset = timedelta(hours=min(int(match[2]), 13), minutes=int(match[3] or 0) % 60)
    return timezone(-offset if match[1] != "+" else offset)


def _days(text: str) -> Iterator[tuple[date, int]]:
    text = text[:400]
    months = page_words().months
    for pattern, order in _ORDERS:
        for match in pattern.finditer(text):
            parts = dict(zip(order, match.groups(), strict=True))
            month = parts["m"].lower().rstrip(".")
            number = int(month) if month.isdecimal() else months.get(month, 0)
            year, day = int(parts["y"]), int(parts["d"])
            if pattern is _NUMERIC and number > 12 >= day:
                number, day = day, number
            with suppress(ValueError):
                yield date(year + 2000 * (year < 100), number, day), match.end()


def is_mere_date(line: str) -> bool:
    """Whether a line tells a day, with or without its year, or an hour, and nothing else."""
    if _ISO.fullmatch(line.strip()) or _EPOCH.fullmatch(line.strip()):
        return True
    words = page_words()
    known = {*words.months, *words.dated, *words.written, *words.changed, *_ZONES}
    found = _WORDS.findall(line.casefold())
    parts = len(_NUMBER.findall(line)) + sum(word in words.months for word in found)
    parts += _HOUR.search(line) is not None
    return parts > 1 and all(word in known for word in found)

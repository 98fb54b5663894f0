"""Times, as people read them and as machines do."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from newsmodel.formats._shared.escaping import text
from newsmodel.formats.html.pages.words import row_for, table
from newsmodel.language.tags import today
from newsmodel.model.checks import When
from newsmodel.model.tags import language_of

__all__ = ["locale", "machine_date", "printed_date", "time_element"]

_SPACED = frozenset({"ja", "ko", "yue", "zh"})
"""Languages that put no comma between day and hour."""
_ARABIC = frozenset({"ar", "ckb", "fa", "ps", "sd", "ug", "ur"})
"""Languages that write the Arabic comma."""


def time_element(value: When, tag: str | None) -> str:
    """A time for people and machines (HTML, "The time element")."""
    return f'<time datetime="{machine_date(value)}">{text(printed_date(value, tag))}</time>'


def machine_date(value: When) -> str:
    """A valid date string of HTML, which holds no more than milliseconds."""
    if not isinstance(value, datetime) or not value.microsecond:
        return value.isoformat()
    return value.isoformat(timespec="milliseconds")


def printed_date(value: When, tag: str | None) -> str:
    """A day or a moment as it is printed in a language; a moment with the offset it is told in."""
    language = _language(tag)
    day = _printed_day(value, tag)
    if not isinstance(value, datetime):
        return day
    comma = " " if language in _SPACED else "، " if language in _ARABIC else ", "
    return f"{day}{comma}{value:%H:%M}{_zone(value.utcoffset())}"


def _language(tag: str | None) -> str:
    return language_of(tag) if tag else ""


def _printed_day(value: date, tag: str | None) -> str:
    pattern, months = _habits(tag)
    if pattern is None:
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    month = months[value.month - 1] if months else ""
    return pattern.format(day=value.day, month=month, number=value.month, year=value.year)


@lru_cache(maxsize=256)
def _zone(offset: timedelta | None) -> str:
    if offset is None:
        return ""
    minutes = abs(offset) // timedelta(minutes=1)
    if not minutes:
        return " UTC"
    sign = "+" if offset > timedelta() else "\N{MINUS SIGN}"
    rest = f":{minutes % 60:02}" if minutes % 60 else ""
    return f" UTC{sign}{minutes // 60}{rest}"


@lru_cache(maxsize=256)
def _habits(tag: str | None) -> tuple[str | None, tuple[str, ...]]:
    """How a language prints a day, and its months; no pattern for a language nobody told of."""
    rows = table("dates.toml")
    if tag is None or row_for(rows, tag) is None:
        return None, ()
    base = row_for(rows, _language(tag)) or {}
    row: dict[str, Any] = {**base, **(row_for(rows, tag) or {})}
    return row["date"], tuple(row.get("months", ()))


@lru_cache(maxsize=256)
def locale(tag: str | None) -> str | None:
    """Language and territory as OpenGraph names them: `uk_UA`; None where none is known."""
    if tag is None:
        return None
    language, *rest = today(tag).split("-")
    named = next((part for part in rest if len(part) == 2 and part.isalpha()), None)
    territory = named or (row_for(table("dates.toml"), tag) or {}).get("territory")
    if territory is None:
        territory = (row_for(table("dates.toml"), language) or {}).get("territory")
    return f"{language}_{territory}" if territory else None

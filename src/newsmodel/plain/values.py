"""Single plain values: what a string, a number, a moment or a choice must look like.

The patterns say exactly what is read; the schema is made of them too.
"""

from __future__ import annotations

import re
import reprlib
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from math import isfinite
from typing import Any

from newsmodel.model.checks import Refusal, check_for

__all__ = ["DATE", "MOMENT", "READERS", "Unexpected", "checked", "choice", "shown", "when"]

_DAY = (
    "(?!0000)(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)"
)
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?"
_OFFSET = "(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"

DATE = _DAY
"""A day of the calendar, leap years and all (ISO 8601; RFC 3339, `full-date`)."""

MOMENT = f"{_DAY}T{_TIME}{_OFFSET}"
"""A date and a time, with or without an offset (RFC 3339, `date-time`)."""

_DATE, _MOMENT = re.compile(DATE), re.compile(MOMENT)
_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = _SHORT.maxlong = 60


class Unexpected(ValueError):
    """A value is not what the layout asks for; the message says what was expected."""


def shown(value: object) -> str:
    """A value for a message, cut where it is long."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    text = _SHORT.repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def checked(value: Any, check: Callable[[Any], Any]) -> Any:
    """The value as a check of the model gives it back."""
    try:
        return check(value)
    except Refusal as refusal:
        raise Unexpected(f"{shown(value)} {refusal}") from None


def choice(value: Any, kind: type[Enum]) -> Enum:
    """The member of a closed vocabulary."""
    if type(value) is str:
        for member in kind:
            if member.value == value:
                return member
    names = ", ".join(repr(member.value) for member in kind)
    raise Unexpected(f"one of {names} was expected, not {shown(value)}")


def when(value: Any, _: Any) -> datetime | date:
    """A moment, or a day where the string is as long as one."""
    return _date(value, _) if isinstance(value, str) and len(value) == 10 else _datetime(value, _)


def _expect(kind: type, meaning: str) -> Callable[[Any, Any], Any]:
    def hook(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise Unexpected(f"{meaning} was expected, not {shown(value)}")
        return value

    return hook


_TEXT = check_for(str)


def _str(value: Any, _: Any) -> str:
    if type(value) is not str:
        raise Unexpected(f"a string was expected, not {shown(value)}")
    return value if value.isprintable() else checked(value, _TEXT)


def _float(value: Any, _: Any) -> float:
    if type(value) is not int and not isinstance(value, float):
        raise Unexpected(f"a number was expected, not {shown(value)}")
    try:
        number = float(value)
    except OverflowError:
        number = float("inf")
    if not isfinite(number):
        raise Unexpected(f"a number that a double can hold was expected, not {shown(value)}")
    return number


def _datetime(value: Any, _: Any) -> datetime:
    if type(value) is str and _MOMENT.fullmatch(value):
        return datetime.fromisoformat(value)
    raise Unexpected(
        f"a date and time such as '2024-01-10T09:00:00+02:00' was expected, not {shown(value)}"
    )


def _date(value: Any, _: Any) -> date:
    if type(value) is str and _DATE.fullmatch(value):
        return date.fromisoformat(value)
    raise Unexpected(f"a date such as '2024-01-10' was expected, not {shown(value)}")


READERS: dict[Any, Callable[[Any, Any], Any]] = {
    str: _str,
    int: _expect(int, "a whole number"),
    bool: _expect(bool, "true or false"),
    float: _float,
    datetime: _datetime,
    date: _date,
}
"""How a plain value of each Python type is read."""

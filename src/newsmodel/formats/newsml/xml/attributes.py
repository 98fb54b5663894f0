"""Attributes: what their values mean, and whether the standard allows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats._shared.text import writable
from newsmodel.formats.newsml.names import (
    QCODE,
    are_names,
    are_qcodes,
    is_line,
    is_name,
    is_uri,
    known_code,
    rendition_said,
    type_said,
    word,
)
from newsmodel.model import Direction
from newsmodel.model.checks import TAG

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def clean(value: str) -> str:
    """A string from a parser in normal form: a carriage return may stand as a reference."""
    return value if value.isprintable() else writable(value)


same = clean
"""The value of an attribute as it is."""


def as_number(value: str) -> int | None:
    """A whole number above zero, as the standard writes it; None for anything else."""
    return int(value) if _DIGITS.fullmatch(value) and value[0] != "0" else None


def as_size(value: str) -> int | None:
    """A whole number that is not negative; None for anything else."""
    return int(value) if _DIGITS.fullmatch(value) and str(int(value)) == value else None


def as_percent(value: str) -> int | None:
    """A whole number up to a hundred; None for anything else."""
    found = as_size(value)
    return found if found is not None and found <= 100 else None


def as_tag(value: str) -> str | None:
    """A language tag; None for what is none."""
    return value if TAG.fullmatch(value) else None


_DIGITS = re.compile("[0-9]{1,4000}")  # of more digits Python makes no number
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-](0\d|1[0-3]):\d\d|[+-]14:00)?"
)


def as_moment(value: str) -> datetime | None:
    """A date and time (XML Schema: `dateTime`); None for what is none."""
    value = value.strip()
    try:
        return datetime.fromisoformat(value) if _MOMENT.fullmatch(value) else None
    except ValueError:
        return None


def as_when(value: str) -> datetime | date | None:
    """A date, with a time or without; None for what is neither."""
    if not _DAY.fullmatch(value.strip()):
        return as_moment(value)
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        return None


def as_code(value: str) -> str | None:
    """The word of the model for a code; None for what is no code."""
    return word(value) if QCODE.fullmatch(value) else None


def as_type(value: str) -> str | None:
    """The type a code says, by whatever alias; another code as it is, None for what is none."""
    return (type_said(value) or value) if QCODE.fullmatch(value) else None


def as_rendition(value: str) -> str | None:
    """The role of a file likewise."""
    return (rendition_said(value) or value) if QCODE.fullmatch(value) else None


def as_qcode(value: str) -> str | None:
    """A code as it is; None for what is no code."""
    return value if QCODE.fullmatch(value) else None


def as_qcodes(value: str) -> str | None:
    """Codes with a space between as they are; None for what is none."""
    return value if are_qcodes(value) else None


_DIRECTIONS = {"ltr": "ltr", "rtl": "rtl"}


def as_direction(value: str) -> Any:
    """A direction; None for what is none."""
    return Direction(value) if value in _DIRECTIONS else None


Convert = Callable[[str], Any]


_FORMS: dict[str, Callable[[str], object]] = {
    "href": is_uri, "uri": is_uri, "environment": are_qcodes, "qcode": QCODE.fullmatch,
    "literal": is_line, "alias": is_name, "id": is_name, "partid": is_name,
    "contentrefs": are_names, "langid": is_uri,
}  # fmt: skip
"""Attributes that are read whatever they hold, each with what the standard allows there."""


Told = Remembered[tuple[Any, bool | None]]
"""For the value of an attribute what it says, and whether the standard allows it: None where it
does, but by white space that does not count or by another alias."""

Attributes = Mapping[str, tuple[str, Told]]
"""For each attribute that has a place the field it gives, and how its value is read."""


def attributes(known: Mapping[str, tuple[str, Convert]]) -> dict[str, tuple[str, Told]]:
    """How attributes are read: for each the field it gives, and what its value is turned into."""
    return {
        name: (field, _told(convert, _FORMS.get(name))) for name, (field, convert) in known.items()
    }


_COLLAPSING = frozenset({as_number, as_size, as_percent, as_tag})
"""How values are read around which white space does not count (XML Schema: `whiteSpace`)."""


_OF_ANY_SCHEME = frozenset({as_type, as_rendition})


@cache
def _told(convert: Convert, form: Callable[[str], object] | None) -> Told:
    collapses = convert in _COLLAPSING or form is is_uri

    def told(value: str) -> tuple[Any, bool | None]:
        found = convert(value)
        allowed = found is not None and (form is None or bool(form(value)))
        if convert in _OF_ANY_SCHEME and found not in (None, value) and known_code(found) != value:
            return found, None
        if allowed or not collapses or value == (collapsed := " ".join(value.split())):
            return found, allowed
        inner, said = told(collapsed)
        return (inner, None) if said else (found, allowed)

    return Remembered(told)


BY_ADDRESS = {"typeuri": ("type", type_said), "renditionuri": ("rendition", rendition_said)}
"""Attributes that say by an address what others say by a code, and how they are read."""


def by_address(
    name: str, address: str, there: Container[str], known: Attributes
) -> tuple[str, str] | None:
    """What an address says, with the attribute that would say it by a code; None where that does.

    Args:
        name: the attribute that holds the address.
        address: the address.
        there: all attributes of the element.
        known: those that have a place.
    """
    code, said = BY_ADDRESS[name]
    found = said(address) if code in known and code not in there else None
    return None if found is None else (code, found)

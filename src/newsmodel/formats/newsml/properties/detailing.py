"""What is known of a person, an organisation or a place, as elements; `details` reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache, partial
from typing import Any

from newsmodel.formats._shared.escaping import text
from newsmodel.formats.newsml.properties.details import COORDINATES, coordinate, digits
from newsmodel.formats.newsml.xml.writing import (
    Inexact,
    attributes_of,
    code,
    codes,
    element,
    enclosed,
    labels,
    one_line,
    uri,
)
from newsmodel.model import (
    Address,
    Concept,
    ContactInfo,
    Instrument,
    OrganisationDetails,
    PersonDetails,
    PlaceDetails,
    PlaceKind,
    Position,
)
from newsmodel.model.base import joiner, told_by

__all__ = ["instruments", "organisation", "person", "place"]

Write = Callable[[Any], str]


@cache
def _write_concept() -> Callable[[str, Concept], str]:
    from newsmodel.formats.newsml.properties.describing import concept  # noqa: PLC0415  # these hold details

    return concept


def _concept(name: str) -> Callable[[Concept], str]:
    return lambda value: _write_concept()(name, value)


def _concepts(name: str) -> Callable[[Iterable[Concept]], str]:
    return lambda values: "".join([_write_concept()(name, value) for value in values])


def _strings(name: str, values: Iterable[str]) -> str:
    return "".join([enclosed(name, "", text(value)) for value in values])


def _string(name: str, value: str) -> str:
    return enclosed(name, "", text(value))


def _postal_code(value: str) -> str:
    if one_line(value) == "" or value.strip() != value:
        raise Inexact
    return _string("postalCode", value)


def _when(name: str, value: datetime | date) -> str:
    return f"<{name}>{value.isoformat()}</{name}>"


def _writer(name: str, cls: type[Any], parts: dict[str, Write]) -> Write:
    """How an object is written as an element: its fields in that order, and its role if any."""
    roles = {"role": ("role", code)} if hasattr(cls, "role") else {}
    more, inside = attributes_of(cls, roles), joiner(cls, parts, list(parts.values()))
    return lambda value: enclosed(name, more(value), inside(value))


_address = _writer(
    "address",
    Address,
    {
        "lines": partial(labels, "line"),
        "locality": _concept("locality"),
        "areas": _concepts("area"),
        "country": _concept("country"),
        "postal_code": _postal_code,
    },
)

_contact = _writer(
    "contactInfo",
    ContactInfo,
    {
        "emails": partial(_strings, "email"),
        "accounts": partial(_strings, "im"),
        "phones": partial(_strings, "phone"),
        "faxes": partial(_strings, "fax"),
        "web": lambda values: _strings("web", [str(uri(each)) for each in values]),
        "addresses": lambda values: "".join(map(_address, values)),
        "note": partial(_string, "note"),
    },
)


def _contacts(values: Iterable[ContactInfo]) -> str:
    return "".join(map(_contact, values))


person = _writer(
    "personDetails",
    PersonDetails,
    {
        "born": partial(_when, "born"),
        "died": partial(_when, "died"),
        "affiliations": _concepts("affiliation"),
        "contacts": _contacts,
    },
)
"""What is known of a person, as an element."""


def instruments(values: Iterable[Instrument]) -> str:
    """Securities as elements."""
    return "".join([f"<hasInstrument{_instrument_attributes(each)}/>" for each in values])


_instrument_attributes = attributes_of(
    Instrument,
    {
        "symbol": ("symbol", str),
        "symbolsrc": ("symbol_source", code),
        "market": ("market", code),
        "marketlabel": ("market_label", str),
        "type": ("type", codes),
    },
)

organisation = _writer(
    "organisationDetails",
    OrganisationDetails,
    {
        "founded": partial(_when, "founded"),
        "dissolved": partial(_when, "dissolved"),
        "locations": _concepts("location"),
        "affiliations": _concepts("affiliation"),
        "contacts": _contacts,
        "instruments": instruments,
    },
)
"""What is known of an organisation, as an element."""


def place(value: PlaceDetails) -> str:
    """What is known of a place, as an element."""
    if value.kind is not PlaceKind.AREA:
        return _point(value)
    if not _is_mere_position(value):
        raise Inexact
    return enclosed("geoAreaDetails", "", _position(value.position) if value.position else "")


_is_mere_position = told_by(PlaceDetails, ("kind", "position"))


def _position(value: Position) -> str:
    names = [name for name in COORDINATES if getattr(value, name) is not None]
    numbers = [getattr(value, name) for name in names]
    if [coordinate(each) for each in value.printed] == numbers:
        shown = value.printed
    elif value.printed:
        raise Inexact
    else:
        shown = digits(value)
    if any("e" in each.lower() for each in shown) or (value.altitude or 0) % 1:
        raise Inexact
    return element("position", "", list(zip(names, shown, strict=True)))


_point = _writer(
    "POIDetails",
    PlaceDetails,
    {
        "position": _position,
        "address": _address,
        "open_hours": partial(_string, "openHours"),
        "capacity": partial(_string, "capacity"),
        "contacts": _contacts,
        "access": partial(labels, "access"),
        "details": partial(labels, "details"),
    },
)

"""What is known of a person, an organisation or a place, as elements and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache, partial
from typing import Any

import attrs

from newsmodel.formats._shared.escaping import text
from newsmodel.formats.newsml.attributes import as_code, as_qcode, as_qcodes, attributes, same
from newsmodel.formats.newsml.reading import (
    Element,
    N,
    Reading,
    attributes_in,
    label_in,
    no_text,
    nothing_in,
    text_in,
)
from newsmodel.formats.newsml.times import when_in
from newsmodel.formats.newsml.writing import (
    Inexact,
    attributes_of,
    code,
    codes,
    direction,
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
from newsmodel.model.base import joiner, maker, told_by

__all__ = [
    "area_in", "direction", "instrument_in", "instruments", "organisation",
    "organisation_in", "person", "person_in", "place",
    "poi_in",
]  # fmt: skip

Read = Callable[[Element, Reading], Any]

_MAKE_ADDRESS = maker(Address)
_MAKE_CONTACT = maker(ContactInfo)
_MAKE_INSTRUMENT = maker(Instrument)
_MAKE_ORGANISATION = maker(OrganisationDetails)
_MAKE_PERSON = maker(PersonDetails)
_MAKE_PLACE = maker(PlaceDetails)


def _parts_in(
    node: Element, known: dict[Any, tuple[str, Read]], reading: Reading
) -> dict[str, Any]:
    """The fields that children give, each with all its values."""
    no_text(node, reading)
    fields: dict[str, list[Any]] = {}
    for child in node:
        reader = known.get(child.tag)
        if reader is None:
            reading.leave(child)
        else:
            fields.setdefault(reader[0], []).append(reader[1](child, reading))
        tail = child.tail
        if tail and not tail.isspace():
            reading.inexact = True
    return {name: tuple(values) for name, values in fields.items()}


def _single(fields: dict[str, Any], names: tuple[str, ...], reading: Reading) -> None:
    """Take the one value of fields that hold one."""
    for name in names:
        if name in fields:
            reading.inexact |= len(fields[name]) > 1
            fields[name] = fields[name][0]


def _concept_in(node: Element, reading: Reading) -> Concept:
    return _reader_of_concepts()(node, reading)


@cache
def _reader_of_concepts() -> Callable[[Element, Reading], Concept]:
    from newsmodel.formats.newsml.concepts import concept_in  # noqa: PLC0415  # these hold details

    return concept_in


@cache
def _write_concept() -> Callable[[str, Concept], str]:
    from newsmodel.formats.newsml.describing import concept  # noqa: PLC0415  # these hold details

    return concept


def _concept(name: str) -> Callable[[Concept], str]:
    return lambda value: _write_concept()(name, value)


def _concepts(name: str) -> Callable[[Iterable[Concept]], str]:
    return lambda values: "".join([_write_concept()(name, value) for value in values])


def _plain_text_in(node: Element, reading: Reading) -> str:
    reading.leave_attributes(node)
    return text_in(node, reading)


# ------------------------------------------------------------------ reading
_ROLE = attributes({"role": ("role", as_code)})


def address_in(node: Element, reading: Reading) -> Address:
    """An address from an element."""
    fields = attributes_in(node, _ROLE, reading) if node.attrib else {}
    fields |= _parts_in(node, _ADDRESS, reading)
    _single(fields, ("locality", "country", "postal_code"), reading)
    return _MAKE_ADDRESS(**fields)


_ADDRESS: dict[Any, tuple[str, Read]] = {
    f"{N}line": ("lines", label_in),
    f"{N}locality": ("locality", _concept_in),
    f"{N}area": ("areas", _concept_in),
    f"{N}country": ("country", _concept_in),
    f"{N}postalCode": ("postal_code", _plain_text_in),
}


def contact_in(node: Element, reading: Reading) -> ContactInfo:
    """Contact details from an element."""
    fields = attributes_in(node, _ROLE, reading) if node.attrib else {}
    fields |= _parts_in(node, _CONTACT, reading)
    _single(fields, ("note",), reading)
    return _MAKE_CONTACT(**fields)


_CONTACT: dict[Any, tuple[str, Read]] = {
    f"{N}email": ("emails", _plain_text_in),
    f"{N}phone": ("phones", _plain_text_in),
    f"{N}fax": ("faxes", _plain_text_in),
    f"{N}im": ("accounts", _plain_text_in),
    f"{N}web": ("web", _plain_text_in),
    f"{N}address": ("addresses", address_in),
    f"{N}note": ("note", _plain_text_in),
}


def position_in(node: Element, reading: Reading) -> Position | None:
    """A position from an element; None for one that is none."""
    nothing_in(node, reading)
    written = tuple(same(node.get(name) or "") for name in _SPOT if node.get(name) is not None)
    try:
        position = Position(**attributes_in(node, _SPOT, reading))
        if _digits(position) == written:
            return position
        return attrs.evolve(position, printed=written)
    except (ValueError, TypeError):
        reading.inexact = True
        return None


def _float(value: str) -> float | None:
    """A number; None for what is none."""
    try:
        return float(value)
    except ValueError:
        return None


_SPOT = attributes({name: (name, _float) for name in ("latitude", "longitude", "altitude")})


def _plain_when_in(node: Element, reading: Reading) -> datetime | date | None:
    found = when_in(node, reading)
    reading.inexact |= found is None
    return found


def person_in(node: Element, reading: Reading) -> PersonDetails:
    """What is known of a person, from an element."""
    reading.leave_attributes(node)
    fields = _parts_in(node, _PERSON, reading)
    _single(fields, ("born", "died"), reading)
    return _MAKE_PERSON(**fields)


_PERSON: dict[Any, tuple[str, Read]] = {
    f"{N}born": ("born", _plain_when_in),
    f"{N}died": ("died", _plain_when_in),
    f"{N}affiliation": ("affiliations", _concept_in),
    f"{N}contactInfo": ("contacts", contact_in),
}


_INSTRUMENT = attributes(
    {
        "symbol": ("symbol", same),
        "symbolsrc": ("symbol_source", as_qcode),
        "market": ("market", as_qcode),
        "marketlabel": ("market_label", same),
        "type": ("type", as_qcodes),
    }
)


def instrument_in(node: Element, reading: Reading) -> Instrument:
    """A security from an element."""
    nothing_in(node, reading)
    return _MAKE_INSTRUMENT(**({"symbol": ""} | attributes_in(node, _INSTRUMENT, reading)))


def organisation_in(node: Element, reading: Reading) -> OrganisationDetails:
    """What is known of an organisation, from an element."""
    reading.leave_attributes(node)
    fields = _parts_in(node, _ORGANISATION, reading)
    _single(fields, ("founded", "dissolved"), reading)
    return _MAKE_ORGANISATION(**fields)


_ORGANISATION: dict[Any, tuple[str, Read]] = {
    f"{N}founded": ("founded", _plain_when_in),
    f"{N}dissolved": ("dissolved", _plain_when_in),
    f"{N}location": ("locations", _concept_in),
    f"{N}affiliation": ("affiliations", _concept_in),
    f"{N}hasInstrument": ("instruments", instrument_in),
    f"{N}contactInfo": ("contacts", contact_in),
}


def area_in(node: Element, reading: Reading) -> PlaceDetails:
    """What is known of a geographic area, from an element."""
    return _place_in(node, _AREA, reading, PlaceKind.AREA)


def poi_in(node: Element, reading: Reading) -> PlaceDetails:
    """What is known of a point of interest, from an element."""
    return _place_in(node, _POI, reading, PlaceKind.POINT)


def _place_in(
    node: Element, known: dict[Any, tuple[str, Read]], reading: Reading, kind: PlaceKind
) -> PlaceDetails:
    reading.leave_attributes(node)
    fields = _parts_in(node, known, reading)
    _single(fields, ("position", "address", "open_hours", "capacity"), reading)
    return _MAKE_PLACE(kind=kind, **fields)


_AREA: dict[Any, tuple[str, Read]] = {f"{N}position": ("position", position_in)}
_POI: dict[Any, tuple[str, Read]] = {
    **_AREA,
    f"{N}address": ("address", address_in),
    f"{N}openHours": ("open_hours", _plain_text_in),
    f"{N}capacity": ("capacity", _plain_text_in),
    f"{N}contactInfo": ("contacts", contact_in),
    f"{N}access": ("access", label_in),
    f"{N}details": ("details", label_in),
}


# ------------------------------------------------------------------ writing
Write = Callable[[Any], str]


def _strings(name: str, values: Iterable[str]) -> str:
    return "".join([enclosed(name, "", text(value)) for value in values])


def _string(name: str, value: str) -> str:
    return enclosed(name, "", text(value))


def _postal_code(value: str) -> str:
    if one_line(value) == "" or value.strip() != value:
        raise Inexact
    return _string("postalCode", value)


def _when(name: str, value: datetime | date) -> str:
    if isinstance(value, datetime):
        raise Inexact
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
_COORDINATES = ("latitude", "longitude", "altitude")


def _position(value: Position) -> str:
    names = [name for name in _COORDINATES if getattr(value, name) is not None]
    numbers = [getattr(value, name) for name in names]
    if [_float(each) for each in value.printed] == numbers:
        shown = value.printed
    elif value.printed:
        raise Inexact
    else:
        shown = _digits(value)
    if any("e" in each.lower() for each in shown) or (value.altitude or 0) % 1:
        raise Inexact
    return element("position", "", list(zip(names, shown, strict=True)))


def _digits(value: Position) -> tuple[str, ...]:
    """The coordinates in their shortest form."""
    numbers = (getattr(value, name) for name in _COORDINATES)
    return tuple(repr(each).removesuffix(".0") for each in numbers if each is not None)


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

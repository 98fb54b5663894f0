"""What is known of a person, an organisation or a place, from elements; `detailing` writes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import attrs

from newsmodel.formats.newsml.names import is_line, is_uri
from newsmodel.formats.newsml.properties.times import when_in
from newsmodel.formats.newsml.xml.attributes import as_code, as_qcode, as_qcodes, attributes, same
from newsmodel.formats.newsml.xml.reading import (
    Element,
    N,
    Reading,
    attributes_in,
    label_in,
    no_text,
    nothing_in,
    text_in,
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
from newsmodel.model.base import maker

__all__ = [
    "COORDINATES",
    "area_in",
    "coordinate",
    "digits",
    "instrument_in",
    "organisation_in",
    "person_in",
    "poi_in",
]

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
    for child in node[:]:
        reader = known.get(child.tag)
        if reader is None:
            reading.leave(child)
        else:
            strange = len(reading.strange)
            value = reader[1](child, reading)
            if len(reading.strange) == strange or not reading.unread(child, strange):
                fields.setdefault(reader[0], []).append(value)
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
    from newsmodel.formats.newsml.properties.concepts import concept_in  # noqa: PLC0415  # these hold details

    return concept_in


def _plain_text_in(node: Element, reading: Reading) -> str:
    reading.leave_attributes(node)
    return text_in(node, reading)


def _web_in(node: Element, reading: Reading) -> str:
    found = _plain_text_in(node, reading)
    reading.inexact |= not is_uri(found)
    return found


def _postal_code_in(node: Element, reading: Reading) -> str:
    found = _plain_text_in(node, reading)
    reading.inexact |= not found or found.strip() != found or not is_line(found)
    return found


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
    f"{N}postalCode": ("postal_code", _postal_code_in),
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
    f"{N}web": ("web", _web_in),
    f"{N}address": ("addresses", address_in),
    f"{N}note": ("note", _plain_text_in),
}


def position_in(node: Element, reading: Reading) -> Position | None:
    """A position from an element; None for one that is none."""
    nothing_in(node, reading)
    fields = attributes_in(node, _SPOT, reading)
    written = tuple([same(node.get(name) or "") for name in fields])
    try:
        position = Position(**fields)
        if digits(position) == written:
            return position
        return attrs.evolve(position, printed=written)
    except (ValueError, TypeError):
        reading.inexact = True
        return None


def coordinate(value: str) -> float | None:
    """A number as the standard writes it (XML Schema: `decimal`); None for what is none."""
    return float(value) if _DECIMAL.fullmatch(value.strip()) else None


_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")


COORDINATES = ("latitude", "longitude", "altitude")
_SPOT = attributes({name: (name, coordinate) for name in COORDINATES})


def digits(value: Position) -> tuple[str, ...]:
    """The coordinates in their shortest form."""
    numbers = (getattr(value, name) for name in COORDINATES)
    return tuple(repr(each).removesuffix(".0") for each in numbers if each is not None)


def person_in(node: Element, reading: Reading) -> PersonDetails:
    """What is known of a person, from an element."""
    reading.leave_attributes(node)
    fields = _parts_in(node, _PERSON, reading)
    _single(fields, ("born", "died"), reading)
    return _MAKE_PERSON(**fields)


_PERSON: dict[Any, tuple[str, Read]] = {
    f"{N}born": ("born", when_in),
    f"{N}died": ("died", when_in),
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
    f"{N}founded": ("founded", when_in),
    f"{N}dissolved": ("dissolved", when_in),
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

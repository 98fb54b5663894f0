"""Concepts: subjects, people, organisations, places, and those with a part in the work."""

from __future__ import annotations

from typing import Any

from newsmodel.formats.ninjs.properties.contacts import contacts, ways
from newsmodel.formats.ninjs.properties.values import (
    CODE,
    Object,
    as_number,
    known,
    maybe,
    optional,
    text,
    without_none,
)
from newsmodel.formats.ninjs.uris import as_uri, from_uri
from newsmodel.formats.ninjs.versions.dialects import either
from newsmodel.model import (
    Concept,
    Contributor,
    Instrument,
    OrganisationDetails,
    PersonDetails,
    PlaceDetails,
    Position,
    Text,
)
from newsmodel.model.base import given, maker
from newsmodel.model.concept import name_to_show

__all__ = ["as_bare", "as_concept", "as_contributor", "bare", "concept", "contributor"]


_CONCEPT, _TEXT = maker(Concept), maker(Text)


def concept(value: Any, type: str | None = None, role: str = "rel") -> Concept:
    """A concept: a name, an address, a code; see `as_concept`."""
    held = known(value)
    name, literal = maybe(held.get("name")), maybe(either(held, "literal"))
    code = literal if literal is not None and CODE.fullmatch(literal) else None
    uri = maybe(either(held, "uri"))
    return _CONCEPT(
        names=() if name is None else (_TEXT(value=name),),
        uri=None if uri is None else from_uri(uri),
        qcode=code,
        literal=None if code else literal,
        role=maybe(held.get(role)),
        type=type or None,
        **_DETAILS[type](held) if type in _DETAILS else {},
    )


def as_concept(value: Concept, sort: str | None = None, role: str = "rel") -> Object | None:
    """A concept as an object; None where it is not for everybody, for ninjs cannot say so.

    Args:
        value: the concept.
        sort: its type, which tells what else an object of it may say; "" for a mere subject.
        role: the property its role stands in.
    """
    if not value.public:
        return None
    shown = without_none(
        name=name_to_show(value.names),
        uri=None if value.uri is None else as_uri(value.uri),
        literal=value.literal if value.literal is not None else value.qcode,
    )
    if value.role is not None:
        shown[role] = value.role
    if sort == "":
        rated = (value.relevance, value.confidence, value.assigned_by)
        names = ("relevance", "confidence", "creator")
        return shown | without_none(**dict(zip(names, rated, strict=True)))
    details = {
        "person": value.person, "organisation": value.organisation, "geoArea": value.place,
    }.get(sort or "")  # fmt: skip
    return shown if details is None else shown | _detailed(details)


def _detailed(details: PersonDetails | OrganisationDetails | PlaceDetails) -> Object:
    return without_none(
        symbols=_symbols(details) if isinstance(details, OrganisationDetails) else None,
        geoJSON=_point(details) if isinstance(details, PlaceDetails) else None,
        contactInfo=[item for each in details.contacts for item in ways(each)] or None,
    )


def bare(value: Any) -> Concept:
    """A genre: a concept without a role."""
    held = known(value)
    return concept({name: held[name] for name in ("name", "uri", "literal") if name in held})


def as_bare(value: Concept) -> Object | None:
    """A concept as an object without a role."""
    shown = as_concept(value)
    kept = ("name", "uri", "literal")
    return None if shown is None else {name: shown[name] for name in kept if name in shown}


def _rated(held: Object) -> dict[str, Any]:
    return {
        "assigned_by": maybe(held.get("creator")),
        "relevance": optional(Concept, "relevance", held.get("relevance")),
        "confidence": optional(Concept, "confidence", held.get("confidence")),
    }


def _person(held: Object) -> dict[str, Any]:
    reached = contacts(held.get("contactInfo"))
    return {"person": PersonDetails(contacts=reached)} if reached else {}


def _organisation(held: Object) -> dict[str, Any]:
    reached = contacts(held.get("contactInfo"))
    symbols = held.get("symbols")
    found = [_instrument(each) for each in symbols] if isinstance(symbols, list) else []
    instruments = [each for each in found if each is not None]
    if not reached and not instruments:
        return {}
    details = OrganisationDetails(contacts=reached, instruments=tuple(instruments))
    return {"organisation": details}


def _instrument(value: Any) -> Instrument | None:
    if not isinstance(value, dict):
        return None
    symbol = maybe(value.get("symbol", value.get("ticker")))
    kind_uri = maybe(value.get("symbolType"))
    return symbol and Instrument(
        symbol=symbol,
        market=maybe(value.get("exchange")),
        type=None if kind_uri is None else from_uri(kind_uri),
    )  # type: ignore[return-value]  # an empty symbol counts as none


def _symbols(details: OrganisationDetails) -> list[Object] | None:
    shown = [
        without_none(
            symbol=each.symbol,
            exchange=each.market,
            symbolType=None if each.type is None else as_uri(each.type),
        )
        for each in details.instruments
    ]
    return shown or None


def _place(held: Object) -> dict[str, Any]:
    reached, position = contacts(held.get("contactInfo")), _position(held.get("geoJSON"))
    if not reached and position is None:
        return {}
    return {"place": PlaceDetails(contacts=reached, position=position)}


_DETAILS = {"": _rated, "person": _person, "organisation": _organisation, "geoArea": _place}
"""What else an object says, by the type of its concept; "" for a mere subject."""


def _position(value: Any) -> Position | None:
    if not isinstance(value, dict) or value.get("type") != "Point":
        return None
    numbers = value.get("coordinates")
    if not isinstance(numbers, list) or len(numbers) not in (2, 3):
        return None
    names = ("longitude", "latitude", "altitude")
    found = {n: optional(Position, n, v) for n, v in zip(names, numbers, strict=False)}
    return None if None in found.values() else Position(**found)


def _point(details: PlaceDetails) -> Object | None:
    position = details.position
    if position is None:
        return None
    numbers = (position.longitude, position.latitude, position.altitude)
    return {"type": "Point", "coordinates": [as_number(n) for n in numbers if n is not None]}


# ------------------------------------------------------------------ people with a part in it
def contributor(value: Any, part: str) -> Contributor:
    """Somebody with a part in the work, from a person whose `rel` says which."""
    held = known(value)
    _, _, role = text(held.get("rel")).partition("/")
    found = concept({k: v for k, v in held.items() if k != "rel"}, "person")
    alone = found == Concept(type="person", names=found.names)
    return Contributor(
        name=found.names[0].value if found.names else None,
        role=role or None,
        concept=None if alone else Concept(
            **{n: v for n, v in given(found) if n not in ("names", "type")}
        ),
    )  # fmt: skip


def as_contributor(value: Contributor, part: str) -> Object | None:
    """Somebody with a part in the work, as a person whose `rel` says which."""
    shown = as_concept(value.concept, "person") if value.concept is not None else {}
    if shown is None:
        return None
    name = value.name if value.name is not None else shown.get("name")
    rel = f"{part}/{value.role}" if value.role else part
    known_here = ("uri", "literal", "contactInfo")
    rest = {key: shown[key] for key in known_here if key in shown}
    return without_none(name=name, rel=rel) | rest

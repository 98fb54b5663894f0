"""Everything the trade names by code: subjects, people, organisations, places, genres, services."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import attrs

from newsmodel.model.base import Model
from newsmodel.model.checks import Between, Percent, Size, Tag, When, Words
from newsmodel.model.text import Text, as_texts
from newsmodel.model.vocabulary import Direction, PlaceKind, term

if TYPE_CHECKING:
    from newsmodel.model.inlines import Link

__all__ = [
    "Address",
    "Concept",
    "ContactInfo",
    "Instrument",
    "OrganisationDetails",
    "PersonDetails",
    "PlaceDetails",
    "Position",
    "RelatedConcept",
    "as_concept",
    "is_to_show",
    "name_to_show",
    "names_to_show",
]

_TURNED = frozenset({"adjectival", "sort"})
"""Roles of names in a form that only grammar or order ask for (IPTC NewsCodes: name role)."""
_OTHER_NAMES = _TURNED | {"mnemonic", "short"}
"""These, and those that only room asks for."""


def names_to_show(names: tuple[Text, ...]) -> tuple[Text, ...]:
    """The names by which something goes: those to sort by and short ones only where all are."""
    if len(names) < 2:
        return names
    return tuple(filter(is_to_show, names)) or names


def is_to_show(name: Text) -> bool:
    """Whether a name is neither to sort by, nor short, nor an adjective."""
    return term(name.role) not in _OTHER_NAMES


def name_to_show(names: tuple[Text, ...]) -> str | None:
    """The first of the names by which something goes; None where it has none."""
    return names_to_show(names)[0].value if names else None


@attrs.frozen(kw_only=True, repr=False)
class Concept(Model):
    """A thing with a name, and usually a code (NewsML-G2 2.35: concept-valued properties).

    Whether it is the same thing as another is told by `uri`, else `qcode`, else `literal`.
    """

    qcode: str | None = None
    """Code with the alias of its scheme: "medtop:20000587"."""
    uri: str | None = None
    """Address that identifies it, the resolved form of a code."""
    literal: str | None = None
    """Identifier that belongs to no scheme."""
    type: str | None = None
    """What it is: "person", "organisation", "geoArea", "poi", "event", "abstract", "object"; or a
    provider's own code (IPTC NewsCodes: concept nature)."""
    names: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """Names by language and role."""
    definitions: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """What it is, in words."""
    notes: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """Further words about it."""
    role: str | None = None
    """The part it plays here, as a code."""
    rank: Size | None = None
    """Importance among its like; 1 comes first."""
    confidence: Percent | None = None
    """How sure whoever assigned it was, in per cent."""
    relevance: Percent | None = None
    """How much the news is about it, in per cent."""
    why: str | None = None
    """Why it was assigned, as a code."""
    how: str | None = None
    """How it was found, as a code: by a person or a tool."""
    assigned_by: str | None = None
    """Who or what assigned it, as a code."""
    assigned: When | None = None
    """When it was assigned."""
    public: bool = True
    """False where the source keeps it from readers."""
    language: Tag | None = None
    """Language of its names where they have none of their own."""
    direction: Direction | None = None
    """Direction of its names where they have none of their own."""
    same_as: tuple[Concept, ...] = ()
    """The same thing in other schemes."""
    broader: tuple[Concept, ...] = ()
    """What it is a part or a kind of."""
    narrower: tuple[Concept, ...] = ()
    """What is a part or a kind of it."""
    related: tuple[RelatedConcept, ...] = ()
    """Other things it has to do with."""
    facets: tuple[RelatedConcept, ...] = ()
    """Its qualities (deprecated in NewsML-G2 since NAR 1.8, still sent)."""
    main: RelatedConcept | None = None
    """The concept that its qualities narrow down (NewsML-G2: `mainConcept`)."""
    qualities: tuple[RelatedConcept, ...] = ()
    """Those qualities (NewsML-G2: `facetConcept`)."""
    hierarchies: Words = ()
    """Its place in hierarchies: codes from the top down, with spaces between."""
    links: tuple[Link, ...] = ()
    """Where more is said of it, or a picture of it stands (NewsML-G2: `remoteInfo`)."""
    person: PersonDetails | None = None
    """What is known of it as a person."""
    organisation: OrganisationDetails | None = None
    """What is known of it as an organisation."""
    place: PlaceDetails | None = None
    """What is known of it as a place."""
    instruments: tuple[Instrument, ...] = ()
    """The securities traded under its name (NewsML-G2: `hasInstrument`)."""

    @property
    def name(self) -> str | None:
        """The first name for readers, else whatever identifies it; None for an empty concept."""
        return name_to_show(self.names) or self.literal or self.qcode or self.uri

    def name_in(self, language: str) -> str | None:
        """The name in a language, else `name`."""
        wanted = language.lower()
        told = [each for each in self.names if (each.language or "").lower() == wanted]
        names = tuple([each for each in told if term(each.role) not in _TURNED])
        return name_to_show(names) or self.name

    def __str__(self) -> str:
        """The name, "" for an empty concept."""
        return self.name or ""


@attrs.frozen(kw_only=True, repr=False)
class RelatedConcept(Model):
    """A concept's tie to another concept or to a value (NewsML-G2: `related`, `facet`)."""

    rel: str | None = None
    """The kind of tie, as a code."""
    concept: Concept | None = None
    """What it is tied to."""
    value: str | None = None
    """A value instead of a concept."""
    value_type: str | None = None
    """Data type of the value, as an XML Schema name."""
    value_unit: str | None = None
    """Unit of the value, as a code."""


@attrs.frozen(kw_only=True, repr=False)
class Position(Model):
    """A point on the Earth, in degrees and metres (WGS 84)."""

    latitude: Annotated[float, Between(-90, 90)]
    """Degrees north of the equator."""
    longitude: Annotated[float, Between(-180, 180)]
    """Degrees east of Greenwich."""
    altitude: float | None = None
    """Metres above sea level."""
    printed: Words = ()
    """Latitude, longitude and altitude as written, where that is not the shortest form of them; it
    counts while it means the same."""


@attrs.frozen(kw_only=True, repr=False)
class Address(Model):
    """A postal address."""

    lines: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """Street, house number and whatever else is printed above the place."""
    postal_code: str | None = None
    """Postal code."""
    locality: Concept | None = None
    """City, town or village."""
    areas: tuple[Concept, ...] = ()
    """Districts, counties, states, from small to large."""
    country: Concept | None = None
    """Country."""
    role: str | None = None
    """What the address is for, as a code."""


@attrs.frozen(kw_only=True, repr=False)
class ContactInfo(Model):
    """How to reach somebody. Never public."""

    emails: Words = ()
    """E-mail addresses."""
    phones: Words = ()
    """Telephone numbers."""
    faxes: Words = ()
    """Fax numbers."""
    accounts: Words = ()
    """Names in instant-message services and networks."""
    web: Words = ()
    """Addresses of web pages."""
    addresses: tuple[Address, ...] = ()
    """Postal addresses."""
    note: str | None = None
    """Whatever else helps."""
    role: str | None = None
    """What the contact is for, as a code."""


@attrs.frozen(kw_only=True, repr=False)
class PersonDetails(Model):
    """Facts about a person (NewsML-G2: `personDetails`)."""

    born: When | None = None
    """Day of birth."""
    died: When | None = None
    """Day of death."""
    affiliations: tuple[Concept, ...] = ()
    """Organisations the person belongs to; `role` says as what."""
    contacts: tuple[ContactInfo, ...] = ()
    """How to reach the person."""


@attrs.frozen(kw_only=True, repr=False)
class Instrument(Model):
    """A security traded under a symbol (NewsML-G2: `hasInstrument`)."""

    symbol: str
    """The ticker symbol."""
    market: str | None = None
    """The market where it is traded, as a code."""
    market_label: str | None = None
    """The market in words."""
    symbol_source: str | None = None
    """Who assigned the symbol, as a code."""
    type: str | None = None
    """The type of security, as a code."""


@attrs.frozen(kw_only=True, repr=False)
class OrganisationDetails(Model):
    """Facts about an organisation (NewsML-G2: `organisationDetails`)."""

    founded: When | None = None
    """Day it was founded."""
    dissolved: When | None = None
    """Day it ceased to be."""
    locations: tuple[Concept, ...] = ()
    """Where it is."""
    affiliations: tuple[Concept, ...] = ()
    """Organisations it belongs to."""
    instruments: tuple[Instrument, ...] = ()
    """Its securities."""
    contacts: tuple[ContactInfo, ...] = ()
    """How to reach it."""


@attrs.frozen(kw_only=True, repr=False)
class PlaceDetails(Model):
    """Facts about a place (NewsML-G2: `geoAreaDetails`, `POIDetails`)."""

    kind: PlaceKind = PlaceKind.AREA
    """Whether it is an area or a point of interest."""
    position: Position | None = None
    """Where it lies."""
    address: Address | None = None
    """Its postal address."""
    open_hours: str | None = None
    """When it is open, in words."""
    capacity: str | None = None
    """How many it holds, in words."""
    access: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """How to get there."""
    details: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """Where in the building, and the like."""
    contacts: tuple[ContactInfo, ...] = ()
    """How to reach it."""


def as_concept(value: Concept | str | None) -> Concept | None:
    """A concept from a concept or from a mere name."""
    return Concept(names=[value]) if isinstance(value, str) else value

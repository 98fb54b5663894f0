"""Who and what the examples are about; all of it invented."""

from __future__ import annotations

from datetime import UTC, date, datetime

from newsmodel.model import (
    Address,
    Concept,
    ContactInfo,
    Contributor,
    Direction,
    Instrument,
    Link,
    OrganisationDetails,
    PersonDetails,
    PlaceDetails,
    PlaceKind,
    Position,
    RelatedConcept,
    Rendition,
    Speaker,
    Text,
)

__all__ = [
    "AGENCY",
    "AUTHOR",
    "BRIDGES",
    "BUILDER",
    "MAYOR",
    "MAYOR_SPEAKS",
    "PHOTOGRAPHER",
    "TOWN",
    "TOWN_HALL",
    "TRANSLATOR",
]

TOWN = Concept(
    qcode="ex-place:1",
    uri="https://example.com/places/1",
    type="geoArea",
    names=(
        Text(value="Vyhadane", language="en"),
        Text(value="Вигадане", language="uk"),
        Text(value="فيهادانه", language="ar", direction=Direction.RIGHT_TO_LEFT),
    ),
    broader=(
        Concept(qcode="ex-place:10", names=[Text(value="Prytula region", language="en")]),
        Concept(qcode="ex-place:100", names=[Text(value="Exampleland", language="en")]),
    ),
    narrower=(Concept(literal="left-bank", names=["Left Bank"]),),
    place=PlaceDetails(
        position=Position(
            latitude=49.5, longitude=31.25, altitude=87, printed=("49.50", "31.25", "87")
        )
    ),
)

TOWN_HALL = Concept(
    qcode="ex-place:2",
    type="poi",
    names=[Text(value="Town Hall", language="en")],
    place=PlaceDetails(
        kind=PlaceKind.POINT,
        position=Position(latitude=49.5078125, longitude=31.25),
        address=Address(
            lines=["Town Hall", "1 Market Square"],
            postal_code="00001",
            locality=Concept(names=["Vyhadane"]),
            areas=(Concept(names=["Prytula district"]),),
            country=Concept(qcode="ex-place:100", names=["Exampleland"]),
            role="ex-address:office",
        ),
        open_hours="Mon-Fri 9-17",
        capacity="300 in the hall",
        access=[Text(value="Bus 7 to Market Square", language="en")],
        details=["First floor, on the left"],
        contacts=(ContactInfo(web=("https://example.com/town",)),),
    ),
)

MAYOR = Concept(
    qcode="ex-person:1",
    type="person",
    names=(
        Text(value="Olena Vyhadana", language="en", role="ex-name:full", rank=1),
        Text(value="Олена Вигадана", language="uk", role="ex-name:full", rank=2),
    ),
    definitions=[Text(value="Mayor of Vyhadane", language="en", role="drol:summary")],
    notes=[Text(value="Not to be confused with her sister.", language="en")],
    same_as=(Concept(uri="https://example.org/people/vyhadana"),),
    related=(
        RelatedConcept(rel="ex-rel:memberOf", concept=Concept(literal="council")),
        RelatedConcept(
            rel="ex-rel:height", value="1.71", value_type="xs:decimal", value_unit="ex-unit:m"
        ),
    ),
    facets=(RelatedConcept(rel="ex-rel:office", concept=Concept(literal="mayor")),),
    person=PersonDetails(
        born=date(1979, 5, 3),
        died=None,
        affiliations=(Concept(names=["Town council"], role="ex-role:chair"),),
        contacts=(
            ContactInfo(
                emails=("mayor@example.com",),
                phones=("+000 000 000",),
                faxes=("+000 000 001",),
                accounts=("@vyhadana@example.com",),
                web=("https://example.com/mayor",),
                addresses=(Address(lines=["1 Market Square"], locality=TOWN),),
                note="Not before ten.",
                role="ex-contact:office",
            ),
        ),
    ),
)

FOUNDER = Concept(
    literal="ivan-prykladny",
    type="person",
    names=["Ivan Prykladny"],
    person=PersonDetails(born=date(1860, 1, 1), died=datetime(1931, 2, 3, 4, 5, tzinfo=UTC)),
)

BUILDER = Concept(
    qcode="ex-org:7",
    type="organisation",
    names=[Text(value="Mist & Sons", language="en"), Text(value="Міст і сини", language="uk")],
    rank=2,
    related=(RelatedConcept(rel="ex-rel:founder", concept=FOUNDER),),
    links=(
        Link(
            href="https://example.com/mist/logo.png",
            rel="ex-rel:logo",
            title="Logo",
            content_type="image/png",
        ),
    ),
    organisation=OrganisationDetails(
        founded=date(1901, 4, 1),
        dissolved=date(2023, 12, 31),
        locations=(TOWN,),
        affiliations=(Concept(names=["Guild of Builders"], role="ex-role:member"),),
        instruments=(
            Instrument(
                symbol="MIST",
                market="ex-market:main",
                market_label="Main Market",
                symbol_source="ex-source:board",
                type="ex-security:share",
            ),
        ),
        contacts=(ContactInfo(emails=("office@example.com",)),),
    ),
)

SHARE = Concept(literal="mist-share", instruments=(Instrument(symbol="MIST.EX"),))

BRIDGES = Concept(
    qcode="medtop:20000337",
    type="abstract",
    names=[Text(value="bridges", language="en")],
    rank=1,
    confidence=95,
    relevance=80,
    why="ex-why:direct",
    how="ex-how:person",
    assigned_by="ex-tool:tagger",
    assigned=datetime(2024, 1, 10, 8, 16, tzinfo=UTC),
    language="en",
    direction=Direction.LEFT_TO_RIGHT,
)

AGENCY = Concept(
    qcode="ex-org:1",
    uri="https://example.com/",
    type="organisation",
    names=[Text(value="Example Wire", language="en")],
)

MAYOR_SPEAKS = Speaker(printed="Vyhadana", person=MAYOR, role="mayor")

AUTHOR = Contributor(
    name="Ann Sample",
    role="writer",
    concept=Concept(literal="ann-sample", type="person", names=["Ann Sample"]),
    biography="Ann Sample writes about rivers.",
    links=(Link(href="https://example.com/people/ann", title="More by Ann Sample"),),
    image=Rendition(href="https://example.com/people/ann.jpg", content_type="image/jpeg"),
)

TRANSLATOR = Contributor(name="Taras Perekladenko", role="nm:translator")

PHOTOGRAPHER = Contributor(name="Pat Shutter", role="photographer")

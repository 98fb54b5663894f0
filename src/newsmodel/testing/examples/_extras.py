"""What providers add to the example: marks, icons, properties of their own."""

from __future__ import annotations

from newsmodel.model import (
    AltId,
    Article,
    Catalog,
    Concept,
    Hash,
    Interaction,
    Part,
    Rating,
    Region,
    RelatedConcept,
    Rendition,
    TimeSpan,
)

CATALOGS = (Catalog(href="https://example.com/catalog.xml"),)
MOOD = RelatedConcept(rel="ex-prop:mood", value="glad", value_type="xs:string")
DESK = RelatedConcept(rel="ex-prop:desk", concept=Concept(qcode="ex-desk:local"))
ICON = Rendition(href="https://example.com/i/bridge-64.png", width=64, height=64)

STARS = Rating(
    value=4.5,
    scale_min=1,
    scale_max=5,
    scale_unit="ex-unit:star",
    type="ex-rating:overall",
    calculation="ex-calc:mean",
    raters=12,
    rater_type="ex-rater:customer",
)
SHARED = Interaction(count=310, type="ex-use:shared")

WALKING = Concept(
    names=["Walking bridges"],
    main=RelatedConcept(concept=Concept(qcode="medtop:20000337")),
    qualities=(RelatedConcept(rel="ex-rel:use", concept=Concept(qcode="ex-use:walking")),),
    hierarchies=("medtop:04000000 medtop:20000337",),
)

CHECKSUM = Hash(value="9e107d9d372bb6826bd81d3542a419d6", type="ex-hash:MD5", scope="ex:all")

DOWNLOAD = Rendition(
    href="https://example.com/v/opening-4k.mov",
    version=2,
    format="ex-format:mov",
    characteristics=(("videocodec", "ex-codec:h265"), ("videoframerate", "25")),
    alt_ids=(AltId(value="opening-4k", type="ex-id:file"),),
    hashes=(CHECKSUM,),
    signals=(Concept(qcode="sig:update"),),
    properties=(MOOD,),
)

SPEECH = TimeSpan(start="15", end="48", unit="timeunit:seconds", rendition="ex-rendition:web")

CHILD = Part(
    id="child",
    sequence=1,
    content="crowd",
    region=Region(x=120, y=80, width=300, height=200),
    role=Concept(qcode="ex-part:detail"),
    icons=(ICON,),
    about=Article(id="child", headline="A child runs ahead", language="en"),
)

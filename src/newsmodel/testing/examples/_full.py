"""An article that uses everything the model has."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from newsmodel.model import (
    Access,
    AlternativeText,
    AltId,
    Article,
    Catalog,
    Concept,
    Contributor,
    Correction,
    CorrectionKind,
    Dateline,
    EditorNote,
    Embargo,
    Extension,
    Generator,
    Header,
    Hop,
    Link,
    Provenance,
    RelatedConcept,
    Rendition,
    Rights,
    RightsExpression,
    Scheme,
    Text,
    Timestamp,
    Translation,
    TranslationMethod,
)
from newsmodel.testing.examples._body import ARABIC, ENGLISH, UKRAINIAN
from newsmodel.testing.examples._extras import (
    CATALOGS,
    CHECKSUM,
    DESK,
    ICON,
    MOOD,
    SHARED,
    STARS,
    WALKING,
)
from newsmodel.testing.examples._media import BRIDGE, CROWD, INTERVIEW, OPENING
from newsmodel.testing.examples._people import (
    AGENCY,
    AUTHOR,
    BRIDGES,
    BUILDER,
    MAYOR,
    SHARE,
    TOWN,
    TOWN_HALL,
    TRANSLATOR,
)

__all__ = ["full_featured"]

_MOODS = Scheme(
    alias="ex-mood",
    uri="https://example.com/codes/mood/",
    names=[Text(value="Moods", language="en")],
    definitions=[Text(value="How a story feels to its readers", language="en")],
    notes=["Not for the archive"],
)
_SCHEMES = (
    _MOODS,
    *(
        Scheme(alias=f"ex-{name}", uri=f"https://example.com/codes/{name}/")
        for name in (
            *("action", "address", "audience", "cms", "constraint", "contact", "headline", "how"),
            *("id", "keyword", "market", "name", "note", "notice", "org", "part", "person"),
            "place",
            *("rel", "rendition", "role", "security", "service", "set", "source", "take", "tool"),
            *("unit", "use", "why"),
        )
    ),
)
_KYIV = timezone(timedelta(hours=2))
_ID = "urn:newsml:example.com:20240110:bridge-story"

_RIGHTS = Rights(
    holder=AGENCY,
    accountable=Concept(names=["Erin Chief"], role="ex-role:editor"),
    notices=[Text(value="© 2024 Example Wire", language="en", role="ex-notice:short", rank=1)],
    usage_terms=[Text(value="Not for archives.", language="en", href="https://example.com/terms")],
    links=(Link(href="https://example.com/licence", rel="license", title="Licence"),),
    data_mining="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED",
    expressions=(
        RightsExpression(
            language="http://www.w3.org/ns/odrl/2/",
            content='{"permission": []}',
            content_type="application/ld+json",
        ),
    ),
    properties=(RelatedConcept(rel="ex-prop:fee", value="false", value_type="xs:boolean"),),
)

_HEADER = Header(
    sent=datetime(2024, 1, 10, 8, 30, tzinfo=UTC),
    sender="example.com",
    transmit_id="tag:example.com,2024:17",
    priority=4,
    origin="Vyhadane desk",
    destinations=(Concept(literal="paper-1"),),
    channels=(Concept(literal="text-en"),),
    signals=(Concept(qcode="sig:update"),),
    timestamps=(Timestamp(value=datetime(2024, 1, 10, 8, 29, 59, tzinfo=UTC), role="received"),),
    catalogs=CATALOGS,
    extensions=(Extension(format="ninjs", place="$.routing", content='"7"'),),
)

_UKRAINIAN = Translation(
    id=f"{_ID}-uk",
    version=4,
    language="uk",
    url="https://example.com/uk/bridge",
    headline="Вигадане відкрило новий міст через чотири роки",
    headlines=[Text(value="Новий міст", role="ex-headline:short")],
    summary="Міст через Притулу відкрито.",
    byline="Тарас Перекладенко",
    dateline=Dateline(text="ВИГАДАНЕ, 10 січня (Приклад) \N{EM DASH}"),
    body=UKRAINIAN,
    authors=(Contributor(name="Тарас Перекладенко", role="writer"),),
    keywords=["міст", "річка"],
    published=datetime(2024, 1, 10, 9, tzinfo=_KYIV),
    item=Article(id=f"{_ID}-uk", section="Громада", provider=AGENCY, urgency=3, catalogs=CATALOGS),
)

_ARABIC = Translation(
    id=f"{_ID}-ar",
    version=1,
    language="ar",
    url="https://example.com/ar/bridge",
    headline="بلدة تفتتح جسرها الجديد",
    summary="افتُتح الجسر فوق النهر.",
    body=ARABIC,
    source_language="en",
    source_id=_ID,
    source_version=3,
    translators=(Contributor(name="Layla Mithal", role="nm:translator"),),
    method=TranslationMethod.MACHINE_EDITED,
    provenance=(
        Provenance(
            scope="translation",
            digital_source_type="trainedAlgorithmicMedia",
            tool="Example Translator 3",
            reviewed_by="Layla Mithal",
            disclosure="Translated by machine and gone over by an editor.",
        ),
    ),
)

_ARTICLE = Article(
    id=_ID,
    version=3,
    language="en",
    url="https://example.com/en/bridge",
    headline="Vyhadane opens its new bridge after four years",
    headlines=[
        Text(value="A bridge, at last", role="ex-headline:kicker", rank=1),
        Text(value="Bridge opens", language="en", role="ex-headline:short"),
    ],
    title="bridge-opening main",
    summary="The bridge over the Prytula is open.",
    descriptions=[Text(value="Four years of detours are over.", role="teaser")],
    byline="By Ann Sample in Vyhadane",
    dateline=Dateline(
        text="VYHADANE, Jan 10 (Example) \N{EN DASH}",
        place="VYHADANE",
        date=date(2024, 1, 10),
        agency="Example",
        language="en",
    ),
    slugline="BRIDGE-VYHADANE/OPENING",
    body=ENGLISH,
    corrections=(
        Correction(
            text="An earlier version gave the wrong year.",
            kind=CorrectionKind.CLARIFICATION,
            date=datetime(2024, 1, 10, 10, 15, tzinfo=_KYIV),
            version=2,
            language="en",
        ),
    ),
    status_code=Concept(qcode="stat:usable", names=[Text(value="Usable", language="en")]),
    signals=(Concept(qcode="sig:correction"),),
    embargo=Embargo(until=datetime(2024, 1, 10, 6, tzinfo=UTC)),
    editor_notes=(
        EditorNote(
            blocks=["Call the builder before ten."],
            role="ex-note:desk",
            public=False,
            constraint="ex-constraint:desk",
            language="en",
        ),
    ),
    rights=_RIGHTS,
    authors=(AUTHOR,),
    contributors=(Contributor(name="Erin Chief", role="ex-role:editor"),),
    subjects=(BRIDGES, WALKING, MAYOR, BUILDER, Concept(literal="desk-only", public=False)),
    genres=(Concept(qcode="genre:Current", names=["current"]),),
    places=(TOWN, TOWN_HALL),
    keywords=[
        Text(value="bridge", rank=1, confidence=95, relevance=80),
        Text(value="river", role="ex-keyword:extra"),
    ],
    links=(
        Link(
            residref="urn:newsml:example.com:20200101:old-bridge",
            rel="irel:seeAlso",
            title="The old bridge closes",
            version=2,
            content_type="application/vnd.iptc.g2.newsitem+xml",
            rank=1,
            links=(Link(href="https://example.com/b1", rel="ex-rel:short"),),
            target=Article(
                id="urn:newsml:example.com:20200101:old-bridge",
                provider=AGENCY,
                headline="Wooden bridge over the Prytula closes for good",
            ),
        ),
        Link(
            href="https://example.com/plans.pdf",
            rel="ex-rel:source",
            hreflang="uk",
            renditions=(Rendition(href="https://example.com/plans.tiff"),),
        ),
    ),
    first_created=datetime(2024, 1, 9, 20, tzinfo=_KYIV),
    version_created=datetime(2024, 1, 10, 10, 15, 30, tzinfo=_KYIV),
    created=date(2024, 1, 9),
    modified=datetime(2024, 1, 10, 10, 15, 30, 250000, tzinfo=_KYIV),
    published=datetime(2024, 1, 10, 6, 0, 5, tzinfo=UTC),
    scheduled=datetime(2024, 1, 10, 6, tzinfo=UTC),
    expires=datetime(2034, 1, 10, tzinfo=UTC),
    ratings=(STARS,),
    interactions=(SHARED,),
    icons=(ICON,),
    properties=(MOOD,),
    hashes=(CHECKSUM,),
    item_properties=(DESK,),
    provenance=(Provenance(scope="text", reviewed_by="Erin Chief"),),
    source_language="uk",
    source_id=f"{_ID}-uk",
    source_version=4,
    translators=(TRANSLATOR,),
    method=TranslationMethod.HUMAN,
    alternatives=(
        AlternativeText(
            content="Vyhadane has a bridge again.",
            role="ex-rendition:short",
            content_type="text/plain",
            word_count=5,
            language="en",
        ),
        AlternativeText(
            content="Made for paper 1: a bridge again.",
            role="ex-rendition:nonpublic",
            public=False,
            constraint="ex-constraint:desk",
            custom=True,
        ),
    ),
    alt_ids=(AltId(value="4711", type="ex-id:cms", environment="ex-cms"),),
    extensions=(Extension(format="ninjs", place="$.mood", content='"glad"'),),
    kind_code=Concept(qcode="ninat:text", names=[Text(value="Text", language="en")]),
    role=Concept(qcode="ex-take:lead", names=[Text(value="Lead", language="en")]),
    translations=(_UKRAINIAN, _ARABIC),
    images=(BRIDGE, CROWD),
    videos=(OPENING,),
    audios=(INTERVIEW,),
    provider=AGENCY,
    publisher=Concept(names=["The Example"], uri="https://example.com/paper"),
    info_sources=(Concept(literal="town-hall", role="isrol:originator"),),
    services=(Concept(qcode="ex-service:en"),),
    section="Local",
    credit="Example Wire",
    urgency=4,
    priority=5,
    profile="story-1.2",
    file_name="bridge-opening.xml",
    generators=(Generator(name="Example Desk", version="4.2"),),
    instance_of=(Concept(qcode="ex-series:openings"),),
    member_of=(Concept(qcode="ex-set:bridges", names=[Text(value="Bridges", language="en")]),),
    audiences=(Concept(qcode="ex-audience:general"),),
    excluded_audiences=(Concept(qcode="ex-audience:archives"),),
    access=Access.METERED,
    sponsor=Concept(names=["Friends of the River"]),
    content_warnings=("flashing pictures",),
    assertions=(MAYOR, SHARE),
    catalogs=(
        Catalog(href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"),
        Catalog(titles=["Schemes of the river desk"], schemes=_SCHEMES),
    ),
    hops=(
        Hop(
            sequence=1,
            timestamp=datetime(2024, 1, 10, 8, 20, tzinfo=UTC),
            party=AGENCY,
            actions=(Concept(qcode="ex-action:checked"),),
        ),
    ),
    message_header=_HEADER,
)


def full_featured() -> Article:
    """An article in three languages, with pictures, quotations and everything else.

    It was under an embargo until 06:00 UTC on 10 January 2024, and holds things that readers
    never see: a page shows what `public` leaves of it at a later moment.
    """
    return _ARTICLE

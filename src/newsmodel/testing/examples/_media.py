"""The pictures, the video and the sound of the full example."""

from __future__ import annotations

from datetime import UTC, date, datetime

from newsmodel.model import (
    AltId,
    Article,
    Audio,
    Embargo,
    Extension,
    FocalPoint,
    Image,
    ImageCaption,
    ImageRole,
    Kind,
    Part,
    Provenance,
    Rendition,
    Rights,
    Status,
    Video,
)
from newsmodel.testing.examples._extras import CATALOGS, CHILD, DOWNLOAD, SPEECH
from newsmodel.testing.examples._people import AGENCY, BRIDGES, BUILDER, MAYOR, PHOTOGRAPHER, TOWN

__all__ = ["BRIDGE", "CROWD", "INTERVIEW", "OPENING"]

BRIDGE = Image(
    id="urn:newsml:example.com:20240110:bridge",
    version=2,
    headline="The bridge at dawn",
    role=ImageRole.LEAD,
    renditions=(
        Rendition(
            href="https://example.com/i/bridge-3000.jpg",
            residref="tag:example.com,2024:bridge-3000",
            role="highRes",
            content_type="image/jpeg",
            width=3000,
            height=2000,
            size=2_400_000,
            colour_space="colsp:sRGB",
            title="bridge-3000.jpg",
            public=False,
        ),
        Rendition(
            href="https://example.com/i/bridge-800.jpg",
            role="web",
            content_type="image/jpeg",
            width=800,
            height=533,
        ),
    ),
    captions=(
        ImageCaption(
            language="en",
            text="The new bridge at dawn.",
            alt_text="A white bridge with two arches over a misty river",
            credit="Pat Shutter/Example Wire",
            photographers=("Pat Shutter",),
            agencies=("Example Wire",),
            label="Photo",
            printed="The new bridge at dawn. Photo: Pat Shutter/Example Wire",
        ),
        ImageCaption(
            language="uk",
            text="Новий міст на світанку.",
            alt_text="Білий міст із двома арками над туманною річкою",
            credit="Pat Shutter/Example Wire",
            photographers=("Pat Shutter",),
            label="Фото",
        ),
        ImageCaption(
            language="ar", text="الجسر الجديد عند الفجر.", alt_text="جسر أبيض بقوسين فوق نهر"
        ),
    ),
    creator=PHOTOGRAPHER,
    credit="Example Wire",
    caption_writer="AS",
    instructions="MANDATORY CREDIT",
    rights=Rights(holder=AGENCY, notices=["© 2024 Example Wire"]),
    embargo=Embargo(until=datetime(2024, 1, 10, 6, tzinfo=UTC)),
    subjects=(BRIDGES,),
    people_shown=(MAYOR,),
    places=(TOWN,),
    created=datetime(2024, 1, 10, 5, 41, 7, tzinfo=UTC),
    provenance=(Provenance(scope="image", digital_source_type="digitalCapture"),),
    focal_point=FocalPoint(x=0.5, y=0.25),
    alt_ids=(AltId(value="IMG_0417", type="ex-id:file", environment="camera", role="ex-use:name"),),
    extensions=(Extension(format="ninjs", place="$.fpoint", content='{"z": 1}'),),
)

CROWD = Image(
    id="urn:newsml:example.com:20240110:crowd",
    role=ImageRole.INLINE,
    renditions=(
        Rendition(id="crowd", href="https://example.com/i/crowd.webp", content_type="image/webp"),
    ),
    captions=(
        ImageCaption(language="en", text="First steps.", alt_text="Children run over a bridge"),
        ImageCaption(language="uk", text="Перші кроки.", alt_text="Діти біжать мостом"),
        ImageCaption(language="ar", text="الخطوات الأولى.", alt_text="أطفال يركضون فوق جسر"),
    ),
    creator=PHOTOGRAPHER,
    credit="Pat Shutter",
    created=date(2024, 1, 10),
    item=Article(
        id="urn:newsml:example.com:20240110:crowd",
        kind=Kind.PICTURE,
        provider=BUILDER,
        urgency=7,
        language="en",
        parts=(CHILD,),
        catalogs=CATALOGS,
    ),
)

OPENING = Video(
    id="urn:newsml:example.com:20240110:opening",
    headline="The opening",
    duration=121.5,
    poster=Rendition(href="https://example.com/v/opening.jpg", content_type="image/jpeg"),
    transcript="Music. We waited four years.",
    renditions=(
        DOWNLOAD,
        Rendition(
            href="https://example.com/v/opening.mp4", content_type="video/mp4", duration=121.5
        ),
    ),
    item=Article(
        id="urn:newsml:example.com:20240110:opening",
        kind=Kind.VIDEO,
        provider=AGENCY,
        parts=(Part(id="speech", spans=(SPEECH,)),),
        catalogs=CATALOGS,
    ),
)

INTERVIEW = Audio(
    id="urn:newsml:example.com:20240110:interview",
    duration=300.0,
    transcript="We waited four years, and today we walk.",
    status=Status.WITHHELD,
    renditions=(Rendition(href="https://example.com/a/interview.mp3", content_type="audio/mpeg"),),
)

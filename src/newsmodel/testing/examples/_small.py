"""Articles that each show one thing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from newsmodel.model import (
    Article,
    Block,
    Concept,
    ConceptRef,
    ContactInfo,
    Contributor,
    Correction,
    CorrectionKind,
    EditorNote,
    Embargo,
    Figure,
    Group,
    GroupRef,
    Header,
    Heading,
    Image,
    ImageCaption,
    ImageRole,
    InlineQuote,
    Kind,
    LanguageSpan,
    Link,
    Message,
    OtherItem,
    Package,
    Paragraph,
    PersonDetails,
    Rendition,
    Status,
    Translation,
    TranslationMethod,
)
from newsmodel.model.base import changed
from newsmodel.testing.examples._extras import MOOD
from newsmodel.testing.examples._people import AGENCY

__all__ = [
    "a_message",
    "an_article",
    "corrected",
    "embargoed",
    "killed",
    "long",
    "many_images",
    "minimal",
    "non_public_notes",
    "right_to_left",
    "stale_translation",
    "withheld",
]

_ID = "urn:newsml:example.com:20240110:market"


def an_article(**changes: Any) -> Article:
    """An ordinary article: headline, author, a few paragraphs, a quotation.

    Args:
        changes: fields to give other values, as for `attrs.evolve`.
    """
    said = InlineQuote(content="The market stays", attribution="the mayor said")
    article = Article(
        id=_ID,
        version=1,
        language="en",
        headline="Market to stay on the square",
        summary="The council has voted.",
        authors=(Contributor(name="Ann Sample"),),
        body=[
            "The weekly market stays on the square.",
            Paragraph(content=[said, ", the mayor said."]),
        ],
        published=datetime(2024, 1, 10, 9, tzinfo=UTC),
        version_created=datetime(2024, 1, 10, 8, 55, tzinfo=UTC),
    )
    return changed(article, **changes)


def minimal() -> Article:
    """Only an id: the least there can be."""
    return Article(id="urn:newsml:example.com:20240110:minimal")


def killed() -> Article:
    """A kill of the ordinary article: its id, a higher version, no text."""
    return Article(
        id=_ID,
        version=9,
        language="en",
        status=Status.CANCELED,
        version_created=datetime(2024, 1, 10, 11, tzinfo=UTC),
        signals=(Concept(qcode="sig:cancel"),),
    )


def long(paragraphs: int = 200) -> Article:
    """An article of many paragraphs, with a heading before every tenth.

    Args:
        paragraphs: how many.
    """
    body: list[Block] = []
    for number in range(1, paragraphs + 1):
        if number % 10 == 1:
            body.append(Heading(content=f"Stall {number} and what it sells", level=2))
        body.append(Paragraph(content=f"Stall {number} has been on the square for {number} years."))
    return an_article(id=f"{_ID}-long", headline="Every stall on the square", body=body)


def non_public_notes() -> Article:
    """An article with notes, contacts and orders that no reader may see."""
    picture = Image(
        id=f"{_ID}-photo",
        instructions="MANDATORY CREDIT, NO ARCHIVES",
        captions=(ImageCaption(language="en", text="The square", alt_text="Stalls on a square"),),
        renditions=(Rendition(href="https://example.com/square.jpg"),),
    )
    reachable = PersonDetails(contacts=(ContactInfo(emails=("ann.sample@example.com",)),))
    reporter = Contributor(name="Ann Sample", concept=Concept(person=reachable))
    return an_article(
        authors=(reporter,),
        title="market take 2, hold the last line",
        editor_notes=(EditorNote(blocks=["Desk: call the mayor before printing."]),),
        images=(picture,),
    )


def withheld() -> Article:
    """An article that may not be used for now."""
    return an_article(status=Status.WITHHELD)


def embargoed() -> Article:
    """An article under an embargo without an end; one of its translations is free."""
    free = Translation(id=f"{_ID}-uk", language="uk", headline="Ринок лишається")
    return an_article(embargo=Embargo(), published=None, translations=(free,))


def corrected() -> Article:
    """An article with three notices that something was changed."""
    return an_article(
        version=2,
        corrections=(
            Correction(text="The market is held on Fridays.", version=1),
            Correction(kind=CorrectionKind.UPDATE, date=datetime(2024, 1, 10, 12, tzinfo=UTC)),
            Correction(
                text="Заголовок уточнено.", kind=CorrectionKind.CLARIFICATION, language="uk"
            ),
        ),
    )


def right_to_left() -> Article:
    """An article in Hebrew with a few words in English."""
    name = LanguageSpan(content="Example Wire", language="en")
    return Article(
        id="urn:newsml:example.com:20240110:he",
        language="he",
        headline="השוק נשאר בכיכר",
        body=[
            "השוק השבועי נשאר בכיכר, 10 דוכנים (לפחות).",
            Paragraph(content=["כך נמסר ל-", name, "."]),
            Paragraph(content=[InlineQuote(content="השוק נשאר", marks=("„", "”")), ", אמרה."]),
        ],
    )


def stale_translation() -> Article:
    """An article whose translation was made from an older version than the present one."""
    german = Translation(
        id=f"{_ID}-de",
        version=1,
        language="de",
        headline="Markt bleibt auf dem Platz",
        body=["Der Wochenmarkt bleibt."],
        source_language="en",
        source_id=_ID,
        source_version=1,
        method=TranslationMethod.HUMAN,
    )
    return an_article(version=3, translations=(german, Translation(language="uk")))


def many_images() -> Article:
    """An article with a dozen pictures: one in the lead, one in the text, the rest in a gallery."""
    images = tuple(_picture(number) for number in range(1, 13))
    return an_article(images=images, body=["Pictures.", Figure(image_id="picture-2")])


def _picture(number: int) -> Image:
    roles = {1: ImageRole.LEAD, 2: ImageRole.INLINE}
    return Image(
        id=f"picture-{number}",
        role=roles.get(number, ImageRole.GALLERY),
        renditions=(Rendition(href=f"https://example.com/i/{number}.jpg"),),
        captions=(
            ImageCaption(
                language="en",
                text=f"Stall {number}.",
                alt_text=f"A stall with {number} baskets",
                credit="Pat Shutter",
                photographers=("Pat Shutter",),
            ),
        ),
    )


def a_message() -> Message:
    """A message with a text, its picture, a package that ties them and a concept."""
    text = an_article(links=(Link(rel="irel:associatedWith", residref="picture-1"),))
    picture = Article(id="picture-1", kind=Kind.PICTURE, images=(Image(credit="Pat Shutter"),))
    return Message(
        header=Header(sent=datetime(2024, 1, 10, 9, tzinfo=UTC), sender="example.com"),
        items=(text, picture, _package(text, picture), _knowledge()),
    )


def _package(*items: Article) -> Package:
    links = tuple(Link(residref=item.id, version=item.version) for item in items)
    return Package(
        item=Article(id="urn:newsml:example.com:20240110:top", headline="Top news", version=1),
        root="all",
        groups=(
            Group(id="all", role="ex-group:root", members=(GroupRef(idref="market"),)),
            Group(
                id="market",
                role="ex-group:story",
                mode="pgrmod:seq",
                titles=["The market"],
                members=(*links, ConceptRef(concept=AGENCY)),
                properties=(MOOD,),
            ),
        ),
    )


def _knowledge() -> OtherItem:
    return OtherItem(
        kind="conceptItem",
        id="urn:newsml:example.com:20240110:concept",
        version=1,
        content=(
            '<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2"'
            ' standardversion="2.35" guid="urn:newsml:example.com:20240110:concept" version="1">'
            '<itemMeta><itemClass qcode="cinat:concept"/><provider literal="example"/>'
            "<versionCreated>2024-01-10T09:00:00Z</versionCreated></itemMeta><concept>"
            '<conceptId qcode="ex-place:1"/><name>Vyhadane</name></concept></conceptItem>'
        ),
    )

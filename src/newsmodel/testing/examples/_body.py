"""The body of the full example in its three languages: a node of every class."""

from __future__ import annotations

from datetime import date

from newsmodel.model import (
    Block,
    BlockQuote,
    Code,
    Concept,
    Direction,
    Divider,
    Embed,
    Emphasis,
    Figure,
    HeaderScope,
    Heading,
    InlineQuote,
    LanguageSpan,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Mention,
    Paragraph,
    Preformatted,
    QuoteKind,
    RawBlock,
    RawInline,
    RowSection,
    Section,
    SectionKind,
    Speaker,
    Strong,
    Subscript,
    Superscript,
    Table,
    TableCell,
    TableRow,
    Text,
    Time,
)
from newsmodel.testing.examples._people import BUILDER, MAYOR, MAYOR_SPEAKS, TOWN

__all__ = ["ARABIC", "ENGLISH", "UKRAINIAN"]

_OPENING = Paragraph(
    attributes={"class": "lead"},  # type: ignore[arg-type]  # a mapping will do
    content=[
        Mention(content="Vyhadane", concept=TOWN),
        " opened its new bridge over the Prytula on ",
        Time(content="Wednesday", value=date(2024, 1, 10)),
        ", four years after the ",
        Emphasis(content=["old ", Strong(content="wooden")]),
        " one was closed.",
    ],
)

_IN_PIECES = Paragraph(
    content=[
        InlineQuote(
            id="waited",
            content="We waited four years,",
            speaker=MAYOR_SPEAKS,
            attribution="said Vyhadana",
            medium="at the opening",
            kind=QuoteKind.DIRECT,
            original=Text(value="Ми чекали чотири роки, і сьогодні йдемо.", language="uk"),
            source_url="https://example.com/video/1",
        ),
        " said ",
        Mention(content="Vyhadana", concept=MAYOR),
        ", ",
        InlineQuote(id="waited", content=["and today we ", Emphasis(content="walk"), "."]),
    ],
)

_SET_APART = BlockQuote(
    id="swim",
    blocks=["“My grandmother swam.", "I drove the bus round by the ford.”"],
    speaker=Speaker(printed="a bus driver", anonymous=True),
    attribution="A bus driver, who did not want to be named",
    kind=QuoteKind.DIRECT,
)

_PULLED = BlockQuote(blocks=["My grandmother swam."], kind=QuoteKind.PULL)

_FOREIGN = Paragraph(
    content=[
        "A sign reads ",
        LanguageSpan(
            content="مرحباً بكم",
            language="ar",
            direction=Direction.RIGHT_TO_LEFT,
            attributes=(("class", "sign"),),
        ),
        " and, below it, ",
        InlineQuote(content="Ласкаво просимо", marks=("«", "»"), language="uk"),
        ".",
        LineBreak(),
        "The river holds 10",
        Superscript(content="6"),
        " m",
        Superscript(content="3"),
        " of H",
        Subscript(content="2"),
        "O; the gauge reports it as ",
        Code(content='{"level": 1}'),
        ".",
        RawInline(format="xhtml", content="<wbr/>"),
    ],
)

_LINKED = Paragraph(
    content=[
        "The builder, ",
        Mention(content="Mist & Sons", concept=BUILDER),
        ", gives its ",
        Link(
            content="accounts",
            href="https://example.com/accounts?year=2023&page=1",
            rel="ex-rel:source",
            title="Accounts of 2023",
            hreflang="uk",
            content_type="text/html",
        ),
        " in full.",
    ]
)

_LISTS = (
    ListBlock(
        items=[
            "cars",
            ListItem(
                content=["people, ", Emphasis(content="also"), ListBlock(items=["with dogs"])]
            ),
        ]
    ),
    ListBlock(ordered=True, start=3, items=["third span", "fourth span"]),
)

_TABLE = Table(
    caption=["What it cost, in ", Emphasis(content="millions")],
    rows=(
        TableRow(
            section=RowSection.HEAD,
            cells=(
                TableCell(header=True, content="Part"),
                TableCell(header=True, colspan=2, content="Cost"),
            ),
        ),
        TableRow(
            cells=(
                TableCell(header=True, rowspan=2, scope=HeaderScope.ROWS, content="Steel"),
                TableCell(content="1.5"),
                TableCell(content=["planned ", Strong(content="1.2")]),
            )
        ),
        TableRow(cells=(TableCell(content="paid"), TableCell(content=[Paragraph(content="late")]))),
        TableRow(section=RowSection.FOOT, cells=(TableCell(colspan=3, content="All of it paid"),)),
    ),
)

_EMBED = Embed(
    provider="Example Video",
    url="https://example.com/video/1",
    title="The opening, in two minutes",
    fallback=[
        Paragraph(content=[Link(content="See the opening", href="https://example.com/video/1")])
    ],
)

ENGLISH: tuple[Block, ...] = (
    _OPENING,
    Figure(image_id="urn:newsml:example.com:20240110:bridge"),
    _IN_PIECES,
    _SET_APART,
    Heading(content="What changes"),
    Section(kind=SectionKind.ASIDE, blocks=[Heading(level=3, content="On the river"), *_LISTS]),
    _PULLED,
    _TABLE,
    _FOREIGN,
    _LINKED,
    _EMBED,
    Preformatted(content="  7:00  first bus\n 23:30  last bus"),
    Divider(),
    Section(public=False, blocks=["Desk: the minister may still come."]),
    RawBlock(format="xhtml", content="<details><summary>More</summary></details>"),
    Figure(image_id="urn:newsml:example.com:20240110:crowd"),
)

UKRAINIAN: tuple[Block, ...] = (
    Paragraph(content=["Міст через Притулу у ", Mention(content="Вигаданому", concept=TOWN), "."]),
    Figure(image_id="urn:newsml:example.com:20240110:bridge"),
    Paragraph(
        content=[
            InlineQuote(
                id="waited",
                content="Ми чекали чотири роки",
                speaker=Speaker(printed="Вигадана", person=MAYOR, role="міська голова"),
                attribution="сказала Вигадана",
                kind=QuoteKind.DIRECT,
                marks=("«", "»"),
            ),
            ", \N{EM DASH} сказала Вигадана. ",
            InlineQuote(id="waited", content="І сьогодні йдемо", marks=("«", "»")),
            ".",
        ]
    ),
    Heading(content="Що зміниться"),
)

ARABIC: tuple[Block, ...] = (
    Paragraph(content="افتتحت البلدة جسرها الجديد يوم الأربعاء."),
    Paragraph(
        direction=Direction.RIGHT_TO_LEFT,
        content=[
            InlineQuote(
                content="انتظرنا أربع سنوات",
                speaker=Speaker(printed="رئيسة البلدية", person=Concept(names=[MAYOR.names[0]])),
                kind=QuoteKind.PARTIAL,
                marks=("«", "»"),
            ),
            "، قالت رئيسة البلدية لشركة ",
            LanguageSpan(content="Mist & Sons", language="en", direction=Direction.LEFT_TO_RIGHT),
            ".",
        ],
    ),
)

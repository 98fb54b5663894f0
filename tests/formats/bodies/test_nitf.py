"""Bodies in NITF."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from lxml import etree

from newsmodel.formats._shared.nitf import NitfBody, NitfImage, read
from newsmodel.model import (
    Block,
    BlockQuote,
    Concept,
    Dateline,
    Embed,
    Figure,
    Heading,
    InlineQuote,
    LanguageSpan,
    Link,
    ListBlock,
    Mention,
    Paragraph,
    Preformatted,
    Rendition,
    Section,
    SectionKind,
    Speaker,
    Table,
    TableCell,
    TableRow,
    Text,
    Time,
)
from newsmodel.model.base import changed
from tests.formats.bodies.markup import NITF

HEAD = """
<body.head>
  <hedline><hl1><!-- title -->Bridge
     closed</hl1><hl2>River traffic goes on</hl2></hedline>
  <byline>By<person>Kim Olsen</person><byttl>Example Press</byttl></byline>
  <distributor><org>EXA</org></distributor>
  <dateline><location><city>Oslo</city>, <country>Norway</country></location>
    <story.date norm="20240110T090000+0100"/></dateline>
  <abstract><p>Cracks were found.</p></abstract>
  <note type="npa"><p>Not before noon.</p></note>
</body.head>
"""


def document(content: str, head: str = "", end: str = "", namespace: str = NITF) -> NitfBody:
    declared = f' xmlns="{namespace}"' if namespace else ""
    return read(
        etree.fromstring(
            f"<nitf{declared}><head><title>No</title></head><body>{head}"
            f"<body.content>{content}</body.content>{end}</body></nitf>"
        )
    )


def p(*content: object, **fields: object) -> Paragraph:
    return changed(Paragraph(), content=content, **fields)


def named(text: str, type: str, **fields: str) -> Mention:
    concept = Concept(type=type, names=(Text(value=text),))
    return Mention(content=text, concept=changed(concept, **fields))


def test_what_stands_above_the_text() -> None:
    body = document("<p>a</p>", HEAD)
    hour = timezone(timedelta(hours=1))
    assert body.headline == "Bridge closed"
    assert body.subheadlines == ("River traffic goes on",)
    assert body.byline == "By Kim Olsen Example Press"
    assert body.distributor == "EXA"
    assert body.dateline == Dateline(
        text="Oslo, Norway", place="Oslo, Norway", date=datetime(2024, 1, 10, 9, tzinfo=hour)
    )
    assert body.abstract == (p("Cracks were found."),)
    note = Section(kind=SectionKind.ASIDE, public=False, blocks=(p("Not before noon."),))
    assert body.notes == (note,)
    assert body.blocks == (note, p("a"))
    assert not body.faithful


@pytest.mark.parametrize(
    "head",
    [
        "<hedline><hl1>Bridge closed</hl1></hedline>",
        "<headline><hl1>Bridge closed</hl1></headline>",
        "<hedline>Bridge closed</hedline>",
    ],
)
@pytest.mark.parametrize("namespace", [NITF, "", "http://iptc.org/std/nar/2006-10-01/"])
def test_headlines_in_every_form_and_namespace(head: str, namespace: str) -> None:
    body = document("<p>a</p>", f"<body.head>{head}</body.head>", namespace=namespace)
    assert (body.headline, body.blocks) == ("Bridge closed", (p("a"),))


CONTENT: dict[str, tuple[Block, ...]] = {
    '<p lede="true" class="x">a</p>': (p("a", attributes={"class": "x", "data-lede": "true"}),),
    "<hl2>Traffic</hl2>": (Heading(level=2, content="Traffic"),),
    '<block id="b"><hl2>a</hl2><p>b</p></block>': (
        Section(
            kind=SectionKind.DIVISION,
            attributes=(("id", "b"),),
            blocks=(Heading(content="a"), p("b")),
        ),
    ),
    "<bq><block><p>Yes.</p></block><credit>Kim Olsen</credit></bq>": (
        BlockQuote(
            blocks=(p("Yes."),),
            attribution="Kim Olsen",
        ),
    ),
    '<p>He said <q quote-source="Kim">yes</q></p>': (
        p(
            "He said ",
            InlineQuote(
                content="yes",
                speaker=Speaker(person=Concept(names=(Text(value="Kim"),))),
            ),
        ),
    ),
    "<p><person>Kim</person>, <org>EXA</org> in <location>Oslo</location></p>": (
        p(named("Kim", "person"), ", ", named("EXA", "organisation"), " in ",
          named("Oslo", "geoArea")),
    ),
    '<p><event value="e:1">Cup</event></p>': (p(named("Cup", "event", literal="e:1")),),
    '<p><chron norm="20240110">Wednesday</chron></p>': (
        p(Time(value=date(2024, 1, 10), content="Wednesday")),
    ),
    '<p><chron norm="soon">later</chron></p>': (p(Time(content="later")),),
    '<p><lang iso="fr">oui</lang> <money>5 euros</money></p>': (
        p(
            LanguageSpan(language="fr", content="oui"),
            " ",
            LanguageSpan(attributes=(("data-nitf", "money"),), content="5 euros"),
        ),
    ),
    "<ul><li>a</li></ul><pre>b  c</pre>": (
        ListBlock(items=("a",)),
        Preformatted(content="b  c"),
    ),
    "<table><tr><th>W</th><td>4</td></tr></table>": (
        Table(
            rows=(TableRow(cells=(TableCell(header=True, content="W"), TableCell(content="4"))),)
        ),
    ),
    '<ol seqnum="3"><li>a</li></ol>': (ListBlock(items=("a",), ordered=True, start=3),),
    '<media media-type="other"><media-reference mime-type="text/html" source="https://e.example/m"/>'
    "<media-caption>A map</media-caption><media-producer>Ann Lee/AP</media-producer></media>": (
        Embed(
            provider="e.example",
            url="https://e.example/m",
            fallback=(p("A map"), p("Ann Lee/AP")),
        ),
    ),
    '<media media-type="other"><media-reference source="javascript:a()"/>'
    "<media-caption>A map</media-caption></media>": (p("A map"),),
    "<media><media-caption>No file</media-caption></media>": (p("No file"),),
    "<fn><p>1 a note</p></fn>": (p("1 a note"),),
    '<note type="pa"><p>To editors</p></note>': (
        Section(kind=SectionKind.ASIDE, blocks=(p("To editors"),)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("markup", CONTENT)
def test_the_elements_of_nitf(markup: str) -> None:
    assert document(markup).blocks == CONTENT[markup]


_HALF = "<frac><frac-num>1</frac-num><frac-den>2</frac-den></frac>"
_NAME = (
    "<name.given>Ann</name.given><!-- x --><alt-code idsrc='x' value='y'/>"
    "<name.family>Lee</name.family>"
)
_ADDRESS = (
    "<addressee>Ann Lee</addressee><delivery.point>1 High St</delivery.point>"
    "<postcode>N1</postcode>"
)
_PLACE = "<city>Newport</city><state>Wales</state><country>UK</country>"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (f"by {_HALF} percent", "by 1/2 percent"),
        (f"by 2{_HALF}.", "by 2 1/2."),
        (f"by <num>2 {_HALF}</num>", "by 2 1/2"),
        (f"by <num>2</num>{_HALF} percent", "by 2 1/2 percent"),
        (f"by 2<!-- x --><num>{_HALF}</num>", "by 2 1/2"),
        ("<frac>\n <frac-num>1</frac-num>\n <frac-den>2</frac-den>\n</frac>.", "1/2."),
        ("<frac><frac-num>1</frac-num><frac-sep/><frac-den>2</frac-den></frac>", "1/2"),
        (
            "<frac><frac-num>1</frac-num><frac-sep>-</frac-sep><frac-den>2</frac-den></frac>",
            "1-2",
        ),
        (
            "<person><name.given>Ann</name.given><name.family>Lee</name.family></person> said",
            "Ann Lee said",
        ),
        (f"<person>{_NAME}</person>", "Ann Lee"),
        (
            "<person><name.family>山田</name.family><name.given>太郎</name.given></person>さん",
            "山田太郎さん",
        ),
        ("<person>Ann Lee</person><function>mayor</function>", "Ann Lee mayor"),
        (f"In <location>{_PLACE}</location> today", "In Newport Wales UK today"),
        ("<location><city>Newport</city>, <country>UK</country></location>", "Newport, UK"),
        ("<location><city>Newport</city><country>, UK</country></location>", "Newport, UK"),
        (f"<postaddr>{_ADDRESS}</postaddr>", "Ann Lee 1 High St N1"),
        ("<em>New</em><em>port</em>", "Newport"),
    ],
)
def test_parts_of_names_places_and_fractions_are_not_glued(markup: str, text: str) -> None:
    (block,) = document(f"<p>{markup}</p>").blocks
    assert isinstance(block, Paragraph)
    assert block.text == text
    head = f"<body.head><hedline><hl1>{markup}</hl1></hedline></body.head>"
    if "<em>" not in markup:
        assert document("<p>a</p>", head).headline == text


@pytest.mark.parametrize(
    "said", ['type="npa"', 'noteclass="editorsnote"', 'noteclass="EditorsNote" type="std"']
)
def test_notes_to_editors_are_not_for_readers(said: str) -> None:
    (note,) = document(f"<note {said}><p>Call the desk.</p></note>").blocks
    assert isinstance(note, Section)
    assert not note.public


@pytest.mark.parametrize("said", ['noteclass="editorsnote" type="pa"', 'noteclass="foot"', ""])
def test_other_notes_are(said: str) -> None:
    (note,) = document(f"<note {said}><p>The bridge is open.</p></note>").blocks
    assert isinstance(note, Section)
    assert note.public


def test_notes_to_editors_in_and_around_captions_are_not_for_readers() -> None:
    def media(caption: str) -> str:
        return (
            '<media media-type="image"><media-reference source="https://example.org/a.jpg"/>'
            f"<media-caption>{caption}</media-caption></media>"
        )

    note = '<note noteclass="editorsnote"><p>Call the desk.</p></note>'
    (image,) = document(media(f"<p>The bridge.</p>{note}")).images
    assert image.captions == ((None, "The bridge."),)
    body = document(f'<note type="npa">{media("Call the desk.")}</note>')
    (aside,) = body.blocks
    assert isinstance(aside, Section)
    assert not aside.public
    assert body.images == ()


@pytest.mark.parametrize(
    "inside",
    [
        "<p>Rain in Vilkhove.</p><p>(EX Photo/Jan Kos)</p>",
        "Rain in Vilkhove.<br/>(EX Photo/Jan Kos)",
        "\n<p>Rain in\nVilkhove.</p>\n<p/>(EX <b>Photo</b>/<person>Jan Kos</person>)",
    ],
)
def test_paragraphs_of_a_caption_are_lines_and_those_of_a_line_words(inside: str) -> None:
    caption = f'<media-reference source="a.jpg"/><media-caption>{inside}</media-caption>'
    (image,) = document(f"<media>{caption}</media>").images
    assert image.captions == ((None, "Rain in Vilkhove.\n(EX Photo/Jan Kos)"),)
    for name in ("byline", "dateline", "hl1"):
        head = document("<p>a</p>", f"<body.head><{name}>{inside}</{name}></body.head>")
        said = (head.byline, head.dateline and head.dateline.text, head.headline)
        assert "Rain in Vilkhove. (EX Photo/Jan Kos)" in said


def test_other_media_that_are_pictures_are_shown_as_such() -> None:
    for told in ('source="a.jpg"', 'mime-type="image/jpeg" source="a"'):
        body = document(f'<media media-type="other"><media-reference {told}/></media>')
        assert [type(block) for block in body.blocks] == [Figure]


@pytest.mark.parametrize(
    ("inside", "dateline"),
    [
        ('<story.date norm="20240110T090000Z">20240110T090000Z</story.date>', None),
        ('<story.date norm="20240110T090000+0100"/>', None),
        ("20240110T090000+0100", None),
        (
            '<location>Oslo</location>, <story.date norm="20240110">20240110</story.date>',
            Dateline(text="Oslo", place="Oslo", date=date(2024, 1, 10)),
        ),
        ("<story.date>Jan 10</story.date> (EXA) -", Dateline(text="Jan 10 (EXA) -")),
    ],
)
def test_a_time_in_a_machine_s_words_is_no_dateline(inside: str, dateline: object) -> None:
    head = f"<body.head><dateline>{inside}</dateline></body.head>"
    assert document("<p>a</p>", head).dateline == dateline


def test_media_are_figures_and_images() -> None:
    body = document(
        '<p>a</p><media media-type="image" id="m">'
        '<media-reference source="a.jpg" mime-type="image/jpeg" width="640" height="48px"/>'
        '<media-reference source="b.jpg"/><media-object>AAAA</media-object>'
        "<media-caption>The <org>Bridge</org></media-caption>"
        "<media-producer>Kim Olsen</media-producer></media>"
        '<p>b<img source="c.jpg"/></p>'
    )
    assert body.blocks == (
        p("a"),
        Figure(image_id=body.images[0].id, attributes=(("id", "m"),)),
        p("b"),
        Figure(image_id=body.images[1].id),
    )
    assert body.images == (
        NitfImage(
            id="urn:x-newsmodel:figure:f8a882d4f5d20df5",
            files=(
                Rendition(href="a.jpg", content_type="image/jpeg", width=640, height=48),
                Rendition(href="b.jpg"),
            ),
            kind="image",
            captions=((None, "The Bridge"),),
            credit="Kim Olsen",
        ),
        NitfImage(id=body.images[1].id, files=(Rendition(href="c.jpg"),)),
    )


@pytest.mark.parametrize(
    ("media", "kind"),
    [
        ('media-type="data"><media-reference source="files/t.csv"/>', None),
        ('media-type="application"><media-reference source="t.csv" mime-type="text/csv"/>', None),
        ('><media-reference source="t.csv" mime-type="text/csv"/>', None),
        ('media-type="other"><media-reference source="t.jpg" mime-type="image/jpeg"/>', "image"),
        ('><media-reference source="t.mp4" mime-type="video/mp4"/>', "video"),
        ('media-type="Audio"><media-reference source="t.mp3"/>', "audio"),
        ('><media-reference source="t.jpg"/>', "image"),
    ],
)
def test_media_of_other_kinds_are_links_to_files(media: str, kind: str | None) -> None:
    body = document(f"<media {media}<media-caption>The mill</media-caption></media>")
    assert [image.kind for image in body.images] == ([] if kind is None else [kind])
    if kind is None:
        href = "files/t.csv" if "files" in media else "t.csv"
        content_type = "text/csv" if "mime" in media else None
        link = Link(href=href, content="t.csv", content_type=content_type)
        assert body.blocks == (p(link), p("The mill"))


def test_media_that_others_know_have_the_ids_these_give() -> None:
    markup = '<nitf><body><media><media-reference source="a.jpg"/></media></body></nitf>'
    element = etree.fromstring(markup)
    known = {"a.jpg": "urn:example:picture"}
    found = read(element, lambda hrefs: known.get(hrefs[0]))
    assert found.blocks == (Figure(image_id="urn:example:picture"),)
    assert found.images == ()


def test_what_ends_a_document_ends_its_text() -> None:
    end = (
        "<body.end><tagline>Kim is in Oslo.</tagline><bibliography>Books</bibliography></body.end>"
    )
    assert document("<p>a</p>", end=end).blocks == (p("a"), p("Kim is in Oslo."), p("Books"))


@pytest.mark.parametrize(
    "person",
    [
        "Olha Marchuk, <function>mayor</function>",
        "<function>Mayor</function> Olha Marchuk",
        "Olha Marchuk (<!-- now --><function>mayor of <b>Vilkhove</b></function>)",
    ],
)
def test_the_function_of_a_person_is_no_part_of_the_name(person: str) -> None:
    (block,) = document(f"<p><person>{person}</person> spoke.</p>").blocks
    assert isinstance(block, Paragraph)
    mention = block.content[0]
    assert isinstance(mention, Mention)
    assert mention.concept == Concept(type="person", names=(Text(value="Olha Marchuk"),))

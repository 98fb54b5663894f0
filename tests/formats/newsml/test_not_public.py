"""What a provider marks as not public is not shown, whatever it is and wherever it stands."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from json import loads
from typing import Any

import attrs
import pytest
from lxml import etree

from newsmodel import (
    Article,
    Block,
    BlockQuote,
    Concept,
    Embargo,
    Figure,
    Image,
    ImageCaption,
    ListBlock,
    ListItem,
    Paragraph,
    RelatedConcept,
    Rendition,
    Section,
    SectionKind,
    Status,
    Translation,
    public,
)
from newsmodel.formats import html, json, newsml, ninjs
from tests.formats.newsml.documents import NAR, XHTML, for_others, news_item, page, triples
from tests.formats.newsml.everything import EVERYTHING

N = f"{{{NAR}}}"
MILL = "urn:x:mill"
TRADE = frozenset(
    f"{N}{name}"
    for name in (
        "itemClass versionCreated firstCreated embargoed pubStatus generator"
        " expires language edNote inlineRef derivedFrom derivedFromValue timeDelim"
    ).split()
)
"""What counts however it is marked, or is never shown at all."""


def properties(root: etree._Element) -> list[etree._Element]:
    """The elements of the first item that a reader may see something of."""
    item = next(root.iter(f"{N}newsItem"))
    sections = [f"{N}{name}" for name in ("rightsInfo", "contentMeta", "partMeta", "assert")]
    inside = [each for name in sections for node in item.iter(name) for each in node.iter(f"{N}*")]
    meta = [each for node in item.iter(f"{N}itemMeta") for each in node.iterdescendants(f"{N}*")]
    whole = item.iter(f"{N}itemMeta", f"{N}contentMeta", f"{N}contentSet")
    found = dict.fromkeys([*inside, *meta, *item.iter(f"{N}inlineXML", f"{N}inlineData"), *whole])
    return [node for node in found if node.tag not in TRADE]


def words_of(node: etree._Element) -> set[str]:
    """What stands in an element, and nowhere else in the document."""
    trade = {part for each in node.iter(*TRADE) for part in each.iter()}
    parts = [each for each in node.iter() if each not in trade]
    said = {" ".join((text or "").split()) for each in parts for text in (each.text, each.tail)}
    said |= {str(value) for each in parts for value in each.attrib.values()}
    return {each for each in said if len(each) > 4 and EVERYTHING.count(each) == 1}


NUMBERS = range(len(properties(etree.fromstring(EVERYTHING.encode()))))


@pytest.mark.parametrize("attribute", ["pubconstraint", "pubconstrainturi"])
def test_no_marked_property_is_public(attribute: str) -> None:
    shown_somewhere = 0
    for number in NUMBERS:
        root = etree.fromstring(EVERYTHING.encode())
        node = properties(root)[number]
        secret = words_of(node)
        plain = newsml.loads_message(etree.tostring(root)).articles[0]
        shown_somewhere += any(each in json.dumps(public(plain, override=True)) for each in secret)
        node.set(attribute, "rvr:desk" if attribute == "pubconstraint" else "https://r.example/d")
        document = etree.tostring(root)
        message = newsml.loads_message(document)
        open_to_all = public(message.articles[0], override=True)
        where = root.getroottree().getpath(node)
        shown = (
            json.dumps(open_to_all),
            ninjs.dumps(open_to_all),
            html.dumps(open_to_all, override=True),
        )
        for text in shown:
            assert not [each for each in secret if each in text], where
        assert triples(newsml.dumps(message)) == triples(document), where
        carried = json.loads_message(json.dumps(message))
        assert triples(newsml.dumps(carried)) == triples(document), where
    assert shown_somewhere > len(NUMBERS) // 2


@pytest.mark.parametrize(
    "value",
    [
        Concept(qcode="rvr:a", related=(RelatedConcept(concept=Concept(qcode="rvr:secret")),)),
        Concept(qcode="rvr:a", broader=(Concept(qcode="rvr:secret"),)),
        Concept(qcode="rvr:a", same_as=(Concept(qcode="rvr:secret"),)),
    ],
    ids=["related", "broader", "the same"],
)
def test_what_is_hidden_here_stays_hidden_there(value: Concept) -> None:
    def hidden(_: Concept) -> Concept:
        return Concept(qcode="rvr:secret", public=False)

    changed = attrs.evolve(
        value,
        related=tuple(
            attrs.evolve(r, concept=hidden(r.concept or Concept())) for r in value.related
        ),
        broader=tuple(map(hidden, value.broader)),
        same_as=tuple(map(hidden, value.same_as)),
    )
    article: Article = attrs.evolve(newsml.loads(news_item()), subjects=(changed,))
    again = newsml.loads(newsml.dumps(article))
    assert again.subjects == (changed,)
    assert "rvr:secret" not in json.dumps(public(again))


def test_a_hidden_text_by_address_is_no_body() -> None:
    body = page("<p>Names of witnesses</p>", more=' pubconstrainturi="https://r.example/desk"')
    article = newsml.loads(news_item(body=body))
    assert "witnesses" not in json.dumps(public(article))


@pytest.mark.parametrize("told", ['class="np-nonpublic"', 'STYLE="display:none"', 'hidden=""'])
def test_nor_are_hidden_words_in_a_label(told: str) -> None:
    label = f"<headline>Mill <b>reopens</b><p {told}>Names <i>of</i> witnesses</p></headline>"
    document = news_item(content=label)
    article = newsml.loads(document)
    assert (article.headline or "").split() == ["Mill", "reopens"]
    assert "witnesses" not in json.dumps(public(article))
    assert triples(newsml.dumps(article)) == triples(document)


@pytest.mark.parametrize(
    ("section", "several"),
    [
        ("meta", "<title {}>One</title><title>Two</title>"),
        ("content", "<slugline {}>one</slugline><slugline>two</slugline>"),
        ("first", "<rightsInfo {}/><rightsInfo><copyrightHolder literal='x'/></rightsInfo>"),
    ],
    ids=["title", "slugline", "rights"],
)
def test_what_is_hidden_keeps_its_place_before_what_is_not(section: str, several: str) -> None:
    document = news_item(**{section: several.format('pubconstraint="x:desk"')})
    message = newsml.loads_message(document)
    written = newsml.dumps(json.loads_message(json.dumps(message)))
    assert newsml.loads_message(written) == message
    name = several.partition(" ")[0]
    assert written.index("pubconstraint") < written.rindex(name)


@pytest.mark.parametrize(
    "labels",
    [
        "<headline {}>One</headline><headline>Two</headline>",
        "<headline>One</headline><headline {}>Two</headline>",
        "<headline {}>One</headline><headline role='x:r'>Two</headline><headline>Three</headline>",
        "<headline role='x:r'>One</headline><headline {}>Two</headline><headline>Three</headline>",
        "<headline role='x:r'>One</headline><headline>Two</headline><headline {}>Three</headline>",
        "<headline {} role='x:r'>1</headline><headline rank='2'>2</headline><headline>3</headline>",
        "<dateline {}>One</dateline><dateline>Two</dateline>",
        "<dateline {}>1</dateline><dateline xml:lang='de'>2</dateline><dateline>3</dateline>",
        "<description {}>One</description><description>Two</description>",
        "<creditline {}>One</creditline><creditline>Two</creditline>",
    ],
)
def test_labels_that_are_hidden_keep_their_places_when_others_are_edited(labels: str) -> None:
    document = news_item(content=labels.format('pubconstraint="x:desk"'))
    article = newsml.loads(document)
    for same in (article, json.loads(json.dumps(article))):
        written = newsml.dumps(attrs.evolve(same, urgency=3))
        root = etree.fromstring(written.encode())
        names = [f"{N}{name}" for name in ("headline", "dateline", "description", "creditline")]
        found = [each.text for each in root.iter(*names)]
        assert found == etree.fromstring(f"<x>{labels.format('')}</x>").xpath("*/text()")
        assert "data" not in [etree.QName(each).localname for each in root.iter("{*}*")]


@pytest.mark.parametrize("held", ["<inline/>", '<own xmlns="urn:example:own"/>', "<br/>"])
@pytest.mark.parametrize(
    ("section", "several"),
    [
        (
            "first",
            "<rightsInfo><usageTerms {}>{}</usageTerms><usageTerms>B</usageTerms></rightsInfo>",
        ),
        ("meta", "<edNote {}>{}</edNote><edNote>B</edNote>"),
        ("rest", "<partMeta><edNote {}>{}</edNote><edNote>B</edNote></partMeta>"),
    ],
    ids=["terms", "note", "part"],
)
@pytest.mark.parametrize("constraint", ["pubconstraint", "pubconstrainturi"])
def test_no_words_get_into_what_is_hidden_and_has_none(
    section: str, several: str, held: str, constraint: str
) -> None:
    document = news_item(**{section: several.format(f'{constraint}="x:desk"', held)})
    message = newsml.loads_message(document)
    written = newsml.dumps(json.loads_message(json.dumps(message)))
    assert newsml.loads_message(written) == message
    assert triples(written) == triples(document)


@pytest.mark.parametrize("section", ["itemMeta", "contentMeta", "contentSet"])
def test_what_is_said_anew_in_a_hidden_section_is_read_again(section: str) -> None:
    hidden = etree.fromstring(EVERYTHING.encode())
    next(hidden.iter(f"{N}{section}")).set("pubconstraint", "rvr:desk")
    read = newsml.loads_message(etree.tostring(hidden)).articles[0]
    ours = attrs.evolve(
        read, headline="Mill reopens", summary="Short", body=(Paragraph(content="Grain again."),)
    )
    for article in (ours, json.loads(json.dumps(ours))):
        again = newsml.loads(newsml.dumps(article))
        assert (again.headline, again.summary, again.text) == (
            "Mill reopens",
            "Short",
            "Grain again.",
        )


def test_what_counts_for_the_trade_counts_in_a_hidden_section() -> None:
    document = news_item(
        '<embargoed>2031-01-01T00:00:00Z</embargoed>\n<PubStatus qcode="stat:withheld"/>'
    ).replace("<itemMeta>", '<itemMeta pubconstraint="rvr:desk">')
    article = newsml.loads(document)
    assert (article.status, article.provider) == (Status.WITHHELD, None)
    assert article.embargo is not None
    assert triples(newsml.dumps(article)) == triples(document)


def test_a_hidden_item_shows_nothing() -> None:
    document = news_item(body=page("<p>Names of witnesses</p>")).replace(
        "<newsItem ", '<newsItem pubconstraint="rvr:desk" '
    )
    message = newsml.loads_message(document)
    shown = json.dumps(public(message.articles[0]))
    assert "witnesses" not in shown
    assert "Bridge" not in shown
    assert triples(newsml.dumps(message)) == triples(document)


def test_what_is_not_for_readers_stays_between_what_is() -> None:
    words = (
        "<keyword>A</keyword>"
        '<keyword pubconstraint="x:1">B</keyword>'
        "<keyword>C</keyword>"
        "<keyword>D</keyword>"
        '<keyword pubconstraint="x:1">E</keyword>'
        "<headline>Bridge</headline>"
    )
    message = newsml.loads_message(news_item(content=words))
    for same in (message, json.loads_message(json.dumps(message))):
        written = newsml.dumps(same)
        assert re.findall("<keyword.*?>(.)</keyword>", written) == ["A", "B", "C", "D", "E"]
        assert newsml.loads_message(written) == message


# ------------------------------------------------------------------ in the body of a usable item
LATER = Embargo(until=datetime(2031, 1, 1, tzinfo=UTC))
DESK = Rendition(href="https://example.org/desk.jpg", public=False)
KEPT: dict[str, dict[str, Any]] = {
    "killed": {"status": "canceled"},
    "held": {"status": "withheld"},
    "later": {"embargo": LATER},
    "for the desk": {"renditions": (DESK,)},
}


def shown(**fields: Any) -> Image:
    fields = {"renditions": (Rendition(href="https://example.org/mill.jpg"),)} | fields
    captions = tuple(ImageCaption(language=t, text=f"Caption in {t}") for t in ("en", "de"))
    return Image(id="urn:x:mill", captions=captions, **fields)


@pytest.mark.parametrize("name", KEPT)
def test_a_text_shows_no_picture_that_is_kept_from_readers(name: str) -> None:
    german = Translation(language="de", headline="Mühle", body=["Sie geht.", Figure(image_id=MILL)])
    article = Article(
        id="urn:x:1",
        language="en",
        headline="Mill",
        body=["It turns.", Figure(image_id=MILL)],
        images=(shown(**KEPT[name]),),
        translations=(german,),
    )
    written = newsml.dumps(article)
    assert newsml.loads(written) == article
    texts = re.findall("<body.*?</body>", for_others(written), re.DOTALL)
    assert len(texts) == 2
    for text in texts:
        assert "Caption" not in text
        assert "jpg" not in text
        assert MILL in text
    free = newsml.dumps(attrs.evolve(article, images=(shown(),)))
    texts = re.findall("<body.*?</body>", free, re.DOTALL)
    assert [each.count("mill.jpg") for each in texts] == [1, 1]


@pytest.mark.parametrize("name", KEPT)
def test_nor_does_one_in_ninjs(name: str) -> None:
    picture, body = shown(**KEPT[name]), (Figure(image_id=MILL),)
    article = Article(id="urn:x:1", language="en", body=body, images=(picture,))
    again = ninjs.loads(ninjs.dumps(article))
    assert (again.body, again.images[0].status) == (body, picture.status)
    for each, is_shown in ((article, False), (attrs.evolve(article, images=(shown(),)), True)):
        (text,) = loads(ninjs.dumps(each))["bodies"]
        assert ("mill.jpg" in text["value"]) is is_shown
        assert ("Caption" in text["value"]) is is_shown


def test_a_text_shows_a_picture_that_may_be_used_when_it_may() -> None:
    article = Article(
        id="urn:x:1", language="en", headline="Mill", body=[Figure(image_id=MILL)],
        images=(shown(embargo=LATER),), embargo=LATER,
    )  # fmt: skip
    assert "mill.jpg" in re.findall("<body.*?</body>", newsml.dumps(article), re.DOTALL)[0]
    sooner = attrs.evolve(article, embargo=Embargo(until=datetime(2030, 6, 1, tzinfo=UTC)))
    assert "mill.jpg" not in re.findall("<body.*?</body>", newsml.dumps(sooner), re.DOTALL)[0]


DESK_ONLY = Section(public=False, blocks=["Names of witnesses"])


@pytest.mark.parametrize(
    "block",
    [
        DESK_ONLY,
        Section(blocks=["Open", DESK_ONLY]),
        BlockQuote(blocks=["I saw it.", DESK_ONLY]),
        ListBlock(items=[ListItem(content=[DESK_ONLY])]),
        Section(public=False, kind=SectionKind.ASIDE, blocks=[DESK_ONLY]),
    ],
    ids=["by itself", "in a section", "in a quotation", "in a list", "in another"],
)
def test_a_text_holds_no_section_that_is_kept_from_readers(block: Block) -> None:
    article = Article(id="urn:x:1", language="en", headline="Mill", body=["It turns.", block])
    feed = newsml.loads(news_item(body=page("<p>It turned.</p>")))
    for each in (article, attrs.evolve(feed, body=(*feed.body, block))):
        written = newsml.dumps(each)
        assert newsml.loads(written) == each
        assert "witnesses" not in for_others(written)
        assert "It turn" in for_others(written)
        assert newsml.losses(each) == ()


@pytest.mark.parametrize(
    "told", ['class="np-nonpublic"', 'hidden="hidden"', 'style="display:none"']
)
def test_what_a_feed_marks_goes_back_as_it_came(told: str) -> None:
    document = news_item(body=page(f"<p>It rained.</p><div {told}><p>Ask the desk</p></div>"))
    article = newsml.loads(document)
    assert triples(newsml.dumps(article)) == triples(document)
    edited = attrs.evolve(article, body=(*article.body, Paragraph(content="It stopped.")))
    written = newsml.dumps(edited)
    assert newsml.loads(written).body == edited.body
    assert ("Ask the desk" in for_others(written)) is (told in for_others(written))


def test_a_picture_in_the_text_of_a_feed_is_taken_out_when_it_is_killed() -> None:
    figure = '<figure><img src="https://example.org/mill.jpg" alt="Sails"/></figure>'
    read = newsml.loads(news_item(body=page(f"<p>It rained.</p>{figure}")))
    killed = attrs.evolve(read, images=(attrs.evolve(read.images[0], status=Status.CANCELED),))
    written = newsml.dumps(killed)
    assert newsml.loads(written).images == killed.images
    assert "mill.jpg" not in for_others(written)


def test_what_a_text_kept_from_readers_goes_when_others_edit_it_and_that_is_told() -> None:
    desk = Section(public=False, blocks=(Paragraph(content="The master may resign."),))
    body = (Paragraph(content="It sails."), desk)
    document = newsml.dumps(Article(id="urn:x:1", version=1, language="en", body=body))
    assert newsml.loads_message(document).findings == ()
    message = newsml.loads_message(document.replace("<p>It sails.</p>", "<p>It sails today.</p>"))
    assert "resign" not in newsml.dumps(message)
    assert ["kept from readers" in each.message for each in message.findings] == [True]


@pytest.mark.parametrize(
    "hiding", ['hidden="hidden"', 'style="display: none"', 'pubconstraint="x:d"']
)
@pytest.mark.parametrize(
    "block",
    [
        Paragraph(content="Call Jan Kos."),
        BlockQuote(blocks=["Call Jan Kos."]),
        Figure(image_id="urn:x:kos"),
        ListBlock(items=[ListItem(content=["Jan Kos"])]),
    ],
    ids=lambda block: type(block).__name__,
)
def test_what_another_hand_hides_in_a_text_of_ours_is_for_no_reader(
    block: Block, hiding: str
) -> None:
    article = Article(id="urn:x:1", language="en", body=(Paragraph(content="Open."), block))
    document = newsml.dumps(article)
    start = document.index("<p>Open.</p>") + len("<p>Open.</p>")
    head, tag, rest = document[:start], *document[start:].split(">", 1)
    hidden = newsml.loads(f"{head}{tag} {hiding}>{rest}".replace(f"/ {hiding}>", f" {hiding}/>"))
    assert hidden.body == (
        article.body[0],
        attrs.evolve(DESK_ONLY, kind=SectionKind.DIVISION, blocks=(block,)),
    )
    assert "Kos" not in html.dumps(hidden)
    assert newsml.loads(newsml.dumps(hidden)).body == hidden.body


@pytest.mark.parametrize("attribute", ["pubconstraint", "PubConstraint", "pubconstrainturi"])
@pytest.mark.parametrize("namespace", [f' xmlns="{XHTML}"', ""], ids=["XHTML", "its own"])
@pytest.mark.parametrize(
    "text",
    [
        "<p {}>Call Jan Kos</p>",
        "<p>It is <span {}>said by Jan Kos</span> closed.</p>",
        "<ul><li {}>Jan Kos</li><li>Weir</li></ul>",
        "<table><tr><td>Weir</td><td {}>Jan Kos</td></tr></table>",
        '<figure {}><img src="https://rivers.example/m.jpg" alt="Jan Kos"/></figure>',
        """<figure><img src="https://rivers.example/m.jpg"/><figcaption>Weir <em {}>Jan Kos</em>
        </figcaption></figure>""",
    ],
)
def test_what_is_marked_within_a_text_is_for_no_reader(
    text: str, namespace: str, attribute: str
) -> None:
    marked = text.format(f'{attribute}="x:desk"')
    body = f"<p>Open.</p>{marked}"
    whole = f"<html{namespace}><head><title>Weir</title></head><body>{body}</body></html>"
    document = news_item(body=f'<inlineXML contenttype="application/xhtml+xml">{whole}</inlineXML>')
    article = newsml.loads(document)
    assert "Open." in html.dumps(article)
    for shown in (html.dumps(article), json.dumps(public(article)), ninjs.dumps(public(article))):
        assert "Kos" not in shown
    assert triples(newsml.dumps(article)) == triples(document)
    edited = attrs.evolve(article, body=(*article.body, Paragraph(content="More.")))
    written = newsml.dumps(edited)
    assert newsml.loads(written).body == edited.body
    assert "Kos" not in for_others(written)


HIDDEN_PARTS = {
    "the figure": ("<figure ", '<figure hidden="hidden" '),
    "its caption": ("<figcaption>", '<figcaption style="display: none">'),
    "its picture": ("<img ", '<img pubconstraint="nonpub:desk" '),
    "what is around it": ("<figure ", '</section><section hidden="hidden"><figure '),
}


@pytest.mark.parametrize(("part", "now"), HIDDEN_PARTS.values(), ids=HIDDEN_PARTS)
def test_a_picture_that_another_hand_hides_in_our_text_is_not_shown_beside_it(
    part: str, now: str
) -> None:
    file = Rendition(href="https://example.org/kos.jpg")
    kos = Image(id="urn:x:kos", captions=(ImageCaption(text="Jan Kos"),), renditions=(file,))
    blocks = Section(blocks=["It rained.", Figure(image_id="urn:x:kos")])
    article = Article(id="urn:x:1", language="en", headline="Rain", body=(blocks,), images=(kos,))
    assert "kos.jpg" in html.dumps(article)
    edited = newsml.loads(newsml.dumps(article).replace(part, now))
    assert edited.images == (kos,)
    assert public(edited).images == ()
    assert not re.search("Jan Kos|kos.jpg", html.dumps(edited))
    assert newsml.loads(newsml.dumps(edited)) == edited

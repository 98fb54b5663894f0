"""What NITF and pages say above their text, where the item itself does not."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

import attrs
import pytest

from newsmodel import Article, Dateline, Embargo, Paragraph, Section, Text, public
from newsmodel.formats import html, json, newsml
from tests.formats.newsml import documents
from tests.formats.newsml.documents import XHTML, news_item, triples

HEAD = """<body.head><hedline><hl1>The mill turns</hl1><hl2>Corn is ground</hl2>
<hl2>THE MILL TURNS</hl2></hedline>
<byline>By Ann Lee</byline><dateline><location>FENNY</location>, Jan 10</dateline>
<abstract><p>It turns again.</p><p>Ten years on.</p></abstract></body.head>"""
SAID = {
    "headline": "The mill turns",
    "headlines": (Text(value="Corn is ground", role="subheadline"),),
    "byline": "By Ann Lee",
    "dateline": Dateline(text="FENNY, Jan 10", place="FENNY"),
    "summary": "It turns again. Ten years on.",
}


def nitf(head: str = HEAD, title: str = "Mill") -> str:
    return f"""<inlineXML contenttype="application/nitf+xml">
    <nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>{title}</title></head><body>
    {head}<body.content><p>Corn.</p></body.content></body></nitf></inlineXML>"""


def fields(article: Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in SAID}


def test_it_fills_what_is_empty() -> None:
    assert fields(newsml.loads(news_item(content="", body=nitf()))) == SAID


def test_what_the_item_says_itself_counts() -> None:
    said = "<headline>Other</headline><by>Sam Roe</by>"
    article = newsml.loads(news_item(content=said, body=nitf()))
    assert fields(article) == SAID | {"headline": "Other", "byline": "Sam Roe"}


def test_without_a_headline_the_title_is_one() -> None:
    assert newsml.loads(news_item(content="", body=nitf(head=""))).headline == "Mill"
    assert newsml.loads(news_item(content="", body=nitf(head="", title=" "))).headline is None


def test_headlines_stand_outside_of_hedline_too() -> None:
    head = "<body.head><hl1>The mill</hl1><hl2>It <em>turns</em></hl2></body.head>"
    article = newsml.loads(news_item(content="", body=nitf(head=head)))
    assert article.headline == "The mill"
    assert article.headlines == (Text(value="It turns", role="subheadline"),)


@pytest.mark.parametrize(
    ("title", "content", "headline"),
    [
        ("The mill", "", "The mill"),
        ("The mill", "<headline>Other</headline>", "Other"),
        ("The mill", '<headline role="own:sub" id="h1">Corn</headline>', "The mill"),
        ("The mill", '<headline role="own:sub" xml:lang=" en "/>', "The mill"),
        ("The mill", '<headline role="own:sub" creator="own:a">The Mill</headline>', "The mill"),
        ("Untitled document", "", None),
        ("EXAMPLE", "", None),
        ("", "", None),
    ],
)
def test_the_title_of_a_page_is_a_headline_where_there_is_none(
    title: str, content: str, headline: str | None
) -> None:
    html = f'<html xmlns="{XHTML}"><head><title>{title}</title></head><body><p>x</p></body></html>'
    body = f'<inlineXML contenttype="application/xhtml+xml">{html}</inlineXML>'
    document = news_item(content=content, body=body)
    article = newsml.loads(document)
    assert article.headline == headline
    assert triples(newsml.dumps(article)) == triples(document)
    edited = newsml.loads(newsml.dumps(attrs.evolve(article, headline="New")))
    assert edited.headline == "New"


def test_a_section_that_was_empty_is_filled() -> None:
    document = news_item(content="", language="")
    edited = newsml.dumps(attrs.evolve(newsml.loads(document), headline="New"))
    assert edited.count("<contentMeta") == 1
    assert newsml.loads(edited).headline == "New"


@pytest.mark.parametrize("content", ["", "<headline>Other</headline>", "<by>Sam Roe</by>"])
def test_it_stays_where_it_stood(content: str) -> None:
    document = news_item(content=content, body=nitf())
    message = newsml.loads_message(document)
    assert triples(newsml.dumps(message)) == triples(document)
    assert triples(newsml.dumps(json.loads_message(json.dumps(message)))) == triples(document)


def test_what_is_edited_is_written_and_the_rest_stays() -> None:
    head = HEAD.replace("<hl2>THE MILL TURNS</hl2>", "")
    document = news_item(content="", body=nitf(head=head))
    edited = newsml.dumps(attrs.evolve(newsml.loads(document), headline="New"))
    assert fields(newsml.loads(edited)) == SAID | {"headline": "New"}
    assert [words for _, _, words in triples(edited) - triples(document)] == ["New"]


def test_it_goes_along_when_the_body_is_edited() -> None:
    article = newsml.loads(news_item(content="", body=nitf()))
    again = newsml.loads(newsml.dumps(attrs.evolve(article, body=())))
    assert fields(again) == SAID


OTHER: dict[str, Any] = {
    "headline": "Weir opened",
    "headlines": (Text(value="Water flows", role="subheadline"),),
    "byline": "By Sam Roe",
    "dateline": Dateline(text="WEIR, Jan 11", place="WEIR"),
    "summary": "It opened.",
}


@pytest.mark.parametrize("name", OTHER)
@pytest.mark.parametrize("gone", [False, True], ids=["another", "none"])
def test_what_is_edited_is_no_longer_in_the_head_of_the_body(name: str, gone: int) -> None:
    document = news_item(content="", body=nitf())
    nothing = () if name == "headlines" else None
    changes: dict[str, Any] = {name: nothing if gone else OTHER[name]}
    edited = attrs.evolve(newsml.loads(document), **changes)
    written = newsml.dumps(edited)
    assert fields(newsml.loads(written)) == SAID | changes
    assert fields(newsml.loads(newsml.dumps(json.loads(json.dumps(edited))))) == SAID | changes
    assert newsml.loads(written).body == edited.body
    words = {"headlines": "Corn is ground", "dateline": "FENNY"}.get(name, str(SAID[name])[:12])
    assert words in document
    assert words not in written


NOTED = """<nitf{}>
<head><docdata><ed-msg info="Hold until Friday"/><ed-msg info=""/></docdata></head><body><body.head>
<note type="pa"><body.content><p>An earlier text was wrong.</p></body.content></note>
<note type="npa"><p>Call the desk.</p></note>
<rights>Not for online use.<rights.owner>Lee Press</rights.owner></rights><series series.name="x"/>
</body.head><body.content>{}</body.content></body></nitf>"""
INSIDE = NOTED.format(' xmlns="http://iptc.org/std/NITF/2006-10-18/"', "<p>Corn.</p>")
HELD = {
    "as elements": f'<inlineXML contenttype="application/nitf+xml">{INSIDE}</inlineXML>',
    "escaped": f'<inlineXML contenttype="application/nitf+xml">{escape(INSIDE)}</inlineXML>',
    "with an escaped text": '<inlineXML contenttype="application/nitf+xml">'
    + NOTED.format("", escape("<p>Corn.</p>"))
    + "</inlineXML>",
}
TO_EDITORS = ["Hold until Friday", "Call the desk.", "Not for online use. Lee Press"]


@pytest.mark.parametrize("body", HELD.values(), ids=HELD)
def test_notes_and_rights_above_the_text_stand_before_it(body: str) -> None:
    document = news_item(body=body)
    article = newsml.loads(document)
    assert article.text == "An earlier text was wrong.\nCorn."
    hidden = [block for block in article.body if isinstance(block, Section) and not block.public]
    assert ["\n".join(b.text for b in each.blocks) for each in hidden] == TO_EDITORS
    assert [block.text for block in public(article).body] == article.text.split("\n")
    shown = html.dumps(article)
    assert "An earlier text was wrong." in shown
    assert not any(words in shown for words in TO_EDITORS)
    assert triples(newsml.dumps(json.loads(json.dumps(article)))) == triples(document)


def test_a_last_line_that_repeats_a_message_to_editors_is_no_text() -> None:
    body = HELD["as elements"].replace(
        "</body.content></body>",
        "</body.content><body.end><tagline>Hold until Friday</tagline></body.end></body>",
    )
    document = news_item(body=body)
    article = newsml.loads(document)
    assert "Hold until Friday" not in html.dumps(article)
    assert triples(newsml.dumps(json.loads(json.dumps(article)))) == triples(document)
    other = newsml.loads(news_item(body=body.replace("<tagline>Hold", "<tagline>Ann Lee. Hold")))
    assert other.body[-1].text == "Ann Lee. Hold until Friday"


def test_they_go_along_when_the_text_is_edited_and_can_be_taken_out() -> None:
    article = newsml.loads(news_item(body=HELD["as elements"]))
    for body in ((*article.body, Paragraph(content="Flour.")), article.body[-1:]):
        again = newsml.loads(newsml.dumps(attrs.evolve(article, body=body)))
        assert again.body == body


STYLED = f"""<inlineXML contenttype="application/xhtml+xml"><html xmlns="{XHTML}"><head>
<title>The mill turns</title></head><body><p style="x">Corn.</p></body></html></inlineXML>"""


@pytest.mark.parametrize(
    "body",
    [
        STYLED,
        STYLED.replace("<p", "<P").replace("/p>", "/P>"),
        STYLED.replace("head>", "HEAD>").replace("title>", "TITLE>"),
    ],
)
@pytest.mark.parametrize("new", ["The weir is open", None], ids=["changed", "taken out"])
def test_the_title_of_a_page_follows_the_headline_that_it_said(body: str, new: str | None) -> None:
    read = newsml.loads(news_item(content="<headline>The mill turns</headline>", body=body))
    for article in (read, json.loads(json.dumps(read))):
        written = newsml.dumps(attrs.evolve(article, headline=new))
        assert "The mill turns" not in written
        assert newsml.loads(written).headline == new
        assert 'style="x"' in written
        title = f"<title>{new}</title>" if new else "<title/>"
        assert title in written.replace("TITLE", "title")


@pytest.mark.parametrize("body", [STYLED, nitf()], ids=["XHTML", "NITF"])
def test_a_headline_that_is_not_for_readers_is_none_by_another_name(body: str) -> None:
    document = news_item(
        content='<headline pubconstraint="x:desk">The mill turns</headline>', body=body
    )
    article = newsml.loads(document)
    assert article.headline is None
    assert triples(newsml.dumps(article)) == triples(document)
    assert triples(newsml.dumps(json.loads(json.dumps(article)))) == triples(document)


def test_what_stands_in_the_text_is_no_head() -> None:
    inner = (
        "<body.content><block><hedline><hl1>A second mill</hl1></hedline>"
        "<byline>By a guest</byline><dateline>WEIR</dateline>"
        "<abstract><p>Of weirs</p></abstract><p>One.</p></block>"
        "<hl2>On corn</hl2>"
    )
    document = news_item(content="", body=nitf().replace("<body.content>", inner))
    article = newsml.loads(document)
    for name, value in OTHER.items():
        edited: dict[str, Any] = {name: value}
        again = newsml.loads(newsml.dumps(attrs.evolve(article, **edited)))
        assert again.body == article.body


MILL = (
    '<media media-type="image"><media-reference source="http://example.org/mill.jpg"/>'
    "<media-caption>The mill</media-caption></media>"
)
NITF = ' xmlns="http://iptc.org/std/NITF/2006-10-18/"'
OF_NITF = ' contenttype="application/nitf+xml"'


def pictured(head: str = HEAD) -> str:
    """NITF with a picture, in no namespace."""
    return f"<nitf><body>{head}<body.content><p>Corn.</p>{MILL}</body.content></body></nitf>"


ESCAPED = {
    "in inlineData": f"<inlineData{OF_NITF}>{escape(pictured())}</inlineData>",
    "in inlineXML": f"<inlineXML{OF_NITF}>{escape(pictured())}</inlineXML>",
    "without its type": f"<inlineData>{escape(pictured())}</inlineData>",
    "with a prolog and a name of HTML": "<inlineXML>"
    + escape('<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "nitf.dtd">')
    + escape(pictured().replace("Corn.", "&Oslash;re."))
    + "</inlineXML>",
    "not well-formed": f"<inlineData{OF_NITF}>"
    + escape(pictured().replace("<p>Corn.</p>", "<p>Corn.").replace("/><media-c", "><media-c"))
    + "</inlineData>",
}


@pytest.mark.parametrize("body", ESCAPED.values(), ids=ESCAPED)
def test_nitf_that_is_escaped_says_the_same(body: str) -> None:
    document = news_item(content="", body=body)
    article = newsml.loads(document)
    assert fields(article) == SAID
    assert [type(block).__name__ for block in article.body] == ["Paragraph", "Figure"]
    assert article.images[0].renditions[0].href == "http://example.org/mill.jpg"
    assert article.images[0].captions[0].text == "The mill"
    assert triples(newsml.dumps(json.loads(json.dumps(article)))) == triples(document)
    edited = newsml.dumps(attrs.evolve(article, headline="Weir & mill", byline=None))
    assert fields(newsml.loads(edited)) == SAID | {"headline": "Weir & mill", "byline": None}
    assert newsml.loads(edited).body == article.body
    assert "Ann Lee" not in edited


@pytest.mark.parametrize(
    "body",
    [
        f"<inlineXML><body.content{NITF}><p>Corn.</p>{MILL}</body.content></inlineXML>",
        f"<inlineXML><block{NITF}><p>Corn.</p>{MILL}</block></inlineXML>",
        f"<inlineXML{OF_NITF}><block><p>Corn.</p>{MILL}</block></inlineXML>",
        f"<inlineXML{OF_NITF}><p>Corn.</p>{MILL}</inlineXML>",
        f"<inlineData{OF_NITF}>{escape(f'<p>Corn.</p>{MILL}')}</inlineData>",
        f"<inlineData>{escape(f'<body.content><p>Corn.</p>{MILL}</body.content>')}</inlineData>",
    ],
)
def test_parts_of_nitf_are_read_as_such(body: str) -> None:
    document = news_item(body=body)
    article = newsml.loads(document)
    assert article.text == "Corn."
    assert [image.renditions[0].href for image in article.images] == ["http://example.org/mill.jpg"]
    assert triples(newsml.dumps(json.loads(json.dumps(article)))) == triples(document)


def test_nitf_whose_text_is_escaped_html() -> None:
    inner = escape('<p>Corn.</p><p>Water.</p><img src="http://example.org/m.jpg"/>')
    end = "<body.end><tagline>Lee desk</tagline></body.end>"
    one, two = inner[: inner.index("Water") - 9], inner[inner.index("Water") - 9 :]
    several = f"<block>{one}</block><block>{two}</block>"
    for around in ("{}", "<block>{}</block>", "<!-- one --><block><p>{}</p></block>", several):
        content = f"<body.content>{around.format(inner)}</body.content>"
        whole = f"<nitf{NITF}><body>{content}</body></nitf>"
        article = newsml.loads(news_item(body=f"<inlineXML>{whole}</inlineXML>"))
        assert article.text == "Corn.\nWater."
        whole = f"<nitf{NITF}><body>{HEAD}{content}{end}</body></nitf>"
        document = news_item(content="", body=f"<inlineXML{OF_NITF}>{whole}</inlineXML>")
        article = newsml.loads(document)
        assert fields(article) == SAID
        assert article.text == "Corn.\nWater.\nLee desk"
        assert len(article.images) == 1
        assert "is escaped" in article.findings[0].message
        assert triples(newsml.dumps(json.loads(json.dumps(article)))) == triples(document)
        edited = newsml.loads(newsml.dumps(attrs.evolve(article, headline="Weir")))
        assert (edited.headline, edited.body) == ("Weir", article.body)


def test_nitf_that_says_that_it_is_not_for_readers_is_told() -> None:
    for said in ("canceled", "Embargoed", "withheld"):
        head = f'<head><docdata management-status="{said}"/></head>'
        text = "<body><body.content><p>Corn.</p></body.content></body>"
        whole = f"<nitf{NITF}>{head}{text}</nitf>"
        for body in (
            f"<inlineXML>{whole}</inlineXML>",
            f"<inlineData>{escape(whole)}</inlineData>",
        ):
            message = newsml.loads_message(news_item(body=body))
            assert message.articles[0].text == "Corn."
            assert [f.message for f in message.findings if repr(said) in f.message]


def dated(release: str, issue: str = "") -> str:
    dates = f'<date.issue norm="{issue}"/><date.release norm="{release}"/>'
    head = f'<head><docdata>{dates}<date.expire norm="20400102T100000Z"/></docdata></head>'
    text = "<body><body.content><p>Corn.</p></body.content></body>"
    return f"<inlineXML{OF_NITF}><nitf{NITF}>{head}{text}</nitf></inlineXML>"


def several(first: str, second: str) -> str:
    return dated(first).replace("<date.expire", f'<date.release norm="{second}"/><date.expire')


NOON, LATER = "20400101T120000Z", datetime(2040, 1, 1, 12, tzinfo=UTC)
OWN = "<embargoed>2031-01-01T00:00:00+00:00</embargoed>"


@pytest.mark.parametrize(
    ("body", "meta", "embargo"),
    [
        (dated(NOON), "", Embargo(until=LATER)),
        (dated(NOON, "20300101T100000Z"), "", Embargo(until=LATER)),
        (dated(NOON, NOON), "", None),  # it came when it was released
        (dated("20300101T100000Z"), "", None),  # the item was made by then
        (dated("20300101T100000"), "", None),
        (dated("20400101", "20300101T100000Z"), "", Embargo(until=datetime(2040, 1, 1))),  # noqa: DTZ001  # a day is the same everywhere
        (dated("20400101", NOON), "", None),
        (dated("20240101"), "", None),
        (dated("YYYYMMDD000000-HHMM"), "", None),
        (dated("0" * 50_000 + "x"), "", Embargo()),
        (dated("jjjj-mm-tt"), "", None),
        (dated("00000000"), "", None),
        (dated("20400101T120000z"), "", Embargo(until=LATER)),
        (dated("20400101T120000EST"), "", Embargo()),
        (dated("in May"), "", Embargo()),
        (dated("in May", "in May"), "", None),
        (dated("in May"), OWN, Embargo(until=datetime(2031, 1, 1, tzinfo=UTC))),
        (several("20310101T100000Z", NOON), "", Embargo(until=LATER)),
        (several(NOON, "20310101T100000Z"), "", Embargo(until=LATER)),
        (several("20400101T120000EST", NOON), "", Embargo()),
        (several("in May", "20400101T120000EST"), "", Embargo()),
        (dated(NOON), OWN, Embargo(until=datetime(2031, 1, 1, tzinfo=UTC))),
        (dated(NOON), "<embargoed/>", Embargo()),
    ],
)
def test_a_release_later_than_the_item_is_an_embargo_where_that_has_none(
    body: str, meta: str, embargo: Embargo | None
) -> None:
    document = news_item(meta=meta, body=body)
    message = newsml.loads_message(document)
    (article,) = message.articles
    assert article.embargo == embargo
    assert article.expires == datetime(2040, 1, 2, 10, tzinfo=UTC)
    told = [f.message for f in message.findings]
    assert [("released" in each, "expires" in each) for each in told][-1] == (False, True)
    issued = re.findall('issue norm="(.{,8})', body)
    assert len(told) == 1 + sum(e not in issued for e in re.findall('release norm="(.{,8})', body))
    for again in (article, json.loads(json.dumps(article))):
        assert triples(newsml.dumps(again)) == triples(document)
        for changes in (
            {"headline": "Weir"}, {"embargo": None}, {"embargo": Embargo()}, {"expires": None},
            {"embargo": Embargo(until=LATER.replace(year=2041))},
            {"body": (Paragraph(content="Weir."),)},
        ):  # fmt: skip
            edited = attrs.evolve(again, **changes)
            back = newsml.loads(newsml.dumps(edited))
            assert (back.headline, back.body) == (edited.headline, edited.body)
            assert (back.embargo, back.expires) == (edited.embargo, edited.expires)


LONGER = "<p>The corn is ground, and the mill turns all the same.</p>"
PAGE = f'<html xmlns="{XHTML}"><head><title>Mill</title></head><body>{LONGER}</body></html>'
PAGE = f'<inlineXML contenttype="application/xhtml+xml">{PAGE}</inlineXML>'


def in_letters(body: str) -> str:
    held = body[body.index("<nitf") : -len("</inlineXML>")]
    return f"<inlineData{OF_NITF}>{escape(held)}</inlineData>"


@pytest.mark.parametrize(
    ("body", "meta", "embargo"),
    [
        (PAGE + dated(NOON), "", Embargo(until=LATER)),
        (dated(NOON) + PAGE, "", Embargo(until=LATER)),
        (PAGE + in_letters(dated(NOON)), "", Embargo(until=LATER)),
        (PAGE + dated("20310101T100000Z") + dated(NOON), "", Embargo(until=LATER)),
        (PAGE + dated("20400101T120000EST"), "", Embargo()),
        (dated("20310101T100000Z").replace("<p>Corn.</p>", LONGER) + dated(NOON), "",
         Embargo(until=LATER)),
        (dated(NOON).replace("<p>Corn.</p>", LONGER) + dated("20310101T100000Z"), "",
         Embargo(until=LATER)),
        (PAGE + dated("20300101T100000Z"), "", None),  # the item was made by then
        (PAGE + dated("YYYYMMDD000000-HHMM"), "", None),
        (PAGE + dated(NOON), OWN, Embargo(until=datetime(2031, 1, 1, tzinfo=UTC))),
        (PAGE + dated(NOON), "<embargoed/>", Embargo()),
    ],
)  # fmt: skip
def test_so_is_a_release_in_another_text_of_the_item(
    body: str, meta: str, embargo: Embargo | None
) -> None:
    document = news_item(meta=meta, body=body)
    message = newsml.loads_message(document)
    (article,) = message.articles
    assert article.embargo == embargo
    assert "mill turns" in article.text
    told = [f.message for f in message.findings]
    assert any(each.startswith("beside") and "released before" in each for each in told)
    assert any(each.startswith("beside") and each.endswith("does not count") for each in told)
    for again in (article, json.loads(json.dumps(article))):
        assert triples(newsml.dumps(again)) == triples(document)
        for changes in (
            {"headline": "Weir"}, {"embargo": None}, {"embargo": Embargo()},
            {"embargo": Embargo(until=LATER.replace(year=2041))},
            {"embargo": Embargo(until=LATER.replace(year=2032))}, {"alternatives": ()},
            {"body": (Paragraph(content="Weir."),)},
        ):  # fmt: skip
            edited = attrs.evolve(again, **changes)
            back = newsml.loads(newsml.dumps(edited))
            assert (back.headline, back.body) == (edited.headline, edited.body)
            assert back.embargo == edited.embargo


def test_a_page_that_is_called_nitf_is_a_page() -> None:
    corn = (
        "<h2>Corn</h2><figure><img src='http://example.org/m.jpg'/>"
        "<figcaption>The mill <small>Photo: Ann</small></figcaption></figure>"
    )
    for page in (
        f"<div>{corn}</div>",
        f"<body>{corn}</body>",
        f"<body xmlns='{XHTML}'>{corn}</body>",
        corn,
    ):
        for body in (
            f"<inlineXML{OF_NITF}>{page}</inlineXML>",
            f"<inlineData{OF_NITF}>{escape(page)}</inlineData>",
        ):
            article = newsml.loads(news_item(body=body))
            assert article.images[0].renditions[0].href == "http://example.org/m.jpg"
            assert article.images[0].captions[0].text == "The mill"
            assert article.text == "Corn"


@pytest.mark.parametrize(
    "beside",
    [
        {"headlines": (Text(value="Die Mühle", language="de"),)},
        {"headlines": (Text(value="", role="own:title"), Text(value="Corn"))},
        {"descriptions": (Text(value="Grain.", role="own:summary"),)},
        {"descriptions": (Text(value="Grain.", role="drol:summary"),)},
    ],
    ids=str,
)
def test_what_is_put_beside_what_the_head_says_does_not_come_in_its_place(
    beside: dict[str, Any],
) -> None:
    read = newsml.loads(news_item(content="", body=nitf()))
    for each in (read, json.loads(json.dumps(read))):
        changed = attrs.evolve(each, **beside)
        again = newsml.loads(newsml.dumps(changed))
        assert fields(again) == fields(changed)
        assert again.descriptions == changed.descriptions


@pytest.mark.parametrize(
    ("head", "change", "lost"),
    [
        ("<byline>By <person>Ann Lee</person></byline>", {"byline": "By Sam Roe"}, ["$.byline"]),
        ("<byline>By <person>Ann Lee</person></byline>", {"byline": None}, []),
        ("<byline>By <person>Ann Lee</person></byline>", {"headline": "Mills"}, []),
        ("<byline>By Ann Lee</byline>", {"byline": "By Sam Roe"}, []),
        ("<abstract><p>It turns.</p></abstract>", {"summary": "It stops."}, []),
        ("<hedline><hl1>A <em>mill</em></hl1></hedline>", {"headline": "Mills"}, ["$.headline"]),
    ],
)
def test_markup_of_a_line_that_is_said_anew_is_said_to_be_lost(
    head: str, change: dict[str, Any], lost: list[str]
) -> None:
    article = newsml.loads(news_item(content="", body=nitf(f"<body.head>{head}</body.head>")))
    assert newsml.losses(article) == ()
    edited = attrs.evolve(article, **change)
    assert [loss.path for loss in newsml.losses(edited)] == lost
    assert newsml.loads(newsml.dumps(edited)).body == article.body


IN_ITEM = {
    "headline": "<headline>{}</headline>",
    "headlines": '<headline role="own:sub">{}</headline>',
    "byline": "<by>{}</by>",
    "dateline": "<dateline>{}</dateline>",
    "summary": '<description role="drol:summary">{}</description>',
}
IN_HEAD = {
    "headline": "<hedline><hl1>{}</hl1><hl2>{}</hl2></hedline>",
    "headlines": "<hedline><hl1>Mills</hl1><hl2>{}</hl2></hedline>",
    "byline": "<byline>{}</byline>",
    "dateline": "<dateline>{}</dateline>",
    "summary": "<abstract><p>{}</p></abstract>",
}
WORDS, WORDING, NEWS = "The mill turns", "It turns", "The weir is open"


def as_value(name: str, words: str | None) -> Any:
    """Some words as the value of a field."""
    if name == "headlines":
        return () if words is None else (Text(value=words, role="own:sub"),)
    return Dateline(text=words) if name == "dateline" and words is not None else words


def said_twice(name: str, item: str | None, head: str | None, *, escaped: bool) -> str:
    """A document whose item and whose NITF say a field, in these words each."""
    content = "" if item is None else IN_ITEM[name].format(item)
    if name != "headline":
        content = f"<headline>Mills</headline>{content}"
    said = "" if head is None else IN_HEAD[name].format(*[head] * 2)
    body = nitf(f"<body.head>{said}</body.head>", (name == "headline" and head) or "Mills")
    if escaped:
        start, _, whole = body.partition(">")
        body = f"{start}>{escape(whole.strip().removesuffix('</inlineXML>'))}</inlineXML>"
    return news_item(content=content, body=body)


@pytest.mark.parametrize("escaped", [False, True], ids=["NITF", "escaped"])
@pytest.mark.parametrize("new", [NEWS, None], ids=["changed", "taken out"])
@pytest.mark.parametrize(
    ("item", "head"),
    [(WORDS, WORDS), (WORDS, WORDS.upper()), (None, WORDS), (WORDS, None), (WORDS, WORDING)],
    ids=["both", "in capitals", "only NITF", "only the item", "another wording"],
)
@pytest.mark.parametrize("name", IN_ITEM)
def test_the_head_of_a_body_follows_its_article_where_it_says_the_same(
    name: str, item: str | None, head: str | None, new: str | None, escaped: int
) -> None:
    document = said_twice(name, item, head, escaped=bool(escaped))
    message = newsml.loads_message(document)
    assert triples(newsml.dumps(message)) == triples(document)
    read = newsml.loads(document)
    for article in (read, json.loads(json.dumps(read))):
        assert triples(newsml.dumps(article)) == triples(document)
        changes: dict[str, Any] = {name: as_value(name, new)}
        edited = attrs.evolve(article, **changes)
        written = newsml.dumps(edited)
        again = newsml.loads(written)
        assert fields(again) == fields(edited)
        assert again.body == edited.body
        assert WORDS.lower() not in written.lower()
        assert head != WORDING or WORDING in written
        assert newsml.losses(edited) == ()
        assert newsml.dumps(again) == written
        assert newsml.dumps(json.loads(json.dumps(again))) == written
        once_more = newsml.loads(newsml.dumps(attrs.evolve(again, credit="EX")))
        assert fields(once_more) == fields(edited)


@pytest.mark.parametrize("new", [NEWS, None], ids=["changed", "taken out"])
@pytest.mark.parametrize("title", ["1 MILL", WORDS], ids=["a slug", "the headline"])
@pytest.mark.parametrize("content", ["", f"<headline>{WORDS}</headline>"], ids=["NITF", "both"])
def test_a_title_of_other_words_stays(content: str, title: str, new: str | None) -> None:
    head = f"<body.head><hedline><hl1>{WORDS}</hl1></hedline></body.head>"
    article = newsml.loads(news_item(content=content, body=nitf(head, title)))
    edited = newsml.dumps(attrs.evolve(article, headline=new))
    assert newsml.loads(edited).headline == new
    now = title if title != WORDS else new
    assert (f"<title>{now}</title>" if now else "<title/>") in edited


def test_of_further_headlines_those_stay_that_are_still_said() -> None:
    head = (
        "<body.head><hedline><hl1>Mills</hl1><hl2>Corn</hl2><hl2>Grain</hl2><hl2>Flour</hl2>"
        "</hedline></body.head>"
    )
    content = "".join(IN_ITEM["headlines"].format(each) for each in ("Corn", "Grain", "Bread"))
    article = newsml.loads(news_item(content=content, body=nitf(head)))
    corn, _, bread = article.headlines
    edited = attrs.evolve(json.loads(json.dumps(article)), headlines=(corn, bread))
    written = newsml.dumps(edited)
    assert newsml.loads(written).headlines == (corn, bread)
    assert "Grain" not in written
    assert all(f"<hl2>{each}</hl2>" in written for each in ("Corn", "Flour"))


BYLINE, DATELINE = "By Olha Marchuk", Dateline(text="VILKHOVE (EX) -")
MARKED = (
    f'<header><h1>Mill</h1><p class="byline">{BYLINE}</p></header><section><p>'
    '<span class="dateline">VILKHOVE <span class="credit">(EX)</span> - </span>Corn.</p></section>'
)


@pytest.mark.parametrize("content", ["", f"<by>{BYLINE}</by>", "<by>Jan Kos</by>"])
@pytest.mark.parametrize("body", [MARKED, MARKED.replace("class", "itemprop")])
def test_lines_of_a_page_that_are_marked_fill_what_is_empty(content: str, body: str) -> None:
    document = news_item(content=content, body=documents.page(body))
    article = newsml.loads(document)
    assert article.byline == ("Jan Kos" if "Kos" in content else BYLINE)
    assert article.dateline == DATELINE
    assert "VILKHOVE (EX) - Corn." in article.text
    for each in (article, json.loads(json.dumps(article))):
        assert triples(newsml.dumps(each)) == triples(document)
    for byline, dateline in ((None, None), ("Jan Kos", Dateline(text="LIS -"))):
        edited = attrs.evolve(article, byline=byline, dateline=dateline)
        written = newsml.dumps(edited)
        again = newsml.loads(written)
        assert (again.byline, again.dateline, again.body) == (byline, dateline, article.body)
        if byline:
            assert f"<by>{byline}</by>" in written


@pytest.mark.parametrize("new", [None, "LIS"], ids=["taken out", "changed"])
@pytest.mark.parametrize("body", [MARKED, MARKED.replace("class", "itemprop")])
def test_a_line_that_stays_in_the_text_though_its_field_is_another_is_told(
    body: str, new: str | None
) -> None:
    read = newsml.loads(news_item(content="", body=documents.page(body)))
    changes = {"byline": new, "dateline": as_value("dateline", new)}
    for article in (read, json.loads(json.dumps(read))):
        assert newsml.losses(article) == ()
        for name, value in changes.items():
            (loss,) = newsml.losses(attrs.evolve(article, **{name: value}))
            assert (loss.path, "says the old one still" in loss.reason) == (f"$.{name}", True)
        edited = attrs.evolve(article, byline=new)
        assert newsml.losses(newsml.loads(newsml.dumps(edited))) == ()
        without = attrs.evolve(edited, body=article.body[-1:])
        assert "$.byline" not in [loss.path for loss in newsml.losses(without)]


PICTURE = '<p><img src="https://rivers.example/a.jpg"/></p>'
LINE = '<p class="byline">Jan Kos</p>'
OF_SOMETHING_ELSE = {
    "of a picture": f"<div>{PICTURE}{LINE}</div>",
    "of a figure": f"<figure>{PICTURE}{LINE}</figure>",
    "beneath a picture": f"<h1>Mill</h1>{PICTURE}<!-- x --><div>{LINE}</div><p>One.</p>",
    "a credit": f"{LINE.replace('Jan', 'Foto: Jan')}{PICTURE}<p>One.</p>",
    "of parts": f'{LINE}<p>One.</p><p class="byline">Olha Marchuk</p><p>Two.</p>',
    "of a box below": f"<p>One.</p><section><h3>Weir</h3>{LINE}<p>Two.</p></section>",
    "of a box above": f"<div><h3>Weir</h3>{LINE}</div><p>One.</p>",
    "of a story below": f"<p>One.</p><h3>Weir</h3>{LINE}<p>Two.</p>",
    "in a list": f'<ul><li><a href="https://rivers.example/">Weir</a> {LINE}</li></ul><p>One.</p>',
    "of a quotation": f'<div><p>"Yes."</p>{LINE}</div><p>One.</p>',
    "below the text": f"<p>One.</p><p>Two.</p>{LINE}",
    "hidden": LINE.replace(">Jan", ' hidden="hidden">Jan'),
    "another class": LINE.replace("byline", "byline-box"),
    "in running text": '<p>We go there with <b class="byline">Jan Kos</b> today.</p><p>One.</p>',
    "behind another part": '<p>Translated by <b class="byline">Jan Kos</b></p><p>One.</p>',
    "behind a label": '<p>Foto: <b class="byline">Jan Kos</b></p><p>One.</p>',
    "too long": LINE.replace("Jan", "Jan " * 80),
}


@pytest.mark.parametrize("body", OF_SOMETHING_ELSE.values(), ids=OF_SOMETHING_ELSE)
@pytest.mark.parametrize("name", ["byline", "dateline"])
def test_a_line_that_may_be_of_something_else_is_not_the_articles(name: str, body: str) -> None:
    page = documents.page(body.replace("byline", name))
    assert getattr(newsml.loads(news_item(content="", body=page)), name) is None


TEXT = "<p>One.</p><p>Two.</p>"
ABOVE = {
    "above all": LINE + TEXT,
    "behind words that lead to it": f'<h1>Mill</h1><p>By <b class="byline">Jan Kos</b></p>{TEXT}',
    "beside another": (
        '<h1>Mill</h1><p>By <b class="byline">Jan Kos</b>, <i class="dateline">Lund</i></p>' + TEXT
    ),
    "in a box that is called a head": (
        f'<div class="article-header"><h2>Mill</h2>{LINE}</div><div>{TEXT}</div>'
    ),
    "beneath a lead": f"<p>Mills</p><h1>Mill</h1><p>Lead.</p>{LINE}{TEXT}",
    "beneath a heading that is no h1": f"<article><h2>Mill</h2>{LINE}{TEXT}</article>",
    "with the headline": f"<div><h1>Mill</h1>{LINE}<p>10 May</p></div><div>{TEXT}</div>",
    "in a header": f"<header><p>Mills</p><h1>Mill</h1><h3>Corn</h3>{LINE}</header>{TEXT}",
    "beneath a picture with a caption": (
        f"<figure>{PICTURE}<figcaption>A mill.</figcaption></figure>{LINE}{TEXT}"
    ),
}


@pytest.mark.parametrize("body", ABOVE.values(), ids=ABOVE)
def test_a_line_above_the_text_is_its_byline(body: str) -> None:
    article = newsml.loads(news_item(content="", body=documents.page(body)))
    assert article.byline == "Jan Kos"


def test_paragraphs_of_a_marked_line_do_not_run_together() -> None:
    line = '<div class="byline"><p>By Jan Kos</p><p>(EX)</p></div>'
    article = newsml.loads(news_item(content="", body=documents.page(line + TEXT)))
    assert article.byline == "By Jan Kos (EX)"


def test_the_author_of_an_item_is_told_where_a_teaser_in_its_text_has_another() -> None:
    author = "<creator><name>Olha Marchuk</name></creator>"
    body = documents.page(f"{TEXT}<section><h3>Weir</h3>{LINE}</section>")
    shown = html.dumps(newsml.loads(news_item(content=author, body=body)))
    assert 'class="nm-byline">Olha Marchuk<' in shown
    assert ">Jan Kos<" in shown


def bare(article: Article) -> Article:
    return attrs.evolve(article, extensions=(), dialect=None)


ESCAPED_PAGE = escape(
    '<!DOCTYPE html><html lang="uk"><head><title>Mill &amp; weir</title></head><body>'
    f'<svg><title>Map</title></svg><p class="byline">{BYLINE}</p>{TEXT}</body></html>'
)


@pytest.mark.parametrize("name", ["inlineData", "inlineXML"])
def test_a_page_that_stands_escaped_says_what_another_page_does(name: str) -> None:
    body = f'<{name} contenttype="application/xhtml+xml">{ESCAPED_PAGE}</{name}>'
    document = news_item(content="", body=body, language="")
    article = newsml.loads(document)
    assert (article.language, article.headline) == ("uk", "Mill & weir")
    assert (article.byline, article.text.count("One.")) == (BYLINE, 1)
    for each in (article, json.loads(json.dumps(article))):
        assert triples(newsml.dumps(each)) == triples(document)
    new: dict[str, Any]
    for new in (
        {"headline": "Mills < weirs"},
        {"headline": None},
        {"byline": None},
        {"language": "cs"},
    ):
        edited = attrs.evolve(article, **new)
        written = newsml.dumps(edited)
        again = newsml.loads(written)
        assert bare(again) == bare(edited)
        assert ("Mill &amp;amp; weir" in written) is ("headline" not in new)
        assert ('lang="uk"' in written) is ("language" not in new)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><svg><title>Map</title></svg><p>One.</p></body></html>",
        "<html hidden><head><title>Mill</title></head><body><p>One.</p></body></html>",
        "<html><!-- <title>Mill</title> --><body><p>One.</p></body></html>",
    ],
    ids=["of a drawing", "kept from readers", "of a comment"],
)
def test_other_titles_in_a_page_that_stands_escaped_are_no_headline(page: str) -> None:
    body = f'<inlineData contenttype="text/html">{escape(page)}</inlineData>'
    assert newsml.loads(news_item(content="", body=body)).headline is None

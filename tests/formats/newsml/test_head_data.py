"""What the head of a body says of its article in data follows the fields of that."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape, unescape

import attrs
import pytest

from newsmodel import (
    Article,
    Block,
    Concept,
    Contributor,
    Embargo,
    Figure,
    Image,
    Paragraph,
    Rendition,
    Rights,
    Section,
    Status,
    Text,
)
from newsmodel.formats import json, newsml
from tests.formats.newsml.documents import XHTML, news_item, triples

META = """<embargoed>2031-01-01T10:00:00Z</embargoed>
<pubStatus qcode="stat:usable"/><expires>2040-01-01T00:00:00Z</expires>"""
CONTENT = """<urgency>4</urgency><creator><name>Olha Marchuk</name></creator>
<keyword>mills</keyword><keyword>corn</keyword><headline>The mill turns</headline>
<by>By Olha Marchuk</by><description role="drol:summary">Corn is ground.</description>"""
RIGHTS = """<rightsInfo><copyrightHolder literal="Vilkhove News"/>
<copyrightNotice>(c) Vilkhove News</copyrightNotice></rightsInfo>"""

METAS = {
    "authors": '<meta name="author" content="Olha Marchuk"/>'
    '<meta name="DC.creator" content="By Olha Marchuk"/>',
    "keywords": '<meta name="keywords" content="Mills, corn"/>',
    "summary": '<meta property="og:description" content="Corn is ground."/>',
    "rights": '<meta name="copyright" content="(c) Vilkhove News"/>',
    "headline": '<meta content="The mill turns" property="og:title"/>',
}
DOCDATA = {
    "status": "",
    "urgency": '<urgency ed-urg="4"/>',
    "embargo": '<date.release norm="20310101T110000+0100"/>',
    "expires": '<date.expire norm="2040-01-01T00:00:00Z"/>',
    "rights": '<doc.copyright holder="Vilkhove News" year="2031"/>',
    "keywords": '<key-list><keyword key="mills"/><keyword>corn</keyword>'
    '<keyword key="flour"/></key-list>',
}
AROUND = '<meta name="desk" content="Olha Marchuk"/><meta name="keywords" content="flour"/>'


def xhtml() -> str:
    head = f"<title>1 MILL</title>{''.join(METAS.values())}{AROUND}"
    page = f'<html xmlns="{XHTML}"><head>{head}</head><body><p style="x">Corn.</p></body></html>'
    return f'<inlineXML contenttype="application/xhtml+xml">{page}</inlineXML>'


def nitf(byline: str = "By Olha Marchuk,<byttl>Mill desk</byttl>") -> str:
    data = f'<docdata management-status="usable">{"".join(DOCDATA.values())}</docdata>'
    head = f"<head><title>1 MILL</title>{''.join(METAS.values())}{AROUND}{data}</head>"
    above = f"<body.head><byline>{byline}</byline></body.head>"
    text = f"<body>{above}<body.content><p>Corn.</p></body.content></body>"
    whole = f'<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">{head}{text}</nitf>'
    return f'<inlineXML contenttype="application/nitf+xml">{whole}</inlineXML>'


def in_letters(body: str) -> str:
    start, _, whole = body.partition(">")
    return f"{start}>{escape(whole.removesuffix('</inlineXML>'))}</inlineXML>"


def as_data(body: str) -> str:
    """A body in letters within the element that is meant for text."""
    whole = in_letters(body).replace("application/xhtml+xml", "text/html")
    return whole.replace("inlineXML", "inlineData")


BODIES = {
    "XHTML": xhtml(),
    "escaped XHTML": in_letters(xhtml()),
    "HTML in letters": as_data(xhtml().replace("/>", ">")),
    "NITF": nitf(),
    "escaped NITF": in_letters(nitf()),
}
NEW: dict[str, tuple[Any, Any, str, str]] = {
    "authors": ((Contributor(name="Jan Kos"),), (), "Olha", 'content="Jan Kos"'),
    "keywords": ((Text(value="weirs"),), (), "corn", "weirs"),
    "summary": ("Water flows.", None, "Corn is ground.", 'content="Water flows."'),
    "rights": (Rights(notices=("(c) Kos",)), None, "Vilkhove News", '"(c) Kos"'),
    "headline": ("The weir is open", None, "The mill turns", 'content="The weir is open"'),
    "status": (Status.CANCELED, Status.WITHHELD, '"usable"', 'management-status="canceled"'),
    "urgency": (1, None, 'ed-urg="4"', 'ed-urg="1"'),
    "embargo": (
        Embargo(until=datetime(2032, 5, 1, tzinfo=UTC)), None, "20310101T1", "20320501T000000+0000",
    ),
    "expires": (datetime(2042, 1, 1, tzinfo=UTC), None, "2040-01", "20420101T000000+0000"),
}  # fmt: skip
"""A field with another value and with none, what said it, and what says the other."""


DESK = '<meta name="desk" content="Olha Marchuk"/>'
TAKES = {name: NEW.keys() if "NITF" in name else METAS.keys() for name in BODIES}


def document(body: str) -> str:
    return news_item(META, CONTENT, body).replace("<itemMeta", f"{RIGHTS}<itemMeta")


def body_in(document: str) -> str:
    """What stands in the body of a document, without what is no field's."""
    held = document[document.index("<contentSet>") : document.index("</contentSet>")]
    held = held.replace("&lt;", "<").replace("&gt;", ">")
    held = re.sub("(<meta[^<>/]*)>", r"\1/>", held)
    assert DESK in held
    assert 'content="flour"' in held
    return held.replace(DESK, "")


CASES = [(kind, name) for kind, names in TAKES.items() for name in names]


@pytest.mark.parametrize("gone", [False, True], ids=["another", "none"])
@pytest.mark.parametrize(("kind", "name"), CASES)
def test_what_said_a_field_follows_it(kind: str, name: str, gone: int) -> None:
    came = document(BODIES[kind])
    another, nothing, before, now = NEW[name]
    changes: dict[str, Any] = {name: nothing if gone else another}
    if name == "authors":
        changes["byline"] = None if gone else "By Jan Kos"
    read = newsml.loads(came)
    assert before in body_in(came)
    for article in (read, json.loads(json.dumps(read))):
        assert triples(newsml.dumps(article)) == triples(came)
        edited = attrs.evolve(article, **changes)
        written = newsml.dumps(edited)
        assert before not in body_in(written)
        assert (now in body_in(written)) is not bool(gone)
        again = newsml.loads(written)
        assert {each: getattr(again, each) for each in changes} == changes
        assert again.body == edited.body
        assert newsml.dumps(again) == written
        others = {each for each in NEW if each not in changes} - {"headline"}
        assert all(getattr(again, each) == getattr(read, each) for each in others)


HEAD = '<html><head><meta content="corn,mills" name="keywords">{}</head><body><p>Corn.</p></body>'


@pytest.mark.parametrize(
    ("more", "stays"),
    [
        ("<!-- <meta name=keywords content=corn> -->", True),
        ("<script>'<meta name=keywords content=corn>'</script>", True),
        ("<!-- <meta name=keywords content=corn>", True),
        ("<!-- </script><meta name=keywords content=corn> -->", True),
        ("<META NAME='Keywords' CONTENT='mills'><style></style >", False),
        ("<style></style ><META NAME='Keywords' CONTENT='mills'>", False),
    ],
)
def test_what_stands_in_letters_is_said_anew_and_all_beside_it_stays(
    more: str, *, stays: bool
) -> None:
    page = HEAD.format(more)
    came = document(f'<inlineData contenttype="text/html">{escape(page)}</inlineData>')
    article = newsml.loads(came)
    written = newsml.dumps(attrs.evolve(article, keywords=(Text(value="R&D"),)))
    said = unescape(re.findall("<inlineData.*?>(.*)</inlineData>", written, re.DOTALL)[0])
    rest = more if stays else "<style></style >"
    assert said == HEAD.replace("corn,mills", "R&amp;D").format(rest)
    assert newsml.dumps(newsml.loads(written)) == written


@pytest.mark.parametrize("name", METAS)
def test_it_does_so_where_the_text_is_another_too(name: str) -> None:
    another, _, before, now = NEW[name]
    read = newsml.loads(document(BODIES["XHTML"]))
    changes: dict[str, Any] = {name: another, "body": (Paragraph(content="Water."),)}
    changes |= {"byline": "By Jan Kos"} if name == "authors" else {}
    written = newsml.dumps(attrs.evolve(read, **changes))
    held = body_in(written.replace(f' xmlns="{XHTML}"', ""))
    assert before not in held
    assert now in held


PAGES = {
    "a language": ' lang="en"><head><title>The mill turns</title></head><body>',
    "a class": '><head><title>The mill turns</title></head><body class="x">',
    "data": f"><head><title>The mill turns</title>{METAS['headline']}{DESK}</head><body>",
}
PUT_IN = {
    "words": Paragraph(content="Water."),
    "what is hidden": Section(public=False, blocks=(Paragraph(content="Call first."),)),
    "a picture": Figure(image_id="urn:example:wheel"),
}


@pytest.mark.parametrize("block", PUT_IN.values(), ids=PUT_IN)
@pytest.mark.parametrize("around", PAGES.values(), ids=PAGES)
def test_the_page_around_a_text_that_was_edited_once_stays_and_follows_its_headline(
    around: str, block: Block
) -> None:
    page = f'<html xmlns="{XHTML}"{around}<p>Corn.</p></body></html>'
    held = f'<inlineXML contenttype="application/xhtml+xml">{page}</inlineXML>'
    wheel = Image(id="urn:example:wheel", renditions=(Rendition(href="https://x.example/w"),))
    came = newsml.loads(document(f"{held}<inlineData>Corn.</inlineData>"))
    edited = attrs.evolve(came, body=(*came.body, block), images=(wheel,))
    written = newsml.dumps(edited)
    first = newsml.loads(written)
    for article in (first, json.loads(json.dumps(first))):
        assert newsml.losses(article) == ()
        assert _pages(newsml.dumps(article)) == _pages(written)
        said = newsml.dumps(attrs.evolve(article, headline="The weir is open"))
        assert _pages(said) == [
            each.replace("The mill turns", "The weir is open") for each in _pages(written)
        ]
        again = newsml.loads(said)
        assert (again.headline, again.body) == ("The weir is open", edited.body)
        assert newsml.loads(newsml.dumps(again)) == again


def _pages(document: str) -> list[str]:
    return re.findall(r"(?s)<html.*?<body[^>]*>", document.replace(f' xmlns="{XHTML}"', ""))


def test_the_page_of_the_library_follows_its_headline_though_another_hand_was_in_it() -> None:
    own = newsml.dumps(Article(id="urn:x:1", headline="Corn", body=(Paragraph(content="P."),)))
    article = newsml.loads(own.replace("<body ", '<body class="x" '))
    written = newsml.dumps(attrs.evolve(article, headline="Flour"))
    assert "<title>Flour</title>" in written
    assert 'class="x"' in written


@pytest.mark.parametrize("norm", ["00010101T000000+1000", "99991231T235959-1000", "soon", "2031"])
def test_a_time_at_the_end_of_all_times_or_of_no_sense_is_read_and_kept(norm: str) -> None:
    said = BODIES["NITF"].replace("20310101T110000+0100", norm)
    article = newsml.loads(document(said))
    assert article.embargo is not None
    for embargo in (article.embargo, None):
        assert norm in newsml.dumps(attrs.evolve(article, embargo=embargo))


def test_what_said_something_else_stays() -> None:
    other = BODIES["NITF"].replace("Vilkhove News", "Kos Press").replace('"4"', '"5"')
    article = newsml.loads(document(other.replace("20310101", "20300303")))
    edited = newsml.dumps(attrs.evolve(article, rights=None, urgency=1, embargo=None))
    for said in ('holder="Kos Press"', 'ed-urg="5"', 'norm="20300303T110000+0100"'):
        assert said in edited


def test_a_byline_follows_whatever_title_stands_in_it() -> None:
    article = newsml.loads(document(BODIES["NITF"]))
    edited = attrs.evolve(article, byline="By Jan Kos")
    assert "<byline>By Jan Kos</byline>" in newsml.dumps(edited)
    assert [loss.path for loss in newsml.losses(edited)] == ["$.byline"]
    assert "<byline>" not in newsml.dumps(attrs.evolve(article, byline=None))


def test_a_time_that_nitf_alone_said_is_said_by_the_item_when_it_is_another() -> None:
    article = newsml.loads(news_item("", CONTENT, BODIES["NITF"]))
    assert article.embargo == Embargo(until=datetime(2031, 1, 1, 10, tzinfo=UTC))
    for until in (datetime(2032, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)):
        edited = attrs.evolve(article, embargo=Embargo(until=until))
        written = newsml.dumps(edited)
        assert "<embargoed>" in written
        assert "20310101" not in written
        assert newsml.loads(written).embargo == edited.embargo
    lifted = newsml.dumps(attrs.evolve(article, embargo=None))
    assert "date.release" not in lifted
    assert newsml.loads(lifted).embargo is None


# ------------------------------------------------------------------ what might say either of two
@pytest.mark.parametrize("name", ["byline", "author", "DC.creator"])
@pytest.mark.parametrize("says", ["By Olha Marchuk", "Olha Marchuk"])
def test_what_may_say_authors_or_a_byline_follows_what_it_said(name: str, says: str) -> None:
    said = xhtml().replace("<head>", f'<head><meta name="{name}" content="{says}"/>')
    article = newsml.loads(document(said.replace(METAS["authors"], "")))
    of_line = says == article.byline
    byline: dict[str, Any] = {"byline": "By Jan Kos"}
    authors: dict[str, Any] = {"authors": (Contributor(name="Jan Kos"),)}
    for each in (article, json.loads(json.dumps(article))):
        edited, other = (byline, authors) if of_line else (authors, byline)
        written = body_in(newsml.dumps(attrs.evolve(each, **edited)))
        assert f'content="{"By Jan Kos" if of_line else "Jan Kos"}"' in written
        assert "Olha" not in written
        assert f'content="{says}"' in body_in(newsml.dumps(attrs.evolve(each, **other)))
        gone: dict[str, Any] = {"byline": None} if of_line else {"authors": ()}
        assert "Olha" not in body_in(newsml.dumps(attrs.evolve(each, **gone)))


HOLDERS = {
    "meta": '<meta name="rightsholder" content="{}"/>',
    "doc.copyright": '<docdata><doc.copyright holder="{}" year="2031"/></docdata>',
    "doc.rights": '<docdata><doc.rights owner="{}"/></docdata>',
}


@pytest.mark.parametrize("name", HOLDERS)
@pytest.mark.parametrize("says", ["Vilkhove News", "(c) 2031 Vilkhove News"])
def test_what_may_say_a_holder_or_a_notice_follows_what_it_said(name: str, says: str) -> None:
    before, rest = nitf().split("<head>")[0], nitf().split("</head>")[1]
    said = f"{before}<head>{AROUND}{HOLDERS[name].format(says)}</head>{rest}"
    came = document(said).replace("(c) Vilkhove", "(c) 2031 Vilkhove")
    article = newsml.loads(came)
    assert article.rights is not None
    holder: dict[str, Any] = {"holder": Concept(names=(Text(value="Kos Press"),))}
    notice: dict[str, Any] = {"notices": ("(c) 2032 Kos Press",)}
    of_holder = "(c)" not in says
    first, other = (holder, notice) if of_holder else (notice, holder)
    line = "Kos Press" if of_holder else "(c) 2032 Kos Press"
    gone: dict[str, Any] = {"holder": None} if of_holder else {"notices": ()}
    for changes, now in ((first, line), (other, says), (gone, None)):
        rights = attrs.evolve(article.rights, **changes)
        written = body_in(newsml.dumps(attrs.evolve(article, rights=rights)))
        assert (f'"{now}"' if now else AROUND.replace(DESK, "")) in written
        assert (says in written) is (now == says)
        assert ('year="2032"' in written) is (changes is notice and name == "doc.copyright")


# ------------------------------------------------------------------ when it may be seen
LATER = (datetime(2031, 1, 1, 10, 30, tzinfo=UTC), datetime(2032, 5, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    "norm", ["20310101T100000", "20310101T150000", "2031-01-01 05:00", "20310101", "2031-01-02"]
)
def test_a_release_without_an_hour_or_an_offset_follows_the_embargo(norm: str) -> None:
    came = document(BODIES["NITF"].replace("20310101T110000+0100", norm))
    article = newsml.loads(came)
    for each in (article, json.loads(json.dumps(article))):
        assert triples(newsml.dumps(each)) == triples(came)
        for until in LATER:
            written = newsml.dumps(attrs.evolve(each, embargo=Embargo(until=until)))
            assert f'<date.release norm="{until:%Y%m%dT%H%M%S%z}"' in written
        assert "date.release" not in newsml.dumps(attrs.evolve(each, embargo=None))


@pytest.mark.parametrize("first", ["20310101T090000+0100", "20301231", "2030-12-31 09:00"])
@pytest.mark.parametrize("meta", [META, ""], ids=["the item says it, too", "NITF alone"])
@pytest.mark.parametrize("kind", ["NITF", "escaped NITF"])
def test_an_earlier_release_of_several_follows_the_embargo(
    kind: str, meta: str, first: str
) -> None:
    release = DOCDATA["embargo"]
    earlier = release.replace("20310101T110000+0100", first)
    for both in (earlier + release, release + earlier):
        said = BODIES["NITF"].replace(release, both)
        came = document(said if kind == "NITF" else in_letters(said)).replace(META, meta)
        article = newsml.loads(came)
        for each in (article, json.loads(json.dumps(article))):
            assert triples(newsml.dumps(each)) == triples(came)
            assert "date.release" not in newsml.dumps(attrs.evolve(each, embargo=None))
            for until in LATER:
                written = newsml.dumps(attrs.evolve(each, embargo=Embargo(until=until)))
                assert written.count("date.release") == 1
                assert f"{until:%Y%m%dT%H%M%S%z}" in written


@pytest.mark.parametrize("norm", ["20310102T010000", "2031-01-03", "20310101T120000+0100"])
def test_a_release_at_another_time_stays(norm: str) -> None:
    article = newsml.loads(document(BODIES["NITF"].replace("20310101T110000+0100", norm)))
    assert norm in newsml.dumps(attrs.evolve(article, embargo=None))


@pytest.mark.parametrize("norm", ["20310101T100000EST", "at noon"])
def test_a_release_that_cannot_be_read_follows_an_embargo_without_an_end(norm: str) -> None:
    said = BODIES["NITF"].replace("20310101T110000+0100", norm)
    article = newsml.loads(news_item("", CONTENT, said))
    for each in (article, json.loads(json.dumps(article))):
        assert each.embargo == OPEN
        assert norm in newsml.dumps(attrs.evolve(each, headline="The weir holds"))
        assert "date.release" not in newsml.dumps(attrs.evolve(each, embargo=None))
        written = newsml.dumps(attrs.evolve(each, embargo=DATED))
        assert f'<date.release norm="{LATER[0]:%Y%m%dT%H%M%S%z}"' in written
        assert newsml.loads(written).embargo == DATED


OPEN = Embargo()
DATED = Embargo(until=LATER[0])


@pytest.mark.parametrize(
    ("meta", "came", "changes", "now"),
    [
        (META, "embargoed", {"embargo": None}, "usable"),
        (META, "Embargoed", {"embargo": DATED}, "Embargoed"),
        (META, "embargoed", {"status": Status.CANCELED}, "canceled"),
        (META, "usable", {"embargo": None}, "usable"),
        (META, "usable", {"embargo": DATED}, "usable"),
        (META, "usable", {"embargo": OPEN}, "embargoed"),
        ("", "usable", {"embargo": DATED}, "embargoed"),
        ("", "usable", {"embargo": OPEN}, "embargoed"),
        ("", "embargoed", {"urgency": 1}, "embargoed"),
    ],
)
def test_nitf_says_whether_there_is_an_embargo(
    meta: str, came: str, changes: dict[str, Any], now: str
) -> None:
    said = BODIES["NITF"].replace('status="usable"', f'status="{came}"')
    said = said if meta else said.replace(DOCDATA["embargo"], "")
    article = newsml.loads(document(said).replace(META, meta))
    assert f'status="{came}"' in newsml.dumps(article)
    written = newsml.dumps(attrs.evolve(article, **changes))
    assert f'management-status="{now}"' in written
    assert newsml.dumps(newsml.loads(written)) == written

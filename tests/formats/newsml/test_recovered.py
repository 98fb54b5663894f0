"""Documents that are no XML: an error with its place, or all that can be made of them."""

from __future__ import annotations

import pickle
import re
from io import BytesIO

import attrs
import pytest

from newsmodel import ParseError
from newsmodel.formats import json, newsml
from newsmodel.model import Message, Status
from tests.formats.newsml.documents import NAR, news_item, news_message, page

DOCTYPE = '<!DOCTYPE newsItem SYSTEM "news.dtd">\n'
DECLARED = "<?xml version='1.0' encoding='{}'?>\n"
XS = "http://www.w3.org/2001/XMLSchema"


def headed(headline: str, body: str = "<p>Cracks</p>", more: str = "") -> str:
    return news_item(content=f"<headline>{headline}</headline>\n{more}", body=page(body))


@attrs.frozen(kw_only=True)
class Broken:
    """A document that is no XML."""

    data: str | bytes
    headline: str = "Bridge closed"
    text: str = "Cracks"
    said: tuple[str, ...] = ()
    """What findings say, in their order."""


NAMED = headed(
    "Caf&eacute; prices &amp; taxes", '<p title="a&nbsp;b">One&nbsp;two &NotEqualTilde;</p>'
)
SAID = tuple(f"{name}' is not defined: it is read as HTML's" for name in ("eacute", "nbsp"))
BRIDGE = headed("Brücke")

BROKEN = {
    "entities of HTML": Broken(
        data=NAMED, headline="Café prices & taxes", text="One\xa0two \u2242\u0338", said=SAID
    ),
    "entities of HTML after a DOCTYPE": Broken(
        data=DOCTYPE + NAMED,
        headline="Café prices & taxes",
        text="One\xa0two \u2242\u0338",
        said=SAID,
    ),
    "an entity after a DOCTYPE in an attribute": Broken(
        data=DOCTYPE + headed("Bridge closed", '<p title="a&nbsp;b">Cracks</p>'), said=SAID[1:]
    ),
    "an entity nobody knows": Broken(
        data=headed("A &own.word; b", "<p>&own.word; &#233 &#xZ;</p>"),
        headline="A &own.word; b",
        text="&own.word; é &#xZ;",
        said=("'own.word' is not defined: it stays as text", "lacks its semicolon", "by itself"),
    ),
    "signs that begin no reference": Broken(
        data=headed("A & B &copy c", '<p><a href="http://example.org/?a=1&lang=2">B&B</a></p>'),
        headline="A & B &copy c",
        text="B&B",
        said=("'&' stands by itself",),
    ),
    "signs that begin no tag, and end no section": Broken(
        data=headed("A < B", "<p>I <3 Oslo, and 1 < 2; a ]]> b</p>"),
        headline="A < B",
        text="I <3 Oslo, and 1 < 2; a ]]> b",
        said=("'<' stands by itself", "']]>' stands by itself"),
    ),
    "a sign before a letter, and words up to a tag": Broken(
        data=headed("A", "<p>Profit was a<b Ltd. said in a statement.</p>"),
        headline="A",
        text="Profit was a<b Ltd. said in a statement.",
        said=("'<b' begins no tag",),
    ),
    "a DOCTYPE with entities before a page in it": Broken(
        data=headed("A", "<p>One.</p>").replace(
            "<html", '<!DOCTYPE html [<!ENTITY a "b">]>\n<html'
        ),
        headline="A",
        text="One.",
        said=("a DOCTYPE stands within the document",),
    ),
    "a DOCTYPE before a page in it": Broken(
        data=headed("A", "<p>One.</p>").replace("<html", "<!DOCTYPE html>\n<html"),
        headline="A",
        text="One.",
        said=("a DOCTYPE stands within the document",),
    ),
    "signs before letters, that begin no tag": Broken(
        data=headed(
            "A<B", "<p>3 < 4; a<b holds; mail <ann@lee.example> or <Ann Lee>; <LEE.O> rose</p>"
        ),
        headline="A<B",
        text="3 < 4; a<b holds; mail <ann@lee.example> or <Ann Lee>; <LEE.O> rose",
        said=("'<B' begins no tag", "'<ann' begins no tag", "'<LEE.O' begins no tag"),
    ),
    "attributes as HTML has them": Broken(
        data=headed(
            "Bridge closed", "<p class=lead hidden id='a'title=\"a<b\">No</p><p>Cracks</p>"
        ),
        said=("the attributes of 'p' are no XML",),
    ),
    "a tag without its end": Broken(
        data=headed("Bridge closed", '<p class="lead"<b>Cracks</b></p>'),
        said=("the tag 'p' has no end",),
    ),
    "a tag that is closed in another case": Broken(
        data=headed("Bridge closed", "<P>Cracks</p>"), said=("'P' is closed as 'p'",)
    ),
    "sections that hold no references": Broken(
        data=headed("A & B", "<p><![CDATA[a & &nbsp; &#1;]]><!-- & --> b</p>"),
        headline="A & B",
        text="a & &nbsp; &#1; b",
        said=("'&' stands by itself",),
    ),
    "cut off in a CDATA section": Broken(
        data=headed("Bridge closed", "<p><![CDATA[Cra & cks").partition("</body>")[0],
        text="Cra & cks",
        said=("CDATA section is not closed", "Premature end"),
    ),
    "attributes that stand twice": Broken(
        data=news_message(
            headed(
                "Bridge closed",
                '<p><a href="http://example.org/1" href="http://example.org/2">Cracks</a></p>',
                '<x:own a="1" a="2"/>',
            ),
            f'<conceptItem xmlns="{NAR}" guid="urn:example:1" guid="urn:example:2"/>',
        ),
        said=("a redefined: the first counts", "href redefined: the", "guid redefined: the first"),
    ),
    "the same attribute by two prefixes": Broken(
        data=headed("Bridge closed", more='<x:own xmlns:y="urn:example:own" x:a="1" y:a="2"/>'),
        said=("redefined: the first counts",),
    ),
    "rights with an attribute twice": Broken(
        data=news_item(
            rest='<rightsInfo><rightsExpressionXML langid="http://example.org/l">'
            '<x:own a="1" a="2"/></rightsExpressionXML></rightsInfo>',
            body=page("<p>Cracks</p>"),
        ),
        said=("a redefined: the first counts",),
    ),
    "prefixes nobody declared": Broken(
        data=headed("Bridge closed", "<p o:a='1'>Cracks<o:b/></p>", "<o:own a_b='1' a:b='2'/>"),
        said=("prefix", "prefix", "prefix"),
    ),
    "namespaces that are no addresses": Broken(
        data=headed(
            "Bridge closed",
            more='<p:a xmlns:p=" "/><p:b xmlns:p="http://a:b:c" p:c="1"/>'
            f'<p:d xmlns:p="%zz"><x:e xmlns:xs="{XS}" x:type="xs:string"/></p:d>',
        ),
        said=("' ' is not a valid URI", "'http://a:b:c' is not", "'%zz' is not a valid URI"),
    ),
    "white space around the namespace": Broken(
        data=BRIDGE.replace(f'"{NAR}"', f'" {NAR} "', 1),
        headline="Brücke",
        said=("is not a valid URI",),
    ),
    "no element is closed": Broken(
        data=headed("Bridge closed", "<p>Cracks").partition("</body>")[0], said=("Premature end",)
    ),
    "characters that there are not": Broken(
        data=headed("Bri\x00dge", "<p>Cra\x0bcks \uffff\r\n</p>"),
        headline="Bri\ufffddge",
        text="Cra\ufffdcks \ufffd",
        said=("holds characters that no document may",),
    ),
    "half a character": Broken(
        data=headed("Bri\ud800dge"),
        headline="Bri\ufffd\ufffd\ufffddge",
        said=("bytes that are not utf-8",),
    ),
    "bytes of another encoding": Broken(
        data=BRIDGE.encode("latin-1"), headline="Br\ufffdcke", said=("bytes that are not utf-8",)
    ),
    "bytes that the encoding does not have": Broken(
        data=(DECLARED.format("windows-1252") + BRIDGE)
        .encode("cp1252")
        .replace(b"cke<", b"\x81e<"),
        headline="Brü\ufffde",
        said=("bytes that are not windows-1252",),
    ),
    "an encoding nobody knows": Broken(
        data=(DECLARED.format("x-none") + BRIDGE).encode(),
        headline="Brücke",
        said=("its encoding is not 'x-none': it is read as UTF-8",),
    ),
    "an encoding of no document": Broken(
        data=(DECLARED.format("punycode") + BRIDGE).encode(),
        headline="Brücke",
        said=("its encoding is not 'punycode'",),
    ),
    "another encoding declared": Broken(
        data=(DECLARED.format("utf-16") + BRIDGE).encode(),
        headline="Brücke",
        said=("its encoding is not 'utf-16': it is read as UTF-8",),
    ),
    "UTF-16 that does not say so": Broken(
        data=BRIDGE.encode("utf-16-le"), headline="Brücke", said=("that it is in utf-16-le",)
    ),
    "white space before the declaration": Broken(
        data="\n" + DECLARED.format("utf-8") + BRIDGE, headline="Brücke", said=("at the start",)
    ),
    "two byte order marks": Broken(
        data="\ufeff\ufeff" + BRIDGE, headline="Brücke", said=("does not begin with markup",)
    ),
}
every_broken = pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)


def recovered(broken: Broken) -> Message:
    return newsml.loads_message(broken.data, recover=True)


@every_broken
def test_what_is_no_xml_is_refused_with_its_place(broken: Broken) -> None:
    with pytest.raises(ParseError, match=r"not well-formed XML") as caught:
        newsml.loads_message(broken.data)
    error = caught.value
    assert "line " in (error.place or "")
    assert "column " in (error.place or "")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    assert [each.rule for each in newsml.check(broken.data)][:1] == ["schema.xml"]
    data = broken.data
    data = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    for gather in (True, False):
        with pytest.raises(ParseError) as streamed:
            list(newsml.iterload(BytesIO(data), gather=gather))
        assert str(streamed.value) == str(error)


@every_broken
def test_in_recovery_nothing_is_lost_that_can_be_read(broken: Broken) -> None:
    message = recovered(broken)
    (article,) = message.articles
    assert (article.headline, article.text.strip()) == (broken.headline, broken.text)
    of_form = [f.message for f in message.findings if "not well-formed" in f.message]
    for said in broken.said:
        assert any(said in each for each in of_form), of_form
    with pytest.raises(ParseError):
        newsml.loads_message(broken.data, recover=True, strict=True)


@every_broken
def test_what_recovery_reads_is_well_formed_when_written(broken: Broken) -> None:
    message = recovered(broken)
    assert newsml.loads_message(newsml.dumps(message)) == message
    stored = json.loads_message(json.dumps(message))
    assert newsml.loads_message(newsml.dumps(stored)) == message


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>Cracks<br>Two</p>", "'br' is not closed: it is read as empty"),
        ("<p>Cracks<p>Two</p>", "'p' is not closed: it is read as closed before '</body>'"),
        (
            "<div><ul><li><b>Cracks<li>Two",
            "'b' is not closed: it is read as closed before '</body>'",
        ),
        ("<p>Cracks</p></div><p>Two</p>", "'</div>' closes nothing: it is left out"),
        ("<p>Cracks</p><p><![CDATA[Two</p>", "a CDATA section is not closed"),
        ("<p>Cracks</p><p>Two<!-- <i>or</i> three</p>", "a comment is not closed"),
        ("<p>Cracks</p><p>Two<?break</p>", "an instruction is not closed"),
        ('<p>Cracks</p><p><a href="http://e/x>Two</a></p>', "the attributes of 'a' are no XML"),
        ('<p>Cracks</p><p><a href=\'x rel="a">Two</a></p>', "the attributes of 'a' are no XML"),
    ],
)
def test_what_is_left_open_in_one_item_does_not_swallow_the_next(body: str, said: str) -> None:
    def item(number: int, body: str) -> str:
        return news_item(attributes=f'guid="urn:{number}" version="1"', body=page(body))

    rest = [item(n, f"<p>Story {n}<!-- one --></p>") for n in (1, 2, 3)]
    document = news_message(item(0, body), *rest)
    message = newsml.loads_message(document, recover=True)
    assert [(a.id, a.text) for a in message.articles] == [
        ("urn:0", "Cracks\nTwo"),
        *[(f"urn:{n}", f"Story {n}") for n in (1, 2, 3)],
    ]
    assert any(said in each.message for each in message.findings)
    start = document[: document.index(body)].count("\n") + 1
    assert {each.line for each in message.findings} <= {start, start + 1}
    cut = document.replace("</newsItem>", "", 1)
    assert [a.id for a in newsml.loads_message(cut, recover=True).articles] == [
        f"urn:{n}" for n in range(4)
    ]


@pytest.mark.parametrize("section", ["<!-- {} -->", "<signal><![CDATA[{}]]></signal>"])
def test_a_whole_item_in_a_comment_or_a_section_stays_there(section: str) -> None:
    inner = headed("Held back").replace("<br/>", "<br>")
    message = newsml.loads_message(
        news_message(section.format(inner), headed("A & B")), recover=True
    )
    assert [a.headline for a in message.articles] == ["A & B"]


def numbered(number: int, version: int = 1, meta: str = "") -> str:
    return news_item(attributes=f'guid="urn:{number}" version="{version}"', meta=meta)


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (DECLARED.format("utf-8") + numbered(1) + "\n" + DECLARED.format("utf-8") + numbered(2), 2),
        (numbered(1) + numbered(2) + "\n\ufeff" + DECLARED.format("utf-8") + numbered(3), 3),
        (news_message(numbered(1)) + DOCTYPE + news_message(numbered(2), numbered(3)), 3),
        (news_message(numbered(1)) + numbered(2), 2),
        (numbered(1) + DECLARED.format("utf-8") + news_message(numbered(2)), 2),
        (numbered(1).replace("</newsItem>", "") + DECLARED.format("utf-8") + numbered(2), 2),
        (numbered(1) + "Over and out", 1),
    ],
)
def test_documents_one_behind_the_other_are_all_read(data: str, ids: int) -> None:
    with pytest.raises(ParseError):
        newsml.loads_message(data)
    message = newsml.loads_message(data, recover=True)
    assert [article.id for article in message.articles] == [f"urn:{n + 1}" for n in range(ids)]
    told = [f.line for f in message.findings if "another document begins" in f.message]
    lines = [n for n, line in enumerate(data.splitlines(), 1) if re.search("<news(Item|Mes)", line)]
    assert bool(told) == (ids > 1)
    assert set(told) <= set(lines)
    again = newsml.loads_message(newsml.dumps(message))
    assert [article.id for article in again.articles] == [a.id for a in message.articles]


def test_so_a_kill_behind_its_article_is_not_lost() -> None:
    kill = numbered(1, 2, '<pubStatus qcode="stat:canceled"/>')
    articles = newsml.loads_message(numbered(1) + kill, recover=True).articles
    assert [article.status for article in articles] == [Status.USABLE, Status.CANCELED]


def test_of_an_attribute_that_stands_twice_the_first_counts() -> None:
    written = newsml.dumps(recovered(BROKEN["attributes that stand twice"]))
    assert 'href="http://example.org/1"' in written
    assert '<x:own xmlns:x="urn:example:own" a="1"/>' in written
    assert 'guid="urn:example:1"' in written
    assert "urn:example:2" not in written


def test_recovery_tells_the_lines_of_the_document() -> None:
    message = newsml.loads_message(headed("A\nB &nbsp; & C", more="\n<strange/>"), recover=True)
    lines = [each.line for each in message.findings]
    start = headed("A").count("\n", 0, headed("A").index("<headline>")) + 1
    assert lines == [start + 1, start + 1, start + 3]


def test_recovery_says_nothing_of_a_document_that_is_well_formed() -> None:
    document = headed("Caf&#233;", more='<p:own xmlns:p="relative"/>')
    assert newsml.loads_message(document, recover=True) == newsml.loads_message(document)


def test_where_nothing_is_left_to_read_the_error_is_the_first_one() -> None:
    for data in ("<", "a <", "<!-- <newsItem/>", b"\xff<"):
        with pytest.raises(ParseError, match="not well-formed") as caught:
            newsml.loads_message(data, recover=True)
        assert "line 1" in (caught.value.place or "")


@pytest.mark.parametrize("doctype", ["SYSTEM 'a.dtd'", "[<!ELEMENT newsItem ANY>]"])
def test_a_long_document_with_a_doctype_is_read_to_the_first_entity(doctype: str) -> None:
    items = news_message(news_item(), headed("A &own; b"))
    articles = newsml.iterload(
        BytesIO(f"<!DOCTYPE newsMessage {doctype}>{items}".encode()), gather=False
    )
    assert next(articles).headline == "Bridge closed"
    with pytest.raises(ParseError, match="Entity 'own' not defined"):
        next(articles)

"""Several texts of one content: one is the body, the others stay what and where they are."""

from __future__ import annotations

import re
from typing import Any

import attrs
import pytest

from newsmodel import Paragraph
from newsmodel.formats import json, newsml, ninjs
from newsmodel.model import AlternativeText, Article
from tests.formats.newsml.documents import XHTML, news_item, page, triples

TEASER = page("<p>Cracks.</p>", more=' rendition="x:teaser" id="t1"')
FOUND = page("<p>Cracks found in a pier.</p>")
IN_TWO_LANGUAGES = news_item(
    language='<language tag="uk" rank="1"/><language tag="en" rank="2"/>',
    content='<headline xml:lang="uk">Міст</headline><headline xml:lang="en">Bridge</headline>',
    body=page("<p>Тріщини.</p>", more=' id="c-uk" xml:lang="uk"')
    + page("<p>Cracks found in a pier.</p>", more=' id="c-en" xml:lang="en"'),
    attributes='guid="urn:newsml:example.org:20300101:bridge" version="1" xml:lang="uk"',
)
DEEP = f'<a xmlns="urn:example:own">{"<a>" * 251}<a/>{"</a>" * 252}'
"""As deep as a parser takes it by itself, though not within a document."""
MANY = " ".join([f'data-{number}="1"' for number in range(1001)])
OTHERS = page("<p>Cracks found.</p>") + '<inlineData rendition="x:short">Cracks.</inlineData>'


def html(words: str) -> str:
    return f'<html xmlns="{XHTML}"><body><p>{words}</p></body></html>'


def texts_in(document: str) -> list[str]:
    """The words of each text of a document, in order."""
    found = re.findall("<inline(?:XML|Data).*?</inline(?:XML|Data)>", document, re.DOTALL)
    return [" ".join(re.sub("<title>.*?</title>|<[^>]*>", " ", each).split()) for each in found]


def test_a_text_in_another_language_is_kept_beside_the_body() -> None:
    article = newsml.loads(IN_TWO_LANGUAGES)
    (other,) = article.alternatives
    assert (article.text, other.language, other.public) == ("Тріщини.", "en", True)
    assert "<p>Cracks found in a pier.</p>" in other.content
    written = newsml.dumps(json.loads(json.dumps(article)))
    assert triples(written) == triples(IN_TWO_LANGUAGES)


@pytest.mark.parametrize(
    ("item", "other", "own"),
    [
        ("sr-Latn", "sr-Cyrl", "sr-Latn"),
        ("sr", "sr-Latn", "sr-Cyrl"),
        ("zh-Hant", "zh-Hans", "zh-Hant"),
        ("zh-TW", "zh-Hans", "zh-Hant"),
        ("zh-Hant", "zh-CN", "zh-TW"),
        ("pt-BR", "pt-PT", "pt-BR"),
        ("pt-BR", "pt-PT", "PT_br"),
        ("pt-BR", "pt-PT", "pt"),
        ("pt-BR", "es", "pt-PT"),
        ("es-419", "es-ES", "es-419"),
        ("pt-BR", "pt-PT", ""),
    ],
)
def test_the_body_is_in_the_script_and_region_of_the_item(item: str, other: str, own: str) -> None:
    bodies = [
        page(f"<p>{words}</p>", more=f' xml:lang="{tag}"' if tag else "")
        for words, tag in (("Cracks found in a pier.", other), ("Cracks.", own))
    ]
    for body in (bodies, bodies[::-1]):
        document = news_item(
            body="".join(body), attributes=f'guid="urn:x:1" version="1" xml:lang="{item}"',
            language="",
        )  # fmt: skip
        article = newsml.loads(document)
        assert article.text == "Cracks."
        assert triples(newsml.dumps(json.loads(json.dumps(article)))) == triples(document)


def test_markup_of_another_region_is_the_body_before_plain_text_of_the_own() -> None:
    body = page("<p>Cracks found.</p>", more=' xml:lang="en-GB"')
    teaser = '<inlineData contenttype="text/plain" xml:lang="en-US">Cracks</inlineData>'
    document = news_item(
        body=teaser + body, attributes='guid="urn:x:1" version="1" xml:lang="en-US"', language=""
    )
    assert newsml.loads(document).text == "Cracks found."


DATA = {
    "text/rtf": "{\\rtf1\\ansi{\\fonttbl\\f0 Arial;}The mill turns.}",
    "text/css": "p.lead{font-weight:bold;color:red}",
    "text/csv; charset=utf-8": "mill,turns,corn\nFenny,3,1\nWeir,2,2",
    "text/vtt": "WEBVTT\n\n00:01.000 --&gt; 00:02.000\nThe mill turns",
    "Text/X-vCard": "BEGIN:VCARD\nFN:Ann Lee\nEND:VCARD",
}


@pytest.mark.parametrize(("content_type", "content"), DATA.items(), ids=DATA)
def test_data_are_no_body(content_type: str, content: str) -> None:
    data = f'<inlineData contenttype="{content_type}">{content}</inlineData>'
    story = '<inlineData contenttype="text/plain">It turns.</inlineData>'
    for body, text in ((data + story, "It turns."), (story + data, "It turns."), (data, "")):
        article = newsml.loads(news_item(body=body))
        assert article.text == text
        assert [each.content_type for each in article.alternatives] == [content_type]
        assert triples(newsml.dumps(article)) == triples(news_item(body=body))


def test_texts_come_back_where_they_stood() -> None:
    document = news_item(body=TEASER + FOUND + "<inlineData>Few words.</inlineData>")
    message = newsml.loads_message(document)
    assert texts_in(newsml.dumps(message)) == ["Cracks.", "Cracks found in a pier.", "Few words."]


@pytest.mark.parametrize(
    "body",
    [TEASER + FOUND, OTHERS, "<inlineData>Cracks.</inlineData>" * 2],
    ids=["two pages", "a page and words", "words twice"],
)
@pytest.mark.parametrize("new", [("Shut",), ()], ids=["shorter", "none"])
def test_a_body_that_is_edited_stays_the_body(body: str, new: tuple[str, ...]) -> None:
    message = newsml.loads_message(news_item(body=body))
    (article,) = message.articles
    edited = attrs.evolve(article, body=new)
    (back,) = newsml.loads_message(newsml.dumps(attrs.evolve(message, items=(edited,)))).articles
    others = [each for each in article.alternatives if each.content != article.text]
    twins = len(article.alternatives) - len(others) if new else 0
    expected = (*others, *[AlternativeText(content=each) for each in new * twins])
    assert (back.body, back.alternatives) == (edited.body, expected)


NITF = "<nitf><body.content><p>Olha Marchuk spoke.</p><p>Two.</p></body.content></nitf>"
REPEATED = {
    "a part": "<inlineData>Olha Marchuk spoke.</inlineData>",
    "escaped": '<inlineData contenttype="text/html">&lt;p&gt;Olha Marchuk spoke.&lt;/p&gt;'
    "&lt;p&gt;Two.&lt;/p&gt;</inlineData>",
    "NITF": f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>',
    "below a headline": "<inlineData>Bridge\n\nOlha Marchuk\nspoke.\nTwo.</inlineData>",
    "above a sign-off": "<inlineData>Olha Marchuk spoke. Two. vkh/jk</inlineData>",
}


@pytest.mark.parametrize("other", REPEATED.values(), ids=REPEATED)
def test_another_text_that_repeats_the_body_is_told_once_it_does_no_more(other: str) -> None:
    document = news_item(body=page("<p>Olha Marchuk spoke.</p><p>Two.</p>") + other)
    for article in (newsml.loads(document), json.loads(json.dumps(newsml.loads(document)))):
        assert newsml.losses(article) == newsml.losses(attrs.evolve(article, headline="Two")) == ()
        edited = attrs.evolve(article, body=("Olha Marczuk spoke.", "Two."))
        (lost,) = newsml.losses(edited)
        assert (lost.path, "written as it was" in lost.reason) == ("$.alternatives[0]", True)
        own = attrs.evolve(article.alternatives[0], content="Olha Marczuk spoke.")
        assert newsml.losses(attrs.evolve(edited, alternatives=(own,))) == ()


BESIDE = {
    "a headline": ("Update: Bridge closed", {"headline": "Bridge open"}),
    "a headline with entities": (
        "Bridge&amp;nbsp;closed &amp;amp; wet",
        {"headline": "Bridge open"},
    ),
    "an author": ("Call Olha Marchuk.", {"authors": ()}),
    "an address": ("[More](https://example.org/pier)", {"links": ()}),
}
"""What another text says of an article beside its body, and an edit that leaves it alone to."""


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize(("other", "new"), BESIDE.values(), ids=BESIDE)
def test_another_text_that_says_what_was_edited_beside_the_body_is_told(
    other: str, new: dict[str, Any], *, public: bool
) -> None:
    content = """<creator literal="x"><name>Olha Marchuk</name></creator>
    <headline>Bridge closed</headline>"""
    content = content.replace("closed<", "closed &amp; wet<") if "amp" in other else content
    link = '<link rel="irel:seeAlso" href="https://example.org/pier"/>'
    mark = "" if public else ' pubconstraint="x:internal"'
    body = page("<p>It rained.</p>") + f"<inlineData{mark}>{other}</inlineData>"
    document = news_item(meta=link, content=content, body=body)
    for article in (newsml.loads(document), json.loads(json.dumps(newsml.loads(document)))):
        assert newsml.losses(article) == newsml.losses(attrs.evolve(article, byline="Two")) == ()
        (lost,) = newsml.losses(attrs.evolve(article, **new))
        assert (lost.path, "written as it was" in lost.reason) == ("$.alternatives[0]", True)


def test_another_text_with_a_headline_that_the_body_repeats_is_told_once_neither_says_it() -> None:
    other = (
        "<inlineData>Bridge closed. Call the desk in Vilkhove before nine, or write.</inlineData>"
    )
    content = "<headline>Bridge closed</headline>"
    body = page("<h1>Bridge closed</h1><p>It rained.</p>") + other
    article = newsml.loads(news_item(content=content, body=body))
    first, *others = article.body
    assert newsml.losses(attrs.evolve(article, headline="Bridge open")) == ()
    edited = attrs.evolve(first, content=("Bridge open",))  # type: ignore[call-arg]  # a heading
    (lost,) = newsml.losses(attrs.evolve(article, headline="Bridge open", body=(edited, *others)))
    assert lost.path == "$.alternatives[0]"


@pytest.mark.parametrize("other", ["Rain in Vilkhove.", "Міст у Вільхові.", "橋に亀裂が見つかった"])
def test_another_text_that_says_something_else_stays_without_a_word(other: str) -> None:
    body = page("<p>Olha Marchuk spoke in Vilkhove.</p>") + f"<inlineData>{other}</inlineData>"
    article = newsml.loads(news_item(body=body))
    for new in (("Olha Marczuk spoke.",), ()):
        assert newsml.losses(attrs.evolve(article, body=new)) == ()


def test_scripts_without_spaces_are_compared_sign_by_sign() -> None:
    body = (
        page("<p>橋に亀裂が見つかった。</p>")
        + "<inlineData>橋に亀裂が見つかった(写真)</inlineData>"
    )
    article = newsml.loads(news_item(body=body))
    assert newsml.losses(attrs.evolve(article, body=("橋に亀裂が見つかった。二つ。",))) == ()
    (lost,) = newsml.losses(attrs.evolve(article, body=("橋に穴が見つかった。",)))
    assert lost.path == "$.alternatives[0]"


@pytest.mark.parametrize("content", ["Much more than the body ever said.", html("Much more")])
@pytest.mark.parametrize("body", [TEASER + FOUND, OTHERS])
def test_another_text_that_is_edited_stays_another_text(content: str, body: str) -> None:
    message = newsml.loads_message(news_item(body=body))
    (article,) = message.articles
    other = attrs.evolve(article.alternatives[0], content=content)
    edited = attrs.evolve(article, alternatives=(other,))
    (back,) = newsml.loads_message(newsml.dumps(attrs.evolve(message, items=(edited,)))).articles
    assert (back.body, back.alternatives) == (article.body, (other,))


@pytest.mark.parametrize("body", [("Cracks found.",), ()])
@pytest.mark.parametrize(
    ("content", "written_as"),
    [
        (html("Cracks"), "inlineXML"),
        ("<p>Cracks</p>", "inlineData"),
        ("<p>Cracks", "inlineData"),
        ("Cracks", "inlineData"),
        (f"<!DOCTYPE html>{html('Cracks')}", "inlineData"),
        (html("<!-- Cracks -->"), "inlineData"),
        (DEEP, "inlineData"),
        (html(f"<p {MANY}/>"), "inlineData"),
    ],
)
def test_new_texts_of_xml_are_written_as_xml_where_they_come_back(
    body: tuple[str, ...], content: str, written_as: str
) -> None:
    other = AlternativeText(content=content, content_type="application/xhtml+xml")
    article = Article(id="urn:example:1", language="en", body=body, alternatives=(other,))
    written = newsml.dumps(article)
    assert newsml.loads(written) == article
    assert re.findall("<(inline[A-Za-z]*)", written)[len(body) :] == [written_as]


def test_the_foot_of_a_table_is_shown_below_it_and_comes_back_where_it_stood() -> None:
    foot, body = "<tfoot><tr><td>9</td></tr></tfoot>", "<tbody><tr><td>5</td></tr></tbody>"
    article = newsml.loads(news_item(body=page(f"<table>{foot}{body}</table>")))
    assert article.text == "5\n9"
    assert foot + body in newsml.dumps(article)
    changed = attrs.evolve(article, body=(*article.body, "Sold."))
    assert body + foot in newsml.dumps(changed)
    assert newsml.loads(newsml.dumps(changed)).body == changed.body


WORDS = "Cracks found in a pier.\n\nDivers look on."
BOTH = page("<p>Cracks found in a pier.</p><p>Divers look on.</p>")
STYLED = BOTH.replace("<p>", '<p style="x">')


@pytest.mark.parametrize("body", [BOTH, STYLED])
def test_a_plain_text_that_says_what_the_body_says_goes_with_it(body: str) -> None:
    plain = f'<inlineData contenttype="text/plain" id="p" wordcount="8">{WORDS}</inlineData>'
    part = '<inlineData contenttype="text/plain">Divers look on.</inlineData>'
    other = "<inlineData>Two divers.</inlineData>"
    document = news_item(body=body + plain + part + other)
    read = newsml.loads(document)
    for article in (read, json.loads(json.dumps(read))):
        assert triples(newsml.dumps(article)) == triples(document)
        edited = attrs.evolve(article, body=("Cracks mended.", "No diver is there."))
        for written in (newsml.dumps(edited), ninjs.dumps(edited)):
            assert "in a pier" not in written
            assert "Two divers." in written
        again = newsml.loads(newsml.dumps(edited))
        assert again.alternatives[0].content == "Cracks mended.\n\nNo diver is there."
        assert again.alternatives[0].word_count == 6
        assert again.alternatives[1:] == article.alternatives[1:]
        assert 'id="p"' in newsml.dumps(edited)
        paths = [loss.path for loss in newsml.losses(edited)]
        assert [each for each in paths if "alternatives" in each] == ["$.alternatives[1]"]
        assert newsml.dumps(again) == newsml.dumps(newsml.loads(newsml.dumps(again)))
        assert len(newsml.loads(newsml.dumps(attrs.evolve(article, body=()))).alternatives) == 2
        same = attrs.evolve(article, headline="Bridge open", slugline="bridge")
        assert newsml.loads(newsml.dumps(same)).alternatives == article.alternatives
        assert not any("alternatives" in loss.path for loss in newsml.losses(same))


@pytest.mark.parametrize(("content_type", "found"), [("text/html", 1), ("image/png", 0)])
def test_a_text_that_is_put_into_letters_is_found(content_type: str, found: int) -> None:
    encoded = f'<inlineData contenttype="{content_type}" encoding="encd:base64">PHA+</inlineData>'
    message = newsml.loads_message(news_item(body=encoded))
    assert sum("put into letters" in each.message for each in message.findings) == found
    assert triples(newsml.dumps(message)) == triples(news_item(body=encoded))


def in_arabic(item: str, text: str = "", root: str = "", body: str = "") -> str:
    """An item whose text may say that it is in Arabic, and no `language` does."""
    markup = f'<html xmlns="{XHTML}"{root}><head><title>Bridge closed</title></head><body{body}>'
    return news_item(
        attributes=f'guid="urn:x:1" version="1"{item}', language="",
        body=f"<inlineXML{XHTML_TYPE}{text}>{markup}<p>مرحبا</p></body></html></inlineXML>",
    )  # fmt: skip


XHTML_TYPE = ' contenttype="application/xhtml+xml"'
ENGLISH, ARABIC = ' xml:lang="en"', ' xml:lang="ar"'
IN_ARABIC = {
    "the text": in_arabic("", ARABIC),
    "its page": in_arabic(ENGLISH, "", f'{ARABIC} lang="ar"'),
    "the nearer": in_arabic(ENGLISH, ENGLISH, ' lang="ar"'),
    "its body": in_arabic(ENGLISH, ENGLISH, ENGLISH, ARABIC),
    "text and item": in_arabic(ARABIC, ARABIC),
}


@pytest.mark.parametrize("named_by", IN_ARABIC)
def test_the_language_that_the_text_names_is_that_of_the_article(named_by: str) -> None:
    document = IN_ARABIC[named_by]
    article = newsml.loads(document)
    assert article.language == "ar"
    for each in (article, json.loads(json.dumps(article))):
        assert triples(newsml.dumps(each)) == triples(document)
    for changes in ({"language": "en"}, {"language": None}, {"body": (Paragraph(content="New."),)}):
        edited = attrs.evolve(article, **changes)
        written = newsml.dumps(edited)
        again = newsml.loads(written)
        assert (again.language, again.body) == (edited.language, edited.body)
        if edited.language == "en":
            is_told = named_by == "the text"  # the item around it names none
            assert ('<language tag="en"/>' in written) is is_told
            assert '="ar"' not in written


def test_what_the_item_says_of_its_language_counts_before_its_text() -> None:
    document = IN_ARABIC["its page"].replace("<headline>", '<language tag="fa"/><headline>')
    article = newsml.loads(document)
    assert article.language == "fa"
    assert triples(newsml.dumps(article)) == triples(document)


def test_labels_are_in_the_language_that_the_text_names() -> None:
    more = f"<headline{ENGLISH}>Bridge</headline><headline{ARABIC}>جسر</headline>"
    document = IN_ARABIC["its page"].replace("<headline>Bridge closed</headline>", more)
    article = newsml.loads(document)
    assert article.headline == "جسر"
    assert triples(newsml.dumps(article)) == triples(document)

"""Several texts of one content: one is the body, the others stay what and where they are."""

from __future__ import annotations

import re

import attrs
import pytest

from newsmodel.formats import json, newsml
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
    assert (back.body, back.alternatives) == (edited.body, article.alternatives)


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

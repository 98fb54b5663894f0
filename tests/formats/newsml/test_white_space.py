"""White space that stands around and within the words of properties."""

from __future__ import annotations

from json import loads
from typing import Any

import attrs
import pytest
from lxml import etree

from newsmodel import Article, Dateline, Text
from newsmodel.formats import json, newsml
from newsmodel.testing.assertions import assert_same_article
from tests.formats.newsml.documents import NAR, news_item, triples

SPREAD = "\n      The mill\n        turns\n   "
LINE = "The mill turns"
DOCUMENT = f"""<newsMessage xmlns="{NAR}"><header><sent>2030-01-01T10:00:00+00:00</sent>
<sender>{SPREAD}</sender><transmitId>{SPREAD}</transmitId><origin>{SPREAD}</origin>
<channel>{SPREAD}</channel></header><itemSet>{
    news_item(
        rest=f'''<rightsInfo><copyrightHolder><name>{SPREAD}</name></copyrightHolder>
        <copyrightNotice>{SPREAD}</copyrightNotice><usageTerms>{SPREAD}</usageTerms></rightsInfo>''',
        meta=f'''<fileName>{SPREAD}</fileName><title>{SPREAD}</title><edNote>{SPREAD}</edNote>
        <link residref="urn:example:1"><title>{SPREAD}</title></link>''',
        content=f'''<keyword>{SPREAD}</keyword><subject qcode="x:1"><name>{SPREAD}</name></subject>
        <slugline>{SPREAD}</slugline><headline xml:lang="en">{SPREAD}</headline>
        <headline role="x:sub">{SPREAD}</headline><dateline>{SPREAD}</dateline><by>{SPREAD}</by>
        <creditline>{SPREAD}</creditline><description role="drol:summary">{SPREAD}</description>
        <description role="x:other">{SPREAD}</description>''',
    )
}</itemSet></newsMessage>"""


def texts(document: str) -> dict[str, list[str]]:
    """The text of each element without children, by the elements' names."""
    found: dict[str, list[str]] = {}
    for node in etree.fromstring(document.encode()).iter("{*}*"):
        if not len(node):
            found.setdefault(etree.QName(node).localname, []).append(node.text or "")
    return found


def strings(value: Any) -> list[str]:
    """The strings of some plain data."""
    if isinstance(value, dict):
        return [s for key, each in value.items() if key != "extensions" for s in strings(each)]
    if isinstance(value, list):
        return [s for each in value for s in strings(each)]
    return [value] if isinstance(value, str) else []


def test_lines_are_read_as_lines_and_written_as_they_stood() -> None:
    message = newsml.loads_message(DOCUMENT)
    said = strings(loads(json.dumps(message)))
    assert said.count(LINE) == DOCUMENT.count(SPREAD)
    assert not [each for each in said if "\n" in each]
    assert texts(newsml.dumps(message)) == texts(DOCUMENT)
    assert texts(newsml.dumps(json.loads_message(json.dumps(message)))) == texts(DOCUMENT)


def test_a_line_that_is_edited_is_written_alone() -> None:
    message = newsml.loads_message(DOCUMENT)
    edited = attrs.evolve(message.articles[0], headline="New", byline="By Ann")
    now = texts(newsml.dumps(attrs.evolve(message, items=(edited,))))
    assert now == texts(DOCUMENT) | {"headline": ["New", SPREAD], "by": ["By Ann"]}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("\nNo archives.\nNo sales.\n", "No archives.\nNo sales."),
        ("No archives.\n\n\n\nNo sales.", "No archives.\n\nNo sales."),
        ("No archives,\n      no sales.", "No archives, no sales."),
    ],
)
def test_lines_of_a_text_stay_lines_unless_they_are_indented(text: str, lines: str) -> None:
    content = f'<description role="drol:summary">{text}</description>'
    document = news_item(
        meta=f"<edNote>{text}</edNote>",
        content=content,
        first=f"<rightsInfo><usageTerms>{text}</usageTerms></rightsInfo>",
    )
    article = newsml.loads(document)
    assert article.rights is not None
    assert article.summary == article.rights.usage_terms[0].value == lines
    assert article.editor_notes[0].text == lines
    assert texts(newsml.dumps(article)) == texts(document)
    edited = newsml.dumps(attrs.evolve(article, summary="One.\nTwo."))
    assert newsml.loads(edited).summary == "One.\nTwo."
    assert "One.<br/>Two." in edited


def test_several_lines_in_place_of_one_come_back_and_others_see_one() -> None:
    article = Article(
        id="urn:example:1",
        headline="Mill\nturns",
        headlines=[Text(value="Corn\nground", role="sub")],
        byline="By Ann\tLee",
        dateline=Dateline(text="FENNY\n(AP)"),
        keywords=["mill\nwheel"],
    )
    written = newsml.dumps(article)
    assert_same_article(newsml.loads(written), article)
    shown = {name: texts(written)[name] for name in ("headline", "by", "dateline", "keyword")}
    assert shown == {
        "headline": ["Mill turns", "Corn ground"],
        "by": ["By Ann Lee"],
        "dateline": ["FENNY (AP)"],
        "keyword": ["mill wheel"],
    }


_H = 'xmlns="http://www.w3.org/1999/xhtml"'


@pytest.mark.parametrize(
    "words",
    [
        "The mill<br/>turns",
        f"The mill<br {_H}/>turns",
        f"<p {_H}>The mill</p><p {_H}>turns</p>",
        f"<div {_H}>\n<p>The <b>mill</b></p>\n<p>turns</p>\n</div>",
    ],
)
def test_words_on_both_sides_of_a_break_stay_apart(words: str) -> None:
    document = news_item(
        rest=f"<rightsInfo><copyrightNotice>{words}</copyrightNotice></rightsInfo>",
        content=f"<headline>{words}</headline><by>{words}</by><dateline>{words}</dateline>"
        f'<description role="drol:summary">{words}</description>'
        f'<subject qcode="x:1"><name>{words}</name></subject>',
    )
    article = newsml.loads(document)
    assert {article.headline, article.byline, str(article.dateline), article.subjects[0].name} == {
        LINE
    }
    assert article.rights is not None
    assert {article.summary, article.rights.notices[0].value} == {"The mill\nturns"}
    again = newsml.dumps(json.loads(json.dumps(article)))
    assert triples(again) == triples(document)

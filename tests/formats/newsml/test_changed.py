"""Whatever is changed in a document, in any one place, comes back or is said to be lost."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from lxml import etree

from newsmodel.formats import json, newsml
from tests.formats.newsml.documents import NAR, news_item, triples
from tests.formats.newsml.everything import EVERYTHING
from tests.formats.newsml.mutations import changed
from tests.formats.newsml.test_irregular import CASES

OWN = [case.document.encode() for case in CASES if not case.recover]
FULL = EVERYTHING.encode()
GENERATE = (Phase.explicit, Phase.generate)
"""What fails is a document with one change in it; making it smaller takes long."""
SMALL = 40_000
"""Documents of more bytes only take longer."""


def comes_back_or_is_said(document: bytes) -> None:
    message = newsml.loads_message(document)
    written = newsml.dumps(json.loads_message(json.dumps(message)))
    before, after = triples(document), triples(written)
    said = any(each.rule == "newsml.departure" for each in message.findings)
    assert before - after == {} or said, before - after
    assert after - before == {} or said, after - before


@given(st.data())
@settings(max_examples=100, phases=GENERATE)
def test_our_own_samples_come_back_or_say_so(data: st.DataObject) -> None:
    comes_back_or_is_said(changed(data.draw, data.draw(st.sampled_from(OWN))))


@given(st.data())
@settings(max_examples=100, phases=GENERATE)
def test_whatever_is_changed_in_a_full_message_comes_back(data: st.DataObject) -> None:
    comes_back_or_is_said(changed(data.draw, FULL))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<name>Rivers Agency</name>", '<name rank="2">Rivers Agency</name>'),
        ('<name xml:lang="en">Mills</name>', '<name xml:lang="en" confidence="9">Mills</name>'),
        ("<note>Not of saws</note>", '<note relevance="9">Not of saws</note>'),
        ("<hopHistory>", "<hopHistory>stray words"),
        ('height="200"/>', 'height="200">stray words</regionDelim>'),
        ('height="200"/>', 'height="200"><name>Stray</name></regionDelim>'),
        ('<pubStatus qcode="stat:usable"/>', '<pubStatus qcode="stat:usable">stray</pubStatus>'),
        ("</hopHistory>", "stray words</hopHistory>"),
        ('<catalog><scheme alias="rvr" uri="https://rivers.example/cv/"/></catalog>', "<catalog/>"),
        ("<died>2080-05-03T10:00:00Z</died>", "<died>2080-05-03T10:00:00.5+02:00</died>"),
        (
            '<assert literal="sail">',
            '<assert literal="sail"><objectDetails/>stray words</assert><assert literal="sail">',
        ),
        (
            "</assert>\n  <inlineRef",
            '</assert>\n  <assert literal="sail"><objectDetails/>stray words</assert><inlineRef',
        ),
        ('<assert literal="sail">', '<assert literal="sail" type="cpnat:object">'),
        ('altitude="2"', 'altitude="1e9"'),
        ('altitude="2"', 'altitude="nan"'),
        (
            'uri="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"',
            'uri="http://["',
        ),
        ('role="received"', 'role=" received&#10;x"'),
    ],
)
def test_what_once_was_lost_comes_back(before: str, after: str) -> None:
    assert before in EVERYTHING
    document = EVERYTHING.replace(before, after)
    message = newsml.loads_message(document)
    assert triples(newsml.dumps(message)) == triples(document)
    assert triples(newsml.dumps(json.loads_message(json.dumps(message)))) == triples(document)


@pytest.fixture(scope="module")
def feeds(shared: Path) -> list[bytes]:
    folder = shared / "corpus" / "newsml-g2"
    paths = sorted(each for each in folder.rglob("*") if each.is_file())
    found = [each.read_bytes() for each in paths if "broken" not in each.parts]
    return [each for each in found if NAR.encode() in each[:2000] and len(each) < SMALL]


@given(st.data())
@settings(
    max_examples=100, phases=GENERATE, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_real_feeds_come_back_or_say_so(feeds: list[bytes], data: st.DataObject) -> None:
    comes_back_or_is_said(changed(data.draw, data.draw(st.sampled_from(feeds))))


def test_what_is_misplaced_moves_only_when_it_is_changed() -> None:
    document = news_item(meta='<located qcode="geo:1"/>', about='<located qcode="geo:2"/>')
    article = newsml.loads(document)
    other = attrs.evolve(article, headline="Bridge open")
    assert sections(newsml.dumps(other)) == {"itemMeta": ["geo:1"], "contentMeta": ["geo:2"]}
    first, second = article.places
    moved = attrs.evolve(article, places=(first, attrs.evolve(second, qcode="geo:3")))
    assert sections(newsml.dumps(moved)) == {"itemMeta": [], "contentMeta": ["geo:2", "geo:3"]}
    gone = attrs.evolve(article, places=(first,))
    assert sections(newsml.dumps(gone)) == {"itemMeta": [], "contentMeta": ["geo:2"]}


def sections(document: str) -> dict[str, list[str | None]]:
    """The places of an item, by the section they stand in."""
    root = etree.fromstring(document.encode())
    return {
        name: [node.get("qcode") for node in root.findall(f".//{{{NAR}}}{name}/{{{NAR}}}located")]
        for name in ("itemMeta", "contentMeta")
    }


DEEP = "<broader>" * 40 + "</broader>" * 40
MANY = {
    "names with a role that is none": '<name role="none">Ann</name>' * 3000,
    "names between elements of others": '<x:q xmlns:x="urn:x"/><name y="1">Ann</name>' * 3000,
    "concepts within concepts": f"<broader>{DEEP}</broader>",
}


@pytest.mark.parametrize("inside", MANY.values(), ids=MANY)
def test_much_that_is_irregular_comes_back(inside: str) -> None:
    subject = f'<subject qcode="x:1">{inside}<broader qcode="no code"/></subject>'
    document = news_item(content=subject * 2)
    written = newsml.dumps(json.loads_message(json.dumps(newsml.loads_message(document))))
    assert triples(written) == triples(document)

"""Where the format takes a short way, it comes to where the long one leads.

The short ways: objects are made of values in normal form without checks, an address is told in one
look, an element is serialised as it stands, and a writer trusts what the reader remembers.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, strategies as st
from lxml import etree

from newsmodel.formats import json, newsml
from newsmodel.formats._shared.xhtml.words import title_of
from newsmodel.formats.newsml import names
from newsmodel.formats.newsml.carrying import completing
from newsmodel.formats.newsml.properties import saying
from newsmodel.formats.newsml.properties.saying import Change
from newsmodel.formats.newsml.properties.titles import lone_title
from newsmodel.formats.newsml.xml import leaves, markup, parsing
from newsmodel.formats.newsml.xml.markup import element_of
from newsmodel.formats.newsml.xml.reading import Element, name_of
from newsmodel.formats.newsml.xml.writing import Inexact, code, coded
from newsmodel.model import Concept, Extension, Message
from newsmodel.model.base import Model, fields_of, maker
from tests.formats.newsml.documents import NAR, XHTML, news_item

SAMPLED = 5


@pytest.fixture(scope="module")
def documents(shared: Path) -> list[bytes]:
    folder = shared / "corpus" / "newsml-g2"
    if not folder.is_dir():
        pytest.skip("the shared folder has no NewsML-G2")
    paths = sorted(path for path in folder.rglob("*.xml") if "broken" not in path.parts)
    return [path.read_bytes() for path in paths[::SAMPLED]]


@pytest.fixture(scope="module")
def messages(documents: list[bytes]) -> list[Message]:
    return [newsml.loads_message(data) for data in documents if NAR.encode() in data]


def models_in(value: object) -> Iterator[Model]:
    if isinstance(value, Model):
        yield value
        for field in fields_of(type(value)):
            yield from models_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from models_in(part)


def test_what_a_reader_makes_without_checks_would_pass_them(messages: list[Message]) -> None:
    for message in messages:
        for model in models_in(message):
            fields = {f.name: getattr(model, f.name) for f in fields_of(type(model))}
            checked = type(model)(**fields)
            assert type(model) is type(checked)
            for name, value in fields.items():
                assert repr(getattr(checked, name)) == repr(value)


def test_objects_made_without_checks_are_sealed() -> None:
    concept = maker(Concept)(qcode="medtop:1")
    assert concept == Concept(qcode="medtop:1")
    assert hash(concept) == hash(Concept(qcode="medtop:1"))
    with pytest.raises(AttributeError):
        concept.qcode = "medtop:2"  # type: ignore[misc]  # that is the point


def test_a_writer_that_trusts_the_reader_writes_the_same(messages: list[Message]) -> None:
    """What the reader remembers is gone from a copy: its writer has to find out again."""
    for message in messages:
        written = newsml.dumps(message)
        assert newsml.dumps(json.loads_message(json.dumps(message))) == written
        assert newsml.dumps(pickle.loads(pickle.dumps(message))) == written  # our own


ROOT = re.compile(rb"(<[A-Za-z][\w:.-]*)(?=[\s>])")


def test_elements_that_were_met_before_are_read_as_new_ones_are(documents: list[bytes]) -> None:
    for number, data in enumerate([each for each in documents if NAR.encode() in each]):
        met, again = newsml.loads_message(data), newsml.loads_message(data)
        other = rb'\1 xmlns:n%d="urn:example:new"' % number  # so that their markup is another
        new = newsml.loads_message(ROOT.sub(other, data, count=1))
        assert new == met == again
        assert new.findings == met.findings == again.findings


LINKED = """
<rightsInfo><link residref="x">
  <headline role="x:web" xml:lang="uk">Umovy</headline>
</link></rightsInfo>
"""


def test_of_elements_within_one_another_only_the_outermost_is_made_markup(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[str] = []

    def counted(node: Element, **options: Any) -> Any:
        made.append(name_of(node))
        return etree.tostring(node, **options)

    monkeypatch.setattr(leaves, "etree", SimpleNamespace(tostring=counted))
    held = "<broader>" * 50 + "<name>Vilkhove mill</name>" + "</broader>" * 50
    document = news_item(content=f"<subject>{held}</subject><genre>{held}</genre>")
    assert newsml.loads(document).subjects[0].broader
    assert {*made} == {"subject", "genre"}


def test_what_follows_the_language_around_is_read_in_each() -> None:
    for language, headline in (("en", None), ("uk", "Umovy"), ("en", None)):
        attributes = f'guid="x" version="1" xml:lang="{language}"'
        rights = newsml.loads(news_item(first=LINKED, attributes=attributes)).rights
        assert rights is not None
        (target,) = [link.target for link in rights.links]
        assert target is not None
        assert target.headline == headline


def test_white_space_counts_in_documents_of_the_library_alone() -> None:
    held = "<subject><definition>A mill\n   by the river</definition></subject>"
    own = "<generator>newsmodel</generator>"
    for meta, words in ((own, "A mill\n   by the river"), ("", "A mill by the river")) * 2:
        (subject,) = newsml.loads(news_item(meta=meta, content=held)).subjects
        assert [each.value for each in subject.definitions] == [words]


def test_what_is_noted_of_the_element_around_counts_for_those_in_it() -> None:
    held = '<subject qcode="x:mill"><name>Mill</name><name>Mill</name></subject>'
    item = f'<itemRef residref="urn:x:mill"{{}}>{held}</itemRef>'
    read = []
    for first in ("", item.format("")):
        refs = first + item.format(' size="4"')
        group = f'<groupSet root="G"><group id="G" role="x:mill">{refs}</group></groupSet>'
        document = (
            f'<packageItem xmlns="{NAR}" guid="urn:x:mills" version="1">{group}</packageItem>'
        )
        read.append(json.dumps(newsml.loads_message(document)).count("subject/name[2]"))
    assert read == [1, 1]


def test_what_departs_from_the_standard_is_told_each_time() -> None:
    held = '<subject qcode="x:mill" maker="Jan Kos"><name>Mill</name></subject>\n'
    found = newsml.loads_message(news_item(content=held * 3)).findings
    lines = [each.line for each in found if "maker" in each.message]
    assert len({*lines}) == len(lines) == 3


def test_what_is_remembered_is_no_part_of_an_object() -> None:
    document = news_item(content='<headline rank="2">Bridge</headline><rating value="3"/>')
    extensions = newsml.loads(document).extensions
    assert extensions
    for extension in extensions:
        copied = Extension(
            format=extension.format, place=extension.place, content=extension.content
        )
        assert copied == extension
        assert hash(copied) == hash(extension)
        assert repr(copied) == repr(extension)
        assert copied.recall(None) is None


@given(st.text(st.sampled_from("a1:/?#[]%@. é\n-"), max_size=12))
def test_common_addresses_are_addresses(value: str) -> None:
    for each in (value, f"ab://{value}"):
        assert names.is_uri(each) == names.is_rare_uri(each)


@given(st.text(st.sampled_from('ab:/.-"&<> \té\u0663'), max_size=8))
def test_common_codes_need_no_escaping(word: str) -> None:
    try:
        full = code(word)
    except Inexact:
        with pytest.raises(Inexact):
            coded(word)
    else:
        node = etree.fromstring(f'<x y="{coded(word)}"/>')
        assert node.get("y") == full


def test_elements_are_serialised_as_a_cleaned_copy_is(documents: list[bytes]) -> None:
    for data in documents:
        for node in parsing.parsed(data).iter("*"):
            if next(node.iter("{}*"), None) is None:
                assert markup.markup_of(node) == markup._cleaned(node)


PARTS = st.tuples(st.sampled_from([b"<p", b">", b"x", b" a='>'"]), st.integers(0, 2000))


@given(st.lists(PARTS, max_size=8))
def test_long_tags_are_found_by_leaps(parts: list[tuple[bytes, int]]) -> None:
    data = b"".join([piece * number for piece, number in parts])
    stretches = [each for each in data.split(b"<") if len(each) >= 4000]
    assert parsing._has_long_tag(data) == any(each.count(b"=") >= 1000 for each in stretches)


PAGE = {
    "holder": ['<inlineXML xmlns="{nar}">', '<inlineXML xmlns="{nar}" contenttype="text/html">\n'],
    "page": ['<html xmlns="{xhtml}">', '<html xmlns="{xhtml}" class="nonpublic">\n'],
    "first": [
        "<head>", '<head style="display:none">', "<head><!-- x -->", '<head>\n<meta name="a"/>',
    ],
    "title": [
        "<title>Bridge closed</title>", "<title>\nBridge\n closed </title>", "<title/>",
        "<title>Ferry &amp; &lt;mill&gt;</title>", "<title>Mill &#38; quay</title>",
        "<title hidden=''>Bridge closed</title>", "<title>Bridge <b>closed</b></title>",
    ],
    "second": ["", "<title>Bridge closed</title>", "<style>p {{ }}</style>", '<link rel="x"/>'],
    "body": [
        "<body><header><p>x</p></header></body>",
        "<body><p>x</p><head><title>Bridge closed</title></head></body>",
        "<body><body.head><hl1>Bridge closed</hl1></body.head></body>",
    ],
}  # fmt: skip


@given(parts=st.fixed_dictionaries({name: st.sampled_from(each) for name, each in PAGE.items()}))
def test_a_title_that_is_put_in_as_a_string_is_the_one_that_parsing_finds(
    parts: dict[str, str],
) -> None:
    page = "{holder}{page}{first}{title}{second}</head>{body}</html></inlineXML>".format(**parts)
    whole = page.format(nar=NAR, xhtml=XHTML)
    before = frozenset(["bridge closed", "ferry & <mill>", "mill & quay"])
    changes = {"headline": Change(before, "Bridge < & open")}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(saying, "lone_title", lambda _: None)
        thorough, _ = saying.saying(whole, changes)
    quick, _ = saying.saying(whole, changes)
    assert etree.canonicalize(quick) == etree.canonicalize(thorough)
    lone = lone_title(whole)
    assert lone is None or lone.words == title_of(element_of(whole)[0])


def test_the_short_way_is_taken_for_the_pages_that_feeds_send() -> None:
    page = "{holder}{page}{first}{title}{second}</head>{body}</html></inlineXML>"
    first = page.format(**{name: each[0] for name, each in PAGE.items()})
    lone = lone_title(first.format(nar=NAR, xhtml=XHTML))
    assert lone is not None
    assert "<title>Bridge &lt; &amp; open</title></head>" in lone.saying("Bridge < & open")


ODD = "urn:vilkhove:odd"
XML, XSI = "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2001/XMLSchema-instance"
MARKUP = st.sampled_from([
    "<slugline/>", '<slugline role="x:y">Bridge</slugline>', '<slugline rank="2"> </slugline>',
    '<subject qcode="a:b" type="x:y"/>',
    '<subject qcode="a:b"><name>Bridge &amp; quay</name></subject>',
    f'<subject qcode="a:b"><x xmlns="{ODD}"/></subject>',
    f'<edNote role="x:y"><p xmlns="{XHTML}">Call the mill</p></edNote>',
    '<remoteContent href="https://example.org/?a&amp;b&quot;c&#10;d" size="3"/>',
])  # fmt: skip
PIECES = st.lists(
    st.sampled_from([
        ("@rank", "3"), ("@role", "x:y"), ("@type", 'a<&>"b'), ("@qcode", "c:d"),
        (f"@{{{XML}}}lang", "fi"), (f"@{{{ODD}}}rank", "4"), ("@{urn:jan:kos}mark", "x & y"),
        (f"@{{{XSI}}}type", "q"), ("@{urn:a&b}mark", "x"), ("no(qcode)", ""), ("no(role)", ""),
        ("text()", "Ferry < & mill"), ("text()", ""), ("name()", "Slugline"),
        ("name[1]", "<name>Quay</name>"), ("name[3]", "<name>Mill</name>"),
        (f"{{{ODD}}}x[1]", f'<x xmlns="{ODD}"/>'), ("broader[1]", '<broader qcode="g:h"/>'),
        ("name/@rank", "5"),
    ]),
    min_size=1, max_size=4, unique_by=lambda piece: piece[0],
)  # fmt: skip


@given(markup=MARKUP, pieces=PIECES, over=st.booleans())
def test_pieces_that_are_put_in_as_strings_stand_where_parsing_puts_them(
    markup: str, pieces: list[tuple[str, str]], *, over: bool
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(completing, "_put_in", lambda *_, over: None)
        thorough = completing.completed(markup, pieces, "contentMeta", over=over)
    quick = completing.completed(markup, pieces, "contentMeta", over=over)
    assert quick == thorough


@pytest.mark.parametrize(
    ("pieces", "empty"), [([("@rank", "3")], "<p></p>"), ([("@role", " x:y")], "<p/>")]
)
def test_empty_elements_are_written_as_they_are_where_they_are_parsed(
    pieces: list[tuple[str, str]], empty: str
) -> None:
    """A document stays the same to the letter, whichever way is taken."""
    note = f'<edNote role="x:y"><div xmlns="{XHTML}"><p></p></div></edNote>'
    assert f">{empty}</div>" in completing.completed(note, pieces, "itemMeta", over=True)


def test_the_short_way_is_taken_for_the_pieces_that_feeds_send() -> None:
    attributes = [("@role", "x:y"), (f"@{{{ODD}}}mark", "1"), ("no(qcode)", "")]
    for pieces in (attributes, [(f"{{{ODD}}}x[1]", f'<x xmlns="{ODD}"/>')]):
        assert completing._put_in('<subject qcode="a:b"/>', pieces, "", over=True) is not None

"""Whatever is given, the answer is findings."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from newsmodel.errors import ArgumentError, ParseError
from newsmodel.formats import newsml
from newsmodel.formats.newsml.conformance.documents import opened
from newsmodel.formats.newsml.conformance.models import models
from newsmodel.model import Severity
from tests.formats.newsml.documents import news_item, page

ROOT = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"'


@pytest.mark.parametrize(
    "data",
    [
        "", " ", "hello", "<a>", "<a/><b/>", "<a>&foo;</a>", "<a x='1' x='2'/>", b"\xff\xfe",
        "\ud800",
        b'<?xml version="1.0" encoding="klingon"?><a/>', b"<a>\xff</a>", "<a>\x00</a>",
        "<a>" * 5000, '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', f"{ROOT} x:y='1'/>",
    ],
)  # fmt: skip
def test_what_is_no_xml_is_a_finding(data: str | bytes) -> None:
    found = newsml.check(data)
    assert found[0].rule == "schema.xml"
    assert all(each.source for each in found)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("<a>R & D</a>", "an & stands alone: write &amp;"),
        ("<a>R &D</a>", "an & begins a reference that no ; ends: write &amp;"),
        ("<a>3 < 4</a>", "a < begins no tag: write &lt;"),
        ("<a>x&nbsp;y</a>", "&nbsp; is not known in XML: write the character itself, or &#160;"),
        ("<a b=1/>", 'no quotation marks: write name="value"'),
        ("<a b/>", "the attribute `b` has no value"),
        ("<a b='1' b='2'/>", "the attribute `b` is given twice"),
        ("<a><b></a>", "`b`, opened in line 1, is not closed before </a>"),
        ("<a><b>", "it ends before `b`, opened in line 1, is closed"),
        ("<a/><b/>", "something stands after the end of the root"),
        ("hello", "it does not begin with a tag"),
        ("<a>\x01</a>", "it holds the character 1"),
        ("\n<?xml version='1.0'?><a/>", "may only be the very first"),
        ("<!DOCTYPE html><html><p>R & D<br></html>", "it is a page in HTML"),
        (f"{ROOT} x:y='1'/>", "the prefix `x` on `newsItem` is not declared"),
    ],
)
def test_errors_of_form_are_told_once_and_in_plain_words(data: str, said: str) -> None:
    (problem,) = (each for each in newsml.check(data) if each.rule == "schema.xml")
    assert said in problem.message
    assert problem.line
    assert problem.column


def test_where_entities_are_declared_is_told() -> None:
    (problem,) = newsml.check('<!DOCTYPE a [\n  <!ENTITY e "x">\n]><a/>')
    assert (problem.line, problem.column) == (2, 3)


@pytest.mark.parametrize("data", [None, 7, [], object(), Path("feed.xml")])
def test_what_is_no_text_at_all_is_refused(data: object) -> None:
    with pytest.raises(ArgumentError, match="a document, as a string or bytes"):
        newsml.check(data)  # type: ignore[arg-type] # that is the point


def test_an_undeclared_prefix_does_not_hide_the_rest() -> None:
    rules = {each.rule for each in newsml.check(f"{ROOT} x:y='1'/>")}
    assert rules >= {"schema.xml", "schema.missing", "schema.missing-attribute"}


@pytest.mark.parametrize("root", ["<html/>", '<newsItem xmlns="urn:x"/>', f"{ROOT}/>"])
def test_a_foreign_root_is_a_finding(root: str) -> None:
    assert newsml.check(root)[0].rule in {"schema.root", "schema.missing-attribute"}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_wide_characters_have_lines_and_columns_whatever_marks_them(
    encoding: str, mark: str
) -> None:
    start = f'{mark}<?xml version="1.0"?>\r\n{ROOT}\r\n'
    found = newsml.check(f'{start} guid="1" odd="\N{FIRE}" even="1"/>'.encode(encoding))
    odd, even = (each for each in found if each.rule == "schema.unknown-attribute")
    assert [(each.line, each.column) for each in (odd, even)] == [(3, 11), (3, 19)]


def test_ids_that_stand_twice_are_no_matter_of_form() -> None:
    body = page('<p xml:id="a">It rained.</p><p xml:id="a">It snowed.</p>')
    document = news_item(body=body)
    (problem,) = (each for each in newsml.check(document) if each.severity == Severity.ERROR)
    assert problem.rule == "schema.id"
    assert newsml.loads(document).text == "It rained.\nIt snowed."
    (streamed,) = newsml.iterload(BytesIO(document.encode()))
    assert streamed == newsml.loads(document)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1251"])
def test_encodings_are_understood(encoding: str) -> None:
    declared = encoding.replace("-sig", "")
    text = f'<?xml version="1.0" encoding="{declared}"?>\n{ROOT} guid="1" odd="1"/>'
    (odd,) = (
        p for p in newsml.check(text.encode(encoding)) if p.rule == "schema.unknown-attribute"
    )
    assert (odd.line, odd.column) == (2, len(ROOT) + 11)


@given(st.binary() | st.text())
def test_nothing_raises(data: bytes | str) -> None:
    assert newsml.check(data)


NAMES = st.sampled_from(
    "newsMessage header sent itemSet newsItem itemMeta itemClass contentMeta subject name group"
    " groupSet inlineXML contentSet ruby rb rt rp foo span a".split()
)
TREES = st.recursive(
    NAMES.map(lambda name: f"<{name}/>"),
    lambda inner: st.builds(
        lambda name, parts: f"<{name} id='x' rank='y' qcode='a:b'>{''.join(parts)}</{name}>",
        NAMES,
        st.lists(inner | st.sampled_from([" ", "text"])),
    ),
    max_leaves=30,
)


@pytest.mark.parametrize("tag", sorted(models().elements))
def test_every_element_known_everywhere_may_be_the_root(tag: str) -> None:
    namespace, _, name = tag[1:].rpartition("}")
    assert newsml.check(f'<{name} xmlns="{namespace}"/>')
    assert newsml.check(f'<{name} xmlns="{namespace}"><{name}/></{name}>')


@given(TREES)
def test_no_tree_raises(tree: str) -> None:
    document = f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">{tree}</newsItem>'
    assert newsml.check(document)


def test_ten_thousand_wrong_children_take_no_time_to_speak_of() -> None:
    wrong = "<headline/><located/><foo/>" * 3500
    document = f"{ROOT}><contentMeta>{wrong}</contentMeta></newsItem>"
    assert len(newsml.check(document)) > 3500


MANY = " ".join(f"a{number}='1'" for number in range(3000))
PAGE = f"{ROOT}><contentSet><inlineXML><html>{{}}</html></inlineXML></contentSet></newsItem>"
LONG = {
    "quotations": PAGE.format(f"<p>{'<q>a</q>' * 20_000}</p>"),
    "figures": PAGE.format(f"<figure>{'<blockquote/>' * 20_000}</figure>"),
    "paragraphs": PAGE.format(f"{'<p>' * 200}{'<b>a</b>' * 20_000}{'</p>' * 200}"),
    "tags": f"{ROOT}><contentSet><inlineData>{'&lt;p a ' * 100_000}</inlineData></contentSet>"
    "</newsItem>",
    "attributes": f"{ROOT} {MANY}/>",
    "references": f"{ROOT}><inlineRef idrefs='{'a ' * 2000}b'/><contentSet><inlineXML>"
    f"<x xmlns='urn:x'>{'<y/>' * 20_000}</x></inlineXML></contentSet></newsItem>",
    "numbers": f"{ROOT} version='{'1' * 100_000}' guid='{'a' * 100_000} '/>",
    "addresses": f"{ROOT}><catalogRef href='{'a ' * 100_000}%'/></newsItem>",
    "notes": f"{ROOT}><itemMeta><edNote>{'a@01 ' * 100_000}</edNote></itemMeta></newsItem>",
}


@pytest.mark.parametrize(
    "inside", ["<itemMeta {}/>", "<x:x xmlns:x='urn:x' {}/>", "<contentSet><p {}/></contentSet>"]
)
def test_an_element_of_more_attributes_than_anybody_means_is_all_that_is_said(inside: str) -> None:
    """Reading them takes time by the square of their number: a hundred thousand took minutes."""
    many = " ".join(f"a{number}='1'" for number in range(100_000))
    (problem,) = newsml.check(f"{ROOT}>\n{inside.format(many)}</newsItem>")
    assert (problem.rule, problem.line) == ("schema.xml", 2)
    assert "1000 attributes" in problem.message


@pytest.mark.parametrize("name", LONG)
def test_what_is_made_to_take_long_does_not(name: str) -> None:
    assert newsml.check(LONG[name])


SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{}
<xs:element name="a"><xs:complexType><xs:attribute name="n" type="xs:integer"/></xs:complexType>
</xs:element></xs:schema>"""


def test_a_schema_of_the_callers_own(tmp_path: Path) -> None:
    path = tmp_path / "own.xsd"
    path.write_text(SCHEMA.format(""))
    assert newsml.check("<a n='1'/>", schema=path) == ()
    (problem,) = newsml.check("\n<a n='x'/>", schema=str(path))
    assert (problem.rule, problem.path, problem.line) == ("schema.xsd", "/a", 2)


def test_a_schema_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "own.xsd"
    path.write_text(SCHEMA.format('<xs:include schemaLocation="http://127.0.0.1:9/x.xsd"/>'))
    with pytest.raises(ParseError, match="XML schema"):
        newsml.check("<a/>", schema=path)


def test_what_is_no_schema_is_the_callers_mistake(tmp_path: Path) -> None:
    path = tmp_path / "own.xsd"
    path.write_text("<a/>")
    with pytest.raises(ParseError):
        newsml.check("<a/>", schema=path)
    with pytest.raises(FileNotFoundError):
        newsml.check("<a/>", schema=tmp_path / "none.xsd")


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    assert opened(bomb).root is None

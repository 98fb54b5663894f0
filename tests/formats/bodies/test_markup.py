"""Markup as agencies and pages send it, case by case."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from newsmodel import public
from newsmodel.formats._shared.xhtml import BodyReader, markup_blocks
from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Code,
    Embed,
    Emphasis,
    Figure,
    Heading,
    InlineQuote,
    LanguageSpan,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Preformatted,
    RowSection,
    Section,
    SectionKind,
    Strong,
    Table,
    TableCell,
    TableRow,
    Time,
)
from newsmodel.model.base import changed
from tests.formats.bodies.markup import NITF, XHTML, letters, parsed, read


def p(*content: object, **fields: object) -> Paragraph:
    return changed(Paragraph(), content=content, **fields)


def row(*cells: str) -> TableRow:
    return TableRow(cells=tuple(TableCell(content=cell) for cell in cells))


IRREGULAR: dict[str, tuple[Block, ...]] = {
    # what was taken out of the text
    "<p><del>10</del><ins>12</ins> people</p><del><p>Gone</p></del>": (p("12 people"),),
    # blocks where only text may be
    "<p>Cracks<p>appeared</p>today</p>": (p("Cracks"), p("appeared"), p("today")),
    "<p>\n <h3>Traffic</h3>\n</p>": (Heading(level=3, content="Traffic"),),
    "<p id='a'>Before<ul><li>one</li></ul>after</p>": (
        p("Before", attributes={"id": "a"}),
        ListBlock(items=("one",)),
        p("after"),
    ),
    "<h1><p>Bridge</p></h1>": (Heading(level=1, content="Bridge"),),
    "<a href='https://example.com/'><h3>Bridge</h3></a>": (
        Heading(level=3, content=(Link(href="https://example.com/", content="Bridge"),)),
    ),
    "<em>Cracks<p>and</p>rust</em>": (
        p(Emphasis(content="Cracks")),
        p(Emphasis(content="and")),
        p(Emphasis(content="rust")),
    ),
    # text where only blocks may be
    "Bare<br/>text<br/><br/>parted": (p("Bare", LineBreak(), "text"), p("parted")),
    "<br/>led by a break<br/>": (p("led by a break"),),
    "One <b>bold</b> word<p>Two</p>three": (
        p("One ", Strong(content="bold"), " word"),
        p("Two"),
        p("three"),
    ),
    "<div>One</div><div>Two</div>": (p("One"), p("Two")),
    "<div class='x'>One</div>": (p("One", attributes={"class": "x"}),),
    "<center>One</center>two": (p("One"), p("two")),
    # elements of others' vocabularies in running text, and the empty paragraphs of Word
    "<p>In <ruby>A<rp>(</rp><rt>a</rt><rp>)</rp></ruby> <ruby><rb>B</rb><rt>b</rt></ruby>.</p>": (
        p("In A(a) B(b)."),
    ),
    "<p><ruby>A<rt><i>a</i></rt>B<rt>b</rt>C<rt/></ruby>, <rt>d</rt></p>": (
        p("A(", Emphasis(content="a"), ")B(b)C, d"),
    ),
    "<ul><li><ruby><rb>B</rb><rt>b</rt></ruby></li></ul>": (ListBlock(items=("B(b)",)),),
    # a foot that stands before the body
    "<table><tfoot><tr><td>9</td></tr></tfoot><thead><tr><td>P</td></tr></thead><tr><td>4</td></tr>"
    "<tbody><tr><td>5</td></tr></tbody></table>": (
        Table(
            rows=(
                changed(row("P"), section=RowSection.HEAD),
                row("4"),
                row("5"),
                changed(row("9"), section=RowSection.FOOT),
            )
        ),
    ),
    "<p>Let <math xmlns='http://www.w3.org/1998/Math/MathML'><semantics><mrow><mi>E</mi><mo>=</mo>"
    "<mn>5</mn></mrow><annotation>E = 5</annotation></semantics></math> be.</p>": (
        p("Let E=5 be."),
    ),
    "<p>Said <N xmlns='urn:n'><G>Ann</G> <F>Lee</F></N>.</p>": (p("Said Ann Lee."),),
    "<h2><N xmlns='urn:n'><G><F>Ann</F></G></N> said</h2>": (Heading(content="Ann said"),),
    "<div>In <N xmlns='urn:n'><G>Oslo</G></N></div>": (p("In Oslo"),),
    "<p>a<o:p xmlns:o='urn:schemas-microsoft-com:office:office'> </o:p></p>": (p("a"),),
    # tags that mean what others mean, and tags that mean nothing
    "<p><b>a</b><i>b</i><tt>c</tt></p>": (
        p(Strong(content="a"), Emphasis(content="b"), Code(content="c")),
    ),
    "<p>a <font color='red'>b</font> <u>c</u> <Company>d</Company></p>": (p("a b c d"),),
    "<p><abbr title='European Union'>EU</abbr></p>": (
        p(LanguageSpan(attributes=(("title", "European Union"),), content="EU")),
    ),
    "<p>a<br>b</br>c</p>": (p("a", LineBreak(), "bc"),),
    "<p>a<!-- no -->b<?no no?>c</p>": (p("abc"),),
    "<p>a <!-- no --> b</p>": (p("a b"),),
    "<p>a<script>evil()</script>b<style>evil</style></p>": (p("ab"),),
    "<P>Loud</P>": (p("Loud"),),
    # white space
    "<p>\n   (EXA) - OSLO,\n   1 JUL\n</p>": (p("(EXA) - OSLO, 1 JUL"),),
    "<p>1&#160;000&#160; </p>": (p("1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}"),),
    "<p/><p> </p>": (p(), p()),
    "<pre>a  b\n  c</pre>": (Preformatted(content="a  b\n  c"),),
    # sections
    "<header><h1>Bridge</h1></header>": (
        Section(kind=SectionKind.HEADER, blocks=(Heading(level=1, content="Bridge"),)),
    ),
    "<article><p>a</p></article>": (Section(kind=SectionKind.ARTICLE, blocks=(p("a"),)),),
    "<div itemprop='articleBody'><p>a</p></div>": (
        Section(
            kind=SectionKind.DIVISION, attributes=(("itemprop", "articleBody"),), blocks=(p("a"),)
        ),
    ),
    # lists
    "<ul><li>a</li>b<ul><li>c</li></ul></ul>": (
        ListBlock(
            items=("a", ListItem(content=(p("b"), ListBlock(items=("c",))))),
        ),
    ),
    "<dl><dt>Oslo</dt><dd>rain</dd><dt>Rome</dt><dd>sun</dd></dl>": (
        ListBlock(
            items=(
                ListItem(content=(p("Oslo"), p("rain"))),
                ListItem(content=(p("Rome"), p("sun"))),
            )
        ),
    ),
    "<li>a</li><li>b</li>": (p("a"), p("b")),
    # tables
    "<table><tbody><tbody><tr><td>a</td></tr></tbody></tbody></table>": (Table(rows=(row("a"),)),),
    "<table><tr><td colspan='junk'>a</td><td colspan='0'>b</td></tr></table>": (
        Table(rows=(row("a", "b"),)),
    ),
    "<table><td>a</td>b<tr>c<td>d</td></tr></table>": (
        Table(
            rows=(
                row("a"),
                TableRow(cells=(TableCell(content=(p("b"),)),)),
                TableRow(cells=(TableCell(content=(p("c"),)), TableCell(content="d"))),
            )
        ),
    ),
    "<table><caption><p>Goals</p></caption></table>": (Table(caption="Goals"),),
    # quotations
    "<p><q cite='https://example.com/'>Yes</q></p>": (
        p(InlineQuote(content="Yes", source_url="https://example.com/")),
    ),
    "<p lang='fr'>dit-il <q>Oui, <q>si</q></q></p>": (
        p(
            "dit-il ",
            InlineQuote(
                content=["Oui, ", InlineQuote(content="si", marks=("“", "”"))],
                marks=("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"),
            ),
            language="fr",
        ),
    ),
    "<p><q>“No.”</q> „<q>Nein</q>“ and l’<q lang='fr'>or</q></p>": (
        p(
            InlineQuote(content="“No.”", marks=("", "")),
            " „",
            InlineQuote(content="Nein", marks=("", "")),
            "“ and l’",
            InlineQuote(content="or", language="fr"),
        ),
    ),
    "<p><q>“Titanic” sank</q> “No,”&#160;<q>and</q> <q><em>“I go”</em></q></p>": (
        p(
            InlineQuote(content="“Titanic” sank"),
            " “No,”\N{NO-BREAK SPACE}",
            InlineQuote(content="and"),
            " ",
            InlineQuote(content=[Emphasis(content="“I go”")], marks=("", "")),
        ),
    ),
    "<blockquote><p>Yes.</p><footer>The <q>Boss</q></footer></blockquote>": (
        BlockQuote(blocks=(p("Yes."),), attribution="The “Boss”"),
    ),
    "<blockquote><p>Yes.</p><footer>Kim Olsen, <cite>Daily</cite></footer></blockquote>": (
        BlockQuote(blocks=(p("Yes."),), attribution="Kim Olsen, Daily"),
    ),
    "<blockquote>Yes.\n- <cite>Kim Olsen</cite></blockquote>": (
        BlockQuote(blocks=(p("Yes. - Kim Olsen"),)),
    ),
    "<blockquote><p>Yes.</p> - <cite>Kim Olsen</cite></blockquote>": (
        BlockQuote(blocks=(p("Yes."), p("-")), attribution="Kim Olsen"),
    ),
    "<figure><blockquote><p>Yes.</p></blockquote><figcaption>Kim</figcaption></figure>": (
        BlockQuote(blocks=(p("Yes."),), attribution="Kim"),
    ),
    "<figure><blockquote class='nonpublic'>No</blockquote><figcaption>Kim</figcaption></figure>": (
        Section(
            kind=SectionKind.DIVISION,
            public=False,
            blocks=(BlockQuote(blocks=(p("No"),), attributes=(("class", "nonpublic"),)),),
        ),
        p("Kim"),
    ),
    "<blockquote><p>Yes.</p><figure><figcaption>Bridge</figcaption></figure></blockquote>": (
        BlockQuote(blocks=(p("Yes."), p("Bridge"))),
    ),
    # pictures and what is shown from elsewhere
    "<figure><img src='a.jpg'/><figcaption>Bridge. Photo: Kim</figcaption></figure>": (
        p("Bridge. Photo: Kim"),
    ),
    "<p>a<img src='a.jpg'/>b</p>": (p("ab"),),
    "<iframe src='https://www.example.com/v/1' title='Video'>Watch</iframe>": (
        Embed(
            url="https://www.example.com/v/1",
            provider="example.com",
            title="Video",
            fallback=(p("Watch"),),
        ),
    ),
    "<x-chart data-src='https://example.org/c'/>": (
        Embed(
            url="https://example.org/c",
            provider="example.org",
            attributes=(("data-src", "https://example.org/c"),),
        ),
    ),
    "<x-chart>Sales</x-chart>": (p("Sales"),),
    "<iframe src='javascript:evil()'>Watch</iframe>": (p("Watch"),),
    # what nobody knows stands in running text, or around blocks
    "<blockquote><w><para>One</para><para>Two</para></w></blockquote>": (
        BlockQuote(blocks=(p("One"), p("Two"))),
    ),
    "<p><w><para>One</para><para>Two</para></w></p>": (p("One"), p("Two")),
    "<ul><li><w><para>One</para><para>Two</para></w></li></ul>": (
        ListBlock(items=(ListItem(content=(p("One"), p("Two"))),)),
    ),
    "<p><math><mrow><mi>E</mi><mo>=</mo><mn>5</mn></mrow></math></p>": (p("E=5"),),
    "<p>By <who><name>Ann <i>of</i></name><town>Lee</town></who>.</p>": (
        p("By Ann ", Emphasis(content="of"), "Lee."),
    ),
    # what cannot be understood of attributes is passed over
    "<p lang='not a tag' dir='up' style='color: red' onclick='evil()'>a</p>": (p("a"),),
    "<p><time datetime='yesterday'>Monday</time></p>": (p(Time(content="Monday")),),
}


@pytest.mark.parametrize("markup", IRREGULAR)
def test_irregular_markup_becomes_good_nodes(markup: str) -> None:
    assert read(markup) == IRREGULAR[markup]


@pytest.mark.parametrize("namespace", ["", NITF, "http://iptc.org/std/nar/2006-10-01/", XHTML])
def test_the_namespace_of_a_payload_does_not_matter(namespace: str) -> None:
    body = parsed("<p>Cracks <em>found</em></p>", namespace)
    reader = BodyReader(html=False, exact=False)
    assert reader.blocks(body) == (p("Cracks ", Emphasis(content="found")),)
    assert reader.faithful


def test_elements_of_two_namespaces_are_read_but_cannot_be_written_again() -> None:
    reader = BodyReader(html=False, exact=False)
    assert reader.blocks(parsed('<p xmlns="">a</p>')) == (p("a"),)
    assert not reader.faithful


def test_a_payload_may_be_wrapped_in_an_element_of_another_namespace() -> None:
    wrapped = etree.fromstring(f'<inlineXML xmlns="urn:x"><p xmlns="{XHTML}">a</p></inlineXML>')
    reader = BodyReader(html=False, exact=False)
    assert reader.blocks(wrapped) == (p("a"),)
    assert reader.faithful


@pytest.mark.parametrize("tag", ["section", "div", "p", "ul", "table", "header"])
@pytest.mark.parametrize(
    "told",
    [
        'class="np-nonpublic"',
        'hidden="hidden"',
        'hidden=""',
        'style="DISPLAY : none"',
        'style="color:red;display:none"',
        'style="visibility:hidden"',
        'STYLE="display:none"',
        'Hidden=""',
        'CLASS="np-nonpublic"',
    ],
)
def test_what_markup_keeps_from_readers_is_in_no_text(tag: str, told: str) -> None:
    inner = {"ul": "<li>555 0100</li>", "table": "<tr><td>555 0100</td></tr>"}.get(tag, "555 0100")
    (block,) = read(f"<{tag} {told}>{inner}</{tag}>")
    assert isinstance(block, Section)
    assert not block.public
    assert block.text == ""
    assert letters([block]) == "5550100"


@pytest.mark.parametrize(
    "markup",
    [
        '<p>Call <span class="nonpublic">555 0100</span> now</p>',
        '<ul><li>Call</li><li class="NonPublic">555 0100</li></ul>',
        '<table><tr><td>Call</td><td class="nonpublic">555 0100</td></tr></table>',
        '<table><tr><td>Call</td></tr><tr class="nonpublic"><td>555 0100</td></tr></table>',
        '<table><thead class="nonpublic"><td>555 0100</td></thead><td>Call</td></table>',
        '<table><caption class="nonpublic">555 0100</caption><tr><td>Call</td></tr></table>',
        '<table><caption>Call <p class="nonpublic">555 0100</p></caption></table>',
        '<dl><dt>Call</dt><dd class="nonpublic">555 0100</dd></dl>',
        '<blockquote>Call<footer>at <b class="nonpublic">555 0100</b></footer></blockquote>',
        '<blockquote>Call<footer class="nonpublic">555 0100</footer></blockquote>',
        '<figure><img src="a"/>Call<figcaption class="nonpublic">555 0100</figcaption></figure>',
    ],
)
@pytest.mark.parametrize(
    "told",
    ['class="nonpublic"', 'hidden="hidden"', 'style="display:none"', 'STYLE="display:none"'],
)
def test_so_are_the_hidden_parts_of_blocks(told: str, markup: str) -> None:
    markup = markup.replace('class="nonpublic"', told)
    for blocks in (read(markup), markup_blocks(markup)):
        assert "5550100" in letters(blocks)
        assert not any("555" in block.text for block in blocks)
        assert any("Call" in block.text for block in blocks)


def test_a_template_is_in_no_text_and_what_is_found_by_searching_is() -> None:
    blocks = read('<template><p>555 0100</p></template><p hidden="until-found">Call</p>')
    assert letters(blocks) == "5550100Call"
    assert [block.text for block in blocks] == ["", "Call"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p {}>a</p>",
        "<ul><li {}>a</li></ul>",
        "<table><tr><td {} colspan='2'>a</td></tr></table>",
        "<table><tr {}><td>a</td></tr></table>",
        "<table><tr class='nonpublic'><td {}>a</td></tr></table>",
        "<table><tbody class='nonpublic'><tr {}><td>a</td></tr></tbody></table>",
        "<dl {}><dt {}>a</dt></dl>",
    ],
)
def test_so_are_the_attributes_of_hidden_parts(markup: str) -> None:
    blocks = read(markup.replace("{}", "class='nonpublic' title='555' data-x='0100' lang='uk'"))
    article = public(Article(id="urn:x:1", body=blocks))
    assert not {"555", "0100", "uk", "nonpublic"} & set(re.findall(r"\w+", repr(article.body)))


def test_the_callback_gives_figures_and_pictures_their_ids() -> None:
    asked: list[str] = []

    def shown(element: etree._Element) -> str | None:
        asked.append(etree.QName(element).localname)
        return "pic" if len(asked) < 3 else None

    reader = BodyReader(html=False, exact=False, figure=shown)
    blocks = reader.blocks(
        parsed(
            "<figure><img src='a'/><figcaption>One</figcaption></figure>"
            "<p>Two <img src='b'/></p><figure><figcaption>Three</figcaption></figure>"
        )
    )
    assert asked == ["figure", "img", "figure"]
    assert blocks == (Figure(image_id="pic"), p("Two"), Figure(image_id="pic"), p("Three"))


def test_pages_keep_only_the_divisions_that_say_something() -> None:
    root = parsed("<div class='wrap'><div data-type='box'><p>a</p></div></div>", "")
    blocks = BodyReader(html=True, exact=False).blocks(root)
    box = (("data-type", "box"),)
    assert blocks == (Section(kind=SectionKind.DIVISION, attributes=box, blocks=(p("a"),)),)

"""`faithful`: what was read could be written again, element by element."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from lxml import etree

from newsmodel.formats._shared.xhtml import BodyReader
from newsmodel.testing import strategies
from tests.formats.bodies.markup import (
    XHTML,
    is_faithful,
    letters,
    missing,
    parsed,
    reader,
    shape,
    written,
)

FAITHFUL = [
    "<p>a <em>b</em> <strong>c</strong><br/><a href='https://example.com/' rel='x'>d</a></p>",
    "<p class='lead' id='a' title='t' data-x='1' itemprop='y'>a</p>",
    "<p lang='en' xml:lang='en' dir='ltr'>a</p>",
    "<header><h1>a</h1></header><div><p>b</p></div><aside><p>c</p></aside>",
    "<section class='np-nonpublic'><p>555 0100</p></section>",
    "<ul class='s'><li class='k' data-qcode='x:1'>a</li></ul><ol start='3'><li><p>b</p></li></ol>",
    "<table><caption>a</caption><thead><tr><th>b</th></tr></thead></table>",
    "<table><tbody><tr><td colspan='2'>c</td></tr></tbody></table>",
    "<p><time datetime='2024-01-10T09:00:00+02:00'>today</time></p>",
    "<pre>a\n  b</pre><hr/><p/>\n<!-- a comment is no content --><p>a<?x y?>b</p>",
]
UNFAITHFUL = [
    "text",
    "<p>a</p>text",
    "<p><b>a</b></p>",
    "<p><font>a</font></p>",
    "<center><p>a</p></center>",
    "<p style='x'>a</p>",
    "<p align='left'>a</p>",
    "<p onclick='x'>a</p>",
    "<p lang='en'>a</p>",
    "<p lang='not a tag' xml:lang='not a tag'>a</p>",
    "<p dir='up'>a</p>",
    "<p class='a&#13;b'>a</p>",
    "<p>a<p>b</p></p>",
    "<p>a<script>b</script></p>",
    "<p><a href='javascript:x'>a</a></p>",
    "<p><a>a<a>b</a></a></p>",
    "<p><time datetime='2024-01-10T09:00:00Z'>a</time></p>",
    "<br>a</br>",
    "<ol start='03'><li>a</li></ol>",
    "<ul>a</ul>",
    "<table><tr><td>a</td></tr></table>",
    "<table><tbody><tr><td colspan='1'>a</td></tr></tbody></table>",
    "<table><tbody><tr><td>a</td></tr></tbody><tbody><tr><td>b</td></tr></tbody></table>",
    "<table><tbody class='x'><tr><td>a</td></tr></tbody></table>",
    "<table><thead/></table>",
    "<table><caption/></table>",
    "<table><colgroup><col/></colgroup></table>",
    "<table><tfoot><tr><td>a</td></tr></tfoot><tbody><tr><td>b</td></tr></tbody></table>",
    "<blockquote><p>a</p></blockquote>",
    "<p><q>a</q></p>",
    "<figure><img src='a'/></figure>",
    "<p><img src='a'/></p>",
    "<iframe src='https://example.com/'/>",
    "<p>a</p><span/>",
]


@pytest.mark.parametrize("markup", FAITHFUL)
def test_what_can_be_written_again_is_faithful_and_comes_back(markup: str) -> None:
    one, body = reader(), parsed(markup)
    blocks = one.blocks(body)
    assert one.faithful
    assert shape(written(blocks)) == shape(body)
    assert reader().blocks(written(blocks)) == blocks


@pytest.mark.parametrize("markup", UNFAITHFUL)
def test_what_would_be_written_otherwise_is_not(markup: str) -> None:
    assert not is_faithful(markup)


def test_once_lost_it_stays_lost() -> None:
    one = reader()
    one.blocks(parsed("<p align='left'>a</p>"))
    one.blocks(parsed("<p>a</p>"))
    assert not one.faithful


# ------------------------------------------------------------------ any markup
INLINE = ["em", "strong", "a", "span", "time", "br", "b", "u", "q", "img", "x-y"]
BLOCK = ["p", "h2", "ul", "ol", "table", "section", "div", "pre", "blockquote", "figure", "dl"]
PARTS = ["li", "tbody", "thead", "tr", "td", "th", "caption", "figcaption", "footer", "cite", "dd"]
WITHIN = {
    "p": INLINE, "h2": INLINE, "em": INLINE, "ul": ["li"], "ol": ["li"], "pre": ["em"],
    "table": ["tbody", "thead", "caption"], "tbody": ["tr"], "thead": ["tr"], "tr": ["td", "th"],
    "section": ["p", "h2", "ul", "table", "div"], "div": ["p", "section"],
}  # fmt: skip
ATTRIBUTES = st.sampled_from([
    {}, {}, {}, {"class": "x"}, {"data-x": "1", "id": "i"}, {"class": "nonpublic"},
    {"style": "x"}, {"href": "https://example.com/"}, {"colspan": "2"}, {"dir": "rtl"},
])  # fmt: skip
TEXTS = st.sampled_from(["", "", "\n  ", "word", " two words ", "a\N{NO-BREAK SPACE}b"])


@st.composite
def elements(draw: st.DrawFn, depth: int, names: list[str]) -> etree._Element:
    name = draw(st.sampled_from(names))
    element = etree.Element(f"{{{XHTML}}}{name}", draw(ATTRIBUTES))
    element.text = draw(TEXTS)
    tidy = draw(st.integers(0, 9)) > 0
    for _ in range(draw(st.integers(0, 3)) if depth else 0):
        names = WITHIN.get(name, [*INLINE, *BLOCK]) if tidy else [*INLINE, *BLOCK, *PARTS]
        child = draw(elements(depth - 1, names))
        child.tail = draw(TEXTS)
        element.append(child)
    return element


@given(st.lists(elements(4, BLOCK), max_size=3))
def test_no_word_is_lost_and_faithful_is_true(children: list[etree._Element]) -> None:
    body = parsed("")
    body.extend(children)
    one = reader()
    blocks = one.blocks(body)
    assert missing(body, letters(blocks)) == []
    again = written(blocks)
    assert BodyReader(html=False, exact=True).blocks(again) == blocks
    if one.faithful:
        assert shape(again) == shape(body)
        assert reader().blocks(again) == blocks


@given(st.lists(strategies.blocks(), max_size=3))
def test_our_own_bodies_come_back_equal(blocks: list[object]) -> None:
    markup = written(blocks)  # type: ignore[arg-type]  # a list of blocks
    again = BodyReader(html=False, exact=True).blocks(markup)
    assert again == tuple(blocks)
    assert hash(again) == hash(tuple(blocks))

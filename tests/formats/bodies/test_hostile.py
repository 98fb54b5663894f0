"""Bodies that were made to do harm."""

from __future__ import annotations

import pickle

import pytest
from lxml import etree

from newsmodel.formats._shared.nitf import read as read_nitf
from newsmodel.formats._shared.xhtml import BodyReader, BodyWriter, has_overfull_tag, markup_blocks
from newsmodel.model import Block
from newsmodel.model.tree import walk_nodes
from tests.formats.bodies.markup import letters, read, reader

HUGE = etree.XMLParser(huge_tree=True)
NESTED = ["p", "div", "em", "span", "ul", "ol", "table", "dl", "blockquote", "figure", "section"]


def deep(tag: str, depth: int = 2000) -> etree._Element:
    return etree.fromstring(f"<body>{f'<{tag}>' * depth}deep{f'</{tag}>' * depth}</body>", HUGE)


@pytest.mark.parametrize("tag", [*NESTED, "q", "pre", "a", "x-y", "unknown", "header"])
def test_what_is_nested_too_deep_becomes_text_and_is_counted(tag: str) -> None:
    one = reader()
    blocks = one.blocks(deep(tag))
    assert one.flattened == 1
    assert not one.faithful
    assert letters(blocks) == "deep"
    assert pickle.loads(pickle.dumps(blocks)) == blocks
    assert "deep" in repr(blocks)


def test_a_hundred_levels_are_kept() -> None:
    one = reader()
    (block,) = one.blocks(deep("section", 100))
    assert one.flattened == 0
    assert block.text == "deep"


def test_script_in_what_is_flattened_is_no_text_either() -> None:
    inside = "<b>x</b><script>evil()</script><style>evil</style><p>y</p>"
    markup = f"{'<div>' * 200}{inside}{'</div>' * 200}"
    blocks = reader().blocks(etree.fromstring(f"<body>{markup}</body>"))
    assert blocks[0].text == "x y"


def test_what_is_hidden_in_what_is_flattened_does_not_come_to_light() -> None:
    markup = f"{'<div>' * 200}x<p class='nonpublic'>555 0100</p>{'</div>' * 200}"
    blocks = reader().blocks(etree.fromstring(f"<body>{markup}</body>"))
    assert blocks[0].text == "x"


SCRIPTS = (
    "<p onclick='evil()' onload='evil()' style='evil'>a<script>evil()</script></p>"
    "<style>evil</style><svg onload='evil()'><script>evil()</script></svg>"
    "<img src='x' onerror='evil()'/><iframe src='javascript:evil()' srcdoc='evil'></iframe>"
    "<object data='javascript:evil()'></object><x-y src='data:text/html,evil()'/>"
    "<q cite='javascript:evil()'>b</q><blockquote cite='javascript:evil()'>c</blockquote>"
    "<div formaction='evil()' data-x='kept'>d</div>"
)


def strings(blocks: tuple[Block, ...]) -> str:
    return repr([node for _, node in walk_nodes(blocks)])


def test_scripts_styles_and_event_attributes_leave_no_trace() -> None:
    for blocks in (read(SCRIPTS), markup_blocks(SCRIPTS)):
        assert "evil" not in strings(blocks)
        assert "kept" in strings(blocks)
        assert letters(blocks) == "abcd"
    nitf = etree.fromstring(f"<nitf><body><body.content>{SCRIPTS}</body.content></body></nitf>")
    assert "evil" not in strings(read_nitf(nitf).blocks)


def test_a_link_to_script_is_written_without_its_address() -> None:
    markup = BodyWriter(html=True).blocks(read("<p><a href='java&#9;script:evil()'>a</a></p>"))
    assert " href=" not in markup


@pytest.mark.parametrize(
    "piece",
    ["a<!--c-->", "a<u>b</u>", "a<br/><br/>", "<em>a<p>b</p></em>", "<p>a<hr/>b</p>", "<td>a</td>"],
)
def test_much_of_what_is_irregular_takes_no_longer_than_its_length(piece: str) -> None:
    root = etree.fromstring(f"<body><div>{piece * 20_000}</div></body>", HUGE)
    assert len(letters(reader().blocks(root))) == len(etree.tostring(root, method="text"))


@pytest.mark.parametrize(
    "attribute",
    [
        " a{}=1",
        " a{}",
        " a{}='>'",
        ' a{}="<p>"',
        "/a{}",
        " a{} = '\"'",
        " a{}='='",
        "\ta{}=\n'a b'",
    ],
)
def test_tags_with_more_attributes_than_anybody_means_are_found(attribute: str) -> None:
    for number in (900, 1001):
        tag = f"<p{''.join(attribute.format(n) for n in range(number))}>"
        parsed = etree.fromstring(tag, etree.HTMLParser())[0][0]
        assert len(parsed.attrib) == number
        assert has_overfull_tag(f"<p>{'a = b ' * 2000}</p>{tag}a</p>") == (number > 1000)
    assert not has_overfull_tag(f"<img src='data:{'a' * 100_000}' alt='{'a ' * 2000}'>")


def test_inlines_around_many_blocks_are_not_repeated_for_each() -> None:
    inner = "<p>x</p>y" * 2000
    markup = f"<body>{'<em>' * 60}{inner}{'</em>' * 60}</body>"
    blocks = reader().blocks(etree.fromstring(markup))
    assert letters(blocks) == "xy" * 2000
    assert len(strings(blocks)) < 100 * len(markup)


def test_entities_that_a_parser_left_alone_are_kept() -> None:
    parser = etree.XMLParser(resolve_entities=False)
    body = etree.fromstring(
        '<!DOCTYPE b [<!ENTITY eacute "&#233;"><!ENTITY x SYSTEM "file:///secret">]>'
        "<body><p>caf&eacute; &x;</p></body>",
        parser,
    )
    assert BodyReader(html=False, exact=False).blocks(body)[0].text == "café &x;"

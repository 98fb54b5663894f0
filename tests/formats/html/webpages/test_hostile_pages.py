"""Pages that were made to do harm, or to take forever."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from lxml import etree

from newsmodel import Article, ParseError
from newsmodel.formats import html
from newsmodel.formats._shared.island import digest
from tests.formats.html.webpages.hostile import OURS, around
from tests.formats.html.webpages.pages import TEXT, news, page, read, read_with
from tests.steps import steps_of

SCRIPTED = re.compile(r"^(?:javascript|vbscript|data|livescript|mocha):", re.IGNORECASE)
LIVE = {"iframe", "object", "embed", "svg", "math", "template", "base", "form", "frame", "noscript", "applet", "link", "style", "script", "meta"}  # fmt: skip
ADDRESSES = {
    "href",
    "src",
    "data",
    "action",
    "formaction",
    "cite",
    "poster",
    "background",
    "srcset",
    "xlink:href",
}


def live(markup: str) -> list[str]:
    """What might run in a page; its head is ours."""
    body = etree.HTML(markup).find("body")
    assert body is not None
    found = []
    for node in body.iter(etree.Element):
        data = node.tag == "script" and node.get("type") in (
            "application/json",
            "application/ld+json",
        )
        if node.tag in LIVE and not data:
            found.append(str(node.tag))
        for name, value in node.items():
            bare = re.sub(r"[\x00-\x20\x7f]", "", str(value))
            if (
                str(name).startswith("on")
                or name in ("style", "srcdoc")
                or (name in ADDRESSES and SCRIPTED.match(bare))
            ):
                found.append(f"{node.tag!s} {name!s}={value!s}")
    return found


def written(markup: str) -> str | None:
    try:
        return html.dumps(read(markup))
    except ParseError:
        return None


def test_no_payload_lives_on(shared: Path) -> None:
    payloads = json.loads((shared / "security" / "xss-payloads.json").read_text("utf-8"))
    assert payloads
    for each in payloads:
        for markup in around(each["payload"]):
            again = written(markup)
            assert again is None or live(again) == [], each["title"]


@pytest.mark.parametrize("payload", OURS)
def test_nothing_runs_in_what_is_written(payload: str) -> None:
    for markup in around(payload):
        again = written(markup)
        assert again is None or live(again) == []


def test_a_base_for_scripts_makes_no_script_of_links() -> None:
    article = read(
        page(
            head="<base href='javascript:alert(1)//'>",
            body=f"<article><h1>x</h1><p><a href='x'>y</a> z</p>{TEXT}</article>",
        )
    )
    assert "javascript" not in html.dumps(article)


BROKEN = ["http://[", "//[", "http://a]b/", "http://℀.org/"]


@pytest.mark.parametrize("address", BROKEN)
def test_an_address_that_cannot_be_read_stops_nothing(address: str) -> None:
    base, picture = f'<base href="{address}">', '<img src="/ferry.jpg">'
    version = '<link rel="alternate" hreflang="uk" href="https://www.example.org/uk/porom">'
    body = f"{TEXT}<figure>{picture}</figure>"
    article = read(page(body, head=base + version))
    assert article.images[0].renditions[0].href == "https://www.example.org/ferry.jpg"
    assert read(page(body, head=version), address).translations == article.translations
    assert html.loads(html.dumps(read(page(body), address))).url == address


SIGNS = ["\x01", "\x08", "\x00", "\ud800", "\ufffe"]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("name", ["author", "creator", "editor", "contributor", "translator"])
def test_what_no_document_may_hold_is_replaced_in_names(name: str, sign: str) -> None:
    for value in (f"Olha{sign} Marchuk", {"@type": "Person", "name": f"Olha{sign} Marchuk"}):
        article = read_with(news(**{name: value}))
        people = (*article.authors, *article.contributors, *article.translators)
        assert [each.name for each in people] == ["Olha\ufffd Marchuk"]


@pytest.mark.parametrize("sign", ["\x01", "&#1;", "&#8;", "&#0;", "&#xfffe;", "&#xd800;"])
def test_what_no_document_may_hold_is_replaced_in_bylines(sign: str) -> None:
    byline = f'<p class="byline">By Olha{sign} Marchuk</p>'
    article = read(page(f"<article><h1>Ferry to sail again</h1>{byline}{TEXT}</article>"))
    assert [each.name for each in article.authors] == ["Olha\ufffd Marchuk"]


@pytest.mark.parametrize("name", ["{}", "{a", "{a}b", "a:b", "<", "1", "é"])
def test_names_of_attributes_that_are_none_stop_nothing(name: str) -> None:
    ours = html.dumps(Article(id="urn:x:1", language="en", headline="Ferry", body=["It sails."]))
    edited = ours.replace("<p>It", f'<p data-nm-made="{name}" {name}="1">It')
    assert html.loads(edited).text == "It sails."


IMITATIONS: list[dict[str, Any]] = [
    {"status": {"value": "withheld"}, "body": {"value": [{"type": "RawBlock", "format": "xhtml", "content": "<script>evil()</script>"}]}},
    {"images": {"value": [{"renditions": [{"href": "javascript:evil()"}]}]}},
    {"url": {"value": "javascript:evil()"}, "translations": {"value": [{"language": "de", "url": "javascript:evil()"}]}},
    {"links": {"value": [{"href": "javascript:evil()", "rel": "license"}]}, "headline": {"value": "</script><script>evil()"}},
]  # fmt: skip


@pytest.mark.parametrize("island", IMITATIONS)
def test_a_page_that_imitates_ours_does_no_harm(island: dict[str, Any]) -> None:
    guesses: tuple[object, ...] = (None, [], "x")
    for name, entry in island.items():
        for seen in guesses:
            entry["seen"] = digest(seen)
            held = json.dumps(island).replace("<", "\\u003c")
            markup = (
                '<html><body><article data-nm="article" data-nm-id="urn:x"><h1 data-nm-field="headline">x</h1>'
                '<div data-nm-field="body"><p data-nm="RawBlock" data-nm-format="xhtml" data-nm-content="&lt;script&gt;">y</p></div></article>'
                f'<script type="application/json" data-nm-island="1">{held}</script></body></html>'
            )
            article = html.loads(markup)
            assert isinstance(article, Article), name
            again = html.dumps(article, override=True)
            assert live(again) == []
            assert "evil()</script" not in again.replace("\\u003c", "")


DEEP = "div span b ul table blockquote figure article h1 x-y svg template q a p".split()


@pytest.mark.parametrize("tag", DEEP)
def test_deep_nesting_is_read(tag: str) -> None:
    markup = f"{f'<{tag} class=share>' * 2000}It sails.{f'</{tag}>' * 2000}"
    assert read(f"<html><body>{markup}").text.strip("“”‘’") in ("It sails.", "")


@pytest.mark.parametrize("tag", ["div", "span", "table", "svg"])
def test_nesting_beyond_all_measure_is_refused(tag: str) -> None:
    with pytest.raises(ParseError, match="deep"):
        read(f"<html><body>{f'<{tag}>' * 100_000}It sails.{f'</{tag}>' * 100_000}")


def test_attributes_beyond_all_measure_are_refused_at_once() -> None:
    many = " ".join(f"a{n}=1" for n in range(40_000))
    with pytest.raises(ParseError, match="more than a thousand attributes"):
        html.loads(f"<body {many}><p>{TEXT}</p>")
    assert [each.rule for each in html.check(f"<body {many}><p>{TEXT}</p>")] == ["html.unreadable"]
    script = "<script>if (a <b) { " + "x; " * 5000 + "}</script>"
    assert (
        html.loads(page(f"{script}<p>{TEXT}</p>")).text == html.loads(page(f"<p>{TEXT}</p>")).text
    )


def test_pages_larger_than_any_article_are_refused() -> None:
    with pytest.raises(ParseError, match="larger than any article"):
        read("<p>" + "word " * 10_000_000)
    with pytest.raises(ParseError, match="larger than any article"):
        read("<article>" + "<p>x" * 500_000)


LONG_ONES = {
    "brackets": '<script type="application/ld+json">' + "[" * 1_000_000 + "</script>",
    "keys": '<script type="application/ld+json">{' + '"headline":"' * 100_000 + "</script>",
    "semicolons": '<script type="application/ld+json">' + " ; " * 500_000 + "x</script>",
    "srcset": "<figure><img srcset='" + "a" * 1_000_000 + "'></figure>",
    "pictures": "<img src=a.jpg>" * 100_000,
    "bylines": "<div class=share>" * 1_900 + "<p class=author>By Olha Marchuk.</p>" * 20_000,
    "dashes": "<h1>" + " -" * 200_000 + "</h1>",
    "classes": "<p class='" + "word " * 500_000 + "'>x</p>",
    "times": "<time>1 2 3 4 5</time>" * 50_000,
    "items": "<div itemscope itemtype=x><b itemprop=headline>x</b>" * 1_900,
    "languages": "<link rel=alternate hreflang=de href=/x/y>" * 50_000,
}


@pytest.mark.parametrize("name", LONG_ONES)
def test_what_is_made_to_take_long_is_read_in_time_that_grows_with_its_length(name: str) -> None:
    markup = f"<html><body><article><h1>Ferry</h1>{TEXT}{LONG_ONES[name]}</article>"
    assert isinstance(read(markup), Article)


def test_captions_of_one_figure_in_great_number_are_read_in_steps_in_proportion() -> None:
    captions = "<figcaption>The ferry at its landing stage.</figcaption>"
    steps = [
        steps_of(partial(read, page(f"<figure>{captions * n}</figure>{TEXT}"))) for n in (500, 1000)
    ]
    assert steps[1] < 2.5 * steps[0]


PIECES = ["<p>", "</p>", "<div class=teaser>", "</div>", "<h1>", "</h1>", "<figure>", "<img src=a.jpg>", "<figcaption>", "</figure>",
          "<article>", "</article>", "<table>", "<tr>", "<td>", "<ul>", "<li>", "<script type='application/ld+json'>", "</script>",
          '{"@type":"NewsArticle","author":[[{"name":{}}]]}', '{"@graph":[1,null,{"@type":7}]}', "<template>", "<svg>", "<!--", "-->",
          "By Olha Marchuk", "5 March 2030 25:61", "&#0;", "\x00", "\ud800", "<meta name=author content=x>", "<br>", "<time datetime=x>",
          "<span itemprop=author itemscope>", "<link rel=canonical href='//['>", "<base href='http://['>", "<a href='http://['>", "<blockquote>", " Ferry to sail. "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_it_is_it_is_read_or_refused_and_can_be_written(markup: str) -> None:
    try:
        article = read(markup)
    except ParseError:
        return
    again = html.dumps(article)
    assert live(again) == []
    assert html.loads(again).headline == article.headline


@given(st.binary(max_size=300))
def test_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(ParseError):
        assert isinstance(html.loads(data), Article)


@pytest.mark.parametrize(
    "part",
    [
        '<img src="https://e.org/a.jpg" alt="the mayor\x92s dog{}">',
        '<p>x <a href="https://e.org/" title="a{}">y</a></p>',
        '<p lang="en{}">x</p>',
        '<p>x <time datetime="2024{}">y</time></p>',
        '<iframe src="https://www.youtube.com/embed/a{}" title="a{}"></iframe>',
    ],
)
@pytest.mark.parametrize("sign", ["\x03", "\x9f", "\ufffe", "&#x1fffe;", "&#x92;", "\U0001ffff"])
def test_what_no_document_may_hold_is_replaced_in_attributes_too(part: str, sign: str) -> None:
    article = read(page(f"<p>{TEXT}</p>{part.replace('{}', sign)}<p>{TEXT}</p>"))
    assert html.loads(html.dumps(article)) == article

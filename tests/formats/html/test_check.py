"""What is said of pages, others' and our own."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import newsmodel
from docs import make_rules
from newsmodel import ArgumentError, Article, Problem, Severity, UnknownRuleError
from newsmodel.formats import html
from newsmodel.formats.html.checking import PAGE_RULES
from newsmodel.formats.html.checking.rules import GROUPS
from newsmodel.testing import examples
from tests.formats.html.good_page import FAULTY, GOOD, MENDED


def ids(data: str | bytes, **options: object) -> set[str]:
    return {problem.rule for problem in html.check(data, **options)}  # type: ignore[arg-type]  # any options


@pytest.mark.parametrize("id", PAGE_RULES)
def test_a_rule_finds_its_own_example(id: str) -> None:
    rule = PAGE_RULES[id]
    assert id in {problem.rule for problem in make_rules.found_in_page(rule)}
    assert rule.reason.endswith(".")
    assert rule.look.__name__ == id.removeprefix("html.").replace("-", "_")


def test_nothing_is_said_of_a_good_page() -> None:
    assert html.check(GOOD, others={"https://example.com/uk/ferry": GOOD}) == ()


@pytest.mark.parametrize(("id", "markup"), [(id, each) for id in MENDED for each in MENDED[id]])
def test_a_rule_is_silent_where_nothing_is_wrong(id: str, markup: str) -> None:
    assert f"html.{id}" in PAGE_RULES
    assert f"html.{id}" not in ids(markup)


@pytest.mark.parametrize(("id", "markup"), [(id, each) for id in FAULTY for each in FAULTY[id]])
def test_a_rule_finds_this_too(id: str, markup: str) -> None:
    assert f"html.{id}" in ids(markup)


def test_a_finding_has_its_line_and_column() -> None:
    page = '<!DOCTYPE html>\n<html lang="en">\n<!-- <img> -->\n<p>é <img src=a><img\nsrc=b>'
    found = [p for p in html.check(page) if p.rule == "html.alt-missing"]
    assert [(p.line, p.column) for p in found] == [(4, 6), (4, 17)]
    assert found[0].path == "html > body > p > img:nth-of-type(1)"


def test_broken_data_is_found_on_its_line_and_does_not_hide_the_rest() -> None:
    data = '\n{"@type": "NewsArticle",\n"headline": "a\nb"}'
    page = f'<script type="application/ld+json">{data}</script>'
    found = {p.rule: p for p in html.check(page)}
    assert found["html.data-broken"].line == 3
    assert "html.data-published-missing" in found


def test_pages_in_other_languages_are_to_link_back() -> None:
    page = (
        '<link rel=canonical href="https://example.com/en">'
        '<link rel=alternate hreflang=uk href="https://example.com/uk">'
    )
    back = '<link rel=alternate hreflang=en href="https://example.com/en">'
    assert "html.hreflang-not-mutual" in ids(page, others={"https://example.com/uk": "<p>a"})
    assert "html.hreflang-not-mutual" not in ids(page, others={"https://example.com/uk": back})
    assert "html.hreflang-not-mutual" not in ids(page)


def test_the_address_given_counts_where_the_page_gives_none() -> None:
    page = '<link rel=alternate hreflang=uk href="https://example.com/uk">'
    assert "html.hreflang-self-missing" in ids(page, url="https://example.com/en")
    assert "html.hreflang-self-missing" not in ids(page)


def test_the_canonical_address_is_not_that_of_another_language() -> None:
    page = (
        '<html lang="uk"><link rel=canonical href="https://example.com/en">'
        '<link rel=alternate hreflang=en href="https://example.com/en">'
        '<link rel=alternate hreflang=uk href="https://example.com/uk">'
    )
    assert "html.hreflang-contradicted" in ids(page)
    assert "html.hreflang-contradicted" in ids(page, url="https://example.com/uk")


def test_a_page_fetched_under_a_longer_address_is_the_one_its_canonical_address_names() -> None:
    page = (
        '<link rel=canonical href="https://example.com/en">'
        '<link rel=alternate hreflang=en href="https://example.com/en">'
        '<link rel=alternate hreflang=uk href="https://example.com/uk">'
    )
    back = '<link rel=alternate hreflang=en href="https://example.com/en">'
    found = ids(
        page, url="https://example.com/en?from=mail", others={"https://example.com/uk": back}
    )
    assert not found & {"html.hreflang-self-missing", "html.hreflang-not-mutual"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"others": ["<p>a"]}, "pages by address was expected, not a value of class list"),
        ({"others": "<p>a"}, "pages by address was expected"),
        ({"others": {5: "<p>a"}}, "pages by address was expected"),
        ({"others": {"https://example.com/uk": 5}}, "a document, as a string or bytes, was"),
        ({"url": 5}, "an address, as a string, was expected"),
    ],
)
def test_what_is_no_page_and_no_address_is_refused(options: dict[str, object], said: str) -> None:
    with pytest.raises(ArgumentError, match=said):
        ids("<title>a</title>", **options)


def test_rules_are_switched_off_and_made_graver() -> None:
    page = "<html><p>a"
    assert "html.language-missing" not in ids(page, off=["html.language-missing"])
    graver = html.check(page, severity={"html.title-missing": Severity.INFO})
    assert next(p for p in graver if p.rule == "html.title-missing").severity is Severity.INFO
    with pytest.raises(UnknownRuleError, match=r"html\.alt-missing"):
        html.check(page, off=["alt-missing"])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0",
        b"\xff\xfe\x00",
        "no markup at all",
        "<" * 5000,
        "<div>" * 5000,
        '<a href="' * 2000,
        '<link rel=canonical href="http://[a"><link rel=alternate hreflang="-" href="http://[b">',
        '<script type="application/ld+json">' + "[" * 20000 + "</script>",
        (
            '<script type="application/ld+json">{"@type":["NewsArticle",{}],"headline":[1],"image":'
            '[[{}],null,{"url":{}}],"author":[null,3,{"name":[{}]}],"datePublished":{"@value":1},'
            '"inLanguage":[{"name":3}],"publisher":[[]],"hasPart":"x","isAccessibleForFree":false}'
            "</script>"
        ),
        (
            '<script type="application/ld+json">{"@id":"a","@type":"Article","author":{"@id":"a"}}'
            "</script>"
        ),
        '<html lang="1"><meta property="og:locale" content="-"><time datetime="x">',
    ],
    ids=range(12),
)
def test_bad_content_is_a_finding_and_never_an_error(data: str | bytes) -> None:
    assert html.check(data, url="http://[bad")


@pytest.mark.parametrize("sign", [*map(chr, range(32)), "\x7f", "\x85", "\ufffe", "\ud800"])
def test_no_character_wherever_it_stands_keeps_a_page_from_being_checked_and_read(
    sign: str,
) -> None:
    shapes = (
        "<p{0}><img src=x></p{0}><p>Words",
        "<p id='a{0}' lang='e{0}'>Words<img alt='{0}' src='a{0}'>",
        "<a{0}:b><a href='javascript:{0}'>{0}</a>",
        "<h{0}><h4 a{0}=1>x{0}</h4>",
    )
    for shape in shapes:
        page = f"<title>t{sign}</title><article><h1>Ferry</h1>{shape.format(sign)}</article>"
        assert all(str(problem) for problem in html.check(page))
        html.loads(page)


@given(st.lists(st.sampled_from(GOOD.split("<")), max_size=60), st.integers(0, 400))
def test_a_page_in_pieces_is_checked(pieces: list[str], cut: int) -> None:
    for problem in html.check("<".join(pieces)[cut:]):
        assert isinstance(problem, Problem)


LEFT = {
    "markup": (
        'It left. [caption id="a_1" align="left"]A ferry[/caption] It sails.',
        "[/gallery]",
        '[gallery ids="1,2,3"]',
        "[button link=”http://example.com/” type=”big”] Write to us",
        "[youtube https://example.com/watch?v=abc]",
        "It is **new** and sails.",
        "It costs [20 hryvnias](https://example.com/fares).",
        "## What it costs",
    ),
    "template": (
        "By {% author %} on Monday",
        "By {{ .Author }} on Monday",
        "Dear %%FIRSTNAME%%, it sails.",
        "By ${author.name}",
        "By [object Object]",
        "undefined undefined",
        "Lorem ipsum dolor",
        "It costs TK TK hryvnias.",
        "[insert fare]",
    ),
}
"""What is left over of the markup of others, and of what programs and people were to fill in."""

LEFT_RULES = {
    "markup": ("markup-left", "html.markup-shown"),
    "template": ("placeholder-left", "html.template-shown"),
}

MEANT = (
    "Watch the boat [video], he said [of the mayor]. [1] [a = b]",
    "A f**k, sh** and **** of the **",
    "Prices* and rates** are as of May. **plus tax",
    "C# and ## and #ferry ###",
    "It fell 5%% and then 3%%; set {a, b} ${ and {x%",
    "The [ferry] (https://example.com/) sails",
    "the object Object is undefined",
)


@pytest.mark.parametrize(("kind", "words"), [(kind, each) for kind in LEFT for each in LEFT[kind]])
def test_what_was_left_over_is_found_in_articles_and_in_pages(kind: str, words: str) -> None:
    article, page = LEFT_RULES[kind]
    assert article in {p.rule for p in newsmodel.check(Article(id="x", body=["It sails.", words]))}
    assert page in ids(f"<main><p>It sails.</p><p>{words}</p></main>")


@pytest.mark.parametrize("words", MEANT)
def test_what_is_meant_is_not_left_over(words: str) -> None:
    found = {p.rule for p in newsmodel.check(Article(id="x", body=["It sails.", words]))}
    found |= ids(f"<main><p>It sails.</p><p>{words}</p></main>")
    assert found.isdisjoint(rule for pair in LEFT_RULES.values() for rule in pair)


@pytest.mark.parametrize("name", examples.examples())
def test_our_own_pages_are_well_built(name: str) -> None:
    """Nothing is said of them but what the article itself leaves out."""
    article = examples.examples()[name]
    unsaid = {"html.picture-size-missing"} if article.images else set()
    unsaid |= set() if article.headline else {"html.h1-missing"}
    found = html.check(html.dumps(article, override=True))
    built = {id for group in GROUPS[:3] for id in _ids(group)}
    assert {p.rule for p in found if p.rule in built} <= unsaid


def test_a_page_of_ours_that_has_everything_to_say_leaves_nothing_to_wish_for() -> None:
    found = html.check(html.dumps(examples.full_featured(), override=True))
    assert {problem.rule for problem in found} <= {"html.picture-size-missing"}


def _ids(group: object) -> set[str]:
    return {rule.id for rule in vars(group).values() if type(rule).__name__ == "Rule"}


def test_pages_of_many_publishers_are_checked(shared: Path) -> None:
    files = sorted((shared / "pages").rglob("*.html.gz"))[::8]
    assert files
    for file in files:
        found = html.check(gzip.decompress(file.read_bytes()))
        assert all(problem.message for problem in found)
        assert any(problem.line for problem in found)


@pytest.mark.parametrize(
    "data",
    [
        "It sails in May.\n\n1 < 2 and 3 > 2, says <ann@example.com>.",
        ' {"headline": "Ferry", "body": "<p>It sails.</p>"}\n',
        '[{"html": "<p>It sails.</p>"}]',
        "%PDF-1.7\n<a href='x'>",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n<</Type /Catalog>>",
        b"\x89PNG\r\n\x1a\n<p>",
        "",
    ],
)
def test_what_is_no_page_is_one_finding(data: str | bytes) -> None:
    assert [problem.rule for problem in html.check(data)] == ["html.unreadable"]


@pytest.mark.parametrize(
    "data",
    [
        "It <b>sails</b>.",
        "<p>a",
        "\ufeff<!DOCTYPE html><p>",
        "{<br/>}x",
        "{% load static %}<p>a</p>{% endblock %}",
        "[vc_row]<p>a</p>[/vc_row]",
    ],
)
def test_a_piece_of_a_page_is_checked_as_one(data: str) -> None:
    assert "html.title-missing" in ids(data)


def test_a_page_larger_than_any_is_one_finding() -> None:
    """Looking at fifty megabytes took half a minute and a gigabyte."""
    (problem,) = html.check("<html><body><p>" + "words and words, " * 1_300_000)
    assert problem.rule == "html.unreadable"
    assert "larger" in problem.message


def test_broken_structured_data_is_told_in_plain_words_with_its_place() -> None:
    data = '{"@type": "NewsArticle",\n "headline": "a\nb"}'
    page = f'<title>a</title>\n<script type="application/ld+json">\n{data}</script>'
    (problem,) = [each for each in html.check(page) if each.rule == "html.data-broken"]
    assert problem.message.startswith(
        "structured data is no JSON: there is a line break or another control character in a string"
    )
    assert (problem.line, problem.column) == (4, 16)


def test_what_is_no_number_in_structured_data_is_told_with_its_place() -> None:
    data = '{"@type": "NewsArticle", "headline": "NaN",\n "wordCount": NaN}'
    page = f'<title>a</title><script type="application/ld+json">{data}</script>'
    found = {each.rule: each for each in html.check(page)}
    problem = found["html.data-broken"]
    assert "NaN is no number: leave the property out" in problem.message
    assert (problem.line, problem.column) == (2, 15)
    assert "html.data-published-missing" in found


def test_an_anchor_may_be_written_with_percent_signs() -> None:
    page = '<title>a</title><h1 id="größe">A</h1><a href="#gr%C3%B6%C3%9Fe">B</a><a href="#x">C</a>'
    found = [each.message for each in html.check(page) if each.rule == "html.anchor-unresolved"]
    assert found == ["nothing in the page has the id of '#x': correct the link"]

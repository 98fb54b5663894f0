"""The assertions of the kit: silent where all is well, and clear where it is not."""

from __future__ import annotations

import json as plain_json
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import find

import newsmodel
from newsmodel import Article, EditorNote, Embargo, NotPublicError, Status, UnknownFormatError
from newsmodel.formats import html, json, newsml
from newsmodel.testing import assertions, examples, samples, strategies

LATE = datetime(2040, 1, 1, tzinfo=UTC)
"""A moment by which every embargo is over."""


def said(error: pytest.ExceptionInfo[AssertionError]) -> str:
    return str(error.value)


def test_what_is_lost_is_named_by_its_place() -> None:
    before = examples.an_article(keywords=["market"])
    assertions.assert_nothing_lost(before, before)
    assertions.assert_nothing_lost(before, attrs.evolve(before, slugline="MARKET"))
    with pytest.raises(AssertionError) as error:
        assertions.assert_nothing_lost(
            before, attrs.evolve(before, keywords=(), headline="Market to go")
        )
    assert said(error) == (
        "something was lost:\n"
        "  $.headline: 'Market to stay on the square' became 'Market to go'\n"
        "  $.keywords[0]: Text(value='market') is gone"
    )


def test_a_page_of_ours_shows_nothing_it_must_not() -> None:
    article = examples.non_public_notes()
    assertions.assert_not_public(html.dumps(article), article)


@pytest.mark.parametrize(
    ("leak", "named"),
    [
        ("<p>ann.sample@example.com</p>", "'ann.sample@example.com'"),
        ("<!-- market take 2, hold the last line -->", "'market take 2, hold the last line'"),
        ("<p>MANDATORY CREDIT, NO ARCHIVES", "'MANDATORY CREDIT, NO ARCHIVES'"),
        ("Desk&#58; call the mayor before printing.", "'Desk: call the mayor before printing.'"),
    ],
)
def test_a_page_that_shows_too_much_is_caught(leak: str, named: str) -> None:
    article = examples.non_public_notes()
    with pytest.raises(AssertionError) as error:
        assertions.assert_not_public(html.dumps(article) + leak, article)
    assert said(error) == f"the page shows too much:\n  {named} is not for readers"


def assert_clean(article: Article) -> None:
    try:
        page = html.dumps(article, at=LATE)
    except NotPublicError:
        return
    assertions.assert_not_public(page, article, at=LATE)


@pytest.mark.parametrize("name", examples.examples())
def test_nothing_is_said_of_a_page_that_shows_what_it_may(name: str) -> None:
    assert_clean(examples.examples()[name])


@pytest.mark.parametrize("sample", [s for s in samples.samples() if not s.refused], ids=str)
def test_nothing_is_said_of_the_page_of_a_sample(sample: samples.Sample) -> None:
    for article in newsmodel.iterread(sample.path):
        assert_clean(article)


@pytest.mark.parametrize("words", ["Не називати свідка", 'Source is "Bob"', "Ring A&B <desk>"])
def test_what_is_hidden_is_found_in_an_index_and_in_a_feed(words: str) -> None:
    article = examples.an_article(editor_notes=(EditorNote(blocks=[words]),))
    escaped = escape(words)
    for published in (
        plain_json.dumps({"title": article.headline, "note": words}),
        f'{{"title": "Market"}}\n{plain_json.dumps({"note": f"<p>{escaped}</p>"})}\n',
        f'<?xml version="1.0"?><rss><item><title>{escaped}</title></item></rss>',
        f"<rss><description>{escape(f'<p>{escaped}</p>')}</description></rss>",
        f"<p title='{escaped}'>",
        f"<p>{escaped[:4]}<b>{escaped[4:]}</b></p>" if "<" not in words else escaped,
    ):
        with pytest.raises(AssertionError, match="is not for readers"):
            assertions.assert_not_public(published, article)


def test_names_of_elements_and_pieces_of_words_are_no_leaks() -> None:
    article = Article(id="urn:x", editor_notes=(EditorNote(blocks=["title", "ines", "Bob"]),))
    page = "<title>On the lines</title><style>p {outline: 0}</style><p class='x'>The lines.</p>"
    assertions.assert_not_public(page, article)


def test_of_an_article_under_embargo_nothing_may_be_seen() -> None:
    article = examples.an_article(embargo=Embargo())
    assertions.assert_not_public("<h1>Tomorrow</h1>", article)
    with pytest.raises(AssertionError, match="Market to stay"):
        assertions.assert_not_public("<h1>Market to stay on the square</h1>", article)


def test_publishable() -> None:
    assertions.assert_publishable(examples.full_featured(), profile="consistent")
    with pytest.raises(AssertionError, match="not fit to be published"):
        assertions.assert_publishable(Article(id="urn:x", language="ua"))


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (assertions.assert_valid_newsml, newsml.dumps(examples.an_article()), "<newsItem/>"),
        (assertions.assert_valid_json, json.dumps(examples.an_article()), "{}"),
        (assertions.assert_valid_html, html.dumps(examples.an_article()), "<p>no page"),
    ],
)
def test_documents_are_checked_by_their_formats(check: object, good: str, bad: str) -> None:
    assert callable(check)
    check(good)
    with pytest.raises(AssertionError, match="document has errors"):
        check(bad)


@pytest.mark.parametrize("format", ["json", "newsml"])
def test_the_story_is_valid(format: str) -> None:
    check = getattr(assertions, f"assert_valid_{format}")
    check(samples.story(format).read_bytes())


def test_a_path_stands_for_what_its_file_holds(tmp_path: Path) -> None:
    assertions.assert_valid_newsml(samples.story("newsml"))
    page = tmp_path / "page.html"
    page.write_text("<p>hold the last line</p>", encoding="utf-8")
    with pytest.raises(AssertionError, match="has no title"):
        assertions.assert_valid_html(page)
    hidden = Article(id="urn:x", editor_notes=(EditorNote(blocks=["hold the last line"]),))
    with pytest.raises(AssertionError, match="'hold the last line' is not for readers"):
        assertions.assert_not_public(page, hidden)


@pytest.mark.parametrize(
    "call",
    [
        lambda: samples.story("pdf"),
        lambda: samples.samples("pdf"),
        lambda: samples.paths("pdf"),
        lambda: strategies.articles(for_format="pdf"),
        lambda: assertions.assert_round_trips(examples.minimal(), "pdf"),
    ],
    ids=["story", "samples", "paths", "strategy", "assertion"],
)
def test_a_misspelt_format_is_refused_with_those_there_are(call: Callable[[], object]) -> None:
    with pytest.raises(UnknownFormatError, match=r"'pdf'; known formats: .*newsml"):
        call()


def test_a_vocabulary_has_a_strategy_too() -> None:
    assert find(strategies.model(Status), lambda word: True) in Status


@pytest.mark.parametrize("what", [int, "Article"])
def test_what_is_no_class_of_the_model_has_no_strategy(what: Any) -> None:
    with pytest.raises(TypeError, match="such as Article"):
        strategies.model(what)


def test_a_block_that_is_missing_is_one_difference() -> None:
    long = examples.long()
    shorter = attrs.evolve(long, body=long.body[1:])
    assert list(assertions.differences(long, shorter)) == [
        "$.body[0]: Heading(content=('Stall 1 and what it sells',)) is missing on the right"
    ]
    (said,) = assertions.differences(shorter, long)
    assert said.endswith("is missing on the left")


def test_long_values_are_shown_where_they_differ() -> None:
    words = "rain and " * 100
    (said,) = assertions.differences(
        Article(id="urn:x", summary=f"{words}wind"), Article(id="urn:x", summary=f"{words}sun")
    )
    assert said == (
        "$.summary: ...and rain and rain and rain and rain and wind' != "
        "...and rain and rain and rain and rain and sun'"
    )

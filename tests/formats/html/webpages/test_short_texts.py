"""Articles of a few short lines: what is marked as an article is read, however little it is."""

from __future__ import annotations

import pytest

from newsmodel.formats import html

SHORT = "<p>Cracks were found.</p><p>It stays closed.</p>"
LINES = "Cracks were found.\nIt stays closed."
STORY = f"<article><h1>Bridge closed</h1>{SHORT}</article>"
NOTICE = (
    "<p>We use cookies to make the pages better for everybody who reads them, day after day.</p>"
)
TEASER = (
    "<article><h3><a href='/mayor'>Mayor resigns</a></h3><p>The mayor of the town resigned on "
    "Sunday after a long dispute with the council about the bridge.</p></article>"
)
LONG = (
    "<p>Cracks were found in the bridge on Monday morning, and nobody may cross it until the "
    "summer, the council said in the evening after it had met.</p>"
)


def lines(body: str) -> str:
    head = "<title>Bridge closed</title>"
    return html.loads(f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{body}').text


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(STORY, id="alone"),
        pytest.param(f"<main>{STORY}</main><footer>{NOTICE}</footer>", id="over a footer"),
        pytest.param(f"<div class='cookies'>{NOTICE}</div>{STORY}", id="under a notice"),
        pytest.param(f"{STORY}<section>{TEASER}</section>", id="over one longer teaser"),
        pytest.param(f"{STORY}<section>{TEASER * 3}</section>", id="over longer teasers"),
        pytest.param(f"<article><h1>Bridge closed</h1>{SHORT}<aside>{NOTICE}</aside></article>",
                     id="with a box inside"),
        pytest.param(f"<div role='article'><h1>Bridge closed</h1>{SHORT}</div><footer>{NOTICE}"
                     "</footer>", id="by its role"),
        pytest.param("<div itemscope itemtype='https://schema.org/NewsArticle'><h1>Bridge closed"
                     f"</h1><div itemprop='articleBody'>{SHORT}</div></div><div>{NOTICE}</div>",
                     id="by microdata"),
        pytest.param(f"<h1>Bridge closed</h1><article>{SHORT}</article>", id="under the headline"),
        pytest.param("<article><h1>Bridge closed</h1><div>Cracks were found.</div><div>It stays "
                     "closed.</div></article>", id="without paragraphs"),
    ],
)  # fmt: skip
def test_short_articles_are_read_whole_and_nothing_else(body: str) -> None:
    assert lines(body) == LINES


def test_short_lines_beside_long_ones_stay() -> None:
    body = f"<article><h1>Bridge closed</h1><p>Cracks.</p>{LONG}<h2>Why</h2><p>Age.</p></article>"
    assert lines(body).split("\n")[0] == "Cracks."
    assert lines(body).endswith("\nWhy\nAge.")


def test_short_sections_with_headings_stay() -> None:
    first = f"<header><h1>Bridge closed</h1></header><section>{LONG}</section>"
    last = "<section><h2>Why</h2><p>Age.</p></section>"
    assert lines(f"<article>{first}{last}</article>").endswith("\nWhy\nAge.")


def test_the_head_of_an_article_is_not_taken_for_it() -> None:
    head = "<article><h1>Bridge closed</h1><p>By Ann Smith</p></article>"
    assert "nobody may cross" in lines(f"{head}<div class='story'>{LONG * 3}</div>")

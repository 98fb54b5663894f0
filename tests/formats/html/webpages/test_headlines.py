"""The headline as printed."""

from __future__ import annotations

import json

import pytest

from tests.formats.html.webpages.pages import TEXT, news, page, read, read_with


def headline(heading: str, *, head: str = "", **data: object) -> str | None:
    return read_with(news(**data), head=head, body=f"<article>{heading}{TEXT}</article>").headline


def test_the_printed_heading_counts_more_than_a_name_made_for_search_engines() -> None:
    heading = "<h1>Ferry to sail again at Vilkhove after nine years</h1>"
    assert headline(heading, headline="Vilkhove ferry to sail again after nine years: prices") == (
        "Ferry to sail again at Vilkhove after nine years"
    )


def test_a_heading_that_has_nothing_to_do_with_the_article_does_not_count() -> None:
    assert headline("<h1>Region &amp; Transport today</h1>") == "Ferry to sail again"


@pytest.mark.parametrize(
    "heading",
    [
        '<h1><span class="kicker">Transport</span> Ferry to sail again</h1>',
        '<h1><span class="article-head__roofline">Transport:</span> Ferry to sail again</h1>',
        "<h1><span>Transport</span><b>: </b>Ferry to sail again</h1>",
        "<h1><span>Transport</span> <span>Ferry to sail again</span></h1>",
    ],
)
def test_a_kicker_is_kept_apart(heading: str) -> None:
    article = read_with(news(), body=f"<article>{heading}{TEXT}</article>")
    assert article.headline == "Ferry to sail again"
    assert [(t.role, t.value) for t in article.headlines] == [("kicker", "Transport")]


def test_a_colon_within_a_headline_makes_no_kicker() -> None:
    name = "Transport: ferry to sail again"
    assert headline(f"<h1>{name}</h1>", headline=name) == name


def test_what_every_source_calls_the_article_is_its_name() -> None:
    name = "Ferry of Vilkhove: It sails again"
    head = f'<meta property="og:title" content="{name}"><title>{name}</title>'
    markup = f'<h1><span class="topline">Ferry of Vilkhove</span> It sails again</h1>{TEXT}'
    page_ = f"<html><head>{head}</head><body><article>{markup}</article></body></html>"
    assert read(page_).headline == name


def test_a_heading_whose_words_the_text_has_counts_more_than_another_name() -> None:
    heading = "<h1>Children travel for free on their way across</h1>"
    assert headline(heading) == "Children travel for free on their way across"


def test_a_title_that_a_heading_ends_with_counts_more_than_another_name() -> None:
    head = '<meta property="og:title" content="New engine, same crew on board"/>'
    heading = "<h1><i>Nine winters later</i> New engine, same crew on board</h1>"
    assert headline(heading, head=head) == "New engine, same crew on board"


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("It sails again", "Ferry of Vilkhove: It sails again"),
        (
            "The ferry at V. is to sail again after nine years",
            "The ferry at Vilkhove is to sail again after nine years",
        ),
    ],
)
def test_a_heading_that_prints_less_gives_way_where_all_else_agrees(
    printed: str, full: str
) -> None:
    titles = f'<title>{full} | Example News</title><meta property="og:title" content="{full}">'
    data = f'<script type="application/ld+json">{json.dumps(news(headline=full))}</script>'
    body = f"<body><article><h1>{printed}</h1>{TEXT}</article></body>"
    assert read(f"<html><head>{titles}{data}</head>{body}</html>").headline == full
    other = titles.replace(f'content="{full}"', 'content="Spring timetable of ferries"')
    assert read(f"<html><head>{other}{data}</head>{body}</html>").headline == printed


@pytest.mark.parametrize(
    "end", [" | Example News", " - Example News", " – Example News", " | News | Example"]
)
def test_the_name_of_the_site_is_no_part_of_it(end: str) -> None:
    head = (
        f'<meta property="og:title" content="Ferry to sail again tomorrow{end}">'
        '<meta property="og:site_name" content="Example News">'
    )
    markup = f"<html><head>{head}</head><body><div>{TEXT}</div></body></html>"
    assert read(markup).headline == "Ferry to sail again tomorrow"


def test_entities_are_characters() -> None:
    data = news(headline="&quot;It sails&quot; &amp; more")
    assert read(f"<html><body>{TEXT}</body></html>").headline is None
    markup = page(f"<h2>“It sails” &amp; more</h2>{TEXT}", data=data).replace(
        "<h1>Ferry to sail again</h1>", ""
    )
    assert read(markup).headline == '"It sails" & more'


def test_of_many_headings_the_one_that_names_the_page_counts() -> None:
    markup = f"<nav><h1>Example News</h1></nav><h1>Most read</h1><article><h1>Ferry to sail again</h1>{TEXT}</article>"
    assert read_with(news(), body=markup).headline == "Ferry to sail again"


def test_soft_hyphens_are_text() -> None:
    assert headline("<h1>Ferry to sail a\u00adgain</h1>") == "Ferry to sail a\u00adgain"

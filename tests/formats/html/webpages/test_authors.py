"""Authors as people."""

from __future__ import annotations

from typing import Any

import pytest

from tests.formats.html.webpages.pages import TEXT, news, page, read, read_with

PUBLISHER = {"@type": "NewsMediaOrganization", "name": "Example News"}


def names(author: Any, **more: Any) -> list[str | None]:
    return [each.name for each in read_with(news(author=author, **more)).authors]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ({"@type": "Person", "name": "Olha Marchuk"}, ["Olha Marchuk"]),
        ([{"@type": "Person", "name": "Olha Marchuk"}, {"@type": "Person", "name": "Jan Kos"}], ["Olha Marchuk", "Jan Kos"]),
        ([[{"@type": "Person", "name": ["Olha Marchuk"]}]], ["Olha Marchuk"]),
        ("By Olha Marchuk and Jan Kos", ["Olha Marchuk", "Jan Kos"]),
        ("Von Olha Marchuk und Jan Kos", ["Olha Marchuk", "Jan Kos"]),
        ("Olha Marchuk, Jan Kos og Per Li", ["Olha Marchuk", "Jan Kos", "Per Li"]),
        ("Olha Marchuk (oma)", ["Olha Marchuk"]),
        ("Olha Marchuk, political correspondent", ["Olha Marchuk"]),
        ("Olha Marchuk / Reporter", ["Olha Marchuk"]),
        ("Olha Marchuk <o.marchuk@example.org>", ["Olha Marchuk"]),
        ({"@type": "Person", "givenName": "Olha", "familyName": "Marchuk"}, ["Olha Marchuk"]),
        ({"@type": "Person", "name": "Jean d’Arc y Gómez"}, ["Jean d’Arc", "Gómez"]),
        ("牛镛、岳弘彬", ["牛镛", "岳弘彬"]),
        ("홍길동 기자", ["홍길동"]),
        ("홍길동기자, 김영희 특파원", ["홍길동", "김영희"]),
        ("記者王小明／台北報導", ["王小明"]),
        ("本報記者：王小明", ["王小明"]),
        ("青木 花子記者", ["青木 花子"]),
        ("記者クラブ", ["記者クラブ"]),
        ("105092", []),
        ("o.marchuk@example.org", []),
        (None, []),
    ],
)  # fmt: skip
def test_names(author: Any, expected: list[str]) -> None:
    assert names(author) == expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Marchuk, Kos", ["Marchuk", "Kos"]),
        ("Kos, Vilkhove", ["Kos", "Vilkhove"]),
        ("Redaktion, Kos", ["Kos"]),
        ("Olha Marchuk", ["Olha Marchuk"]),
        ("", ["Olha Marchuk"]),
    ],
)
def test_two_words_are_one_name_where_the_page_does_not_print_them_apart(
    byline: str, expected: list[str]
) -> None:
    line = byline if "," in byline else "Marchuk, Olha"
    body = f'<article><h1>Ferry to sail again</h1><p class="byline">{byline}</p>{TEXT}</article>'
    data = news(author={"@type": "Person", "name": line})
    assert [each.name for each in read_with(data, body=body).authors] == expected


def test_a_newsroom_is_no_name_turned_round() -> None:
    assert names({"@type": "Person", "name": "Redacción, Vilkhove"}) == ["Vilkhove"]


def test_a_reference_is_followed() -> None:
    data = [
        news(author={"@id": "#olha"}),
        {"@type": "Person", "@id": "#olha", "name": "Olha Marchuk"},
    ]
    assert [each.name for each in read_with({"@graph": data}).authors] == ["Olha Marchuk"]


def test_the_page_of_an_author_is_kept() -> None:
    author = {"@type": "Person", "name": "Olha Marchuk", "url": "/people/olha"}
    (found,) = read_with(news(author=author)).authors
    assert found.links[0].href == "https://www.example.org/people/olha"


def test_an_agency_is_an_organisation_and_an_author() -> None:
    (found,) = read_with(news(author={"@type": "Organization", "name": "Example Press"})).authors
    assert found.name == "Example Press"
    assert found.concept is not None
    assert found.concept.type == "organisation"


@pytest.mark.parametrize(
    "publisher", ["Example News", "example.org", "Example News Redaktion", "www.example.org"]
)
def test_the_publisher_is_no_author_beside_a_person(publisher: str) -> None:
    both = [
        {"@type": "Organization", "name": publisher},
        {"@type": "Person", "name": "Olha Marchuk"},
    ]
    assert names(both, publisher=PUBLISHER) == ["Olha Marchuk"]


BYLINES = [
    '<p class="byline">By <a href="/authors/olha-marchuk">Olha Marchuk</a>, 3 March</p>',
    '<a rel="author" href="/x">Olha Marchuk</a>',
    '<div class="article-author"><span class="name">Olha Marchuk</span><span class="job">Reporter</span></div>',
    '<div class="ArticleAuthors"><span>Von Olha Marchuk</span><time>3.3.2030</time></div>',
    '<span itemprop="author">Olha Marchuk</span>',
]


@pytest.mark.parametrize("byline", BYLINES)
def test_a_byline_names_the_author_where_the_data_name_only_the_publisher(byline: str) -> None:
    data = news(author={"@type": "Organization", "name": "Example News"}, publisher=PUBLISHER)
    body = f"<article><h1>Ferry to sail again</h1>{byline}{TEXT}</article>"
    assert [each.name for each in read_with(data, body=body).authors] == ["Olha Marchuk"]


def test_the_byline_is_no_text_of_the_article() -> None:
    body = f"<article><h1>Ferry to sail again</h1>{BYLINES[0]}{TEXT}</article>"
    assert "Marchuk" not in read_with(news(), body=body).text


def test_a_line_that_begins_with_by_names_the_author_where_nothing_else_does() -> None:
    body = (
        f"<article><h1>Ferry to sail again</h1><ul><li>Von: Olha Marchuk</li></ul>{TEXT}</article>"
    )
    assert [each.name for each in read_with(news(), body=body).authors] == ["Olha Marchuk"]


def test_a_newsroom_that_is_the_only_author_is_an_organisation() -> None:
    data = news(author={"@type": "Person", "name": "Example News"}, publisher=PUBLISHER)
    (found,) = read_with(data).authors
    assert found.concept is not None
    assert found.concept.type == "organisation"


@pytest.mark.parametrize(
    "meta",
    [
        '<meta name="author" content="By Olha Marchuk">',
        '<meta property="article:author" content="https://example.org/x"><meta name="parsely-author" content="Olha Marchuk">',
        '<meta name="dc.creator" content="Marchuk, Olha">',
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Olha Marchuk">',
    ],
)  # fmt: skip
def test_meta_elements_name_authors(meta: str) -> None:
    assert [each.name for each in read_with(head=meta).authors] == ["Olha Marchuk"]


def test_a_name_that_is_printed_counts_more_than_one_that_is_nowhere() -> None:
    byline = '<div class="author">Olha Marchuk</div>'
    body = f"<article><h1>Ferry to sail again</h1>{byline}{TEXT}</article>"
    data = news(author={"@type": "Person", "name": "Editor Five"})
    assert [each.name for each in read_with(data, body=body).authors] == ["Olha Marchuk"]


def test_comments_are_signed_by_others() -> None:
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}</article><div class='comment'><p class='comment-author'>Max Loud</p></div>"
    assert read(f"<html><body>{body}</body></html>").authors == ()


RIGHT = '<p style="text-align: right;"><strong>{}</strong></p>'


@pytest.mark.parametrize(
    ("below", "signed"),
    [
        (RIGHT.format("Lê Phương"), ["Lê Phương"]),
        (RIGHT.format("Ann Lee") + RIGHT.format("Olha Marchuk"), ["Olha Marchuk"]),
        (RIGHT.format("Read more about the ferry here"), []),
        (RIGHT.format("It sails on Sunday."), []),
        ("<p><strong>Ann Lee</strong></p>", []),
        (f"<figure>{RIGHT.format('Ann Lee')}</figure>", []),
        (RIGHT.format("\u0627\u0642\u0631\u0623 \u0623\u064a\u0636\u0627"), []),
        (RIGHT.format("\uff08\u5b8c\uff09"), []),
    ],
)
def test_a_name_alone_at_the_right_below_the_text_signs_it(below: str, signed: list[str]) -> None:
    article = read(page(f"{TEXT}{below}"))
    assert [each.name for each in article.authors] == signed
    assert not any(name in article.text for name in signed)


def test_a_signature_counts_only_where_nobody_else_is_named() -> None:
    data = news(author={"@type": "Person", "name": "Ann Lee"})
    article = read(page(f"{TEXT}{RIGHT.format('Olha Marchuk')}", data=data))
    assert [each.name for each in article.authors] == ["Ann Lee"]


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='quote'><p>“It sails.”</p><span class='quote-author'>Jan Kos</span></div>",
        "<div class='pull-quote'><q>It sails.</q><div class='pull-quote__author'>Jan Kos</div></div>",
        "<div class='zitat'><p>“It sails.”</p><p class='autor'>Jan Kos <b>Kapitän</b></p></div>",
    ],
)
def test_who_is_quoted_is_no_author(markup: str) -> None:
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}{markup}</article>"
    agency = {"@type": "Organization", "name": "Example Press"}
    assert [e.name for e in read_with(news(author=agency), body=body).authors] == ["Example Press"]


def test_a_byline_in_a_highlighted_box_names_the_author() -> None:
    for box in ("destaque", "noticia destaque"):
        byline = f"<div class='{box}'><p>It sails.</p><p class='autor'>Jan Kos</p></div>"
        found = read(page(f"<article><h1>Ferry to sail again</h1>{byline}{TEXT}</article>"))
        assert [each.name for each in found.authors] == ["Jan Kos"]


def test_an_author_within_what_holds_the_headline_is_one_whatever_that_is_called() -> None:
    body = "<h1>Ferry to sail again</h1><p class='author'>Jan Kos</p>"
    found = read(page(f"<article class='citation'>{body}{TEXT}</article>"))
    assert [each.name for each in found.authors] == ["Jan Kos"]

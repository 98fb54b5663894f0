"""Text made to keep patterns busy is checked all the same."""

from __future__ import annotations

import pytest

import newsmodel
from newsmodel import Article, Contributor, Link, Paragraph
from newsmodel.formats import html
from newsmodel.validation import PROFILES

SIZE = 60_000

PIECES = {
    "letters": "a",
    "other letters": "я",
    "mail": "a.",
    "mails": "a@a.",
    "figures": "1 ",
    "numbers": "+1 (0",
    "tags": "<a ",
    "quoted tags": '<a "',
    "comments": "<!--",
    "closed comments": "<!-- -->",
    "scripts": "<script ",
    "templates": "{{a",
    "open templates": "{{" + "a" * 50,
    "insertions": "[insert ",
    "entities": "&a",
    "quotation marks": '“„"',
    "spaces": " ",
    "authors": "a and a@",
    "overrides": "\u202e\u2066",
    "garbled": "Ã",
}


@pytest.mark.parametrize("name", PIECES)
def test_an_article_made_of_one_thing(name: str) -> None:
    text = PIECES[name] * (SIZE // len(PIECES[name])) + "@" + "!"
    article = Article(
        id="urn:example:1",
        language="en",
        headline=text,
        authors=(Contributor(name=text[:5000]),),
        body=[Paragraph(content=[text, Link(href=text, content="a")])],
    )
    assert newsmodel.check(article, profile=PROFILES)


@pytest.mark.parametrize("name", PIECES)
def test_a_page_made_of_one_thing(name: str) -> None:
    assert html.check(PIECES[name] * (SIZE // len(PIECES[name])))
    assert html.check(f"<main><p>{PIECES[name] * (SIZE // len(PIECES[name]))}")

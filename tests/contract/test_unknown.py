"""What no field is there for comes through every hand, JSON's too."""

import re
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from newsmodel.formats import html, json, newsml
from newsmodel.model import Article, Extension
from newsmodel.testing import examples, strategies
from newsmodel.testing.assertions import assert_same_article

MOOD = '<x:mood xmlns:x="urn:example:mood" x:level="3">gl&amp;d <x:very/></x:mood>'


def through_json(article: Article) -> Article:
    return json.loads(json.dumps(article))


@given(st.lists(strategies.extensions(), max_size=3))
def test_extensions_go_through_json(extensions: list[Extension]) -> None:
    article = examples.an_article(extensions=extensions)
    assert_same_article(through_json(article), article)


@pytest.mark.parametrize("place", ["itemMeta", "contentMeta", "newsItem"])
def test_a_foreign_element_comes_back_from_json(place: str) -> None:
    document = newsml.dumps(examples.an_article()).replace(f"</{place}>", f"{MOOD}</{place}>")
    assert document.count("urn:example:mood") == 1
    article = through_json(newsml.loads(document))
    again = newsml.dumps(article)
    assert_same_article(newsml.loads(again), article)
    assert re.search(r'level="3"[^>]*>gl&amp;d <', again)
    assert again.count("urn:example:mood") == 1


def test_a_foreign_element_stays_while_the_article_is_edited() -> None:
    document = newsml.dumps(examples.an_article())
    article = newsml.loads(document.replace("</contentMeta>", f"{MOOD}</contentMeta>"))
    again = newsml.dumps(attrs.evolve(article, headline="Edited"))
    assert "gl&amp;d" in again
    assert newsml.loads(again).headline == "Edited"


@pytest.mark.parametrize(
    ("module", "pattern"),
    [
        pytest.param(newsml, r"(<headline[^>]*>)[^<]*", id="newsml"),
        pytest.param(html, r"(<h1[^>]*>)[^<]*", id="html"),
    ],
)
def test_an_edit_by_other_hands_is_believed_and_the_rest_kept(module: Any, pattern: str) -> None:
    article = examples.an_article(section="Local", urgency=3, content_warnings=("onions",))
    document, count = re.subn(pattern, r"\g<1>Market moves", module.dumps(article))
    assert count == 1
    again = module.loads(document)
    assert again.headline == "Market moves"
    assert attrs.evolve(again, headline=article.headline) == article

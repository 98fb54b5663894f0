"""Real pages of many publishers; the figures are measured by `benchmarks/webpages.py`."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsmodel import Article
from newsmodel.formats import html
from tests.formats.html.webpages.test_hostile_pages import live

EVERY = 6


def pages(shared: Path) -> Iterator[bytes]:
    """Every sixth page of the corpus."""
    found = sorted((shared / "pages").rglob("*.html.gz"))
    for path in found[::EVERY]:
        yield gzip.decompress(path.read_bytes())


def test_real_pages_are_read_and_come_back_as_pages_of_ours(shared: Path) -> None:
    count = 0
    for data in pages(shared):
        article = html.loads(data, url="https://www.example.org/news/one/of/them")
        assert isinstance(article, Article)
        assert article.headline
        assert article.word_count > 20
        again = html.dumps(article)
        assert live(again) == []
        assert html.loads(again) == article
        count += 1
    if not count:
        pytest.skip("the corpus holds no pages")

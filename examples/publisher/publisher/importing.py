"""From what agencies send to the stories of the house."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve

from newsmodel import Article, NewsModelError, iterread, latest
from newsmodel.quotes import mark

HOUSE_LANGUAGE = "en"
"""The language of feeds that do not say theirs."""


def stories(feeds: Iterable[Path], rejected: dict[Path, str]) -> list[Article]:
    """The stories of some feeds, each in its newest version.

    Args:
        feeds: files of any format newsmodel reads.
        rejected: where to note files that cannot be read, and why.
    """
    return list(latest(article for feed in feeds for article in articles(feed, rejected)))


def articles(feed: Path, rejected: dict[Path, str]) -> Iterator[Article]:
    """The articles of one file."""
    try:
        yield from (prepared(article) for article in iterread(feed))
    except NewsModelError as error:
        rejected[feed] = str(error)


def prepared(article: Article) -> Article:
    """An article as the house keeps it: with a language, and with its quotations marked."""
    return mark(article if article.language else evolve(article, language=HOUSE_LANGUAGE))

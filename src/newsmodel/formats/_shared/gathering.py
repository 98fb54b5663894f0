"""One article from a document that may hold several."""

from __future__ import annotations

from newsmodel.errors import MultipleArticlesError
from newsmodel.model import Article

__all__ = ["only"]


def only(articles: tuple[Article, ...], format: str) -> Article:
    """The one article.

    Raises:
        MultipleArticlesError: there are several, or none.
    """
    if len(articles) != 1:
        raise MultipleArticlesError(format, len(articles))
    return articles[0]

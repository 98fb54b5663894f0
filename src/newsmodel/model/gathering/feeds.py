"""Whether an article came as an item of a feed of NewsML-G2."""

from __future__ import annotations

from newsmodel.model.article import Article
from newsmodel.model.transmission import Dialect

__all__ = ["item_dialect"]

_OTHERS = frozenset({"ninjs"})
"""What documents of other formats name as their standard; items say nothing, or many things."""


def item_dialect(article: Article) -> Dialect | None:
    """How the item was written that an article was read from.

    None where there was none: the article is new, or came from another format.
    """
    dialect = article.dialect
    return None if dialect is None or dialect.standard in _OTHERS else dialect

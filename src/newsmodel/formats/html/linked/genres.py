"""Which of schema.org's kinds of news article one is."""

from __future__ import annotations

from newsmodel.formats._shared.remembering import Remembered
from newsmodel.model import Article, Concept

__all__ = ["kind_of_article", "kind_of_genre"]

_KINDS = {
    "AnalysisNewsArticle": ("analysis",),
    "BackgroundNewsArticle": (
        "background",
        "backgrounder",
        "explainer",
        "history",
        "retrospective",
    ),
    "OpinionNewsArticle": ("opinion", "commentary", "comment", "column", "editorial", "op-ed"),
    "ReportageNewsArticle": ("reportage", "from the scene", "scener"),
    "ReviewNewsArticle": ("review",),
}
_BY_GENRE = {word: kind for kind, words in _KINDS.items() for word in words}
"""By IPTC's genre codes and by the names newsrooms give them."""


def _told(code: str) -> str | None:
    word = code.rpartition("/")[2].rpartition(":")[2]
    return _BY_GENRE.get(word.lower().replace("_", " ").strip())


_KIND_OF = Remembered(_told)


def kind_of_article(article: Article) -> str:
    """The narrowest type its genres tell, else `NewsArticle`."""
    kinds = map(kind_of_genre, article.genres)
    return next((kind for kind in kinds if kind), "NewsArticle")


def kind_of_genre(genre: Concept) -> str | None:
    """The type a genre tells; None where it tells none."""
    for code in (genre.qcode, genre.uri, genre.literal, *[name.value for name in genre.names]):
        if code and (kind := _KIND_OF[code]):
            return kind
    return None

"""Which of schema.org's kinds of article one is."""

from __future__ import annotations

from functools import lru_cache

from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats.html.pages.words import row_for, table
from newsmodel.model import Article, Concept

__all__ = ["kind_of_article", "told_kinds"]

_KINDS = {
    "opinion": "OpinionNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "review": "ReviewNewsArticle",
    "background": "BackgroundNewsArticle",
    "reportage": "ReportageNewsArticle",
    "advertisement": "AdvertiserContentArticle",
    "satire": "SatiricalArticle",
}
"""By the words of the tables."""
_TYPES = {kind.lower(): kind for kind in (*_KINDS.values(), "AskPublicNewsArticle")}
"""By schema.org's own names, which pages give."""
_NO_NEWS = frozenset({_KINDS["advertisement"], _KINDS["satire"]})
"""What must be told before all else: no other genre makes news of it."""


@lru_cache(maxsize=256)
def _kinds_in(tag: str) -> Remembered[str | None]:
    """The kind that each word tells in a language; in every one IPTC's, which are English, do."""
    own, names = _row("words.toml", tag), _row("genres.toml", tag)
    known = _TYPES | _by_name(_row("genres.toml", "en"))
    known |= _by_name({name: own[name] for name in _KINDS if name in own}) | _by_name(names)

    def told(code: str) -> str | None:
        word = code.rpartition("/")[2].rpartition(":")[2]
        return known.get(word.lower().replace("_", " ").strip())

    return Remembered(told)


def _row(name: str, tag: str) -> dict[str, str]:
    return dict(row_for(table(name), tag) or {})


def _by_name(row: dict[str, str]) -> dict[str, str]:
    return {name.lower(): _KINDS[kind] for kind, names in row.items() for name in names.split("|")}


def kind_of_article(article: Article) -> str:
    """The narrowest type its genres tell, else `NewsArticle`."""
    return next((kind for kind, _ in told_kinds(article)), "NewsArticle")


def told_kinds(article: Article) -> list[tuple[str, Concept]]:
    """The types that the genres of an article tell, each with its genre; what is no news first."""
    kinds = [(_kind_of(each, article.language), each) for each in article.genres]
    told = [(kind, each) for kind, each in kinds if kind]
    return sorted(told, key=lambda each: each[0] not in _NO_NEWS)


def _kind_of(genre: Concept, language: str | None) -> str | None:
    """The type a genre tells; None where it tells none.

    Args:
        genre: the genre.
        language: the language of the article, which its names are in unless they say another.
    """
    codes = [(code, language) for code in (genre.qcode, genre.uri, genre.literal)]
    names = [(name.value, name.language or language) for name in genre.names]
    for word, tag in (*codes, *names):
        if word and (kind := _kinds_in(tag or "en")[word]):
            return kind
    return None

"""What a page tells of the sort of a piece, and where to read on."""

from __future__ import annotations

from newsmodel.formats._shared.escaping import attribute, attributes
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats.html.linked.genres import told_kinds
from newsmodel.formats.html.pages.names import marked, name_for
from newsmodel.formats.html.pages.people import last_word
from newsmodel.formats.html.pages.tags import known_tag
from newsmodel.formats.html.pages.words import label, word
from newsmodel.model import Article, Concept, Link

__all__ = ["is_related", "related", "told_genre"]

_TOLD = {
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "ReviewNewsArticle": "review",
    "AdvertiserContentArticle": "advertisement",
    "SatiricalArticle": "satire",
}
"""Kinds that readers must tell from news, with the word that names each."""


def told_genre(article: Article) -> str:
    """The genre where readers must know it, as markup: as its source names it, else by our word."""
    for kind, genre in told_kinds(article):
        if kind in _TOLD:
            return _genre(genre, _TOLD[kind], article.language)
    return ""


def _genre(genre: Concept, own_word: str, language: str | None) -> str:
    name = name_for(genre, language) if genre.names else None
    if name is None or name.language is not None:
        return label(own_word, language)
    return name.markup(language)


def related(article: Article) -> str:
    """Links to what else there is to read; nothing where there are none."""
    language = article.language
    lines = "".join([_item(link, language) for link in article.links if is_related(link)])
    if not lines:
        return ""
    shown = f'<p class="nm-label">{label("related", language)}</p>'
    name = attribute("aria-label", word("related", language))
    return f'<nav class="nm-related"{name}>{shown}<ul>{lines}</ul></nav>'


def is_related(link: Link) -> bool:
    """Whether a page shows a link."""
    if last_word(link.rel) != "related" or not (link.title or link.text).strip():
        return False
    return bool(link.href and written_link(link.href))


def _item(link: Link, language: str | None) -> str:
    hreflang = known_tag(link.hreflang) if link.hreflang else None
    pairs = [("href", written_link(link.href or "")), ("hreflang", hreflang)]
    title = marked(link.title or link.text, link.language or link.hreflang, language)
    return f"<li><a{attributes(pairs)}>{title}</a></li>"

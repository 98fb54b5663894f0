"""What a language version was translated from, and the links by which its item says so.

They stand behind its own links, so that joining finds and removes just those.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel.model.article import Article, LanguageVersion
from newsmodel.model.base import changed
from newsmodel.model.gathering.feeds import item_dialect
from newsmodel.model.gathering.own_codes import OWN_SCHEME, is_foreign
from newsmodel.model.inlines import Link
from newsmodel.model.tags import name_one_language
from newsmodel.model.vocabulary import term

__all__ = [
    "ITEM_TYPE",
    "TRANSLATED",
    "linked_source",
    "linked_version",
    "links_to_source",
    "says_translation",
    "without_links_to_source",
]

ITEM_TYPE = "application/vnd.iptc.g2.newsitem+xml"
"""Media type of a NewsML-G2 news item."""
DERIVED = "irel:derivedFrom"
TRANSLATED = "nm:translatedFrom"
"""How a translation's item refers to the item it is a translation of."""
TRANSLATIONS = frozenset(
    {TRANSLATED, "nm:translationOf", "irel:translatedFrom", "irel:isTranslationOf"}
)
"""Relations by which a feed may say so; IPTC's own list of relations has none for it."""
_TRANSLATED = frozenset(map(term, TRANSLATIONS))


def says_translation(link: Link) -> bool:
    """Whether a link says what its item is a translation of, whatever the scheme is called."""
    return link.rel in TRANSLATIONS or term(link.rel) in _TRANSLATED


def linked_source(links: Sequence[Link]) -> str | None:
    """The id of what links say an item is a translation of; the last such link counts."""
    named = [link.residref for link in links if link.residref and says_translation(link)]
    return named[-1] if named else None


def linked_version(links: Sequence[Link]) -> int | None:
    """The version of it that they name."""
    source = linked_source(links)
    named = [link.version for link in links if link.residref == source and says_translation(link)]
    return next(filter(None, reversed(named)), None) if source else None


def links_to_source(version: LanguageVersion, article: Article) -> tuple[Link, ...]:
    """How the item of a version says what it was translated from, where its own links do not.

    Args:
        version: the article itself or one of its translations.
        article: the article.
    """
    source, number = _source(version, article), version.source_version
    is_said = linked_source(version.links) == source
    if source is None or (is_said and number in (None, linked_version(version.links))):
        return ()
    is_ours = item_dialect(article) is None or not is_foreign(article.catalogs)
    translated = TRANSLATED if is_ours else OWN_SCHEME.uri + TRANSLATED.partition(":")[2]
    return tuple(
        Link(rel=rel, residref=source, version=number, content_type=ITEM_TYPE)
        for rel in (DERIVED, translated)
    )


def without_links_to_source(version: LanguageVersion, article: Article) -> tuple[Link, ...]:
    """The links of a version without those that `links_to_source` has added."""
    own, added = version.links[:-2], version.links[-2:]
    is_added = added and links_to_source(changed(version, links=own), article) == added
    return own if is_added else version.links


def _source(version: LanguageVersion, article: Article) -> str | None:
    """The id of what a version was translated from, where that is known.

    A translation that says nothing is one of the article, unless that is a translation itself.
    """
    if version.source_id is not None:
        return version.source_id
    if (linked := linked_source(version.links)) is not None:
        return linked
    if isinstance(version, Article):
        return None
    if version.source_language is not None:
        is_its = article.language and name_one_language(version.source_language, article.language)
        return article.id if is_its else None
    return None if _is_translated(article) else article.id


def _is_translated(article: Article) -> bool:
    said = (article.source_id, article.source_language, article.source_version)
    return any(each is not None for each in said) or linked_source(article.links) is not None

"""Quotations, corrections, and other versions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsmodel.formats.html.linked.nodes import Node, address, language_of, moment, node, several
from newsmodel.formats.html.linked.speakers import speaker
from newsmodel.formats.html.pages.versions import Version
from newsmodel.model import Article, Correction, CorrectionKind, Quote

__all__ = ["corrections", "quotation", "translations"]

_CORRECTING = frozenset(
    {CorrectionKind.CORRECTION, CorrectionKind.CLARIFICATION, CorrectionKind.RETRACTION}
)


def quotation(quote: Quote, language: str | None) -> Node:
    """Somebody's words."""
    source = quote.original
    original = source and node(
        "Quotation", text=source.value, inLanguage=language_of(source.language)
    )
    return node(
        "Quotation",
        text=quote.text,
        spokenByCharacter=speaker(quote.speaker, language),
        inLanguage=language_of(quote.language, language),
        isBasedOn=address(quote.source_url),
        translationOfWork=original,
    )


def corrections(values: Iterable[Correction], language: str | None) -> list[Node]:
    """The notices that something was wrong; that something was added is no correction."""
    return [_correction(each, language) for each in values if each.kind in _CORRECTING]


def _correction(value: Correction, language: str | None) -> Node:
    return node(
        "CorrectionComment",
        text=value.text,
        datePublished=moment(value.date),
        inLanguage=language_of(value.language, language),
    )


def translations(article: Article, versions: Sequence[Version]) -> Node:
    """Of the original its translations, of a translation the original."""
    original = next((version for version in versions if version.original), None)
    if original is None:
        return node(None, translationOfWork=_absent(article))
    if original.current:
        others = [version for version in versions if not version.current]
        return node(None, workTranslation=several(_other(v, article) for v in others))
    return node(None, translationOfWork=_other(original, article))


def _absent(article: Article) -> Node | None:
    """What a translation tells of an original that is not among its versions."""
    told = node(
        None,
        **{"@id": address(article.source_id)},
        inLanguage=language_of(article.source_language),
    )
    return {"@type": "NewsArticle", **told} if told else None


def _other(version: Version, article: Article) -> Node | None:
    translation = None if version.number is None else article.translations[version.number]
    url = version.address if version.absolute else None
    if url is None and version.language is None:
        return None
    return node(
        "NewsArticle",
        **{"@id": url},
        url=url,
        inLanguage=language_of(version.language),
        headline=translation.headline if translation else None,
    )

"""Rules about language versions and their texts."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.model import Article, Kind, Problem, Severity
from newsmodel.validation.rules.rule import Rule


def headline_missing(article: Article) -> Iterator[Problem]:
    """A text needs a headline."""
    if article.kind is Kind.TEXT and not (article.headline or "").strip():
        yield Problem(
            rule="headline-missing",
            severity=Severity.ERROR,
            path="$.headline",
            message="there is no headline: write one",
        )


def body_missing(article: Article) -> Iterator[Problem]:
    """A text needs a text."""
    if article.kind is Kind.TEXT and not article.body:
        yield Problem(
            rule="body-missing",
            severity=Severity.ERROR,
            path="$.body",
            message="there is no text: write one, or set another kind",
        )


def language_missing(article: Article) -> Iterator[Problem]:
    """Readers' software must know the language (WCAG 2.2, 3.1.1)."""
    if article.language is None:
        yield Problem(
            rule="language-missing",
            severity=Severity.ERROR,
            path="$.language",
            message="the language is not given: set `language` to a tag such as 'uk'",
            source="WCAG 2.2, 3.1.1",
        )


def translation_repeated(article: Article) -> Iterator[Problem]:
    """There is one version for each language."""
    seen = {article.language}
    for index, translation in enumerate(article.translations):
        if translation.language is not None and translation.language in seen:
            yield Problem(
                rule="translation-repeated",
                severity=Severity.ERROR,
                path=f"$.translations[{index}].language",
                message=f"there is another version in {translation.language!r}: drop one of them",
            )
        seen.add(translation.language)


def translation_stale(article: Article) -> Iterator[Problem]:
    """A translation of an older version may say what is no longer true."""
    for index, translation in enumerate(article.translations):
        source, now = translation.source_version, article.version
        if source is not None and now is not None and source < now:
            yield Problem(
                rule="translation-stale",
                path=f"$.translations[{index}]",
                message=f"it was translated from version {source}, and there is {now}: update it",
            )


def translation_empty(article: Article) -> Iterator[Problem]:
    """A version known by language alone has nothing to read."""
    for index, translation in enumerate(article.translations):
        if not translation.body and translation.url is None:
            yield Problem(
                rule="translation-empty",
                severity=Severity.INFO,
                path=f"$.translations[{index}]",
                message="only its language is known: add its address or its text",
            )


CONSISTENT: tuple[Rule, ...] = (translation_repeated, translation_stale)
PUBLISHABLE: tuple[Rule, ...] = (
    headline_missing,
    body_missing,
    language_missing,
    translation_empty,
)

"""Rules about languages: named, registered, and the ones the texts are in."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from newsmodel.language import autonym, guess_language, meant_tag
from newsmodel.language.guess import little_words
from newsmodel.model import Kind, Severity
from newsmodel.validation.base import (
    ACCESSIBLE,
    CONSISTENT,
    EXCHANGE,
    PUBLISHABLE,
    SEARCH,
    Finding,
    rule,
)
from newsmodel.validation.story import Story
from newsmodel.validation.vocabulary import words

_SAMPLE = 600
_ENOUGH = 60
_GLANCE = 300
_SURE = 0.6
_USUAL = 0.1  # of the words of a text are little words of its language, at least


@rule(
    "language-missing",
    PUBLISHABLE,
    EXCHANGE,
    SEARCH,
    ACCESSIBLE,
    severity=Severity.ERROR,
    source="WCAG 2.2, 3.1.1",
    example='headline="Ferry to sail again"',
    over="is_incomplete",
)
def language_missing(story: Story) -> Iterable[Finding]:
    """Screen readers, spelling checkers and search engines must know the language."""
    if story.article.language is None and story.article.kind in (Kind.TEXT, Kind.COMPOSITE):
        yield "$.language", "the language is not given: set `language` to a tag such as 'uk'"


@rule(
    "language-unregistered",
    CONSISTENT,
    ACCESSIBLE,
    SEARCH,
    severity=Severity.ERROR,
    source="BCP 47 (RFC 5646), 2.2; IANA Language Subtag Registry",
    example='language="ua"',
    over="unregistered",
)
def language_unregistered(story: Story) -> Iterable[Finding]:
    """A tag that nobody has registered tells programs nothing; `ua` is a country."""
    for spot, field, tag in story.tags:
        if tag in story.unregistered and not (field == "hreflang" and tag == "x-default"):
            meant = meant_tag(tag)
            remedy = "look it up in the IANA registry"
            if meant and meant != tag:
                remedy = f"{meant!r}{named(meant)} is probably meant"
            yield f"{spot.path}.{field}", f"{tag!r} is not a registered language tag: {remedy}"


def named(tag: str) -> str:
    """A language's own name in brackets."""
    name = (autonym(tag) or "").partition(" (")[0]
    return f" ({name})" if name else ""


@rule(
    "language-doubtful",
    PUBLISHABLE,
    EXCHANGE,
    SEARCH,
    ACCESSIBLE,
    source="WCAG 2.2, 3.1.1",
    example='language="en", body=["Пором знову ходитиме через річку, і це добре для тих, хто '
    'живе на тому березі."]',
)
def language_doubtful(story: Story) -> Iterable[Finding]:
    """A wrong language is worse than none: texts are read out and found in it."""
    for version in story.versions:
        text = version.text or version.node.headline or ""
        if version.language and (found := other_language(text, version.language)):
            yield (
                f"{version.path}.language",
                (
                    f"the language is given as {version.language!r}, but the text reads like "
                    f"{found!r}{named(found)}: correct one of them"
                ),
            )


def other_language(text: str, tag: str) -> str | None:
    """The language a text is in beyond doubt, where that is not the one its tag names."""
    language, text = tag.lower().partition("-")[0], text[:_SAMPLE]
    if len(text) < _ENOUGH or _usual(text, language):
        return None
    guess = guess_language(text)
    if guess is None or guess.confidence < _SURE:
        return None
    found = guess.language.partition("-")[0]
    unknown = not little_words(language) and bool(little_words(found))
    doubtless = not unknown or _script(text) != _script_of(language)
    return guess.language if doubtless and language not in neighbours()[found] else None


def _usual(text: str, language: str) -> bool:
    """Whether enough of a text's words are little words of the language."""
    known = little_words(language)
    if not known:
        return False
    found = text[:_GLANCE].lower().split()
    return sum(map(known.__contains__, found)) >= max(3, len(found) * _USUAL)


class _Neighbours(dict[str, frozenset[str]]):
    def __missing__(self, language: str) -> frozenset[str]:
        return frozenset({language})


@functools.cache
def neighbours() -> _Neighbours:
    """For each language those that are taken for it, itself included."""
    groups = map(frozenset, words()["neighbours"])
    return _Neighbours({language: group for group in groups for language in group})


_LETTERS = {
    "Cyrl": re.compile("[\u0400-\u052f]"),
    "Latn": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
}


def _script(text: str) -> str | None:
    """The script of most letters, of the two that hundreds of languages share."""
    counts = {name: len(letters.findall(text)) for name, letters in _LETTERS.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] * 2 > len(text) * 0.6 else None


def _script_of(language: str) -> str | None:
    """The script a language is usually written in."""
    import langcodes  # noqa: PLC0415  # loaded when first needed

    try:
        return langcodes.Language.get(language).maximize().script
    except ValueError:
        return None

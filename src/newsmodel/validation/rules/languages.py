"""Rules about languages: named, registered, and the ones the texts are in."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.language.doubt import UNKNOWN, other_language
from newsmodel.model import ImageCaption, Kind, Severity
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
from newsmodel.validation.tags import named, remedy_for, understood


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
            message = f"{tag!r} is not a registered language tag: {remedy_for(tag)}"
            yield f"{spot.path}.{field}", message


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
        node, tag = version.node, version.node.language
        if not tag:
            continue
        if version.doubt:
            yield f"{version.path}.language", _doubt("the text", version.doubt, tag)
        elif node.body and version.path != "$" and (found := _other(version.head, tag)):
            what = "the headline and the summary" if node.summary else "the headline"
            yield f"{version.path}.headline", _doubt(what, found, tag)
    for spot in story.all(ImageCaption):
        tag, words = spot.node.language, spot.node.text or spot.node.alt_text
        if tag and words and (found := _other(words, tag)):
            yield f"{spot.path}.language", _doubt("the caption", found, tag)


def _other(words: str, tag: str) -> str | None:
    return other_language(words, understood(tag))


def _doubt(what: str, found: str, tag: str) -> str:
    verb = "read" if " and " in what else "reads"
    given = f"the language is given as {tag!r}"
    if found == UNKNOWN:
        return f"{given}{named(tag)}, but {what} {verb} like another language: correct the tag"
    return f"{given}, but {what} {verb} like {found!r}{named(found)}: correct one of them"

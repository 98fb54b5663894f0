"""Rules about embargoes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from newsmodel.model import Embargo, LanguageVersion, Severity, Translation
from newsmodel.validation.base import CONSISTENT, EXCHANGE, PUBLISHABLE, Finding, rule
from newsmodel.validation.rules.dates import WORDS, later, shown
from newsmodel.validation.story import Story


@rule(
    "embargo-without-offset",
    PUBLISHABLE,
    EXCHANGE,
    severity=Severity.ERROR,
    source="NewsML-G2 2.35, embargoed",
    example="embargo=Embargo(until=datetime(2026, 3, 1, 10, 0))",
    about=Embargo,
)
def embargo_without_offset(story: Story) -> Iterable[Finding]:
    """Somebody would break it by hours."""
    for spot in story.all(Embargo):
        until = spot.node.until
        if until is not None and until.tzinfo is None:
            yield (
                f"{spot.path}.until",
                (
                    f"the embargo ends {until.isoformat(' ')}, but in which zone? Give the offset "
                    "from UTC"
                ),
            )


@rule(
    "embargo-open-ended",
    PUBLISHABLE,
    EXCHANGE,
    severity=Severity.INFO,
    source="NewsML-G2 2.35, embargoed",
    example="embargo=Embargo()",
    about=Embargo,
)
def embargo_open_ended(story: Story) -> Iterable[Finding]:
    """An embargo without an end keeps the news from readers until somebody lifts it."""
    for spot in story.all(Embargo):
        if spot.node.until is None:
            yield spot.path, "the embargo has no end: set `until`, or lift it when the time comes"


@rule(
    "embargo-broken",
    CONSISTENT,
    severity=Severity.ERROR,
    example="published=datetime(2026, 3, 1, 9, 0, tzinfo=UTC), "
    "embargo=Embargo(until=datetime(2026, 3, 1, 10, 0, tzinfo=UTC))",
    about=Embargo,
)
def embargo_broken(story: Story) -> Iterable[Finding]:
    """Nothing is published before its embargo ends, in any language; nor may it expire before.

    That of the article holds for its translations too, whatever their own. Nor does a page show
    a picture before the picture's own embargo ends.
    """
    for version in story.versions:
        for field in ("published", "scheduled", "expires"):
            when = getattr(version.node, field)
            broken = _broken(version.node, story.article, field, when) if when else None
            if broken:
                yield (
                    f"{version.path}.{field}",
                    f"{WORDS[field]} {shown(when)}, {broken}: correct one of them",
                )
    published = story.article.published
    for spot in story.shown_media if published else ():
        embargo = spot.node.embargo
        if embargo and published and (embargo.until is None or later(embargo.until, published)):
            ends = f"ends, {shown(embargo.until)}" if embargo.until else "has no end"
            yield (
                f"{spot.path}.embargo",
                (
                    f"its embargo {ends}, and the article that shows it was published "
                    f"{shown(published)}: take it out till then, or correct one of them"
                ),
            )


def _broken(
    version: LanguageVersion, article: LanguageVersion, field: str, when: datetime
) -> str | None:
    """How a moment of a version breaks an embargo: its own, or else the article's."""
    for embargo, whose in ((version.embargo, "its"), (article.embargo, "the article's")):
        if embargo and embargo.until and later(embargo.until, when):
            return f"before {whose} embargo ends, {shown(embargo.until)}"
        if embargo and embargo.until is None and field == "published":
            return f"and {whose} embargo has no end"
    return None


@rule(
    "embargo-not-shared",
    CONSISTENT,
    example='language="en", embargo=Embargo(), translations=[Translation(language="uk", '
    'headline="Пором", body=["Текст."])]',
    about=Translation,
    over="translated",
)
def embargo_not_shared(story: Story) -> Iterable[Finding]:
    """Each version has a page and an item of its own: one is enough to break an embargo."""
    embargo = story.article.embargo
    for version, translation in story.translated if embargo else ():
        own = translation.embargo
        if own is None:
            yield (
                f"{version.path}.embargo",
                "the article is embargoed and its translation is not: give it the embargo too",
            )
        elif embargo and _ends_before(own, embargo):
            end = f"ends, {shown(embargo.until)}" if embargo.until else "is lifted"
            yield (
                f"{version.path}.embargo",
                f"the translation's embargo ends before the article's {end}: make them one",
            )


def _ends_before(one: Embargo, other: Embargo) -> bool:
    return one.until is not None and (other.until is None or later(other.until, one.until))

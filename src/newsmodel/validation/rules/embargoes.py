"""Rules about embargoes."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.model import Embargo, Severity, Translation
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

    Nor does a page show a picture before the picture's own embargo ends.
    """
    for version in story.versions:
        own = version.node.embargo
        embargo, whose = (own, "its") if own else (story.article.embargo, "the article's")
        for field in ("published", "scheduled", "expires"):
            when = getattr(version.node, field)
            if embargo and embargo.until and when and later(embargo.until, when):
                yield (
                    f"{version.path}.{field}",
                    (
                        f"{WORDS[field]} {shown(when)}, before {whose} embargo ends, "
                        f"{shown(embargo.until)}: correct one of them"
                    ),
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
    for version, translation in story.translated if story.article.embargo else ():
        if translation.embargo is None:
            yield (
                f"{version.path}.embargo",
                "the article is embargoed and its translation is not: give it the embargo too",
            )

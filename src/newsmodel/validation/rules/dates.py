"""Rules about dates and status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from newsmodel.model import (
    Correction,
    Embargo,
    LanguageVersion,
    Status,
    Translation,
)
from newsmodel.validation.base import CONSISTENT, EXCHANGE, PUBLISHABLE, SEARCH, Finding, rule
from newsmodel.validation.story import Story

__all__ = ["CLOCKS", "WORDS", "later", "shown"]

_DAY = timedelta(days=1)
CLOCKS = timedelta(minutes=10)
"""By how much the clocks of those differ who change something and who publish it."""

_ORDER = (
    ("first_created", "version_created", timedelta(minutes=1)),
    ("created", "modified", _DAY),
    ("created", "published", _DAY),
    ("first_created", "published", _DAY),
    ("published", "modified", CLOCKS),
    ("modified", "expires", _DAY),
    ("published", "expires", timedelta()),
    ("scheduled", "expires", timedelta()),
    ("first_created", "expires", timedelta()),
)
"""What comes first, what after it, and by how much clocks may differ."""

WORDS = {
    "first_created": "it was first created",
    "version_created": "this version was created",
    "created": "it was written",
    "modified": "it was last changed",
    "published": "it was published",
    "scheduled": "it is to be published",
    "expires": "it expires",
}


@rule(
    "time-without-offset",
    PUBLISHABLE,
    EXCHANGE,
    SEARCH,
    source="NewsML-G2 2.35, DateTimeType; Google Search Central, Article: datePublished",
    example="published=datetime(2026, 3, 1, 10, 0)",
    over="naive_times",
)
def time_without_offset(story: Story) -> Iterable[Finding]:
    """Ten o'clock is another moment in Kyiv than in New York."""
    for spot, field, value in story.times:
        naive = isinstance(value, datetime) and value.tzinfo is None
        if naive and not isinstance(spot.node, Embargo):
            yield (
                f"{spot.path}.{field}",
                (
                    f"{value.isoformat(' ')} could be anywhere: give the offset from UTC, as in "
                    f"{value.isoformat()}+02:00"
                ),
            )


@rule(
    "dates-disordered",
    CONSISTENT,
    example="published=datetime(2026, 3, 9, tzinfo=UTC), modified=datetime(2026, 3, 1, tzinfo=UTC)",
    over="has_times",
)
def dates_disordered(story: Story) -> Iterable[Finding]:
    """Nothing is changed before it was written, or expires before it is published.

    Clocks may differ by ten minutes, and times without an offset, like those of writing, by a day.
    """
    for version in story.versions:
        given = {name: when for name in WORDS if (when := getattr(version.node, name))}
        for first, second, slack in _ORDER if len(given) > 1 else ():
            one, two = given.get(first), given.get(second)
            if one and two and later(one, two, slack):
                yield (
                    f"{version.path}.{second}",
                    (
                        f"{WORDS[second]} {shown(two)}, but {WORDS[first]} {shown(one)}: "
                        "correct one of them"
                    ),
                )


def later(one: date, two: date, slack: timedelta = timedelta()) -> bool:
    """Whether the first is later than the second, as far as that can be told.

    Args:
        one: a moment or a day.
        two: another.
        slack: by how much clocks may differ; without offsets, where they may, that is a day.
    """
    if not (isinstance(one, datetime) and isinstance(two, datetime)):
        return _day(one) > _day(two)
    if (one.tzinfo is None) != (two.tzinfo is None):
        return _day(one) - _day(two) > _DAY
    return one - two > (max(slack, _DAY) if slack and one.tzinfo is None else slack)


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


def shown(when: date) -> str:
    """A time as it is written in messages."""
    return when.isoformat(" ", "minutes") if isinstance(when, datetime) else when.isoformat()


@rule(
    "kill-unexplained",
    PUBLISHABLE,
    EXCHANGE,
    source="NewsML-G2 2.35, pubStatus and edNote",
    example='version=2, status="canceled"',
    over="withheld",
)
def kill_unexplained(story: Story) -> Iterable[Finding]:
    """Whoever printed it must know what to tell readers; the article may say it for all."""
    article = story.article
    known = article.status is Status.CANCELED and _explained(article)
    for version in () if known else story.versions:
        if version.node.status is Status.CANCELED and not _explained(version.node):
            yield (
                f"{version.path}.status",
                (
                    "it is canceled and nobody says why: give the reason, in an editor note or a "
                    "correction"
                ),
            )


def _explained(node: LanguageVersion) -> bool:
    notes = [note.text for note in node.editor_notes]
    return any(words and words.strip() for words in (*notes, *(c.text for c in node.corrections)))


@rule(
    "withheld-translation-usable",
    CONSISTENT,
    example='language="en", status="canceled", editor_notes=[EditorNote(blocks=["Wrong."])], '
    'translations=[Translation(language="uk", headline="Пором", body=["Текст."])]',
    about=Translation,
    over="translated",
)
def withheld_translation_usable(story: Story) -> Iterable[Finding]:
    """What is wrong in one language is wrong in the others."""
    status = story.article.status
    for version, translation in story.translated:
        if status is not Status.USABLE and translation.status is Status.USABLE:
            remedy = "cancel" if status is Status.CANCELED else "withhold"
            yield (
                f"{version.path}.status",
                f"the article is {status.value} and its translation is not: {remedy} it too",
            )


@rule(
    "correction-undated",
    PUBLISHABLE,
    EXCHANGE,
    source="schema.org, CorrectionComment: datePublished",
    example='corrections=[Correction(text="The fare is 20 hryvnias.")]',
    about=Correction,
)
def correction_undated(story: Story) -> Iterable[Finding]:
    """Readers want to know whether what they read was already put right."""
    for spot in story.all(Correction):
        if spot.node.date is None:
            yield f"{spot.path}.date", "the correction has no date: say when it was made"


@rule(
    "correction-empty",
    PUBLISHABLE,
    EXCHANGE,
    example="corrections=[Correction(date=date(2026, 3, 1))]",
    about=Correction,
)
def correction_empty(story: Story) -> Iterable[Finding]:
    """A correction says what was wrong and what is right."""
    for spot in story.all(Correction):
        if not (spot.node.text or "").strip():
            yield f"{spot.path}.text", "the correction says nothing: say what was put right"


@rule(
    "correction-too-early",
    CONSISTENT,
    example="published=datetime(2026, 3, 9, tzinfo=UTC), "
    'corrections=[Correction(text="The fare is 20.", date=date(2026, 3, 1))]',
    about=Correction,
)
def correction_too_early(story: Story) -> Iterable[Finding]:
    """Nothing is put right before it was published, nor in a version that is not there yet."""
    for version in story.versions:
        for index, correction in enumerate(version.node.corrections):
            path = f"{version.path}.corrections[{index}]"
            yield from _early(correction, version.node.published, version.node.version, path)


def _early(
    correction: Correction, published: datetime | None, number: int | None, path: str
) -> Iterator[Finding]:
    if correction.date and published and later(published, correction.date, _DAY):
        yield (
            f"{path}.date",
            (
                f"the correction is of {shown(correction.date)}, but it was published "
                f"{shown(published)}: correct one of them"
            ),
        )
    if correction.version is not None and number is not None and correction.version > number:
        yield (
            f"{path}.version",
            (
                f"it corrects version {correction.version}, but there is only version {number}: "
                "correct the number"
            ),
        )

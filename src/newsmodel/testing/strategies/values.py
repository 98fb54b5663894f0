"""Values with a form: tags, codes, addresses, ids, times, numbers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from newsmodel.model.checks import AtLeast, Between, Matches
from newsmodel.testing.strategies.text import one_word, text

__all__ = [
    "Taste",
    "codes",
    "ids",
    "limited",
    "media_types",
    "moments",
    "tags",
    "urls",
]

_TAGS = ("en", "uk", "ar", "he", "de-CH", "zh-Hant", "pt-BR", "sr-Latn-RS", "x-own", "EN-gb")
_ALIASES = ("nm", "medtop", "drol", "ex-1.b", "X_y")
_MEDIA_TYPES = ("image/jpeg", "text/html", "video/mp4", "application/xhtml+xml", "audio/mpeg")
_PATHS = ("", "a", "news/2024/01/rain.html", "?q=1&r=%20", "#part", "путь", "a(b)'c\"d")
_LONG_AGO, _FAR_OFF = date(1900, 1, 1), date(2100, 1, 1)


@attrs.frozen
class Taste:
    """What sort of objects are wanted."""

    for_format: str | None = None
    """A format that must be able to carry them; None for whatever the model can hold."""
    awkward: bool = False
    """Whether their words are to be mostly troublesome."""
    depth: int = 5
    """How deep they may be nested."""

    @property
    def strict(self) -> bool:
        """Whether codes and addresses must have the form that NewsML-G2 gives them."""
        return self.for_format == "newsml"

    def deeper(self) -> Taste:
        """The taste for what is within."""
        return attrs.evolve(self, depth=self.depth - 1)

    def words(self, min_size: int = 0) -> SearchStrategy[str]:
        """Words to this taste."""
        return text(min_size=min_size, awkward=self.awkward)

    def or_words(self, formed: SearchStrategy[str], *, firm: bool = False) -> SearchStrategy[str]:
        """Strings of a form, and any others where the form does not count."""
        return formed if self.strict or firm else formed | self.words(min_size=1)


def tags() -> SearchStrategy[str]:
    """Well-formed language tags."""
    return st.sampled_from(_TAGS)


def codes(taste: Taste = Taste()) -> SearchStrategy[str]:
    """Codes with the alias of their scheme."""
    pairs = st.tuples(st.sampled_from(_ALIASES), one_word())
    return taste.or_words(pairs.map(":".join))


def urls(taste: Taste = Taste()) -> SearchStrategy[str]:
    """Addresses of pages."""
    formed = st.sampled_from(_PATHS).map("https://example.com/".__add__)
    return taste.or_words(formed, firm=taste.for_format in ("html", "text"))


def ids(taste: Taste = Taste()) -> SearchStrategy[str]:
    """Ids of news items."""
    numbers = st.integers(min_value=1, max_value=10**6)
    return taste.or_words(numbers.map("urn:newsml:example.com:20240110:{}".format))


def media_types(taste: Taste = Taste()) -> SearchStrategy[str]:
    """Media types."""
    return taste.or_words(st.sampled_from(_MEDIA_TYPES))


def moments() -> SearchStrategy[datetime]:
    """Times with an offset of whole minutes up to 14 hours, and times without one."""
    offsets = st.integers(-14 * 60, 14 * 60).map(lambda n: timezone(timedelta(minutes=n)))
    zones: SearchStrategy[Any] = st.sampled_from([UTC, None]) | offsets
    # Twice the usual span: what lies far from it is wanted, but seldom.
    usual = st.datetimes(_midnight(_LONG_AGO), _midnight(_FAR_OFF), timezones=zones)
    return (
        usual
        | usual.map(lambda moment: moment.replace(microsecond=0))
        | st.datetimes(timezones=zones)
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def days() -> SearchStrategy[date]:
    """Days of any year."""
    return st.dates(_LONG_AGO, _FAR_OFF) | st.dates()


def limited(kind: type, limits: Iterable[Any]) -> SearchStrategy[Any]:
    """Numbers and strings within the limits that an annotation names."""
    low: float = -(10**6)
    high: float = 10**6
    for limit in limits:
        if isinstance(limit, Matches):
            return st.from_regex(limit.pattern, fullmatch=True)
        if isinstance(limit, Between | AtLeast):
            low = limit.low
        if isinstance(limit, Between):
            high = limit.high
    if kind is int:
        return st.integers(int(low), int(high))
    return st.floats(float(low), float(high), allow_nan=False)

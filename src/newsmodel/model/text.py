"""Labels with what comes with them, other identifiers, and what no class has a field for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

import attrs

from newsmodel.model.base import Model
from newsmodel.model.checks import Percent, Size, Tag, is_collection
from newsmodel.model.vocabulary import Direction

__all__ = ["AltId", "AlternativeText", "Extension", "Text", "as_texts"]


@attrs.frozen(kw_only=True, repr=False)
class Text(Model):
    """A label: words, and the language, role and rank that come with them.

    NewsML-G2 2.35: `IntlStringType` and `Label1Type`.
    """

    value: str
    """The words."""
    language: Tag | None = None
    """Language of the words where it is not that of the article."""
    role: str | None = None
    """What the label is for, as a code: "teaser", "drol:summary"."""
    rank: Size | None = None
    """Importance among its like; 1 comes first."""
    direction: Direction | None = None
    """Direction of the script where it does not follow from the language."""
    confidence: Percent | None = None
    """How sure whoever assigned it was, in per cent."""
    relevance: Percent | None = None
    """How much it matters for the news, in per cent."""
    href: str | None = None
    """Address of a page that says it in full: of a notice, of terms of use."""

    def __str__(self) -> str:
        """The words."""
        return self.value


def as_texts(value: Iterable[Text | str]) -> tuple[Text, ...]:
    """Labels from labels and plain strings; anything else is left for the check to refuse."""
    if value == () or not is_collection(value):
        return value  # type: ignore[return-value]  # refused by name when the object is checked
    return tuple(Text(value=item) if isinstance(item, str) else item for item in value)


@attrs.frozen(kw_only=True, repr=False)
class AltId(Model):
    """Another identifier of the same thing (NewsML-G2: `altId`; ninjs: `altIds`)."""

    value: str
    """The identifier."""
    type: str | None = None
    """What sort of identifier, as a code."""
    environment: str | None = None
    """The system or service in which it counts."""
    role: str | None = None
    """What it is used for."""


@attrs.frozen(kw_only=True, repr=False)
class AlternativeText(Model):
    """Another text of the same content (NewsML-G2: a further `inlineXML` or `inlineData`)."""

    content: str
    """The text, in the form its media type says: plain, or markup as it is."""
    role: str | None = None
    """What it is for, as a code."""
    content_type: str | None = None
    """Its media type."""
    word_count: Size | None = None
    """How many words it has, as its source says."""
    language: Tag | None = None
    """Its language where it is not the article's."""
    public: bool = True
    """False where the source keeps it from readers."""
    constraint: str | None = None
    """The code by which it does."""
    custom: bool = False
    """True where it was made for one customer."""


class Witness(Model):
    """What a reader made, which may remember what was read with it.

    What is remembered is no field: it takes no part in comparing, is not written, and is gone from
    every copy. It only saves a writer the work of finding out again what the reader knew.
    """

    __slots__ = ("_read_with",)

    def remember(self, value: Any) -> Self:
        """Remember what was read with it; for the reader that has just made it."""
        object.__setattr__(self, "_read_with", value)
        return self

    def recall(self, default: Any) -> Any:
        """What was read with it; the default where nobody knows."""
        return getattr(self, "_read_with", default)


@attrs.frozen(kw_only=True, repr=False)
class Extension(Witness):
    """Something a document said that the model has no field for, carried as it was.

    A writer of the same format puts it back; every other format lists it as a loss or carries it
    unseen. It is never public.
    """

    format: str
    """The format it was read from: "newsml", "ninjs", "json"."""
    place: str
    """Where it stood, as a path that a person can follow."""
    content: str
    """The markup or value itself."""

"""Quotations: who said what, and the words that say so."""

from __future__ import annotations

import attrs

from newsmodel.model.base import Model
from newsmodel.model.concept import Concept
from newsmodel.model.nodes import Node
from newsmodel.model.text import Text
from newsmodel.model.vocabulary import QuoteKind

__all__ = ["Quote", "QuoteFacts", "Speaker"]


@attrs.frozen(kw_only=True, repr=False)
class Speaker(Model):
    """Who speaks in a quotation."""

    printed: str | None = None
    """The words that name the speaker, as printed: "Kyslytsya", "she", "a police spokesman"."""
    person: Concept | None = None
    """Who that is: a person, or an organisation that speaks."""
    role: str | None = None
    """Office or function, in words."""
    anonymous: bool = False
    """True where the source wants not to be named."""

    @property
    def name(self) -> str | None:
        """The resolved name, else the words as printed."""
        return (self.person and self.person.name) or self.printed

    def __str__(self) -> str:
        """The name, "" where there is none."""
        return self.name or ""


@attrs.frozen(kw_only=True, repr=False)
class QuoteFacts(Node):
    """What is known of a quotation beside its words."""

    id: str | None = None
    """Ties the pieces of one quotation together; unique within a body otherwise."""
    speaker: Speaker | None = None
    """Who speaks."""
    attribution: str | None = None
    """The words that attribute it, as printed: "reported Kyslytsya"."""
    medium: str | None = None
    """Where or to whom it was said: "in a statement", "told reporters"."""
    kind: QuoteKind | None = None
    """Direct, partial or pull quote."""
    original: Text | None = None
    """The words it was translated from, with their language."""
    source_url: str | None = None
    """Address of a source for the words."""


@attrs.frozen(kw_only=True, repr=False)
class Quote(QuoteFacts):
    """One quotation of an article, gathered from its marked pieces. Derived, never stored.

    `language` is that of its words as the markup within and around them tells it; None where that
    is the article's.
    """

    pieces: tuple[str, ...]
    """The words, piece by piece, without quotation marks."""
    marks: tuple[str, str] = ("", "")
    """The quotation marks as printed, before and after."""
    places: tuple[str, ...] = ()
    """Where its pieces stand, as `walk` names them."""

    @property
    def text(self) -> str:
        """The words, pieces joined by a space."""
        return " ".join(self.pieces)

    def __str__(self) -> str:
        """The words between their marks."""
        return f"{self.marks[0]}{self.text}{self.marks[1]}"

"""What the finder finds."""

from __future__ import annotations

import attrs

from newsmodel.model.vocabulary import QuoteKind

__all__ = ["FoundQuote"]


@attrs.frozen(kw_only=True)
class FoundQuote:
    """One piece of a quotation in a text."""

    start: int
    """Where the quoted words begin, without the mark."""
    end: int
    """Where they end, without the mark."""
    marks: tuple[str, str] = ("", "")
    """The marks as printed, with the space inside them; "" where none is printed."""
    group: int = 0
    """Shared by the pieces of one quotation."""
    speaker: str | None = None
    """The words that name the speaker, as printed: a pronoun stays a pronoun.  None where nobody is
    named, or only who is told it."""
    speaker_span: tuple[int, int] | None = None
    """Where those words stand."""
    person: str | None = None
    """The name of the person, as the text has it in full."""
    cue: str | None = None
    """The word that attributes: "said", "according to"."""
    cue_span: tuple[int, int] | None = None
    """Where it stands."""
    attribution_span: tuple[int, int] | None = None
    """Where the words that attribute stand: "reported Kyslytsya"."""
    medium: str | None = None
    """Where it was said: "in a statement"."""
    kind: QuoteKind = QuoteKind.DIRECT
    """``direct``: a sentence of its own; ``partial``: a fragment in the writer's sentence."""
    confidence: float = 0.0
    """From 0 to 1: how sure it is that this is a quotation of that speaker."""

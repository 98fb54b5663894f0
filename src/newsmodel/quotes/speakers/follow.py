"""Quotations that nothing in their sentence attributes: they go on from what stands before."""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel.quotes import flags as f
from newsmodel.quotes.sentences.cues import find_cues
from newsmodel.quotes.sentences.tokens import Sentence, Token
from newsmodel.quotes.sentences.topics import topic

__all__ = ["in_sentence", "is_first"]

Range = tuple[int, int]


def is_first(sentence: Sentence, at: int) -> bool:
    """Whether nothing but punctuation stands before the quotation in its sentence."""
    return all(t.flags & f.POINT for t in sentence.tokens[sentence.low : at])


def in_sentence(sentence: Sentence) -> Range | None:
    """The one a sentence without quotations is about: who speaks in it, else its subject."""
    tokens: Sequence[Token] = sentence.tokens
    for cue in find_cues(sentence):
        if cue.speaker and cue.kind != "noun" and not tokens[cue.speaker[0]].flags & f.RELATIVE:
            return cue.speaker
    return topic(sentence, sentence.high)

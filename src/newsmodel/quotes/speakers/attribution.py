"""Who says a quotation: the cue that fits it best, or what goes on from the one before."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsmodel.quotes import flags as f
from newsmodel.quotes.sentences import phrases
from newsmodel.quotes.sentences.cues import Cue, find_cues
from newsmodel.quotes.sentences.tokens import Sentence
from newsmodel.quotes.sentences.topics import topic

__all__ = ["Attribution", "attribute", "colon_speaker"]

Range = tuple[int, int]

_COLON_AFTER = 14
_UNKNOWN = 0.2
_WORDLESS = frozenset(",:—–-―")
_DASHES = frozenset("—–-―") | {"--"}


@attrs.frozen(kw_only=True)
class Attribution:
    """What attributes one quotation, as token ranges of its paragraph."""

    speaker: Range | None
    """The words that name the speaker; None where those in their place name who is told."""
    cue: Range | None = None
    """The verb, phrase or noun."""
    confidence: float = 0.0
    """How sure it is."""
    whole: Range | None = None
    """All the words that attribute, where they stand beside the quotation."""


def attribute(sentence: Sentence) -> dict[int, Attribution]:
    """The attributions of the quotations of one sentence, by the number of the span."""
    cues = [cue for cue in find_cues(sentence) if cue.speaker is not None]
    found: dict[int, Attribution] = {}
    for at in range(sentence.low, sentence.high):
        token = sentence.tokens[at]
        if token.flags & f.QUOTE:
            best = _best(sentence, at, cues)
            if best is not None:
                found[token.quote] = best
    return found


def _best(sentence: Sentence, at: int, cues: Sequence[Cue]) -> Attribution | None:
    """The best attribution of the quotation at a token: after it, before it, further on."""
    if (cue := _right_after(sentence, at, cues)) is not None:
        return _of(cue, 0.95, beside=True)
    if (cue := _before(sentence, at, cues)) is not None:
        beside = _is_beside(sentence, cue.end, at)
        return _of(cue, 0.9 if beside else 0.75, beside=beside)
    if (speaker := colon_speaker(sentence, at)) is not None:
        return Attribution(speaker=speaker, confidence=0.8, whole=speaker)
    if (speaker := _signature(sentence, at)) is not None:
        return Attribution(speaker=speaker, confidence=0.8, whole=speaker)
    if (cue := _further_on(sentence, at, cues)) is not None:
        return _of(cue, 0.65, beside=False)
    return None


def _of(cue: Cue, confidence: float, *, beside: bool) -> Attribution:
    if cue.kind == "heard":
        return Attribution(speaker=None, cue=(cue.at, cue.end), confidence=_UNKNOWN)
    whole = (cue.first, cue.last) if beside else None
    return Attribution(
        speaker=cue.speaker, cue=(cue.at, cue.end), confidence=confidence, whole=whole
    )


def _right_after(sentence: Sentence, at: int, cues: Sequence[Cue]) -> Cue | None:
    """The cue that follows the quotation with nothing between but a comma, a dash, an adverb."""
    for cue in cues:
        if cue.at > at and cue.first > at and _gap(sentence, at + 1, cue.first):
            return cue if cue.kind != "noun" else None
    return None


def _gap(sentence: Sentence, low: int, high: int) -> bool:
    return all(
        t.text in _WORDLESS if t.flags & f.POINT else t.flags & f.SKIPPED
        for t in sentence.tokens[low:high]
    )


def _is_beside(sentence: Sentence, low: int, high: int) -> bool:
    """Whether only a few words stand between a cue and its quotation: "said that", "told Ann:"."""
    return high - low < 4 or sentence.tokens[high - 1].text in {":", ","}


def _before(sentence: Sentence, at: int, cues: Sequence[Cue]) -> Cue | None:
    """The cue before the quotation: the nearest, unless it stands within what another one says.

    In "Lee said she fears “a storm”" the quotation is Lee's.
    """
    nearest: Cue | None = None
    for cue in reversed([cue for cue in cues if cue.at < at]):
        if nearest is None or _contains(sentence, cue, nearest):
            nearest = cue
        else:
            break
    return nearest


def _contains(sentence: Sentence, outer: Cue, inner: Cue) -> bool:
    if outer.speaker is None or inner.speaker is None:
        return False
    if outer.kind != "verb" and (outer.kind != "weak" or inner.kind != "noun"):
        return False
    tokens = sentence.tokens
    if outer.end > inner.first or any(t.flags & f.QUOTE for t in tokens[outer.end : inner.at]):
        return False
    pronoun = tokens[inner.speaker[0]].flags & (f.PRONOUN | f.RELATIVE)
    return bool(pronoun) or inner.kind in ("weak", "noun", "heard")


def _further_on(sentence: Sentence, at: int, cues: Sequence[Cue]) -> Cue | None:
    """A cue later in the sentence, set off by a comma or another quotation."""
    for cue in cues:
        if cue.first > at and (
            sentence.tokens[cue.first - 1].text in _WORDLESS
            or sentence.tokens[cue.first - 1].flags & f.QUOTE
            or cue.kind == "phrase"
        ):
            return cue
    return None


def _signature(sentence: Sentence, at: int) -> Range | None:
    """The one named after a dash, and no more: "“Never again.” — Ann Lee"."""
    tokens = sentence.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].text not in _DASHES:
        return None
    if not phrases.is_name_like(tokens[at + 2]):
        return None
    found = phrases.after(tokens, at + 1, sentence.high, sentence.words)
    rest = tokens[found[1]] if found and found[1] < len(tokens) else None
    return found if rest is None or rest.text == "." else None


def colon_speaker(sentence: Sentence, at: int) -> Range | None:
    """The one named before a colon: "Clinton: “Yes.”"; also the subject of what leads up to it."""
    tokens = sentence.tokens
    if at - 1 < sentence.low or tokens[at - 1].text != ":":
        return None
    return topic(sentence, at - 1) or _last_name(sentence, at - 1)


def _last_name(sentence: Sentence, until: int) -> Range | None:
    tokens = sentence.tokens
    for n in range(until - 1, max(sentence.low, until - _COLON_AFTER) - 1, -1):
        if phrases.is_name_like(tokens[n]):
            start = n
            while start > sentence.low and phrases.is_name_like(tokens[start - 1]):
                start -= 1
            return start, n + 1
    return None

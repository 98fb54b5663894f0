"""Who is told something, asked, or accused of it: nobody who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel.quotes import flags as f
from newsmodel.quotes.sentences import cases, phrases, subjects
from newsmodel.quotes.sentences.tokens import Sentence, Token

__all__ = ["asked_of", "is_declined", "is_fronted", "is_hearing", "is_passive", "listener"]

Range = tuple[int, int]

_NEAR = 8
_LEADS = f.POINT | f.CONJUNCTION | f.ADVERB
_NOT_AUX = f.STOP | f.LINK | f.DETERMINER | f.CONJUNCTION
_BREAKS = frozenset(",;:—–")
_OF = "у"
_CYRILLIC = "\u0400"


def listener(sentence: Sentence, at: int, low: int, high: int) -> Range | None:
    """The words that seem to be the subject of a verb of saying, but name who was spoken to or of.

    So in "Lee was told", in "Nach dem Treffen mit Lee hieß es", in "відповіли Олені Марчук".
    """
    tokens, words = sentence.tokens, sentence.words
    before = subjects.before(tokens, low, at, words)
    following = phrases.after(tokens, at, high, words, said=True)
    if tokens[at].text.lower() in words.hearing or is_passive(sentence, at, low):
        empty = before and tokens[before[0]].text.lower() in words.neuter
        return None if empty else before or following
    if following:
        return None
    if before and is_declined(sentence, before, at, high):
        return before
    if before and is_fronted(sentence, at, low):
        return before
    told = cases.oblique_after(tokens, at, at + 1, high, words)
    return (at + 1, at + 1 + told) if told and not before else None


def is_declined(sentence: Sentence, before: Range, at: int, high: int) -> bool:
    """Whether the words before a verb are a name in a case that is no subject's.

    What may as well be a foreign one is, where nobody stands behind the verb or its quotation.
    """
    tokens, words = sentence.tokens, sentence.words
    if not cases.is_oblique(tokens, before, tokens[at], words):
        return False
    return not cases.is_foreign(tokens, before, tokens[at], words) or any(
        phrases.after(tokens, n, sentence.high, words) for n in (at, high) if n < sentence.high
    )


def is_hearing(sentence: Sentence, at: int) -> bool:
    """Whether the subject of a verb is told it, or accused of it."""
    word, words = sentence.tokens[at].text.lower(), sentence.words
    accused = word in words.accused and is_passive(sentence, at, sentence.low)
    return accused or word in words.hearing


def is_passive(sentence: Sentence, at: int, low: int) -> bool:
    """Whether a verb is one of a passive: "was told", "wurde Lee mitgeteilt"."""
    tokens, words = sentence.tokens, sentence.words
    if tokens[at].flags & f.GERUND or tokens[at].text.lower() in words.cited:
        return False
    for n in range(at - 1, max(low, at - _NEAR) - 1, -1):
        token = tokens[n]
        if token.text.lower() in words.passive:
            return n == low or tokens[n - 1].text.lower().rstrip("'’") not in words.reflexives
        if token.flags & (f.POINT | f.QUOTE | f.CONJUNCTION):
            return False
        if not words.fronted and not token.flags & f.ADVERB:
            return False
    return False


def is_fronted(sentence: Sentence, at: int, low: int) -> bool:
    """Whether a verb in the second place follows what is no subject: "Nach der Wahl sagte"."""
    tokens, fronted = sentence.tokens, sentence.words.fronted
    start = low
    for n in range(low, at):
        if tokens[n].text in _BREAKS:
            start = n + 1
    while start < at and tokens[start].flags & _LEADS and tokens[start].text.lower() not in fronted:
        start += 1
    if start < at and (tokens[start].flags & f.PARTICLE or _is_focused(sentence, start)):
        return False
    return (
        start + 1 < at
        and (tokens[start].text.lower() in fronted or _is_dative(sentence, start, at))
        and (not tokens[start + 1].flags & f.CONJUNCTION or _ends_clause(tokens, at))
        and not tokens[at - 1].flags & f.CONJUNCTION
        and not any(t.flags & f.AUX and not t.flags & _NOT_AUX for t in tokens[start + 1 : at])
    )


def _is_dative(sentence: Sentence, start: int, at: int) -> bool:
    """Whether such a noun begins a sentence and no more stands before the verb: "Der Zeitung"."""
    phrase = sentence.tokens[start:at]
    capitals = phrase[0].flags & phrase[-1].flags & f.CAPITAL
    return bool(capitals) and cases.dative(phrase, sentence.words) > 0


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause with its own verb ends before a verb: "Efter att Ek avgått sade Kos"."""
    before, following = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    return before.flags == f.WORD and bool(following.flags & (f.CAPITAL | f.ROLE | f.PRONOUN))


def _is_focused(sentence: Sentence, start: int) -> bool:
    """Whether a phrase begins that leaves the subject before the verb: "Onder meer Kos zei"."""
    rows = sentence.words.focusing_rows.get(sentence.tokens[start].text.lower(), ())
    return any(
        tuple(t.text.lower() for t in sentence.tokens[start : start + len(row)]) == row
        for row in rows
    )


def asked_of(sentence: Sentence, at: int, high: int) -> int:
    """How many words behind a verb tell of whom one asks: "спросили у Ольги Марчук".

    One where that is no name: what follows is no subject.
    """
    tokens, words = sentence.tokens, sentence.words
    if not tokens[at].flags & f.TOLD or at + 2 >= high or tokens[at + 1].text != _OF:
        return 0
    end = at + 2
    while end < high and phrases.is_name_like(tokens[end]) and tokens[end].text[0] >= _CYRILLIC:
        end += 1
    many = tokens[at].text.endswith(words.plural_endings)
    return end - at - 1 if many or end > at + 2 else 0

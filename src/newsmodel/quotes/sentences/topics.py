"""What a sentence is about: the subject that begins it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsmodel.quotes import flags as f
from newsmodel.quotes.sentences import phrases
from newsmodel.quotes.sentences.tokens import Sentence, Token

__all__ = ["topic"]

Range = tuple[int, int]

_LEADS = f.POINT | f.CONJUNCTION | f.SKIPPED | f.QUOTE


def topic(sentence: Sentence, until: int) -> Range | None:
    """The subject of the sentence itself: its first noun phrase, past adverbials."""
    for start in _clause_starts(sentence, until):
        found = _phrase_from(sentence, start, until)
        if found:
            return found
    return None


def _clause_starts(sentence: Sentence, until: int) -> Iterator[int]:
    """Where the subject may begin: the first word, or the one after an adverbial's comma."""
    tokens = sentence.tokens
    n = sentence.low
    while n < until and tokens[n].flags & _LEADS and not _begins_clause(tokens[n]):
        n += 1
    begins = n < until and sentence.words.phrases.get(tokens[n].text.lower())
    adverbial = begins or (n < until and tokens[n].flags & (f.STOP | f.LINK | f.GERUND | f.TIME))
    if not adverbial:
        yield n
    for at in range(n, until):
        if tokens[at].text == ",":
            yield at + 1
    if adverbial:
        n += 1
        while n < until and tokens[n].flags & f.TIME:
            n += 1
        yield n


def _begins_clause(token: Token) -> bool:
    """Whether a conjunction leads a clause: "When Roe came", but neither "But" nor "On"."""
    return bool(token.flags & f.STOP and token.flags & f.CONJUNCTION)


def _phrase_from(sentence: Sentence, start: int, until: int) -> Range | None:
    tokens = sentence.tokens
    if start >= until:
        return None
    token = tokens[start]
    if token.flags & f.PRONOUN and not token.flags & f.DETERMINER:
        return start, start + 1
    if not (phrases.is_name_like(token) or token.flags & (f.DETERMINER | f.ROLE | f.TITLE)):
        return None
    n = start
    while n < until and _in_phrase(tokens, n, start):
        n += 1
    if n == start + 1 and sentence.words.capital_nouns and not token.flags & (f.ROLE | f.TITLE):
        return None
    return (start, n) if n > start + (not phrases.is_name_like(token)) else None


def _in_phrase(tokens: Sequence[Token], n: int, start: int) -> bool:
    flags = tokens[n].flags
    if not flags & f.WORD or flags & (f.AUX | f.STOP | f.CONJUNCTION | f.RELATIVE | f.TIME):
        return False
    if flags & (f.CAPITAL | f.DETERMINER | f.ROLE | f.TITLE | f.PARTICLE) or n == start:
        return True
    return n == start + 1 and bool(tokens[start].flags & f.DETERMINER)

"""The words beside a name that say who it is: "the mayor of Vilkhove, Ann Lee"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import attrs

from newsmodel.quotes import flags as f
from newsmodel.quotes.speakers.names import Mention, fold, same_word
from newsmodel.quotes.words import QuoteWords

__all__ = ["Office", "office_of", "without_office"]

_ENDS = re.compile(r"[.!?;:\n](?=\s|$)|[“”\"«»]")
_PART = re.compile(r"\S+")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_BEFORE, _AFTER = 90, 60
_NAMED = 2
_DATED = 2
_OFFICES = f.ROLE | f.TITLE
_LEADS = f.DETERMINER | f.LINK
_PHRASE = _OFFICES | _LEADS
_CLOSES = f.STOP | f.RELATIVE | f.PRONOUN | f.OBJECT | f.AUX | f.TIME
_CLOSED = re.compile(r"\W*$|[^\w\s]|\s+[(–—]")


class Office(NamedTuple):
    """The words beside a name, folded: what somebody is, and of what."""

    heads: frozenset[str]
    """Those before the first "of" or "for", without bodies: nobody is a ministry."""
    every: frozenset[str]
    """All of them."""

    def has(self, role: Iterable[str], held: Iterable[str], *, inflected: bool) -> bool:
        """Whether all words of a speaker's are among these, and one of those held a head."""

        def among(words: frozenset[str], word: str) -> bool:
            return word in words or (
                inflected and any(same_word(word, other, inflected=True) for other in words)
            )

        return all(among(self.every, w) for w in role) and any(among(self.heads, w) for w in held)


def office_of(mention: Mention, words: QuoteWords) -> Office:
    """The words of a phrase before a name or after its comma, up to a verb and what else ends it.

    So those of "Mayor Ann Lee" and "Ann Lee, the mayor", not of "the mayor told Ann Lee" nor of "a
    spokesman for Ann Lee".
    """
    phrases = _before(mention, words), _after(mention, words)
    heads = (word for phrase in phrases for word in _heads(phrase, words))
    held = mention.name.split()[:-_NAMED]
    return Office(_folded((*heads, *held)), _folded((*phrases[0], *phrases[1], *held)))


def without_office(mention: Mention, role: Sequence[str]) -> Mention:
    """The name without words of the office before it: "the mayor of Vilkhove Ann Lee"."""
    parts = list(_PART.finditer(mention.text, mention.start, mention.end))
    n = 0
    while n < len(parts) - _NAMED and fold(parts[n][0]) in role:
        n += 1
    return attrs.evolve(mention, start=parts[n].start()) if n else mention


def _folded(phrase: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, phrase))


def _heads(phrase: Sequence[str], words: QuoteWords) -> Sequence[str]:
    linked = (n for n, word in enumerate(phrase) if n and words.flags(word) & f.LINK)
    heads = phrase[: next(linked, len(phrase))]
    return [word for word in heads if word.lower() not in words.organisations]


def _before(mention: Mention, words: QuoteWords) -> Sequence[str]:
    text, start, end = mention.text, mention.start, mention.end
    parts = _ENDS.split(text[max(mention.low, start - _BEFORE) : start])[-1].split(",")
    if len(parts) > 1 and all(words.flags(w) & f.TITLE for w in _WORD.findall(parts[-1])):
        parts.pop()
        if not _CLOSED.match(text[end : end + 2]):
            return ()
    phrase = _WORD.findall(parts[-1])
    flags = [_flags(word, words) for word in phrase]
    n = len(phrase)
    while n and _goes_with(flags, n - 1, words) and not _is_owner(phrase[n - 1], words):
        n -= 1
    return phrase[n:]


def _flags(word: str, words: QuoteWords) -> int:
    """What a word may be, or a part of it, "finance-minister"; a body holds no office."""
    if word.lower() in words.organisations:
        return words.flags(word) & ~_OFFICES
    offices = [words.flags(part) & _OFFICES for part in word.split("-") if part]
    return words.flags(word) | next(filter(None, offices), 0)


def _is_owner(word: str, words: QuoteWords) -> bool:
    return word.endswith(("'s", "’s")) and bool(words.flags(fold(word)) & _OFFICES)


def _goes_with(flags: Sequence[int], n: int, words: QuoteWords) -> bool:
    """Whether a word belongs to the phrase that ends with the name behind it."""
    left = flags[n - 1] if n else 0
    right = flags[n + 1] if n + 1 < len(flags) else f.DETERMINER
    if flags[n] & f.LINK:
        return not _is_whose(flags[n + 1 :])
    if flags[n] & (_OFFICES | f.DETERMINER):
        return True
    if flags[n] & f.CONJUNCTION:
        return not right & f.DETERMINER
    if flags[n] & _CLOSES or (flags[n] & f.CUE and not (left & _LEADS or flags[n] & f.CAPITAL)):
        return False
    if flags[n] & f.CAPITAL or (words.inverted and not words.fronted):
        return True
    return not left & _OFFICES and bool(left & _LEADS or not right & f.DETERMINER)


def _is_whose(between: Sequence[int]) -> bool:
    """Whether a name is whose somebody is: "for Ann Lee", "of the mayor Ann Lee"."""
    return not between or bool(between[-1] & _OFFICES)


def _after(mention: Mention, words: QuoteWords) -> Sequence[str]:
    """The words of an apposition; none of a clause: "According to Ann Lee, the mayor said"."""
    after = _ENDS.split(mention.text[mention.end : mention.end + _AFTER])[0]
    if not after.startswith((",", " (")):
        return ()
    phrase = _WORD.findall(",".join(after.split(",")[:2]))
    phrase = phrase[_lead([_flags(word, words) for word in phrase], phrase) :]
    flags = [_flags(word, words) for word in phrase]
    for n, each in enumerate(flags):
        if each & _PHRASE:
            continue
        if each & (f.CUE | f.AUX) and not (n and flags[n - 1] & _LEADS):
            return ()
        if each & _CLOSES:
            return phrase[:n]
    return phrase


def _lead(flags: Sequence[int], phrase: Sequence[str]) -> int:
    """How many words lead to the office: "who has been" the mayor, "seit 2020" Bürgermeisterin."""
    if flags and flags[0] & f.RELATIVE:
        n = next((n for n, each in enumerate(flags) if n and not each & f.SKIPPED), 0)
        held = next((each for each in flags[n:] if not each & (f.DETERMINER | f.CAPITAL)), 0)
        return n if n > 1 and held & _OFFICES else 0
    return _DATED if flags and flags[0] & f.STOP and "".join(phrase[1:_DATED]).isdigit() else 0

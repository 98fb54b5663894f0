"""Whom the words for a speaker mean: not whose they are, nor of what, nor one of several."""

from __future__ import annotations

import itertools
import re

from newsmodel.quotes import flags as f
from newsmodel.quotes.speakers.names import NOT_NAMES, Mention, is_office, names_in
from newsmodel.quotes.words import QuoteWords

__all__ = ["full_name", "head_of", "is_addressed", "names_several"]

_STANDS_BEFORE = f.ROLE | f.TITLE | f.DETERMINER
_CLOSES = f.LINK | f.STOP | f.RELATIVE
_PIECE = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NEXT = re.compile(r"\s([^\W\d_]+)")
_APART = re.compile(r"[,(]")
_SENTENCE = re.compile(r"\n|[.!?…:]\s|[“”\"«»]")
_WIDE = 60
_VERBS = 2
_GOES_ON = re.compile(r"(?:[’']s?\s|\s?)[^\W\d_]")
"""What shows that a name is only a part of something: "Ann Lee's lawyer"."""


def full_name(speaker: str, words: QuoteWords) -> Mention | None:
    """The full name of who is meant by the words for a speaker.

    Not of those they belong to, "a lawyer for Ann Lee", "Ann Lee's lawyer", nor one of several.
    """
    for mention in names_in(speaker, words):
        following = _NEXT.match(speaker, mention.end)
        next_flags = words.flags(following[1]) if following else 0
        if next_flags & f.CONJUNCTION or names_several(speaker[: mention.start], words):
            return None
        head = following is None and not _GOES_ON.match(speaker, mention.end)
        if (head or next_flags & _CLOSES) and not _is_whose(
            speaker[: mention.start], mention.name, words
        ):
            return mention
    return None


def names_several(speaker: str, words: QuoteWords) -> bool:
    """Whether another stands after a name: "Lee and Bo Dahl", but not "Chairman and author"."""
    parts = _PIECE.findall(speaker)
    return not words.capital_nouns and any(
        one[0].isupper() and words.flags(joint) & f.CONJUNCTION and not is_office(one, words)
        for one, joint in itertools.pairwise(parts)
    )


def _is_whose(before: str, name: str, words: QuoteWords) -> bool:
    """Whether a name after these words is but whose or of what somebody is: "a lawyer for".

    An office or a capitalised word between changes nothing, "the lawyer of Mayor"; any other noun,
    and a body, ends what is said of the office: "the minister for health", "the police". In a
    clause any preposition does as well: "the woman who was with".
    """
    parts = _PIECE.findall(_APART.split(before)[-1])
    if not parts:
        return False
    last = parts[-1]
    clause = next((parts[n:] for n, part in enumerate(parts) if _is_relative(part, words)), ())
    if clause and last not in words.scare_as:
        return any(words.flags(part) & (f.STOP | f.LINK) for part in clause)
    if words.genitive and words.flags(last) & f.ROLE and words.genitive.search(name.lower()):
        return True
    if words.flags(last) & f.DETERMINER and not words.flags(last) & f.LINK:
        return True
    link = max((n for n, p in enumerate(parts) if n and words.flags(p) & f.LINK), default=None)
    if link is None or last.lower() in words.organisations:
        return False
    return all(p[0].isupper() or words.flags(p) & NOT_NAMES for p in parts[link + 1 :])


def is_addressed(mention: Mention, at: int, words: QuoteWords) -> bool:
    """Whether a name behind the preposition that begins a sentence is not what a pronoun means.

    So in "Till Anna Berg sade hon": nothing but a verb stands between.
    """
    text = mention.text
    between = text[mention.end : at].split()
    *others, last = _SENTENCE.split(text[max(0, mention.start - _WIDE) : mention.start])
    before = _PIECE.findall(last) if others or mention.start <= _WIDE else []
    if not before or not all(words.flags(word) & _STANDS_BEFORE for word in before[1:]):
        return False
    if before[0].lower() in words.fronted:
        return len(between) <= _VERBS and all(words.flags(w) & (f.CUE | f.AUX) for w in between)
    return not between and bool(words.flags(before[0]) & (f.STOP | f.LINK))


def _is_relative(word: str, words: QuoteWords) -> bool:
    return words.flags(word) & (f.RELATIVE | f.DETERMINER) == f.RELATIVE


def head_of(speaker: str, words: QuoteWords) -> str:
    """The words for a speaker without apposition, clause, and what they are of or for.

    A small word between the parts of a name is one of its own: "Charles de Gaulle".
    """
    first = _APART.split(speaker)[0]
    parts = list(_PIECE.finditer(first))
    for one, link, other in zip(parts, parts[1:], (*parts[2:], None), strict=False):
        if _is_relative(link[0], words):
            return first[: link.start()]
        if not words.flags(link[0]) & f.LINK or link[0][0].isupper():
            continue
        named = other is not None and one[0][0].isupper() and other[0][0].isupper()
        small = link[0] in words.particles or f"{one[0]} {link[0]}".lower() in words.particles
        if not named or not small or is_office(one[0], words):
            return first[: link.start()]
    return first

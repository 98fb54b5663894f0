"""Full names of people in a text: capitalised words in a row that are no office and no body."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from newsmodel.quotes import flags as f
from newsmodel.quotes.sentences.tokens import leads_to_name
from newsmodel.quotes.words import SMALL, QuoteWords

__all__ = [
    "NOT_NAMES",
    "Mention",
    "fold",
    "has_title",
    "is_name",
    "is_office",
    "names_in",
    "names_nobody",
    "same_word",
]

_LETTERS = "".join(c for c in map(chr, range(0x41, 0x590)) if c.isupper())
_GAP = "[ \u00a0]"
NOT_NAMES = (
    f.DETERMINER
    | f.STOP
    | f.CONJUNCTION
    | f.TIME
    | f.PRONOUN
    | f.TITLE
    | f.ROLE
    | f.RELATIVE
    | f.ADVERB
)
_EMPTY = f.DETERMINER | f.STOP | f.CONJUNCTION | f.PRONOUN | f.OBJECT | f.RELATIVE
_OFFICES = f.TITLE | f.ROLE
_JOINED = f.CONJUNCTION | f.STOP
_NAMELESS = f.TITLE | f.ROLE | f.TIME
_FEWEST, _MOST = 2, 4
_BEFORE = 8
_ACRONYM = 5
_LONG = 10
_STEM = 4
_ENDING = 3


@attrs.frozen(kw_only=True, eq=False)
class Mention:
    """A full name where it stands; equal only to itself."""

    text: str = attrs.field(repr=False)
    """The text it stands in."""
    start: int
    """Where it begins."""
    end: int
    """Where it ends."""
    low: int = 0
    """Where the name before it ends."""

    @property
    def name(self) -> str:
        """The name, without what case endings a possessive adds."""
        return " ".join(self.text[self.start : self.end].split())


def names_in(text: str, words: QuoteWords) -> Iterator[Mention]:
    """The full names of people in a text, in order."""
    low = 0
    for match in _pattern(words).finditer(text):
        start = match.start()
        parts = [(start + m.start(), start + m.end()) for m in _PART.finditer(match[0])]
        parts[0] = _without_elision(parts[0], text, words)
        parts = _without_office(_without_body(parts, text, words), text, words)
        if len(parts) > 2:
            parts = _without_realm(parts, text, words)
        if _begins_falsely(parts, text, words):
            continue
        small = sum(text[a].isupper() for a, _ in parts)
        if not 2 <= small <= _MOST or any(_is_body(text[a:b], words) for a, b in parts):
            continue
        if _is_sentence(text, parts[0][0], parts[-1][1]):
            continue
        if len(parts) > small and _are_two([text[a:b] for a, b in parts], words):
            continue
        end = parts[-1][1] - _possessive(text[parts[-1][0] : parts[-1][1]], words)
        yield Mention(text=text, start=parts[0][0], end=end, low=low)
        low = end


def names_nobody(speaker: str, words: QuoteWords) -> bool:
    """Whether the words for a speaker are but small ones: "she", "which", "the two"."""
    return all(_is_empty(part, words) for part in _WORD.findall(speaker))


def is_name(speaker: str, words: QuoteWords) -> bool:
    """Whether the words for a speaker can be a name: all with capitals, more than an office.

    A word with a capital within a name is part of it, whatever it means in small letters; one that
    begins it may be an article. Where every noun has a capital none says so. In scripts without
    capitals any words may.
    """
    parts = _WORD.findall(speaker)
    if words.capital_nouns or not all(map(_is_part, parts)) or _are_two(parts, words):
        return False
    begins = not _is_empty(parts[0], words) or parts[0].lower() in words.given if parts else False
    return begins and not all(words.flags(part) & _OFFICES for part in parts)


def _is_part(part: str) -> bool:
    """Whether a word can be part of a name: with a capital, or a small word like "de", "d’"."""
    bare = _ELIDED.sub("", part)
    return not bare[0].islower() or bare in SMALL


def _are_two(parts: Sequence[str], words: QuoteWords) -> bool:
    """Whether a small word joins two names: "José y Pedro", but not "José Ortega y Gasset"."""
    joined = [n for n, p in enumerate(parts) if p.islower() and words.flags(p) & f.CONJUNCTION]
    return any(n < _FEWEST or n != len(parts) - 2 for n in joined)


def has_title(name: str, words: QuoteWords) -> bool:
    """Whether a name begins with a title, as only a person's does: "Mr Lee"."""
    first = _WORD.search(name)
    return first is not None and bool(words.flags(first[0]) & f.TITLE)


def _is_empty(part: str, words: QuoteWords) -> bool:
    empty = words.flags(part) & _EMPTY or part.lower() in words.forms
    return bool(empty) and not _is_acronym(part)


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Whether the words are a sentence of their own: "Schöne Worte!" is nobody."""
    before = text[max(0, start - 2) : start].strip()
    return text[end : end + 1] in ("!", "?") and (not before or not before[-1].isalnum())


_PART = re.compile(r"[^\s\u00a0]+")
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_ELIDED = re.compile(r"^[dl][’'](?=\w)")


@functools.lru_cache(maxsize=64)
def _pattern(words: QuoteWords) -> re.Pattern[str]:
    phrases = sorted(words.particles, key=len, reverse=True)
    small = "|".join(re.escape(p).replace("\\ ", _GAP) for p in phrases) or "(?!)"
    letters = r"[^\W\d_]+"
    word = (
        rf"(?:[{_LETTERS}](?:{letters}|[’'](?=[{_LETTERS}]){letters})(?:[’'-]{letters}){{0,3}}"
        rf"|[{_LETTERS}]\.)"
    )
    tails = (*words.contractions, *(ending.lstrip("’'") for ending in words.endings))
    whole = "".join(rf"(?<![’']{re.escape(tail)})" for tail in tails)  # none of "It’s", "Lee’s"
    return re.compile(rf"\b{word}(?:{whole}{_GAP}(?:(?:{small}){_GAP}){{0,1}}{word})+")


def _without_elision(part: tuple[int, int], text: str, words: QuoteWords) -> tuple[int, int]:
    """A part without the small word joined to it: "Lorsqu’Anne"; not without that of "D’Anna"."""
    start, end = part
    head, mark, _ = text[start:end].replace("’", "'").partition("'")
    elided = mark and head.lower() in words.elisions and words.flags(head) & _JOINED
    return (start + len(head) + 1, end) if elided else part


def _without_body(
    parts: list[tuple[int, int]], text: str, words: QuoteWords
) -> list[tuple[int, int]]:
    """The parts before the body somebody is of: "Jan Maier von der Universität Bonn"."""
    small = [n for n, (a, _) in enumerate(parts) if text[a].islower()]
    for n in small:
        after = next((p for p in parts[n:] if text[p[0]].isupper()), None)
        if after is not None and _is_body(text[slice(*after)], words):
            return parts[:n]
    return parts


def _without_office(
    parts: list[tuple[int, int]], text: str, words: QuoteWords
) -> list[tuple[int, int]]:
    """The parts after the last that names an office, a title, a body or a day."""
    for n in range(len(parts) - 1, -1, -1):
        part = text[slice(*parts[n])]
        named = n and not is_office(text[slice(*parts[n - 1])], words)
        within = named and n < len(parts) - 1 and _is_within(part, words)
        given = part.lower() in words.given and _is_given(part, text, parts, n, words)
        if part[0].isupper() and is_office(part, words) and not within and not given:
            body = _is_body(part, words) and n + 1 < len(parts)
            parts = [] if body else parts[n + 1 :]
            break
    while parts and not text[parts[0][0]].isupper():
        parts = parts[1:]
    first = text[slice(*parts[0])].lower() if parts else ""
    if first in words.particles and first in words.fronted:
        parts = parts[1:]  # "Von Anna Lehm", and "Von Lehm" without a given name
    elif len(parts) > _FEWEST and words.flags(first or "-") & f.LINK and first not in SMALL:
        parts = parts[1:]  # "To Ann Lee"
    if words.capital_nouns:
        while len(parts) > 2 and _is_compound(text[slice(*parts[0])]):
            parts = parts[1:]
    while len(parts) > 2 and _is_acronym(text[slice(*parts[0])]):
        parts = parts[1:]
    return parts


def _is_within(part: str, words: QuoteWords) -> bool:
    """Whether a small word with a capital belongs to the names around it: "Marine Le Pen".

    In English it may as well be one of a headline: "Ann Lee And Bo Dahl".
    """
    small = not words.flags(part) & _NAMELESS and not _is_body(part, words)
    return small and (words.inverted or part.lower() in SMALL)


def _is_given(
    part: str, text: str, parts: Sequence[tuple[int, int]], n: int, words: QuoteWords
) -> bool:
    """Whether a small word with a capital begins a name; in English an article may begin a text.

    A month does behind what leads to a name, an office or a verb, and ends one behind another
    part; else it is a month, and so is a day that begins a sentence: "Domenica Anna Neri".
    """
    before = text[: parts[n][0]]
    if not words.flags(part) & f.TIME:
        return n == 0 and (words.inverted or before[-2:-1].islower())
    if n and n + 1 == len(parts) and not words.capital_nouns:
        dated = text[parts[n][1] : parts[n][1] + 2].strip()[:1].isdigit()
        return not dated and not is_office(text[slice(*parts[n - 1])], words)
    last = _LAST_WORD.search(before, max(0, len(before) - _LONGEST))
    if last is not None:
        return leads_to_name(last[1], words)
    day = part.lower() in words.days and n + _FEWEST < len(parts)
    return not day and not _DATE.search(before, max(0, len(before) - _LONGEST))


def _without_realm(
    parts: list[tuple[int, int]], text: str, words: QuoteWords
) -> list[tuple[int, int]]:
    """The parts without the place or body an office is held in: "мер Києва Іван Зразок".

    Nor with the name of another, which stands before: "Речник Олени Марчук Іван Зразок".
    """
    if not words.patronymics:
        return parts
    last = " ".join(text[slice(*part)] for part in parts[-_FEWEST:])
    whole = _FEWEST + any(ending.rstrip("а") in last for ending in words.patronymics)
    names = [n for n, (start, _) in enumerate(parts) if text[start].isupper()]
    person = parts[names[-whole:][0] :]
    if len(names) > whole + 1:
        return person
    before = _LAST_WORD.search(text, max(0, parts[0][0] - _LONGEST), parts[0][0])
    held = before and (words.flags(before[1]) & (f.ROLE | f.STOP) or _is_acronym(before[1]))
    if held or len(names) <= whole or not words.genitive:
        return person if held else parts
    theirs = " ".join(text[slice(*part)] for part in parts[:_FEWEST]).lower()
    return [] if words.genitive.search(theirs) else parts  # "запитання Олени Марчук Коваль"


def _begins_falsely(parts: Sequence[tuple[int, int]], text: str, words: QuoteWords) -> bool:
    """Whether the first word of a sentence is none of a name: "Visiting Kyiv, Lee said".

    Where no words are kept for a language a name of three may as well be one of two: "Ontem Ana
    Gil", but not before a colon.
    """
    if not parts or not _is_first(text, parts[0][0]):
        return (
            words.oblique is not None
            and len(parts) == _FEWEST
            and _is_led(text, parts[0][0], words)
        )
    first = text[slice(*parts[0])].lower()
    if words.participle_endings and first.endswith(words.participle_endings):
        return first not in words.given
    return not words.verbs and len(parts) > _FEWEST and text[parts[-1][1] : parts[-1][1] + 1] != ":"


def _is_led(text: str, start: int, words: QuoteWords) -> bool:
    """Whether the preposition that begins a sentence stands before a name: "У Києві Коваль"."""
    before = _LAST_WORD.search(text, max(0, start - _LONGEST), start)
    return before is not None and before[1][0].isupper() and bool(words.flags(before[1]) & f.STOP)


def _is_first(text: str, start: int) -> bool:
    """Whether a word begins a sentence."""
    before = text[max(0, start - _BEFORE) : start].rstrip(' \u00a0«„“”"–—-')
    return not before or before[-1] in ".!?:…\n"


_LAST_WORD = re.compile(r"([^\W\d_]+)\s$")
_DATE = re.compile(r"\b\d{1,2}\.?\s$")
_LONGEST = 40


def is_office(part: str, words: QuoteWords) -> bool:
    """Whether a word is an office, a title, a day, or another that is no name."""
    return any(words.flags(piece) & NOT_NAMES for piece in part.rstrip(".").split("-") if piece)


def _is_compound(part: str) -> bool:
    """Whether a part looks like a noun before a name: "Vereins-Sprecher"."""
    return "-" in part[3:] or len(part) > _LONG or not part[0].isupper()


def _is_acronym(part: str) -> bool:
    return part.isupper() and 1 < len(part) <= _ACRONYM and "." not in part


def _is_body(part: str, words: QuoteWords) -> bool:
    return part.lower().rstrip(".") in words.organisations or (part.isupper() and len(part) > 2)


def _possessive(part: str, words: QuoteWords) -> int:
    """How many letters of a word are its possessive ending."""
    for ending in ("’s", "'s", "’", "'"):
        if part.endswith(ending) and not words.inflected:
            return len(ending)
    return 0


def fold(word: str) -> str:
    """A word for comparison: small, without a possessive ending."""
    word = word.lower().replace("’", "'").rstrip(".")
    return word.removesuffix("'s").rstrip("'")


def same_word(one: str, other: str, *, inflected: bool) -> bool:
    """Whether two folded words are the same, or the same but for an ending of case."""
    if one == other or not inflected:
        return one == other
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= _STEM and max(len(one), len(other)) - shared <= _ENDING

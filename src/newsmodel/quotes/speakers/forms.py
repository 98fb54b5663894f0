"""What the endings of a name tell where names are declined: whose it is, and its case."""

from __future__ import annotations

import re

from newsmodel.quotes import flags as f
from newsmodel.quotes.found import FoundQuote
from newsmodel.quotes.words import QuoteWords

__all__ = ["gender_of", "is_but_whose"]

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")

_VOWELS = tuple("аяуюиіїыоеє")
_ADJECTIVES = ("ої", "ой", "ого", "его")


def gender_of(name: str, words: QuoteWords) -> str:
    """``m`` or ``f`` where the form of a full name tells: "Олена Марчук", "Петра Коваля"."""
    name = name.lower()
    if words.womans_name and words.womans_name.search(name):
        return "f"
    return "m" if words.mans_name and words.mans_name.search(name) else ""


def _is_genitive(part: str, known: str) -> bool:
    """Whether a part of a name is the genitive of the one known: "Олени" of "Олена"."""
    part, known = part.lower(), known.lower()
    if part == known:
        return False
    if part.endswith(_ADJECTIVES):
        return True
    if part.endswith(("а", "я")):
        return known.endswith("о") or not known.endswith(_VOWELS)
    return part.endswith(("и", "ы", "ії"))


def is_but_whose(quote: FoundQuote, person: str, words: QuoteWords) -> bool:
    """Whether the subject of a verb is an office with the person's name in the genitive behind it.

    "Адвокат Олени Марчук" is not she; after "за словами" the office would be declined as well.
    """
    if not words.patronymics or not words.flags(quote.cue or "-") & f.CUE:
        return False
    parts = _WORD.findall(re.split(r"[,(]", quote.speaker or "")[0])
    first = next((n for n, part in enumerate(parts) if n and part[0].isupper()), 0)
    if not first or not words.flags(parts[first - 1]) & f.ROLE:
        return False
    name, known = parts[first:], person.split()
    if len(name) > len(known) and name[-len(known) :] == known:
        return False
    if len(name) == 1:
        return _is_genitive(name[0], known[-1])
    if words.genitive and words.genitive.search(" ".join(name).lower()):
        return True
    return len(name) == len(known) and _is_genitive(name[0], known[0])

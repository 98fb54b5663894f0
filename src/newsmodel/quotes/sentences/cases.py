"""Names in a case that is no subject's, in languages that decline them."""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel.quotes import flags as f
from newsmodel.quotes.sentences.tokens import Token
from newsmodel.quotes.words import QuoteWords

__all__ = ["dative", "is_foreign", "is_oblique", "last_name", "oblique_after"]

Range = tuple[int, int]

_OFFICE = f.ROLE | f.TITLE
_FULL, _MOST = 2, 3
_ENDING = 6
_AHEAD, _LONGEST = 5, 60
_PLURAL_NOUNS = ("и", "і", "ї", "ы")
_NOT_DECLINED = "\u0400"
"""A name in Latin letters keeps its form."""


def is_oblique(tokens: Sequence[Token], place: Range, verb: Token, words: QuoteWords) -> bool:
    """Whether the words before or after a verb are but a name that is no subject of it."""
    start, end = place
    if words.oblique is None or not all(map(_is_name, tokens[start:end])):
        return False
    name = [token.text for token in tokens[start:end]]
    if words.oblique.search(" ".join(name).lower()):
        return True
    joined = tokens[max(0, start - 1)], tokens[min(len(tokens) - 1, end)]
    led = joined[0].flags & (f.STOP | f.LINK)
    alone = words.told_surname and not led and words.told_surname.search(name[-1].lower())
    return bool(
        (len(name) > 1 or alone)
        and verb.text.endswith(words.plural_endings)
        and not name[-1].endswith(_PLURAL_NOUNS)
        and not any(part.isupper() for part in name)
        and not any(t.flags & f.CONJUNCTION or t.text == "," for t in joined)
    )


def dative(phrase: Sequence[Token], words: QuoteWords) -> int:
    """How many words begin a phrase that are an article and a noun it shows is no subject."""
    if words.dative is None:
        return 0
    text = " ".join(token.text[:_LONGEST].lower() for token in phrase[:_AHEAD])
    match = words.dative.match(text)
    return len(match[0].split()) if match else 0


def is_foreign(tokens: Sequence[Token], place: Range, verb: Token, words: QuoteWords) -> bool:
    """Whether words that look declined may be a name that is the subject of a verb in the singular.

    So "Раду Зразок заявив", where nobody else does: "Анну Коваль назвав" another.
    """
    start, end = place
    while end > start + _FULL and not _is_name(tokens[end - 1]):
        end -= 1
    name = " ".join(token.text.lower() for token in tokens[start : min(end, start + _FULL)])
    return (
        words.foreign_name is not None
        and all(map(_is_name, tokens[start : min(end, start + _FULL)]))
        and not verb.text.endswith(words.plural_endings)
        and words.foreign_name.search(name) is not None
    )


def oblique_after(tokens: Sequence[Token], verb: int, at: int, high: int, words: QuoteWords) -> int:
    """How many words from a token on are a name that is no subject: the one spoken to."""
    if words.oblique is None:
        return 0
    end = at
    while end < high and _is_name(tokens[end]):
        end += 1
    if end - at > _MOST:
        return end - at - _size(tokens, end, words)
    most = _FULL + (at + 1 < end and _is_fathers(tokens[at + 1], words))
    sizes = range(min(most, end - at), 0, -1)
    told = (n for n in sizes if is_oblique(tokens, (at, at + n), tokens[verb], words))
    return next(told, 0)


def last_name(tokens: Sequence[Token], start: int, at: int, words: QuoteWords) -> int:
    """Where the last of the names that stand in a row begins, with its office; else ``start``.

    So in "На прохання Олени Марчук Іван Коваль", not in "Речник Олени Марчук Іван Коваль". A word
    behind the preposition that begins a phrase is a place's: "У Києві Коваль".
    """
    if words.oblique is None or start >= at:
        return start
    led = bool(tokens[start].flags & (f.STOP | f.LINK))
    if not led and any(token.flags & _OFFICE for token in tokens[start:at]):
        return start
    first = at + 1
    while first > start and _is_name(tokens[first - 1]):
        first -= 1
    size = at + 1 - first
    keep = _size(tokens, at + 1, words) - (led and first == start + 1 and size == _FULL)
    named = " ".join(token.text.lower() for token in tokens[first : first + _FULL])
    if led and size == _MOST == keep + 1 and words.genitive and words.genitive.search(named):
        return at  # "На прохання Олени Марчук Коваль"
    if size > keep and (led or size > _MOST):
        return at + 1 - keep
    while start < first <= at and tokens[first - 1].flags & _OFFICE:
        first -= 1
    return first if led and first <= at else start


def _size(tokens: Sequence[Token], end: int, words: QuoteWords) -> int:
    """How many words the full name has that ends before a token."""
    return _FULL + any(_is_fathers(token, words) for token in tokens[end - _FULL : end])


def _is_fathers(token: Token, words: QuoteWords) -> bool:
    """Whether a name tells the father's, in whatever case: "Петрович", "Петровичу"."""
    return any(ending.rstrip("а") in token.text[-_ENDING:] for ending in words.patronymics)


def _is_name(token: Token) -> bool:
    return (
        bool(token.flags & f.CAPITAL)
        and token.text[0] >= _NOT_DECLINED
        and not token.flags & (_OFFICE | f.STOP | f.LINK | f.TIME | f.DETERMINER | f.PRONOUN)
    )

"""The words of a speaker after a verb: "Ann Lee, a lawyer" in "said Ann Lee, a lawyer"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from newsmodel.quotes import flags as f
from newsmodel.quotes.sentences.cases import dative, is_foreign, oblique_after
from newsmodel.quotes.sentences.tokens import Token
from newsmodel.quotes.words import QuoteWords

__all__ = ["EDGE", "HEADS", "LONGEST", "after", "is_name_like"]

Range = tuple[int, int]

LONGEST = 40
_NEAR = 5
_FULL = 2
EDGE = f.CONJUNCTION | f.RELATIVE | f.PRONOUN | f.OBJECT | f.QUOTE
HEADS = f.CAPITAL | f.DETERMINER | f.ROLE | f.TITLE
_NO_NAME = f.TIME | f.PRONOUN | f.RELATIVE | f.STOP | f.LINK | f.CONJUNCTION | f.DETERMINER
_CLOSING = ",:;.()—–"


def is_name_like(token: Token) -> bool:
    """Whether a token can be part of a name: a capital, and no day or month."""
    return bool(token.flags & f.CAPITAL) and not token.flags & _NO_NAME


def after(
    tokens: Sequence[Token], verb: int, high: int, words: QuoteWords, *, said: bool = False
) -> Range | None:
    """The subject that begins after a verb: "Ann Lee, a lawyer" in "said Ann Lee, a lawyer".

    Args:
        tokens: the tokens.
        verb: the place of the verb, or of what stands for it, such as "according to".
        high: where the sentence ends.
        words: the words of its language.
        said: whether it is a verb, behind which whom it was said to may stand.
    """
    found = _phrase(tokens, _to_subject(tokens, verb, high, words, said=said), high, words)
    if found or not said or words.oblique is None:
        return found
    plain = _phrase(tokens, _to_subject(tokens, verb, high, words, said=False), high, words)
    return plain if plain and is_foreign(tokens, plain, tokens[verb], words) else None


def _phrase(tokens: Sequence[Token], at: int, high: int, words: QuoteWords) -> Range | None:
    """The noun phrase or the pronoun that begins at a token and can be a subject."""
    if at >= high:
        return None
    token = tokens[at]
    if token.flags & f.PRONOUN and not token.flags & f.DETERMINER:
        return at, at + 1
    if token.flags & f.TIME or (token.flags & (f.CONJUNCTION | f.STOP) and not token.flags & HEADS):
        return None
    if not token.flags & f.WORD or not (token.flags & HEADS or _name_ahead(tokens, at, high)):
        return None
    end = _rightmost(tokens, at, high, words)
    return (at, end) if _has_head(tokens[at:end]) else None


def _to_subject(
    tokens: Sequence[Token], verb: int, high: int, words: QuoteWords, *, said: bool
) -> int:
    """Past what may stand between a verb and its subject: "sagte am Montag die Ministerin"."""
    at = verb + 1
    while at < high:
        flags = tokens[at].flags
        following = tokens[at + 1].flags if at + 1 < high else 0
        if words.inverted and flags & f.TIME:
            at += 1
        elif words.inverted and following & f.TIME and flags & (f.STOP | f.DETERMINER):
            at += 2
        elif words.inverted and (
            told := _addressee(tokens, at, high, words)
            or (said and oblique_after(tokens, verb, at, high, words))
        ):
            at += told
        elif flags & f.SKIPPED and not flags & HEADS:
            at += 1
        else:
            break
    return at


def _addressee(tokens: Sequence[Token], at: int, high: int, words: QuoteWords) -> int:
    """How many words say to whom or where it was said: "сказала журналістам Ольга"."""
    for row in words.media_rows.get(tokens[at].text.lower(), ()):
        texts = [token.text.lower() for token in tokens[at : min(high, at + len(row))]]
        if texts == list(row):
            return len(row)
    flags = tokens[at].flags
    return int(bool(flags & f.OBJECT) and not flags & (f.CAPITAL | f.DETERMINER))


def _name_ahead(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Whether a name comes within a few words: "conservative host Ann Lee"."""
    for n in range(at, min(high, at + 6)):
        if not tokens[n].flags & f.WORD or tokens[n].flags & (EDGE | f.STOP | f.TIME | f.CUE):
            return False
        if is_name_like(tokens[n]):
            return True
    return False


def _has_head(tokens: Sequence[Token]) -> bool:
    """Whether a phrase is more than an article or a day."""
    return any(
        (t.flags & f.WORD and not t.flags & (f.DETERMINER | f.TIME | f.LINK)) or t.flags & f.ROLE
        for t in tokens
    )


def _rightmost(tokens: Sequence[Token], start: int, high: int, words: QuoteWords) -> int:
    """Where the noun phrase that begins at a token ends, its appositions included."""
    n = start
    comma = 0
    while n < min(high, start + LONGEST):
        token = tokens[n]
        if token.flags & f.QUOTE:
            n = comma or n
            break
        if token.text == "(":
            n = _closing(tokens, n, high) + 1
            continue
        if token.flags & f.POINT and token.text not in "'’&/":
            if token.text != "," or not _goes_on(tokens, n + 1, high):
                break
            if not _is_closed(tokens, n + 1, high):
                break
            comma = n
        elif _breaks(tokens, n, start, high, tail=comma > 0) or (
            not comma and _is_told(tokens, start, n, high, words)
        ):
            break
        n += 1
    while (
        n > start + 1
        and tokens[n - 1].flags & (f.POINT | f.LINK | f.SKIPPED)
        and (tokens[n - 1].text != ")" and not tokens[n - 1].flags & f.CAPITAL)
    ):
        n -= 1
    return n


def _closing(tokens: Sequence[Token], at: int, high: int) -> int:
    for n in range(at + 1, min(high, at + LONGEST)):
        if tokens[n].text == ")":
            return n
    return at


def _breaks(tokens: Sequence[Token], n: int, start: int, high: int, *, tail: bool) -> bool:
    """Whether a word ends the phrase: what is said of the saying begins."""
    flags = tokens[n].flags
    if n == start or flags & (f.ROLE | f.TITLE):
        return False
    if tail:
        return bool(flags & f.GERUND) and tokens[n - 1].text == ","
    if flags & f.IMPERSONAL or (flags == f.WORD and _ends_name(tokens, n, high)):
        return True  # "Ann Lee heißt es", "Ann Lee gab bekannt": the verb of the clause
    if flags & f.CONJUNCTION:
        return not (_joins(tokens, n))
    if flags & f.LINK and tokens[n - 1].flags & f.ROLE:
        return False
    if flags & f.RELATIVE:
        return False
    if flags & f.OBJECT and not flags & f.DETERMINER:
        return True
    if flags & f.PRONOUN and not flags & f.DETERMINER:
        return True
    if flags & (f.AUX | f.DETERMINER) and not flags & (f.LINK | f.CAPITAL | f.ADVERB):
        return is_name_like(tokens[n - 1]) or bool(flags & f.AUX)
    return bool(flags & (f.STOP | f.TIME | f.GERUND)) and not (
        flags & f.CAPITAL and tokens[n - 1].flags & f.CAPITAL and not flags & f.TIME
    )


def _is_told(tokens: Sequence[Token], start: int, n: int, high: int, words: QuoteWords) -> bool:
    """Whether whom it is said to begins: "le ministre à Anne Roux", "Lehm der Zeitung"."""
    if words.dative and n > start and all(map(is_name_like, tokens[start:n])):
        office = tokens[n - 1].flags & f.ROLE or tokens[n - 1].text.lower() in words.organisations
        told = dative(tokens[n : min(high, n + _NEAR)], words)
        return (
            not office and told > 0 and not (n == start + 1 and _names(tokens, n + told, high) > 1)
        )
    return tokens[n].text.lower() in words.addressing and _names(tokens, n + 1, high) == _FULL


def _names(tokens: Sequence[Token], at: int, high: int) -> int:
    """How many words that can be of a name stand in a row, of the first three."""
    row = (is_name_like(token) for token in tokens[at : min(high, at + _FULL + 1)])
    return sum(1 for _ in takewhile(bool, row))


def _ends_name(tokens: Sequence[Token], n: int, high: int) -> bool:
    """Whether a word follows a name ("Lee gab") and stands in none ("Lavori pubblici Neri")."""
    return is_name_like(tokens[n - 1]) and not (n + 1 < high and is_name_like(tokens[n + 1]))


def _joins(tokens: Sequence[Token], n: int) -> bool:
    """Whether a conjunction joins two names or nouns of one phrase."""
    if n + 1 >= len(tokens) or tokens[n].text.lower() == "that":
        return False
    return is_name_like(tokens[n - 1]) and is_name_like(tokens[n + 1])


def _goes_on(tokens: Sequence[Token], n: int, high: int) -> bool:
    """Whether an apposition follows a comma."""
    if n >= high or not tokens[n].flags & f.WORD:
        return False
    flags = tokens[n].flags
    if flags & f.DETERMINER and n + 1 < high and tokens[n + 1].flags & f.AUX:
        return False  # "according to Ann Lee, this is …"
    if flags & f.ADVERB and n + 1 < high:
        flags = tokens[n + 1].flags & (f.DETERMINER | f.ROLE)
    if flags & (f.ROLE | f.DETERMINER | f.RELATIVE | f.NUMBER | f.TITLE):
        return True
    if flags & f.LINK and n + 1 < high and is_name_like(tokens[n + 1]):
        return not flags & f.STOP
    if not flags or flags & (f.CUE | f.CONJUNCTION | f.STOP | f.SKIPPED | f.PRONOUN | f.TIME):
        return False
    return bool(flags & f.CAPITAL) or _role_ahead(tokens, n, high)


def _is_closed(tokens: Sequence[Token], n: int, high: int) -> bool:
    """Whether an apposition ends before a quotation, as none does in "Lee, the ferry is “…”"."""
    if high == len(tokens) or not tokens[high].flags & f.QUOTE:
        return True
    return any(token.flags & f.POINT and token.text in _CLOSING for token in tokens[n:high])


def _role_ahead(tokens: Sequence[Token], n: int, high: int) -> bool:
    """Whether the noun of one who speaks comes before the next comma: "senior policy adviser"."""
    for token in tokens[n : min(high, n + _NEAR)]:
        if token.flags & (f.POINT | f.QUOTE | f.CUE):
            return False
        if token.flags & f.ROLE:
            return True
    return False

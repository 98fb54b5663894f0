"""The words of a speaker before a verb: "Ann Lee, a lawyer," in "Ann Lee, a lawyer, said"."""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel.quotes import flags as f
from newsmodel.quotes.sentences.cases import last_name
from newsmodel.quotes.sentences.phrases import EDGE, HEADS, LONGEST
from newsmodel.quotes.sentences.tokens import Token
from newsmodel.quotes.words import QuoteWords

__all__ = ["before"]

Range = tuple[int, int]


def before(tokens: Sequence[Token], low: int, verb: int, words: QuoteWords) -> Range | None:
    """The subject that ends before a verb, its appositions included; None without one."""
    at = _past_adverbials(tokens, low, verb - 1)
    if at < low:
        return None
    token = tokens[at]
    if token.flags & (f.PRONOUN | f.RELATIVE) and not token.flags & f.DETERMINER:
        return at, at + 1
    if token.flags & f.POINT:
        return _past_apposition(tokens, low, at, words) if token.text in ",)—–" else None
    if token.flags & (EDGE | f.LINK | f.STOP | f.CUE) and not _is_noun(token):
        return None
    start = _leftmost(tokens, low, at, words)
    if start > at or _is_verbal(tokens, low, start, at):
        return None
    return _antecedent(tokens, low, start, words), at + 1


def _antecedent(tokens: Sequence[Token], low: int, start: int, words: QuoteWords) -> int:
    """Where the noun begins whose clause ends with these words: "A man who was at the ferry"."""
    if start <= low or not tokens[start - 1].flags & (f.STOP | f.LINK):
        return start
    for n in range(start - 2, max(low, start - LONGEST), -1):
        if tokens[n].flags & (f.POINT | f.QUOTE | f.CONJUNCTION | f.CUE):
            break
        if tokens[n].flags & f.RELATIVE and tokens[n + 1].flags & f.AUX:
            return min(start, _leftmost(tokens, low, n - 1, words))
    return start


def _is_verbal(tokens: Sequence[Token], low: int, start: int, at: int) -> bool:
    """Whether small words after an auxiliary or a participle are no noun phrase."""
    after_aux = start > low and tokens[start - 1].flags & f.AUX
    if any(t.flags & HEADS for t in tokens[start : at + 1]):
        return bool(after_aux) and not tokens[start].flags & HEADS
    return start == low or bool(tokens[start - 1].flags & (f.AUX | f.CUE | f.POINT | f.QUOTE))


def _past_adverbials(tokens: Sequence[Token], low: int, at: int) -> int:
    """Past the words that may stand between a subject and its verb: "has", "later", "on Monday"."""
    while at >= low and not _is_noun(tokens[at]):
        flags = tokens[at].flags
        if flags & f.SKIPPED or (flags & f.OBJECT and flags & f.DETERMINER):
            at -= 1
        elif flags & f.TIME:
            at -= 1
            if at >= low and tokens[at].flags & f.STOP:
                at -= 1
        else:
            break
    return at


def _is_noun(token: Token) -> bool:
    """Whether a word of the lists is nevertheless a name or the noun of one who speaks."""
    return bool(token.flags & f.ROLE)


def _leftmost(tokens: Sequence[Token], low: int, at: int, words: QuoteWords) -> int:
    """Where the noun phrase that ends with a token begins."""
    start = at + 1
    n = at
    while n >= max(low, at - LONGEST):
        token = tokens[n]
        if token.text == ")":
            n = _opening(tokens, low, n) - 1
            continue
        if _bounds(token, last=n == at):
            break
        start = n
        n -= 1
    while start < at and tokens[start].flags & f.SKIPPED and not tokens[start].flags & HEADS:
        start += 1
    last = last_name(tokens, start, at, words)
    return last if last > start else _without_adverbial(tokens, start, at, words)


def _bounds(token: Token, *, last: bool) -> bool:
    flags = token.flags
    if flags & f.POINT:
        return token.text not in "'’&“”\"/"
    if flags & f.TIME and not last:
        return True
    if flags & f.DETERMINER:
        return False
    if flags & EDGE:
        return not (flags & f.ROLE)
    if flags & f.AUX and not flags & (f.LINK | f.CAPITAL):
        return True
    return bool(flags & f.CUE) and not flags & (f.ROLE | f.CAPITAL | f.NOUN)


def _without_adverbial(tokens: Sequence[Token], start: int, at: int, words: QuoteWords) -> int:
    """Past "In Ohio" before "the governor": a phrase that begins with a preposition is none."""
    if start >= at or not tokens[start].flags & (f.STOP | f.LINK):
        return start
    if tokens[start].flags & HEADS & ~f.CAPITAL:
        return start
    n = at
    while n > start and tokens[n].flags & f.CAPITAL:
        n -= 1
    if n < at and n > start and not tokens[n].flags & (HEADS | f.LINK):
        return n + 1
    for n in range(at, start + 1, -1):
        if tokens[n].flags & (f.DETERMINER | f.TITLE):
            return n
    names = [n for n in range(start + 1, at + 1) if tokens[n].flags & f.CAPITAL]
    if words.inflected and any(t.flags & (f.CAPITAL | f.ROLE) for t in tokens[start + 1 : at + 1]):
        return start + 1
    if len(names) < 2:
        return at + 1
    return names[1] if names[0] == start + 1 else names[0]


def _opening(tokens: Sequence[Token], low: int, at: int) -> int:
    """The bracket that a closing one belongs to."""
    for n in range(at - 1, max(low, at - LONGEST) - 1, -1):
        if tokens[n].text == "(":
            return n
    return at


def _past_apposition(
    tokens: Sequence[Token], low: int, comma: int, words: QuoteWords
) -> Range | None:
    """The subject before an apposition, with it: the verb follows a comma."""
    end = comma if tokens[comma].text != ")" else comma + 1
    at = comma - 1 if tokens[comma].text != ")" else _opening(tokens, low, comma) - 1
    nothing_but_tail = tokens[comma].text != ")"
    for _ in range(5):
        if at < low or tokens[at].flags & f.QUOTE:
            return None
        begin = _chunk(tokens, low, at)
        edge = begin > low and tokens[begin - 1].text in ",—–"
        if edge and nothing_but_tail and _is_tail(tokens, begin, at, low):
            at = begin - 2
            nothing_but_tail = True
            if tokens[at].text == ",":
                at -= 1
            continue
        break
    if at < low or (tokens[at].flags & (f.QUOTE | f.POINT) and tokens[at].text != ")"):
        return None
    if tokens[at].flags & f.PRONOUN and not tokens[at].flags & f.DETERMINER:
        return at, at + 1
    start = _leftmost(tokens, low, at, words)
    if start > at or not any(
        t.flags & (f.CAPITAL | f.ROLE | f.DETERMINER) for t in tokens[start : at + 1]
    ):
        return None
    return start, end


def _chunk(tokens: Sequence[Token], low: int, at: int) -> int:
    """Where the words between two commas begin."""
    n = at
    while n > low and n > at - LONGEST:
        opening = _opening(tokens, low, n) if tokens[n].text == ")" else n
        if opening < n:
            n = opening
            continue
        if tokens[n - 1].flags & f.QUOTE or (
            tokens[n - 1].flags & f.POINT and (tokens[n - 1].text in ",;:—–.?!…")
        ):
            break
        n -= 1
    return n


def _is_tail(tokens: Sequence[Token], begin: int, at: int, low: int) -> bool:
    """Whether words between commas belong to the name before: "a Republican", "45", "Texas"."""
    first = tokens[begin].flags
    if not first & f.CAPITAL or first & (f.DETERMINER | f.LINK | f.STOP | f.RELATIVE):
        return True
    previous = _chunk(tokens, low, begin - 2) if begin - 2 >= low else begin
    inside = any(t.flags & (f.LINK | f.STOP) for t in tokens[previous : begin - 1])
    return (at - begin < 2 and inside) or any(t.flags & f.ROLE for t in tokens[begin : at + 1])

"""The words around quotations, token by token, and the sentences they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs

from newsmodel.quotes import flags as f
from newsmodel.quotes.spans.marked import Span
from newsmodel.quotes.words import QuoteWords

__all__ = ["Sentence", "Token", "leads_to_name", "sentences", "tokenise"]


class Token(NamedTuple):
    """A word, a punctuation mark, or a whole quoted span."""

    start: int
    """Where it begins in the text."""
    end: int
    """Where it ends."""
    text: str
    """The word or mark; "" for a quoted span."""
    flags: int
    """What it can be: bits of `newsmodel.quotes.flags`."""
    quote: int = -1
    """The number of the quoted span."""


@attrs.frozen(kw_only=True)
class Sentence:
    """One sentence of a paragraph that holds a quotation."""

    tokens: Sequence[Token]
    """The tokens of the paragraph."""
    low: int
    """The first token of the sentence."""
    high: int
    """The token after its last."""
    words: QuoteWords
    """The words of its language."""


_TOKEN = re.compile(
    r"(?:[^\W_]+-)?(?:[^\W\d_]\.){2,}|\.\.\.|--|[^\W_]+(?:(?:[’'ʼ&/-]|\.(?=[a-z\d]))[^\W_]+)*[’'](?=\s[^\W\d_])"
    r"|[^\W_]+(?:(?:[’'ʼ&/-]|\.(?=[a-z\d]))[^\W_]+)*(?:-(?=,\s|\s(?:und|oder|och|eller)\s))?|[^\s_]"
)
_NO_STOP = re.compile(r"\.(?:[),;:]|\s[a-zß-öø-ÿа-яёіїєґ])")
_ENDS = frozenset(".?!…") | {"...", "。"}
_BREAKS = frozenset(";") | _ENDS
_LEADS = f.CUE | f.ROLE | f.TITLE | f.LINK | f.BY | f.CONJUNCTION
_NO_SURNAME = f.TIME | f.TITLE | f.ROLE
_NO_NAME = f.TIME | f.DETERMINER | f.STOP | f.LINK | f.CONJUNCTION | f.PRONOUN | f.ADVERB
_SUBJECT = f.CAPITAL | f.ROLE | f.TITLE | f.PRONOUN
_AHEAD = 14
_NAME = 8
_LONGEST = 400


def tokenise(
    text: str, place: tuple[int, int], spans: Sequence[Span], first: int, words: QuoteWords
) -> list[Token]:
    """The tokens of a paragraph whose quoted spans are ``spans``, numbered from ``first``."""
    start, end = place
    tokens: list[Token] = []
    for number, span in enumerate(spans, first):
        begin, stop = span.outer
        tokens.extend(_words(text, start, begin, words))
        name = text[span.start : span.end] if tokens and _takes_name(tokens, words) else ""
        if name[:1].isupper() and name[-1:].isalnum() and name.count(" ") < _NAME:
            tokens.append(Token(begin, stop, name, f.WORD | f.CAPITAL))
        else:
            tokens.append(Token(begin, stop, "", f.QUOTE, number))
        start = stop
    tokens.extend(_words(text, start, end, words))
    return _with_particles(_with_given(tokens, words), words)


def _with_given(tokens: list[Token], words: QuoteWords) -> list[Token]:
    """The tokens; a month that is a name is one: "said April Lee", "Ann May said"."""
    for n, token in enumerate(tokens):
        month = token.flags & f.TIME and token.flags & f.CAPITAL
        if month and token.text.lower() in words.given and _is_name(tokens, n, words):
            tokens[n] = token._replace(flags=f.WORD | f.CAPITAL)
    return tokens


def _with_particles(tokens: list[Token], words: QuoteWords) -> list[Token]:
    """The tokens; small words within a name are but that: "Ana de Castro", "Von der Leyen"."""
    for n, token in enumerate(tokens):
        for row in words.particle_rows.get(token.text.lower(), ()):
            end = n + len(row)
            if tuple(t.text.lower() for t in tokens[n:end]) == row and _in_name(
                tokens, n, end, words
            ):
                kept = f.WORD | f.LINK if token.text.islower() else f.WORD | f.CAPITAL
                for m in range(n, end):
                    tokens[m] = tokens[m]._replace(flags=tokens[m].flags & kept | f.PARTICLE)
                break
    return tokens


def _in_name(tokens: Sequence[Token], n: int, end: int, words: QuoteWords) -> bool:
    """Whether a surname follows small words that stand behind a name or begin a sentence.

    Those that begin one may be a preposition: only with a verb behind the surname, and none that
    goes with it, they are none.
    """
    if end >= len(tokens) or not _is_surname(tokens[end], words):
        return False
    if not tokens[n].flags & f.CAPITAL:
        return n > 0 and _is_surname(tokens[n - 1], words)
    first = n == 0 or bool(tokens[n - 1].flags & (f.POINT | f.QUOTE))
    verb = tokens[end + 1] if end + 1 < len(tokens) else tokens[end]
    if not first or tokens[n].text.lower() not in words.fronted or not verb.flags & (f.CUE | f.AUX):
        return False
    following = tokens[end + 2].flags if end + 2 < len(tokens) else f.POINT
    if end == n + 1 and following & _SUBJECT and not following & f.DETERMINER:
        return False  # "Von Lehm sagte Kos": only "Von der Au" is sure to be a name
    return not (
        verb.flags & (f.IMPERSONAL | f.CAPITAL)
        or verb.text.lower() in words.passive
        or verb.text.lower() in words.about
    )


def _is_surname(token: Token, words: QuoteWords) -> bool:
    named = token.flags & f.CAPITAL and not token.flags & (_NO_NAME | f.TITLE | f.ROLE)
    body = token.text.isupper() or token.text.lower() in words.organisations
    return bool(named) and not body


def _is_name(tokens: Sequence[Token], n: int, words: QuoteWords) -> bool:
    """Whether a month is the given name before a surname, or a surname itself."""
    following = tokens[n + 1].flags if n + 1 < len(tokens) else f.POINT
    first = n == 0 or bool(tokens[n - 1].flags & (f.POINT | f.QUOTE))
    if n > 1 and tokens[n - 1].text == "." and tokens[n - 2].flags & f.NUMBER:
        return False  # "am 5. Mai"
    if following & f.CAPITAL and not following & _NO_SURNAME:
        return first or leads_to_name(tokens[n - 1].text, words)
    if first:
        return bool(following & f.VERB) and not following & f.NOUN
    before = tokens[n - 1].flags
    named = before & (f.CAPITAL | f.ROLE | f.TITLE) and not before & _NO_NAME
    return bool(named) and not words.capital_nouns and not following & f.NUMBER


def leads_to_name(word: str, words: QuoteWords) -> bool:
    """Whether a name may follow a word at once, and no month: "said April Lee", but "in April"."""
    return bool(words.flags(word) & _LEADS) or word.lower() in words.according


def _takes_name(tokens: Sequence[Token], words: QuoteWords) -> bool:
    """Whether the word before a span says that a name follows: the newspaper «Le Jour»."""
    return tokens[-1].text.lower() in words.title_hints


def _words(text: str, start: int, end: int, words: QuoteWords) -> Iterator[Token]:
    done = start
    for match in _TOKEN.finditer(text, start, end):
        at, stop = match.span()
        if at < done:
            continue
        word = match[0]
        if not word[0].isalnum():
            yield Token(at, stop, word, f.POINT)
            continue
        while cut := _cut(text[at:stop], words):
            yield _word(text, at, at + cut, words)
            at += cut + (text[at + cut] == "-")
        token = _word(text, at, stop, words)
        done = token.end
        yield token


def _cut(word: str, words: QuoteWords) -> int:
    """Where a word is two: "l’entreprise" an article and a noun, "dit-il" a verb and a pronoun."""
    if "’" in word or "'" in word:
        head, _, tail = word.replace("’", "'").partition("'")
        if head.lower() in words.elisions and tail:
            return len(head) + 1
        if head and tail.lower() in words.contractions and words.flags(head) & f.PRONOUN:
            return len(head)
    for ending in words.enclitics if "-" in word else ():
        if word.lower().endswith(ending) and len(word) > len(ending):
            return len(word) - len(ending)
    return 0


def _word(text: str, start: int, end: int, words: QuoteWords) -> Token:
    word = text[start:end]
    flags = words.flags(word)
    dotted = text.startswith(".", end) and (
        (len(word) == 1 and word.isupper())
        or word.lower() in words.short
        or _NO_STOP.match(text, end) is not None
    )
    return Token(start, end + 1 if dotted else end, word, flags)


def sentences(
    text: str, tokens: Sequence[Token], spans: Sequence[Span]
) -> Iterator[tuple[int, int]]:
    """The sentences among the tokens, as ranges; a quotation stays with what attributes it."""
    start = 0
    for at, token in enumerate(tokens):
        if at - start >= _LONGEST or _ends(text, tokens, at, token, spans):
            yield start, at + 1
            start = at + 1
    if start < len(tokens):
        yield start, len(tokens)


def _ends(text: str, tokens: Sequence[Token], at: int, token: Token, spans: Sequence[Span]) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return True
    if token.flags & f.QUOTE:
        return _quote_ends(text, tokens, at, spans[token.quote])
    if token.text not in _BREAKS:
        return False
    return (
        token.text == ";"
        or bool(following.flags & (f.CAPITAL | f.QUOTE | f.NUMBER))
        or (bool(following.flags & f.POINT) and following.text in "•([")
    )


def _quote_ends(text: str, tokens: Sequence[Token], at: int, span: Span) -> bool:
    """Whether a sentence ends with a quotation: its own end is printed, no attribution follows."""
    following = tokens[at + 1]
    last = text[span.end - 1 : span.end] if span.end > span.start else ""
    if last in "’'" and span.end - span.start > 1:
        last = text[span.end - 2]
    if following.flags & f.QUOTE:
        return last not in ",;" and not (last.isalnum() and following.start > tokens[at].end + 1)
    if last not in _ENDS or not following.flags & (f.CAPITAL | f.NUMBER):
        return False
    return last == "." or not _attribution_ahead(tokens, at + 1)


def _attribution_ahead(tokens: Sequence[Token], at: int) -> bool:
    """Whether "X said" and no more stands before the next stop."""
    for n in range(at, min(at + _AHEAD, len(tokens) - 1)):
        token = tokens[n]
        if (token.flags & f.POINT and token.text in _BREAKS) or token.flags & f.QUOTE:
            return False
        if n > at and token.flags & f.VERB:
            following = tokens[n + 1].flags
            return not following & (f.CONJUNCTION | f.PRONOUN | f.DETERMINER | f.AUX)
    return False

"""Quotations without marks of their own: dialogue after a dash, words around an attribution."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsmodel.quotes import flags as f
from newsmodel.quotes.spans.marked import Span
from newsmodel.quotes.words import QuoteWords

__all__ = ["dash_spans"]

_LED = re.compile(r"^[ \t]*([—–-][ \t\u00a0]*)(?=[^\W_]|[¿¡…])", re.MULTILINE)
_TURN = re.compile(r"(?:[,!?…]|(?<=[^\W_]))\s*[—–]\s*(?=\S)|[,!?…]\s+(?=\S)|\s-\s")
_DASH = re.compile(r"[,.;!?…]?\s*[—–]\s*[.,;]?\s*|[.,]\s-\s")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_COMMA = re.compile(r",\s+")
_STOP = re.compile(r"[?!:;¿¡]|[^\W\d_]{3}\.\s")
_CLOSED = re.compile(r"\s*(?:[.,:;—–]|$)")
_LONGEST = 4000
_ATTRIBUTION = 160
_WORDS = 4
_WHEN = f.CONJUNCTION | f.STOP


def dash_spans(text: str, spans: Sequence[Span], words: QuoteWords) -> tuple[Span, ...]:
    """The spans of a text with those led by a dash, and with those split that an attribution parts.

    Only for languages that print dialogue so (`QuoteWords.dashes`).
    """
    if not words.dashes:
        return tuple(spans)
    pieces = [piece for span in spans for piece in _split(text, span, words)]
    led = list(_led(text, words))
    if not led:
        return tuple(pieces)
    return tuple(sorted((*led, *_outside(pieces, led)), key=lambda span: span.start))


def _outside(spans: Sequence[Span], led: Sequence[Span]) -> Iterator[Span]:
    """The spans that stand in none of the others; both in order."""
    at = 0
    for span in spans:
        while at < len(led) and led[at].end < span.end:
            at += 1
        before = led[at - 1].end if at else -1
        if span.outer[0] >= before and (at == len(led) or span.outer[1] <= led[at].outer[0]):
            yield span


def _led(text: str, words: QuoteWords) -> Iterator[Span]:
    """The pieces of paragraphs that begin with a dash and tell who speaks."""
    for match in _LED.finditer(text):
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        if end - match.end() <= _LONGEST:
            yield from _pieces(text, match.start(1), match.end(), end, words)


def _pieces(text: str, dash: int, start: int, end: int, words: QuoteWords) -> Iterator[Span]:
    turn = _turn(text, start, end, words)
    while turn is not None and turn[0] > start:
        yield Span(start=start, end=turn[0], marks=(text[dash:start], ""))
        back = _DASH.search(text, turn[1] + 1, end)
        if back is None or back.end() >= end:
            return
        dash = start = back.end()
        turn = _turn(text, start, end, words)
        if turn is None:
            yield Span(start=start, end=_stripped(text, start, end), marks=("", ""))


def _turn(text: str, start: int, end: int, words: QuoteWords) -> tuple[int, int] | None:
    """Where the words end and an attribution begins: before the comma, at the verb.

    A clause is one only where no verb with its subject behind it comes before the next dash, and
    where it does not follow a condition: "Jos Salo kysyy, Kos vastaa."
    """
    clause: re.Match[str] | None = None
    opening = _WORD.match(text, start, end)
    condition = opening is not None and words.flags(opening[0]) & _WHEN == _WHEN
    for match in _TURN.finditer(text, start, end):
        if match.start() >= end:
            break
        if _is_cue(text, match.end(), words):
            return _turned(text, match)
        if not condition and clause is None and _is_clause(text, match.end(), end, words):
            clause = match
            dash = _DASH.search(text, match.end(), end)
            end = dash.start() if dash else end
        condition = False
    return _turned(text, clause) if clause else None


def _turned(text: str, match: re.Match[str]) -> tuple[int, int]:
    last = match.start()
    return last + (text[last] in "!?…"), match.end()


def _is_cue(text: str, at: int, words: QuoteWords) -> bool:
    """Whether a verb of saying, written small, begins here, perhaps after a small word."""
    for match, _ in zip(_WORD.finditer(text, at, at + 60), range(3), strict=False):
        word = match[0]
        head = word.split("-")[0] if words.enclitics else word
        flags = words.flags(word) | words.flags(head)
        if flags & f.CAPITAL:
            return False
        if flags & f.VERB:
            return True
        if not flags & (f.AUX | f.OBJECT) and head not in words.elisions:
            return _elided(word, words)
    return False


def _is_clause(text: str, at: int, end: int, words: QuoteWords) -> bool:
    """Whether who speaks and a verb of saying, and no more, stand here: "Salo sanoo."."""
    if not words.subject_first:
        return False
    for n, match in enumerate(_WORD.finditer(text, at, min(end, at + _ATTRIBUTION))):
        flags = words.flags(match[0])
        if n and flags & f.VERB and not flags & f.CAPITAL:
            return bool(_CLOSED.match(text, match.end(), end))
        if not flags & (f.CAPITAL | f.PRONOUN | f.ROLE | f.TITLE) or n > _WORDS:
            return False
    return False


def _elided(word: str, words: QuoteWords) -> bool:
    """Whether a verb follows an elided pronoun: "s’exclame-t-il"."""
    head, mark, tail = word.replace("’", "'").partition("'")
    return bool(mark) and head in words.elisions and bool(words.flags(tail.split("-")[0]) & f.VERB)


def _stripped(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _split(text: str, span: Span, words: QuoteWords) -> Iterator[Span]:
    """A span in two where its attribution stands inside the marks: «Yes, — says Ann, — no»."""
    turn = _inner_turn(text, span, words) if span.end - span.start <= _LONGEST else None
    if turn is None:
        yield span
        return
    first, second = turn
    before, after = span.marks
    yield Span(start=span.start, end=first, marks=(before, ""), continues=span.continues)
    yield Span(start=second, end=span.end, marks=("", after))


def _inner_turn(text: str, span: Span, words: QuoteWords) -> tuple[int, int] | None:
    turn = _turn(text, span.start, span.end, words)
    if turn is None:
        return None
    dashed = text[turn[1] - 2 : turn[1]].strip()[-1:] in ("—", "–", "-")
    if not dashed and not words.inner_comma:
        return None
    closing = _DASH if dashed else _COMMA
    back = closing.search(text, turn[1], min(span.end, turn[1] + _ATTRIBUTION))
    if back is None or back.end() >= span.end:
        return None
    between = text[turn[1] : back.start()]
    seen = _WORD.findall(between)
    named = any(word[0].isupper() for word in seen) and not _STOP.search(between)
    pronoun = any(words.flags(word) & f.PRONOUN for word in seen)
    return (turn[0], back.end()) if named or (dashed and pronoun) else None

"""Marked words that are no quotation: titles, nicknames, scare quotes, values of attributes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsmodel.quotes import flags as f
from newsmodel.quotes.sentences.tokens import Sentence, Token
from newsmodel.quotes.spans.marked import Span
from newsmodel.quotes.speakers.attribution import Attribution

__all__ = ["is_none"]

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SHORT = 4
_HINTS_BACK = 3


def is_none(sentence: Sentence, at: int, text: str, span: Span, found: Attribution | None) -> bool:
    """Whether a marked span is no quotation, judged by its words and those around it."""
    content = text[span.start : span.end]
    seen = _WORD.findall(content[:400])
    if (
        not any(word[0].isalpha() for word in seen)
        or text[span.outer[0] - 1 : span.outer[0]] == "="
    ):
        return True
    tokens = sentence.tokens
    if found is not None and found.confidence > 0.9 and content[-1:] in ",?!":
        return len(seen) > 1 and _is_title(seen, content) and _after_preposition(sentence, at)
    if _is_nickname(tokens, at, seen):
        return True
    before = _words_before(tokens, sentence.low, at)
    if (
        _hinted(before, sentence.words.scare_hints)
        and len(seen) <= _SHORT
        and (found is None or found.cue is None or _hinted(before[-1:], sentence.words.scare_hints))
    ):
        return True
    if _is_title(seen, content) and (
        _hinted(before, sentence.words.title_hints) or _takes_title(sentence, at, found)
    ):
        return True
    return found is None and len(seen) < _SHORT and _modifies(tokens, at, content)


def _words_before(tokens: Sequence[Token], low: int, at: int) -> list[str]:
    return [t.text.lower() for t in tokens[max(low, at - _HINTS_BACK) : at] if t.flags & f.WORD]


def _hinted(before: Sequence[str], hints: Sequence[str]) -> bool:
    return any(word in hints for word in before)


def _is_nickname(tokens: Sequence[Token], at: int, seen: Sequence[str]) -> bool:
    """Robert "Bobby" Scott."""
    if len(seen) > 2 or not 0 < at < len(tokens) - 1 or not seen[0][0].isupper():
        return False
    before, after = tokens[at - 1].flags, tokens[at + 1].flags
    return bool(before & after & f.CAPITAL) and not (before | after) & (f.CUE | f.DETERMINER)


def _is_title(seen: Sequence[str], content: str) -> bool:
    """Whether the words are written as a title: every longer one with a capital."""
    if content[-1:] in "?!" or "," in content[:-1]:
        return False
    longer = [word for word in seen if len(word) > 4] or seen
    return all(not word[0].islower() for word in (seen[0], seen[-1], *longer))


def _takes_title(sentence: Sentence, at: int, found: Attribution | None) -> bool:
    """Whether what stands before is followed by a title rather than by somebody's words."""
    if at == sentence.low:
        return False
    token = sentence.tokens[at - 1]
    following = sentence.tokens[at + 1].flags if at + 1 < sentence.high else 0
    if at - 1 == sentence.low and token.flags & f.DETERMINER and following & f.CUE:
        return True  # "Dem „Boten“ sagte Lehm"
    if token.flags & (f.CUE | f.POINT) or token.text.lower() in sentence.words.scare_as:
        return False
    if sentence.words.endings and token.text.endswith(sentence.words.endings):
        return True
    return bool(token.flags & (f.STOP | f.LINK)) or (
        found is None and _modifies(sentence.tokens, at, "")
    )


def _after_preposition(sentence: Sentence, at: int) -> bool:
    """On "Face the Nation," Lee said: a programme, not what she said."""
    token = sentence.tokens[at - 1] if at > sentence.low else None
    return token is not None and (
        bool(token.flags & (f.STOP | f.LINK)) or token.text.endswith(sentence.words.endings or "\0")
    )


def _modifies(tokens: Sequence[Token], at: int, content: str) -> bool:
    """Whether the words go on into the next ones, as a term in the writer's sentence does."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or content[-1:] in ",.?!…":
        return False
    return bool(following.flags & f.WORD) and not following.flags & (f.CONJUNCTION | f.STOP)

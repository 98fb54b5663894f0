"""Other texts that say what the body says beside them: they go with it.

A plain text that said all of the body and no more is written anew when that is another. Of one that
said a part, or more besides, or said it in markup, nobody can tell what it should say when the body
has its words no more: it stays, and that is told. So does one that said anything else the article
said: its headline, a name, an address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from hashlib import blake2b
from html import unescape
from operator import attrgetter
from typing import TypeAlias, TypeVar

from newsmodel.formats._shared.xhtml import is_markup
from newsmodel.model import (
    AlternativeText,
    Block,
    Extension,
    LanguageVersion,
    Model,
    RawBlock,
    RawInline,
)
from newsmodel.model.base import changed, fields_of, per_class
from newsmodel.model.nodes import lines_of
from newsmodel.model.words import SPACELESS

__all__ = ["LEFT_BEHIND", "TWINS", "followed", "left_behind", "marks_of", "untagged"]

AnyVersion = TypeVar("AnyVersion", bound=LanguageVersion)

TWINS = "contentSet/body/twins"
"""Place of the marks of such texts in what is carried of an item."""
LEFT_BEHIND = "it says what the article said and says no more: it is written as it was"
"""Why such a text is told."""
_WHOLE = "="
"""Begins the mark of a text that says all of the body."""
_SHARED = ":"
"""Begins, in the mark of another, how many runs of words it has from the body."""
_SAID = "~"
"""Parts the mark of any text from how many signs it has of strings that the article says."""
_LONG, _SHORT = 10, 5
"""Signs from which on one word is telling, and several are."""
_RUN = 3
"""How many words stand in the same order in two texts only where one repeats the other."""
_SIGN = re.compile(f"[{SPACELESS}]")
_WORD = re.compile(rf"[{SPACELESS}]|[^\W{SPACELESS}]+|[^\w\s]")
_TAG = re.compile(r"<[^<>]*>")
Runs: TypeAlias = Callable[[int], frozenset[tuple[str, ...]]]
"""Gives the runs of words of a text that are so many words long."""


def marks_of(
    body: Sequence[Block], texts: Sequence[AlternativeText], beside: Iterable[object] = ()
) -> str:
    """The marks of other texts that say what an article says, parted by spaces.

    Args:
        body: its body.
        texts: the other texts.
        beside: what its other fields hold.
    """
    if not texts:
        return ""
    lines = lines_of(body)
    words, runs = _words(lines), _runs_of(lines)
    said = _said_in([*body, *beside], lines)
    marks: list[str] = []
    for each in texts:
        if words and _plain_words(each) == words:
            marks.append(_WHOLE + _digest(each))
        else:
            marks += [_mark(each, runs) if words and each.public else "", _said_mark(each, said)]
    return " ".join(dict.fromkeys(filter(None, marks)))


def followed(article: AnyVersion, more: str = "") -> AnyVersion:
    """An article whose other texts say what its body says now, where they said all of it.

    Args:
        article: the article or translation.
        more: marks of such texts besides those that are carried.
    """
    marks = _marks(article).union(more.split())
    if not any(mark.startswith(_WHOLE) for mark in marks):
        return article
    said = lines_of(article.body)
    words = _words(said)
    old = [_is_old(each, words, marks) for each in article.alternatives]
    if not any(old):
        return article
    texts = [_anew(e, said) if o else e for e, o in zip(article.alternatives, old, strict=True)]
    return changed(article, alternatives=tuple([each for each in texts if each.content]))


def left_behind(article: LanguageVersion, more: str = "") -> list[int]:
    """The numbers of the other texts that say what it says no more; for `more` see above."""
    marks = _marks(article).union(more.split())
    shared, said = _counts(marks, _SHARED), _counts(marks, _SAID)
    if not (shared or said):
        return []
    lines = lines_of(article.body)
    runs, strings = _runs_of(lines), _said_in([article], lines)
    return [
        number
        for number, each in enumerate(article.alternatives)
        if _shared(each, runs)[0] < shared.get(_digest(each), 0)
        or _signs_of(each, strings) < said.get(_digest(each), 0)
    ]


def _counts(marks: Iterable[str], sign: str) -> dict[str, int]:
    parted = [mark.partition(sign) for mark in marks]
    return {digest: int(count) for digest, _, count in parted if count.isdecimal()}


def untagged(markup: str) -> str:
    """The words of markup, as they stand between its tags."""
    return unescape(_TAG.sub(" ", markup))


def _marks(article: LanguageVersion) -> frozenset[str]:
    held = [each.content for each in article.extensions if each.place == TWINS]
    return frozenset(mark for each in held for mark in each.split())


def _is_old(text: AlternativeText, said: str, marks: Iterable[str]) -> bool:
    words = _plain_words(text)
    return words != said and _WHOLE + _digest(text) in marks


def _anew(text: AlternativeText, said: str) -> AlternativeText:
    between = "\n\n" if "\n\n" in text.content else "\n"
    count = None if text.word_count is None else len(said.split())
    return changed(text, content=said.replace("\n", between), word_count=count)


def _plain_words(text: AlternativeText) -> str:
    """The words of a plain text for readers; "" for any other."""
    is_plain = _kind_of(text) in ("", "text/plain")
    return _words(text.content) if text.public and is_plain else ""


def _kind_of(text: AlternativeText) -> str:
    return (text.content_type or "").partition(";")[0].strip().lower()


def _words(text: str) -> str:
    return " ".join(text.split())


def _digest(text: AlternativeText) -> str:
    words = _words(text.content)
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


# ------------------------------------------------------------------ texts that say a part, or more
def _mark(text: AlternativeText, body: Runs) -> str:
    """The mark of a text that has most of the body, or of which the body has most; else ""."""
    shared, most = _shared(text, body)
    return f"{_digest(text)}{_SHARED}{shared}" if 0 < most < 2 * shared else ""


def _shared(text: AlternativeText, body: Runs) -> tuple[int, int]:
    """How many runs of words a text has from a body, one more where it has all; of how many."""
    words = _parted(_text_of(text))
    size = min(_RUN, len(words))
    own, theirs = _runs(words, size), body(size)
    has_all = bool(theirs) and own >= theirs
    return len(own & theirs) + has_all, min(len(own), len(theirs))


def _text_of(text: AlternativeText) -> str:
    content, kind = text.content, _kind_of(text)
    if kind == "text/plain" or not (kind or is_markup(content)):
        return content
    return untagged(content)


def _runs_of(text: str) -> Runs:
    words = _parted(text)
    return cache(lambda size: _runs(words, size))


def _parted(text: str) -> list[str]:
    """The words of a text; the signs of scripts that part none are words each."""
    return text.split() if text.isascii() or not _SIGN.search(text) else _WORD.findall(text)


def _runs(words: list[str], size: int) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*[words[start:] for start in range(size)], strict=False))


# ------------------------------------------------------------------ texts that say anything of it
def _said_in(values: Iterable[object], lines: str) -> frozenset[str]:
    """What values of an article say, string by string, and the lines of its body."""
    found = set(lines.split("\n"))
    stack = list(values)
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, tuple | list):
            stack += value
        elif isinstance(value, Model) and not isinstance(value, _CARRIED):
            stack += filter(None, _held_by(type(value))(value))
    return frozenset(words for each in found if _is_telling(words := _words(each)))


@per_class
def _held_by(cls: type) -> Callable[[Model], tuple[object, ...]]:
    """A function that gives what the fields of an object hold that may hold words."""
    names = [field.name for field in fields_of(cls) if field.name not in _NO_WORDS]
    return attrgetter("__class__", "__class__", *names)  # of less than two it gives no tuple


_NO_WORDS = frozenset(
    "assigned assigned_by attributes confidence direction how language public qcode rank relevance"
    " role type uri why".split()
)
"""Fields that hold codes and measures, which most objects have and none says in words."""
_CARRIED = (AlternativeText, Extension, RawBlock, RawInline)


def _is_telling(words: str) -> bool:
    """Whether a text that says them has them from somewhere: two words, or a long one."""
    return len(words) >= _LONG or (" " in words and len(words) >= _SHORT)


def _said_mark(text: AlternativeText, said: Iterable[str]) -> str:
    signs = _signs_of(text, said)
    return f"{_digest(text)}{_SAID}{signs}" if signs else ""


def _signs_of(text: AlternativeText, said: Iterable[str]) -> int:
    """How many signs the strings have that a text says, in its words or in its markup."""
    own = _words(_text_of(text))
    if is_markup(text.content):
        own += "\n" + _words(unescape(text.content))
    return sum(len(each) for each in said if each in own)

"""Other texts that say in plain words what the body says beside them: they go with it.

One that said all of the body is written anew when that is another. Of one that said a part, whose
words the body has no more, nobody can tell what it should say now: it stays, and that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import TypeVar

from newsmodel.model import AlternativeText, Block, LanguageVersion
from newsmodel.model.base import changed
from newsmodel.model.nodes import lines_of

__all__ = ["TWINS", "followed", "left_behind", "marks_of"]

AnyVersion = TypeVar("AnyVersion", bound=LanguageVersion)

TWINS = "contentSet/body/twins"
"""Place of the marks of such texts in what is carried of an item."""
_WHOLE = "="
"""Begins the mark of a text that says all of the body."""


def marks_of(body: Sequence[Block], texts: Iterable[AlternativeText]) -> str:
    """The marks of other texts that say what a body says, parted by spaces."""
    plain = [words for each in texts if (words := _plain_words(each))]
    said = _words(lines_of(body)) if plain else ""
    marks = [_mark(words, whole=words == said) for words in plain if words in said]
    return " ".join(dict.fromkeys(marks))


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


def left_behind(article: LanguageVersion) -> list[int]:
    """The numbers of the other texts that say a part of the body which it says no more."""
    marks = _marks(article)
    said = _words(lines_of(article.body)) if marks else ""
    plain = enumerate(map(_plain_words, article.alternatives))
    return [n for n, words in plain if words not in said and _mark(words, whole=False) in marks]


def _marks(article: LanguageVersion) -> frozenset[str]:
    held = [each.content for each in article.extensions if each.place == TWINS]
    return frozenset(mark for each in held for mark in each.split())


def _is_old(text: AlternativeText, said: str, marks: Iterable[str]) -> bool:
    words = _plain_words(text)
    return words != said and _mark(words, whole=True) in marks


def _anew(text: AlternativeText, said: str) -> AlternativeText:
    between = "\n\n" if "\n\n" in text.content else "\n"
    count = None if text.word_count is None else len(said.split())
    return changed(text, content=said.replace("\n", between), word_count=count)


def _plain_words(text: AlternativeText) -> str:
    """The words of a plain text for readers; "" for any other."""
    kind = (text.content_type or "text/plain").partition(";")[0].strip().lower()
    return _words(text.content) if text.public and kind == "text/plain" else ""


def _words(text: str) -> str:
    return " ".join(text.split())


def _mark(words: str, *, whole: bool) -> str:
    digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return f"{_WHOLE}{digest}" if whole else digest

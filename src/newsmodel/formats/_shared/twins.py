"""Other texts that say what the body says beside them: they go with it.

A plain text that said all of the body and no more is written anew when that is another. Of one that
said a part, or more besides, or said it in markup, nobody can tell what it should say when the body
has its words no more: it stays, and that is told. So does one that said a headline, a name, an
address that the article says no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from html import unescape
from typing import Any, TypeVar

from newsmodel.formats._shared.xhtml import is_markup
from newsmodel.model import AlternativeText, Block, LanguageVersion
from newsmodel.model.base import changed
from newsmodel.model.nodes import lines_of

__all__ = ["LEFT_BEHIND", "TWINS", "followed", "left_behind", "marks_of", "untagged"]

AnyVersion = TypeVar("AnyVersion", bound=LanguageVersion)

TWINS = "contentSet/body/twins"
"""Place of the marks of such texts in what is carried of an item."""
LEFT_BEHIND = "it says what the article said and says no more: it is written as it was"
"""Why such a text is told."""
_WHOLE = "="
"""Begins the mark of a text that says all of the body."""
_SHARED = ":"
"""Begins, in the mark of another, how many of its pieces the body has."""
_PIECES, _LEAST, _MOST = 16, 6, 40
"""How many pieces a text is cut into, unless they get shorter or longer than so many letters."""
_SAID = "~"
"""Begins, in the mark of any text, how many letters it has of what is said beside the body."""
_LONG, _SHORT = 10, 5
"""As many letters tell that one word was taken from somewhere, or several."""
_LINES = ("headline", "title", "summary", "byline")
_PARTS = {
    "headlines": "value", "descriptions": "value", "authors": "name", "contributors": "name",
    "links": "href",
}  # fmt: skip
_MEDIA = ("images", "videos", "audios")
_TAG = re.compile(r"<[^<>]*>")


def marks_of(
    body: Sequence[Block],
    texts: Sequence[AlternativeText],
    value_of: Callable[[str], Any] = lambda _: None,
) -> str:
    """The marks of other texts that say what an article says, parted by spaces.

    Args:
        body: its body.
        texts: the other texts.
        value_of: gives what its other fields hold, by their names.
    """
    if not texts:
        return ""
    words = _words(lines_of(body))
    said, beside = _closed_up(words), _said_beside(value_of)
    marks: list[str] = []
    for each in filter(_content, texts):
        if words and _plain_words(each) == words:
            marks.append(_WHOLE + _digest(each))
        else:
            own = _closed_up(_words(_text_of(each)))
            marks += [_mark(each, own, said), _mark_beside(each, own, beside)]
    return " ".join(dict.fromkeys(filter(None, marks)))


def followed(article: AnyVersion, more: str = "") -> AnyVersion:
    """An article whose other texts say what its body says now, where they said all of it.

    Args:
        article: the article or translation.
        more: marks of such texts besides those that are carried.
    """
    if not article.alternatives:
        return article
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
    shared, signs = _counts(marks, _SHARED), _counts(marks, _SAID)
    if not (shared or signs):
        return []
    body = _closed_up(_words(lines_of(article.body)))
    beside = _said_beside(partial(getattr, article))
    behind = []
    for number, each in enumerate(article.alternatives):
        digest, own = _digest(each), _closed_up(_words(_text_of(each)))
        fewer = digest in shared and _shared(own, body)[0] < shared[digest]
        if fewer or (digest in signs and _signs_of(each, own, beside) < signs[digest]):
            behind.append(number)
    return behind


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
def _mark(text: AlternativeText, own: str, body: str) -> str:
    """The mark of a text that has most of the body, or of which the body has most; else ""."""
    shared, most = _shared(own, body) if text.public else (0, 0)
    return f"{_digest(text)}{_SHARED}{shared}" if 0 < most < 2 * shared else ""


def _shared(own: str, body: str) -> tuple[int, int]:
    """How many pieces of a text stand in a body, one more where it has all; of how many."""
    if not (own and body):
        return 0, 0
    size = max(_LEAST, min(len(own) // _PIECES, _MOST))
    starts = range(0, max(len(own) - size, 0) + 1, size)
    shared = at = 0
    for start in starts:
        piece = own[start:] if start == starts[-1] else own[start : start + size]
        here = body.find(piece, at)  # mostly behind the one before: no need to look further
        here = body.find(piece) if here < 0 else here
        if here >= 0:
            shared, at = shared + 1, here
    return shared + (body in own), min(len(starts), max(len(body) // size, 1))


def _text_of(text: AlternativeText) -> str:
    content, kind = text.content, _kind_of(text)
    if kind == "text/plain" or not (kind or is_markup(content)):
        return content
    return untagged(content)


def _content(text: AlternativeText) -> str:
    return text.content


def _closed_up(words: str) -> str:
    """Words without the spaces between them, which scripts and markup set differently."""
    return words.replace(" ", "")


# ------------------------------------------------------------------ texts that say what is beside
def _mark_beside(text: AlternativeText, own: str, beside: Iterable[str]) -> str:
    signs = _signs_of(text, own, beside)
    return f"{_digest(text)}{_SAID}{signs}" if signs else ""


def _signs_of(text: AlternativeText, own: str, beside: Iterable[str]) -> int:
    """How many letters a text has, in its words or its markup, of what is said beside the body."""
    if "<" in text.content:
        own += "\n" + _closed_up(_words(unescape(text.content)))
    return sum([len(each) for each in beside if each in own])


def _said_beside(value_of: Callable[[str], Any]) -> frozenset[str]:
    """What readers are shown beside the body, closed up; no single short word."""
    found = [_words(each) for each in _strings_of(value_of) if each]
    return frozenset(
        _closed_up(words)
        for words in found
        if len(words) >= _LONG or (" " in words and len(words) >= _SHORT)
    )


def _strings_of(value_of: Callable[[str], Any]) -> Iterator[str | None]:
    yield from map(value_of, _LINES)
    for field, part in _PARTS.items():
        for each in value_of(field) or ():
            yield getattr(each, part)
    for field in _MEDIA:
        for medium in value_of(field) or ():
            for caption in medium.captions:
                yield caption.text
                yield caption.credit

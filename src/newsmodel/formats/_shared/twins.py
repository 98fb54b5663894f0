"""Other texts that say what the article says beside them: they go with it, or are told.

A plain text that said all of the body and no more is written anew when that is another. Of one that
said a part, or more besides, or said it in markup, nobody can tell what it should say when the body
has its words no more: it stays, and that is told. So is one that said a headline, a name, an
address that the article says no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from hashlib import blake2b
from html import unescape
from itertools import islice
from typing import Any, TypeVar

from newsmodel.formats._shared.xhtml import is_markup
from newsmodel.model import AlternativeText, Block, LanguageVersion
from newsmodel.model.base import changed
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
"""Begins, in the mark of any text, the digests of what it says that stands beside the body."""
_RUN = 3
"""How many words stand in the same order in two texts only where one repeats the other."""
_PART = 8
"""How many times as long as a text a body may be that is searched for it."""
_SIGN = re.compile(f"[{SPACELESS}]")
_WORD = re.compile(rf"[{SPACELESS}]|[^\W{SPACELESS}]+|[^\w\s]")
_TAG = re.compile(r"<[^<>]*>")
_LINES = ("headline", "title", "summary", "byline")
_PARTS = {
    "headlines": "value", "descriptions": "value", "authors": "name", "contributors": "name",
    "links": "href",
}  # fmt: skip
_MEDIA = ("images", "videos", "audios")
_LONG, _SHORT = 10, 5
"""As many bytes tell that one word was taken from somewhere, or several."""
_MOST = 500
"""How many lines beside the body are looked for, so that time is in proportion."""


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
    lines = _lines_in(body)
    said = " ".join(lines)
    alone, runs = {*lines}, _Runs(said)
    # What the body says within a line is told by that.
    beside = [each for each in _said_beside(value_of) if each in alone or each not in said]
    marks: list[str] = []
    for each in texts:
        words = _words(each.content)
        if said and words == said and _is_plain(each):
            marks.append(_WHOLE + _digest_of(words))
        elif words:
            text = words if _says_plainly(each) else _words(untagged(each.content))
            found = [
                _mark(text, runs) if said and each.public else "",
                _telling(text, words, beside),
            ]
            digest = _digest_of(words) if any(found) else ""
            marks += [digest + mark for mark in found if mark]
    return " ".join(dict.fromkeys(marks))


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
    shared = {digest: int(said) for digest, said in _parted_by(_SHARED, marks)}
    said = {digest: {*said.split(",")} for digest, said in _parted_by(_SAID, marks)}
    if not (shared or said):
        return []
    lines = _lines_in(article.body)
    runs = _Runs(" ".join(lines))
    still = [*_said_beside(partial(getattr, article)), *lines]
    now = {_digest_of(each, 4) for each in still} if said else set[str]()
    behind = []
    for number, each in enumerate(article.alternatives):
        digest = _digest(each)
        fewer = digest in shared and runs.shared_with(_text_of(each))[0] < shared[digest]
        if fewer or not said.get(digest, set()) <= now:
            behind.append(number)
    return behind


def _parted_by(sign: str, marks: Iterable[str]) -> Iterator[tuple[str, str]]:
    for digest, _, said in [mark.partition(sign) for mark in marks]:
        if said and (sign == _SAID or said.isdecimal()):
            yield digest, said


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
    return _words(text.content) if _is_plain(text) else ""


def _is_plain(text: AlternativeText) -> bool:
    return text.public and _kind_of(text) in ("", "text/plain")


def _kind_of(text: AlternativeText) -> str:
    return (text.content_type or "").partition(";")[0].strip().lower()


def _lines_in(body: Sequence[Block]) -> list[str]:
    """The words of each line of a body."""
    return [*filter(None, map(_words, lines_of(body).split("\n")))]


def _words(text: str) -> str:
    return " ".join(text.split())


def _digest(text: AlternativeText) -> str:
    return _digest_of(_words(text.content))


def _digest_of(words: str, size: int = 8) -> str:
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


# ------------------------------------------------------------------ texts that say a part, or more
def _mark(words: str, body: _Runs) -> str:
    """How much a text has that has most of the body, or of which the body has most; else ""."""
    shared, most = body.shared_with(words)
    return f"{_SHARED}{shared}" if 0 < most < 2 * shared else ""


def _text_of(text: AlternativeText) -> str:
    """The words of a text, without its markup."""
    return _words(text.content if _says_plainly(text) else untagged(text.content))


def _says_plainly(text: AlternativeText) -> bool:
    """Whether a text has no markup."""
    kind = _kind_of(text)
    return kind == "text/plain" or not (kind or is_markup(text.content))


class _Runs:
    """The runs of words of a body, as numbers.

    Args:
        said: the words, with a space between.
    """

    def __init__(self, said: str) -> None:
        self._said = f" {said} "
        self._shorter: dict[int, frozenset[int]] = {}

    def shared_with(self, words: str) -> tuple[int, int]:
        """How many runs a text has from the body, one more where it has all; of how many."""
        part = self._part(words)
        if part:  # most texts beside a body are
            own = len(frozenset(part))
            return own + (own == len(self._longest)), own
        parts = _parted(words)
        size = min(_RUN, len(parts))
        runs, theirs = frozenset(_runs(parts, size)), self._of(size)
        has_all = bool(theirs) and runs >= theirs
        return len(runs & theirs) + has_all, min(len(runs), len(theirs))

    @cached_property
    def _words(self) -> list[str]:
        return _parted(self._said)

    @cached_property
    def _in_order(self) -> list[int]:
        return _runs(self._words, _RUN)

    @cached_property
    def _longest(self) -> frozenset[int]:
        return frozenset(self._in_order)

    def _of(self, size: int) -> frozenset[int]:
        if size == _RUN:
            return self._longest
        if size not in self._shorter:
            self._shorter[size] = frozenset(_runs(self._words, size))
        return self._shorter[size]

    def _part(self, words: str) -> Sequence[int]:
        """The runs of a text that stands in the body word by word; none of another or a short one.

        To look for one takes time in proportion to that text.
        """
        count = words.count(" ") + 1
        if count < _RUN or len(self._said) > _PART * len(words):
            return ()
        at = self._said.find(f" {words} ")
        if at < 0 or len(self._words) != self._said.count(" ") - 1:  # signs are words each
            return ()
        start = self._said.count(" ", 0, at)
        return self._in_order[start : start + count - _RUN + 1]


def _parted(text: str) -> list[str]:
    """The words of a text; the signs of scripts that part none are words each."""
    return text.split() if text.isascii() or not _SIGN.search(text) else _WORD.findall(text)


def _runs(words: list[str], size: int) -> list[int]:
    # Numbers, since to hold the words of each run made reading a tenth dearer.
    return list(map(hash, zip(*[words[start:] for start in range(size)], strict=False)))


# ------------------------------------------------------------------ texts that say what is beside
def _telling(text: str, words: str, beside: Iterable[str]) -> str:
    """What a text says of what stands beside the body; "" for nothing.

    Args:
        text: its words without its markup.
        words: its words as they are.
        beside: what stands there.
    """
    own = words
    if "<" in words or "&" in words:
        own = "\n".join([text, _words(unescape(words))])
    said = [_digest_of(each, 4) for each in beside if each in own]
    return f"{_SAID}{','.join(said)}" if said else ""


def _said_beside(value_of: Callable[[str], Any]) -> list[str]:
    """What readers are shown beside the body, each once; no single short word."""
    found = [_words(each) for each in islice(_strings_of(value_of), _MOST) if each]
    return [each for each in dict.fromkeys(found) if _is_telling(each)]


def _is_telling(words: str) -> bool:
    size = len(words.encode("utf-8", "surrogatepass"))
    return size >= (_SHORT if " " in words else _LONG)


def _strings_of(value_of: Callable[[str], Any]) -> Iterator[str | None]:
    yield from map(value_of, _LINES)
    for field in _MEDIA:
        for medium in value_of(field) or ():
            for caption in medium.captions:
                yield caption.text
                yield caption.credit
    for field, part in _PARTS.items():
        for each in value_of(field) or ():
            yield getattr(each, part)

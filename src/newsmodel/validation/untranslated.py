"""Pieces of a translation that were left word for word in the language of another version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from newsmodel.language.doubt import is_of_another
from newsmodel.model import Heading, LineBreak, Link, Media, Mention
from newsmodel.validation.story import Spot, Story, Version
from newsmodel.validation.tags import understood
from newsmodel.validation.versions import LONG
from newsmodel.validation.walking import Run

__all__ = ["captions_left", "pieces_left"]

_VERSE = 60  # a line of one has fewer characters
_PROSE = 4  # different words in small letters

Left: TypeAlias = tuple[str, str, str]
"""Where words stand, the words, and what says them in another language."""


def pieces_left(story: Story) -> Iterator[Left]:
    """The pieces of running text, the first of each paragraph.

    Left out are versions that say the same as another from beginning to end, or are in another
    language than their own from the beginning: they are told of as a whole.
    """
    seen: dict[str, Version] = {}
    whole: set[str] = set()
    for version in story.texts:
        again = [run for run in version.runs if run[3] in seen]
        long = [run for run in again if _is_long(run[3]) or _is_heading(run)]
        if long and version.text not in whole and version.doubt is None:
            yield from _first_of_each(version, long, seen)
        whole.add(version.text)
        seen = {run[3]: version for run in version.runs} | seen


def _is_long(words: str) -> bool:
    """Whether words are no label: fewer letters tell as much in other scripts than Latin."""
    if len(words) >= LONG:
        return True
    return not words.isascii() and len(words.encode("utf-8", "replace")) >= LONG


def _is_heading(run: Run) -> bool:
    return run[0].node.__class__ is Heading


def _first_of_each(version: Version, runs: list[Run], seen: dict[str, Version]) -> Iterator[Left]:
    told = ""
    for spot, field, index, words in runs:
        path = f"{spot.path}.{field}[{index}]"
        paragraph = path.partition(".content[")[0]
        first = seen[words]
        is_left = paragraph != told and _is_left(words, first.language, version.language)
        if is_left and _is_prose_of(version, spot, words):
            told = paragraph
            yield path, words, first.path


def _is_prose_of(version: Version, spot: Spot[Any], words: str) -> bool:
    """Whether a run is meant to be in the language of its version: no code, no verse, no name."""
    if spot.is_code or spot.language not in (None, version.language, version.node.language):
        return False
    if any(isinstance(each.node, Link | Mention) for each in (spot, *spot.holders)):
        return False
    parts = getattr(spot.node, "content", ())
    return len(words) >= _VERSE or not any(isinstance(part, LineBreak) for part in parts)


def captions_left(story: Story) -> Iterator[Left]:
    """The captions and alternative texts, each picture's for itself."""
    for medium in story.media:
        captions = medium.node.captions
        words = [said for c in captions for said in (c.text, c.alt_text) if said]
        if len(set(words)) < len(words):
            yield from _left_beneath(medium, story.article.language or "")


def _left_beneath(medium: Spot[Media], usual: str) -> Iterator[Left]:
    seen: dict[str, tuple[str, str]] = {}
    for number, caption in enumerate(medium.node.captions):
        path = f"{medium.path}.captions[{number}]"
        language = understood(caption.language or usual)
        for field, words in (("text", caption.text), ("alt_text", caption.alt_text)):
            first, where = seen.setdefault(words or "", (language, path))
            if words and _is_long(words) and _is_left(words, first, language):
                yield f"{path}.{field}", words, where


def _is_left(words: str, one: str | None, other: str | None) -> bool:
    """Whether words are prose in the language of one tag, and none in that of another."""
    small = {word for word in words.split() if word == word.lower()}
    return (len(small) >= _PROSE or words == words.lower()) and is_of_another(words, one, other)

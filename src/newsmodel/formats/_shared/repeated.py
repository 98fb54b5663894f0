"""What a text says once more of the lines that stand above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from newsmodel.model import Article, Block, Heading, Paragraph, Section
from newsmodel.model.base import remade

__all__ = [
    "FIRST", "Repeated", "beginning", "first_lines", "folded", "opening", "repeated_in",
    "unrepeated",
]  # fmt: skip

_BEGINNING = 12
"""Among so many blocks a feed repeats its headline, byline and dateline."""
FIRST = 6
"""Among so many blocks a text repeats its summary, standfirst and further headline."""
_LONGEST = 500
"""No headline, byline or dateline has more signs."""
_LINES = (Heading, Paragraph)
_LINE = 80
"""A line that stands above a text has no more signs."""
_GOES_ON = re.compile(r"([^.!?:;]{,40}?)\s?[-\N{EN DASH}\N{EM DASH}]\s")
"""What follows a dateline that ends with a word, where it is one and no sentence that begins so."""
_SOURCE = re.compile(r"[(（\[][^()（）\[\]\d]+[)）\]]|/[^/\d]+/")
"""Who reports: "(AP)", "/TASS/"."""
_PARTED = re.compile("[,\N{ARABIC COMMA}\N{FULLWIDTH COMMA}\N{IDEOGRAPHIC COMMA}/|]")


@attrs.frozen
class Repeated:
    """What readers would see twice."""

    blocks: Mapping[int, str] = MappingProxyType({})
    """The fields that blocks only repeat, by the identity of these."""
    dateline: bool = False
    """Whether the text itself begins with the dateline."""
    lines: frozenset[str] = frozenset()
    """The lines that blocks repeat, without white space at their ends."""

    def says(self, line: str | None) -> bool:
        """Whether a block says no more than a line."""
        return line is not None and folded(line) in self.lines


_NOTHING = Repeated()


def repeated_in(article: Article) -> Repeated:
    """What of an article's headline, byline and dateline its text repeats, each the first time."""
    dateline = folded(str(article.dateline)) if article.dateline else ""
    lines = {"headline": article.headline, "byline": article.byline, "dateline": dateline}
    fields = {folded(line): name for name, line in reversed(lines.items()) if line}
    wanted = {*fields} - {""}
    if not wanted:
        return _NOTHING
    signs = {line[0] for line in wanted} | {*dateline[:1].upper(), *dateline[:1].lower()}
    blocks: dict[int, str] = {}
    told = running = False
    for block in beginning(article.body):
        if running and dateline not in wanted:
            break
        first: Any = block.content[0] if block.content else ""
        start = (first if isinstance(first, str) else first.text).lstrip()
        if not start or start[0] in signs:  # most begin otherwise
            whole = block.text
            text = folded(whole[:_LONGEST])
            if text in wanted and len(whole) <= _LONGEST and not running:
                wanted.discard(text)
                blocks[id(block)] = text
                continue
            if dateline in wanted and isinstance(block, Paragraph):
                told = _begins_with(text, dateline)
                wanted -= {dateline} if told else set()
        running |= isinstance(block, Paragraph) and _is_running(block, start)
    if not (blocks or told):
        return _NOTHING
    named = {block: fields[text] for block, text in blocks.items()}
    return Repeated(MappingProxyType(named), told, frozenset(blocks.values()))


def unrepeated(body: tuple[Block, ...], repeated: Repeated) -> tuple[Block, ...]:
    """A text without the blocks that only repeat a line above it."""
    return _without(body, dict(repeated.blocks)) if repeated.blocks else body


def _without(blocks: Iterable[Block], repeated: dict[int, str]) -> tuple[Block, ...]:
    kept: list[Block] = []
    for block in blocks:
        if repeated.pop(id(block), None) is not None:  # the same object may stand further on
            continue
        if isinstance(block, Section) and repeated:
            kept.append(remade(block, blocks=_without(block.blocks, repeated)))
        else:
            kept.append(block)
    return tuple(kept)


def _is_running(block: Paragraph, start: str) -> bool:
    """Whether a paragraph is text, and none of the lines that feeds put above it."""
    return len(block.content) > 1 or len(start) > _LINE or start.endswith((".", "!", "?"))


def opening(body: Iterable[Block]) -> str:
    """How a text begins: its first paragraph that is no mere line, or else whatever comes first."""
    blocks = tuple(body)
    running = (b.text for b in beginning(blocks) if isinstance(b, Paragraph) and _runs(b))
    return next(running, "") or next((b.text for b in blocks if b.text.strip()), "")


def _runs(block: Paragraph) -> bool:
    line = block.text.strip()
    return bool(line) and _is_running(block, line)


def first_lines(body: Iterable[Block], most: int) -> frozenset[str]:
    """What the first headings and paragraphs of a text say, those in its parts too."""
    return frozenset([folded(block.text) for block in beginning(body)[:most]])


def folded(line: str) -> str:
    """A line with single spaces."""
    return " ".join(line.split())


def beginning(blocks: Iterable[Block]) -> list[Heading | Paragraph]:
    """The first headings and paragraphs of a text, those in its parts too."""
    return _beginning(blocks, [])


def _beginning(
    blocks: Iterable[Block], found: list[Heading | Paragraph]
) -> list[Heading | Paragraph]:
    for block in blocks:
        if len(found) == _BEGINNING:
            break
        if isinstance(block, _LINES):
            found.append(block)
        elif isinstance(block, Section):
            _beginning(block.blocks, found)
    return found


def _begins_with(text: str, dateline: str) -> bool:
    """Whether a text begins with a dateline, which many print in capitals."""
    length = len(dateline)
    if text[:length].casefold() != dateline.casefold():
        return False
    if len(text) == length or not dateline[-1].isalnum():
        return True
    rest = _GOES_ON.match(text, length)
    return rest is not None and _is_of_dateline(rest[1])


def _is_of_dateline(words: str) -> bool:
    """Whether words between a place and a dash tell where, when and who reports, and no more.

    A sentence goes on at once, in small letters: "London mayor Kit Sample - who".
    """
    bare = _SOURCE.sub("", words)
    if bare[:1] == "-" and bare[1:2].isalpha():
        return False  # part of a longer name
    first, *parts = [p.strip("-\N{EN DASH}\N{EM DASH} ") for p in _PARTED.split(bare)]
    if bare != words or _has_digit(first.partition("(")[0]):
        return True
    goes_on = any(word[0].islower() for word in first.split())
    return not goes_on and not any(
        part[:1].islower() and " " in part and not _has_digit(part) for part in parts
    )


def _has_digit(words: str) -> bool:
    return any(map(str.isdecimal, words))

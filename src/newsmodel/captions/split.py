"""What the ways to split a caption line have in common."""

from __future__ import annotations

import re

import attrs

from newsmodel.captions.characters import plain
from newsmodel.captions.credit import read_credit
from newsmodel.captions.words import CaptionWords

__all__ = ["Split", "closing_bracket", "joined", "of_credit", "of_text", "weight"]

_LEADING = re.compile(r"^(?:[\s|/•·,;:–—\u200b-]|\)(?=\s))+")
_TRAILING = re.compile(r"(?:[\s|/•·,;(\[（＝=\u200b]|(?<=[\s.!?…\"”’»)])[–—―-]|(?<=\s)[–—―-])+$")
_ABBREVIATION = re.compile(r"(?:\b\w{1,3}|\.\w+|nuotr|privat)\.$", re.IGNORECASE)
_OPEN, _CLOSE = "([", ")]"
_WORD = re.compile(r"\w")


@attrs.frozen(kw_only=True)
class Split:
    """A line in its parts."""

    text: str = ""
    """The caption."""
    label: str | None = None
    """The label as printed."""
    credit: str | None = None
    """The credit without label and brackets."""


def weight(text: str, words: CaptionWords) -> int:
    """How much a text looks like a credit, 0 to 3 (see `Credit.weight`)."""
    return read_credit(text, words=words).weight


def of_text(text: str) -> str:
    """A caption without the separators left at its edges."""
    return _LEADING.sub("", _TRAILING.sub("", text)).strip()


def of_credit(text: str) -> str:
    """A credit without brackets around it and separators at its edges."""
    text = _without_separators(text)
    while plain(text)[:1] in ("(", "["):
        close = closing_bracket(text, 0)
        if close < len(text) - 1:
            break
        text = _without_separators(text[1:close])  # it closes at the end, or nowhere
    shape = plain(text)
    if shape[-1:] in (")", "]") and shape.count(")") > shape.count("(") and "[" not in shape:
        text = text[:-1].rstrip()
    if text.endswith(".") and not _ABBREVIATION.search(text) and " " in text:
        text = text[:-1]
    return text


def _without_separators(text: str) -> str:
    return re.sub(r"^-\s+|\s+-$", "", text.strip(" \t\n\u200b;,|:•·/–—"))


def closing_bracket(line: str, start: int) -> int:
    """Where the bracket that opens at `start` closes; the line's length when it does not."""
    depth = 0
    for position, sign in enumerate(plain(line[start:]), start):
        depth += (sign in _OPEN) - (sign in _CLOSE)
        if depth == 0:
            return position
    return len(line)


def joined(*texts: str) -> str:
    """Pieces of a caption around a credit, put together again."""
    return " ".join(text for text in map(of_text, texts) if _WORD.search(text))

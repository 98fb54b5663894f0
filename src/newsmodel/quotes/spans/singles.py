"""Single quotation marks, told apart from the apostrophes that look the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsmodel.quotes.spans.habits import closing, opening

__all__ = ["single_pairs"]

_SINGLE = re.compile(r"(?<![^\W_]|')['‘‚‹›](?=[^\s'])|(?<=[^\s‘‚‹'])['’›‘](?![^\W_]|')")
_CLOSES = {"‘": "’'", "‚": "‘’'", "'": "'’", "‹": "›", "›": "‹›"}
_LONGEST = 2000


def single_pairs(text: str) -> list[tuple[int, int]]:
    """The positions of the single marks that open and close a quotation, in order."""
    pairs: list[tuple[int, int]] = []
    opened, ends = -1, list[int]()
    for at in _marks(text):
        if opened >= 0 and (at - opened > _LONGEST or _is_opener(text, at)):
            pairs.extend(_pair(text, opened, ends))
            opened, ends = -1, []
        if opened >= 0 and text[at] in _CLOSES[text[opened]] and closing(text, at):
            ends.append(at)
        elif opened < 0 and _is_opener(text, at):
            opened = at
    if opened >= 0:
        pairs.extend(_pair(text, opened, ends))
    return pairs


def _marks(text: str) -> Iterator[int]:
    return (match.start() for match in _SINGLE.finditer(text))


def _is_opener(text: str, at: int) -> bool:
    following = text[at + 1 : at + 2]
    return text[at] in _CLOSES and opening(text, at) and not following.isdigit()


def _pair(text: str, opened: int, ends: list[int]) -> Iterator[tuple[int, int]]:
    """The pair of an opening mark: its first end, unless that is a possessive in mid-phrase."""
    line = text.find("\n", opened, opened + _LONGEST)
    ends = [at for at in ends if line < 0 or at < line]
    sure = [at for at in ends if text[at - 1] in ",.?!…" or text[at + 1 : at + 2] in ",.;:"]
    at = next(iter(sure or ends), -1)
    if at > opened + 2:
        yield opened, at

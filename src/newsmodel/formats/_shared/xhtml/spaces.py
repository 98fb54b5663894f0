"""White space in other people's markup, where runs of it count as one space."""

from __future__ import annotations

import re
from typing import Any

from newsmodel.model import Block
from newsmodel.model.nodes import merged

__all__ = ["folded", "tidy", "trimmed"]

# HTML's white space; a no-break space is text.
_SPACE = re.compile("[ \t\n\r\f]+")
_EDGE = " \t\n\r\f"


def folded(text: str) -> str:
    """Text with each run of white space as one space."""
    return _SPACE.sub(" ", text)


def trimmed(content: tuple[Any, ...]) -> tuple[Any, ...]:
    """Running text without white space at its ends."""
    runs = list(merged(content))
    if runs and isinstance(runs[0], str):
        runs[0] = runs[0].lstrip(_EDGE)
    if runs and isinstance(runs[-1], str):
        runs[-1] = runs[-1].rstrip(_EDGE)
    return tuple(runs)


def tidy(content: tuple[Any, ...]) -> tuple[Any, ...]:
    """Mixed content without white space at the ends of its stretches of running text."""
    parts: list[Any] = []
    stretch: list[Any] = []
    for item in content:
        if isinstance(item, Block):
            parts += [*trimmed(tuple(stretch)), item]
            stretch = []
        else:
            stretch.append(item)
    return (*parts, *trimmed(tuple(stretch)))

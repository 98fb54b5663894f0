"""The levels headings are shown at: none is skipped, whatever the source did."""

from __future__ import annotations

from newsmodel.model import Heading

__all__ = ["RANKS", "ShownLevels"]

RANKS = ("h1", "h2", "h3", "h4", "h5", "h6")
"""The tags of headings, from the highest."""


class ShownLevels:
    """Gives each heading of a body, in order, a level below the headline's.

    A heading goes one level below the nearest one before it that ranks higher in the source.
    """

    def __init__(self) -> None:
        self._open: list[int] = []

    def __call__(self, heading: Heading) -> int:
        """The level to show a heading at, 2 to 6."""
        while self._open and self._open[-1] >= heading.level:
            self._open.pop()
        self._open.append(heading.level)
        return min(1 + len(self._open), 6)

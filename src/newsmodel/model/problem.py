"""Findings: what is wrong with an article or a document, and what a format cannot carry."""

from __future__ import annotations

import attrs

from newsmodel.model.vocabulary import Word

__all__ = ["Loss", "Problem", "Severity"]


class Severity(Word):
    """How bad a problem is, in this order: `Severity.INFO < Severity.WARNING < Severity.ERROR`.

    The words for them ("warning") compare alike; what is none of them has no place in the order.
    """

    ERROR = "error"
    """It must be mended before the news goes out."""
    WARNING = "warning"
    """It should be looked at."""
    INFO = "info"
    """Good to know."""

    def __lt__(self, other: str) -> bool:
        """Whether it is less grave."""
        return _gravity(self) < _gravity(other)

    def __le__(self, other: str) -> bool:
        """Whether it is not graver."""
        return _gravity(self) <= _gravity(other)

    def __gt__(self, other: str) -> bool:
        """Whether it is graver."""
        return _gravity(self) > _gravity(other)

    def __ge__(self, other: str) -> bool:
        """Whether it is at least as grave."""
        return _gravity(self) >= _gravity(other)


def _gravity(word: str) -> int:
    try:
        return _RISING.index(word)
    except ValueError:
        known = ", ".join(_RISING)
        raise TypeError(f"{word!r} has no place in the order of severities: {known}") from None


_RISING = tuple(word.value for word in (Severity.INFO, Severity.WARNING, Severity.ERROR))


@attrs.frozen(kw_only=True)
class Problem:
    """Something wrong, or something that had to be guessed."""

    rule: str
    """Stable id of the rule that found it."""
    severity: Severity = Severity.WARNING
    """How bad it is."""
    path: str = "$"
    """Where it is, as a path that a person can follow."""
    line: int | None = None
    """Line of the document it stands in, from 1; None where there is no document."""
    column: int | None = None
    """Column in that line, from 1, where it is known."""
    message: str
    """What is wrong and what to do about it."""
    source: str | None = None
    """Where the rule comes from: a standard and its section."""

    def __str__(self) -> str:
        """One line for a person to read."""
        return f"{self.severity.value}: {self.message} [{self.rule}] (at {self.place})"

    @property
    def place(self) -> str:
        """Line, column and path, as far as they are known: "line 3, column 7, $.body[2]"."""
        line = None if self.line is None else f"line {self.line}"
        column = None if self.column is None else f"column {self.column}"
        path = None if line and self.path == "$" else self.path
        return ", ".join(part for part in (line, column, path) if part)


@attrs.frozen(kw_only=True)
class Loss:
    """Something of an article that a format cannot carry."""

    path: str
    """Where it is in the article."""
    reason: str
    """Why the format cannot carry it."""

    def __str__(self) -> str:
        """One line for a person to read."""
        return f"{self.path}: {self.reason}"

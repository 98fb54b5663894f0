"""What became of the documents and articles of a run."""

from __future__ import annotations

import re
import traceback
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Generic, TypeVar

import attrs

from newsmodel.bulk.documents import Document
from newsmodel.errors import NewsModelError, ParseError
from newsmodel.model import Loss

__all__ = ["Failure", "Outcome", "Summary", "Written"]

T_co = TypeVar("T_co", covariant=True)


@attrs.frozen(kw_only=True)
class Failure:
    """Why something could not be done: plain text, so that it travels between processes."""

    kind: str
    """Name of the exception's class, such as "ParseError"."""
    reason: str
    """What is wrong, in words."""
    place: str | None = None
    """Where in the document, where that is known."""
    details: str | None = None
    """The traceback, where it was no error of the library's and none of the file system's."""

    def __str__(self) -> str:
        """One line for a person to read."""
        return f"{self.reason} (at {self.place})" if self.place else self.reason

    @classmethod
    def of(cls, error: BaseException, *, line: int | None = None) -> Failure:
        """The failure an exception tells of.

        Args:
            error: the exception.
            line: number of the line it was met in, for documents that are one line of a file.
        """
        kind = type(error).__name__
        if isinstance(error, OSError) and error.strerror:
            return cls(kind=kind, reason=error.strerror, place=_place(line, None))
        if isinstance(error, ParseError) and len(error.reasons) == 1:
            ((place, reason),) = error.reasons
            reason = f"cannot read this as {error.format}: {reason}"
            return cls(kind=kind, reason=reason, place=_place(line, place))
        known = isinstance(error, NewsModelError | OSError)
        details = None if known else "".join(traceback.format_exception(error))
        reason = str(error) if known else f"{kind}: {error}"
        return cls(kind=kind, reason=reason, place=_place(line, None), details=details)


def _place(line: int | None, place: str | None) -> str | None:
    if not line:
        return place
    within = "" if place == "line 1" else (place or "").removeprefix("line 1, ")
    return f"line {line}, {within}" if within else f"line {line}"


@attrs.frozen(kw_only=True)
class Outcome(Generic[T_co]):
    """What became of one article, or of a document that gave none."""

    document: Document
    """The document it came from, without its content."""
    number: int = 1
    """Which of the document's articles it is, counted from 1."""
    value: T_co | None = None
    """What was made of it; None where it failed."""
    failure: Failure | None = None
    """Why it failed; None where it did not."""


@attrs.frozen(kw_only=True)
class Written:
    """The files an article was written to, and what they do not carry."""

    targets: tuple[Path, ...] = ()
    """The files, one for each format."""
    losses: tuple[tuple[str, Loss], ...] = ()
    """What could not be carried, each with the name of the format that cannot."""


@attrs.frozen(kw_only=True)
class Summary:
    """What a run did."""

    read: int = 0
    """Articles that were read."""
    written: int = 0
    """Files that were written; of a file of many articles, the articles in it."""
    failed: int = 0
    """Articles and documents that could not be read or written."""
    skipped: tuple[Path, ...] = ()
    """Files in folders that no format claims by their names."""
    not_carried: Mapping[tuple[str, str], int] = attrs.field(factory=dict)
    """How many articles lost what to which format: (format, path) to number, the places of
    lists left out of the paths."""

    def __str__(self) -> str:
        """One line for a person to read."""
        skipped = f", skipped {len(self.skipped)}" if self.skipped else ""
        return f"read {self.read}, written {self.written}, failed {self.failed}{skipped}"


@attrs.define
class Counting:
    """A summary in the making."""

    read: int = 0
    written: int = 0
    failed: int = 0
    not_carried: Counter[tuple[str, str]] = attrs.field(factory=Counter)

    def add(self, outcome: Outcome[Written]) -> None:
        """Count an outcome."""
        if outcome.failure is not None:
            self.failed += 1
        if outcome.value is not None:
            self.read += 1
            self.written += len(outcome.value.targets)
            places = {
                (format, _INDEX.sub("[]", loss.path)) for format, loss in outcome.value.losses
            }
            self.not_carried.update(places)

    def summary(self, skipped: tuple[Path, ...]) -> Summary:
        """The summary, now that all is counted."""
        return Summary(
            read=self.read,
            written=self.written,
            failed=self.failed,
            skipped=skipped,
            not_carried=dict(sorted(self.not_carried.items())),
        )


_INDEX = re.compile(r"\[\d+\]")

"""Cutting running text at character offsets, and putting a quotation into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from newsmodel.model import Emphasis, InlineQuote, LanguageSpan, Strong
from newsmodel.model.base import changed
from newsmodel.model.inlines import InlineWithContent, Run

__all__ = ["UncutError", "cut", "quoted_ranges", "text_of_run", "wrapped"]

Range = tuple[int, int]
Divisible: TypeAlias = Emphasis | Strong | LanguageSpan
_DIVISIBLE = (Emphasis, Strong, LanguageSpan)


class UncutError(ValueError):
    """A run that may not be cut in two stands across an edge of a quotation."""


def text_of_run(run: Run) -> str:
    """The plain text of a run."""
    return run if isinstance(run, str) else run.text


def quoted_ranges(runs: Sequence[Run], start: int = 0) -> Iterator[Range]:
    """Where quotations are marked already."""
    for run in runs:
        size = len(text_of_run(run))
        if isinstance(run, InlineQuote):
            yield start, start + size
        elif isinstance(run, InlineWithContent):
            yield from quoted_ranges(run.content, start)
        start += size


def cut(runs: Sequence[Run], low: int, high: int) -> list[Run]:
    """The runs between two offsets; emphasis is cut in two, a link or a mention never.

    Raises:
        UncutError: an edge falls into a run that may not be cut.
    """
    kept: list[Run] = []
    at = 0
    for run in runs:
        size = len(text_of_run(run))
        first, last = max(low - at, 0), min(high - at, size)
        inside = first < last or (size == 0 and low <= at < high)
        if inside:
            kept.append(_part(run, first, last, size))
        at += size
    return kept


def _part(run: Run, first: int, last: int, size: int) -> Run:
    if (first, last) == (0, size):
        return run
    if isinstance(run, str):
        return run[first:last]
    if isinstance(run, _DIVISIBLE) and not any(name == "id" for name, _ in _pairs(run)):
        return _with(run, cut(run.content, first, last))
    raise UncutError(type(run).__name__)


def _pairs(run: Divisible) -> Sequence[tuple[str, Any]]:
    return tuple(run.attributes)


def _with(run: InlineWithContent, content: Sequence[Run]) -> Run:
    new: Run = changed(run, content=tuple(content))
    return new


def wrapped(runs: Sequence[Run], outer: Range, inner: Range, quote: InlineQuote) -> list[Run]:
    """The runs with the text of ``outer`` in a quotation; ``inner`` is that without the marks.

    A quotation that stands within one run goes into it.

    Raises:
        UncutError: an edge falls into a run that may not be cut.
    """
    at = 0
    for n, run in enumerate(runs):
        size = len(text_of_run(run))
        if at <= outer[0] and outer[1] <= at + size and isinstance(run, InlineWithContent):
            moved = (outer[0] - at, outer[1] - at), (inner[0] - at, inner[1] - at)
            return [*runs[:n], _with(run, wrapped(run.content, *moved, quote)), *runs[n + 1 :]]
        at += size
    content = tuple(cut(runs, *inner))
    new: InlineQuote = changed(quote, content=content)
    return [*cut(runs, 0, outer[0]), new, *cut(runs, outer[1], at)]

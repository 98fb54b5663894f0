"""Quotation marks by language: which pairs a language prints, outside and inside a quotation."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any

import attrs

from newsmodel.language.names import meant_tag

__all__ = ["STRAIGHT", "Marks", "marks_for"]


@attrs.frozen(kw_only=True)
class Marks:
    """One pair of quotation marks as a language uses it."""

    open: str
    """The mark before the words."""
    close: str
    """The mark after the words; the same character as ``open`` in Swedish or Finnish."""
    nested: bool = False
    """Whether the pair belongs inside another quotation."""
    spaced: bool = False
    """Whether the words stand apart from the marks by a no-break space, as in French."""


STRAIGHT: tuple[Marks, ...] = (
    Marks(open='"', close='"'),
    Marks(open="'", close="'", nested=True),
)
"""The typewriter's marks, used in every language."""


def marks_for(language: str | None) -> tuple[Marks, ...]:
    """The pairs printed in a language (a BCP 47 tag), preferred ones first, straight ones last.

    ``marks_for("de-CH")[0]`` is ``«…»``.  A tag that is not known falls back to its language,
    or to what is meant by it ("ua" means "uk"), then to ``“…”``.  Never raises.
    """
    return _marks((language or "und").replace("_", "-").lower())


@functools.lru_cache(maxsize=256)
def _marks(tag: str) -> tuple[Marks, ...]:
    row = _row(tag)
    spaced = bool(row.get("spaced", False))
    primary = [_pair(pair, nested=False, spaced=spaced) for pair in row["primary"]]
    nested = [_pair(pair, nested=True, spaced=False) for pair in row["nested"]]
    return (*primary, *nested, *STRAIGHT)


def _row(tag: str) -> dict[str, Any]:
    """The entry of a tag, or of the one that is meant by it."""
    return _known(tag) or _known((meant_tag(tag) or "und").lower()) or _table()["und"]


def _known(tag: str) -> dict[str, Any] | None:
    """The entry of the longest known beginning of a tag: zh-Hant-TW, zh-Hant, zh."""
    table = _table()
    parts = tag.split("-")
    for size in range(len(parts), 0, -1):
        if (row := table.get("-".join(parts[:size]))) is not None:
            return row
    return None


def _pair(pair: str, *, nested: bool, spaced: bool) -> Marks:
    before, after = pair.split()
    return Marks(open=before, close=after, nested=nested, spaced=spaced)


@functools.cache
def _table() -> dict[str, dict[str, Any]]:
    data = resources.files("newsmodel.language").joinpath("marks.toml").read_text("utf-8")
    return {tag.lower(): row for tag, row in tomllib.loads(data).items()}

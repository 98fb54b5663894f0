"""The few words a page says of itself, in the article's language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from newsmodel.formats._shared.escaping import text
from newsmodel.language.tags import today

__all__ = ["label", "row_for", "table", "word"]

_FALLBACK = "en"
_TRADITIONAL = (["HK"], ["MO"], ["TW"])
"""Where Chinese is written in traditional characters if nothing else is said."""


def word(name: str, tag: str | None) -> str:
    """A word of `words.toml` in a language, in English where that has no table."""
    return str(_words(tag)[name])


@lru_cache(maxsize=256)
def label(name: str, tag: str | None) -> str:
    """The same as markup, which names the language where it is not the one asked for."""
    shown = text(word(name, tag))
    if tag is None or row_for(table("words.toml"), tag) is not None:
        return shown
    return f'<span lang="{_FALLBACK}" dir="ltr">{shown}</span>'


@lru_cache(maxsize=256)
def _words(tag: str | None) -> Mapping[str, Any]:
    words = table("words.toml")
    return row_for(words, tag or _FALLBACK) or words[_FALLBACK]


def row_for(rows: Mapping[str, Any], tag: str) -> Mapping[str, Any] | None:
    """The row of a tag, else of a shorter one (`de` for `de-AT`); None without any."""
    parts = today(tag).split("-")
    if parts[0] == "zh" and parts[1:2] in _TRADITIONAL:
        parts.insert(1, "Hant")
    names = ("-".join(parts[:size]) for size in range(len(parts), 0, -1))
    return next((rows[name] for name in names if name in rows), None)


@cache
def table(name: str) -> Mapping[str, Any]:
    """One of the tables that stand beside this module."""
    data = resources.files("newsmodel.formats.html.pages").joinpath(name).read_text("utf-8")
    return MappingProxyType(tomllib.loads(data))

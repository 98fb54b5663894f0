"""The files the words to attribute quotations with are kept in, one a language."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any

from newsmodel.language import meant_tag
from newsmodel.language.evidence import little_words
from newsmodel.quotes.words import SMALL, QuoteWords

__all__ = ["languages", "words_for"]

_SAME = {"no": "nb", "nn": "nb"}
_SAYING = frozenset("kata segir siger".split())
"""Little words that are verbs of saying."""
_IN_NAMES = {"pt": "da das de do dos", "gl": "da das de do dos", "ca": "de del"}
"""Little words that stand in names as well."""


def words_for(language: str | None) -> QuoteWords:
    """The words of a language (a BCP 47 tag); those of none where no file is kept for it.

    Of what is no language those of the one that is meant: "ua" means "uk".
    """
    return _load(_base(language or "und"))


def _base(tag: str) -> str:
    base = tag.replace("_", "-").split("-")[0].lower()
    return _SAME.get(base, base)


def languages() -> tuple[str, ...]:
    """The languages that words are kept for."""
    folder = resources.files("newsmodel.quotes").joinpath("data")
    return tuple(sorted(p.name[:-5] for p in folder.iterdir() if p.name.endswith(".toml")))


@functools.lru_cache(maxsize=64)
def _load(language: str) -> QuoteWords:
    if language not in languages():
        meant = _base(meant_tag(language) or language)
        if meant != language:
            return _load(meant)
        return _unlisted(language)
    path = resources.files("newsmodel.quotes").joinpath("data", f"{language}.toml")
    table = tomllib.loads(path.read_text("utf-8"))
    return QuoteWords(language=language, **{name: _value(row) for name, row in table.items()})


def _unlisted(language: str) -> QuoteWords:
    """The words of a language without a file: its little words, and those that stand in names."""
    little = set(little_words(language)) - _SAYING
    names = SMALL - little | set(_IN_NAMES.get(language, "").split()) if little else ()
    return QuoteWords(
        language=language,
        inverted=True,
        stops=tuple(sorted(little)),
        particles=tuple(sorted(names)),
    )


def _value(row: Any) -> Any:
    """A list from a file: words in one string, or phrases in an array."""
    if isinstance(row, str):
        return tuple(row.split())
    return tuple(row) if isinstance(row, list) else row

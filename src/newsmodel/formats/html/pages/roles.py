"""Which of an article's further headlines and descriptions stand in which line of a page."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.formats.html.pages.people import last_word
from newsmodel.model import Text
from newsmodel.model.tags import name_one_language

__all__ = [
    "KICKERS",
    "STANDFIRSTS",
    "SUBHEADLINES",
    "TEASERS",
    "is_foreign",
    "own_first",
    "with_role",
]

KICKERS = frozenset({"kicker", "overline"})
SUBHEADLINES = frozenset({"subheadline", "subhead", "subtitle", "deck"})
STANDFIRSTS = frozenset({"standfirst", "intro", "dek", "deck"})
TEASERS = frozenset({"teaser"})


def with_role(lines: Iterable[Text], roles: frozenset[str]) -> list[Text]:
    """The lines of a role that say something, each once."""
    found: dict[str, Text] = {}
    for line in lines:
        if line.value and last_word(line.role) in roles:
            found.setdefault(line.value, line)
    return list(found.values())


def own_first(lines: Iterable[Text], language: str | None) -> list[Text]:
    """Lines for readers of a language: those in it, then those in others."""
    lines = list(lines)
    if len(lines) < 2 or language is None:  # as nearly always
        return lines
    return sorted(lines, key=lambda line: is_foreign(line, language))


def is_foreign(line: Text, language: str | None) -> bool:
    """Whether a line is in another language than the article's."""
    if line.language is None or language is None:
        return False
    return not name_one_language(line.language, language)

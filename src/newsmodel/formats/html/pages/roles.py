"""Which of an article's further headlines and descriptions stand in which line of a page."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.formats.html.pages.people import last_word
from newsmodel.model import Text

__all__ = ["KICKERS", "STANDFIRSTS", "SUBHEADLINES", "TEASERS", "with_role"]

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

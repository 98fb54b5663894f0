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


def with_role(lines: Iterable[Text], roles: frozenset[str]) -> Text | None:
    """The first line of a role that says something."""
    return next((t for t in lines if last_word(t.role) in roles and t.value), None)

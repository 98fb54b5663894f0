"""The rules, one small function each, grouped by what they look at."""

from types import MappingProxyType
from typing import TypeAlias

from newsmodel.validation.base import CONSISTENT, EXCHANGE, PUBLISHABLE, Finding, Rule
from newsmodel.validation.rules import (
    addresses,
    dates,
    embargoes,
    exchange,
    languages,
    marks,
    personal,
    pictures,
    provenance,
    quotes,
    reading,
    references,
    scripts,
    search,
    structure,
    translations,
    wording,
)
from newsmodel.validation.story import Story

__all__ = ["GROUPS", "RULES", "ArticleRule", "rules_of"]

ArticleRule: TypeAlias = Rule[Story, Finding]
"""A rule for articles."""

GROUPS = (
    structure,
    wording,
    languages,
    scripts,
    translations,
    quotes,
    marks,
    pictures,
    dates,
    embargoes,
    addresses,
    references,
    provenance,
    exchange,
    search,
    reading,
    personal,
)
"""The modules of rules, in the order in which they are documented."""

RULES: MappingProxyType[str, ArticleRule] = MappingProxyType(
    {each.id: each for group in GROUPS for each in vars(group).values() if isinstance(each, Rule)}
)
"""Every rule by its id."""

_HOLD_CONSISTENT = (PUBLISHABLE, EXCHANGE)


def rules_of(profile: str) -> tuple[ArticleRule, ...]:
    """The rules of a profile."""
    wanted = {profile, CONSISTENT} if profile in _HOLD_CONSISTENT else {profile}
    return tuple(each for each in RULES.values() if wanted & set(each.profiles))

"""The rules for pages, one small function each, grouped by what they look at."""

from types import MappingProxyType

from newsmodel.formats.html.checking.base import PageRule
from newsmodel.formats.html.checking.rules import (
    agreement,
    content,
    data,
    languages,
    metadata,
    structure,
    wording,
)
from newsmodel.validation import Rule

__all__ = ["GROUPS", "PAGE_RULES"]

GROUPS = (structure, content, wording, metadata, languages, data, agreement)
"""The modules of rules, in the order in which they are documented."""

PAGE_RULES: MappingProxyType[str, PageRule] = MappingProxyType(
    {each.id: each for group in GROUPS for each in vars(group).values() if isinstance(each, Rule)}
)
"""Every rule by its id."""

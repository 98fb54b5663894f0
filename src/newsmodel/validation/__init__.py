"""What good news is: rules, and findings a person can act on.

`check` and `validate` are imported from `newsmodel` itself; here are the rules they follow, and
what is needed to write one's own.
"""

from newsmodel.validation.base import PROFILES, Finding, Rule, rule
from newsmodel.validation.checking import check, validate
from newsmodel.validation.rules import RULES, ArticleRule
from newsmodel.validation.story import Spot, Story, Version

__all__ = [
    "PROFILES",
    "RULES",
    "ArticleRule",
    "Finding",
    "Rule",
    "Spot",
    "Story",
    "Version",
    "check",
    "rule",
    "validate",
]

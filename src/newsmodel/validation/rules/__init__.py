"""The rules, one small function each, grouped by what they look at."""

from newsmodel.validation.rules import images, quotes, versions
from newsmodel.validation.rules.rule import Rule

__all__ = ["PROFILES", "Rule"]

_CONSISTENT: tuple[Rule, ...] = (*versions.CONSISTENT, *images.CONSISTENT, *quotes.CONSISTENT)

PROFILES: dict[str, tuple[Rule, ...]] = {
    "consistent": _CONSISTENT,
    "publishable": (
        *_CONSISTENT,
        *versions.PUBLISHABLE,
        *images.PUBLISHABLE,
        *quotes.PUBLISHABLE,
    ),
}
"""The rules of each profile."""

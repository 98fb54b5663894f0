"""Which name was meant by one that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["meant_name"]

_SIGNS = re.compile(r"[\W_]+")
_CLOSE = 0.8
_LONGEST = 60


def meant_name(name: str, known: Iterable[str]) -> str | None:
    """The known name that another was to be: in other capitals, with other signs, or misspelt.

    Names that end with `_` begin further ones: `bodyXhtml` was to be `body_xhtml`.
    """
    known = tuple(known)
    names = {_bare(each): each for each in known if not each.endswith("_")}
    key = _bare(name[:_LONGEST])
    if key in names:
        return names[key]
    for family in known:
        stem = _bare(family)
        rest = name[len(stem) :]
        if family.endswith("_") and key.startswith(stem) and not rest[:1].islower():
            return f"{family}{_bare(rest)}" if _bare(rest) else None
    near = get_close_matches(key, names, 1, _CLOSE)
    return names[near[0]] if near else None


def _bare(name: str) -> str:
    return _SIGNS.sub("", name).lower()

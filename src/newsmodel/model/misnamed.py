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
    names = {_bare(each): each for each in known}
    key = _bare(name[:_LONGEST])
    if key not in names:
        for stem, family in names.items():
            rest = name[len(stem) :]
            if family.endswith("_") and key.startswith(stem) and not rest[:1].islower():
                return f"{family}{_bare(rest)}" if _bare(rest) else None
    near = [key] if key in names else get_close_matches(key, names, 1, _CLOSE)
    found = names[near[0]] if near else None
    return None if found is None or found.endswith("_") else found


def _bare(name: str) -> str:
    return _SIGNS.sub("", name).lower()

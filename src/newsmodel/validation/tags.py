"""Language tags as rules see them: whether they are registered, and what those mean that are not.

A wrong tag is told of once: for whatever else is asked of it, it counts as the one that is meant.
"""

from __future__ import annotations

import functools

from newsmodel.language import autonym, is_registered, meant_tag
from newsmodel.language.tags import codes

__all__ = ["is_known", "named", "plain", "remedy_for", "understood"]

_LONGEST = 36


@functools.cache
def plain() -> frozenset[str]:
    """The languages of two letters: most tags are one, and need no looking up."""
    return frozenset(codes()["languages"])


_remembered = functools.lru_cache(maxsize=256)(is_registered)


def is_known(tag: str) -> bool:
    """Whether a tag is in the IANA registry."""
    # What nobody would write is not remembered, lest it fill the memory.
    return _remembered(tag) if len(tag) < _LONGEST else is_registered(tag)


def understood(tag: str) -> str:
    """A tag, or the one that is meant by it where it is not registered: `uk` for `ua`."""
    return _understood(tag) if len(tag) < _LONGEST else _looked_up(tag)


def _looked_up(tag: str) -> str:
    return tag if tag in plain() or is_known(tag) else meant_tag(tag) or tag


_understood = functools.lru_cache(maxsize=256)(_looked_up)


def remedy_for(tag: str) -> str:
    """What to do about a tag that nobody registered: take the one that is meant, or look it up."""
    meant = meant_tag(tag)
    if meant and meant != tag:
        return f"{meant!r}{named(meant)} is probably meant"
    return "look it up in the IANA registry"


def named(tag: str) -> str:
    """A language's own name in brackets."""
    name = (autonym(tag) or "").partition(" (")[0]
    return f" ({name})" if name else ""

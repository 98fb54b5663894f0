"""What a version cannot say of an article: what reading its document does not give back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from newsmodel.model import Article, Loss, Model
from newsmodel.model.base import fields_of

__all__ = ["lost"]


def lost(article: Article, again: Article, version: str) -> tuple[Loss, ...]:
    """Where an article differs from what comes back of it."""
    reason = f"ninjs {version} cannot say it"
    return tuple(Loss(path=path, reason=why or reason) for path, why in _between(article, again))


def _between(meant: Any, seen: Any, path: str = "$") -> Iterator[tuple[str, str]]:
    if type(meant) is not type(seen):
        yield path, ""
    elif isinstance(meant, Model):
        for field in fields_of(type(meant)):
            if field.eq:
                mine, theirs = getattr(meant, field.name), getattr(seen, field.name)
                if mine is not theirs:
                    yield from _between(mine, theirs, f"{path}.{field.name}")
    elif isinstance(meant, tuple):
        yield from _in_tuples(meant, seen, path)
    elif meant != seen or (isinstance(meant, datetime | float) and repr(meant) != repr(seen)):
        yield path, ""


def _in_tuples(
    meant: tuple[Any, ...], seen: tuple[Any, ...], path: str
) -> Iterator[tuple[str, str]]:
    if len(meant) == len(seen):
        if meant != seen and Counter(meant) == Counter(seen):
            yield path, "they come back in another order"
        else:
            for index, (mine, theirs) in enumerate(zip(meant, seen, strict=True)):
                yield from _between(mine, theirs, f"{path}[{index}]")
        return
    left = Counter(seen)
    for index, mine in enumerate(meant):
        if left[mine]:
            left[mine] -= 1
        else:
            yield f"{path}[{index}]", ""
    if len(meant) < len(seen):
        yield path, "more comes back than there is"

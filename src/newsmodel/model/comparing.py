"""What changed between two articles, field by field and paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

import attrs

from newsmodel.model.article import Article
from newsmodel.model.base import Model, fields_of
from newsmodel.model.blocks import Section
from newsmodel.model.message import Message
from newsmodel.model.nodes import Node

__all__ = ["Change", "changes"]

_ALIKE = 0.4
"""How much two blocks must have in common to be one that was changed."""

_KEYS = ("language", "id", "uri", "url", "name")
"""Fields that tell which of the things in a list is which, the first that is given counting."""

_NEAR = 100
"""Among so many of the blocks that follow the one is looked for that another was changed into."""

_LONGEST = 2000
"""So many characters of two blocks are looked at to see whether they are alike."""


@attrs.frozen(kw_only=True)
class Change:
    """A difference between two objects, at one place."""

    path: str
    """Where: in what was there before, or, where nothing was there, in what came after."""
    before: Any = None
    """What was there; None if nothing was."""
    after: Any = None
    """What is there now; None if nothing is."""


def changes(before: Article | Message, after: Article | Message) -> tuple[Change, ...]:
    """What must change to make one article of another, in the order of the fields.

    The things in a list belong together by their id, language or name, blocks by their words; a
    block that only moved is taken away in one place and put in at another. Findings do not count.

    Args:
        before: the earlier version.
        after: the later one.
    """
    return tuple(_changes(before, after, "$"))


def _changes(before: Any, after: Any, path: str) -> Iterator[Change]:
    if before == after:
        return
    if isinstance(before, tuple) and isinstance(after, tuple):
        yield from _of_lists(before, after, path)
    elif isinstance(before, Model) and type(before) is type(after) and _has_parts(before):
        for field in fields_of(type(before)):
            if field.eq:
                mine, theirs = getattr(before, field.name), getattr(after, field.name)
                yield from _changes(mine, theirs, f"{path}.{field.name}")
    else:
        yield Change(path=path, before=before, after=after)


def _has_parts(value: Model) -> bool:
    """Whether a change within it is worth a place of its own; of a paragraph it is not."""
    return not isinstance(value, Node) or isinstance(value, Section)


def _of_lists(before: tuple[Any, ...], after: tuple[Any, ...], path: str) -> Iterator[Change]:
    """What changed in a list: equal things matched first, what is between them paired off."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            yield from _between(before[i:j], after[k:m], path, (i, k))


def _between(
    before: tuple[Any, ...], after: tuple[Any, ...], path: str, at: tuple[int, int]
) -> Iterator[Change]:
    """What changed in a stretch where nothing is equal: pairs, removals, additions, in order."""
    if len(before) == len(after) == 1 and _one_kind(before[0], after[0]):
        yield from _changes(before[0], after[0], f"{path}[{at[0]}]")
        return
    rest = list(range(len(after)))
    for index, mine in enumerate(before):
        place = f"{path}[{at[0] + index}]"
        near = rest[:_NEAR] if isinstance(mine, Node) else rest
        partner = next((n for n in near if _belong(mine, after[n])), None)
        if partner is None:
            yield Change(path=place, before=mine)
            continue
        for skipped in [n for n in rest if n < partner]:
            yield Change(path=f"{path}[{at[1] + skipped}]", after=after[skipped])
            rest.remove(skipped)
        rest.remove(partner)
        yield from _changes(mine, after[partner], place)
    for left in rest:
        yield Change(path=f"{path}[{at[1] + left}]", after=after[left])


def _one_kind(mine: Any, theirs: Any) -> bool:
    """Whether the only thing on each side is one that was changed, whatever its id."""
    return isinstance(mine, Model) and type(mine) is type(theirs) and _has_parts(mine)


def _belong(mine: Any, theirs: Any) -> bool:
    """Whether two things are the same one, before and after a change."""
    if type(mine) is not type(theirs):
        return False
    if isinstance(mine, Node):
        return _alike(mine.text, theirs.text)
    if isinstance(mine, Model):
        for key in _KEYS:
            left, right = getattr(mine, key, None), getattr(theirs, key, None)
            if left is not None or right is not None:
                return bool(left == right)
    return isinstance(mine, Model)


def _alike(mine: str, theirs: str) -> bool:
    if mine == theirs:
        return True
    left, right = mine[:_LONGEST].split(), theirs[:_LONGEST].split()
    common = sum((Counter(left) & Counter(right)).values())  # a quick look: no more can be alike
    if 2 * common <= _ALIKE * (len(left) + len(right)):
        return False
    return SequenceMatcher(None, left, right, autojunk=False).ratio() > _ALIKE

"""What a version cannot say of an article: what reading its document does not give back."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import datetime
from typing import Any, TypeAlias

from newsmodel.formats._shared.twins import LEFT_BEHIND
from newsmodel.formats.ninjs.documents.carrying import carried_in
from newsmodel.formats.ninjs.documents.repeated import TEXTS
from newsmodel.formats.ninjs.properties import bodies
from newsmodel.model import Article, Extension, Loss, Media, Model
from newsmodel.model.base import fields_of
from newsmodel.model.in_text import named_item

__all__ = ["behind", "lost"]

Found: TypeAlias = tuple[str, str | None]
"""A path, and a reason where it is not that the version has no words for it."""

_REPEATED = frozenset(f"$.{name}" for name in TEXTS)
"""Places of texts that are carried as they stood, to know when what repeats them is edited."""
_KEYS = ("id", "uri", "qcode", "literal", "href", "residref", "names", "name", "value", "content")
"""Fields that tell things apart from their like."""


def lost(article: Article, again: Article, version: str) -> tuple[Loss, ...]:
    """Where an article differs from what comes back of it."""
    said = {e.place for e in article.extensions if e.place in _REPEATED}
    return tuple(
        Loss(
            path=path, reason=reason or _of_repeated(path, said) or f"ninjs {version} cannot say it"
        )
        for path, reason in _between(article, again, "$")
    )


def _of_repeated(path: str, said: Container[str]) -> str | None:
    """Why a text in markup is another that repeats one which was edited; None of others."""
    place, bracket, rest = path.partition("[")
    is_text = bracket and place in said and rest.endswith("].value")
    return "it says in markup what was edited: it is written anew with it" if is_text else None


def behind(article: Article) -> Iterator[Loss]:
    """The other texts of an article and its translations that say what these say no more."""
    inner = [(f"$.translations[{n}]", each) for n, each in enumerate(article.translations)]
    for path, version in [("$", article), *inner]:
        before = carried_in(version.extensions).get("bodies") if version.alternatives else None
        for number in bodies.outdated(version, before):
            yield Loss(path=f"{path}.alternatives[{number}]", reason=LEFT_BEHIND)


def _between(meant: Any, seen: Any, path: str) -> Iterator[Found]:
    if path == "$.dialect" and meant != seen:
        yield path, "the document it came from was of another format or version"
    elif type(meant) is not type(seen):
        yield path, None
    elif isinstance(meant, Extension) and meant.place in _REPEATED:
        pass  # it is how the texts stood before an edit
    elif isinstance(meant, Model):
        for field in fields_of(type(meant)):
            mine, theirs = getattr(meant, field.name), getattr(seen, field.name)
            if field.eq and mine is not theirs:
                yield from _between(mine, theirs, f"{path}.{field.name}")
    elif isinstance(meant, tuple):
        yield from _in_tuples(meant, seen, path)
    elif meant != seen or (isinstance(meant, datetime | float) and repr(meant) != repr(seen)):
        yield path, None


def _in_tuples(meant: tuple[Any, ...], seen: tuple[Any, ...], path: str) -> Iterator[Found]:
    pairs = _paired(meant, seen)
    for index, mine in enumerate(meant):
        if index in pairs:
            yield from _between(mine, seen[pairs[index]], f"{path}[{index}]")
        else:
            yield f"{path}[{index}]", _reason(mine)
    if len(pairs) < len(seen):
        yield path, "more comes back than there is"
    order = list(pairs.values())
    if order != sorted(order):
        yield path, "they come back in another order"


def _reason(part: Any) -> str | None:
    if isinstance(part, Extension):
        return f"it was carried for {part.place} of {part.format} and has no place here"
    if isinstance(part, Media) and named_item(part):
        return "it stands in the text for an item, which is written itself"
    return None


def _paired(meant: tuple[Any, ...], seen: tuple[Any, ...]) -> dict[int, int]:
    """For each item the one that comes back of it: equal, else like it, else in its place."""
    pairs = {i: i for i, mine in enumerate(meant[: len(seen)]) if _same(mine, seen[i])}
    for alike in (_same, _like):
        free = [n for n in range(len(seen)) if n not in set(pairs.values())]
        for index, mine in enumerate(meant):
            found = next((n for n in free if alike(mine, seen[n])), None)
            if index not in pairs and found is not None:
                pairs[index] = found
                free.remove(found)
    if len(meant) == len(seen):
        free = [n for n in range(len(seen)) if n not in set(pairs.values())]
        rest = (index for index in range(len(meant)) if index not in pairs)
        pairs |= dict(zip(rest, free, strict=True))
    return dict(sorted(pairs.items()))


def _same(mine: Any, theirs: Any) -> bool:
    return bool(mine == theirs)


def _like(mine: Any, theirs: Any) -> bool:
    if type(mine) is not type(theirs) or not isinstance(mine, Model):
        return False
    keys = [name for name in _KEYS if getattr(mine, name, None)]
    return any(getattr(mine, name) == getattr(theirs, name) for name in keys)

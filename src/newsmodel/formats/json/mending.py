"""Characters that no format can hold, in documents of others: replaced, and told of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs

from newsmodel.formats._shared.text import writable
from newsmodel.model import Problem, Severity
from newsmodel.model.checks import UNWRITABLE
from newsmodel.plain import member

__all__ = ["RULE", "Mended", "mend"]

RULE = "json-characters"

_Within: TypeAlias = tuple["_Within", str | int] | None
"""The way into a document: the way to what is around, and the key or index there."""


@attrs.frozen
class Mended:
    """The first string of a document in which characters were replaced."""

    path: str
    """Its path."""
    character: str
    """The first of the characters."""

    def problem(self, line: int | None = None, column: int | None = None) -> Problem:
        """What a reader says of it."""
        which = f"U+{ord(self.character):04X}"
        return Problem(
            rule=RULE,
            severity=Severity.WARNING,
            path=self.path,
            line=line,
            column=column,
            message=f"it holds {which}, which no format can hold: another character stands for it",
            source="newsmodel JSON",
        )


def mend(plain: Any) -> Mended | None:
    """Replace, in the strings of plain data, what no format can hold; None if there was nothing.

    Keys are left alone: with such a character they are none that anybody knows.
    """
    first = None
    for whole, key, way in _strings(plain):
        if found := UNWRITABLE.search(whole[key]):
            first = first or Mended(_path((way, key)), found[0])
            whole[key] = writable(whole[key])
    return first


def _strings(plain: Any) -> Iterator[tuple[Any, Any, _Within]]:
    """The strings of plain data that are worth a look, those less deep in it before others."""
    level: list[tuple[Any, _Within]] = [(plain, None)]
    while level:
        inner: list[tuple[Any, _Within]] = []
        for whole, way in level:
            for key, part in _parts(whole):
                if type(part) is str:
                    if not part.isprintable():
                        yield whole, key, way
                elif type(part) in (dict, list):
                    inner.append((part, (way, key)))
        level = inner


def _parts(whole: Any) -> list[tuple[Any, Any]]:
    if type(whole) is dict:
        return [*whole.items()]
    return [*enumerate(whole)] if type(whole) is list else []


def _path(way: _Within) -> str:
    steps: list[str | int] = []
    while way is not None:
        way, step = way
        steps.append(step)
    path = "$"
    for step in reversed(steps):
        path = f"{path}[{step}]" if isinstance(step, int) else member(path, step)
    return path

"""What an article holds, without where: a glance, for what most articles have nothing to fear from.

A visit gives each object a spot that knows its path. Beside a body there are many objects, seldom
anything is wrong with one, and a path is needed only then.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias

from newsmodel.model.base import hints, per_class
from newsmodel.validation.walking import Notes, compiled, looked_at

__all__ = ["Glance", "glancer"]


class Glance:
    """What was seen: the classes of the objects, the tags, times and addresses, and the words."""

    __slots__ = ("addresses", "classes", "tags", "times", "words")

    def __init__(self) -> None:
        self.classes: set[type] = set()
        self.tags: set[str] = set()
        self.times: list[date] = []
        self.addresses: set[str] = set()
        self.words: list[str] = []

    def at(self, node: Any) -> None:
        """Look at an object and all within it."""
        glance = glancer(node.__class__)
        glance(node, self.classes, self.tags, self.times, self.addresses, self.words)

    def note(self, kinds: Iterable[type], notes: Notes) -> None:
        """Add what was found on a visit."""
        self.classes.update(kinds)
        if notes.tags:
            self.tags.update([tag for *_, tag in notes.tags])
        if notes.times:
            self.times += [time for *_, time in notes.times]
        if notes.addresses:
            self.addresses.update([address for *_, address in notes.addresses])
        if notes.words:
            self.words += [words for *_, words in notes.words]
        if notes.asides:
            self.words += [words for *_, words in notes.asides]


Glancer: TypeAlias = Callable[[Any, set[type], set[str], list[date], set[str], list[str]], None]
"""Takes an object, and where to put the classes, tags, times, addresses and words in it."""


@per_class
def glancer(cls: type) -> Glancer:
    """The function that looks at the objects of a class."""
    scope = {"glancer": glancer, cls.__name__: cls}
    scope |= {leaf.__name__: leaf for name, _ in looked_at(cls) for leaf in _leaves(cls, name)}
    start = "def glance(node, classes, tags, times, addresses, words):"
    first = f"    classes.add({cls.__name__})"
    glance: Glancer = compiled([start, first, *_lines(cls, "node", "    ")], scope)
    return glance


_NOTE = """
value = {node}.{name}
if value is not None:
    {way}.{add}(value)
"""
_SURE = """
{way}.{add}({node}.{name})
"""
_WORDS = """
words += {node}.{name}
"""
_GLANCE = "glancer(part.__class__)(part, classes, tags, times, addresses, words)"
_PART = f"""
part = {{node}}.{{name}}
if part is not None:
    {_GLANCE}
"""
_PARTS = f"""
parts = {{node}}.{{name}}
if parts:
    for part in parts:
        if part.__class__ is not str:
            {_GLANCE}
"""
_LEAVES = """
parts = {node}.{name}
if parts:
    classes.add({leaf})
"""
_EACH = "    for leaf in parts:"


def _lines(cls: type, node: str, indent: str) -> Iterator[str]:
    """The body of the function; what holds no further objects is looked at in place."""
    for name, way in looked_at(cls):
        leaves = _leaves(cls, name)
        note = _SURE if hints(cls)[name] is str else _NOTE
        shapes = {"part": _PART, "parts": _LEAVES if leaves else _PARTS, "lines": _WORDS}
        shape = shapes.get(way, note)
        add = "append" if way in ("times", "words") else "add"
        leaf = leaves[0].__name__ if leaves else ""
        lines = shape.format(node=node, name=name, way=way, add=add, leaf=leaf).splitlines()
        for line in filter(None, lines):
            yield indent + line
        for inner in filter(looked_at, leaves):
            yield indent + _EACH
            yield from _lines(inner, "leaf", indent + "        ")


def _leaves(cls: type, name: str) -> list[type]:
    """The class of the objects in a collection, if it is one that holds no further objects."""
    kind = hints(cls)[name]
    inner = typing.get_args(kind)[0] if typing.get_origin(kind) is tuple else None
    if not isinstance(inner, type) or (name, "parts") not in looked_at(cls):
        return []
    return [] if any(way in ("part", "parts") for _, way in looked_at(inner)) else [inner]

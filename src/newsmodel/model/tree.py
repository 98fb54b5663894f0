"""Visiting and rewriting nodes, whatever holds them."""

from __future__ import annotations

import operator
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from newsmodel.model.base import changed, fields_of, hints, per_class
from newsmodel.model.checks import is_collection
from newsmodel.model.nodes import Node

__all__ = ["Rewrite", "Visited", "nodes_in", "replaced", "rewritten", "walk_nodes"]

Visited: TypeAlias = Node | str
"""What a walk meets: a block, an inline, a list item, a row, a cell, or a plain string."""

Rewrite: TypeAlias = Callable[[Visited], Visited | Iterable[Visited] | None]
"""Gives what is to stand in a node's place: the same, another, several, or None for nothing."""


def walk_nodes(nodes: Iterable[Visited], path: str = "$.body") -> Iterator[tuple[str, Visited]]:
    """Visit nodes and all within them, outer before inner, each with its path."""
    for index, node in enumerate(nodes):
        place = f"{path}[{index}]"
        yield place, node
        if isinstance(node, Node):
            for name in branches(type(node)):
                yield from walk_nodes(getattr(node, name), f"{place}.{name}")


def nodes_in(nodes: Iterable[Visited]) -> Iterator[Node]:
    """All nodes and those within them, outer before inner; `walk_nodes` tells where they stand."""
    stack = [iter(nodes)]
    while stack:
        for node in stack[-1]:
            if not isinstance(node, str):
                yield node
                inner = _within(node.__class__)(node)
                if inner and not (len(inner) == 1 and type(inner[0]) is str):
                    stack.append(iter(inner))
                    break
        else:
            stack.pop()


@per_class
def _within(cls: type) -> Callable[[Node], Sequence[Visited]]:
    """The function that gives what a node of a class holds."""
    names = branches(cls)
    if len(names) == 1:
        return operator.attrgetter(names[0])
    return lambda node: [part for name in names for part in getattr(node, name)]


@per_class
def branches(cls: type) -> tuple[str, ...]:
    """The fields of a node class that hold nodes."""
    return tuple(f.name for f in fields_of(cls) if _holds_nodes(hints(cls)[f.name]))


def _holds_nodes(kind: Any) -> bool:
    if typing.get_origin(kind) is not tuple:
        return False
    element = typing.get_args(kind)[0]
    options = typing.get_args(element) or (element,)
    return any(isinstance(option, type) and issubclass(option, Node) for option in options)


def rewritten(nodes: tuple[Any, ...], function: Rewrite) -> tuple[Any, ...]:
    """The nodes with each of them and all within rewritten, inner before outer."""
    new: list[Any] = []
    for node in nodes:
        result = function(_within_rewritten(node, function))
        if result is None:
            continue
        if isinstance(result, str | Node) or not is_collection(result):
            new.append(result)  # what may not stand there is refused when its owner is made
        else:
            new.extend(result)
    return tuple(new)


def _within_rewritten(node: Any, function: Rewrite) -> Any:
    for name in branches(type(node)) if isinstance(node, Node) else ():
        node = replaced(node, name, rewritten(getattr(node, name), function))
    return node


def replaced(owner: Any, name: str, value: tuple[Any, ...]) -> Any:
    """The owner with the field changed; the same object where nothing changed."""
    old = getattr(owner, name)
    if len(old) == len(value) and all(a is b for a, b in zip(old, value, strict=True)):
        return owner
    return changed(owner, **{name: value})

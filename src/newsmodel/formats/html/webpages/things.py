"""What a page says of itself in the words of schema.org: nodes, whatever syntax they came in.

JSON-LD, microdata and RDFa all become plain dictionaries of JSON-LD's shape, and a `Graph` finds
its way among them. Names of properties count in any case: pages misspell them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any, TypeAlias

from newsmodel.formats._shared.text import writable

__all__ = ["Graph", "Thing", "clean", "types_of"]

Thing: TypeAlias = Mapping[str, Any]
"""A node: property names and values, `@type` and `@id` as in JSON-LD."""

_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,500}>")
_MOST = 5000
_DEEPEST = 8


def clean(value: object) -> str:
    """A value as one line of text: no entities, no tags, single spaces; "" for what is no text."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    text = str(value)
    if "&" in text:
        text = unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    return " ".join(writable(text).split())


def types_of(thing: Thing) -> frozenset[str]:
    """The types of a node, without the address of their vocabulary."""
    value = _member(thing, "@type")
    names = value if isinstance(value, list) else [value]
    return frozenset(re.split(r"[/#:]", name)[-1] for name in names if isinstance(name, str))


def _member(thing: Thing, name: str) -> Any:
    if name in thing:
        return thing[name]
    low = name.lower()
    return next((v for key, v in thing.items() if key.lower() == low), None)


class Graph:
    """All nodes of a page."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self.things: list[tuple[int, Thing]] = list(_nodes(list(roots)))
        self._by_id: dict[str, Thing] = {}
        for _, thing in self.things:
            ident = thing.get("@id")
            if isinstance(ident, str) and len(thing) > len(self._by_id.get(ident, ())):
                self._by_id[ident] = thing

    def resolved(self, value: Any) -> Any:
        """A node in place of a bare reference to it."""
        if isinstance(value, Mapping) and isinstance(ident := value.get("@id"), str):
            known = self._by_id.get(ident)
            return {**known, **value} if known and len(known) > len(value) else value
        return value

    def values(self, thing: Thing | None, name: str) -> list[Any]:
        """The values of a property, nested lists taken apart, references resolved."""
        if thing is None:
            return []
        return [self.resolved(value) for value in _flat(_member(thing, name))]

    def texts(self, thing: Thing | None, name: str) -> list[str]:
        """The values of a property as lines of text; a node gives its name."""
        found = [
            clean(_name(value) if isinstance(value, Mapping) else value)
            for value in self.values(thing, name)
        ]
        return [text for text in found if text]

    def text(self, thing: Thing | None, name: str) -> str | None:
        """The first value of a property as a line of text."""
        return next(iter(self.texts(thing, name)), None)

    def nodes(self, thing: Thing | None, name: str) -> list[Thing]:
        """The values of a property that are nodes."""
        return [value for value in self.values(thing, name) if isinstance(value, Mapping)]


def _name(thing: Thing) -> Any:
    for name in ("name", "headline", "@value", "url", "@id"):
        if value := _member(thing, name):
            return value[0] if isinstance(value, list) else value
    return None


def _flat(value: Any, depth: int = 0) -> Iterator[Any]:
    if isinstance(value, list | tuple):
        for each in value[:_MOST] if depth < _DEEPEST else ():
            yield from _flat(each, depth + 1)
    elif value is not None:
        yield value


def _nodes(roots: list[Any]) -> Iterator[tuple[int, Thing]]:
    """Every node with its depth, outer ones first."""
    level: list[Any] = roots
    count = 0
    for depth in range(_DEEPEST):
        inner: list[Any] = []
        for value in level:
            for each in _flat(value):
                if not isinstance(each, Mapping) or count >= _MOST:
                    continue
                count += 1
                graph = each.get("@graph")
                if graph is not None:
                    for member in _flat(graph):
                        if isinstance(member, Mapping):
                            yield depth, member
                            inner += [v for v in member.values() if isinstance(v, dict | list)]
                yield depth, each
                inner += [
                    v for k, v in each.items() if k != "@graph" and isinstance(v, dict | list)
                ]
        level = inner

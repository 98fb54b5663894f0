"""Where in a document a value stands; slow, and asked only when something is wrong."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from json import loads as unquoted

import attrs

from newsmodel.plain import member

__all__ = ["Lines", "Value", "values"]

_TOKEN = re.compile(
    r'[ \t\n\r]*+(?:(?P<mark>[{}\[\]:,])|(?P<string>"[^"\\]*+(?:\\.[^"\\]*+)*+")|[^\s{}\[\]:,"]++)',
    re.DOTALL,
)


@attrs.frozen
class Value:
    """A value of a document."""

    path: str
    """Its path: "$.images[0].id"."""
    offset: int
    """Where it begins."""
    first: str
    """Its first token: itself, or the bracket that opens it."""
    depth: int
    """How many lists and objects it stands in."""
    again: bool = False
    """Whether it is a member whose name its object has had before."""


@attrs.define
class _Open:
    """An object or a list that has been opened."""

    path: str
    names: set[str] | None
    """The names an object has had; None for a list."""
    index: int = 0
    name: str | None = None

    def child(self) -> tuple[str, bool]:
        """The path of the value that begins, and whether its name has been before."""
        if self.names is None:
            self.index += 1
            return f"{self.path}[{self.index - 1}]", False
        name, self.name = self.name or "", None
        again = name in self.names
        self.names.add(name)
        return member(self.path, name), again


def values(text: str) -> Iterator[Value]:
    """The values of a document in the order in which they begin, as far as it is JSON."""
    stack: list[_Open] = []
    end = 0
    while match := _TOKEN.match(text, end):
        end = match.end()
        word = match[0].lstrip(" \t\n\r")
        if word in ("}", "]"):
            if not stack:
                return
            stack.pop()
        elif match["string"] and stack and stack[-1].names is not None and stack[-1].name is None:
            stack[-1].name = unquoted(word, strict=False)
        elif word not in (":", ","):
            path, again = stack[-1].child() if stack else ("$", False)
            yield Value(path, end - len(word), word, len(stack), again)
            if word in ("{", "["):
                stack.append(_Open(path, set() if word == "{" else None))


class Lines:
    """The lines of a text, for telling places."""

    def __init__(self, text: str) -> None:
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_left(self._ends, offset)
        start = self._ends[line - 1] + 1 if line else 0
        return line + 1, offset - start + 1

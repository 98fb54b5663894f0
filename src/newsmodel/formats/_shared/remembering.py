"""Remembering what was found out before, where feeds ask for the same few things all the time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["Kept", "Remembered"]

K = TypeVar("K")
V = TypeVar("V")

_SHORT, _MANY = 100, 2000


class Kept(dict[K, V], Generic[K, V]):
    """A dictionary that never holds many things, so that no document can fill the memory."""

    def keep(self, key: K, value: V) -> None:
        """Keep a thing; where there are many, all others are forgotten."""
        if len(self) >= _MANY:
            self.clear()
        self[key] = value


class Remembered(Kept[str, V], Generic[V]):
    """What a function gives for strings, as a dictionary that fills itself.

    Unlike `functools.lru_cache` it keeps short strings only, and never many, so that no document
    can fill the memory; and it is asked without a call.

    Args:
        function: takes a string; the same string must always give the same.
    """

    def __init__(self, function: Callable[[str], V]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, value: str) -> V:
        """What the function gives, kept for the next time."""
        found = self._function(value)
        if len(value) <= _SHORT:
            self.keep(value, found)
        return found

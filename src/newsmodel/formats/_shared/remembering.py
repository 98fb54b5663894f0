"""Remembering what a function of a string gives, where feeds ask for the same few all the time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["Remembered"]

V = TypeVar("V")

_SHORT, _MANY = 100, 2000


class Remembered(dict[str, V], Generic[V]):
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
            if len(self) >= _MANY:
                self.clear()
            self[value] = found
        return found

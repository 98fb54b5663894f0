"""A property that is worked out once for an object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

__all__ = ["kept"]

T = TypeVar("T")


class kept(Generic[T]):  # noqa: N801  # used as `property` is, and named like it
    """`functools.cached_property` without the lock that it has up to Python 3.11.

    A lock for each property of each article costs as much as all else a check does; without one,
    two threads that look at one object at the same time may both work the value out.
    """

    def __init__(self, function: Callable[[Any], T]) -> None:
        self._function = function
        self._name = function.__name__
        self.__doc__ = function.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> kept[T]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> T | kept[T]:
        """The value; from the second time on it is found in the object before this is asked."""
        if instance is None:
            return self
        value = self._function(instance)
        # To ask for `__dict__` would have the interpreter make the object a dictionary of its own.
        setattr(instance, self._name, value)
        return value

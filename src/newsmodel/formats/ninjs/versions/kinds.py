"""Kinds of values: what a property may hold, by the words of a table."""

from __future__ import annotations

from typing import TypeAlias

import attrs

__all__ = ["Choice", "Kind", "ListOf", "Number", "Plain", "Property", "Shaped"]


@attrs.frozen
class Plain:
    """A string, of a form."""

    form: str
    """What it is: "string", "uri", "date-time", "truncated date-time"; "object" for any object,
    "geojson" for one of GeoJSON (RFC 7946)."""


@attrs.frozen
class Number:
    """A number."""

    whole: bool = False
    """Whether it has no fraction."""
    low: int | None = None
    """The least it may be."""
    high: int | None = None
    """The most it may be."""


@attrs.frozen
class Choice:
    """One of some words."""

    words: tuple[str, ...]
    """The words."""


@attrs.frozen
class Shaped:
    """An object of a shape, by its name in `SHAPES`."""

    name: str
    """The name of the shape."""


@attrs.frozen
class ListOf:
    """A list of values of one kind, or with `named` an object of them by name."""

    kind: Kind
    """What it holds."""
    named: bool = False
    """Whether it is an object, each value under a name."""


Kind: TypeAlias = Plain | Number | Choice | Shaped | ListOf


@attrs.frozen
class Property:
    """A property of an object."""

    name: str
    """Its name in the newest version that has it; with an underscore last, how names begin."""
    kind: Kind
    """What it holds."""
    since: str = "1.0"
    """The first version that has it."""
    until: str = "3.1"
    """The last version that has it."""
    old: str | None = None
    """Its name before 3.0, where it is not the same in small letters."""
    required: bool = False
    """Whether it must be there."""

    def name_in(self, version: str) -> str:
        """Its name in a version."""
        return self.name if version >= "3.0" else self.old or self.name.lower()

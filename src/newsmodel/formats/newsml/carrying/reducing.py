"""As much of a value as the standard has a place for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import attrs

from newsmodel.errors import FieldError
from newsmodel.formats.newsml.names import own_code
from newsmodel.formats.newsml.properties.row import Row
from newsmodel.formats.newsml.xml.writing import Inexact
from newsmodel.model import Model
from newsmodel.model.base import default_of, fields_of, given, remade

_NEEDED = attrs.NOTHING
Write = Callable[[Any], str]


def most_of(row: Row, value: Any) -> str | None:
    """The markup of as much of a value as can be written; None where nothing can."""
    try:
        return row.write(row.name, value)
    except (Inexact, FieldError):
        found = reduced(lambda each: row.write(row.name, each), value)
        return None if found is None else row.write(row.name, found)


def shown_of(row: Row, value: Any) -> str:
    """What others see of a value that cannot be written whole, "" for nothing."""
    write: Write = partial(row.write, row.name)
    found = value if row.shorter is None else row.shorter(value)
    if isinstance(found, Model):
        found = reduced(write, found)
        said = found is not None and bool(given(found))
    else:
        said = found is not None and _can(write, found)
    return write(found) if said else row.filler


def shown_in(row: Row, value: Any) -> str:
    """What others see of what a field holds that cannot be written whole."""
    markup = ""
    for each in value if row.many else (value,):
        try:
            markup += row.write(row.name, each)
        except Inexact:
            markup += shown_of(row, each)
    return markup


_ORDERS = frozenset("public status status_code embargo kind_code".split())
"""Fields that say what may be done with the rest, and what it is."""
_CODED = frozenset({"role", "rel"})
"""Fields that hold a code, or a plain word of the model for which others have no code."""
_DEEPEST = 5
"""Below that many objects within objects, what cannot be written whole is left out whole: looking
closer takes time by the square of the depth."""


def reduced(write: Write, value: Any, depth: int = 0) -> Any:
    """A value less what cannot be written of it; None where nothing can.

    What is not public, or may not be used, stays so: where that cannot be said, nothing is.

    Args:
        write: gives the markup of a value, raises `Inexact`.
        value: the value.
        depth: how many objects it stands in.
    """
    if _can(write, value):
        return value
    if not isinstance(value, Model) or depth > _DEEPEST:
        return None
    every = fields_of(type(value))
    fields = [f for f in every if f.name not in _ORDERS and f.default is not _NEEDED]
    found = _less_one(write, value, fields, depth)
    return _built_up(write, value, fields, depth) if found is None else found


Fields = list["attrs.Attribute[Any]"]


def _less_one(write: Write, value: Model, fields: Fields, depth: int) -> Any:
    """A value less what cannot be written of one field; None where it is more than one field."""
    for name, held in given(value):
        field = next((each for each in fields if each.name == name), None)
        if field is None:
            continue
        without = remade(value, **{name: default_of(field)})
        if _can(write, without):
            said = _field(write, without, name, held, depth + 1)
            found = without if said is None else remade(value, **{name: said})
            return found if _can(write, found) else without
    return None


def _built_up(write: Write, value: Model, fields: Fields, depth: int) -> Any:
    """As many fields of a value as can be written, taken one after another."""
    found = remade(value, **{f.name: default_of(f) for f in fields})
    waiting = [f.name for f in fields if getattr(value, f.name) != default_of(f)]
    while True:
        left = []
        for name in waiting:
            said = _field(write, found, name, getattr(value, name), depth + 1)
            more = None if said is None else remade(found, **{name: said})
            if more is not None and _can(write, more):
                found = more
            else:
                left.append(name)
        # A language says nothing by itself, but once there are words it can be written.
        if not left or len(left) == len(waiting):
            return found if _can(write, found) else None
        waiting = left


def _field(write: Write, bare: Model, name: str, held: Any, depth: int) -> Any:
    """As much of one field as can be written, by itself."""
    if isinstance(held, tuple):
        alone: Write = lambda part: write(remade(bare, **{name: (part,)}))  # noqa: E731
        parts = [reduced(alone, part, depth) for part in held]
        return tuple([part for part in parts if part is not None])
    said = own_code(held) if name in _CODED and isinstance(held, str) else held
    return reduced(lambda part: write(remade(bare, **{name: part})), said, depth)


def _can(write: Write, value: Any) -> bool:
    try:
        write(value)
    except (Inexact, FieldError):
        return False
    return True

"""Objects of any class of the model, made from the annotations of its fields."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Annotated, Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import newsmodel.model
from newsmodel.model.base import Model, fields_of, hints, per_class
from newsmodel.testing.strategies.fields import LIKELY, known_field, known_kind
from newsmodel.testing.strategies.values import Taste, days, limited, moments
from newsmodel.testing.strategies.whole import made_whole

__all__ = ["concrete", "field_values", "objects", "of_kind"]


@per_class
def concrete(cls: type) -> tuple[type, ...]:
    """The classes of the model that are this class or of its kind and have no subclasses."""
    every = [c for c in vars(newsmodel.model).values() if isinstance(c, type)]
    below = [c for c in every if issubclass(c, cls)]
    leaves = [c for c in below if not any(issubclass(o, c) and o is not c for o in below)]
    return tuple(dict.fromkeys(c for c in leaves if c is cls or c not in _DERIVED)) or (cls,)


_DERIVED = frozenset({newsmodel.model.Quote})
"""Classes that stand in no field."""


@cache
def objects(cls: type, taste: Taste) -> SearchStrategy[Any]:
    """Objects of a class, or of the classes below it, coherent where their parts must agree."""
    return st.one_of([_made(each, taste) for each in concrete(cls)])


@st.composite
def _made(draw: DrawFn, cls: type, taste: Taste) -> Any:
    names = draw(_chosen(cls, taste))
    made = cls(**{name: draw(field_values(cls, name, taste)) for name in names})
    return made_whole(draw, made, taste)


@st.composite
def _chosen(draw: DrawFn, cls: type, taste: Taste) -> list[str]:
    """The names of a few fields, and of all that have no default."""
    fields = [field for field in fields_of(cls) if _wanted(cls, field, taste)]
    required = [f.name for f in fields if f.default is attrs.NOTHING]
    rest = [f.name for f in fields if f.default is not attrs.NOTHING]
    likely = [name for name in rest if name in LIKELY and draw(st.booleans())]
    seldom = [name for name in rest if name not in LIKELY]
    some = draw(st.lists(st.sampled_from(seldom), unique=True, max_size=4)) if seldom else []
    return [*required, *likely, *some]


def _wanted(cls: type, field: attrs.Attribute[Any], taste: Taste) -> bool:
    """Whether a field is filled at all, at this depth."""
    if not field.eq:
        return False  # findings, which are no part of the news
    if field.name == "dialect":
        return False  # only reading a document gives it
    return taste.depth > 0 or field.default is attrs.NOTHING or not _holds_models(cls, field.name)


@cache
def _holds_models(cls: type, name: str) -> bool:
    return any(isinstance(k, type) and issubclass(k, Model) for k in _atoms(hints(cls)[name]))


def _atoms(kind: Any) -> list[Any]:
    """The plain types an annotation is made of."""
    arguments = typing.get_args(kind)
    return [atom for part in arguments for atom in _atoms(part)] if arguments else [kind]


@cache
def field_values(cls: type, name: str, taste: Taste) -> SearchStrategy[Any]:
    """Values for one field of a class; never None."""
    kind = hints(cls)[name]
    if str in _atoms(kind) and kind in (str, str | None):
        known = known_field(cls, name, taste)
        if known is not None:
            return known
    return of_kind(kind, taste)


def of_kind(kind: Any, taste: Taste) -> SearchStrategy[Any]:
    """Values for an annotation; never None."""
    known = known_kind(kind, taste)
    if known is not None:
        return known
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is Annotated:
        return limited(arguments[0], arguments[1:])
    if origin in (typing.Union, types.UnionType):
        return st.one_of([of_kind(a, taste) for a in arguments if a is not type(None)])
    if origin is tuple:
        return _tuples(arguments, taste)
    return _plain(kind, taste)


def _tuples(arguments: tuple[Any, ...], taste: Taste) -> SearchStrategy[Any]:
    if arguments[-1] is not Ellipsis:
        return st.tuples(*[of_kind(argument, taste) for argument in arguments])
    most = 3 if taste.depth > 3 else 2
    return st.lists(of_kind(arguments[0], taste), min_size=1, max_size=most).map(tuple)


def _plain(kind: Any, taste: Taste) -> SearchStrategy[Any]:
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    if attrs.has(kind):
        return objects(kind, taste.deeper())
    simple: dict[Any, Callable[[], SearchStrategy[Any]]] = {
        str: taste.words,
        int: lambda: limited(int, ()),
        float: lambda: limited(float, ()),
        bool: st.booleans,
        datetime: moments,
        date: days,
    }
    return simple[kind]()

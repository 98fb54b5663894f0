"""The classes of the model, their field types resolved so that cattrs can use them."""

from __future__ import annotations

import types
import typing
from enum import Enum
from functools import cache
from typing import Any

import attrs

from newsmodel import model
from newsmodel.model import Model, Node

__all__ = ["TAG", "concrete", "model_classes", "tagged_options", "vocabularies", "without_none"]

TAG = "type"
"""The key that names the class where several are possible."""


@cache
def model_classes() -> tuple[type[Model], ...]:
    """Every class of the model, with the types of its fields resolved."""
    names = vars(model)
    classes = [c for c in names.values() if isinstance(c, type) and attrs.has(c)]
    for cls in classes:
        attrs.resolve_types(cls, localns=names)
    return tuple(c for c in classes if issubclass(c, Model))


def vocabularies() -> tuple[type[Enum], ...]:
    """Every closed vocabulary of the model."""
    named = vars(model).values()
    return tuple(c for c in named if isinstance(c, type) and issubclass(c, Enum))


def concrete(kind: type) -> tuple[type[Model], ...]:
    """The classes an object declared as `kind` may be of: `Block` stands for every block."""
    if kind not in model_classes() or kind in (Node, model.Block, model.Inline):
        return tuple(c for c in model_classes() if issubclass(c, kind) and _final(c))
    return (kind,)


def _final(cls: type) -> bool:
    return not any(issubclass(c, cls) and c is not cls for c in model_classes())


def tagged_options(kind: Any) -> dict[str, type[Model]] | None:
    """The classes by name, for an annotation that admits several; None for any other."""
    if kind in (model.Block, model.Inline):
        return {c.__name__: c for c in concrete(kind)}
    if typing.get_origin(kind) not in (typing.Union, types.UnionType):
        return None
    options = [o for o in typing.get_args(kind) if isinstance(o, type) and attrs.has(o)]
    if options and len(options) + (str in typing.get_args(kind)) == len(typing.get_args(kind)):
        return {c.__name__: c for option in options for c in concrete(option)}
    return None


def without_none(kind: Any) -> Any:
    """An annotation for what is there: `str` for `str | None`; any other as it is."""
    arguments = typing.get_args(kind)
    if type(None) not in arguments or typing.get_origin(kind) is tuple:
        return kind
    rest = tuple(a for a in arguments if a is not type(None))
    return typing.Union.__getitem__(rest)  # made while the program runs

"""From objects to plain data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from newsmodel.model import Model
from newsmodel.model.base import Attributes, fields_of
from newsmodel.plain.classes import TAG, concrete, model_classes, tagged_options

__all__ = ["to_plain"]


def to_plain(model: Model) -> dict[str, Any]:
    """An object as dictionaries, lists, strings, numbers and booleans; defaults are left out."""
    plain: dict[str, Any] = _converter().unstructure(model)
    return plain


@cache
def _converter() -> Converter:
    """The one converter. It is never handed out, so nobody can change it."""
    converter = Converter(omit_if_default=True, unstruct_collection_overrides={tuple: list})
    converter.register_unstructure_hook(date, lambda value: value.isoformat())
    converter.register_unstructure_hook_func(lambda kind: kind == Attributes, dict)
    for cls in model_classes():
        if concrete(cls) == (cls,):
            converter.register_unstructure_hook(cls, _class_hook(cls, converter))
    converter.register_unstructure_hook_factory(
        lambda kind: tagged_options(kind) is not None, _tagged_hook
    )
    return converter


def _class_hook(cls: type[Model], converter: Converter) -> Callable[[Any], Any]:
    unwritten: Any = {f.name: override(omit=True) for f in fields_of(cls) if not f.eq}
    made: list[Callable[[Any], Any]] = []

    def unstructure(value: Any) -> Any:
        if not made:
            made.append(
                make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True, **unwritten)
            )
        return made[0](value)

    return unstructure


def _tagged_hook(kind: Any, converter: Converter) -> Callable[[Any], Any]:
    def unstructure(value: Any) -> Any:
        if isinstance(value, str):
            return value
        return {TAG: type(value).__name__, **converter.unstructure(value)}

    return unstructure

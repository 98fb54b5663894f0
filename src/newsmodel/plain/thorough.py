"""Reading plain data so that everything that is wrong with it is told, each with its path."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from cattrs import Converter
from cattrs.errors import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from newsmodel.errors import FieldError
from newsmodel.model import Model
from newsmodel.model.base import fields_of
from newsmodel.model.checks import Attributes, When, check_for
from newsmodel.model.misnamed import meant_name
from newsmodel.plain.classes import (
    TAG,
    concrete,
    model_classes,
    tagged_options,
    vocabularies,
    without_none,
)
from newsmodel.plain.values import READERS, Unexpected, checked, choice, shown, when

__all__ = ["hook_for", "reasons_against", "structured"]

TROUBLE = (ClassValidationError, IterableValidationError, Unexpected, FieldError)
"""What `structured` raises."""


def structured(data: object, kind: Any) -> Any:
    """The object that plain data stand for.

    Raises:
        ClassValidationError, IterableValidationError, Unexpected, FieldError: something is wrong;
            `reasons_against` tells what.
    """
    return _converter().structure(data, kind)


def hook_for(kind: Any) -> Callable[[Any, Any], Any]:
    """How a value of that annotation is read."""
    return _converter().get_structure_hook(kind)


def reasons_against(error: BaseException, path: str = "$") -> Iterator[tuple[str, str]]:
    """What an error says, piece by piece, each with the path it is about."""
    if isinstance(error, ClassValidationError):
        parts, rest = error.group_exceptions()
        for part, note in parts:
            yield from reasons_against(part, f"{path}.{note.name}")
    elif isinstance(error, IterableValidationError):
        items, rest = error.group_exceptions()
        for item, place in items:
            yield from reasons_against(item, f"{path}[{place.index}]")
    else:
        yield from _said(error, path)
        return
    for other in rest:
        yield from reasons_against(other, path)


def _said(error: BaseException, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(error, ForbiddenExtraKeysError):
        for name in sorted(error.extra_fields):
            meant = meant_name(name, [field.name for field in fields_of(error.cl) if field.eq])
            hint = f"; did you mean {meant!r}?" if meant else ""
            reason = f"{shown(name)} is not known here: {error.cl.__name__} has no such field{hint}"
            yield member(path, name), reason
    elif isinstance(error, KeyError):
        yield path.rpartition(".")[0], f"{error.args[0]!r} is missing"
    else:
        yield path, str(error)


def member(path: str, name: str) -> str:
    """The path of a member of an object; names that are no words stand in brackets, quoted."""
    return f"{path}.{name}" if name.isidentifier() else f"{path}[{shown(name)}]"


@cache
def _converter() -> Converter:
    """The one converter. It is never handed out, so nobody can change it."""
    converter = Converter(forbid_extra_keys=True)
    for kind, hook in READERS.items():
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_func(lambda kind: kind == When, when)
    for vocabulary in vocabularies():  # each by itself: they are strings too
        converter.register_structure_hook(vocabulary, choice)
    converter.register_structure_hook_factory(_is_limited, _limited_hook)
    converter.register_structure_hook_factory(_is_tuple, _tuple_hook)
    converter.register_structure_hook_func(lambda kind: kind == Attributes, _attributes)
    for cls in model_classes():
        converter.register_structure_hook(cls, _class_hook(cls, converter))
    converter.register_structure_hook_factory(
        lambda kind: tagged_options(kind) is not None, _tagged_hook
    )
    converter.register_structure_hook_factory(_is_optional, _optional_hook)
    return converter


def _limited_hook(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    """A number or string with limits: a whole class is then refused for all that is wrong."""
    inner = typing.get_args(kind)[0]
    hook, check = converter.get_structure_hook(inner), check_for(kind)
    return lambda value, _: checked(hook(value, inner), check)


def _is_limited(kind: Any) -> bool:
    return typing.get_origin(kind) is typing.Annotated


def _is_tuple(kind: Any) -> bool:
    return typing.get_origin(kind) is tuple


def _tuple_hook(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    elements = typing.get_args(kind)
    endless = elements[-1] is Ellipsis
    element = elements[0]
    hook = converter.get_structure_hook(element)

    def structure(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise Unexpected(f"a list was expected, not {shown(value)}")
        if not endless and len(value) != len(elements):
            raise Unexpected(f"a list of {len(elements)} was expected, not {shown(value)}")
        try:
            return tuple([hook(item, element) for item in value])
        except TROUBLE:
            wrong = list(_wrong_items(value, hook, element))
        raise IterableValidationError(f"{len(wrong)} items are wrong", wrong, kind)

    return structure


def _wrong_items(value: list[Any], hook: Callable[[Any, Any], Any], kind: Any) -> Iterator[Any]:
    """The error of each item that has one, without its traceback, which is most of its memory."""
    for index, item in enumerate(value):
        try:
            hook(item, kind)
        except TROUBLE as error:
            error.add_note(IterableValidationNote("", index, kind))
            yield error.with_traceback(None)


def _attributes(value: Any, _: Any) -> tuple[tuple[str, str], ...]:
    if type(value) is not dict or any(type(v) is not str for v in value.values()):
        raise Unexpected(f"an object of strings was expected, not {shown(value)}")
    pairs: tuple[tuple[str, str], ...] = checked(value, check_for(Attributes))
    return pairs


def _is_optional(kind: Any) -> bool:
    return type(None) in typing.get_args(kind) and typing.get_origin(kind) is not tuple


def _optional_hook(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    """What is absent is left out, so None is never written and null is no value."""
    inner = without_none(kind)
    hook = converter.get_structure_hook(inner)

    def structure(value: Any, _: Any) -> Any:
        if value is None:
            raise Unexpected("null is no value: leave the key out")
        return hook(value, inner)

    return structure


def _class_hook(cls: type[Model], converter: Converter) -> Callable[[Any, Any], Any]:
    if concrete(cls) != (cls,):
        return _tagged_hook(cls, converter)
    unread: Any = {f.name: override(omit=True) for f in fields_of(cls) if not f.eq}
    made: list[Callable[[Any, Any], Any]] = []

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            raise Unexpected(f"an object was expected, not {shown(value)}")
        if not made:
            made.append(make_dict_structure_fn(cls, converter, **unread))
        return made[0](value, cls)

    return structure


def _tagged_hook(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    options = tagged_options(kind) or {}
    strings = str in typing.get_args(kind)

    def structure(value: Any, _: Any) -> Any:
        if strings and type(value) is str:
            return READERS[str](value, str)
        if type(value) is not dict:
            what = "a string or an object" if strings else "an object"
            raise Unexpected(f"{what} was expected, not {shown(value)}")
        rest = dict(value)
        tag = rest.pop(TAG, None)
        cls = options.get(tag) if type(tag) is str else None
        if cls is None:
            known = ", ".join(sorted(options))
            raise Unexpected(f"its 'type' is {shown(tag)}, none of {known}")
        return converter.structure(rest, cls)

    return structure

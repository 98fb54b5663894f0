"""From plain data to objects, strictly."""

from __future__ import annotations

import re
import typing
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, overload

from cattrs import Converter, transform_error
from cattrs.errors import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.gen import make_dict_structure_fn, override

from newsmodel.errors import FieldError, ParseError
from newsmodel.model import Model
from newsmodel.model.base import Attributes, Refusal, When, check_for, fields_of
from newsmodel.plain.classes import TAG, concrete, model_classes, tagged_options

__all__ = ["MAX_DEPTH", "from_plain"]

M = TypeVar("M", bound=Model)

MAX_DEPTH = 200
"""How deep lists and dictionaries may be nested: a hundred nodes, each in a list."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)?")


class Unexpected(ValueError):
    """A value is not what the layout asks for; the message says what was expected."""


@overload
def from_plain(cls: type[M], data: object, *, format: str = ...) -> M: ...
@overload
def from_plain(cls: Any, data: object, *, format: str = ...) -> Any: ...
def from_plain(cls: Any, data: object, *, format: str = "json") -> Any:
    """An object from plain data.

    Args:
        cls: the class of the object, or a field's annotation.
        data: what `to_plain` gives.
        format: name of the format the data comes from, for the error.

    Raises:
        ParseError: something is wrong; `reasons` lists all of it, each with its path.
    """
    _refuse_depth(data, format)
    try:
        return _converter().structure(data, cls)
    except (ClassValidationError, IterableValidationError) as group:
        lines = transform_error(group, format_exception=_explained)
        reasons = [_placed(line) for line in lines]
    except (Unexpected, FieldError) as error:
        reasons = [("$", str(error))]
    place, reason = reasons[0]
    raise ParseError(format, reason, place, reasons)


def _placed(line: str) -> tuple[str, str]:
    reason, _, path = line.rpartition(" @ ")
    return path, reason


def _explained(error: BaseException, kind: type | None) -> str:
    if isinstance(error, ForbiddenExtraKeysError):
        names = ", ".join(sorted(repr(name) for name in error.extra_fields))
        return f"{names} is not known here: {error.cl.__name__} has no such field"
    if isinstance(error, KeyError):
        return f"{error.args[0]!r} is missing"
    return str(error)


def _refuse_depth(data: object, format: str) -> None:
    level = [data]
    for _ in range(MAX_DEPTH + 1):
        level = [part for whole in level for part in _parts(whole)]
        if not level:
            return
    raise ParseError(format, f"it is nested deeper than {MAX_DEPTH} levels")


def _parts(whole: Any) -> list[Any]:
    """The lists and dictionaries within a list or a dictionary."""
    values = whole.values() if type(whole) is dict else whole if type(whole) is list else ()
    return [value for value in values if type(value) in (dict, list)]


@cache
def _converter() -> Converter:
    """The one converter. It is never handed out, so nobody can change it."""
    converter = Converter(forbid_extra_keys=True)
    for kind, hook in _PLAIN.items():
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_func(lambda kind: kind == When, _when)
    converter.register_structure_hook_func(_is_choice, _choice)
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


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _expect(kind: type, meaning: str) -> Callable[[Any, Any], Any]:
    def hook(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise Unexpected(f"{meaning} was expected, not {_shown(value)}")
        return value

    return hook


def _str(value: Any, _: Any) -> str:
    if type(value) is not str:
        raise Unexpected(f"a string was expected, not {_shown(value)}")
    return value if value.isprintable() else _checked(value, _TEXT)


_TEXT = check_for(str)


def _checked(value: Any, check: Callable[[Any], Any]) -> Any:
    try:
        return check(value)
    except Refusal as refusal:
        raise Unexpected(f"{_shown(value)} {refusal}") from None


def _limited_hook(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    """A number or string with limits: a whole class is then refused for all that is wrong."""
    inner = typing.get_args(kind)[0]
    hook, check = converter.get_structure_hook(inner), check_for(kind)
    return lambda value, _: _checked(hook(value, inner), check)


def _float(value: Any, _: Any) -> float:
    if type(value) not in (int, float):
        raise Unexpected(f"a number was expected, not {_shown(value)}")
    return float(value)


def _datetime(value: Any, _: Any) -> datetime:
    if type(value) is str and _MOMENT.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass  # of the right form, but no such day or hour: refused below
    raise Unexpected(
        f"a date and time such as '2024-01-10T09:00:00+02:00' was expected, not {_shown(value)}"
    )


def _date(value: Any, _: Any) -> date:
    if type(value) is str and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass  # of the right form, but no such day: refused below
    raise Unexpected(f"a date such as '2024-01-10' was expected, not {_shown(value)}")


def _when(value: Any, _: Any) -> datetime | date:
    return _date(value, _) if isinstance(value, str) and len(value) == 10 else _datetime(value, _)


_PLAIN: dict[Any, Callable[[Any, Any], Any]] = {
    str: _str,
    int: _expect(int, "a whole number"),
    bool: _expect(bool, "true or false"),
    float: _float,
    datetime: _datetime,
    date: _date,
}


def _is_choice(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _choice(value: Any, kind: type[Enum]) -> Enum:
    if type(value) is str:
        for member in kind:
            if member.value == value:
                return member
    names = ", ".join(repr(member.value) for member in kind)
    raise Unexpected(f"one of {names} was expected, not {_shown(value)}")


def _is_limited(kind: Any) -> bool:
    return typing.get_origin(kind) is typing.Annotated


def _is_tuple(kind: Any) -> bool:
    return typing.get_origin(kind) is tuple


def _tuple_hook(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    elements = typing.get_args(kind)
    endless = elements[-1] is Ellipsis
    each = list[elements[0]]  # type: ignore[valid-type]  # a type made while the program runs
    hook = converter.get_structure_hook(each)

    def structure(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise Unexpected(f"a list was expected, not {_shown(value)}")
        if not endless and len(value) != len(elements):
            raise Unexpected(f"a list of {len(elements)} was expected, not {_shown(value)}")
        return tuple(hook(value, each))

    return structure


def _attributes(value: Any, _: Any) -> tuple[tuple[str, str], ...]:
    if type(value) is not dict or any(type(v) is not str for v in value.values()):
        raise Unexpected(f"an object of strings was expected, not {_shown(value)}")
    return tuple(value.items())


def _is_optional(kind: Any) -> bool:
    return type(None) in typing.get_args(kind) and typing.get_origin(kind) is not tuple


def _optional_hook(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    """What is absent is left out, so None is never written and null is no value."""
    arguments = tuple(a for a in typing.get_args(kind) if a is not type(None))
    inner: Any = typing.Union.__getitem__(arguments)  # made while the program runs
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
            raise Unexpected(f"an object was expected, not {_shown(value)}")
        if not made:
            made.append(make_dict_structure_fn(cls, converter, **unread))
        return made[0](value, cls)

    return structure


def _tagged_hook(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    options = tagged_options(kind) or {}
    strings = str in typing.get_args(kind)

    def structure(value: Any, _: Any) -> Any:
        if strings and type(value) is str:
            return value
        if type(value) is not dict:
            what = "a string or an object" if strings else "an object"
            raise Unexpected(f"{what} was expected, not {_shown(value)}")
        rest = dict(value)
        cls = options.get(rest.pop(TAG, None))
        if cls is None:
            known = ", ".join(sorted(options))
            raise Unexpected(f"its 'type' is {_shown(value.get(TAG))}, none of {known}")
        return converter.structure(rest, cls)

    return structure

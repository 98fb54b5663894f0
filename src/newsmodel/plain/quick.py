"""Reading plain data fast where nothing is wrong with it.

For each class a function is made as source text that checks and fills field by field; it runs
several times as fast as `thorough`, takes only what that takes, and gives the same. Anything
else, and whatever is not in normal form, it leaves to `thorough`, which can say what is wrong.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Annotated, Any, TypeAlias

import attrs

from newsmodel.model import Model
from newsmodel.model.base import default_of, fields_of, hints, per_class, unsealed
from newsmodel.model.checks import AtLeast, Attributes, Between, When, check_for
from newsmodel.plain.classes import TAG, concrete, tagged_options, without_none
from newsmodel.plain.thorough import hook_for

__all__ = ["Unfit", "quickly_structured"]

MAX_OBJECTS = 99
"""How deep objects may be nested: with a list around each, no deeper than all may be nested."""

MANY_FIELDS = 8
"""From how many fields on it pays to go by the keys that are there."""

Scope: TypeAlias = dict[str, Any]
Reader: TypeAlias = list[Callable[[Any, int], Any]]
"""A function in a list of its own, so that it can be made when it is first called."""


class Unfit(Exception):
    """Something is wrong, or unusual."""


def quickly_structured(cls: type, data: object) -> Any:
    """The object of a class that plain data stand for.

    Args:
        cls: the class.
        data: lists, dictionaries and values as a reader of JSON makes them, in which no string
            has a character that `model.base.UNWRITABLE` names.

    Raises:
        Unfit: the thorough reader must look at it.
    """
    try:
        return _reader(cls)[0](data, MAX_OBJECTS)
    except Exception as error:
        raise Unfit from error


@per_class
def _reader(cls: type) -> Reader:
    return _when_first_called(cls, tagged=False)


@per_class
def _tagged_reader(cls: type) -> Reader:
    return _when_first_called(cls, tagged=True)


def _when_first_called(cls: type, *, tagged: bool) -> Reader:
    reader: Reader = []

    def first(data: Any, depth: int) -> Any:
        reader[0] = _made(cls, tagged=tagged)
        return reader[0](data, depth)

    reader.append(first)
    return reader


def _made(cls: type, *, tagged: bool) -> Callable[[Any, int], Any]:
    """The function that reads an object of a class; `depth` is how many may be nested in it."""
    scope: Scope = {"Unfit": Unfit, "cls": cls, "unsealed": unsealed(cls)}
    fields = fields_of(cls)
    written = _one_by_one if len(fields) < MANY_FIELDS else _as_they_come
    lines = ["if depth < 0 or type(data) is not dict:", "    raise Unfit", "self = unsealed()"]
    lines += written(cls, scope, tagged=tagged)
    return _function("data, depth", [*lines, "self.__class__ = cls", "return self"], scope)


def _one_by_one(cls: type, scope: Scope, *, tagged: bool) -> list[str]:
    """Source lines that look for each field in turn: fast where a class has few."""
    lines = [f"left = len(data) - {int(tagged)}"]
    for field in fields_of(cls):
        read = [f"value = data[{field.name!r}]", *_field_steps(cls, field, scope), "left -= 1"]
        if field.default is attrs.NOTHING:
            lines += read
        elif not field.eq:
            lines.append(_default_step(field, scope))
        else:
            lines += [f"if {field.name!r} in data:", *_indented(read)]
            lines += ["else:", *_indented([_default_step(field, scope)])]
    return [*lines, "if left:", "    raise Unfit"]


def _as_they_come(cls: type, scope: Scope, *, tagged: bool) -> list[str]:
    """Source lines that look each key up in a table: fast where an object has few of many."""
    optional = [field for field in fields_of(cls) if field.default is not attrs.NOTHING]
    required = [field for field in fields_of(cls) if field.default is attrs.NOTHING]
    table = {field.name: _field_reader(cls, field, scope) for field in fields_of(cls) if field.eq}
    scope["fields"] = {TAG: lambda self, value, depth: None} | table if tagged else table
    return [
        *(_default_step(field, scope) for field in optional),
        "for name, value in data.items():",
        "    fields[name](self, value, depth)",
        *(f"self.{field.name}" for field in required),  # not there if it was not given
    ]


def _field_reader(cls: type, field: attrs.Attribute[Any], scope: Scope) -> Callable[..., Any]:
    return _function("self, value, depth", _field_steps(cls, field, scope), scope)


def _field_steps(cls: type, field: attrs.Attribute[Any], scope: Scope) -> list[str]:
    """Source lines that put `value` into a field."""
    kind = without_none(hints(cls)[field.name])
    return [*_steps(kind, scope, field.name), f"self.{field.name} = value"]


def _default_step(field: attrs.Attribute[Any], scope: Scope) -> str:
    default = default_of(field)
    if default is None or default == ():
        return f"self.{field.name} = {default!r}"
    scope[f"{field.name}_default"] = default
    return f"self.{field.name} = {field.name}_default"


def _function(parameters: str, lines: Iterable[str], scope: Scope) -> Callable[..., Any]:
    exec("\n    ".join([f"def read({parameters}):", *lines]), scope)  # noqa: S102  # our own names alone
    made: Callable[..., Any] = scope.pop("read")
    return made


# ------------------------------------------------------------------ the steps for an annotation
def _steps(kind: Any, scope: Scope, name: str) -> list[str]:
    """Source lines that bring `value` into normal form or raise."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind in (str, bool):
        return _of_type("value", kind)
    if origin is Annotated and arguments[0] is int:
        return [*_of_type("value", int), *map(_limit, arguments[1:])]
    if kind == Attributes:
        return _ATTRIBUTES
    if origin is tuple and arguments[-1] is Ellipsis:
        return [*_of_type("value", list), *_items(arguments[0], scope, name)]
    if isinstance(kind, type) and issubclass(kind, Enum):
        scope[f"{name}_words"] = {member.value: member for member in kind}
        return [f"value = {name}_words[value]"]
    if isinstance(kind, type) and issubclass(kind, Model) and concrete(kind) == (kind,):
        scope[f"{name}_reader"] = _reader(kind)
        return [f"value = {name}_reader[0](value, depth - 1)"]
    return _others(kind, scope, name)


def _of_type(variable: str, kind: type) -> list[str]:
    return [f"if type({variable}) is not {kind.__name__}:", "    raise Unfit"]


def _limit(limit: Between | AtLeast) -> str:
    if isinstance(limit, Between):
        return f"if not {limit.low} <= value <= {limit.high}: raise Unfit"
    return f"if value < {limit.low}: raise Unfit"


_ATTRIBUTES = [
    *_of_type("value", dict),
    "for item in value.values():",
    "    if type(item) is not str:",
    "        raise Unfit",
    "value = tuple(sorted(value.items()))",
]


def _items(kind: Any, scope: Scope, name: str) -> list[str]:
    """Source lines that make a tuple of a list."""
    options = tagged_options(kind)
    if kind is str:
        return ["for item in value:", *_indented(_of_type("item", str)), "value = tuple(value)"]
    if options is None and isinstance(kind, type) and issubclass(kind, Model):
        scope[f"{name}_reader"] = _reader(kind)
        return [f"read = {name}_reader[0]", *_each("read(item, depth - 1)")]
    if options is None:
        return _others(tuple[kind, ...], scope, name)
    scope[f"{name}_readers"] = {tag: _tagged_reader(c) for tag, c in options.items()}
    read = f"{name}_readers[item['{TAG}']][0](item, depth - 1)"
    return _runs(read) if str in typing.get_args(kind) else _each(read)


def _each(read: str) -> list[str]:
    """Source lines that read each item; most lists have one, which is read without a loop."""
    return [
        "if len(value) == 1:",
        "    (item,) = value",
        f"    value = ({read},)",
        "else:",
        f"    value = tuple([{read} for item in value])",
    ]


def _runs(read: str) -> list[str]:
    """The same for strings and objects, in normal form: no string is empty or follows another."""
    return [
        "if len(value) == 1 and type(value[0]) is str and value[0]:",
        "    value = (value[0],)",
        "else:",
        "    items = []",
        "    after_string = False",
        "    for item in value:",
        "        if type(item) is not str:",
        f"            items.append({read})",
        "            after_string = False",
        "        elif after_string or not item:",
        "            raise Unfit",
        "        else:",
        "            items.append(item)",
        "            after_string = True",
        "    value = tuple(items)",
    ]


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def _others(kind: Any, scope: Scope, name: str) -> list[str]:
    """What is seldom read, and strings that come again and again: as `thorough` reads them."""
    hook, check = hook_for(kind), check_for(kind)

    def read(value: Any) -> Any:
        return check(hook(value, kind))

    again = kind == When or kind in (date, datetime) or _is_string(kind)
    scope[f"{name}_read"] = lru_cache(1024, typed=True)(read) if again else read
    return [f"value = {name}_read(value)"]


def _is_string(kind: Any) -> bool:
    """Whether it is a string with limits, such as a language tag."""
    return typing.get_origin(kind) is Annotated and typing.get_args(kind)[0] is str

"""From objects to plain data.

For each class a function is made as source text that looks at each field in turn and writes those
that differ from their default.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any, TypeAlias

import attrs

from newsmodel.model import Model
from newsmodel.model.base import default_of, fields_of, hints, per_class
from newsmodel.model.checks import Attributes, When
from newsmodel.plain.classes import TAG, tagged_options, without_none
from newsmodel.plain.reading import MAX_DEPTH

__all__ = ["TooDeep", "UnusualFloat", "fields_to_plain", "number", "to_plain"]

Scope: TypeAlias = dict[str, Any]
Writer: TypeAlias = list[Callable[[Any, int], dict[str, Any]]]
"""A function in a list of its own, so that it can be made when it is first called."""


class TooDeep(RecursionError):
    """An object is nested deeper than any reader takes."""


class UnusualFloat(float):
    """A number so small or so large that writers of JSON differ in how they spell it."""


def number(value: float) -> float:
    """A number for plain data that is to be written: one of the unusual ones is marked so."""
    usual = 1e-4 <= abs(value) < 1e16 or value == 0
    return value if usual else UnusualFloat(value)


def to_plain(model: Model) -> dict[str, Any]:
    """An object as dictionaries, lists, strings, numbers and booleans; defaults are left out.

    Raises:
        TooDeep: it is nested deeper than `from_plain` would take.
    """
    plain: dict[str, Any] = _writer(type(model))[0](model, MAX_DEPTH)
    return plain


def fields_to_plain(cls: type, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Some fields of an object as `to_plain` gives them; defaults are left out.

    Raises:
        TooDeep: one is nested deeper than `from_plain` would take.
    """
    plain: dict[str, Any] = {}
    writers = _field_writers(cls)
    for name, value in fields.items():
        writers[name](plain, value, MAX_DEPTH)
    return plain


class _FieldWriters(dict[str, Callable[[dict[str, Any], Any, int], None]]):
    """The functions that write the fields of a class, each made when it is first asked for."""

    def __init__(self, cls: type) -> None:
        super().__init__()
        self._fields = {field.name: field for field in fields_of(cls)}
        self._kinds = hints(cls)

    def __missing__(self, name: str) -> Callable[[dict[str, Any], Any, int], None]:
        scope: Scope = {}
        lines = _value_lines(self._fields[name], self._kinds[name], "value", scope)
        made = self[name] = _function("plain, value, depth", lines, scope)
        return made


@per_class
def _field_writers(cls: type) -> _FieldWriters:
    return _FieldWriters(cls)


@per_class
def _writer(cls: type) -> Writer:
    return _when_first_called(cls, tagged=False)


@per_class
def _tagged_writer(cls: type) -> Writer:
    return _when_first_called(cls, tagged=True)


def _when_first_called(cls: type, *, tagged: bool) -> Writer:
    writer: Writer = []

    def first(model: Any, depth: int) -> dict[str, Any]:
        writer[0] = _made(cls, tagged=tagged)
        return writer[0](model, depth)

    writer.append(first)
    return writer


def _made(cls: type, *, tagged: bool) -> Callable[[Any, int], dict[str, Any]]:
    """The function that writes an object; `depth` is how much may still be nested, itself too."""
    scope: Scope = {"TooDeep": TooDeep}
    lines = ["if depth < 2:", "    raise TooDeep"]
    lines.append(f"plain = {{{TAG!r}: {cls.__name__!r}}}" if tagged else "plain = {}")
    for field in fields_of(cls):
        if field.eq:
            lines += _value_lines(field, hints(cls)[field.name], f"model.{field.name}", scope)
    return _function("model, depth", [*lines, "return plain"], scope)


def _function(parameters: str, lines: list[str], scope: Scope) -> Callable[..., Any]:
    source = "\n    ".join([f"def write({parameters}):", *lines])
    exec(source, scope)  # noqa: S102  # made of the names of our own fields alone
    made: Callable[..., Any] = scope["write"]
    return made


def _value_lines(field: attrs.Attribute[Any], kind: Any, value: str, scope: Scope) -> list[str]:
    """The source lines that write the value of a field, which is called so in the source."""
    name = field.name
    write = f"plain[{name!r}] = {_expression(without_none(kind), value, scope, name)}"
    default = default_of(field)
    if default is attrs.NOTHING:
        return [write]
    if default is None:
        return [f"if {value} is not None:", f"    {write}"]
    if default == ():
        return [f"if {value}:", f"    {write}"]
    scope[f"{name}_default"] = default
    return [f"if {value} != {name}_default:", f"    {write}"]


def _expression(kind: Any, value: str, scope: Scope, name: str) -> str:
    """The source of an expression that makes a value plain."""
    if typing.get_origin(kind) is Annotated:
        kind = typing.get_args(kind)[0]
    if kind in (str, int, bool):
        return value
    if kind == When or kind in (date, datetime):
        return f"{value}.isoformat()"
    if kind == Attributes:
        return f"dict({value})"
    if typing.get_origin(kind) is tuple:
        return _list(kind, value, scope, name)
    if kind is float:
        scope["number"] = number
        return f"number({value})"
    if issubclass(kind, Enum):
        return f"{value}._value_"  # several times as fast as `value`
    scope[f"{name}_writer"] = _writer(kind)
    return f"{name}_writer[0]({value}, depth - 1)"


def _list(kind: Any, value: str, scope: Scope, name: str) -> str:
    element = typing.get_args(kind)[0]
    options = tagged_options(element)
    if options is None and element is str:
        return f"list({value})"
    if options is None:
        scope[f"{name}_writer"] = _writer(element)
        return _each(f"{name}_writer[0]({{}}, depth - 2)", value)
    scope[f"{name}_writers"] = {cls: _tagged_writer(cls) for cls in options.values()}
    write = f"{name}_writers[type({{0}})][0]({{0}}, depth - 2)"
    strings = str in typing.get_args(element)
    return _each(f"{{0}} if type({{0}}) is str else {write}" if strings else write, value)


def _each(write: str, value: str) -> str:
    """The source of a list; most have one item, which is written without a loop."""
    one, many = write.format(f"{value}[0]"), write.format("item")
    return f"[{one}] if len({value}) == 1 else [{many} for item in {value}]"

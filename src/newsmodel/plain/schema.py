"""A JSON Schema of plain data, made from the classes (JSON Schema 2020-12)."""

from __future__ import annotations

import inspect
import re
import sys
import typing
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any, TypeAlias

import attrs

from newsmodel.model.base import default_of, fields_of, hints
from newsmodel.model.checks import UNWRITABLE_SIGNS, AtLeast, Attributes, Between, Matches, When
from newsmodel.plain.classes import TAG, tagged_options, without_none
from newsmodel.plain.docstrings import field_docstrings
from newsmodel.plain.values import DATE, MOMENT

__all__ = ["Schema", "Schemas"]

Schema: TypeAlias = dict[str, Any]

_STRING = "string"
_DAY, _MOMENT = "day", "moment"


class Schemas:
    """The schemas of classes, and of all that they refer to.

    Attributes:
        definitions: by name each schema that another refers to.
    """

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def of_class(self, cls: type, first: dict[str, Schema] | None = None) -> Schema:
        """The schema of an object.

        Args:
            cls: its class.
            first: keys it has beside its fields, such as `type`; each must be there.
        """
        fields = [field for field in fields_of(cls) if field.eq]
        required = [*(first or ()), *(f.name for f in fields if f.default is attrs.NOTHING)]
        properties = {f.name: self._of_field(cls, f) for f in fields}
        return {
            "description": inspect.cleandoc(cls.__doc__ or ""),
            "type": "object",
            "properties": {**(first or {}), **properties},
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _of_field(self, cls: type, field: attrs.Attribute[Any]) -> Schema:
        schema = self.of_kind(hints(cls)[field.name])
        words = field_docstrings(cls).get(field.name)
        described = {"description": words} if words else {}
        return {**schema, **described, **_default(default_of(field))}

    def of_kind(self, kind: Any) -> Schema:
        """The schema of what an annotation admits."""
        kind = without_none(kind)
        options = tagged_options(kind)
        if options is not None:
            return self._either(kind, options)
        if typing.get_origin(kind) is tuple and kind != Attributes:
            return self._of_tuple(typing.get_args(kind))
        if typing.get_origin(kind) is Annotated:
            return self._limited(*typing.get_args(kind))
        for known, schema in _SIMPLE.items():
            if kind == known:
                return schema(self)
        if issubclass(kind, Enum):
            return self._reference(kind.__name__, lambda: _choice(kind))
        return self._reference(kind.__name__, lambda: self.of_class(kind))

    def _either(self, kind: Any, options: dict[str, type]) -> Schema:
        strings = [self.of_kind(str)] if str in typing.get_args(kind) else []
        return {"anyOf": [*strings, *(self._tagged(tag, cls) for tag, cls in options.items())]}

    def _tagged(self, tag: str, cls: type) -> Schema:
        make: Callable[[], Schema] = lambda: self.of_class(cls, {TAG: {"const": tag}})  # noqa: E731
        return self._reference(f"Tagged{tag}", make)

    def _of_tuple(self, elements: tuple[Any, ...]) -> Schema:
        if elements[-1] is Ellipsis:
            return {"type": "array", "items": self.of_kind(elements[0])}
        items = [self.of_kind(element) for element in elements]
        size = {"minItems": len(items), "maxItems": len(items)}
        return {"type": "array", "prefixItems": items, **size}

    def _limited(self, kind: Any, *limits: Any) -> Schema:
        schema = {"type": "string"} if kind is str else dict(self.of_kind(kind))
        for limit in limits:
            schema |= _limit(limit)
        return schema

    def _reference(self, name: str, make: Callable[[], Schema]) -> Schema:
        if name not in self.definitions:
            self.definitions[name] = {}  # a class may refer to itself
            self.definitions[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def string(self) -> Schema:
        """The schema of a string that every format can hold (XML 1.0, section 2.2)."""
        return self._reference(_STRING, lambda: {"type": "string", "pattern": _WRITABLE})

    def day(self) -> Schema:
        """The schema of a day."""
        return self._reference(_DAY, lambda: _matching(DATE, "date", "2024-01-10"))

    def moment(self) -> Schema:
        """The schema of a moment."""
        example = "2024-01-10T09:00:00+02:00"
        return self._reference(_MOMENT, lambda: _matching(MOMENT, "date and time", example))


_SIMPLE: dict[Any, Callable[[Schemas], Schema]] = {
    str: Schemas.string,
    int: lambda _: {"type": "integer"},
    float: lambda _: {
        "type": "number",
        "minimum": -sys.float_info.max,
        "maximum": sys.float_info.max,
    },
    bool: lambda _: {"type": "boolean"},
    date: Schemas.day,
    datetime: Schemas.moment,
    When: lambda schemas: {"anyOf": [schemas.day(), schemas.moment()]},
    Attributes: lambda schemas: {
        "type": "object",
        "propertyNames": schemas.string(),
        "additionalProperties": schemas.string(),
    },
}


def _default(value: object) -> Schema:
    """What a field holds where nothing is said, where that is a plain value."""
    if isinstance(value, Enum) and value is not attrs.NOTHING:
        return {"default": value.value}
    return {"default": value} if type(value) in (str, int, bool) else {}


def _choice(kind: type[Enum]) -> Schema:
    words = [member.value for member in kind]
    return {"description": inspect.cleandoc(kind.__doc__ or ""), "type": "string", "enum": words}


def _limit(limit: Between | AtLeast | Matches) -> Schema:
    if isinstance(limit, Matches):
        return {"pattern": _whole(limit.pattern.pattern)}
    if isinstance(limit, Between):
        return {"minimum": limit.low, "maximum": limit.high}
    return {"minimum": limit.low}


def _matching(pattern: str, what: str, example: str) -> Schema:
    words = f"A {what} as in ISO 8601."
    return {
        "description": words,
        "type": "string",
        "pattern": _whole(pattern),
        "examples": [example],
    }


def _whole(pattern: str) -> str:
    """A pattern for the whole string, also where `$` matches before a newline at its end."""
    return rf"^(?:{pattern})$(?!\n)"


def _escaped(pattern: str) -> str:
    """A pattern in plain characters, so that it survives every editor and every terminal."""
    return re.sub(r"[^ -~]", lambda match: f"\\u{ord(match[0]):04x}", pattern)


_WRITABLE = f"^[^{_escaped(UNWRITABLE_SIGNS)}]*$"
# Without those beyond U+FFFF, of which many a checker sees but the halves.

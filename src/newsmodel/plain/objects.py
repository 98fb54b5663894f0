"""The objects plain data stand for, one after another, before any of them is made."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any

import attrs

from newsmodel.model import Model
from newsmodel.model.base import fields_of, hints
from newsmodel.plain.classes import TAG, tagged_options, without_none

__all__ = ["PlainObject", "objects_in"]


@attrs.frozen
class PlainObject:
    """A dictionary that stands for an object."""

    cls: type
    """The class of the object."""
    data: dict[str, Any]
    """The dictionary."""
    path: str
    """Its path."""

    @property
    def unknown(self) -> list[str]:
        """The keys its class has no field for."""
        known = {field.name for field in fields_of(self.cls) if field.eq} | {TAG}
        return [name for name in self.data if name not in known]


def objects_in(kind: Any, data: object, path: str = "$") -> Iterator[PlainObject]:
    """The objects in plain data, outer before inner; what fits no class is passed over.

    Args:
        kind: the class of the whole, or an annotation.
        data: the whole.
        path: its path.
    """
    kind = without_none(kind)
    if type(data) is list and typing.get_origin(kind) is tuple:
        for index, item in enumerate(data):
            yield from objects_in(typing.get_args(kind)[0], item, f"{path}[{index}]")
    cls = _class_of(kind, data) if type(data) is dict else None
    if cls is not None and type(data) is dict:
        yield PlainObject(cls, data, path)
        kinds = hints(cls)
        for field in fields_of(cls):
            if field.name in data:
                yield from objects_in(kinds[field.name], data[field.name], f"{path}.{field.name}")


def _class_of(kind: Any, data: dict[str, Any]) -> type | None:
    options = tagged_options(kind)
    if options is not None:
        tag = data.get(TAG)
        return options.get(tag) if isinstance(tag, str) else None
    return kind if isinstance(kind, type) and issubclass(kind, Model) else None

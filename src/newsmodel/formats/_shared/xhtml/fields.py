"""From attributes of elements to fields of nodes."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from enum import Enum
from typing import Any

from newsmodel.errors import FieldError, ParseError
from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.urls import is_safe_link
from newsmodel.formats._shared.xhtml.table import DATA, PLAIN_ATTRIBUTE, Row
from newsmodel.formats._shared.xhtml.vocabulary import Items
from newsmodel.model import Node
from newsmodel.model.base import default_of, fields_of, hints, per_class
from newsmodel.model.checks import When
from newsmodel.plain import from_plain

__all__ = ["built", "fields_in"]

_LANG = ("lang", "{http://www.w3.org/XML/1998/namespace}lang")


def built(cls: type[Node], fields: dict[str, Any]) -> Node | None:
    """A node of that class; None where its fields do not make one."""
    try:
        return cls(**fields)
    except (FieldError, TypeError):
        return None


def fields_in(items: Items, row: Row) -> tuple[dict[str, Any], bool]:
    """The fields that attributes give, and whether the same attributes would be written again.

    What makes no sense is passed over.
    """
    native = {html_name: field for field, html_name in row.native}
    fields: dict[str, Any] = {}
    own: dict[str, str] = {}
    exactly = _tells_language_twice(items)
    for name, raw in items:
        value = writable(raw)
        field = native.get(name) or _field_named(name)
        if field is not None:
            _put(fields, row.cls, field, value)
            exactly = exactly and _is_written(fields, row.cls, field, raw, native=name in native)
        elif PLAIN_ATTRIBUTE.fullmatch(name):
            own[name] = value
            exactly = exactly and value == raw
        elif name != DATA:
            exactly = False
    _drop_css(own, row.css)
    own |= dict(fields.pop("attributes", ()))
    return fields | ({"attributes": own} if own else {}), exactly


def _tells_language_twice(items: Items) -> bool:
    """Whether a language is told in both ways or in neither, as it is written."""
    told = [value for name, value in items if name in _LANG]
    return not told or (len(told) == len(_LANG) and len(set(told)) == 1)


def _is_written(
    fields: dict[str, Any], cls: type[Node], field: str, raw: str, *, native: bool
) -> bool:
    """Whether a field is written as the attribute it was read from."""
    if field not in fields:
        return False
    value = fields[field]
    if value == _defaults(cls)[field]:
        return False
    if isinstance(value, date):
        return value.isoformat() == raw
    if native or isinstance(value, str):
        return str(value) == raw and (field != "href" or is_safe_link(raw))
    return json.dumps(json.loads(raw), ensure_ascii=False) == raw


@per_class
def _defaults(cls: type) -> dict[str, Any]:
    return {field.name: default_of(field) for field in fields_of(cls)}


def _field_named(name: str) -> str | None:
    """The field an attribute of ours, or of every element, stands for."""
    if name in _LANG:
        return "language"
    if name == "dir":
        return "direction"
    if name.startswith(f"{DATA}-"):
        return name[len(DATA) + 1 :].replace("-", "_")
    return None


def _put(fields: dict[str, Any], cls: type[Node], field: str, value: str) -> None:
    decode = decoders(cls).get(field)
    if decode is not None:
        # Somebody else's idea of that attribute: the node does without.
        with suppress(ParseError, ValueError, RecursionError):
            fields[field] = decode(value)


@per_class
def decoders(cls: type) -> dict[str, Callable[[str], Any]]:
    """For each field of a class how its value is read from a string."""
    return {name: _decoder(kind) for name, kind in hints(cls).items()}


def _decoder(kind: Any) -> Callable[[str], Any]:
    wanted = _without_none(kind)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        # Words that HTML lists are read in any capitals ("Keywords and enumerated attributes").
        return lambda value: from_plain(wanted, value.lower(), format="html")
    if _is_string(wanted):
        return lambda value: from_plain(wanted, value, format="html")
    return lambda value: from_plain(wanted, json.loads(value), format="html")


def _without_none(kind: Any) -> Any:
    if typing.get_origin(kind) not in (typing.Union, types.UnionType) or kind == When:
        return kind
    rest = tuple(a for a in typing.get_args(kind) if a is not type(None))
    return typing.Union.__getitem__(rest)


def _is_string(kind: Any) -> bool:
    """Whether the plain form of a value of that kind is a string."""
    if typing.get_origin(kind) is typing.Annotated:
        kind = typing.get_args(kind)[0]
    return kind is str or kind == When or (isinstance(kind, type) and issubclass(kind, Enum))


def _drop_css(own: dict[str, str], css: str | None) -> None:
    """Take the library's own class for style sheets off the `class` attribute."""
    if css is None or "class" not in own:
        return
    if own["class"] == css:
        del own["class"]
    else:
        own["class"] = own["class"].removeprefix(css + " ")

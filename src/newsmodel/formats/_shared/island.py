"""The data island: what a format's own markup cannot say of an article, field by field.

A writer compares what it meant to say with what a reader would take from its visible markup, and
puts the fields that differ into the island, each with a digest of what is visible. A reader uses a
field of the island only while the visible value is still the one it belongs to, so that an edit in
the document counts, and the other fields still do too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from newsmodel.errors import ParseError
from newsmodel.model import Model
from newsmodel.model.base import default_of, fields_of, hints
from newsmodel.plain import from_plain, to_plain

__all__ = ["differing", "digest", "packed", "unpacked"]


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: object) -> str:
    """A short fingerprint of a plain value."""
    return hashlib.sha256(_ENCODER.encode(value).encode("utf-8", "surrogatepass")).hexdigest()[:16]


_UNSEEN = digest(None)


def differing(model: Model, visible: Model) -> dict[str, dict[str, Any]]:
    """An island of the fields of which the visible markup says something else."""
    meant, seen = to_plain(model), to_plain(visible)
    names = [f.name for f in fields_of(type(model)) if meant.get(f.name) != seen.get(f.name)]
    return packed(meant, {name: seen.get(name) for name in names})


def packed(plain: Mapping[str, Any], seen: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """An island of some fields of an object.

    Args:
        plain: the object as plain data.
        seen: for each field of the island the plain value of what is visible of it.
    """
    island: dict[str, dict[str, Any]] = {}
    entry: dict[str, Any]
    for name, visible in seen.items():
        entry = island[name] = {"seen": _UNSEEN if visible is None else digest(visible)}
        if name in plain:
            entry["value"] = plain[name]
    return island


def unpacked(
    cls: type[Model],
    island: object,
    seen: Callable[[str], object],
    unread: list[str] | None = None,
) -> dict[str, Any]:
    """The fields an island still speaks for; whatever is no island of ours gives none.

    Args:
        cls: the class of the object.
        island: the island as plain data.
        seen: gives for a field's name the plain value of what is visible of it now.
        unread: takes the names of fields whose values cannot be read.
    """
    fields: dict[str, Any] = {}
    defaults = {f.name: default_of(f) for f in fields_of(cls)}
    for name, entry in island.items() if isinstance(island, dict) else ():
        if name in defaults and isinstance(entry, dict) and entry.get("seen") == digest(seen(name)):
            try:
                fields[name] = _value(cls, name, entry, defaults[name])
            except ParseError:
                if unread is not None:
                    unread.append(name)
    return fields


def _value(cls: type[Model], name: str, entry: dict[str, Any], default: Any) -> Any:
    if "value" not in entry:
        return default
    return from_plain(hints(cls)[name], entry["value"])

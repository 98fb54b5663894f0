"""A document of the newest version in the form of an older one.

What the older version has no property for is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeAlias

from newsmodel.formats.ninjs.names import LATEST
from newsmodel.formats.ninjs.uris import is_uri
from newsmodel.formats.ninjs.versions.dialects import (
    CODED,
    FIRST,
    NAME,
    each_of,
    kept_in,
    names_between,
    put_back,
    renamed,
    split,
    without_kept,
)
from newsmodel.formats.ninjs.versions.kinds import ListOf, Shaped
from newsmodel.formats.ninjs.versions.shapes import SHAPES, shape_of

__all__ = ["dated"]

Object: TypeAlias = dict[str, Any]

_MARKUP_TYPES = ("text/html", "application/xhtml+xml")


def dated(document: Object, version: str) -> Object:
    """A document in the form of the newest version, in that of an older one.

    What the older version has no property for is left out.
    """
    kept = kept_in(document, version)
    if kept is not None:
        older = dated(without_kept(document), version)
        return older | {name: _beside(held, older.get(name)) for name, held in kept.items()}
    if version >= "3.0":
        return document
    return _to_first(document, version) if version < "2.0" else _to_second(document, version)


def _beside(kept: Any, usual: Any) -> Any:
    """What was kept of a property: with the rest of it, where both are objects by name."""
    return kept | usual if isinstance(kept, dict) and isinstance(usual, dict) else kept


def _to_second(document: Object, version: str) -> Object:
    older: Object = {}
    for name, value in document.items():
        if name not in _newest():
            older.setdefault(name, value)
        elif name == "associations":
            older[name] = each_of(value, lambda held: dated(held, version))
        else:
            new, kind = names_between("association", LATEST, version)[name]
            if new is not None:
                older[new] = renamed(value, kind, LATEST, version)
    return older


@cache
def _newest() -> frozenset[str]:
    """The properties of the newest version."""
    return frozenset(shape_of("association", LATEST))


def _to_first(document: Object, version: str) -> Object:
    older: Object = {}
    for name, value in document.items():
        if name in _TEXTS and isinstance(value, list):
            older |= {k: v for k, v in _texts(value, _TEXTS[name]).items() if k not in older}
        elif name in _LAST:
            if name != "type" or value not in ("event", "planning"):
                change = _CHANGES.get(name)
                older[_LAST[name]] = value if change is None else change(value, version)
        elif name not in _newest():
            older.setdefault(name, value)
    return older


_TEXTS = {"headlines": "headline", "descriptions": "description", "bodies": "body"}


def _texts(items: list[Any], stem: str) -> Object:
    """Texts by their roles; a second one of a name gets a number."""
    found: Object = {}
    for each in items:
        if isinstance(each, dict) and isinstance(each.get("value"), str):
            name = _text_name(each, stem)
            free = (new for n in range(2, len(items) + 2) if (new := f"{name}_{n}") not in found)
            found[next(free) if name in found else name] = each["value"]
    return found


def _text_name(each: Object, stem: str) -> str:
    role = each.get("role")
    if stem == "headline" and role in (None, "main"):
        return stem
    if not isinstance(role, str) or not NAME.match(role):
        role = "html" if each.get("contentType") in _MARKUP_TYPES else "text"
    return f"{stem}_{role}"


def _coded(value: Any, version: str) -> Any:
    def change(each: Object) -> Object:
        return put_back(each, version, lambda usual: _code(usual, version))

    return each_of(value, change)


def _code(each: Object, version: str) -> Object:
    """A concept with a scheme and a code instead of an address and a code."""
    older = dict(each)
    uri, literal = older.pop("uri", None), older.pop("literal", None)
    if isinstance(uri, str) and uri:
        code = literal if isinstance(literal, str) and literal else None
        older |= _scheme(uri, code)
    elif isinstance(literal, str):
        older["code"] = literal
    if "geoJSON" in older:
        older["geometry_geojson"] = older.pop("geoJSON")
    for name, shape in (("contactInfo", "contact"), ("symbols", "symbol")):
        if name in older:
            kind = ListOf(Shaped(shape))
            older[name.lower()] = renamed(older.pop(name), kind, LATEST, version)
    older.pop("id", None)
    return older


def _scheme(uri: str, code: str | None) -> Object:
    """An address as a scheme and a code; whole, as a code, where it cannot be parted."""
    local = code.rpartition(":")[2] if code else None
    for end in filter(None, (code, local)):
        scheme = uri[: -len(end)]
        if uri.endswith(end) and is_uri(scheme):
            return {"scheme": scheme, "code": end}
    parts = split(uri)
    return {"scheme": parts[0], "code": parts[1]} if parts else {"code": uri}


def _origins(value: Any, version: str) -> Any:
    def change(each: Object) -> Object:
        older = _code(each, version)
        if "role" in older:
            older["rel"] = older.pop("role")
        return older

    return each_of(value, lambda each: put_back(each, version, change))


def _by_name(value: Any, change: Callable[[Object], Object]) -> Any:
    """Objects by their names instead of a list of objects with names."""
    if not isinstance(value, list):
        return value
    named: Object = {}
    for number, each in enumerate(value, 1):
        if isinstance(each, dict):
            name = each.get("name")
            if not isinstance(name, str) or not NAME.match(name) or name in named:
                name = f"n{number}"
            named[name] = change({k: v for k, v in each.items() if k != "name"})
    return named


def _to_files(value: Any, version: str) -> Any:
    def change(each: Object) -> Object:
        named = {
            {"contentType": "mimetype", "sizeInBytes": "sizeinbytes"}.get(k, k): v
            for k, v in each.items()
        }
        return {k: v for k, v in named.items() if k not in _NEW_OF_FILES}

    return _by_name(value, lambda each: put_back(each, version, change))


_NEW_OF_FILES = frozenset(p.name for p in SHAPES["rendition"] if p.since >= "3.0") - {
    "width", "height", "sizeInBytes",
}  # fmt: skip


def _to_associated(value: Any, version: str) -> Any:
    return _by_name(value, lambda each: dated(_less(each, "rel"), version))


def _less(each: Object, name: str) -> Object:
    return {key: held for key, held in each.items() if key != name}


def _to_other_ids(value: Any, version: str) -> Any:
    if not isinstance(value, list):
        return value
    ids: Object = {}
    for each in value:
        if isinstance(each, dict) and isinstance(each.get("value"), str):
            role = each.get("role")
            ids.setdefault(role if isinstance(role, str) else "id", each["value"])
    return ids


def _to_trust(value: Any, version: str) -> Any:
    def change(each: Object) -> Object:
        parts = split(each["role"]) if isinstance(each.get("role"), str) else None
        return {"scheme": parts[0], "code": parts[1]} | _less(each, "role") if parts else each

    return each_of(value, change)


def _to_completeness(value: Any, version: str) -> Any:
    words = {"full": "complete", "partial": "incomplete"}
    return words.get(value, value) if isinstance(value, str) else value


def _to_rights(value: Any, version: str) -> Any:
    return renamed(value, Shaped("rights"), LATEST, version)


_CHANGES: Mapping[str, Callable[[Any, str], Any]] = {
    **{FIRST[old]: _coded for old in CODED},
    "representationType": _to_completeness,
    "infoSources": _origins,
    "renditions": _to_files,
    "associations": _to_associated,
    "altIds": _to_other_ids,
    "trustIndicators": _to_trust,
    "rightsInfo": _to_rights,
}
"""What changes in properties on the way to versions 1.x beside their names."""
_LAST = {new: old for old, new in FIRST.items()}
"""For each property of the newest version its name in 1.6."""

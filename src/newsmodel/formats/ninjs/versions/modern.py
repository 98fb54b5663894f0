"""A document of any version in the form of the newest one.

Everything behind this module and `dated` knows documents of the newest version alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from newsmodel.formats.ninjs.names import LATEST
from newsmodel.formats.ninjs.uris import is_uri
from newsmodel.formats.ninjs.versions.dated import dated
from newsmodel.formats.ninjs.versions.dialects import (
    CODED,
    FIRST,
    NAME,
    each_of,
    foreign_to,
    kept_apart,
    kept_name,
    renamed,
    split,
    stem_of,
)
from newsmodel.formats.ninjs.versions.kinds import Shaped
from newsmodel.formats.ninjs.versions.shapes import SHAPES, shape_of

__all__ = ["modern"]

Object: TypeAlias = dict[str, Any]


def modern(document: Object, version: str) -> Object:
    """A document of a version in the form of the newest one.

    What would not become again what it was stands under a name that says whose it is.
    """
    if version >= "3.0":
        return document
    change = _from_first if version < "2.0" else _from_second
    fresh, odd = change(document, version), set[str]()
    while (back := dated(fresh, version)) != document and odd != set(document):
        new = {name for name in document if back.get(name, _NOTHING) != document[name]} - odd
        odd |= new or set(document)
        usual = {name: held for name, held in document.items() if name not in odd}
        strange = {kept_name(name, version): document[name] for name in odd}
        fresh = {**change(usual, version), **strange}
    return fresh


_NOTHING = object()


def _from_second(document: Object, version: str) -> Object:
    fresh: Object = {}
    for name, value in document.items():
        known = shape_of("association", version).get(name)
        if known is None or (known.name != name and known.name in document):
            fresh[name] = value
        elif name == "associations":
            fresh[name] = each_of(value, lambda held: modern(held, version))
        else:
            fresh[known.name] = renamed(value, known.kind, version, LATEST)
    return fresh


def _from_first(document: Object, version: str) -> Object:
    fresh: Object = {}
    texts: dict[str, list[Object]] = {}
    for name, value in _parted(document, version).items():
        stem, role = stem_of(name)
        if stem and stem not in document and isinstance(value, str):
            texts.setdefault(stem, []).append({"role": role, "value": value})
            continue
        new = FIRST.get(name, name)
        if new != name and new in document:
            fresh[name] = value
        else:
            change = _CHANGES.get(name)
            fresh[new] = value if change is None else change(value, version)
    return fresh | texts


def _concepts(value: Any, version: str) -> Any:
    return each_of(value, lambda each: _concept(each, version))


_FOREIGN = frozenset[str]().union(
    *(foreign_to(f"{name}1", name, "1.6") for name in (*CODED, "infosource"))
)


def _concept(each: Object, version: str) -> Object:
    """A concept with an address and a code instead of a scheme and a code."""
    fresh = dict(kept_apart(each, _FOREIGN, version))
    scheme, code = fresh.get("scheme"), fresh.get("code")
    if isinstance(scheme, str) and isinstance(code, str) and _joins(scheme, code):
        del fresh["scheme"], fresh["code"]
        fresh["uri"] = scheme + code
        if split(scheme + code) != (scheme, code):
            fresh["literal"] = code
    elif "scheme" not in fresh and isinstance(code, str):
        fresh["literal"] = fresh.pop("code")
    if "geometry_geojson" in fresh:
        fresh["geoJSON"] = fresh.pop("geometry_geojson")
    for name, shape in (("contactinfo", "person1"), ("symbols", "organisation1")):
        if name in fresh:
            kind = next(p.kind for p in SHAPES[shape] if p.name.lower() == name)
            new = "contactInfo" if name == "contactinfo" else name
            fresh[new] = renamed(fresh.pop(name), kind, "1.6", LATEST)
    return fresh


def _joins(scheme: str, code: str) -> bool:
    return bool(code) and is_uri(scheme) and is_uri(scheme + code)


def _sources(value: Any, version: str) -> Any:
    def change(each: Object) -> Object:
        fresh = _concept(each, version)
        if "rel" in fresh:
            fresh["role"] = fresh.pop("rel")
        return fresh

    return each_of(value, change)


def _files(value: Any, version: str) -> Any:
    foreign = foreign_to("rendition1", "rendition", "1.6")

    def change(name: str, each: Object) -> Object:
        usual = kept_apart(each, foreign, version)
        fresh = renamed(usual, Shaped("rendition1"), version, LATEST)
        new = {"mimetype": "contentType", "sizeinbytes": "sizeInBytes"}
        return {"name": name} | {new.get(key, key): held for key, held in fresh.items()}

    return _listed(value, change)


_BY_NAME = ("renditions", "associations")
"""What versions 1.x hold by name, and later ones in a list."""


def _parted(document: Object, version: str) -> Object:
    """A document in which what is strange among named objects stands beside them."""
    found = {name: _strange(document[name]) for name in _BY_NAME if name in document}
    if not any(found.values()):
        return document
    parted = dict(document)
    for name, strange in found.items():
        if strange:
            usual = {key: held for key, held in document[name].items() if key not in strange}
            parted |= {name: usual, kept_name(name, version): strange}
    return parted


def _strange(value: Any) -> Object:
    """What stands by name among objects and can be none of a list; nothing where all is so."""
    if not isinstance(value, dict):
        return {}
    odd = {k: held for k, held in value.items() if not (isinstance(held, dict) and NAME.match(k))}
    return odd if len(odd) < len(value) else {}


def _listed(value: Any, change: Callable[[str, Object], Object]) -> Any:
    """The objects an object holds by name, as a list; left as it is where it is none such."""
    if not isinstance(value, dict) or not all(isinstance(held, dict) for held in value.values()):
        return value
    return [change(name, each) for name, each in value.items()]


def _associated(value: Any, version: str) -> Any:
    return _listed(value, lambda name, each: {"name": name} | modern(each, version))


def _other_ids(value: Any, version: str) -> Any:
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        return value
    return [{"role": role, "value": held} for role, held in value.items()]


def _trust(value: Any, version: str) -> Any:
    def change(each: Object) -> Object:
        scheme, code = each.get("scheme"), each.get("code")
        if not isinstance(scheme, str) or not isinstance(code, str) or "role" in each:
            return each
        if split(scheme + code) != (scheme, code):
            return each
        rest = {key: held for key, held in each.items() if key not in ("scheme", "code")}
        return {"role": scheme + code} | rest

    return each_of(value, change)


def _completeness(value: Any, version: str) -> Any:
    words = {"complete": "full", "incomplete": "partial"}
    return words.get(value, value) if isinstance(value, str) else value


def _rights(value: Any, version: str) -> Any:
    return renamed(value, Shaped("rights"), "1.6", LATEST)


_CHANGES: Mapping[str, Callable[[Any, str], Any]] = {
    **dict.fromkeys(CODED, _concepts),
    "representationtype": _completeness,
    "infosource": _sources,
    "renditions": _files,
    "associations": _associated,
    "altids": _other_ids,
    "trustindicator": _trust,
    "rightsinfo": _rights,
}
"""What changes in properties of versions 1.x beside their names."""

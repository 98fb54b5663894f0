"""Which version a document is of, and what its versions have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeAlias

from newsmodel.errors import UnsupportedVersionError
from newsmodel.formats.ninjs.names import FORMAT, LATEST, READ
from newsmodel.formats.ninjs.versions.kinds import Kind, ListOf, Shaped
from newsmodel.formats.ninjs.versions.shapes import SHAPES, shape_of

__all__ = [
    "CODED", "FIRST", "NAME", "each_of", "either", "foreign_to", "holds_kept", "is_kept_name",
    "kept_apart", "kept_in", "kept_name", "names_between", "put_back", "renamed", "split",
    "stem_of", "translated", "version_of", "without_kept",
]  # fmt: skip

Object: TypeAlias = dict[str, Any]

_VERSION = re.compile(r"([0-9]{1,4})\.([0-9]{1,4})")
NAME = re.compile(r"[a-zA-Z0-9_]")


# ------------------------------------------------------------------ which version
def version_of(document: Mapping[str, Any]) -> str:
    """The version a document is of: by its properties, then by what it says of itself.

    Raises:
        UnsupportedVersionError: it names a version that is not known here.
    """
    told = _told(document)
    if told is not None and told[0] > int(LATEST[0]):
        version = f"{told[0]}.{told[1]}"
        known = f"versions {READ[0]} to {LATEST}"
        raise UnsupportedVersionError(FORMAT, version, known, "$.standard.version")
    votes = {major: sum(_fits(*pair, major) for pair in document.items()) for major in "123"}
    majors = [major for major, count in votes.items() if count == max(votes.values())]
    if told is not None and str(told[0]) in majors:
        return _nearest(str(told[0]), told[1])
    return {"1": "1.6", "2": "2.1", "3": LATEST}[majors[-1]]


def _fits(name: str, value: Any, major: str) -> bool:
    """Whether a major version has a property of that name, and a list or none where it has."""
    if name in ("renditions", "associations"):
        return isinstance(value, dict) == (major == "1")
    return name in _names_of(major) or (major == "1" and stem_of(name)[0] is not None)


def _told(document: Mapping[str, Any]) -> tuple[int, int] | None:
    for key in ("standard", "$standard"):
        standard = document.get(key)
        version = standard.get("version") if isinstance(standard, dict) else None
        found = _VERSION.fullmatch(version) if isinstance(version, str) else None
        if found:
            return int(found[1]), int(found[2])
    return None


def _nearest(major: str, minor: int) -> str:
    """The newest known version that is not newer than the one named."""
    known = [version for version in READ if version[0] == major]
    older = [version for version in known if int(version[2:]) <= minor]
    return older[-1] if older else known[0] if known else LATEST


@cache
def _names_of(major: str) -> frozenset[str]:
    return frozenset(name for v in READ if v[0] == major for name in shape_of("item", v))


# ------------------------------------------------------------------ names
def renamed(value: Any, kind: Kind, source: str, target: str) -> Any:
    """A value with the properties of its objects under their names in another version."""
    if isinstance(kind, ListOf) and isinstance(value, list):
        return [renamed(each, kind.kind, source, target) for each in value]
    if not isinstance(kind, Shaped) or not isinstance(value, dict):
        return value
    names = names_between(kind.name, source, target)
    if target != LATEST and kept_in(value, target) is not None:
        return put_back(value, target, lambda usual: renamed(usual, kind, source, target))
    if target == LATEST:
        value = kept_apart(value, foreign_to(kind.name, kind.name, source), source)
    fresh: Object = {}
    for name, held in value.items():
        if name in names:
            new, inner = names[name]
            if new is not None:
                fresh[new] = renamed(held, inner, source, target)
        else:
            fresh.setdefault(name, held)
    if len(fresh) < len(value) and target == LATEST:
        return value  # two of its names mean the same: it stays as it is
    return fresh


@cache
def names_between(shape: str, source: str, target: str) -> Mapping[str, tuple[str | None, Kind]]:
    """For each property of a version its name in another, None where it has none there."""
    new = {each.name: each.name_in(target) for each in shape_of(shape, target).values()}
    return {
        name: (new.get(each.name, None if source == LATEST else each.name), each.kind)
        for name, each in shape_of(shape, source).items()
    }


@cache
def foreign_to(shape: str, newest: str, version: str) -> frozenset[str]:
    """The names that only the newest version has, where objects of that shape have another shape.

    Under such a name a version cannot mean what the newest one means.
    """
    return frozenset(shape_of(newest, LATEST)) - frozenset(shape_of(shape, version))


def stem_of(name: str) -> tuple[str | None, str | None]:
    """The list a text of versions 1.x belongs to, and its role there."""
    if name in ("headline", "headline_main"):
        return ("headlines", "main") if name == "headline" else (None, None)
    stem, sign, role = name.partition("_")
    new = {"headline": "headlines", "description": "descriptions", "body": "bodies"}.get(stem)
    return (new, role) if sign and new and NAME.match(role) else (None, None)


def split(uri: str) -> tuple[str, str] | None:
    """Scheme and code of an address, parted after the last slash or hash; None without any."""
    at = max(uri.rfind("/"), uri.rfind("#")) + 1
    return (uri[:at], uri[at:]) if 0 < at < len(uri) and not uri[:at].endswith("//") else None


def each_of(value: Any, change: Callable[[Object], Object]) -> Any:
    """The objects of a list changed, whatever else is in it left as it is."""
    if not isinstance(value, list):
        return value
    return [change(each) if isinstance(each, dict) else each for each in value]


# ------------------------------------------------------------------ names in versions 1.x
CODED = (
    "person", "organisation", "place", "subject", "event", "object", "genre",
)  # fmt: skip
"""Lists of concepts in versions 1.x."""

FIRST: Mapping[str, str] = {
    **{
        each.name_in("1.6"): each.name
        for each in SHAPES["item"]
        if each.since < "2.0" and each.until >= "2.0"
    },
    **dict(zip(CODED, (
        "people", "organisations", "places", "subjects", "events", "objects", "genres",
    ), strict=True)),
    "byline": "by",
    "representationtype": "representationType",
    "$standard": "standard",
    "infosource": "infoSources",
    "renditions": "renditions",
    "associations": "associations",
    "altids": "altIds",
    "trustindicator": "trustIndicators",
    "digitalsourcetype": "digitalSourceType",
    "expires": "expires",
}  # fmt: skip
"""For each property of 1.6 its name in the newest version, texts left out."""


# ------------------------------------------------------------------ what fits no other version
_KEPT = re.compile(r"(?P<name>.*) \((?P<major>[12])\.x\)", re.DOTALL)


def kept_name(name: str, version: str) -> str:
    """The name of a property that is not what its version says: "renditions (1.x)"."""
    return f"{name} ({version[0]}.x)"


def is_kept_name(name: str) -> bool:
    """Whether a name is one of `kept_name`."""
    return name.endswith(".x)") and _KEPT.fullmatch(name) is not None


def kept_in(document: Object, version: str) -> Object | None:
    """The properties under such names that belong to a version; None where there are no such."""
    found = list(filter(is_kept_name, document))
    if not found:
        return None
    end = kept_name("", version)
    return {name.removesuffix(end): document[name] for name in found if name.endswith(end)}


def without_kept(document: Object) -> Object:
    """An object without its properties under such names."""
    return {name: held for name, held in document.items() if not is_kept_name(name)}


def holds_kept(value: Any) -> bool:
    """Whether there are properties under such names anywhere in a value."""
    if isinstance(value, list):
        return any(map(holds_kept, value))
    if not isinstance(value, dict):
        return False
    return any(map(is_kept_name, value)) or any(map(holds_kept, value.values()))


def translated(value: Any, said: Any) -> Any:
    """A value for a version that it does not come from: without its properties under such names.

    What they say stands as it does in `said`, which says the same in the newest version.
    """
    if isinstance(value, list) and isinstance(said, list) and len(value) == len(said):
        return [translated(*pair) for pair in zip(value, said, strict=True)]
    if not isinstance(value, dict) or not isinstance(said, dict):
        return value
    usual = {k: translated(held, said.get(k)) for k, held in without_kept(value).items()}
    return said | usual if len(usual) < len(value) else usual


def kept_apart(document: Object, foreign: frozenset[str], version: str) -> Object:
    """An object whose properties under foreign names stand under such names, and last."""
    if foreign.isdisjoint(document):
        return document
    usual = {name: held for name, held in document.items() if name not in foreign}
    return usual | {kept_name(n, version): held for n, held in document.items() if n in foreign}


def put_back(document: Object, version: str, change: Callable[[Object], Object]) -> Object:
    """An object changed, with what it holds under such names of a version put back beside it."""
    kept = kept_in(document, version)
    return change(document) if kept is None else change(without_kept(document)) | kept


def either(document: Object, name: str) -> Any:
    """What stands under a name, or was kept because a version does not have it."""
    if name in document:
        return document[name]
    return document.get(kept_name(name, "1"), document.get(kept_name(name, "2")))

"""Keys this library does not know, from a document of a newer minor version: kept, and put back.

What an object has of them is carried by the nearest object around it that has `extensions`, as one
extension whose place is the object's path within that one, with a digest of what the object says.
It is found again by that digest, not by its position: while the object says the same, its keys are
written with it again; once it has been edited they stay among the extensions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import attrs

from newsmodel.formats._shared.island import digest
from newsmodel.formats.json.decoding import Malformed, decode_strictly
from newsmodel.formats.json.layout import FORMAT, MAJOR, MINOR, VERSION_KEY, VERSION_PATTERN
from newsmodel.model.base import fields_of
from newsmodel.plain import MAX_DEPTH, PlainObject, number, objects_in, refuse_depth

__all__ = ["MARK", "kept", "restored"]

MARK = f'"{FORMAT}"'
"""What stands in every document that has something to be put back."""

_EXTENSIONS = "extensions"
_VERSION_PLACE = f"$.{VERSION_KEY}"


@attrs.frozen
class _Placed:
    """An object of a document, and the one around it that carries what is unknown of it."""

    part: PlainObject
    holder: dict[str, Any]
    path: str

    @property
    def itself(self) -> bool:
        """Whether it carries its own."""
        return self.part.data is self.holder

    @property
    def address(self) -> str:
        """Its path within its holder, and a digest of what it says."""
        return "$" if self.itself else f"{self.path}#{digest(_bare(self.part.data))}"


def kept(cls: type, plain: dict[str, Any], version: str | None) -> dict[str, Any]:
    """A document whose unknown keys have moved into extensions.

    Args:
        cls: the class of the document.
        plain: its fields.
        version: the version it names, where that is newer than ours.
    """
    plain = _copied(plain)
    found = [(each, _taken(each.part)) for each in _placed(cls, plain)]
    carried = [(each.holder, each.address, json.dumps(keys)) for each, keys in found if keys]
    if version:
        carried.append((plain, _VERSION_PLACE, version))
    for holder, place, content in carried:
        extensions = holder.setdefault(_EXTENSIONS, [])
        if isinstance(extensions, list):
            extensions.append({"format": FORMAT, "place": place, "content": content})
    return plain


def restored(cls: type, plain: dict[str, Any]) -> dict[str, Any]:
    """A document whose unknown keys stand where they stood."""
    plain = _copied(plain)
    placed = list(_placed(cls, plain))
    carriers = [(each, _only_others(each.holder)) for each in placed if each.itself]
    addresses = [(each.address, each) for each in placed]
    for carrier, extensions in carriers:
        own = [(at, each) for at, each in addresses if each.holder is carrier.holder]
        left = [extension for extension in extensions if not _put(extension, own)]
        carrier.holder.update({_EXTENSIONS: left} if left else {})
    return plain


def _bare(value: Any) -> Any:
    """What an object says, without extensions of this format: these come and go."""
    if isinstance(value, list):
        return [_bare(each) for each in value]
    if not isinstance(value, dict):
        return value
    found = {name: _bare(each) for name, each in value.items()}
    if isinstance(extensions := found.get(_EXTENSIONS), list):
        others = [e for e in extensions if not (isinstance(e, dict) and e.get("format") == FORMAT)]
        found.pop(_EXTENSIONS)
        found.update({_EXTENSIONS: others} if others else {})
    return found


def _copied(plain: Any) -> Any:
    """A copy, to be changed and written."""
    return json.loads(json.dumps(plain), parse_float=_number)


def _number(spelled: str) -> float:
    return number(float(spelled))


def _only_others(holder: dict[str, Any]) -> list[dict[str, Any]]:
    """All extensions of an object, which is left with those that are not of this format."""
    extensions: list[dict[str, Any]] = holder.pop(_EXTENSIONS, [])
    others = [extension for extension in extensions if extension["format"] != FORMAT]
    holder.update({_EXTENSIONS: others} if others else {})
    return extensions


def _placed(cls: type, plain: dict[str, Any]) -> Iterator[_Placed]:
    holders: list[PlainObject] = []
    for part in objects_in(cls, plain):
        while holders and not _within(part.path, holders[-1].path):
            holders.pop()
        if any(field.name == _EXTENSIONS for field in fields_of(part.cls)):
            holders.append(part)
        holder = holders[-1]
        yield _Placed(part, holder.data, "$" + part.path[len(holder.path) :])


def _within(path: str, outer: str) -> bool:
    return path.startswith((f"{outer}.", f"{outer}["))


def _taken(part: PlainObject) -> dict[str, Any]:
    """The unknown keys of an object, which loses them; those nobody could write stay."""
    names = [name for name in part.unknown if _is_writable({name: part.data[name]})]
    return {name: part.data.pop(name) for name in names}


def _is_writable(keys: dict[str, Any]) -> bool:
    try:
        json.dumps(keys, ensure_ascii=False, allow_nan=False).encode()
    except ValueError:  # a number beyond every float, or half of a character
        return False
    return True


def _put(extension: dict[str, Any], own: list[tuple[str, _Placed]]) -> bool:
    """Whether what an extension carries could be put back where it stood."""
    place, content = extension["place"], extension["content"]
    if extension["format"] != FORMAT:
        return False
    if place == _VERSION_PLACE:
        return _put_version(own[0][1].part, content)
    value = place.rpartition("#")[2]
    same = [each for at, each in own if at.rpartition("#")[2] == value]
    same.sort(key=lambda each: not place.startswith(f"{each.path}#"))
    return bool(same) and _put_keys(same[0].part, content)


def _put_keys(part: PlainObject, content: str) -> bool:
    try:
        keys = _copied(decode_strictly(content))
        refuse_depth(keys, FORMAT, MAX_DEPTH - len(re.findall(r"[.\[]", part.path)))
    except (Malformed, ValueError, RecursionError):
        return False  # `ParseError` is a ValueError
    if not isinstance(keys, dict) or not keys or keys.keys() & part.data.keys():
        return False
    unknown = PlainObject(part.cls, keys, part.path).unknown
    if len(unknown) < len(keys) or VERSION_KEY in keys or not _is_writable(keys):
        return False
    part.data.update(keys)
    return True


def _put_version(document: PlainObject, version: str) -> bool:
    match = re.fullmatch(VERSION_PATTERN, version)
    newer = match is not None and int(match[1]) == MAJOR and int(match[2]) > MINOR
    if newer and document.path == "$" and VERSION_KEY in document.data:
        document.data[VERSION_KEY] = version
        return True
    return False

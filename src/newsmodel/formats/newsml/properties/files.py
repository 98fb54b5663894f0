"""Files of a picture, video or sound, and icons, as elements and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any

from newsmodel.formats._shared.escaping import attributes as attributes_as_they_are, text
from newsmodel.formats.newsml.names import is_line, is_uri, says_not_public
from newsmodel.formats.newsml.properties.concepts import concept_in, related_in
from newsmodel.formats.newsml.properties.describing import concept, related
from newsmodel.formats.newsml.properties.identifiers import alt_id, alt_id_in
from newsmodel.formats.newsml.properties.times import is_countable, seconds_of
from newsmodel.formats.newsml.xml.attributes import (
    as_number,
    as_qcode,
    as_rendition,
    as_size,
    attributes,
    same,
)
from newsmodel.formats.newsml.xml.reading import (
    Element,
    N,
    Reading,
    attributes_in,
    hide,
    name_of,
    no_text,
    tails,
    text_in,
)
from newsmodel.formats.newsml.xml.writing import (
    Inexact,
    attributes_of,
    code,
    enclosed,
    is_id,
    known,
    rank,
    uri,
)
from newsmodel.model import Audio, Hash, Image, Media, Rendition, Video
from newsmodel.model.base import joiner, maker
from newsmodel.model.vocabulary import term

_MAKE = maker(Rendition)
_MAKE_HASH = maker(Hash)
Check = Callable[[str], object]

_ATTRIBUTES = attributes(
    {
        "id": ("id", same),
        "rendition": ("role", as_rendition),
        "href": ("href", same),
        "residref": ("residref", same),
        "contenttype": ("content_type", same),
        "format": ("format", as_qcode),
        "version": ("version", as_number),
        "width": ("width", as_size),
        "height": ("height", as_size),
        "size": ("size", as_size),
        "colourspace": ("colour_space", as_qcode),
        "duration": ("duration", str.strip),
        "title": ("title", same),
    }
)

_ICON = {name: place for name, place in _ATTRIBUTES.items() if name != "duration"}

# ------------------------------------------------------------------ characteristics
_CODES = (
    "widthunit heightunit layoutorientation colourspace colourindicator durationunit audiocodec"
    " audiochannels videocodec videoscaling videodefinition"
).split()
_COUNTS = "charcount wordcount linecount pagecount orientation colourdepth".split()
_RATES = "resolution audiobitrate audiosamplesize audiosamplerate videoavgbitrate".split()
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)


def _is_flag(value: str) -> bool:
    return value in ("true", "false", "0", "1")


CHARACTERISTICS: Mapping[str, Check] = {
    **{name: as_qcode for name in _CODES if name != "colourspace"},
    **{f"{name}uri": is_uri for name in _CODES},
    **{name: lambda value: as_size(value) is not None for name in _COUNTS},
    **dict.fromkeys(_RATES, as_number),
    **dict.fromkeys(("audiovbr", "videovbr"), _is_flag),
    "videoframerate": _DECIMAL.fullmatch,
    "videoscan": lambda value: value in ("interlaced", "progressive"),
    "videoaspectratio": is_line,
    "videosampling": is_line,
}
"""Technical facts of a file (NewsML-G2 2.35: `newsContentCharacteristics`), each with its check."""

_OF_ICONS = frozenset(
    "widthunit widthunituri heightunit heightunituri orientation layoutorientation"
    " layoutorientationuri colourspaceuri colourindicator colourindicatoruri videocodec"
    " videocodecuri colourdepth".split()
)


def _characteristics(node: Element, known: Mapping[str, Any], reading: Reading) -> Any:
    """The technical facts among the attributes that have no field."""
    if not reading.strange:
        return ()
    found = {
        name: value
        for owner, name in reading.strange
        if owner is node
        and name in known
        and (value := same(node.get(name) or ""))
        and CHARACTERISTICS[name](value)
    }
    reading.strange = [(o, n) for o, n in reading.strange if o is not node or n not in found]
    return tuple(sorted(found.items()))


# ------------------------------------------------------------------ whose files they are
_CLASSES: dict[str, type[Media]] = {"image": Image, "video": Video, "audio": Audio}
_NO_TYPE = frozenset({"", "application/octet-stream"})
_SUFFIXES: dict[type[Media], tuple[str, ...]] = {
    Video: (".mp4", ".m4v", ".mov", ".webm", ".mpg", ".mpeg", ".avi"),
    Audio: (".mp3", ".m4a", ".wav", ".ogg", ".aac", ".flac"),
}


def is_medium(node: Element) -> bool:
    """Whether a file beside a text may be a picture, a video or a sound."""
    said = (node.get("contenttype") or "").strip().lower()
    return said in _NO_TYPE or said.partition("/")[0] in _CLASSES


def media_of(files: Iterable[Rendition]) -> list[Media]:
    """The media that the files beside a text are: pictures, then videos, then sounds.

    Files that differ in their roles are the sizes of one medium; one without a role, or with the
    role of an earlier one, begins another.
    """
    found: dict[type[Media], list[list[Rendition]]] = {Image: [], Video: [], Audio: []}
    for file in files:
        groups = found[_class_of(file)]
        roles = {each.role for each in groups[-1]} if groups else {file.role}
        if file.role is None or file.role in roles:
            groups.append([])
        groups[-1].append(file)
    return [cls(renditions=tuple(each)) for cls, groups in found.items() for each in groups]


def _class_of(file: Rendition) -> type[Media]:
    said = (file.content_type or "").strip().lower()
    if said not in _NO_TYPE:
        return _CLASSES.get(said.partition("/")[0], Image)
    address = (file.href or "").lower()
    return next((cls for cls, ends in _SUFFIXES.items() if address.endswith(ends)), Image)


# ------------------------------------------------------------------ reading
def rendition_in(node: Element, reading: Reading) -> Rendition:
    """A file from an element."""
    return _file_in(node, CHARACTERISTICS, reading, _ATTRIBUTES, _CHILDREN)


def icon_in(node: Element, reading: Reading) -> Rendition:
    """An icon from an element."""
    known = {name: CHARACTERISTICS[name] for name in _OF_ICONS}
    return _file_in(node, known, reading, _ICON, {})


def _file_in(
    node: Element,
    known: Mapping[str, Check],
    reading: Reading,
    places: Mapping[str, Any],
    children: Mapping[Any, Any],
) -> Rendition:
    fields = attributes_in(node, places, reading)
    hide(node, fields, reading)
    if says_not_public(fields.get("role")):
        fields["public"] = False
    reading.inexact |= "public" in fields  # the standard has no place for that
    if "duration" in fields:
        known = _read_duration(node, fields, known, reading)
    if reading.strange and (found := _characteristics(node, known, reading)):
        fields["characteristics"] = found
    if len(node) or node.text:
        _inside(node, fields, reading, children)
    found_file: Rendition = _MAKE(**fields)
    return found_file


def _read_duration(
    node: Element, fields: dict[str, Any], known: Mapping[str, Check], reading: Reading
) -> Mapping[str, Check]:
    """Read a duration in whatever unit; gives the technical facts that are still to be read.

    Of one that is not in seconds, value and unit are carried: it is written in seconds when it is
    changed.
    """
    value = fields.pop("duration")
    unit = term(node.get("durationunit") or node.get("durationunituri"))
    seconds = seconds_of(value, unit)
    if seconds is not None:
        fields["duration"] = seconds
    elif is_countable(unit):
        reading.depart(node, f"{name_of(node)}/@duration cannot be {node.get('duration')!r}")
    if as_size(value) is not None and unit in ("", "seconds"):
        return known
    reading.strange.append((node, "duration"))
    return {name: check for name, check in known.items() if not name.startswith("durationunit")}


def _inside(
    node: Element, fields: dict[str, Any], reading: Reading, known: Mapping[Any, Any]
) -> None:
    no_text(node, reading)
    for child in node[:]:
        name, read = known.get(child.tag, ("", None))
        if read is None:
            reading.leave(child)
        else:
            fields[name] = (*fields.get(name, ()), read(child, reading))
    tails(node, reading)


_HASH = attributes({"hashtype": ("type", as_qcode), "scope": ("scope", as_qcode)})


def checksum_in(node: Element, reading: Reading) -> Hash:
    """A checksum from an element."""
    found: Hash = _MAKE_HASH(value=text_in(node, reading), **attributes_in(node, _HASH, reading))
    return found


_CHILDREN: dict[Any, tuple[str, Callable[[Element, Reading], Any]]] = {
    f"{N}altId": ("alt_ids", alt_id_in),
    f"{N}hash": ("hashes", checksum_in),
    f"{N}signal": ("signals", concept_in),
    f"{N}remoteContentExtProperty": ("properties", related_in),
}


# ------------------------------------------------------------------ writing
def rendition(value: Rendition) -> str:
    """A file as an element."""
    more = _file_attributes(value) + _characteristic_attributes(value, CHARACTERISTICS)
    return enclosed("remoteContent", more, _children(value))


_children = joiner(
    Rendition,
    ("alt_ids", "hashes", "signals", "properties"),
    [
        lambda values: "".join(map(alt_id, values)),
        lambda values: "".join(map(checksum, values)),
        lambda values: "".join([concept("signal", each) for each in values]),
        lambda values: "".join([related("remoteContentExtProperty", each) for each in values]),
    ],
)


def icon(value: Rendition) -> str:
    """An icon as an element."""
    more = (value.duration, value.alt_ids, value.hashes, value.signals, value.properties)
    if any(each not in (None, ()) for each in more):
        raise Inexact
    return f"<icon{_file_attributes(value)}{_characteristic_attributes(value, _OF_ICONS)}/>"


def _whole_seconds(duration: float) -> int:
    if duration % 1:
        raise Inexact
    return int(duration)


_file_attributes = attributes_of(
    Rendition,
    {
        "id": ("id", is_id),
        "duration": ("duration", _whole_seconds),
        "rendition": ("role", code),
        "href": ("href", uri),
        "residref": ("residref", str),
        "version": ("version", rank),
        "contenttype": ("content_type", known),
        "format": ("format", code),
        "width": ("width", str),
        "height": ("height", str),
        "size": ("size", str),
        "colourspace": ("colour_space", code),
        "title": ("title", str),
    },
)


def _characteristic_attributes(value: Rendition, allowed: Container[str]) -> str:
    if not value.public:
        raise Inexact
    for name, said in value.characteristics:
        if name not in allowed or not CHARACTERISTICS[name](said):
            raise Inexact
    return attributes_as_they_are(value.characteristics)


def checksum(value: Hash) -> str:
    """A checksum as an element."""
    return enclosed("hash", _hash_attributes(value), text(value.value))


_hash_attributes = attributes_of(Hash, {"hashtype": ("type", code), "scope": ("scope", code)})

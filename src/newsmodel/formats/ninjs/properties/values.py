"""Single values: from what a document says to objects of the model, and back.

A reader raises `Odd` where a value is not what it should be. What a reader leaves out a writer
does not write, and the difference is carried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from newsmodel.formats._shared.text import writable
from newsmodel.formats.ninjs.uris import as_address, as_uri, from_uri
from newsmodel.formats.ninjs.versions.dialects import either
from newsmodel.language import normal_tag
from newsmodel.model import (
    AltId,
    Concept,
    EditorNote,
    Embargo,
    Kind,
    LanguageVersion,
    Paragraph,
    Provenance,
    Rendition,
    Text,
)
from newsmodel.model.base import hints, maker
from newsmodel.model.checks import Refusal, check_for

T = TypeVar("T")
Object = dict[str, Any]

CODE = re.compile(r"[^\s:/]+:(?!//)\S+")


class Odd(Exception):
    """A value is not what it should be."""


def without_none(**pairs: Any) -> Object:
    """An object of the pairs that have a value."""
    return {name: value for name, value in pairs.items() if value is not None}


def known(value: Any) -> Object:
    """An object of a document."""
    if not isinstance(value, dict):
        raise Odd
    return value


def text(value: Any) -> str:
    """A string, with what no format can hold replaced."""
    if not isinstance(value, str):
        raise Odd
    return writable(value)


def maybe(value: Any) -> str | None:
    """A string, where there is one."""
    return writable(value) if isinstance(value, str) else None


@cache
def _check(owner: type, name: str) -> Any:
    return check_for(hints(owner)[name])


def fitting(owner: type, name: str, value: Any) -> Any:
    """A value that a field accepts.

    Raises:
        Odd: it does not accept it.
    """
    try:
        return _check(owner, name)(value)
    except Refusal:
        raise Odd from None


def optional(owner: type, name: str, value: Any) -> Any:
    """A value that a field accepts, else None."""
    try:
        return None if value is None else fitting(owner, name, value)
    except Odd:
        return None


def number(value: Any) -> int | float:
    """A number; whole where it has no fraction."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Odd
    return int(value) if value == int(value) else value


def whole(value: Any) -> int | None:
    """A whole number that is not negative, where there is one."""
    try:
        found = number(value)
    except Odd:
        return None
    return found if isinstance(found, int) and found >= 0 else None


def as_number(value: float) -> int | float:
    """A number as JSON shows it: whole where it has no fraction."""
    return int(value) if value == int(value) else value


# ------------------------------------------------------------------ plain fields
def language(value: Any) -> str | None:
    """A language tag, in its usual spelling where it is none as it stands ("en_US"); else None."""
    if not isinstance(value, str):
        return None
    spellings = (optional(LanguageVersion, "language", s) for s in (value, normal_tag(value)))
    return next(filter(None, spellings), None)


def tag(value: Any) -> str:
    """The same; what cannot be read as one is odd."""
    found = language(value)
    if found is None:
        raise Odd
    return found


def version(value: Any) -> int:
    """The number of a version."""
    if not re.fullmatch(r"0|[1-9][0-9]{0,17}", text(value), re.ASCII):
        raise Odd
    return int(value)


_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?"
    r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?|[0-9]{8}T[0-9]{6}(?:Z|[+-][0-9]{4})?"
)


def moment(value: Any) -> datetime:
    """A date and time."""
    value = text(value)
    if not _MOMENT.fullmatch(value):
        raise Odd
    try:
        found: datetime = fitting(Embargo, "until", datetime.fromisoformat(value))
    except ValueError:
        raise Odd from None
    return found


def as_moment(value: Any) -> str | None:
    """A date and time with its offset; None for what has none, since ninjs wants one."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        return None
    return value.isoformat().replace("+00:00", "Z")


def kind(value: Any) -> Kind:
    """What sort of news it is."""
    return choice(Kind, value)


def choice(options: type[T], value: Any) -> T:
    """A word of a closed vocabulary."""
    try:
        return options(value)  # type: ignore[call-arg]  # an Enum is called with a value
    except (ValueError, TypeError):
        raise Odd from None


def address(value: Any) -> str:
    """An address or an id."""
    return from_uri(text(value))


def note(value: Any) -> EditorNote:
    """A note to editors, a paragraph a line."""
    return EditorNote(blocks=[Paragraph(content=line) for line in text(value).split("\n")])


def as_note(value: EditorNote) -> str | None:
    """The text of a note to editors."""
    return value.text or None


def named(value: Any) -> Concept:
    """A concept known by its name alone."""
    return Concept(names=[text(value)])


def as_name(value: Concept | None) -> str | None:
    """The name of a concept."""
    return None if value is None or not value.public else value.name


def words(value: Any) -> Text:
    """A label."""
    return Text(value=text(value))


# ------------------------------------------------------------------ other objects
def alt_id(value: Any) -> AltId:
    """Another identifier."""
    held = known(value)
    return AltId(value=text(held.get("value")), role=maybe(held.get("role")))


def as_alt_id(value: AltId) -> Object:
    """Another identifier as an object; what sort it is where it has no role."""
    return without_none(role=value.role if value.role is not None else value.type,
                        value=value.value)  # fmt: skip


_PLUS = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def provenance(value: Any) -> Provenance:
    """How it came to be."""
    held = known(value)
    uri, literal = maybe(held.get("uri")), maybe(held.get("literal"))
    code = uri.removeprefix(_PLUS) if uri is not None else literal
    return Provenance(digital_source_type=code)


def as_provenance(value: Provenance) -> Object | None:
    """How it came to be, where a code says so."""
    code = value.digital_source_type
    if code is None or value.scope not in (None, "text", "image"):
        return None
    if re.fullmatch(r"[A-Za-z]+", code):
        return {"uri": _PLUS + code}
    return {"uri": code} if as_uri(code) == code and not _is_code(code) else {"literal": code}


def _is_code(code: str) -> bool:
    return CODE.fullmatch(code) is not None and not code.startswith("urn:")


_RENDITION = maker(Rendition)


def rendition(value: Any) -> Rendition:
    """A file."""
    held = known(value)
    href = maybe(held.get("href"))
    return _RENDITION(
        role=text(held.get("name")) or None,
        href=None if href is None else from_uri(href),
        content_type=maybe(either(held, "contentType")),
        width=whole(held.get("width")),
        height=whole(held.get("height")),
        size=whole(either(held, "sizeInBytes")),
        duration=optional(Rendition, "duration", held.get("duration")),
        title=maybe(held.get("title")),
    )


def as_rendition(value: Rendition) -> Object | None:
    """A file as an object; one that is not for everybody is left out."""
    if not value.public:
        return None
    href = value.href if value.href is not None else value.residref
    return without_none(
        name=value.role or "",
        href=None if href is None else as_address(href),
        contentType=value.content_type,
        title=value.title,
        width=value.width,
        height=value.height,
        sizeInBytes=value.size,
        duration=None if value.duration is None else as_number(value.duration),
    )


def first(values: Iterable[T]) -> T | None:
    """The first of some values; None without any."""
    return next(iter(values), None)

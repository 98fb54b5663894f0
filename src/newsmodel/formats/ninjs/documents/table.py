"""Where each field lives: one table, which the reader and the writer both walk.

Properties have the names of the newest version; `dialects` knows those of the others. A property
whose field is one of several a document spreads over (captions, bodies, associations) has no row
here but a place of its own in `objects`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import attrs

from newsmodel.formats.ninjs.properties import concepts as c, holding, links, values as v
from newsmodel.model import Concept, Contributor, Rendition, Text

__all__ = ["ELSEWHERE", "MEDIUM", "STORY", "Row"]


def _always(_: Any) -> bool:
    return True


@attrs.frozen
class Row:
    """A property, the field it fills, and how its values are read and written."""

    name: str
    """The property, by its name in the newest version."""
    field: str
    """The field; after a dot a field of what that field holds."""
    read: Callable[[Any], Any]
    """A value of the field from a value of the property; raises `Odd` where there is none."""
    write: Callable[[Any], Any]
    """A value of the property from a value of the field; None for nothing."""
    listed: bool = False
    """Whether the property is a list, of which this row takes some items."""
    many: bool = False
    """Whether the field holds several values, an item each."""
    takes: Callable[[Any], bool] = _always
    """Whether an item of the property belongs to this field."""
    wants: Callable[[Any], bool] = _always
    """Whether a value of the field belongs to this property."""


def _same(value: Any) -> Any:
    return value


def _string(name: str, field: str) -> Row:
    return Row(name, field, v.text, _same)


def _role(key: str, *words: str) -> Callable[[Any], bool]:
    """Whether an item's role is one of some words, or begins with one and a slash."""

    def takes(item: Any) -> bool:
        role = item.get(key) if isinstance(item, dict) else None
        return isinstance(role, str) and role.partition("/")[0] in words

    return takes


def _of_type(*types: str) -> Callable[[Any], bool]:
    def wants(concept: Concept) -> bool:
        return (concept.type or "").removeprefix("cpnat:") in types

    return wants


_TYPED = ("person", "organisation", "geoArea", "poi", "event", "object")


def _untyped(concept: Concept) -> bool:
    return (concept.type or "").removeprefix("cpnat:") not in _TYPED


def _concepts(name: str, field: str, kind: str, wants: Callable[[Any], bool] = _always) -> Row:
    read, write = partial(c.concept, type=kind), partial(c.as_concept, sort=kind)
    return Row(name, field, read, write, listed=True, many=True, wants=wants)


def _part(field: str, word: str) -> Row:
    """People with a part in the work."""

    def read(value: Any) -> Contributor:
        return c.contributor(value, word)

    def write(value: Contributor) -> Any:
        return c.as_contributor(value, word)

    return Row("people", field, read, write, listed=True, many=True, takes=_role("rel", word))


def _origin(field: str, word: str) -> Row:
    """An organisation whose role says what it has to do with the news."""

    def read(value: Any) -> Concept:
        held = {key: part for key, part in v.known(value).items() if key != "role"}
        return c.concept(held, role="role")

    def write(value: Concept) -> Any:
        shown = c.as_concept(attrs.evolve(value, role=None), role="role")
        return None if shown is None else {**shown, "role": word}

    return Row("infoSources", field, read, write, listed=True, takes=_role("role", word))


def _word(name: str, field: str, key: str, word: str, *, many: bool = False) -> Row:
    """Items that are mere words, and whose role says which."""

    def read(item: Any) -> Any:
        return v.words(v.known(item).get("name")) if many else v.text(v.known(item).get("name"))

    def write(value: Any) -> Any:
        return {"name": str(value), key: word}

    return Row(name, field, read, write, listed=True, many=many, takes=_role(key, word))


def _credits(item: Any) -> bool:
    """Whether an item names whom to credit; most say so without a role."""
    role = item.get("role") if isinstance(item, dict) else ""
    return role in (None, "creditline")


def _rights_text(value: Any) -> tuple[Text, ...]:
    return (v.words(value),)


def _first_words(texts: tuple[Text, ...]) -> str | None:
    return texts[0].value if texts else None


def _named(file: Rendition, name: str) -> Any:
    return v.as_rendition(attrs.evolve(file, role=name))


_LOCATED = "located"


def _located(value: Any) -> Concept:
    return attrs.evolve(c.concept(value, "geoArea"), role=None)


def _as_located(value: Concept) -> Any:
    return c.as_concept(attrs.evolve(value, role=_LOCATED), "geoArea")


def _when(name: str, field: str) -> Row:
    return Row(name, field, v.moment, v.as_moment)


_COMMON = (
    Row("version", "version", v.version, str),
    Row("pubStatus", "status", holding.status, lambda status: status.value),
    Row("embargoedUntil", "embargo", holding.embargo, holding.as_embargo),
    Row("copyrightHolder", "rights.holder", v.named, v.as_name),
    Row("copyrightNotice", "rights.notices", _rights_text, _first_words),
    Row("usageTerms", "rights.usage_terms", _rights_text, _first_words),
    Row("digitalSourceType", "provenance", lambda value: (v.provenance(value),),
        lambda found: v.first(filter(None, map(v.as_provenance, found)))),
    Row("altIds", "alt_ids", v.alt_id, v.as_alt_id, listed=True, many=True),
)  # fmt: skip

_ABOUT = (
    _concepts("organisations", "subjects", "organisation", _of_type("organisation")),
    _concepts("subjects", "subjects", "", _untyped),
    _concepts("events", "subjects", "event", _of_type("event")),
    _concepts("objects", "subjects", "object", _of_type("object")),
)

_PLACES = Row(
    "places", "places", _located, _as_located, listed=True, many=True,
    takes=_role("rel", _LOCATED),
)  # fmt: skip

STORY: tuple[Row, ...] = (
    *_COMMON[:-1],
    Row("altIds", "url", lambda value: v.alt_id(value).value,
        lambda url: {"role": "url", "value": url}, listed=True, takes=_role("role", "url")),
    _COMMON[-1],
    _string("profile", "profile"),
    _when("firstCreated", "first_created"),
    _when("versionCreated", "version_created"),
    _when("contentCreated", "created"),
    _when("expires", "expires"),
    Row("urgency", "urgency", v.number, _same),
    Row("language", "language", v.tag, _same),
    _string("title", "title"),
    _string("slugline", "slugline"),
    _string("located", "dateline.place"),
    _string("by", "byline"),
    Row("edNote", "editor_notes", lambda value: (v.note(value),),
        lambda notes: "\n\n".join(filter(None, map(v.as_note, notes))) or None),
    _part("authors", "author"),
    _part("contributors", "contributor"),
    _part("translators", "translator"),
    _concepts("people", "subjects", "person", _of_type("person")),
    _PLACES,
    _concepts("places", "subjects", "geoArea", _of_type("geoArea", "poi")),
    _word("subjects", "keywords", "rel", "keyword", many=True),
    _word("subjects", "section", "rel", "section"),
    *_ABOUT,
    Row("genres", "genres", c.bare, c.as_bare, listed=True, many=True),
    _origin("provider", "provider"),
    _origin("publisher", "publisher"),
    _word("infoSources", "credit", "role", "creditline"),
    Row("infoSources", "info_sources", partial(c.concept, role="role"),
        partial(c.as_concept, role="role"), listed=True, many=True),
    Row("trustIndicators", "links", links.trust, links.as_trust, listed=True, many=True,
        wants=links.is_trust),
)  # fmt: skip
"""The rows of an article and of a translation."""

MEDIUM: tuple[Row, ...] = (
    *_COMMON,
    _when("contentCreated", "created"),
    _string("edNote", "instructions"),
    _word("people", "caption_writer", "rel", "captionWriter"),
    _concepts("people", "people_shown", "person"),
    _concepts("places", "places", "geoArea"),
    *_ABOUT,
    Row("renditions", "poster", v.rendition, lambda file: _named(file, "poster"), listed=True,
        takes=_role("name", "poster")),
    Row("renditions", "renditions", v.rendition, v.as_rendition, listed=True, many=True),
    attrs.evolve(_word("infoSources", "credit", "role", "creditline"), takes=_credits),
)  # fmt: skip
"""The rows of a picture, a video or a sound."""

ELSEWHERE: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "uri": (("id",), ("id",)),
    "type": (("kind",), ()),
    "language": ((), ("captions",)),
    "headlines": (("headline", "headlines"), ("headline",)),
    "by": ((), ("creator",)),
    "descriptions": (("summary", "descriptions"), ("captions",)),
    "bodies": (("body", "alternatives"), ("transcript",)),
    "people": ((), ("captions",)),
    "infoSources": ((), ("captions",)),
    "rightsInfo": (("rights.links", "rights.expressions"),) * 2,
    "associations": (
        ("images", "videos", "audios", "translations", "source_id", "source_language",
         "source_version", "links"), ("role",)),
    "standard": (("dialect",), ()),
}  # fmt: skip
"""Properties that several fields share: the fields of an article or a translation, and those of a
picture, a video or a sound."""

"""Captions of pictures, whose parts stand in several properties of a document.

A role says which part a value is, and after a colon its language where it is not the document's:
"caption", "alt:uk", "credit".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from newsmodel.formats.ninjs.properties.values import Object, Odd, fitting, maybe
from newsmodel.model import ImageCaption

__all__ = ["PARTS", "Part", "built", "items_of", "part_of"]

Part: TypeAlias = tuple[str | None, str, str]
"""A language, the name of a field and its value."""

PARTS: dict[str, dict[str, str]] = {
    "descriptions": {
        "caption": "text", "alt": "alt_text", "printed": "printed", "label": "label",
    },
    "infoSources": {"credit": "credit", "agency": "agencies"},
    "people": {"photographer": "photographers"},
}  # fmt: skip
"""For each property the roles that captions have there, and the fields they stand for."""

_SEVERAL = ("agencies", "photographers")
_KEYS = {"descriptions": ("role", "value"), "infoSources": ("role", "name"),
         "people": ("rel", "name")}  # fmt: skip
_OTHERS = {"descriptions": (None, "text", "main")}
"""Roles of captions in documents of others."""


def part_of(item: Any, name: str, language: str | None) -> Part | None:
    """The part of a caption that an item of a property is; None where it is none."""
    if not isinstance(item, dict):
        return None
    role_key, value_key = _KEYS[name]
    role, value = maybe(item.get(role_key)), maybe(item.get(value_key))
    if value is None or (role is None and item.get(role_key) is not None):
        return None
    if role in _OTHERS.get(name, ()):
        return language, "text", value
    word, _, tag = (role or "").partition(":")
    field = PARTS[name].get(word)
    if field is None:
        return None
    try:
        return fitting(ImageCaption, "language", tag) if tag else language, field, value
    except Odd:
        return None


def built(parts: Sequence[Part]) -> tuple[ImageCaption, ...]:
    """Captions of their parts, one for each language in the order in which they come."""
    captions: dict[str | None, dict[str, Any]] = {}
    for language, field, value in parts:
        fields = captions.setdefault(language, {})
        if field in _SEVERAL:
            fields[field] = (*fields.get(field, ()), value)
        else:
            fields.setdefault(field, value)
    return tuple(ImageCaption(language=tag, **fields) for tag, fields in captions.items())


def items_of(captions: Sequence[ImageCaption], name: str, language: str | None) -> Iterator[Object]:
    """The items of a property that captions need."""
    role_key, value_key = _KEYS[name]
    for caption in captions:
        same = caption.language is None or caption.language == language
        suffix = "" if same else f":{caption.language}"
        for word, field in PARTS[name].items():
            held = getattr(caption, field)
            for value in held if field in _SEVERAL else (held,):
                if value is not None:
                    yield {role_key: word + suffix, value_key: value}

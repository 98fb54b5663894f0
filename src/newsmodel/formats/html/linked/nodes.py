"""Plain data of linked things, without what is empty."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from newsmodel.formats._shared.urls import whole, written_image, written_link
from newsmodel.formats.html.pages.tags import known_tag
from newsmodel.model.checks import When

__all__ = ["Node", "address", "language_of", "link", "moment", "node", "picture", "several"]

Node = dict[str, Any]
"""A thing as JSON-LD."""


def node(kind: str | None, **properties: Any) -> Node:
    """A thing of a type with those of its properties that have a value."""
    made: Node = {} if kind is None else {"@type": kind}
    for name, value in properties.items():
        if value is not None and (value or value not in ("", [])):
            made[name] = value
    return made


def several(values: Iterable[Any]) -> Any:
    """The values that are there: a list, the only one by itself, None without any."""
    made = list(filter(None, values))
    return made if len(made) > 1 else made[0] if made else None


def address(value: str | None) -> str | None:
    """An address on the web if it is one, as it may be named."""
    return written_link(value) if value and value.startswith(("https://", "http://")) else None


def link(value: str | None, base: str | None) -> str | None:
    """An address that may be followed, made whole by that of the page."""
    written = written_link(value) if value else None
    return whole(written, base) if written else None


def picture(value: str | None, base: str | None) -> str | None:
    """The address of a file that may be loaded, made whole by that of the page."""
    written = written_image(value) if value else None
    return whole(written, base) if written else None


def language_of(*tags: str | None) -> str | None:
    """The first language that is told, as the page calls it."""
    told = next(filter(None, tags), None)
    return told and known_tag(told)


def moment(value: When | None) -> str | None:
    """A time as ISO 8601 says it, to the second."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return None if value is None else value.isoformat()

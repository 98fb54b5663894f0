"""What elements stand for beyond what they show, kept apart from them in the data island."""

from __future__ import annotations

from typing import Any

from newsmodel.formats._shared.escaping import attribute
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.model import Concept, Model, Speaker, Text
from newsmodel.model.base import maker, told_by
from newsmodel.plain import to_plain

__all__ = ["KNOWN", "Known", "as_marks", "as_simple", "from_simple"]

KNOWN = f"{DATA}-known"
"""Gives an element's number among what is known of elements."""


class Known:
    """Collects what is known of elements; what several have in common is kept once."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []
        self._numbers: dict[Any, int] = {}

    def mark(self, fields: dict[str, Any]) -> str:
        """The attribute of an element that stands for these fields."""
        key = tuple(fields.items())
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.entries)
            self.entries.append({name: _plain(name, value) for name, value in fields.items()})
        return attribute(KNOWN, number)


def _plain(name: str, value: Any) -> Any:
    if name == "attributes":
        return dict(value)
    if isinstance(value, Model):
        return to_plain(value)
    return [_plain("", part) for part in value] if isinstance(value, tuple) else value


def as_simple(value: object) -> tuple[str | None, bool]:
    """A name for people and machines that stands for an object, and whether it is all of it."""
    if isinstance(value, Speaker):
        name = value.name
        return name, name is not None and name == value.printed and _is_mere_speaker(value)
    if not isinstance(value, Concept):
        return None, False
    name = value.name
    return name, name is not None and value.names == (maker(Text)(value=name),) and _is_mere_name(
        value
    )


_is_mere_speaker = told_by(Speaker, ["printed"])
_is_mere_name = told_by(Concept, ["names"])


def as_marks(marks: tuple[str, str]) -> str | None:
    """Quotation marks with a space between; None where one of them holds a space itself."""
    line = " ".join(marks)
    return line if line.count(" ") == 1 else None


def from_simple(field: str, line: str) -> Any:
    """The plain data of what a mere line stands for: a speaker, a concept, quotation marks."""
    if field == "marks":
        return line.split(" ")
    return {"printed": line} if field == "speaker" else {"names": [{"value": line}]}

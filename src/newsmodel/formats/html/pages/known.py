"""What elements stand for beyond what they show, kept apart from them in the data island."""

from __future__ import annotations

from typing import Any

from newsmodel.formats._shared.escaping import attribute
from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.elements import number_in
from newsmodel.model import Concept, Model, Speaker, Text
from newsmodel.model.base import maker, told_by
from newsmodel.plain import to_plain

__all__ = [
    "KNOWN", "Known", "as_marks", "as_simple", "entry_of", "from_simple", "is_renamed", "names_of",
]  # fmt: skip

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


# ------------------------------------------------------------------ what a page says of them
def entry_of(number: str | None, known: list[Any]) -> dict[str, Any]:
    """What is known of an element by its number; nothing where the data of the page are broken."""
    place = number_in(number)
    entry = known[place] if place is not None and place < len(known) else None
    return entry if isinstance(entry, dict) else {}


def is_renamed(now: str | None, plain: Any) -> bool:
    """Whether the line of an element names another than its data: somebody put that there."""
    before = _simple_in(plain)
    return before is not None and (now or "").split() != writable(before).split()


def _simple_in(plain: Any) -> str | None:
    """The name that `as_simple` gives, of the plain data of a speaker or a concept."""
    if not isinstance(plain, dict):
        return None
    names = [*names_of(plain)[:1], *map(plain.get, ("literal", "qcode", "uri", "printed"))]
    found = _simple_in(plain.get("person")) or next(filter(None, names), None)
    return found if isinstance(found, str) else None


def names_of(plain: Any) -> list[Any]:
    """The names in the plain data of a concept."""
    names = plain.get("names") if isinstance(plain, dict) else None
    held = names if isinstance(names, list) else []
    return [each.get("value") for each in held if isinstance(each, dict)]

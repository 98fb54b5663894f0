"""A row of the table: one field, where it stands in an item, and how it is written and read."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from functools import partial
from typing import Any

import attrs

from newsmodel.formats.newsml.xml.reading import Element, N, Reading

__all__ = ["Read", "Row", "Write", "alone", "always", "by_place"]

_OF_THE_TRADE = frozenset(
    "catalogs hops kind_code version_created first_created embargo status_code generators expires"
    " language editor_notes alternatives".split()
)
"""Fields that are read however their elements are marked: they count for whoever handles the item,
are shown to nobody, or say themselves that they are not for readers."""
_IN_LANGUAGES = {
    "headline": "headlines",
    "summary": "descriptions",
    **dict.fromkeys(("title", "slugline", "dateline", "byline", "credit")),
}
"""Fields that hold one label, though a document may have it in several languages, each with the
field that holds the others, where there is one."""
Write = Callable[[str, Any], str]
Read = Callable[[Element, Reading], Any]


_OTHER_NAMES = {"catalog": "catalogRef", "inlineData": "inlineXML"}
"""Elements that stand for the same kind of value under a name of their own."""


def always(_: Element) -> bool:
    """Whether any element of a name belongs to a field: it does."""
    return True


def _by_itself(row: Row) -> Callable[[Element], bool]:
    among = row.among
    return always if among is None else lambda node: node in among([node])


@attrs.frozen(eq=False)
class Row:
    """One field of an article in a news item."""

    field: str
    """The field."""
    parent: str
    """The element it stands in: "itemMeta", "contentMeta", "contentSet", or "" for the item."""
    name: str
    """The element it is."""
    write: Write
    """Takes the element's name and a value, gives the markup; raises `Inexact`."""
    read: Read
    """Takes an element, gives the value; notes what it has no place for."""
    nothing: Any = None
    """What a field that is written as one element holds where that cannot be read."""
    many: bool = False
    """Whether the field holds several values, an element each."""
    among: Callable[[Iterable[Element]], Container[Element]] | None = None
    """Takes the elements of that name that stand together, gives those that belong to the field;
    for one that tells them by each other."""
    accepts: Callable[[Element], bool] = attrs.Factory(_by_itself, takes_self=True)
    """Whether an element of that name, by itself, belongs to the field."""
    plain: bool = False
    """Whether its attributes beside the value are carried one by one, and kept when it changes."""
    filler: str = ""
    """What is written where nothing of a value can be, and the standard demands the element."""
    singles: Callable[[Any], tuple[Any, ...]] | None = None
    """Takes a value apart that is written as several elements, one value for each."""
    shorter: Callable[[Any], Any] | None = None
    """Takes a value that cannot be written whole, gives what others are told of it, or None."""
    fitness: Callable[[Element], float] | None = None
    """Tells how fit an element is where several stand there: 1 for the best, less than 0 for one
    that says nothing. A field of which there may be one in each language needs none."""
    of_medium: bool = False
    """Whether the field is one of the picture, video or sound the item is of."""

    shown: bool = attrs.field(init=False)
    """Whether an element that is not for readers must not be read, unless its value says so."""
    chosen: bool = attrs.field(init=False)
    """Whether its element is chosen, by its language or its fitness, where several stand there."""
    said: Callable[[Any], str] = attrs.field(init=False)
    """Takes the value of the field, gives the markup of all of it; raises `Inexact`."""

    @shown.default
    def _shown(self) -> bool:
        return self.field not in _OF_THE_TRADE

    @chosen.default
    def _chosen(self) -> bool:
        return self.fitness is not None or self.field in _IN_LANGUAGES

    @said.default
    def _said(self) -> Callable[[Any], str]:
        write, name = self.write, self.name
        if self.many:
            return lambda values: "".join([write(name, value) for value in values])
        return partial(write, name)

    def takes(self, node: Element, reading: Reading) -> bool:
        """Whether an element of that name belongs to the field, where it stands."""
        around = node.getparent()
        if self.among is None or around is None:
            return self.accepts(node)
        key = self, around, str(node.tag)
        if key not in reading.among:
            reading.among[key] = self.among(around.iterchildren(key[-1]))
        return node in reading.among[key]

    @property
    def others(self) -> str | None:
        """The field of the labels that are not chosen."""
        return _IN_LANGUAGES.get(self.field)

    @property
    def tags(self) -> tuple[str, ...]:
        """The elements it may be, with their namespace."""
        other = _OTHER_NAMES.get(self.name)
        return (f"{N}{self.name}",) if other is None else (f"{N}{self.name}", f"{N}{other}")


def alone(write: Callable[[Any], str]) -> Write:
    """How a value is written as an element that has one name only."""
    return lambda _, value: write(value)


def by_place(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    """Rows by the element they are and the one it stands in."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row.parent, row.name), []).append(row)
    return found

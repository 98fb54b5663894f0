"""Results of sports as tables: who, and what they have got.

Source: IPTC SportsML 2 and 3, `sports-event`, `standing`, `team`, `player`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.unknown import other
from newsmodel.formats._shared.xhtml.vocabulary import (
    BLOCK,
    Element,
    Entry,
    Items,
    is_hidden,
    split_name,
)
from newsmodel.formats._shared.xhtml.walking import Walker
from newsmodel.formats._shared.xhtml.words import line_of
from newsmodel.model import ListBlock, ListItem, RowSection, Table, TableCell, TableRow

__all__ = ["results"]

_SIDES = frozenset({"team", "player"})
_COUNTED = (
    "rank", "events-played", "wins", "ties", "losses", "points-scored-for", "points-scored-against",
    "standing-points", "time-elapsed", "distance", "score",
)  # fmt: skip
"""What is told of teams and players in columns, in their order."""


def results(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """An event or a table of points: a row for each side; names alone where nothing is counted."""
    sides = [each for each in element if _name(each) in _SIDES]
    counted = [_counted(side) for side in sides]
    columns = [name for name in _COUNTED if any(name in each for each in counted)]
    hides = any(is_hidden(each.items()) for side in sides for each in side.iter("*"))
    if not columns or hides:  # what is hidden is no row: it stays as it stands
        return other(walker, element, items, entry, out)
    walker.faithful = False
    beside: list[Any] = []
    for each in element:
        if each not in sides:
            walker.one(each, beside)
    out += walker.gathered(beside)
    rows = [
        _row([line, *[values.get(name, "") for name in columns]], RowSection.BODY)
        for line, values in zip(map(_called, sides), counted, strict=True)
    ]
    if len(columns) > 1:
        heads = ["", *[name.replace("-", " ") for name in columns]]
        rows.insert(0, _row(heads, RowSection.HEAD))
    out.append(Table(rows=tuple(rows)))
    out += [each for each in map(_members, sides) if each.items]
    rest: list[Any] = []
    for each in [part for side in sides for part in _further(side)]:
        walker.one(each, rest)
    out += walker.gathered(rest)
    return BLOCK


def _further(part: Element, told: Element | None = None) -> Iterator[Element]:
    """What a side says beyond its name and what it has got.

    Args:
        part: the side, or a part of it.
        told: the name that the side is called by.
    """
    if _name(part) in _SIDES:
        told = _name_of(part)
    for each in part.iterchildren("*"):
        name = _name(each)
        if name in _SIDES or name.endswith(("-metadata", "-stats")):
            yield from _further(each, told)
        elif each is not told:
            yield each


def _members(side: Element) -> ListBlock:
    """The names of the players of a team."""
    names = [_called(each) for each in side.iterdescendants("*") if _name(each) in _SIDES]
    return ListBlock(items=tuple([ListItem(content=(name,)) for name in names if name]))


def _name(element: Element) -> str:
    return split_name(element)[1]


def _row(cells: list[str], section: RowSection) -> TableRow:
    first, *rest = cells
    head = section is RowSection.HEAD
    made = [_cell(first, header=not head), *[_cell(cell, header=head) for cell in rest]]
    return TableRow(cells=tuple(made), section=section)


def _cell(words: str, *, header: bool) -> TableCell:
    return TableCell(content=(words,), header=header)


def _counted(side: Element) -> dict[str, str]:
    """What is counted of a team or a player, by the names of attributes."""
    found: dict[str, str] = {}
    for part in _stats_of(side):
        if _name(part) == "rank" and part.get("value"):
            found.setdefault("rank", writable(part.get("value") or ""))
        for name, value in part.items():
            if name in _COUNTED:
                found.setdefault(name, writable(value))
    return found


def _stats_of(side: Element) -> Iterator[Element]:
    """The elements that tell of a whole event or season: no parts of it, and of no one else."""
    for stats in side:
        if _name(stats).endswith("-stats"):
            yield stats
            yield from [each for each in stats if _name(each) in ("rank", "outcome-totals")]


def _name_of(side: Element) -> Element | None:
    """The name of a team or a player: the full one, else the first."""
    about = next((each for each in side if _name(each).endswith("-metadata")), side)
    names = [each for each in about if _name(each) == "name" and _words_of(each)]
    full = (each for each in names if (each.get("role") or "").endswith(":full"))
    return next(full, names[0] if names else None)


def _called(side: Element) -> str:
    name = _name_of(side)
    return "" if name is None else _words_of(name)


def _words_of(name: Element) -> str:
    parts = [name.get("first"), name.get("last")]
    said = name.get("full") or line_of(name) or " ".join(filter(None, parts))
    return " ".join(writable(said).split())

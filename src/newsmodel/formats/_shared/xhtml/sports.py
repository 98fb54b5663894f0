"""Results of sports as tables: who, and what they have got.

Source: IPTC SportsML 2 and 3, `sports-event`, `standing`, `statistic`, `team`, `player`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
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
from newsmodel.model import (
    Block,
    ListBlock,
    ListItem,
    Paragraph,
    RowSection,
    Table,
    TableCell,
    TableRow,
)

__all__ = ["about", "results"]

_SIDES = frozenset({"team", "player"})
_DATA = frozenset({"name", "home-location"})
"""What tells who is meant; beyond the one name that is said, it is nothing to read."""
_COUNTED = (
    "rank", "events-played", "wins", "ties", "losses", "points-scored-for", "points-scored-against",
    "standing-points", "time-elapsed", "distance", "score",
)  # fmt: skip
"""What is told of teams and players in columns, in their order."""


# ------------------------------------------------------------------ tables
def results(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """An event or a table of points: a row for each side; a list of names where nothing counts."""
    sides = [each for each in element if _name(each) in _SIDES]
    label = " ".join(writable(element.get("content-label") or "").split())
    if not sides or _hides(sides):  # what is hidden is no row: it stays as it stands
        out += [Paragraph(content=label)] if label else []
        return BLOCK | other(walker, element, items, entry, out)
    walker.faithful = False
    beside = [each for each in element if each not in sides]
    before = list(takewhile(lambda each: each is not sides[0], element))
    out += _read(walker, before)
    out += _told_of(sides, label)
    out += [each for each in map(_members, sides) if each.items]
    out += _other_names(sides)
    out += _read(walker, [part for side in sides for part in _further(side)])
    out += _read(walker, beside[len(before) :])
    return BLOCK


def _read(walker: Walker, elements: Iterable[Element]) -> list[Block]:
    found: list[Any] = []
    for each in elements:
        walker.one(each, found)
    return walker.gathered(found)


def _hides(elements: Iterable[Element]) -> bool:
    return any(is_hidden(part.items()) for each in elements for part in each.iter("*"))


def _told_of(sides: list[Element], label: str) -> list[Block]:
    """Who took part, and what they have got, under the label of the whole."""
    counted = [_counted(side) for side in sides]
    columns = [name for name in _COUNTED if any(name in each for each in counted)]
    if not columns:
        names = _list_of(map(_called, sides))
        return [*([Paragraph(content=label)] if label else []), *([names] if names.items else [])]
    rows = [
        _row([_called(side), *[values.get(name, "") for name in columns]], RowSection.BODY)
        for side, values in zip(sides, counted, strict=True)
    ]
    if len(columns) > 1:
        heads = ["", *[name.replace("-", " ") for name in columns]]
        rows.insert(0, _row(heads, RowSection.HEAD))
    return [Table(rows=tuple(rows), caption=label)]


def _members(side: Element) -> ListBlock:
    """The names of the players of a team."""
    return _list_of(_called(each) for each in side.iterdescendants("*") if _name(each) in _SIDES)


def _other_names(sides: Iterable[Element]) -> list[Block]:
    """What sides are called besides, such as "Marlins", in one line."""
    told = (", ".join(_names_in(_metadata(side))[1:]) for side in sides)
    line = "; ".join(filter(None, told))
    return [Paragraph(content=line)] if line else []


def _list_of(names: Iterable[str]) -> ListBlock:
    return ListBlock(items=tuple([ListItem(content=(name,)) for name in names if name]))


def _further(part: Element) -> Iterator[Element]:
    """What a side says beyond who it is and what it has got: what is written about it."""
    for each in part.iterchildren("*"):
        name = _name(each)
        if name in _SIDES or name.endswith(("-metadata", "-stats")):
            yield from _further(each)
        elif name not in _DATA:
            yield each


def _row(cells: list[str], section: RowSection) -> TableRow:
    first, *rest = cells
    head = section is RowSection.HEAD
    made = [_cell(first, header=not head), *[_cell(cell, header=head) for cell in rest]]
    return TableRow(cells=tuple(made), section=section)


def _cell(words: str, *, header: bool) -> TableCell:
    return TableCell(content=(words,), header=header)


# ------------------------------------------------------------------ what is counted
def _counted(side: Element) -> Mapping[str, str]:
    """What is counted of a team or a player, by name: what the first to tell anything tells."""
    stats = (_counted_in(each) for each in side if _name(each).endswith("-stats"))
    return next(filter(None, stats), {})


def _counted_in(stats: Element) -> dict[str, str]:
    """What is counted of a whole event or season: in no part of it, and of no one else.

    Of totals of several scopes, such as games at home and all games, those are told that say most:
    figures of several in one row would be wrong.
    """
    ranks = [each.get("value") or "" for each in stats if _name(each) == "rank"]
    totals = [_known(each.items()) for each in stats if _name(each) == "outcome-totals"]
    generic = [_known(_generic(each)) for each in stats if _name(each) == "stats"]
    return {
        **_fullest(generic),
        **_fullest(totals),
        **_known(("rank", rank) for rank in ranks),
        **_known(stats.items()),
    }


def _fullest(several: list[dict[str, str]]) -> dict[str, str]:
    return max(several, key=len, default={})


def _generic(stats: Element) -> Iterator[tuple[str, str]]:
    """Values that name what they are by a code: `stat-type="spstat:score"`."""
    for each in stats:
        if _name(each) == "stat":
            yield (each.get("stat-type") or "").rpartition(":")[2], each.get("value") or ""


def _known(values: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What has a column, the first of several."""
    found: dict[str, str] = {}
    for name, value in values:
        if name in _COUNTED and value.strip():
            found.setdefault(name, writable(value))
    return found


# ------------------------------------------------------------------ names
def about(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """Who or what is meant: the name it is called by, and what is written about it."""
    if _hides(element):
        return other(walker, element, items, entry, out)
    walker.faithful = False
    name = _named_in(element)
    out += [Paragraph(content=name)] if name else []
    out += _read(walker, [each for each in element if _name(each) not in _DATA])
    return BLOCK


def _called(side: Element) -> str:
    return _named_in(_metadata(side))


def _metadata(side: Element) -> Element:
    return next((each for each in side if _name(each).endswith("-metadata")), side)


def _named_in(element: Element) -> str:
    """The name of what an element tells of; "" where it tells none."""
    return next(iter(_names_in(element)), "")


def _names_in(element: Element) -> list[str]:
    """The names of what an element tells of: the one it is called by, then others.

    That is the full one, one of no kind, or that of its parts.
    """
    names: dict[str, str] = {}
    for each in element:
        if _name(each) == "name" and (words := _words_of(each)):
            names.setdefault(_kind_of(each), words)
    is_parted = not names.keys().isdisjoint(_FAMILY)
    parts = [names.pop(kind) for kind in [*names] if kind in _PARTS] if is_parted else []
    whole = names.pop("full", "") or names.pop("", "") or " ".join(parts)
    if not whole:
        return [*names.values()]
    return [whole, *[words for kind, words in names.items() if kind not in _PARTS]]


_PARTS = ("first", "given", "middle", "last", "family")
"""Parts of a name (SportsML 2 and 3; IPTC NewsCodes, name part)."""
_FAMILY = ("last", "family")


def _kind_of(name: Element) -> str:
    """What sort or part of a name it is: "full", "first", "last"; "" where it says neither."""
    return (name.get("role") or name.get("part") or "").rpartition(":")[2]


def _words_of(name: Element) -> str:
    parts = [name.get(part) for part in _PARTS]
    said = name.get("full") or line_of(name) or " ".join(filter(None, parts))
    return " ".join(writable(said).split())


def _name(element: Element) -> str:
    return split_name(element)[1]

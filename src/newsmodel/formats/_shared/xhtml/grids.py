"""How lists and tables are read, with what stands in them outside any item or cell."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import attrs

from newsmodel.formats._shared.xhtml.elements import section
from newsmodel.formats._shared.xhtml.spaces import joined
from newsmodel.formats._shared.xhtml.table import row_of
from newsmodel.formats._shared.xhtml.vocabulary import (
    BLOCK,
    Element,
    Entry,
    Items,
    entry,
    is_hidden,
)
from newsmodel.formats._shared.xhtml.walking import Walker
from newsmodel.model import (
    Block,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    RowSection,
    Section,
    SectionKind,
    TableCell,
    TableRow,
)

__all__ = ["definitions", "listing", "table"]

_ITEM, _ROW = entry(section, row_of(ListItem)), entry(section, row_of(TableRow))
_CELL = entry(section, row_of(TableCell))
_ITEMS, _TERMS = frozenset({"li"}), frozenset({"dt", "dd"})
_CELLS = frozenset({"td", "th"})
_SECTIONS = {"thead": RowSection.HEAD, "tbody": RowSection.BODY, "tfoot": RowSection.FOOT}
_ORDER = list(_SECTIONS.values())
_ROWS = frozenset({"tr", "caption", *_SECTIONS, *_CELLS})
_TEXTS = (Paragraph, Heading, Preformatted)


# ------------------------------------------------------------------ lists
def listing(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A list; what stands in it outside any item is an item of its own."""
    found = [
        _item_of(walker, part) if isinstance(part, list) else _item(walker, part[1])
        for part in walker.parts(element, _ITEMS, 1)
    ]
    out.append(walker.node(entry, items, items=tuple(found), ordered=entry.value == "ol"))
    return BLOCK


def definitions(
    walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]
) -> int:
    """A list of terms and what they mean: an item for each term, its explanations within it."""
    walker.faithful = False
    groups: list[list[Any]] = []
    for part in walker.parts(element, _TERMS, 1):
        if not groups or (isinstance(part, tuple) and part[0] == "dt"):
            groups.append([])
        content = part if isinstance(part, list) else _told(walker, part[1])
        groups[-1] += walker.gathered(list(content))
    found = tuple([_ITEM.make(content=tuple(group)) for group in groups])
    out.append(walker.node(entry, items, items=found))
    return BLOCK


def _item(walker: Walker, element: Element) -> Any:
    items = element.items()
    if not items:
        return _ITEM.make(content=_content(walker, element))
    item = walker.node(_ITEM, items, content=_content(walker, element))
    return _kept_back(walker, item) if _hides(walker, element) else item


def _item_of(walker: Walker, stray: list[Any]) -> Any:
    walker.faithful = False
    return _ITEM.make(content=tuple(walker.gathered(stray)))


def _content(walker: Walker, element: Element) -> tuple[Any, ...]:
    """The content of an item or a cell."""
    if len(element):
        return walker.settled(element)
    text = element.text
    return walker.line(text) if text else ()


def _told(walker: Walker, element: Element) -> tuple[Any, ...]:
    """The content of a term, out of sight where its class says so."""
    content = _content(walker, element)
    return _hidden(walker, content) if _hides(walker, element) else content


def _hides(walker: Walker, element: Element) -> bool:
    return not walker.exact and is_hidden(element.items())


def _hidden(walker: Walker, content: Iterable[Any]) -> tuple[Section]:
    walker.faithful = False
    blocks = tuple(walker.gathered(list(content)))
    return (Section(kind=SectionKind.DIVISION, blocks=blocks, public=False),)


def _kept_back(walker: Walker, part: Any) -> Any:
    """An item or a cell with all it says out of sight, in its attributes too."""
    (section,) = _hidden(walker, part.content)
    section = attrs.evolve(
        section, attributes=part.attributes, language=part.language, direction=part.direction
    )
    return attrs.evolve(part, content=(section,), **_UNSAID)


_UNSAID: dict[str, Any] = {"attributes": (), "language": None, "direction": None}


# ------------------------------------------------------------------ tables
def table(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A table; what stands in it outside any cell is a row of its own."""
    rows: list[TableRow] = []
    groups: list[RowSection | None] = []
    known: dict[str, Any] = {}
    for part in walker.parts(element, _ROWS, 2):
        if isinstance(part, tuple) and part[0] == "caption" and not known:
            known["caption"] = _caption(walker, part[1], rows)
        else:
            groups.append(_add(walker, part, RowSection.BODY, rows))
    if not walker.exact:  # a foot may stand before the body (HTML 4, NITF), and is shown below it
        rows.sort(key=_place_of)
    walker.faithful = walker.faithful and groups == _written_groups(rows)
    out.append(walker.node(entry, items, rows=tuple(rows), **known))
    return BLOCK


def _add(
    walker: Walker, part: tuple[str, Element] | list[Any], where: RowSection, rows: list[TableRow]
) -> RowSection | None:
    """Add the rows of a part of a table; gives its section where it is one."""
    before = len(rows)
    section = _added(walker, part, where, rows)
    if isinstance(part, tuple) and part[0] not in _CELLS and _hides(walker, part[1]):
        rows[before:] = [_hidden_row(walker, row) for row in rows[before:]]
    return section


def _hidden_row(walker: Walker, row: TableRow) -> TableRow:
    cells = [_kept_back(walker, cell) for cell in row.cells]
    return attrs.evolve(row, cells=tuple(cells), **_UNSAID)


def _added(
    walker: Walker, part: tuple[str, Element] | list[Any], where: RowSection, rows: list[TableRow]
) -> RowSection | None:
    if isinstance(part, list):
        rows.append(_row_of(walker, walker.gathered(part), where))
    elif part[0] == "tr":
        rows.append(_row(walker, part[1], where))
    elif part[0] in _CELLS:
        cells = (_cell(walker, part[1], header=part[0] == "th"),)
        rows.append(_ROW.make(cells=cells, section=where))
    elif part[0] == "caption":
        rows.append(_row_of(walker, walker.blocks(part[1]), where))
    else:
        section = _SECTIONS[part[0]]
        for inner in walker.parts(part[1], _ROWS, 2):
            if _add(walker, inner, section, rows) is not None or not _is_row(inner):
                walker.faithful = False
        return None if part[1].items() else section
    return None


def _is_row(part: tuple[str, Element] | list[Any]) -> bool:
    return isinstance(part, tuple) and part[0] == "tr"


def _place_of(row: TableRow) -> int:
    return _ORDER.index(row.section)


def _written_groups(rows: Iterable[TableRow]) -> list[RowSection | None]:
    """The sections that rows are written in."""
    sections = [row.section for row in rows]
    if sections != sorted(sections, key=_ORDER.index):
        return [RowSection.BODY]
    return [section for section, _ in groupby(sections)]


def _caption(walker: Walker, element: Element, rows: list[TableRow]) -> tuple[Any, ...]:
    """A caption as running text; one that holds more than that, or is hidden, makes a row."""
    out: list[Any] = []
    walker.content(element, out)
    blocks = [part for part in out if isinstance(part, Block)]
    if _hides(walker, element) or not all(isinstance(block, _TEXTS) for block in blocks):
        content = _hidden(walker, out) if _hides(walker, element) else out
        rows.append(_row_of(walker, walker.gathered(list(content)), RowSection.BODY))
        return ()
    runs = [run for part in out for run in (_spaced(part) if isinstance(part, _TEXTS) else (part,))]
    caption = walker.ends_cut(joined(runs, exact=walker.exact))
    walker.faithful = walker.faithful and bool(caption) and not (blocks or element.items())
    return caption


def _spaced(block: Paragraph | Heading | Preformatted) -> tuple[Any, ...]:
    return (" ", *block.content, " ")


def _row(walker: Walker, element: Element, section: RowSection) -> Any:
    cells = [
        _cell_of(walker, part)
        if isinstance(part, list)
        else _cell(walker, part[1], header=part[0] == "th")
        for part in walker.parts(element, _CELLS, 1)
    ]
    items = element.items()
    if items:
        return walker.node(_ROW, items, cells=tuple(cells), section=section)
    return _ROW.make(cells=tuple(cells), section=section)


def _row_of(walker: Walker, blocks: Iterable[Block], section: RowSection) -> Any:
    return _ROW.make(cells=(_cell_of(walker, list(blocks)),), section=section)


def _cell_of(walker: Walker, stray: list[Any]) -> Any:
    walker.faithful = False
    return _CELL.make(content=tuple(walker.gathered(stray)))


def _cell(walker: Walker, element: Element, *, header: bool) -> Any:
    items = element.items()
    if not items:
        return _CELL.make(content=_content(walker, element), header=header)
    cell = walker.node(_CELL, items, content=_content(walker, element), header=header)
    return _kept_back(walker, cell) if _hides(walker, element) else cell

"""Tables as HTML: their rows in groups, their cells with what the header cells name."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any, TypeAlias

from newsmodel.formats._shared.escaping import attributes
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.pages.nodes import NodeAttributes
from newsmodel.formats.html.pages.parts import is_wide
from newsmodel.formats.html.pages.words import word
from newsmodel.model import HeaderScope, RowSection, Table, TableCell, TableRow

__all__ = ["TO_THE_END", "WRAPPED", "TableWriter"]

WRAPPED = f"{DATA}-wrapped"
"""Marks an element that is there for the looks only, around one that is meant."""
TO_THE_END = "0"
"""The rows that a cell spans which spans all that its group has left (HTML, "rowspan")."""

_SECTIONS = {RowSection.HEAD: "thead", RowSection.BODY: "tbody", RowSection.FOOT: "tfoot"}
_ORDER = {section: number for number, section in enumerate(_SECTIONS)}
_SCOPES = {scope: scope.value for scope in HeaderScope} | {HeaderScope.COLUMNS: "col"}

Runs: TypeAlias = Callable[[tuple[Any, ...]], str]


class TableWriter:
    """Writes the tables of one page.

    Args:
        given: gives the attributes of nodes.
        language: the language of the article.
    """

    def __init__(self, given: NodeAttributes, language: str | None) -> None:
        self._attributes, self._language = given, language
        self.in_header = False
        """Whether what is written stands in a header cell."""

    def table(self, node: Table, runs: Runs) -> str:
        """A table; a wide one can be moved sideways, with the keyboard too.

        Args:
            node: the table.
            runs: gives what stands within a cell.
        """
        caption = f"<caption>{runs(node.caption)}</caption>" if node.caption else ""
        markup = f"<table{self._attributes.of(node)}>{caption}{self._rows(node.rows, runs)}</table>"
        if not is_wide(node):
            return markup
        pairs = [("class", "nm-scroll"), (WRAPPED, ""), ("role", "group"), ("tabindex", "0")]
        pairs.append(("aria-label", word("table", self._language)))
        return f"<div{attributes(pairs)}>{markup}</div>"

    def _rows(self, rows: tuple[TableRow, ...], runs: Runs) -> str:
        order = [_ORDER[row.section] for row in rows]
        if order != sorted(order):
            return f"<tbody>{self._group(rows, runs, told=True)}</tbody>"
        parts = []
        for section, part in groupby(rows, lambda row: row.section):
            inner = self._group(tuple(part), runs, told=False)
            parts.append(f"<{_SECTIONS[section]}>{inner}</{_SECTIONS[section]}>")
        return "".join(parts)

    def _group(self, rows: tuple[TableRow, ...], runs: Runs, *, told: bool) -> str:
        left = range(len(rows), 0, -1)
        return "".join(
            [self._row(row, n, runs, told=told) for row, n in zip(rows, left, strict=True)]
        )

    def _row(self, row: TableRow, left: int, runs: Runs, *, told: bool) -> str:
        """A row; `left` is how many there are from here to the end of its group."""
        outer = self._attributes.direction
        start = self._attributes.of(row, *([] if told else ["section"]))
        scope = _scope_in(row)
        cells = "".join([self._cell(cell, scope, left, runs) for cell in row.cells])
        self._attributes.direction = outer
        return f"<tr{start}>{cells}</tr>"

    def _cell(self, node: TableCell, scope: str, left: int, runs: Runs) -> str:
        outer = self._attributes.direction
        start = self._attributes.of(node) if node.rowspan <= left else self._clipped(node)
        if not node.header:
            markup = f"<td{start}>{runs(node.content)}</td>"
        elif not node.text.strip():
            # A header cell that names nothing is none.
            markup = f'<td{start} {DATA}-header="true">{runs(node.content)}</td>'
        else:
            markup = self._header_cell(node, start, scope, runs)
        self._attributes.direction = outer
        return markup

    def _clipped(self, node: TableCell) -> str:
        """The attributes of a cell that would span rows of another group, or rows there are not."""
        start = self._attributes.of(node, "rowspan")
        return start + attributes([("rowspan", TO_THE_END), (f"{DATA}-rowspan", node.rowspan)])

    def _header_cell(self, node: TableCell, start: str, scope: str, runs: Runs) -> str:
        outer, self.in_header = self.in_header, True
        scope = _SCOPES[node.scope] if node.scope else scope
        markup = f'<th{start} scope="{scope}">{runs(node.content)}</th>'
        self.in_header = outer
        return markup


def _scope_in(row: TableRow) -> str:
    """What the header cells of a row name; where there are no others, it is their columns."""
    corner, *others = row.cells or (TableCell(),)
    heads = (corner.header or not corner.text.strip()) and all(cell.header for cell in others)
    return "col" if heads or row.section is RowSection.HEAD else "row"

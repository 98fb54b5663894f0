"""What a link says of its target, and a part of itself: as properties of an article, and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from newsmodel.formats.newsml.reading import Element, N, Reading
from newsmodel.formats.newsml.writing import Inexact
from newsmodel.model import Article
from newsmodel.model.base import told_by

if TYPE_CHECKING:
    from newsmodel.formats.newsml.table import Row


def written(value: Article, rows: tuple[Row, ...]) -> str:
    """What an article says in the fields of some rows, as elements; it may say nothing else."""
    if not _test(rows)(value):
        raise Inexact
    markup = "".join([_each(row, getattr(value, row.field)) for row in rows])
    if not markup:
        raise Inexact
    return markup


@cache
def _test(rows: tuple[Row, ...]) -> Callable[[Article], bool]:
    """A test whether an article says nothing beyond the fields of some rows."""
    return told_by(Article, ("id", *(row.field for row in rows)))


@cache
def _by_tag(rows: tuple[Row, ...]) -> dict[Any, list[Row]]:
    """The rows by the elements they may be."""
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(f"{N}{row.name}", []).append(row)
    return found


def _each(row: Row, value: Any) -> str:
    if value is None or value == ():
        return ""
    return "".join([row.write(row.name, each) for each in (value if row.many else (value,))])


def read(node: Element, rows: tuple[Row, ...], fields: dict[str, Any], reading: Reading) -> bool:
    """Read an element into the field of its row; False for one that has none."""
    for row in _by_tag(rows).get(node.tag, ()):
        if row.accepts(node):
            if not row.many and row.field in fields:
                return False
            value = row.read(node, reading)
            reading.inexact |= value is None
            if row.plain:
                reading.leave_attributes(node)
            if value is not None:
                fields[row.field] = (*fields.get(row.field, ()), value) if row.many else value
            return True
    return False

"""What a link says of its target, and a part of itself: as properties of an article, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from newsmodel.formats.newsml.reading import Element, N, Reading
from newsmodel.formats.newsml.writing import Inexact
from newsmodel.model import Article

if TYPE_CHECKING:
    from newsmodel.formats.newsml.table import Row


def written(value: Article, rows: Sequence[Row]) -> str:
    """What an article says in the fields of some rows, as elements; it may say nothing else."""
    given = [row for row in rows if getattr(value, row.field) not in (None, ())]
    known = {row.field: getattr(value, row.field) for row in given}
    if value != Article(id=value.id, **known) or not given:
        raise Inexact
    return "".join([_each(row, known[row.field]) for row in given])


def _each(row: Row, value: Any) -> str:
    return "".join([row.write(row.name, each) for each in (value if row.many else (value,))])


def read(node: Element, rows: Sequence[Row], fields: dict[str, Any], reading: Reading) -> bool:
    """Read an element into the field of its row; False for one that has none."""
    for row in rows:
        if node.tag == f"{N}{row.name}" and row.accepts(node):
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

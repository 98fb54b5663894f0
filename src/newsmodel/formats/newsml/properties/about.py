"""What a link says of its target, and a part of itself: as properties of an article, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsmodel.formats.newsml.xml.reading import Element, N, Reading, constraint_of
from newsmodel.formats.newsml.xml.writing import Inexact
from newsmodel.model import Article
from newsmodel.model.base import picker, told_by

if TYPE_CHECKING:
    from newsmodel.formats.newsml.properties.row import Row


class Properties:
    """What may be said of an article elsewhere than in an item of its own.

    Args:
        rows: the rows of the table for it, in the order of the schema.
    """

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self._by_tag: dict[Any, list[Row]] = {}
        for row in rows:
            self._by_tag.setdefault(f"{N}{row.name}", []).append(row)
        fields = [row.field for row in rows]
        self._says_no_more = told_by(Article, ("id", *fields))
        self._held = picker(Article, {row: row.field for row in rows})

    def written(self, value: Article) -> str:
        """What an article says as elements; it may say nothing else."""
        if not self._says_no_more(value):
            raise Inexact
        markup = "".join([row.said(held) for row, held in self._held(value)])
        if not markup:
            raise Inexact
        return markup

    def read(self, node: Element, fields: dict[str, Any], reading: Reading) -> bool:
        """Read an element into the field of its row; False for one that has none."""
        for row in self._by_tag.get(node.tag, ()):
            if row.takes(node, reading):
                if not row.many and (row.field in fields or _is_outdone(row, node)):
                    return False
                strange = len(reading.strange)
                value = row.read(node, reading)
                reading.inexact |= value is None
                if row.plain:
                    reading.leave_attributes(node)
                if len(reading.strange) > strange and reading.unread(node, strange):
                    return True
                if value is not None:
                    fields[row.field] = (*fields.get(row.field, ()), value) if row.many else value
                return True
        return False


def _is_outdone(row: Row, node: Element) -> bool:
    """Whether another element of its name is fitter for a field that tells how fit they are."""
    around = node.getparent()
    if row.fitness is None or around is None:
        return False
    alike = [e for e in around.iterchildren(str(node.tag)) if constraint_of(e) is None]
    return max(alike, key=row.fitness, default=node) is not node

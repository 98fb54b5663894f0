"""Which of several elements of a field is read: the label nearest to the language of the item."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from newsmodel.formats.newsml.properties.row import Row
from newsmodel.formats.newsml.xml.attributes import XML_LANG
from newsmodel.formats.newsml.xml.reading import Element, Reading, constraint_of, is_blank
from newsmodel.language.tags import THE_SAME, nearness

__all__ = ["Choices"]


_BEST = 1


class Choices:
    """The elements chosen in one item.

    Args:
        language: gives the language that labels are wanted in; it is asked where one names its own.
        reading: the reading of the item.
    """

    def __init__(self, language: Callable[[], str | None], reading: Reading) -> None:
        self._reading = reading
        self._ask = language
        self._made: dict[Row, Element] = {}

    def __contains__(self, row: Row) -> bool:
        """Whether an element of a field had to wait for another."""
        return row in self._made

    def waits(self, row: Row, node: Element) -> bool:
        """Whether an element waits for one of its name that is fitter.

        One that says nothing waits for any other. A label that names no language is in the item's.
        """
        if self._fitness(row, node) == _BEST:
            return False
        if row not in self._made:
            self._made[row] = self._choice(row, node)
        return self._made[row] is not node

    def _choice(self, row: Row, node: Element) -> Element:
        """The element of a field that is the fittest, the first of such."""
        around = node.getparent()
        alike = [node] if around is None else around.iterchildren(str(node.tag))
        said = [
            each
            for each in alike
            if self._fitness(row, each) >= 0
            and constraint_of(each) is None
            and row.takes(each, self._reading)
        ]
        return max(said, key=lambda each: self._fitness(row, each), default=node)

    def _fitness(self, row: Row, node: Element) -> float:
        """How fit an element is: a label by the language it names, unless it says nothing."""
        if row.fitness is not None:
            return row.fitness(node)
        if is_blank(node):
            return -1
        said = node.get(XML_LANG)
        wanted = self._language if said else None
        return nearness(said, wanted) / THE_SAME if said and wanted else _BEST

    @cached_property
    def _language(self) -> str | None:
        return self._ask()


def fits(said: str, wanted: str | None) -> bool:
    """Whether no label is nearer to a language than one in another; any is where none is wanted."""
    return not (said and wanted) or nearness(said, wanted) == THE_SAME


def is_nearer(other: str | None, said: str, wanted: str | None) -> bool:
    """Whether a label, which may name no language, is nearer to a language than one in another."""
    if not other or not wanted:
        return True
    return nearness(other, wanted) > nearness(said, wanted)

"""The attributes of a node's element in a page: HTML's for its fields, and the library's own."""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter
from typing import Any

import attrs

from newsmodel.formats._shared.escaping import attribute, attributes, quoted
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats._shared.xhtml.table import DATA, row_of
from newsmodel.formats.html.pages.dates import machine_date
from newsmodel.formats.html.pages.files import media_type
from newsmodel.formats.html.pages.known import Known, as_marks, as_simple
from newsmodel.language import direction
from newsmodel.model import Concept, Link, ListBlock, Node, Speaker, TableCell, Time
from newsmodel.model.base import default_of, fields_of, given, per_class

__all__ = ["MADE", "NodeAttributes", "Plan", "plan_for"]

MADE = f"{DATA}-made"
"""Names the attributes of an element that follow from what is around it or from its others."""

_LINK_TYPES = frozenset(
    "alternate author bookmark external help license me next nofollow noopener noreferrer prev "
    "search sponsored tag ugc".split()
)
_NO_ID = re.compile(r"\s")
_WIDEST, _TALLEST = 1000, 65534
"""As many columns and rows a cell may span (HTML, "Attributes common to td and th elements")."""


@attrs.frozen
class Plan:
    """What all elements of a class have in common."""

    tag: str
    """Its usual tag."""
    start: str
    """The attributes each of its elements has."""
    css: str | None
    """Its class for style sheets."""
    fields: Callable[[Any], Any]
    """Gives the fields that are not shown as content."""
    usual: Any
    """What that gives for most nodes: the defaults."""
    shown: tuple[str, ...]
    """The fields shown as content."""


@per_class
def plan_for(cls: type) -> Plan:
    """The plan of a node class."""
    row = row_of(cls)
    rest = [f for f in fields_of(cls) if f.name not in row.children]
    usual = tuple([default_of(field) for field in rest])
    start = attribute(DATA, cls.__name__) if row.named else ""
    start += attribute("class", row.css) if row.css else ""
    return Plan(row.tag, start, row.css, attrgetter(*[f.name for f in rest]), usual, row.children)


class NodeAttributes:
    """Gives the attributes of nodes, one node after another as they stand in the page.

    Args:
        around: the direction of the text around them.
        known: collects what only the data island can say; None to leave it out.
    """

    def __init__(self, around: str, known: Known | None) -> None:
        self.direction, self.known = around, known
        self.dropped = False
        self._ids: set[str] = set()

    def of(self, node: Node, *done: str, named: bool = False) -> str:
        """The attributes of a node, with a space before each.

        Args:
            node: the node.
            done: fields that its markup says in another way.
            named: its class must be told, since the tag is another's.
        """
        plan = plan_for(type(node))
        if not named and plan.fields(node) == plan.usual:
            return plan.start
        fields = dict(given(node))
        for name in (*plan.shown, *done):
            fields.pop(name, None)
        hidden: dict[str, Any] = {}
        row = row_of(type(node))
        parts = [attribute(DATA, type(node).__name__) if named or row.named else ""]
        parts.append(self._own(fields.pop("attributes", ()), plan.css, hidden))
        parts.append(self._language(fields))
        native = _NATIVE.get(type(node))
        if native is not None and not named:
            parts.append(native(node, fields))
        parts += [self._field(name, value, hidden) for name, value in fields.items()]
        parts.append(self._mark(hidden))
        return "".join(parts)

    def _mark(self, hidden: dict[str, Any]) -> str:
        if not hidden:
            return ""
        if self.known is not None:
            return self.known.mark(hidden)
        self.dropped = True
        return ""

    def _own(self, pairs: Any, css: str | None, hidden: dict[str, Any]) -> str:
        """Class and id as they came; whatever else a source added is for nobody to see."""
        own, rest = {"class": css} if css else {}, []
        for name, value in pairs:
            if name == "class":
                own["class"] = f"{css} {value}" if css else value
            elif name == "id" and value and not _NO_ID.search(value) and value not in self._ids:
                self._ids.add(value)
                own["id"] = value
            else:
                rest.append((name, value))
        if rest:
            hidden["attributes"] = tuple(rest)
        return attributes(own.items())

    def _language(self, fields: dict[str, Any]) -> str:
        """Language and direction; the latter too where it only follows from the former."""
        tag, given_direction = fields.pop("language", None), fields.pop("direction", None)
        parts = [("lang", tag)]
        if given_direction is not None:
            self.direction = given_direction.value
            parts.append(("dir", given_direction.value))
        elif tag is not None and direction(tag) != self.direction:
            self.direction = direction(tag)
            parts += [("dir", self.direction), (MADE, "dir")]
        return attributes(parts)

    def _field(self, name: str, value: Any, hidden: dict[str, Any]) -> str:
        key = f"{DATA}-{name.replace('_', '-')}"
        if isinstance(value, Speaker | Concept):
            simple, whole = as_simple(value)
            if not whole:
                hidden[name] = value
            return attribute(key, simple) if simple is not None else ""
        if name == "marks" and (marks := as_marks(value)) is not None:
            return attribute(key, marks)
        if isinstance(value, str):
            return f' {key}="{quoted(value)}"'
        if isinstance(value, bool):
            return attribute(key, "true" if value else "false")
        if isinstance(value, int | float):
            return attribute(key, value)
        hidden[name] = value
        return ""


# ------------------------------------------------------------------ HTML's own attributes
def _of_link(node: Link, fields: dict[str, Any]) -> str:
    """What HTML has an attribute for; the rest stays among the fields."""
    written = written_link(node.href) if node.href is not None else None
    if written is None:
        return ""
    parts = [("href", written)]
    if written == node.href:
        del fields["href"]
    if node.rel is not None and node.rel.lower() in _LINK_TYPES:
        parts.append(("rel", fields.pop("rel")))
    if node.title is not None:
        parts.append(("title", fields.pop("title")))
    if media_type(node.content_type) is not None:
        parts.append(("type", fields.pop("content_type")))
    if node.hreflang is not None:
        parts.append(("hreflang", fields.pop("hreflang")))
    return attributes(parts)


def _of_cell(node: TableCell, fields: dict[str, Any]) -> str:
    limits = (("colspan", _WIDEST), ("rowspan", _TALLEST))
    names = [n for n, most in limits if n in fields and fields[n] <= most]
    return attributes([(name, fields.pop(name)) for name in names])


def _of_time(node: Time, fields: dict[str, Any]) -> str:
    value = fields.pop("value", None)
    if value is None:
        return ""
    written = machine_date(value)
    exact = value.isoformat()
    parts = [("datetime", written), (f"{DATA}-value", None if written == exact else exact)]
    return attributes(parts)


def _of_list(node: ListBlock, fields: dict[str, Any]) -> str:
    return attribute("start", fields.pop("start")) if node.ordered and "start" in fields else ""


_NATIVE: dict[type, Callable[[Any, dict[str, Any]], str]] = {
    Link: _of_link,
    ListBlock: _of_list,
    TableCell: _of_cell,
    Time: _of_time,
}

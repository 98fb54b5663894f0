"""The attributes of a node's element in a page: HTML's for its fields, and the library's own."""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeAlias

import attrs

from newsmodel.formats._shared.escaping import attribute, attributes, quoted
from newsmodel.formats._shared.shown_files import media_type
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats._shared.xhtml.table import DATA, row_of
from newsmodel.formats.html.pages.dates import machine_date
from newsmodel.formats.html.pages.known import Known, as_marks, as_simple
from newsmodel.formats.html.pages.tags import known_tag, lang
from newsmodel.language import direction
from newsmodel.model import Concept, Direction, Link, ListBlock, Node, Speaker, TableCell, Time
from newsmodel.model.base import default_of, fields_of, per_class, told_by

__all__ = ["MADE", "NodeAttributes", "Plan", "link_types", "plan_for"]

MADE = f"{DATA}-made"
"""Names the attributes of an element that follow from what is around it or from its others."""

_LINK_TYPES = frozenset(
    "alternate author bookmark external help license me next nofollow noopener noreferrer prev "
    "search sponsored tag ugc".split()
)
_NO_ID = re.compile(r"\s")
_Pairs: TypeAlias = tuple[tuple[str, str], ...]
_NAMED = (Speaker, Concept)
_WIDEST, _TALLEST = 1000, 65534
"""As many columns and rows a cell may span (HTML, "Attributes common to td and th elements")."""


@attrs.frozen
class Plan:
    """What all elements of a class have in common."""

    tag: str
    """Its usual tag."""
    told: str
    """The attribute that tells its class."""
    name: str
    """The same where its elements need it, since their tag is another's too."""
    css: str | None
    """Its class for style sheets."""
    styled: str
    """That as an attribute."""
    start: str
    """All attributes of an element of which every field is usual."""
    is_usual: Callable[[Any], bool]
    """Whether the fields that are not shown as content are what they are in most nodes."""
    fields: Callable[[Any], Any]
    """Gives the fields that are not shown as content."""
    names: tuple[str, ...]
    """Their names."""
    usual: Any
    """What they are in most nodes: the defaults."""
    shown: tuple[str, ...]
    """The fields shown as content."""
    native: Callable[[Any, dict[str, Any]], str] | None
    """Gives what HTML has attributes for, and takes it out of the fields that are left."""


@per_class
def plan_for(cls: type) -> Plan:
    """The plan of a node class."""
    row = row_of(cls)
    rest = {f.name: default_of(f) for f in fields_of(cls) if f.name not in row.children and f.eq}
    told = attribute(DATA, cls.__name__)
    name, styled = told if row.named else "", attribute("class", row.css) if row.css else ""
    return Plan(
        tag=row.tag,
        told=told,
        name=name,
        css=row.css,
        styled=styled,
        start=name + styled,
        is_usual=told_by(cls, row.children),
        fields=attrgetter(*rest),
        names=tuple(rest),
        usual=tuple(rest.values()),
        shown=row.children,
        native=_NATIVE.get(cls),
    )


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
        self._written: dict[tuple[_Pairs, str | None, str | None], tuple[str, _Pairs]] = {}

    def of(self, node: Node, *done: str, named: bool = False) -> str:
        """The attributes of a node, with a space before each.

        Args:
            node: the node.
            done: fields that its markup says in another way.
            named: its class must be told, since the tag is another's.
        """
        plan = plan_for(type(node))
        if plan.is_usual(node):
            return plan.told + plan.styled if named else plan.start
        return self._unusual(node, plan, done, named=named)

    def _unusual(self, node: Node, plan: Plan, done: tuple[str, ...], *, named: bool) -> str:
        start = plan.told if named else plan.name
        each = zip(plan.names, plan.fields(node), plan.usual, strict=True)
        fields = {
            name: value for name, value, usual in each if value is not usual and value != usual
        }
        for name in done:
            fields.pop(name, None)
        hidden: dict[str, Any] = {}
        pairs = fields.pop("attributes", None)
        start += self._own(pairs, plan.css, hidden) if pairs else plan.styled
        if "language" in fields or "direction" in fields:
            start += self.spoken(fields.pop("language", None), fields.pop("direction", None))
        if plan.native is not None and not named:
            start += plan.native(node, fields)
        for name, value in fields.items():
            start += self._field(name, value, hidden)
        return start + self._mark(hidden) if hidden else start

    def _mark(self, hidden: dict[str, Any]) -> str:
        if self.known is not None:
            return self.known.mark(hidden)
        self.dropped = True
        return ""

    def _own(self, pairs: _Pairs, css: str | None, hidden: dict[str, Any]) -> str:
        """Class and id as they came; whatever else a source added is for nobody to see."""
        id = None
        for name, value in pairs:
            if name == "id":
                id = value
                break
        if id and (_NO_ID.search(id) or id in self._ids):
            id = None
        # A source's nodes have few sets of attributes.
        key = pairs, css, id
        own, rest = self._written.get(key) or self._written.setdefault(key, _sorted(*key))
        if id:
            self._ids.add(id)
        if rest:
            hidden["attributes"] = rest
        return own

    def spoken(self, tag: str | None, given: Direction | None) -> str:
        """Language and direction; the latter too where it only follows from the former."""
        parts = lang(tag)
        if given is not None:
            self.direction = given.value
            parts.append(("dir", given.value))
        elif tag is not None and direction(tag) != self.direction:
            self.direction = direction(tag)
            parts += [("dir", self.direction), (MADE, "dir")]
        return attributes(parts)

    def _field(self, name: str, value: Any, hidden: dict[str, Any]) -> str:
        key = f"{DATA}-{name.replace('_', '-')}"
        if isinstance(value, str):
            return f' {key}="{quoted(value)}"'
        if isinstance(value, _NAMED):
            simple, whole = as_simple(value)
            if not whole:
                hidden[name] = value
            return attribute(key, simple) if simple is not None else ""
        if name == "marks" and (marks := as_marks(value)) is not None:
            return attribute(key, marks)
        if isinstance(value, bool):
            return attribute(key, "true" if value else "false")
        if isinstance(value, (int, float)):
            return attribute(key, value)
        hidden[name] = value
        return ""


def _sorted(pairs: _Pairs, css: str | None, id: str | None) -> tuple[str, _Pairs]:
    """Class and id as markup, and the rest."""
    classes = [css] if css else []
    rest = []
    for pair in pairs:
        if pair[0] == "class":
            classes.append(pair[1])
        elif pair != ("id", id or None):
            rest.append(pair)
    own = f' class="{quoted(" ".join(classes))}"' if classes else ""
    return (own + attribute("id", id) if id else own), tuple(rest)


# ------------------------------------------------------------------ HTML's own attributes
def _of_link(node: Link, fields: dict[str, Any]) -> str:
    """What HTML has an attribute for; the rest stays among the fields."""
    written = written_link(node.href) if node.href is not None else None
    if written is None:
        return ""
    parts: list[tuple[str, str | None]] = [("href", written)]
    if written == node.href:
        del fields["href"]
    if node.rel is not None:
        parts.append(("rel", link_types(node.rel)))
        if parts[-1][1] == node.rel:
            del fields["rel"]
    if node.title is not None:
        parts.append(("title", fields.pop("title")))
    if media_type(node.content_type) is not None:
        parts.append(("type", fields.pop("content_type")))
    if node.hreflang is not None:
        parts.append(("hreflang", known_tag(node.hreflang)))
        if parts[-1][1] == node.hreflang:
            del fields["hreflang"]
    return attributes(parts)


def link_types(rel: str) -> str | None:
    """What a relation says in words that HTML knows; None where it says nothing in such."""
    if rel.lower() in _LINK_TYPES:
        return rel
    known = [word for word in rel.split() if word.lower() in _LINK_TYPES]
    return " ".join(known) or None


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

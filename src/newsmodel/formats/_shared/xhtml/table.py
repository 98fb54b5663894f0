"""The table of node classes: which tag, which attributes, which field holds the content."""

from __future__ import annotations

import re
from functools import cache

import attrs

from newsmodel import model
from newsmodel.model import Node
from newsmodel.model.base import per_class

__all__ = ["DATA", "PLAIN_ATTRIBUTE", "ROWS", "Row", "class_named", "row_of"]

DATA = "data-nm"
"""The attribute that names a node's class; with a field's name behind it, that field."""

PLAIN_ATTRIBUTE = re.compile(
    r"class|id|title|item(id|prop|ref|scope|type)|data-(?!nm(-|$))[a-z0-9][a-z0-9._-]*"
)
"""The attributes of a node that stand in the markup under their own names."""


@attrs.frozen
class Row:
    """How one class of nodes is written."""

    cls: type[Node]
    """The class."""
    tag: str
    """Its tag; for headings, lists and cells the one it has by default."""
    native: tuple[tuple[str, str], ...] = ()
    """Fields that an attribute of HTML holds, with its name."""
    children: tuple[str, ...] = ()
    """Fields that hold what stands between the tags."""
    css: str | None = None
    """Class for style sheets."""
    named: bool = False
    """Whether `data-nm` names the class, since the tag is another's."""
    reserved: frozenset[str] = attrs.field(init=False, eq=False)
    """The attributes that those fields have."""

    @reserved.default
    def _reserved(self) -> frozenset[str]:
        return frozenset([name for _, name in self.native])


_CONTENT = ("content",)
_LINK = (
    ("href", "href"), ("rel", "rel"), ("title", "title"),
    ("content_type", "type"), ("hreflang", "hreflang"),
)  # fmt: skip

ROWS: tuple[Row, ...] = (
    Row(model.Emphasis, "em", children=_CONTENT),
    Row(model.Strong, "strong", children=_CONTENT),
    Row(model.Code, "code", children=_CONTENT),
    Row(model.Subscript, "sub", children=_CONTENT),
    Row(model.Superscript, "sup", children=_CONTENT),
    Row(model.LanguageSpan, "span", children=_CONTENT),
    Row(model.LineBreak, "br"),
    Row(model.Link, "a", _LINK, _CONTENT),
    Row(model.Mention, "span", children=_CONTENT, css="nm-mention", named=True),
    Row(model.Time, "time", (("value", "datetime"),), _CONTENT),
    Row(model.InlineQuote, "span", children=_CONTENT, css="nm-quote", named=True),
    Row(model.RawInline, "span", css="nm-raw", named=True),
    Row(model.Paragraph, "p", children=_CONTENT),
    Row(model.Heading, "h2", children=_CONTENT),
    Row(model.Preformatted, "pre", children=_CONTENT),
    Row(model.Section, "section", children=("blocks",)),
    Row(
        model.BlockQuote, "figure", children=("blocks", "attribution"),
        css="nm-blockquote", named=True,
    ),
    Row(model.ListBlock, "ul", (("start", "start"),), ("items", "ordered")),
    Row(model.ListItem, "li", children=_CONTENT),
    Row(model.Figure, "figure", css="nm-figure", named=True),
    Row(model.Table, "table", children=("rows", "caption")),
    Row(model.TableRow, "tr", children=("cells",)),
    Row(
        model.TableCell, "td",
        (("colspan", "colspan"), ("rowspan", "rowspan"), ("scope", "scope")),
        ("content", "header"),
    ),
    Row(model.Embed, "div", children=("fallback",), css="nm-embed", named=True),
    Row(model.Divider, "hr"),
    Row(model.RawBlock, "div", css="nm-raw", named=True),
)  # fmt: skip


@per_class
def row_of(cls: type) -> Row:
    """The row of a class."""
    return next(row for row in ROWS if row.cls is cls)


@cache
def class_named(name: str) -> Row | None:
    """The row of the class `data-nm` names; None for any other word."""
    return next((row for row in ROWS if row.cls.__name__ == name), None)

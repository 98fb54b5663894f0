"""From markup to nodes: our own exactly, others' as well as it can be told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.fields import built as _built, fields_in
from newsmodel.formats._shared.xhtml.spaces import folded as _folded, tidy as _tidy, trimmed
from newsmodel.formats._shared.xhtml.table import DATA, ROWS, Row, class_named
from newsmodel.model import (
    Block,
    BlockQuote,
    Embed,
    Figure,
    Heading,
    InlineQuote,
    ListBlock,
    ListItem,
    Node,
    Paragraph,
    Preformatted,
    RowSection,
    Table,
    TableCell,
    TableRow,
)
from newsmodel.model.base import changed

__all__ = ["BodyReader", "local_name"]

MAX_DEPTH = 100
"""Elements nested deeper are flattened to their text."""

_SECTIONS = {"thead": RowSection.HEAD, "tfoot": RowSection.FOOT}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BY_TAG: dict[str, Row] = {row.tag: row for row in ROWS if not row.named}
_ALIASES = {
    **dict.fromkeys(_HEADINGS, "h2"), "ol": "ul", "th": "td", "i": "em", "b": "strong",
    "dir": "ul", "menu": "ul", "article": "section", "aside": "section",
}  # fmt: skip
_UNSEEN = frozenset(
    {"head", "script", "style", "template", "title", "noscript", "iframe", "object"}
)
_PARTS = (ListItem, TableRow, TableCell)
_Element = etree._Element


def local_name(element: _Element) -> str:
    """The name of an element without its namespace, in lower case; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


class BodyReader:
    """Reads the nodes of one body.

    Args:
        html: the markup was read by an HTML parser.
        exact: the markup is the library's own, so that white space counts.
        figure: is told of each `figure` of a picture, and gives the id of what it shows.
    """

    def __init__(
        self,
        *,
        html: bool,
        exact: bool,
        figure: Callable[[_Element], str | None] = lambda element: None,
    ) -> None:
        self._html, self._exact, self._figure = html, exact, figure
        self._depth = 0
        self.flattened = 0
        self._special: dict[type[Node], Callable[[_Element, Row], Node | None]] = {
            BlockQuote: self._block_quote,
            Embed: self._embed,
            Figure: self._image,
            Heading: self._heading,
            InlineQuote: self._inline_quote,
            ListBlock: self._list,
            Preformatted: self._preformatted,
            Table: self._table,
            TableCell: self._cell,
        }

    # -------------------------------------------------------------- content
    def blocks(self, parent: _Element) -> tuple[Block, ...]:
        """The blocks within an element; text between blocks becomes paragraphs."""
        blocks: list[Block] = []
        stretch: list[Any] = []
        for item in self.flow(parent):
            if isinstance(item, Block):
                blocks += [*self._paragraph(stretch), item]
                stretch = []
            else:
                stretch.append(item)
        return (*blocks, *self._paragraph(stretch))

    def _paragraph(self, stretch: list[Any]) -> list[Block]:
        if all(isinstance(run, str) and not run.strip() for run in stretch):
            return []
        return [Paragraph(content=stretch)]

    def flow(self, parent: _Element) -> tuple[Any, ...]:
        """What is within an element, running text and blocks, in order."""
        return tuple(self._flow(parent))

    def runs(self, parent: _Element) -> tuple[Any, ...]:
        """The running text within an element; blocks in it give their text."""
        return tuple(item.text if isinstance(item, Block) else item for item in self._flow(parent))

    def _flow(self, parent: _Element) -> Iterator[Any]:
        yield from self._string(parent.text)
        for child in parent:
            name = local_name(child)
            if name and name not in _UNSEEN and child.get(DATA) != "made":
                yield from self._any(child, name)
            yield from self._string(child.tail)

    def _string(self, value: str | None) -> tuple[str, ...]:
        if not value:
            return ()
        value = writable(value)
        return (value,) if self._exact else (_folded(value),)

    def _any(self, element: _Element, name: str) -> Iterator[Any]:
        row = _row_for(element, name)
        if self._depth >= MAX_DEPTH:
            self.flattened += 1
            yield self._line(element)
        else:
            self._depth += 1
            node = self._node(element, row) if row else None
            yield from self._flow(element) if node is None else (node,)
            self._depth -= 1

    def _node(self, element: _Element, row: Row) -> Node | None:
        read = self._special.get(row.cls)
        return read(element, row) if read else self._plain(element, row)

    # -------------------------------------------------------------- a node by the table
    def _plain(self, element: _Element, row: Row, **known: Any) -> Node | None:
        """A node from its attributes and, unless already known, its content."""
        fields = fields_in(element, row)
        if row.children == ("content",) and "content" not in known:
            known["content"] = self._trimmed(self.runs(element), row)
        elif row.children == ("blocks",):
            known["blocks"] = self.blocks(element)
        return _built(row.cls, known | fields)

    def _trimmed(self, content: tuple[Any, ...], row: Row) -> tuple[Any, ...]:
        return content if self._exact or not issubclass(row.cls, Block) else trimmed(content)

    # -------------------------------------------------------------- what differs
    def _heading(self, element: _Element, row: Row) -> Node | None:
        return self._plain(element, row, level=_HEADINGS.get(local_name(element), 2))

    def _preformatted(self, element: _Element, row: Row) -> Node | None:
        exact, self._exact = self._exact, True
        content = list(self.runs(element))
        self._exact = exact
        if self._html and content and isinstance(content[0], str):
            content[0] = content[0].removeprefix("\n")
        return self._plain(element, row, content=content)

    def _inline_quote(self, element: _Element, row: Row) -> Node | None:
        node = self._plain(element, row)
        return _without_marks(node) if isinstance(node, InlineQuote) else node

    def _block_quote(self, element: _Element, row: Row) -> Node | None:
        if local_name(element) == "blockquote":
            return self._plain(element, row, blocks=self.blocks(element))
        known: dict[str, Any] = {}
        for child in element:
            if local_name(child) == "blockquote":
                known["blocks"] = self.blocks(child)
            elif local_name(child) == "figcaption" and child.get(DATA) != "made":
                known["attribution"] = self._line(child)
        return self._plain(element, row, **known)

    def _line(self, element: _Element) -> str:
        """The text of an element as one string."""
        line = writable("".join(element.itertext()))
        return line if self._exact else " ".join(line.split())

    def _list(self, element: _Element, row: Row) -> Node | None:
        items = [self._item(child) for child in element if local_name(child) == "li"]
        return self._plain(element, row, items=items, ordered=local_name(element) == "ol")

    def _item(self, element: _Element) -> Node | None:
        return self._plain(element, _BY_TAG["li"], content=self._cell_content(element))

    def _cell_content(self, element: _Element) -> tuple[Any, ...]:
        content = self.flow(element)
        return content if self._exact else _tidy(content)

    def _image(self, element: _Element, row: Row) -> Node | None:
        shown = self._figure(element)
        return self._plain(element, row, **({"image_id": shown} if shown else {}))

    def _embed(self, element: _Element, row: Row) -> Node | None:
        return self._plain(element, row, fallback=self.blocks(element))

    def _table(self, element: _Element, row: Row) -> Node | None:
        captions = (child for child in element if local_name(child) == "caption")
        caption = next((self.runs(child) for child in captions), ())
        rows = [self._row(tr, section) for tr, section in _rows_of(element)]
        return self._plain(element, row, rows=rows, caption=caption)

    def _row(self, element: _Element, section: RowSection) -> Node | None:
        cells = [self._cell(c, _BY_TAG["td"]) for c in element if local_name(c) in ("td", "th")]
        return self._plain(element, _BY_TAG["tr"], cells=cells, section=section)

    def _cell(self, element: _Element, row: Row) -> Node | None:
        header = local_name(element) == "th"
        return self._plain(element, row, content=self._cell_content(element), header=header)


def _row_for(element: _Element, name: str) -> Row | None:
    """The row of the class an element stands for; None where it means nothing by itself."""
    row = class_named(element.get(DATA, ""))
    if row is not None:
        return row
    if name == "blockquote":
        return class_named("BlockQuote")
    if name == "figure":
        quotes = any(local_name(child) == "blockquote" for child in element)
        return class_named("BlockQuote" if quotes else "Figure")
    found = _BY_TAG.get(_ALIASES.get(name, name))
    return None if found is None or found.cls in _PARTS else found


def _rows_of(table: _Element) -> Iterator[tuple[_Element, RowSection]]:
    """The rows of a table, each with the section it stands in."""
    for child in table:
        name = local_name(child)
        if name == "tr":
            yield child, RowSection.BODY
        elif name in ("thead", "tbody", "tfoot"):
            section = _SECTIONS.get(name, RowSection.BODY)
            yield from ((row, section) for row in child if local_name(row) == "tr")


def _without_marks(quote: InlineQuote) -> InlineQuote:
    """The quotation with its marks taken off its text; a mark that is not there is not kept."""
    content = list(quote.content)
    before, after = quote.marks
    if not (content and isinstance(content[0], str) and content[0].startswith(before)):
        before = ""
    elif before:
        content[0] = content[0][len(before) :]
    if not (content and isinstance(content[-1], str) and content[-1].endswith(after)):
        after = ""
    elif after:
        content[-1] = content[-1][: -len(after)]
    return changed(quote, content=content, marks=(before, after))

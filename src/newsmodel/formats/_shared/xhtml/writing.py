"""From nodes to markup."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from newsmodel.formats._shared.escaping import attribute, attributes, text
from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats._shared.urls import is_safe_link
from newsmodel.formats._shared.xhtml.table import DATA, PLAIN_ATTRIBUTE, Row, row_of
from newsmodel.model import (
    Block,
    BlockQuote,
    Embed,
    Figure,
    Heading,
    InlineQuote,
    Link,
    ListBlock,
    Node,
    Preformatted,
    RowSection,
    Section,
    SectionKind,
    Speaker,
    Table,
    TableCell,
    TableRow,
)
from newsmodel.model.base import fields_of, per_class, picker
from newsmodel.model.cleaning import with_public_people
from newsmodel.plain import to_plain

__all__ = ["BodyWriter", "field_attribute"]

_SECTIONS = {RowSection.HEAD: "thead", RowSection.BODY: "tbody", RowSection.FOOT: "tfoot"}
_VOID = frozenset({"br", "hr"})


def field_attribute(name: str, value: Any) -> str:
    """A field as a `data-nm-*` attribute: strings as they are, everything else as JSON."""
    return attribute(f"{DATA}-{name.replace('_', '-')}", _as_string(value))


def _as_string(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


class _Tellers(dict[tuple[str, ...], Callable[[Any], list[tuple[str, Any]]]]):
    """What gives the fields that a node has to say in attributes, most have none, and their values.

    For the fields that are told in another way there is one each, made when it is asked for.
    """

    def __init__(self, cls: type) -> None:
        super().__init__()
        self._cls = cls

    def __missing__(self, done: tuple[str, ...]) -> Callable[[Any], list[tuple[str, Any]]]:
        """What gives them."""
        told = {*row_of(self._cls).children, *done}
        names = [f.name for f in fields_of(self._cls) if f.eq and f.name not in told]
        self[done] = picker(self._cls, {name: name for name in names})
        return self[done]


_tellers = per_class(_Tellers)


@per_class
def _mark(cls: type) -> str:
    """The attributes that each element of a class has."""
    row = row_of(cls)
    named = attribute(DATA, cls.__name__) if row.named else ""
    return named + (attribute("class", row.css) if row.css else "")


_IS_PLAIN = Remembered(lambda name: PLAIN_ATTRIBUTE.fullmatch(name) is not None)


def _no_figure(_: Figure) -> str:
    return ""


class BodyWriter:
    """Writes the nodes of one body.

    Args:
        html: write for an HTML parser; without it, for an XML parser.
        figure: gives the markup within the `figure` of a picture.
        levels: gives the level a heading is shown at.
        open_only: leave sections empty that are not for readers, but for those whose class says
            so to everybody, say nothing of who is not to be named, and note it in `left_out`.
    """

    def __init__(
        self,
        *,
        html: bool,
        figure: Callable[[Figure], str] = _no_figure,
        levels: Callable[[Heading], int] = lambda heading: heading.level,
        open_only: bool = False,
    ) -> None:
        self._html, self._figure, self._levels = html, figure, levels
        self._in_link, self._open_only = False, open_only
        self.left_out = False
        """Whether something of the body was left out."""

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks as markup, one a line."""
        return "\n".join([self.node(block) for block in blocks])

    def runs(self, content: Iterable[Node | str]) -> str:
        """Running content, or what else stands between two tags, as markup."""
        return "".join([text(c) if isinstance(c, str) else self.node(c) for c in content])

    def node(self, node: Node) -> str:
        """One node as markup."""
        row = row_of(type(node))
        write = _SPECIAL.get(row.cls)
        if write is not None:
            return write(self, node, row)
        inner = ""
        for name in row.children:
            inner += self.runs(getattr(node, name))
        return self._element(node, row, row.tag, inner)

    def _element(
        self, node: Node, row: Row, tag: str, inner: str, also: tuple[str, ...] = ()
    ) -> str:
        more = self._attributes(node, row, also)
        return f"<{tag}{more}/>" if tag in _VOID else f"<{tag}{more}>{inner}</{tag}>"

    # -------------------------------------------------------------- attributes
    def _attributes(self, node: Node, row: Row, done: tuple[str, ...]) -> str:
        """All attributes of an element: the node's own, HTML's for its fields, then the rest."""
        told = _tellers(row.cls)[done](node)
        if not told:
            return _mark(row.cls)
        if self._open_only and (shown := with_public_people(node)) is not node:
            node, self.left_out = shown, True
            told = _tellers(row.cls)[done](node)
        fields = dict(told)
        parts = [attribute(DATA, row.cls.__name__) if row.named else ""]
        parts.append(self._own_attributes(fields.pop("attributes", ()), row))
        if (language := fields.pop("language", None)) is not None:
            pairs = [("lang", language), ("xml:lang", None if self._html else language)]
            parts.append(attributes(pairs))
        if (direction := fields.pop("direction", None)) is not None:
            parts.append(attribute("dir", direction.value))
        parts += self._native(row, fields)
        if fields:
            plain = to_plain(node)
            parts += [field_attribute(name, plain[name]) for name in fields]
        return "".join(parts)

    def _own_attributes(self, pairs: Iterable[tuple[str, str]], row: Row) -> str:
        if not pairs and not row.css:
            return ""
        own = {n: v for n, v in pairs if _IS_PLAIN[n] and n not in row.reserved}
        rest = {n: v for n, v in pairs if n not in own}
        if row.css:
            own = {"class": row.css, **own}
            given_class = dict(pairs).get("class")
            own["class"] = row.css if given_class is None else f"{row.css} {given_class}"
        return attributes(own.items()) + (field_attribute("attributes", rest) if rest else "")

    def _native(self, row: Row, fields: dict[str, Any]) -> list[str]:
        parts = []
        for name, html_name in row.native:
            value = fields.get(name)
            if value is None or (name == "href" and not is_safe_link(value)):
                continue
            del fields[name]
            parts.append(attribute(html_name, value.isoformat() if name == "value" else value))
        return parts

    # -------------------------------------------------------------- what differs
    def _heading(self, node: Heading, row: Row) -> str:
        shown = self._levels(node)
        also = ("level",) if shown == node.level else ()
        if shown != node.level and node.level == 2:
            # The default of a field is left out of what is given, but here the tag denies it.
            inner = self.runs(node.content)
            extra = field_attribute("level", 2)
            return f"<h{shown}{self._attributes(node, row, ('level',))}{extra}>{inner}</h{shown}>"
        return self._element(node, row, f"h{shown}", self.runs(node.content), also)

    def _preformatted(self, node: Preformatted, row: Row) -> str:
        inner = self.runs(node.content)
        # An HTML parser drops a newline right after the tag (HTML, "The pre element").
        return self._element(node, row, "pre", "\n" + inner if self._html else inner)

    def _section(self, node: Section, row: Row) -> str:
        says_so = "nonpublic" in dict(node.attributes).get("class", "").lower()
        is_left_out = self._open_only and not (node.public or says_so) and node.blocks != ()
        self.left_out |= is_left_out
        inner = "" if is_left_out else self.runs(node.blocks)
        if self._html and node.kind is SectionKind.MAIN:
            # A page has one `main`, and that is not within its article (HTML, "The main element").
            return self._element(node, row, "section", inner)
        if not says_so:
            return self._element(node, row, node.kind.value, inner, ("kind",))
        markup = self._element(node, row, node.kind.value, inner, ("kind", "public"))
        if not node.public:
            return markup  # its class says so
        end = len(node.kind.value) + 1
        return f"{markup[:end]}{field_attribute('public', 'true')}{markup[end:]}"

    def _link(self, node: Link, row: Row) -> str:
        if self._in_link:
            # No link may stand in a link (HTML, "The a element"): the inner one goes nowhere.
            start = f"<span{attribute(DATA, 'Link')}{self._attributes(node, _NESTED_LINK, ())}>"
            return f"{start}{self.runs(node.content)}</span>"
        self._in_link = True
        inner = self.runs(node.content)
        self._in_link = False
        return self._element(node, row, "a", inner)

    def _inline_quote(self, node: InlineQuote, row: Row) -> str:
        before, after = map(text, node.marks)
        return self._element(node, row, "span", f"{before}{self.runs(node.content)}{after}")

    def _block_quote(self, node: BlockQuote, row: Row) -> str:
        cite = node.source_url
        native = attribute("cite", cite) if cite is not None and is_safe_link(cite) else ""
        quote = f"<blockquote{native}>{self.runs(node.blocks)}</blockquote>"
        return self._element(node, row, "figure", quote + self._attribution(node))

    def _attribution(self, node: BlockQuote) -> str:
        if node.attribution is not None:
            return f"<figcaption>{text(node.attribution)}</figcaption>"
        name = None if node.speaker is None else _shown_name(node.speaker)
        if node.speaker is None or not name:
            return ""
        shown = ", ".join(filter(None, [name, node.speaker.role]))
        return f'<figcaption {DATA}="made">\N{EM DASH} {text(shown)}</figcaption>'

    def _list(self, node: ListBlock, row: Row) -> str:
        items = "".join([self.node(item) for item in node.items])
        if node.ordered:
            return self._element(node, row, "ol", items)
        return self._element(node, _UNORDERED, "ul", items)

    def _image(self, node: Figure, row: Row) -> str:
        return self._element(node, row, "figure", self._figure(node))

    def _table(self, node: Table, row: Row) -> str:
        caption = f"<caption>{self.runs(node.caption)}</caption>" if node.caption else ""
        return self._element(node, row, "table", caption + self._rows(node.rows))

    def _rows(self, rows: tuple[TableRow, ...]) -> str:
        order = [list(_SECTIONS).index(row.section) for row in rows]
        if order != sorted(order):
            return f"<tbody>{self.runs(rows)}</tbody>"
        return "".join(
            f"<{_SECTIONS[section]}>{self._bare_rows(part)}</{_SECTIONS[section]}>"
            for section, part in groupby(rows, lambda row: row.section)
        )

    def _bare_rows(self, rows: Iterable[TableRow]) -> str:
        """Rows whose section the element around them tells."""
        return "".join([self._bare_row(row, row_of(TableRow)) for row in rows])

    def _bare_row(self, node: TableRow, row: Row) -> str:
        return self._element(node, row, row.tag, self.runs(node.cells), ("section",))

    def _cell(self, node: TableCell, row: Row) -> str:
        tag = "th" if node.header else "td"
        return self._element(node, row, tag, self.runs(node.content))

    def _embed(self, node: Embed, row: Row) -> str:
        shown = text(node.title or node.provider or node.url or "")
        if node.url is not None and is_safe_link(node.url):
            shown = f"<a{attribute('href', node.url)}>{shown}</a>"
        link = f'<p {DATA}="made">{shown}</p>' if shown else ""
        return self._element(node, row, "div", link + self.runs(node.fallback))


def _shown_name(speaker: Speaker) -> str | None:
    """What readers may be told of who speaks: only printed words where the name is not public."""
    hidden = speaker.anonymous or (speaker.person is not None and not speaker.person.public)
    return speaker.printed if hidden else speaker.name


_SPECIAL: dict[type[Node], Callable[[BodyWriter, Any, Row], str]] = {
    BlockQuote: BodyWriter._block_quote,
    Embed: BodyWriter._embed,
    Figure: BodyWriter._image,
    Heading: BodyWriter._heading,
    InlineQuote: BodyWriter._inline_quote,
    Link: BodyWriter._link,
    ListBlock: BodyWriter._list,
    Preformatted: BodyWriter._preformatted,
    Section: BodyWriter._section,
    Table: BodyWriter._table,
    TableCell: BodyWriter._cell,
}
"""How the classes are written that need more than their row."""
_NESTED_LINK = Row(Link, "span", children=("content",))
_UNORDERED = Row(ListBlock, "ul", children=("items", "ordered"))

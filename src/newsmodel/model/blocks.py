"""The blocks of a body: paragraphs, headings, quotations, lists, figures, tables and the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, TypeAlias

import attrs

from newsmodel.model.checks import AtLeast, Between, is_collection
from newsmodel.model.inlines import Run, as_runs
from newsmodel.model.nodes import Block, Inline, Node, lines_of, merged, text_of
from newsmodel.model.quote import QuoteFacts
from newsmodel.model.vocabulary import HeaderScope, RowSection, SectionKind

__all__ = [
    "BlockQuote",
    "Divider",
    "Embed",
    "Figure",
    "Flow",
    "Heading",
    "ListBlock",
    "ListItem",
    "Paragraph",
    "Preformatted",
    "RawBlock",
    "Section",
    "Table",
    "TableCell",
    "TableRow",
    "as_blocks",
]

Flow: TypeAlias = str | Inline | Block
"""What a list item or a table cell holds: running text, blocks, or both."""


def as_blocks(value: Iterable[Block | str]) -> tuple[Block, ...]:
    """Blocks, from blocks and from strings that stand for plain paragraphs."""
    if not is_collection(value):
        return value  # type: ignore[return-value]  # refused by name when the object is checked
    return tuple(Paragraph(content=item) if isinstance(item, str) else item for item in value)


def as_flow(value: Iterable[Flow] | str) -> tuple[Flow, ...]:
    """A list item's or table cell's content in normal form."""
    return merged(value)


def flow_text(content: tuple[Flow, ...]) -> str:
    """The plain text of mixed content: each stretch of running text and each block on its line."""
    if len(content) == 1 and isinstance(content[0], str):
        return content[0]
    lines: list[str] = []
    stretch: list[str] = []
    for item in content:
        if isinstance(item, Block):
            lines += ["".join(stretch), item.text]
            stretch = []
        else:
            stretch.append(item if isinstance(item, str) else item.text)
    return "\n".join(filter(None, [*lines, "".join(stretch)]))


@attrs.frozen(kw_only=True, repr=False)
class BlockWithContent(Block):
    """A block of running text."""

    content: tuple[Run, ...] = attrs.field(default=(), converter=as_runs)
    """The running text."""

    @property
    def text(self) -> str:
        """The plain text it holds."""
        return text_of(self.content)


@attrs.frozen(kw_only=True, repr=False)
class Paragraph(BlockWithContent):
    """A paragraph (HTML: `p`)."""


@attrs.frozen(kw_only=True, repr=False)
class Heading(BlockWithContent):
    """A heading within the body; the headline is not one (HTML: `h1` to `h6`)."""

    level: Annotated[int, Between(1, 6)] = 2
    """Its level as in the source, 1 the highest. Pages are written without skipping a level."""


@attrs.frozen(kw_only=True, repr=False)
class Preformatted(BlockWithContent):
    """Text whose white space counts (HTML: `pre`)."""


@attrs.frozen(kw_only=True, repr=False)
class BlockWithBlocks(Block):
    """A block that holds blocks."""

    blocks: tuple[Block, ...] = attrs.field(default=(), converter=as_blocks)
    """The blocks it holds."""

    @property
    def text(self) -> str:
        """Their plain text, a block a line."""
        return lines_of(self.blocks)


@attrs.frozen(kw_only=True, repr=False)
class Section(BlockWithBlocks):
    """A part of a body (HTML: `section`, `header`, `aside` and their like)."""

    kind: SectionKind = SectionKind.SECTION
    """What sort of part it is."""

    public: bool = True
    """False where the source keeps it from readers; its text is then no part of `text`."""

    @property
    def text(self) -> str:
        """The plain text of its blocks, "" where it is not public."""
        return lines_of(self.blocks) if self.public else ""


@attrs.frozen(kw_only=True, repr=False)
class BlockQuote(Block, QuoteFacts):
    """A quotation set apart, or a piece of one (HTML: `blockquote`).

    Quotation marks, where printed, are part of its paragraphs' text. Its attribution stands on a
    line of its own.
    """

    blocks: tuple[Block, ...] = attrs.field(default=(), converter=as_blocks)
    """The blocks it holds."""

    @property
    def text(self) -> str:
        """The words, then the attribution."""
        words = lines_of(self.blocks)
        return f"{words}\n{self.attribution}" if self.attribution else words


@attrs.frozen(kw_only=True, repr=False)
class ListItem(Node):
    """One item of a list (HTML: `li`)."""

    content: tuple[Flow, ...] = attrs.field(default=(), converter=as_flow)
    """What it says: running text, blocks, or both."""

    @property
    def text(self) -> str:
        """Its plain text."""
        return flow_text(self.content)


def as_items(value: Iterable[ListItem | str]) -> tuple[ListItem, ...]:
    """List items, from items and plain strings."""
    if not is_collection(value):
        return value  # type: ignore[return-value]  # refused by name when the object is checked
    return tuple(ListItem(content=item) if isinstance(item, str) else item for item in value)


@attrs.frozen(kw_only=True, repr=False)
class ListBlock(Block):
    """A list (HTML: `ul`, `ol`)."""

    items: tuple[ListItem, ...] = attrs.field(default=(), converter=as_items)
    """Its items."""
    ordered: bool = False
    """True where the order counts and items are numbered."""
    start: int | None = None
    """Number of the first item where it is not 1."""

    @property
    def text(self) -> str:
        """The plain text of its items, an item a line."""
        return lines_of(self.items)


@attrs.frozen(kw_only=True, repr=False)
class Figure(Block):
    """The place of a picture, video or sound in the body; what it shows is kept by the article."""

    image_id: str
    """The `id` of the article's image, video or audio that stands here."""


@attrs.frozen(kw_only=True, repr=False)
class TableCell(Node):
    """A cell of a table (HTML: `td`, `th`)."""

    content: tuple[Flow, ...] = attrs.field(default=(), converter=as_flow)
    """What it says: running text, blocks, or both."""
    header: bool = False
    """True for a cell that names its row or column."""
    scope: HeaderScope | None = None
    """What it names, where the source says so; else it follows from where it stands."""
    colspan: Annotated[int, AtLeast(1)] = 1
    """How many columns it spans."""
    rowspan: Annotated[int, AtLeast(1)] = 1
    """How many rows it spans."""

    @property
    def text(self) -> str:
        """Its plain text on one line."""
        return flow_text(self.content).replace("\n", " ")


@attrs.frozen(kw_only=True, repr=False)
class TableRow(Node):
    """A row of a table (HTML: `tr`)."""

    cells: tuple[TableCell, ...] = ()
    """Its cells."""
    section: RowSection = RowSection.BODY
    """The part of the table it belongs to."""

    @property
    def text(self) -> str:
        """The plain text of its cells, tabs between."""
        return "\t".join([cell.text for cell in self.cells])


@attrs.frozen(kw_only=True, repr=False)
class Table(Block):
    """A table (HTML: `table`)."""

    rows: tuple[TableRow, ...] = ()
    """Its rows, in the order in which they are read."""
    caption: tuple[Run, ...] = attrs.field(default=(), converter=as_runs)
    """What the table shows, in words."""

    @property
    def text(self) -> str:
        """The plain text of its rows, a row a line, its caption first."""
        return "\n".join(filter(None, [text_of(self.caption), *(row.text for row in self.rows)]))


@attrs.frozen(kw_only=True, repr=False)
class Embed(Block):
    """Something shown from elsewhere: a post, a video, a map. Its text is not the article's."""

    provider: str | None = None
    """Who shows it: "YouTube"."""
    url: str | None = None
    """Its address."""
    title: str | None = None
    """What it shows, in words."""
    fallback: tuple[Block, ...] = attrs.field(default=(), converter=as_blocks)
    """What to show where it cannot be shown."""


@attrs.frozen(kw_only=True, repr=False)
class Divider(Block):
    """A break between two parts of the text (HTML: `hr`)."""


@attrs.frozen(kw_only=True, repr=False)
class RawBlock(Block):
    """Markup the model has no class for, carried as it was. Never public."""

    format: str
    """The format it is written in: "xhtml", "nitf"."""
    content: str
    """The markup."""

"""From markup to nodes: our own exactly, others' as well as it can be told."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from newsmodel import model
from newsmodel.formats._shared.xhtml.elements import (
    alias,
    division,
    dropped,
    heading,
    hidden,
    inline,
    line_break,
    paragraph,
    preformatted,
    rule,
    section,
    template,
    unseen,
    unwrapped,
    void,
)
from newsmodel.formats._shared.xhtml.grids import definitions, listing, table
from newsmodel.formats._shared.xhtml.shown import (
    attributed,
    block_quote,
    embed,
    figure,
    inline_quote,
    link,
    own_block_quote,
    own_embed,
    own_figure,
    own_inline_quote,
    picture,
    raw,
)
from newsmodel.formats._shared.xhtml.sports import about, results
from newsmodel.formats._shared.xhtml.table import ROWS, row_of
from newsmodel.formats._shared.xhtml.unknown import annotation, other, reading, title
from newsmodel.formats._shared.xhtml.vocabulary import (
    Element,
    Entry,
    Read,
    Vocabulary,
    entry,
    split_name,
)
from newsmodel.formats._shared.xhtml.walking import Walker
from newsmodel.model import Block, Node

__all__ = ["TAGS", "XHTML", "BodyReader", "local_name"]


def _named(names: str, read: Read, cls: type[Node], *, value: bool = False) -> dict[str, Entry]:
    """Tags read alike; with `value`, each knows its own name."""
    row = row_of(cls)
    return {name: entry(read, row, name if value else None) for name in names.split()}


TAGS = MappingProxyType({
    **_named("em", inline, model.Emphasis),
    **_named("strong", inline, model.Strong),
    **_named("code", inline, model.Code),
    **_named("sub", inline, model.Subscript),
    **_named("sup", inline, model.Superscript),
    **_named("span", inline, model.LanguageSpan),
    **_named("time", inline, model.Time),
    **_named("i dfn var", alias(inline), model.Emphasis),
    **_named("b", alias(inline), model.Strong),
    **_named("kbd samp tt", alias(inline), model.Code),
    **_named("a", link, model.Link),
    **_named("q", inline_quote, model.InlineQuote),
    **_named("br", line_break, model.LineBreak),
    **_named("p", paragraph, model.Paragraph),
    **_named("pre", preformatted, model.Preformatted),
    **_named("listing xmp plaintext", alias(preformatted), model.Preformatted),
    **{f"h{n}": entry(heading, row_of(model.Heading), n) for n in range(1, 7)},
    **_named("hr", rule, model.Divider),
    **{kind.value: entry(section, row_of(model.Section), kind) for kind in model.SectionKind},
    "div": entry(division, row_of(model.Section), model.SectionKind.DIVISION),
    "footer": entry(attributed, row_of(model.Section), model.SectionKind.FOOTER),
    **_named("ul ol", listing, model.ListBlock, value=True),
    **_named("dir menu", alias(listing), model.ListBlock, value=True),
    **_named("dl", definitions, model.ListBlock),
    **_named("table", table, model.Table),
    **_named("blockquote", block_quote, model.BlockQuote),
    **_named("figure", figure, model.Figure),
    **_named("img image", picture, model.Figure),
    **_named("iframe embed object video audio", embed, model.Embed),
    **_named("cite", attributed, model.LanguageSpan, value=True),
    **_named("ruby math", unwrapped, model.LanguageSpan),
    **_named("rt", reading, model.LanguageSpan),
    **_named("annotation annotation-xml", annotation, model.LanguageSpan),
    **_named("figcaption", attributed, model.Section, value=True),
    # Parts of lists and tables where no list or table is around them.
    **_named("li dt dd td th tr thead tbody tfoot caption", division, model.Section, value=True),
    **_named(
        "html body center address form fieldset legend details summary hgroup "
        "option optgroup select textarea frameset noframes search dialog",
        division, model.Section,
    ),
    **_named("sports-event standing statistic schedule", results, model.Table),
    **_named(
        "event-metadata site-metadata team-metadata player-metadata tournament-metadata "
        "tournament-division-metadata tournament-part-metadata",
        about, model.Section,
    ),
    "noscript": entry(unseen, row_of(model.Section)),
    "template": entry(template, row_of(model.Section)),
    **_named("script style del", dropped, model.Section),
    **_named("head title", title, model.Heading),
    **_named(
        "meta link base source track param area col colgroup wbr input basefont frame",
        void, model.LanguageSpan,
    ),
})  # fmt: skip
"""How each tag of HTML is read that has a meaning here."""

_OWN: dict[str, Read] = {
    "LineBreak": line_break,
    "Link": link,
    "InlineQuote": own_inline_quote,
    "RawInline": raw,
    "Paragraph": paragraph,
    "Heading": heading,
    "Preformatted": preformatted,
    "Section": section,
    "BlockQuote": own_block_quote,
    "ListBlock": listing,
    "Figure": own_figure,
    "Table": table,
    "Embed": own_embed,
    "Divider": rule,
    "RawBlock": raw,
}
_PARTS = frozenset({"ListItem", "TableRow", "TableCell"})
_CLASSES = {row.cls.__name__: entry(_OWN.get(row.cls.__name__, inline), row) for row in ROWS}

XHTML = Vocabulary(
    tags=TAGS,
    classes=MappingProxyType(
        {
            **{name: each for name, each in _CLASSES.items() if name not in _PARTS},
            "made": entry(dropped, row_of(model.Section), "made"),
        }
    ),
    hidden=entry(hidden, row_of(model.Section)),
    other=entry(other, row_of(model.LanguageSpan)),
)
"""XHTML and HTML."""


def local_name(element: Element) -> str:
    """The name of an element without its namespace, in lower case; "" for a comment."""
    return split_name(element)[1].lower()


class BodyReader:
    """Reads the nodes of one body.

    Args:
        html: the markup was read by an HTML parser.
        exact: the markup is the library's own, so that white space counts.
        figure: is told of each `figure` of a picture and of each picture outside one, and gives
            the id of what it shows; None to have its words as text.
        language: the language of the text, where no element in it names another; left out, that of
            what is around it.
    """

    def __init__(
        self,
        *,
        html: bool,
        exact: bool,
        figure: Callable[[Element], str | None] = lambda element: None,
        language: str | None = None,
    ) -> None:
        self._walker = Walker(XHTML, html=html, exact=exact, figure=figure, language=language)

    @property
    def faithful(self) -> bool:
        """Whether all that was read so far would be written back: elements, attributes, text.

        The order of siblings and runs of white space do not count, nor do comments; the namespace
        is that of the element read from.
        """
        return self._walker.faithful

    @property
    def capitals(self) -> bool:
        """Whether names of elements or attributes that are known were met in capital letters."""
        return self._walker.capitals

    @property
    def namespace(self) -> str:
        """The namespace of the markup; in faithful markup no element is of another."""
        return self._walker.namespace

    @property
    def flattened(self) -> int:
        """How many elements were nested too deep and became text."""
        return self._walker.flattened

    def blocks(self, parent: Element) -> tuple[Block, ...]:
        """The blocks within an element; text between blocks becomes paragraphs."""
        self._walker.enter(parent)
        return self._walker.blocks(parent)

    def flow(self, parent: Element) -> tuple[Any, ...]:
        """What is within an element, running text and blocks, in order."""
        self._walker.enter(parent)
        return self._walker.settled(parent)

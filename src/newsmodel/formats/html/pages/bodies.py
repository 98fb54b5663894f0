"""Bodies as HTML that every checker accepts, whatever a source nested in what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from newsmodel.formats._shared.escaping import attribute, attributes, text
from newsmodel.formats._shared.repeated import FIRST, beginning, folded
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.pages.datelines import PRINTED
from newsmodel.formats.html.pages.dates import machine_date
from newsmodel.formats.html.pages.headings import ShownLevels
from newsmodel.formats.html.pages.known import Known
from newsmodel.formats.html.pages.names import is_named
from newsmodel.formats.html.pages.nodes import MADE, NodeAttributes, plan_for
from newsmodel.formats.html.pages.parts import attribution, embedded, frame
from newsmodel.formats.html.pages.tables import TableWriter
from newsmodel.formats.html.pages.texts import PageText
from newsmodel.language import direction
from newsmodel.model import (
    Block,
    BlockQuote,
    Embed,
    Figure,
    Heading,
    InlineQuote,
    LineBreak,
    Link,
    ListBlock,
    Mention,
    Node,
    Paragraph,
    Preformatted,
    Section,
    SectionKind,
    Table,
    Time,
)
from newsmodel.model.base import per_class
from newsmodel.model.tree import nodes_in

__all__ = ["REPEATS", "BodyWriter"]

REPEATS = f"{DATA}-repeats"
"""Names the line above the text that a block of it says once more."""
_TAG = re.compile("<[a-z][a-z0-9]*")

"""How each scope is told: a page has no groups of columns."""
_HEADED = frozenset({SectionKind.SECTION, SectionKind.ARTICLE})
"""Parts that need a heading (HTML, "Sections"); without one they are mere divisions."""
_PLAIN = frozenset({SectionKind.ASIDE, SectionKind.DIVISION})


class BodyWriter:
    """Writes the blocks of one page.

    Args:
        page_text: what its page asks of the text of the article.
        figure: gives the markup within the `figure` of a picture, with its attributes.
        known: collects what only the data island can say; None to leave it out.
        frames: show embeds in sandboxed frames; otherwise they are links.
    """

    def __init__(
        self,
        page_text: PageText,
        *,
        figure: Callable[[Figure], tuple[str, str]],
        known: Known | None,
        frames: bool,
    ) -> None:
        article = page_text.article
        self._attributes = NodeAttributes(direction(article.language), known)
        self._figure, self._frames, self._language = figure, frames, article.language
        self._levels = ShownLevels()
        self._tables = TableWriter(self._attributes, article.language)
        self._repeated = dict(page_text.repeated.blocks)
        self._says = _that_says(article.summary, page_text)
        self.tells_dateline = page_text.repeated.dateline
        """Whether the text itself begins with the dateline."""
        self._in_link = False
        self._paragraph: Paragraph | None = None
        self.classes: set[type] = set()
        """The classes of the nodes that were written."""

    @property
    def dropped(self) -> bool:
        """Whether something was left out that only a data island can say."""
        return self._attributes.dropped

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks as markup, one a line."""
        return "\n".join([self.node(block) for block in blocks])

    def node(self, node: Node) -> str:
        """One node as markup."""
        outer = self._attributes.direction
        self.classes.add(node.__class__)
        if self._repeated and id(node) in self._repeated:
            markup = self._unseen(node)
        else:
            markup = _writer_of(node.__class__)(self, node)
            if self._says and id(node) == self._says:
                markup = _TAG.sub(rf'\g<0> {REPEATS}="summary"', markup, count=1)
                self._says = None
        self._attributes.direction = outer
        return markup

    def runs(self, content: tuple[Any, ...]) -> str:
        """What stands within an element: strings, inlines, blocks."""
        if len(content) == 1 and type(content[0]) is str:
            return text(content[0])
        return "".join([text(c) if isinstance(c, str) else self.node(c) for c in content])

    def _unseen(self, node: Any) -> str:
        """A block that only repeats a line of the page: it is kept, and not shown again."""
        start = attribute(REPEATS, self._repeated.pop(id(node)))
        start += _hidden(self._attributes.of(node, named=isinstance(node, Heading)))
        return f"<p{start}>{self.runs(node.content)}</p>"

    # -------------------------------------------------------------- running text
    def running(self, node: Any) -> str:
        """An element of the class's own tag with running text in it."""
        plan = plan_for(node.__class__)
        return f"<{plan.tag}{self._attributes.of(node)}>{self.runs(node.content)}</{plan.tag}>"

    def void(self, node: Node) -> str:
        """An element with nothing in it."""
        return f"<{plan_for(type(node)).tag}{self._attributes.of(node)}>"

    def time(self, node: Time) -> str:
        """Words that tell a time; without the time itself no `time` element may stand there."""
        if node.value is not None:
            printed = attribute(PRINTED, f"{folded(node.text)} {machine_date(node.value)}")
            return f"<time{self._attributes.of(node)}{printed}>{self.runs(node.content)}</time>"
        start = f"<span{self._attributes.of(node, named=True)}>"
        return f"{start}{self.runs(node.content)}</span>"

    def link(self, node: Link) -> str:
        """A link; no link may stand in a link (HTML, "The a element"): the inner goes nowhere."""
        if self._in_link or not _leads_somewhere(node):
            return self._idle_link(node)
        self._in_link = True
        markup = self.running(node)
        self._in_link = False
        return markup

    def _idle_link(self, node: Link) -> str:
        start = self._attributes.of(node, named=True)
        return f"<span{start}>{self.runs(node.content)}</span>"

    def mention(self, node: Mention) -> str:
        """Words that name something, with themselves where they are not its first name."""
        words = node.text
        printed = "" if words == node.concept.name else attribute(PRINTED, folded(words))
        start = f"<span{self._attributes.of(node)}{printed}>"
        return f"{start}{self.runs(node.content)}</span>"

    def inline_quote(self, node: InlineQuote) -> str:
        """A quotation with its marks as printed; `q` would have the browser add others."""
        before, after = map(text, node.marks)
        start = f"<span{self._attributes.of(node)}{self._naming(node)}>"
        return f"{start}{before}{self.runs(node.content)}{after}</span>"

    def _naming(self, node: InlineQuote) -> str:
        """The words of its paragraph that name the speaker, where no others attribute it."""
        printed = node.speaker.printed if node.speaker and not node.attribution else None
        named = printed and self._paragraph and is_named(self._paragraph.text, printed)
        return attribute(PRINTED, printed) if named else ""

    # -------------------------------------------------------------- blocks of text
    def paragraph(self, node: Paragraph) -> str:
        """A paragraph, which may name those whom it quotes."""
        self._paragraph = node
        markup = self.running(node)
        self._paragraph = None
        return markup

    def heading(self, node: Heading) -> str:
        """A heading one level below the one it stands under; an empty one is none."""
        if self._tables.in_header or not node.text.strip():
            start = self._attributes.of(node, named=True)
            return f"<p{start}>{self.runs(node.content)}</p>"
        shown = self._levels(node)
        start = self._attributes.of(node, "level")
        if shown != node.level:
            start += attributes([(f"{DATA}-level", node.level), (PRINTED, f"h{shown}")])
        return f"<h{shown}{start}>{self.runs(node.content)}</h{shown}>"

    def preformatted(self, node: Preformatted) -> str:
        """Text whose white space counts."""
        # An HTML parser drops a newline right after the tag (HTML, "The pre element").
        return f"<pre{self._attributes.of(node)}>\n{self.runs(node.content)}</pre>"

    # -------------------------------------------------------------- blocks of blocks
    def section(self, node: Section) -> str:
        """A part of the body; what may stand only once or needs a heading is a division."""
        native = node.kind in _PLAIN or (node.kind in _HEADED and self._is_headed(node))
        hides = "nonpublic" in dict(node.attributes).get("class", "").lower()
        if (
            native
            and not hides
            and (not self._tables.in_header or node.kind is SectionKind.DIVISION)
        ):
            tag, start = node.kind.value, self._attributes.of(node, "kind")
        else:
            tag, start = "div", self._attributes.of(node, named=True)
        return f"<{tag}{start}>{self.runs(node.blocks)}</{tag}>"

    def _is_headed(self, node: Section) -> bool:
        headings = (n for n in nodes_in(node.blocks) if isinstance(n, Heading))
        return any(n.text.strip() and id(n) not in self._repeated for n in headings)

    def block_quote(self, node: BlockQuote) -> str:
        """A quotation in a figure; its attribution is no part of it and stands below.

        The language is that of the quotation, not of what the page says of it.
        """
        cite = written_link(node.source_url) if node.source_url else None
        start = f"<figure{self._attributes.of(node, 'language', 'direction')}>"
        own = self._attributes.spoken(node.language, node.direction) + attributes([("cite", cite)])
        words = f"<blockquote{own}>{self.runs(node.blocks)}</blockquote>"
        return f"{start}{words}{attribution(node, self._language)}</figure>"

    def list(self, node: ListBlock) -> str:
        """A list, numbered or not."""
        tag = "ol" if node.ordered else "ul"
        return f"<{tag}{self._attributes.of(node)}>{self.runs(node.items)}</{tag}>"

    def figure(self, node: Figure) -> str:
        """A picture, video or sound; one of which nothing can be shown keeps its place."""
        own, inside = self._figure(node)
        start = self._attributes.of(node)
        return f"<figure{start if inside else _hidden(start)}{own}>{inside}</figure>"

    def table(self, node: Table) -> str:
        """A table."""
        return self._tables.table(node, self.runs)

    def embed(self, node: Embed) -> str:
        """Something shown from elsewhere: a link to it, and a frame where those are wanted."""
        start, shown = self._attributes.of(node), embedded(node, self._language)
        framed = frame(node) if self._frames else ""
        return f"<div{start}>{framed}{shown}{self.runs(node.fallback)}</div>"


def _that_says(line: str | None, text: PageText) -> int | None:
    """The block at the beginning of a text that says a line above it, by its identity."""
    words = folded(line or "")
    if not words or words not in text.first_lines:
        return None
    first = beginning(text.article.body)[:FIRST]
    return next((id(b) for b in first if folded(b.text) == words), None)


def _hidden(start: str) -> str:
    """The attributes of an element that is kept, and not shown."""
    made = f' {MADE}="'
    if made in start:
        return f" hidden{start.replace(made, f'{made}hidden ', 1)}"
    return f" hidden{start}{attribute(MADE, 'hidden')}"


def _leads_somewhere(node: Link) -> bool:
    return bool(node.href and written_link(node.href) and node.text.strip())


_WRITERS: dict[type, Callable[[BodyWriter, Any], str]] = {
    BlockQuote: BodyWriter.block_quote,
    Embed: BodyWriter.embed,
    Figure: BodyWriter.figure,
    Heading: BodyWriter.heading,
    InlineQuote: BodyWriter.inline_quote,
    LineBreak: BodyWriter.void,
    Link: BodyWriter.link,
    ListBlock: BodyWriter.list,
    Mention: BodyWriter.mention,
    Paragraph: BodyWriter.paragraph,
    Preformatted: BodyWriter.preformatted,
    Section: BodyWriter.section,
    Table: BodyWriter.table,
    Time: BodyWriter.time,
}


@per_class
def _writer_of(cls: type) -> Callable[[BodyWriter, Any], str]:
    if cls in _WRITERS:
        return _WRITERS[cls]
    return BodyWriter.running if "content" in plan_for(cls).shown else BodyWriter.void

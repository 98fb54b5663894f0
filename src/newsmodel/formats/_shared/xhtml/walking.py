"""The walk over markup that all readers share: children, strings, white space, depth, fidelity."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import Any, cast

from lxml import etree

from newsmodel.formats._shared.xhtml.making import NodeMaker
from newsmodel.formats._shared.xhtml.spaces import (
    cleaner,
    is_blank,
    joined,
    lines_of_runs,
    stretches,
    trimmed,
)
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats._shared.xhtml.vocabulary import (
    ANY,
    BLOCK,
    HIDING,
    RUN,
    XML_LANG,
    Element,
    Entry,
    Items,
    Vocabulary,
    hides,
    split_name,
)
from newsmodel.formats._shared.xhtml.words import words_of
from newsmodel.model import Block, Paragraph, SectionKind
from newsmodel.model.base import maker

__all__ = ["MAX_DEPTH", "Walker"]

MAX_DEPTH = 100
"""Elements nested deeper are flattened to their text."""

_PARAGRAPH = maker(Paragraph)
_OFFICE = "urn:schemas-microsoft-com:"
"""Where the elements begin that word processors leave in text: their `o:p` is no paragraph."""


class Walker(NodeMaker):
    """Reads markup with a vocabulary.

    Args:
        vocabulary: the tags it knows.
        html: the markup was read by an HTML parser.
        exact: the markup is the library's own, so that white space counts.
        figure: is told of each figure, and of each picture outside one, and gives the id of what
            it shows; None to have its words as text.
        language: the language of the text, where no element in it names another; left out, that of
            what is around it.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        *,
        html: bool,
        exact: bool,
        figure: Callable[[Element], str | None] = lambda element: None,
        language: str | None = None,
    ) -> None:
        super().__init__()
        self.language, self.root = language, cast("Element | None", None)
        self.quoted = 0
        """How many quotations are around what is being read."""
        self.vocabulary, self.html, self.figure = vocabulary, html, figure
        self.exact = exact
        self.clean: Callable[[str], str] = cleaner(html=html, exact=exact)
        self.namespace = ""
        self.tags: Mapping[Any, Entry] = vocabulary.within("")
        self.flattened = 0
        self.depth = 0
        self.tears = 0
        self.notes: list[str] | None = None
        self.in_link = False
        self.run: Element | None = None
        """The element of an unknown name that is being read as running text."""

    # -------------------------------------------------------------- walking
    def enter(self, parent: Element) -> None:
        """Take the namespace of the markup: of its outermost element that is known."""
        namespace, name = split_name(parent)
        if name not in self.vocabulary.tags:
            first = next((each for each in parent[:] if isinstance(each.tag, str)), None)
            namespace = namespace if first is None else split_name(first)[0]
        self.namespace, self.root = namespace, parent
        self.tags = self.vocabulary.within(namespace)

    def fill(self, parent: Element, out: list[Any]) -> int:
        """Append what the children of an element and the strings after them give.

        Returns:
            The kinds of all that was appended, together.
        """
        if self.depth >= MAX_DEPTH:
            return self._flatten(parent, out)
        self.depth += 1
        tags, clean, exact, kinds = self.tags, self.clean, self.exact, 0
        for child in parent[:]:  # an iterator over children costs as much as several of them
            entry = tags.get(child.tag)
            if entry is None:
                kind = self._strange(child, out)
            else:
                items = child.items()
                if items:
                    entry = self.chosen(entry, items)
                kind = entry.read(self, child, items, entry, out)
            kinds |= kind
            tail = child.tail
            if tail and (kind != BLOCK or exact or not tail.isspace()):
                out.append(clean(tail))
                kinds |= RUN
        self.depth -= 1
        return kinds

    def one(self, element: Element, out: list[Any]) -> int:
        """Append what one element gives, without the string after it."""
        if self.depth >= MAX_DEPTH:
            return self._flat(element, out)
        self.depth += 1
        entry = self.tags.get(element.tag)
        if entry is None:
            kind = self._strange(element, out)
        else:
            items = element.items()
            entry = self.chosen(entry, items)
            kind = entry.read(self, element, items, entry, out)
        self.depth -= 1
        return kind

    def parts(
        self, parent: Element, wanted: frozenset[str], made: int
    ) -> Iterator[tuple[str, Element] | list[Any]]:
        """The children that are parts of a list or a table, and what stands between them.

        Around the latter so many nodes will be made, which counts as depth.
        """
        stray: list[Any] = []
        text = parent.text
        if text and not text.isspace():
            stray.append(self.clean(text))
        tags, wanted = self.tags, wanted if self.depth < MAX_DEPTH else frozenset()
        self.depth += 1
        for child in parent[:]:
            entry = tags.get(child.tag)
            if entry is None:
                self.faithful = False
                entry = self.entry_of(child)
            if entry.value in wanted:
                if stray:
                    yield stray
                    stray = []
                yield entry.value, child
            else:
                self.depth += made - 1
                self.one(child, stray)
                self.depth -= made - 1
            tail = child.tail
            if tail and not tail.isspace():
                stray.append(self.clean(tail))
        self.depth -= 1
        if stray:
            yield stray

    def chosen(self, entry: Entry, items: Items) -> Entry:
        """How an element is read, now that its attributes are known."""
        for name, value in items:
            if name == DATA:
                entry = self.vocabulary.classes.get(value, entry)
                if not self.exact:
                    return entry
            elif (
                name.lower() in HIDING and hides(name, value) and self._may_hide(entry, name, items)
            ):
                return self.vocabulary.hidden
        return entry

    def _may_hide(self, entry: Entry, name: str, items: Items) -> bool:
        """Whether an attribute may say that an element is not for readers.

        Of those the library writes classes alone, so all others are from another hand.
        """
        if not self.exact or name.lower() != "class":
            return True
        return isinstance(entry.value, SectionKind) and all(n != f"{DATA}-public" for n, _ in items)

    def entry_of(self, element: Element) -> Entry:
        """How an element is read if its namespace, its capitals and its attributes do not count."""
        namespace, name = split_name(element)
        if namespace.startswith(_OFFICE):
            return self.vocabulary.other
        known = self.vocabulary.tags.get(name.lower())
        self.capitals = self.capitals or (known is not None and not name.islower())
        return known or self.vocabulary.other

    def _strange(self, element: Element, out: list[Any]) -> int:
        """Read what is no element, or one of another namespace or of a name nobody knows."""
        tag: object = element.tag
        if not isinstance(tag, str):
            if tag is etree.Entity:
                out.append(self.clean(unescape(element.text or "")))
            return ANY
        self.faithful = False
        items = element.items()
        entry = self.chosen(self.entry_of(element), items)
        return entry.read(self, element, items, entry, out)

    def _flatten(self, parent: Element, out: list[Any]) -> int:
        for child in parent:
            self._flat(child, out)
            out.append(self.clean(child.tail or ""))
        return ANY

    def _flat(self, element: Element, out: list[Any]) -> int:
        self.faithful = False
        self.flattened += 1
        out.append(self.words(element))
        return ANY

    def words(self, element: Element) -> str:
        """All text of an element as one string."""
        return words_of(element, exact=self.exact)

    def language_around(self, element: Element) -> str | None:
        """The language of what an element stands in."""
        for each in element.iterancestors():
            if tag := each.get("lang") or each.get(XML_LANG):
                return tag
            if each is self.root and self.language is not None:
                break
        return self.language

    # -------------------------------------------------------------- content
    def content(self, element: Element, out: list[Any]) -> int:
        """Append what is within an element, its own text first; gives the kinds of it."""
        text = element.text
        if text:
            out.append(self.clean(text))
        return RUN | self.fill(element, out) if len(element) else RUN

    def blocks(self, parent: Element) -> tuple[Block, ...]:
        """The blocks within an element; text between blocks becomes paragraphs."""
        out: list[Any] = []
        text = parent.text
        if text and not text.isspace():
            out.append(self.clean(text))
        loose = len(out)
        kinds = self.fill(parent, out)
        return tuple(self.gathered(out) if loose or kinds & RUN else out)

    def gathered(self, content: list[Any]) -> list[Block]:
        """Content as blocks."""
        blocks: list[Block] = []
        stretch: list[Any] = []
        for item in content:
            if isinstance(item, Block):
                if stretch:
                    blocks += self._paragraphs(stretch)
                    stretch = []
                blocks.append(item)
            elif stretch or item != " ":
                stretch.append(item)
        return blocks + self._paragraphs(stretch) if stretch else blocks

    def _paragraphs(self, stretch: list[Any]) -> list[Block]:
        """Text that stands between blocks as paragraphs."""
        runs = joined(stretch, exact=self.exact)
        if is_blank(runs):
            self.faithful = self.faithful and all(isinstance(run, str) for run in runs)
            return []
        self.faithful = False
        if self.exact:
            return [_PARAGRAPH(content=tuple(runs))]
        return [_PARAGRAPH(content=trimmed(line)) for line in lines_of_runs(runs)]

    def ends_cut(self, runs: list[Any]) -> tuple[Any, ...]:
        """Running text of a block, without white space at its ends unless that counts."""
        return tuple(runs) if self.exact else trimmed(runs)

    def line(self, text: str) -> tuple[str, ...]:
        """The content of a block that holds one string."""
        if self.exact:
            return (self.clean(text),)
        # Of HTML most strings need no cleaning, and this is where most of the time goes.
        if not self.html or not text.isprintable() or "  " in text or "&" in text:
            text = self.clean(text)
        text = text.strip(" ")
        return (text,) if text else ()

    def settled(self, element: Element) -> tuple[Any, ...]:
        """The content of a list item or a cell: running text, blocks, or both."""
        out: list[Any] = []
        if self.content(element, out) == RUN:
            return self.ends_cut(out)
        parts: list[Any] = []
        for part in stretches(joined(out, exact=self.exact)):
            parts += [part] if isinstance(part, Block) else self.ends_cut(part)
        return tuple(parts)

    def torn(
        self,
        content: list[Any],
        out: list[Any],
        node: Callable[[list[Any]], Any],
        around: Callable[[Block], Block] = lambda block: block,
    ) -> int:
        """Append running text that may hold blocks: a node for each stretch, the blocks between.

        Returns:
            `RUN` where there was no block in it.
        """
        parts = list(stretches(joined(content, exact=self.exact)))
        if not any(isinstance(part, Block) for part in parts):
            out.append(node(joined(content, exact=self.exact)))
            return RUN
        self.faithful = False
        for part in parts:
            if isinstance(part, Block):
                out.append(around(part))
            elif not is_blank(part):
                out.append(node(part))
        return ANY

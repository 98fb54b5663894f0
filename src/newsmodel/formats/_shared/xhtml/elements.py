"""How the elements of XHTML and HTML are read, but for tables, quotations and what is shown."""

from __future__ import annotations

from typing import Any

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.spaces import is_blank
from newsmodel.formats._shared.xhtml.table import DATA, row_of
from newsmodel.formats._shared.xhtml.vocabulary import (
    ANY,
    BLOCK,
    RUN,
    Element,
    Entry,
    Items,
    Read,
    entry,
    kind_of_attribute,
)
from newsmodel.formats._shared.xhtml.walking import Walker
from newsmodel.model import (
    Block,
    Divider,
    Heading,
    LineBreak,
    Paragraph,
    Section,
    SectionKind,
)
from newsmodel.model.base import changed

__all__ = [
    "alias",
    "division",
    "dropped",
    "heading",
    "hidden",
    "inline",
    "line_break",
    "paragraph",
    "preformatted",
    "rule",
    "section",
    "template",
    "unseen",
    "unwrapped",
    "void",
]

MAX_TEARS = 1000
"""How often an inline is repeated for blocks that stand in it; inlines beyond are let go."""

_BREAK, _RULE = LineBreak(), Divider()


# ------------------------------------------------------------------ running text
def inline(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """An inline that holds running text; blocks in it come out, each with the inline inside."""
    content: list[Any] = []
    if walker.content(element, content) != RUN:
        return _torn_inline(walker, items, entry, content, out)
    runs = tuple(content)
    out.append(walker.node(entry, items, content=runs) if items else entry.make(content=runs))
    return RUN


def _torn_inline(
    walker: Walker, items: Items, entry: Entry, content: list[Any], out: list[Any]
) -> int:
    if walker.tears > MAX_TEARS:
        walker.faithful = False
        out += content
        return ANY

    def node(runs: list[Any]) -> Any:
        walker.tears += 1
        return walker.node(entry, items, content=tuple(runs))

    def around(block: Block) -> Block:
        if not isinstance(block, Paragraph | Heading) or is_blank(block.content):
            return block
        return changed(block, content=(node(list(block.content)),))

    return walker.torn(content, out, node, around)


def line_break(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A line break; what stands in it against all rules follows it."""
    out.append(walker.node(entry, items) if items else _BREAK)
    return RUN if not len(element) and not element.text else _stray(walker, element, out)


def _stray(walker: Walker, element: Element, out: list[Any]) -> int:
    walker.faithful = False
    walker.content(element, out)
    return ANY


def unwrapped(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """An element without a class of its own: a span where it has attributes, else its content."""
    walker.faithful = False
    if any(kind_of_attribute(name) is not None or name in entry.known for name, _ in items):
        return inline(walker, element, items, entry, out)
    walker.content(element, out)
    return ANY


def alias(read: Read) -> Read:
    """The reading of a tag that means the same as another, which is written in its place."""

    def under_alias(
        walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]
    ) -> int:
        walker.faithful = False
        return read(walker, element, items, entry, out)

    return under_alias


def void(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """An element that shows nothing; what stands in it against all rules is kept."""
    return _stray(walker, element, out)


def dropped(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """An element whose text is no text of the article."""
    walker.faithful = walker.faithful and entry.value == "made"
    return BLOCK if entry.value == "made" else ANY


def unseen(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """What browsers that run scripts do not show: in pages it is no text of the article."""
    read = dropped if walker.html and not walker.exact else division
    return read(walker, element, items, entry, out)


def template(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """What nothing shows unless a script takes it from there."""
    if walker.html:
        return unseen(walker, element, items, entry, out)
    walker.faithful = False
    blocks = walker.blocks(element)
    kind = SectionKind.DIVISION
    out.append(walker.node(entry, items, blocks=blocks, kind=kind, public=False))
    return BLOCK


# ------------------------------------------------------------------ blocks of text
def paragraph(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A paragraph; blocks in it come out, and what stands around them becomes paragraphs."""
    if len(element):
        content: list[Any] = []
        if walker.content(element, content) != RUN:
            return _torn_block(walker, items, entry, content, out)
        runs = walker.ends_cut(content)
    else:
        text = element.text
        runs = walker.line(text) if text else ()
    out.append(walker.node(entry, items, content=runs) if items else entry.make(content=runs))
    return BLOCK


def heading(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A heading of the level of its tag; paragraphs in it are headings too."""
    content: list[Any] = []
    if walker.content(element, content) != RUN:
        return _torn_block(walker, items, entry, content, out)
    out.append(walker.node(entry, items, content=walker.ends_cut(content), **_level(entry)))
    return BLOCK


def _level(entry: Entry) -> dict[str, Any]:
    return {} if entry.value is None else {"level": entry.value}


def _torn_block(
    walker: Walker, items: Items, entry: Entry, content: list[Any], out: list[Any]
) -> int:
    told = [items]

    def node(runs: list[Any]) -> Any:
        # The attributes hold for the whole, and an id must not be there twice.
        now = told.pop() if told else ()
        return walker.node(entry, now, content=walker.ends_cut(runs), **_level(entry))

    def around(block: Block) -> Block:
        if entry.row.cls is Heading and isinstance(block, Paragraph):
            headed: Block = changed(node([]), content=block.content)
            return headed
        return block

    walker.torn(content, out, node, around)
    return BLOCK


def preformatted(
    walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]
) -> int:
    """Text whose white space counts."""
    exact, clean = walker.exact, walker.clean
    walker.exact, walker.clean = True, writable
    content: list[Any] = []
    kinds = walker.content(element, content)
    if walker.html and content and isinstance(content[0], str):
        content[0] = content[0].removeprefix("\n")
        kinds = kinds if content[0] else ANY
    if kinds == RUN:
        out.append(walker.node(entry, items, content=tuple(content)))
    else:
        _torn_block(walker, items, entry, content, out)
    walker.exact, walker.clean = exact, clean
    return BLOCK


def rule(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A break between two parts of the text."""
    out.append(walker.node(entry, items) if items else _RULE)
    return BLOCK if not len(element) and not element.text else _stray(walker, element, out)


# ------------------------------------------------------------------ blocks of blocks
def section(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A part of a body, of the kind that its tag tells."""
    blocks, kind = walker.blocks(element), entry.value or SectionKind.SECTION
    known = {"blocks": blocks, "kind": kind}
    out.append(walker.node(entry, items, **known) if items else entry.make(**known))
    return BLOCK


def division(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A part without a meaning of its own: a section, or the paragraph that its text is.

    In pages such parts are there for the looks, and only what has attributes for more is kept.
    """
    content: list[Any] = []
    walker.content(element, content)
    kept = entry.value is SectionKind.DIVISION and (walker.exact or not walker.html)
    walker.faithful = walker.faithful and kept
    blocks = walker.gathered(content)
    if not walker.exact and len(blocks) == 1 and not _holds_blocks(content):
        blocks = [walker.node(_PARAGRAPH, items, content=_content_of(blocks[0]))]
    elif kept or any(_has_meaning(name) for name, _ in items):
        kind = SectionKind.DIVISION
        blocks = [walker.node(_SECTION, items, blocks=tuple(blocks), kind=kind)]
    out += blocks
    return BLOCK


def _holds_blocks(content: list[Any]) -> bool:
    return any(isinstance(part, Block) for part in content)


def _content_of(block: Block) -> tuple[Any, ...]:
    return block.content if isinstance(block, Paragraph) else ()


def _has_meaning(name: str) -> bool:
    """Whether an attribute is for more than style sheets."""
    return name.startswith(("data-", "item")) or name in ("lang", "dir") or name.endswith("}lang")


def hidden(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """An element that is not for readers, whatever its tag."""
    own = walker.vocabulary.classes.get(element.get(DATA) or "")
    natural = own or walker.entry_of(element)
    if isinstance(natural.value, SectionKind):
        kind, blocks = natural.value, walker.blocks(element)
    else:
        walker.faithful = False
        content: list[Any] = []
        natural.read(walker, element, items, natural, content)
        items, kind, blocks = (), SectionKind.DIVISION, tuple(walker.gathered(content))
    out.append(walker.node(entry, items, blocks=blocks, kind=kind, public=False))
    return BLOCK


_PARAGRAPH, _SECTION = entry(paragraph, row_of(Paragraph)), entry(section, row_of(Section))

"""How quotations, pictures and things shown from elsewhere are read."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlsplit

from lxml import etree

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.urls import is_safe_link
from newsmodel.formats._shared.xhtml.elements import (
    division,
    inline,
    section,
    unwrapped,
)
from newsmodel.formats._shared.xhtml.fields import built, fields_in
from newsmodel.formats._shared.xhtml.named import paragraphs_told_by
from newsmodel.formats._shared.xhtml.quoted import has_marks, marks_in
from newsmodel.formats._shared.xhtml.table import DATA, row_of
from newsmodel.formats._shared.xhtml.vocabulary import (
    ANY,
    BLOCK,
    RUN,
    Element,
    Entry,
    Items,
    entry,
    is_hidden,
    split_name,
)
from newsmodel.formats._shared.xhtml.walking import Walker
from newsmodel.model import Block, BlockQuote, Embed, Figure, InlineQuote, Section, SectionKind
from newsmodel.model.base import changed
from newsmodel.model.nodes import text_of

__all__ = [
    "attributed",
    "block_quote",
    "embed",
    "figure",
    "host_of",
    "inline_quote",
    "link",
    "own_block_quote",
    "own_embed",
    "own_figure",
    "own_inline_quote",
    "picture",
    "raw",
    "source_of",
]

_EMBED = entry(section, row_of(Embed))
_FIGURE = entry(section, row_of(Figure))
"""Marks with which quotations begin; an apostrophe may be none."""
_DASHES = " \t\n\r\f-\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}"


# ------------------------------------------------------------------ links and quotations
def link(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A link; one within a link cannot be written again."""
    outer, walker.in_link = walker.in_link, True
    walker.faithful = walker.faithful and not outer
    kind = inline(walker, element, items, entry, out)
    walker.in_link = outer
    return kind


def inline_quote(
    walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]
) -> int:
    """Somebody's words, with the marks that a browser prints around them."""
    walker.faithful = False
    content: list[Any] = []
    walker.quoted += 1
    kinds = walker.content(element, content)
    walker.quoted -= 1
    if has_marks(element, text_of(tuple(content))):
        marks = "", ""
    else:
        marks = marks_in(walker.language_around(element), nested=walker.quoted > 0)

    def node(runs: list[Any]) -> Any:
        quote = walker.node(entry, items, content=tuple(runs), marks=marks)
        return changed(quote, source_url=_address(element, "cite"))

    return walker.torn(content, out, node) if kinds != RUN else _put(node(content), out)


def _put(node: Any, out: list[Any]) -> int:
    out.append(node)
    return RUN


def block_quote(
    walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]
) -> int:
    """A quotation set apart; its footer attributes it."""
    walker.faithful = False
    outer, walker.notes = walker.notes, []
    quote = walker.node(entry, items, blocks=walker.blocks(element))
    attribution = " ".join(filter(None, walker.notes)) or None
    walker.notes = outer
    url = _address(element, "cite")
    out.append(changed(quote, attribution=attribution, source_url=url))
    return BLOCK


def attributed(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A footer, a caption or a work's title: the attribution where it closes a quotation."""
    if walker.notes is not None and _attributes(element, entry.value):
        walker.notes.append(walker.words(element))
        return BLOCK
    read = _UNATTRIBUTED.get(entry.value, division)
    return read(walker, element, items, entry, out)


_UNATTRIBUTED = {"cite": unwrapped, SectionKind.FOOTER: section}
_QUOTATIONS = frozenset({"blockquote", "bq"})
_SPOKEN = ("lang", "dir")


def _attributes(element: Element, tag: str) -> bool:
    """Whether an element stands where the attribution of a quotation does, and may be shown."""
    parent = element.getparent()
    if parent is None or any(is_hidden(each.items()) for each in element.iter(etree.Element)):
        return False
    if tag == "figcaption":
        return _holds_quote(parent)
    if split_name(parent)[1].lower() not in _QUOTATIONS:
        return False
    before = element.getprevious()
    lead = parent.text if before is None else before.tail
    alone = not (lead or "").strip(_DASHES) and not (element.tail or "").strip()
    return tag != "cite" or (alone and element.getnext() is None)


def _holds_quote(element: Element) -> bool:
    return any(split_name(child)[1].lower() == "blockquote" for child in element)


def _address(element: Element, name: str) -> str | None:
    value = element.get(name)
    return None if value is None or not is_safe_link(value) else writable(value)


# ------------------------------------------------------------------ pictures and embeds
def figure(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A figure: of a quotation, of a picture, or else what stands in it."""
    walker.faithful = False
    if _holds_quote(element):
        return _quote_figure(walker, element, out)
    shown = walker.figure(element)
    if shown is None:
        return division(walker, element, items, entry, out)
    out.append(walker.node(_FIGURE, items, image_id=shown))
    return BLOCK


def _quote_figure(walker: Walker, element: Element, out: list[Any]) -> int:
    """A quotation with its attribution beneath, and whatever else the figure holds."""
    outer, walker.notes = walker.notes, []
    blocks = list(walker.blocks(element))
    notes = list(filter(None, walker.notes))
    walker.notes = outer
    places = [i for i, block in enumerate(blocks) if isinstance(block, BlockQuote)]
    if places and notes:
        quote: Any = blocks[places[-1]]
        words = [quote.attribution, *notes] if quote.attribution else notes
        blocks[places[-1]] = changed(quote, attribution=" ".join(words))
    else:
        blocks += walker.gathered([" ".join(notes)])
    out += blocks
    return BLOCK


def picture(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """A picture outside any figure."""
    walker.faithful = False
    shown = walker.figure(element)
    if shown is None:
        walker.content(element, out)
        return ANY
    out.append(walker.node(_FIGURE, items, image_id=shown))
    return BLOCK


def embed(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """Something shown from elsewhere; without an address, what it says meanwhile."""
    url = source_of(element)
    if url is None:
        return division(walker, element, items, entry, out)
    walker.faithful = False
    kept = [(name, value) for name, value in items if name != "title"]
    fallback = walker.blocks(element) or paragraphs_told_by(element)
    node = walker.node(_EMBED, kept, url=url, fallback=fallback)
    title = element.get("title")
    title = None if title is None else writable(title)
    out.append(changed(node, provider=host_of(url), title=title))
    return BLOCK


def source_of(element: Element) -> str | None:
    """The address of what an element shows, or of the first of its sources."""
    for held in (element, *element.iterfind("{*}source")):
        for name in ("src", "data-src", "data", "href"):
            value = (held.get(name) or "").strip()
            if value and is_safe_link(value):
                return writable(value)
    return None


def host_of(url: str) -> str | None:
    """The site an address is of."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return writable(host.removeprefix("www.")) if host else None


# ------------------------------------------------------------------ the library's own
def own_inline_quote(
    walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]
) -> int:
    """A quotation with its marks taken off its text; a mark that is not there is not kept."""
    held: list[Any] = []
    kind = inline(walker, element, items, entry, held)
    out += [_without_marks(each) if isinstance(each, InlineQuote) else each for each in held]
    return kind


def _without_marks(quote: InlineQuote) -> InlineQuote:
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


def own_block_quote(
    walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]
) -> int:
    """A quotation written by the library: the words, and beneath them the attribution.

    Its language stands at the words or, as once in pages too, at all of it.
    """
    known: dict[str, Any] = {"blocks": ()}
    for child in element:
        name = split_name(child)[1].lower()
        if name == "blockquote":
            known["blocks"] += walker.blocks(child)
            items = [*items, *[each for each in child.items() if each[0] in _SPOKEN]]
        elif name == "figcaption" and "attribution" not in known:
            if child.get(DATA) != "made":
                known["attribution"] = walker.words(child)
        elif name:
            stray: list[Any] = []
            walker.one(child, stray)
            known["blocks"] += tuple(walker.gathered(stray))
    out.append(walker.node(entry, items, **known))
    return BLOCK


def own_figure(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """The place of a picture, video or sound; what is shown of it was made for readers.

    Where another hand hides a part of it, all of it is: a medium and its words are told apart
    from the figure, and would be shown without it.
    """
    shown = walker.figure(element)
    fields, _ = fields_in(items, entry.row)
    node = built(Figure, {"image_id": shown, **fields} if shown else fields)
    if node is None:
        return division(walker, element, items, entry, out)
    is_seen = not any(is_hidden(each.items()) for each in element.iterdescendants(etree.Element))
    out.append(node if is_seen else Section(blocks=(cast(Figure, node),), public=False))
    return BLOCK


def own_embed(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """Something shown from elsewhere, with what to show in its place."""
    out.append(walker.node(entry, items, fallback=walker.blocks(element)))
    return BLOCK


def raw(walker: Walker, element: Element, items: Items, entry: Entry, out: list[Any]) -> int:
    """Markup carried as it was; what stands in the element is read, too."""
    fields, _ = fields_in(items, entry.row)
    node = built(entry.row.cls, fields)
    if node is not None:
        out.append(node)
    walker.content(element, out)
    return (
        ANY
        if len(element) or element.text or node is None
        else (BLOCK if isinstance(node, Block) else RUN)
    )

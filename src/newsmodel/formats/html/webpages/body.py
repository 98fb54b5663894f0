"""The text of an article as blocks, out of the element that holds it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from newsmodel.formats._shared.xhtml import BodyReader
from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.lines import line_of, squeezed
from newsmodel.formats.html.webpages.moments import printed_moment
from newsmodel.formats.html.webpages.outline import Outline, TextBlock
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.posts import set_posts_apart
from newsmodel.formats.html.webpages.pruning import drop, prune, prune_apart, tidy
from newsmodel.formats.html.webpages.region import Region
from newsmodel.formats.html.webpages.words import tokens
from newsmodel.model import (
    Block,
    BlockQuote,
    Divider,
    Embed,
    Figure,
    Heading,
    LineBreak,
    Link,
    ListBlock,
    Paragraph,
    Section,
)
from newsmodel.model.base import changed

__all__ = ["read_body"]

_MOST_QUOTES = 30
_LONGEST_STAMP = 100
_SHORT = 20
_BRIEF, _LONG = 10, 30
"""Lines between these need a sign more to be a standfirst."""


def read_body(
    page: Page,
    outline: Outline,
    region: Region,
    headline: Element | None,
    pictures: Mapping[Element, str | None],
    names: Collection[str] = (),
    language: str | None = None,
) -> tuple[Block, ...]:
    """The blocks of the text, the standfirst first.

    Args:
        page: the page.
        outline: its outline.
        region: where the article stands.
        headline: the heading that is its headline.
        pictures: the elements that show pictures, each with the id of its picture.
        names: the authors; a line of their names is none of the text.
        language: the language of the page, where that is known.
    """
    first = _standfirst(page, outline, region, headline)
    known = {squeezed(line_of(headline))} if headline is not None else set()
    _drop_before(region, headline, pictures)
    prune_apart(region.text, outline, set(pictures))
    prune(region.text, outline, page.words, set(pictures))
    set_posts_apart(region.text)
    tidy(region.text, page.address)
    for element, shown in pictures.items():
        if shown is None:
            drop(element)
        else:
            _emptied(element)
    reader = BodyReader(html=True, exact=False, figure=pictures.get, language=language)
    found = list(_flat(reader.blocks(region.text)))
    known |= {squeezed(name) for name in names}
    blocks = [b for b in _kept(found, page, known) if not _is_stamp(b, page, names)]
    lead = [
        b for b in first if squeezed(b.text) not in {squeezed(each.text) for each in blocks[:3]}
    ]
    return tuple(_settled([*lead, *blocks]))


def _emptied(element: Element) -> None:
    """Leave of a picture only its place."""
    tail = element.tail
    element.clear()
    element.tail = tail
    element.tag = "figure"


def _drop_before(
    region: Region, headline: Element | None, spared: Mapping[Element, str | None]
) -> None:
    """Take out the headline, and what stands over it, where the text element holds it."""
    if headline is None or region.text not in headline.iterancestors():
        return
    node: Element | None = headline
    while node is not None and node is not region.text:
        for before in list(node.itersiblings(preceding=True)):
            if not any(each in spared for each in before.iter()):
                drop(before)
        node = node.getparent()
    drop(headline)


# ------------------------------------------------------------------ the standfirst
def _standfirst(
    page: Page, outline: Outline, region: Region, headline: Element | None
) -> list[Block]:
    """The paragraph between headline and text that sums the article up."""
    if headline is None:
        return []
    start = outline.places.get(headline, 0)
    end = outline.places.get(region.text, 0)
    told = [squeezed(each) for each in _descriptions(page)]
    best: tuple[int, TextBlock] | None = None
    for block in outline.every:
        if not start < block.place < end or block.linked > block.length / 2:
            continue
        if region.whole not in block.element.iterancestors():
            continue
        rank = _rank(page, block, told)
        if rank > 1 and block.element in outline.noise:
            continue
        if rank and (best is None or rank < best[0]):
            best = rank, block
    if best is None:
        return []
    element = best[1].element
    outer = element.getparent()
    if element.tag == "li" and outer is not None:
        items = [line for item in islice(outer, 20) if (line := line_of(item))]
        return [ListBlock(items=items)] if items else []
    line = line_of(element)
    return [Paragraph(content=line)] if line else []


def _descriptions(page: Page) -> list[str]:
    names = ("og:description", "description", "twitter:description")
    found = [v for name in names for v in page.meta_values(name)]
    return [*page.graph.texts(page.article, "description"), *found]


def _rank(page: Page, block: TextBlock, told: list[str]) -> int:
    """How surely a block is the standfirst: 1 the most, 0 not at all."""
    if block.length < _BRIEF or block.element.tag in ("figcaption", "h1"):
        return 0
    if block.length < _LONG:
        return 2 if _is_brief(page, block) else 0
    line = squeezed(line_of(block.element))
    if any(line and (line == each or (len(each) > 40 and each[:60] in line)) for each in told):
        return 1
    if any(len(line) > 60 and line in each for each in told):
        return 1
    names = " ".join(node.get("class") or "" for node in (block.element, *_outer(block.element, 2)))
    named = tokens(names) & page.words.standfirst
    return 2 if named and not tokens(names) & page.words.byline else 0


def _is_brief(page: Page, block: TextBlock) -> bool:
    """Whether a few words are a standfirst: they are called so themselves, and end a sentence."""
    names = tokens(block.element.get("class") or "")
    if not names & page.words.standfirst or names & page.words.byline:
        return False
    line = line_of(block.element)
    return line.endswith((".", "!", "?", "。", "…")) and printed_moment(line) is None


def _outer(element: Element, count: int) -> Iterator[Element]:
    for number, outer in enumerate(element.iterancestors()):
        if number >= count:
            return
        yield outer


# ------------------------------------------------------------------ the blocks
def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks without the parts they were grouped in, paragraphs parted at empty lines."""
    for block in blocks:
        if isinstance(block, Section):
            yield from _flat(block.blocks)
        elif isinstance(block, Paragraph):
            yield from _parted(block)
        elif isinstance(block, BlockQuote) and block.attribution:
            # The dash before a name is there for the looks.
            yield changed(block, attribution=block.attribution.lstrip("–—- ") or None)
        else:
            yield block


def _parted(block: Paragraph) -> Iterator[Paragraph]:
    runs: list[Any] = []
    for run in (*block.content, None):
        breaks = isinstance(run, LineBreak) and runs and isinstance(runs[-1], LineBreak)
        if run is None or breaks:
            while runs and isinstance(runs[-1], LineBreak):
                runs.pop()
            if runs:
                yield changed(block, content=_ends_cut(runs))
            runs = []
        elif not (isinstance(run, LineBreak) and not runs):
            runs.append(run)


def _ends_cut(runs: list[Any]) -> tuple[Any, ...]:
    runs = list(runs)
    if isinstance(runs[0], str):
        runs[0] = runs[0].lstrip(" \t\n")
    if isinstance(runs[-1], str):
        runs[-1] = runs[-1].rstrip(" \t\n")
    return tuple([run for run in runs if run != ""])


def _kept(blocks: list[Block], page: Page, known: set[str]) -> Iterator[Block]:
    """The blocks that say something, each once."""
    seen = set(known)
    for block in blocks:
        if isinstance(block, Figure | Embed | Divider):
            yield block
            continue
        line = squeezed(block.text)
        if not line or (line in seen and len(line) > _SHORT) or line in known:
            continue
        if block.text.strip().lower() in page.words.advert or _leads_away(block, page):
            continue
        seen.add(line)
        yield block


def _leads_away(block: Block, page: Page) -> bool:
    """Whether a block only leads to other articles."""
    text = " ".join(block.text.split())
    linked = sum(len(node.text) for node in _links(block))
    if not isinstance(block, Paragraph | Heading):
        return False
    low = text.lower().lstrip("»›>→▶•*–—- [(")
    if low.startswith(page.words.more) and (linked or len(text) < 60):
        return True
    return linked >= 0.9 * len(text) > 0 and text[-1:] not in '.!?…"”“»)' and len(text) > 15


def _is_stamp(block: Block, page: Page, names: Collection[str]) -> bool:
    """Whether a line says when it was published, or by whom, and nothing else."""
    text = " ".join(block.text.split())
    if not isinstance(block, Paragraph) or not 3 < len(text) < _LONGEST_STAMP:
        return False
    first = text.split()[0].lower().rstrip(":")
    if first in page.words.by:
        return any(name in text for name in names)
    dated = first in page.words.written or first in page.words.changed
    return dated and printed_moment(text) is not None


def _links(block: Any) -> Iterator[Link]:
    for run in getattr(block, "content", ()):
        if isinstance(run, Link):
            yield run
        elif not isinstance(run, str):
            yield from _links(run)


def _settled(blocks: list[Block]) -> list[Block]:
    """Blocks without headings and rules that nothing follows."""
    while blocks and isinstance(blocks[-1], Heading | Divider):
        blocks.pop()
    quotes = [b for b in blocks if isinstance(b, BlockQuote)][:_MOST_QUOTES]
    text = "\n".join([squeezed(b.text) for b in blocks if not isinstance(b, BlockQuote)])
    repeated = {id(each) for each in quotes if _is_pulled(each, text)}
    return [b for b in blocks if id(b) not in repeated]


def _is_pulled(quote: BlockQuote, text: str) -> bool:
    """Whether a quotation says once more what the text does; a few letters stand anywhere.

    One of somebody whom the text does not name tells more than that.
    """
    said = squeezed("".join(block.text for block in quote.blocks))
    if quote.source_url is not None or 0 < len(said) <= _SHORT:
        return False
    speaker = squeezed((quote.attribution or "").partition(",")[0])
    return said in text and speaker in text

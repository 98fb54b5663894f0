"""Whose words and whose work a page that somebody edited says something else of than its data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsmodel.formats._shared.repeated import folded
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.elements import INLINE, Element, Told, line_of, string
from newsmodel.formats.html.pages.datelines import PRINTED
from newsmodel.formats.html.pages.names import is_named
from newsmodel.formats.html.visible import FIELD
from newsmodel.formats.html.webpages.names import names_in
from newsmodel.formats.html.webpages.words import page_words

__all__ = ["unsure_names"]

_WORD = re.compile(r"\w+")
_AUTHORS = (
    "the byline {!r} was edited in the page, and the authors are still those of {!r}: see whether"
    " they wrote it"
)
_SPEAKER = (
    "the words around the quotation {!r} were edited in the page, and its speaker is still {!r}:"
    " see who says it"
)


def unsure_names(node: Element) -> list[Told]:
    """The authors and speakers of whom the words of a page tell others, with their lines.

    Args:
        node: the element that shows the article, as it came.
    """
    return [*_authors(node), *_below_quotations(node), *_around_quotations(node)]


def _authors(node: Element) -> Iterator[Told]:
    """A byline that names others than it did as it was written."""
    line = node.find(f".//p[@{FIELD}='byline'][@{PRINTED}]")
    if line is None:
        return
    before, now = folded(line.get(PRINTED, "")), line_of(line)
    if now and _names(before) != _names(now):
        yield _AUTHORS.format(now[:80], before[:80]), line.sourceline


def _names(byline: str) -> set[str]:
    """The names in a byline, whether it is in capitals or not."""
    return {name.casefold() for name in names_in(byline, page_words())}


def _below_quotations(node: Element) -> Iterator[Told]:
    """Attributions below quotations that do not name the speaker as they did."""
    for line in node.iterfind(f".//figcaption[@{PRINTED}]"):
        figure, before, now = line.getparent(), folded(line.get(PRINTED, "")), line_of(line)
        if figure is None or now == before:
            continue
        said = [w for w in figure.get(f"{DATA}-speaker", "").split() if is_named(before, w)]
        if not said or not all(is_named(now, word) for word in said):
            yield from _unsure(figure, figure.find("blockquote"))


def _around_quotations(node: Element) -> Iterator[Told]:
    """Quotations whose attribution stands nowhere near them any more."""
    words: dict[Element, str] = {}
    for quote in _attributed(node):
        block = next((e for e in quote.iterancestors() if e.tag not in INLINE), node)
        own = words.get(block) or words.setdefault(block, _words(string(block)))
        if _attribution(quote) not in own and not _is_beside(_attribution(quote), block):
            yield from _unsure(quote, quote)


def _is_beside(attribution: str, block: Element) -> bool:
    """Whether the block before or behind has an attribution that is no other quotation's."""
    for each in (block.getprevious(), block.getnext()):
        if each is not None and (found := _words(string(each)).count(attribution)):
            taken = sum(_attribution(quote) == attribution for quote in _attributed(each))
            if found > taken:
                return True
    return False


def _attributed(node: Element) -> Iterator[Element]:
    return node.iterfind(f".//span[@{DATA}='InlineQuote'][@{DATA}-attribution]")


def _attribution(quote: Element) -> str:
    return _words(quote.get(f"{DATA}-attribution", ""))


def _unsure(held: Element, quote: Element | None) -> Iterator[Told]:
    if speaker := held.get(f"{DATA}-speaker"):
        said = "" if quote is None else line_of(quote)
        yield _SPEAKER.format(said[:80], speaker), held.sourceline


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "

"""Whom, what and when a page that somebody edited names, where its data still say another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsmodel.formats._shared.repeated import folded
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.elements import INLINE, Element, Told, line_of, string
from newsmodel.formats.html.pages.datelines import PRINTED
from newsmodel.formats.html.pages.known import KNOWN, entry_of, names_of
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


_SOMETHING = "what they stood for"
_NAMED = (
    "the words {!r} were edited in the page, and they stand for {!r} still: see whether they mean"
    " that"
)


def unsure_names(node: Element, known: list[Any]) -> list[Told]:
    """What the words of a page name otherwise than its data do, with their lines.

    Args:
        node: the element that shows the article, as it came.
        known: what the data island knows of elements in it.
    """
    speakers = [*_below_quotations(node), *_around_quotations(node), *_named_speakers(node)]
    return [*_authors(node), *speakers, *_mentions(node, known), *_times(node)]


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


def _mentions(node: Element, known: list[Any]) -> Iterator[Told]:
    """Words that named something by the name it has, or by others, and now do by neither."""
    for each in node.iterfind(f".//span[@{DATA}='Mention']"):
        first, now = each.get(f"{DATA}-concept"), line_of(each)
        if now == folded(each.get(PRINTED, first or now)):
            continue
        more = names_of(entry_of(each.get(KNOWN), known).get("concept"))
        names = [name for name in (first, *more) if isinstance(name, str)]
        if not any(is_named(name, now) or is_named(now, name) for name in names):
            yield _NAMED.format(now[:80], next(iter(names), _SOMETHING)), each.sourceline


def _times(node: Element) -> Iterator[Told]:
    """Words that tell another time than they did, while the time for machines is what it was."""
    for each in node.iterfind(f".//time[@{PRINTED}]"):
        printed, stamp, now = each.get(PRINTED, ""), each.get("datetime", ""), line_of(each)
        if printed.endswith(f" {stamp}") and printed != f"{now} {stamp}":
            yield _NAMED.format(now[:80], stamp), each.sourceline


def _around_quotations(node: Element) -> Iterator[Told]:
    """Quotations whose attribution stands nowhere near them any more."""
    words: dict[Element, str] = {}
    for quote in _attributed(node):
        block = next((e for e in quote.iterancestors() if e.tag not in INLINE), node)
        own = words.get(block) or words.setdefault(block, _words(string(block)))
        if _attribution(quote) not in own and not _is_beside(_attribution(quote), block):
            yield from _unsure(quote, quote)


def _named_speakers(node: Element) -> Iterator[Told]:
    """Quotations in paragraphs that named the speaker, and name nobody so any more."""
    for quote in node.iterfind(f".//span[@{DATA}='InlineQuote'][@{PRINTED}]"):
        block = next((e for e in quote.iterancestors() if e.tag not in INLINE), node)
        if not is_named(line_of(block), quote.get(PRINTED, "")):
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

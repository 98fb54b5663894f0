"""The quotations of a body, gathered from its marked pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

import attrs

from newsmodel.model.base import maker
from newsmodel.model.blocks import BlockQuote
from newsmodel.model.inlines import InlineQuote
from newsmodel.model.nodes import Block, lines_of, text_of
from newsmodel.model.quote import Quote, QuoteFacts
from newsmodel.model.tree import Visited, branches, nodes_in
from newsmodel.model.vocabulary import QuoteKind

__all__ = ["quotes_in"]

_FACTS = tuple(f.name for f in attrs.fields(QuoteFacts) if f.name != "attributes")
_FACTS_OF = attrgetter(*_FACTS)
_MARKED = (InlineQuote, BlockQuote)
_OPENING = '"\u00ab\u00bb\u201c\u201d\u201e\u2018\u201a\u2039\u203a\u300c\u300e'
_CLOSING = '"\u00ab\u00bb\u201c\u201d\u2019\u2018\u2039\u203a\u300d\u300f'


def quotes_in(body: Iterable[Block]) -> tuple[Quote, ...]:
    """The marked quotations, in order; pieces with one id are one quotation.

    A pull quote repeats what the text says and counts only where the text does not say it.
    """
    body = tuple(body)
    if not any(isinstance(node, _MARKED) for node in nodes_in(body)):
        return ()
    quotes: dict[Any, Quote] = {}
    for piece in _pieces(body, "$.body", None):
        key = ("id", piece.id) if piece.id is not None else ("place", piece.places)
        quotes[key] = _joined(quotes[key], piece) if key in quotes else piece
    return tuple(q for q in quotes.values() if not _repeats(q, quotes.values()))


def _pieces(nodes: Iterable[Visited], path: str, around: str | None) -> Iterator[Quote]:
    """The marked pieces, outer before inner, in the language of the place where they stand."""
    for index, node in enumerate(nodes):
        if isinstance(node, str):
            continue
        place, tag = f"{path}[{index}]", node.language or around
        if isinstance(node, _MARKED):
            yield _piece(node, place, tag)
        for name in branches(node.__class__):
            inner = getattr(node, name)
            if inner and not (len(inner) == 1 and inner[0].__class__ is str):
                yield from _pieces(inner, f"{place}.{name}", tag)


def _piece(node: InlineQuote | BlockQuote, place: str, tag: str | None) -> Quote:
    facts = dict(zip(_FACTS, _FACTS_OF(node), strict=True))
    if isinstance(node, InlineQuote):
        words, marks = text_of(node.content), node.marks
    else:
        words, marks = _unmarked(lines_of(node.blocks))
    facts["language"] = _language_within(node, tag)
    return maker(Quote)(**facts, pieces=(words,), marks=marks, places=(place,))


def _language_within(node: InlineQuote | BlockQuote, tag: str | None) -> str | None:
    """The language of all its words where they have one, else that of its place."""
    if isinstance(node, InlineQuote) and all(isinstance(run, str) for run in node.content):
        return tag
    within = set(_spoken([node], tag))
    return within.pop() if len(within) == 1 else tag


def _spoken(nodes: Iterable[Visited], around: str | None) -> Iterator[str | None]:
    """The languages of all words there, each as the markup nearest to them says it."""
    for node in nodes:
        tag = around if isinstance(node, str) else node.language or around
        names = () if isinstance(node, str) else branches(type(node))
        for name in names:
            yield from _spoken(getattr(node, name), tag)
        if not names and (node if isinstance(node, str) else node.text).strip():
            yield tag


def _unmarked(words: str) -> tuple[str, tuple[str, str]]:
    """The words of a block quotation without the marks around them, and those marks."""
    if len(words) > 2 and words[0] in _OPENING and words[-1] in _CLOSING:
        return words[1:-1].strip("\u00a0\u202f "), (words[0], words[-1])
    return words, ("", "")


def _joined(quote: Quote, piece: Quote) -> Quote:
    """One quotation of two pieces; what the first does not know the second may."""
    each = zip(_FACTS, _FACTS_OF(quote), _FACTS_OF(piece), strict=True)
    known = {name: second if first is None else first for name, first, second in each}
    return maker(Quote)(
        **known,
        pieces=quote.pieces + piece.pieces,
        marks=(quote.marks[0], piece.marks[1] or quote.marks[1]),
        places=quote.places + piece.places,
    )


def _repeats(quote: Quote, quotes: Iterable[Quote]) -> bool:
    if quote.kind is not QuoteKind.PULL:
        return False
    return any(quote.text in other.text for other in quotes if other.kind is not QuoteKind.PULL)

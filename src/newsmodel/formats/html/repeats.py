"""Lines that the text of a page repeats, and which it does not show twice: edits hold for both."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

import attrs

from newsmodel.formats._shared.repeated import beginning, folded
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.elements import Element, string
from newsmodel.formats.html.pages.nodes import MADE
from newsmodel.formats.html.visible import FIELD
from newsmodel.model import Article, Heading
from newsmodel.model.base import changed
from newsmodel.model.tree import rewritten

__all__ = ["Repeats", "repeats_in", "with_repeats"]

_LINES = ("headline", "byline", "dateline")
_ALIKE, _SLIGHTLY = 0.6, 0.3
"""So much of a sentence of the text, and of one of three lines, is left in what was made of it."""


@attrs.frozen
class Repeats:
    """What a page keeps, and does not show, since readers see it once more."""

    blocks: tuple[tuple[str, bool], ...]
    """The words of blocks that repeated a line above the text, and whether they are headings."""
    fields: frozenset[str]
    """The lines above the text with which it began."""


def repeats_in(node: Element) -> Repeats:
    """The repeats in the element that shows an article, before anything is done to it."""
    hidden = [each for each in node.iter("*") if each.get("hidden") is not None]
    made = [each for each in hidden if "hidden" in (each.get(MADE) or "").split()]
    fields = [each.get(FIELD) for each in hidden]
    blocks = [(folded(string(each)), each.get(DATA) == Heading.__name__) for each in made]
    return Repeats(tuple(blocks), frozenset([name for name in fields if name]))


def with_repeats(article: Article, repeats: Repeats) -> tuple[Article, list[str]]:
    """The article whose repeats say what the page says now, and the lines for which none is found.

    A headline put right is put right in the text, too; a sentence of the text in the summary that
    it was.
    """
    stale: list[str] = []
    said = [words for words, _ in repeats.blocks]
    for words, is_heading in repeats.blocks:
        line = _line_for(article, words, said, is_heading=is_heading)
        if line is not None:
            article = _with_block(article, words, line)
    if "summary" in repeats.fields and article.summary:
        found = _nearest(article.summary, (b.text for b in beginning(article.body)), _ALIKE)
        if found is None:
            stale.append(article.summary)
        elif folded(article.summary) != found:
            article = changed(article, summary=found)
    if "dateline" in repeats.fields and article.dateline:
        line = folded(str(article.dateline))
        if not any(folded(b.text).startswith(line) for b in beginning(article.body)):
            stale.append(line)
    return article, stale


def _line_for(
    article: Article, words: str, others: Iterable[str], *, is_heading: bool
) -> str | None:
    """What a hidden block is to say now; None where it says that, or nobody can tell."""
    lines = {name: folded(str(getattr(article, name) or "")) for name in _LINES}
    if words in lines.values():
        return None
    free = {name: line for name, line in lines.items() if line and line not in others}
    if is_heading and "headline" in free:
        return free["headline"]
    return _nearest(words, free.values(), least=_SLIGHTLY)


def _with_block(article: Article, words: str, line: str) -> Article:
    """The article with a line in the place of the first block that says something."""
    pending = [words]

    def put_right(node: Any) -> Any:
        if pending and node in blocks and folded(node.text) == words:
            pending.clear()
            return changed(node, content=(line,))
        return node

    blocks = beginning(article.body)
    return changed(article, body=rewritten(article.body, put_right))


def _nearest(words: str, lines: Iterable[str], least: float) -> str | None:
    """The line that is most like the words, if one is like them."""
    said = [folded(line) for line in lines]
    if folded(words) in said:
        return folded(words)
    rated = [(SequenceMatcher(None, folded(words), line).ratio(), line) for line in said if line]
    best = max(rated, default=(0.0, ""))
    return best[1] if best[0] >= least else None

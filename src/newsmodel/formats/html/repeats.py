"""Lines that the text of a page repeats, and which it does not show twice: edits hold for both."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

import attrs

from newsmodel.formats._shared.repeated import FIRST, beginning, first_lines, folded
from newsmodel.formats.html.elements import Element, string
from newsmodel.formats.html.pages.bodies import REPEATS
from newsmodel.formats.html.pages.nodes import MADE
from newsmodel.formats.html.visible import FIELD
from newsmodel.model import Article
from newsmodel.model.base import changed
from newsmodel.model.tree import rewritten

__all__ = ["Repeats", "repeats_in", "with_repeats"]

_ALIKE = 0.6
"""So much of a sentence is left in what was made of it, or it is another."""


@attrs.frozen
class Repeats:
    """What a page keeps, and does not show, since readers see it once more."""

    blocks: tuple[tuple[str | None, str], ...]
    """The lines above the text that hidden blocks repeat, None where an older page does not tell,
    each with the words of the block."""
    fields: frozenset[str]
    """The lines above the text with which it began."""
    summary: tuple[str, str] | None
    """What the block says that said the summary, and the one behind it; None where it is gone."""


def repeats_in(node: Element) -> Repeats:
    """The repeats in the element that shows an article, before anything else is done to it."""
    hidden = [each for each in node.iter("*") if each.get("hidden") is not None]
    made = [each for each in hidden if "hidden" in (each.get(MADE) or "").split()]
    blocks = [(each.attrib.pop(REPEATS, None), folded(string(each))) for each in made]
    fields = [each.get(FIELD) for each in hidden]
    said = node.find(f".//*[@{REPEATS}='summary']")
    summary = None
    if said is not None:
        behind = said.getnext()
        summary = folded(string(said)), "" if behind is None else folded(string(behind))
    for each in node.iterfind(f".//*[@{REPEATS}]"):
        del each.attrib[REPEATS]
    return Repeats(tuple(blocks), frozenset([name for name in fields if name]), summary)


def with_repeats(article: Article, repeats: Repeats) -> tuple[Article, list[str]]:
    """The article whose repeats say what the page says now, and the lines for which none is found.

    A headline put right is put right in the text, too; a sentence of the text in the summary that
    it was.
    """
    stale: list[str] = []
    lines = {name: folded(str(getattr(article, name) or "")) for name in _LINES}
    for field, words in repeats.blocks:
        line = lines.get(field or "", "")
        if line and line != words:
            article = _with_block(article, words, line)
        elif not line and words and words not in lines.values():
            stale.append(words)
    if "summary" in repeats.fields and article.summary:
        line = folded(article.summary)
        now = _summary(line, repeats.summary)
        if now is None and line in first_lines(article.body, FIRST):
            now = line  # the block that says it says the headline, too
        if now is None:
            stale.append(article.summary)
        elif now != line:
            article = changed(article, summary=now)
    if "dateline" in repeats.fields and article.dateline:
        line = folded(str(article.dateline))
        starts = [folded(b.text)[: len(line)].casefold() for b in beginning(article.body)]
        if line.casefold() not in starts:
            stale.append(line)
    return article, stale


_LINES = ("headline", "byline", "dateline")


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


def _summary(before: str, said: tuple[str, str] | None) -> str | None:
    """What a summary is that the text said once more; None where nothing of it is left there."""
    if said is None:
        return None
    now, behind = said
    if f"{now} {behind}".startswith(before):  # it may have been parted
        return before
    return now if SequenceMatcher(None, before, now).ratio() >= _ALIKE else None

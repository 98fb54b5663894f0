"""The text of an article as the data of its page tell it: `articleBody`."""

from __future__ import annotations

import re

from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.things import clean
from newsmodel.model import Paragraph

__all__ = ["told_text"]

_ENDS = re.compile(r"\s*(?:\n|<br\s*/?>|</(?:p|div|li|h[1-6])>)\s*", re.IGNORECASE)
_START = 20


def told_text(page: Page) -> tuple[Paragraph, ...]:
    """The paragraphs of the text in the data of a page; none where these tell none."""
    texts = [v for v in page.graph.values(page.article, "articleBody") if isinstance(v, str)]
    lines = [clean(line) for text in texts[:1] for line in _ENDS.split(_once(text))]
    return tuple([Paragraph(content=line) for line in lines if line])


def _once(text: str) -> str:
    """A text that stands there twice, as some systems fill it in, once."""
    again = text.find(text[:_START], len(text) // 2 - _START) if len(text) > 4 * _START else -1
    first = text[:again].strip()
    return first if again > 0 and text[again:].strip() == first else text

"""Where the words of two elements of a line would run together."""

from __future__ import annotations

from lxml import etree

from newsmodel.formats._shared.xhtml.vocabulary import Element, split_name
from newsmodel.formats._shared.xhtml.words import are_glued

__all__ = ["is_glued", "text_before"]

_LINES = frozenset({"p", "hl1", "hl2", "li", "td", "th", "dt", "dd", "block", "body.content"})
"""What lines stand in."""


def is_glued(element: Element) -> bool:
    """Whether the first word of an element would run together with the one before it."""
    first = next(filter(None, element.itertext(etree.Element)), "")
    return bool(first) and are_glued(text_before(element), first)


def text_before(element: Element) -> str:
    """The string before an element in its line, whatever elements begin or end between."""
    at: Element | None = element
    while at is not None:
        before = at.getprevious()
        if before is None:
            at = at.getparent()
            if at is None or at.text or split_name(at)[1].lower() in _LINES:
                return "" if at is None else at.text or ""
        elif text := before.tail or _text_in(before):
            return text
        else:
            at = before
    return ""


def _text_in(element: Element) -> str:
    return "".join(element.itertext(etree.Element)) if isinstance(element.tag, str) else ""

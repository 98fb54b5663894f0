"""Words that a page makes itself of what it tells in another way: days, labels, names of embeds."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.elements import Element, string

__all__ = ["made_anew"]


def made_anew(before: Element, now: Element) -> list[str]:
    """Such words of an article in a page that the library would not write there.

    Args:
        before: the article as the library shows it.
        now: the article as it is shown.
    """
    known = set(_made(before))
    return [words for words in dict.fromkeys(_made(now)) if words not in known]


def _made(node: Element) -> Iterator[str]:
    for element in node.iter("p", "strong", "span", "figcaption", "time"):
        if _is_made(element) and (words := " ".join(string(element).split())):
            yield words


def _is_made(element: Element) -> bool:
    if element.get(DATA) == "made" or element.get("class") in ("nm-label", "nm-stamp"):
        return True
    parent = element.getparent()
    return element.tag == "time" and parent is not None and parent.get("class") == "nm-correction"

"""The element that holds the text of the article, and the wider one that holds all of it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.outline import Outline
from newsmodel.formats.html.webpages.page import Page

__all__ = ["Region", "find_region"]

_BODIES = (
    "//*[contains(@itemprop, 'articleBody') or contains(@property, 'articleBody')][not(self::meta)]"
)
_MOST = 0.85
_ARTICLES = "//article | //*[@role='article'] | //*[contains(@itemtype, 'Article')]"


@attrs.frozen(eq=False)
class Region:
    """Where the article stands in its page."""

    text: Element
    """The element that holds its text."""
    whole: Element
    """The element that holds its headline as well."""
    marked: bool
    """Whether the page marks it as an article; else it was found by its text alone."""


def find_region(page: Page, outline: Outline, headline: Element | None) -> Region | None:
    """The region of the article; None for a page without text."""
    totals = outline.totals
    body = page.root.find("body")
    start = body if body is not None else page.root
    total = totals.get(start, 0.0)
    if not total:
        return _short(start, headline)
    marked = _marked(page, totals, total, headline)
    root = marked if marked is not None else start
    text = _narrowed(root, totals)
    return Region(text=text, whole=_whole(text, headline, start), marked=marked is not None)


def _short(start: Element, headline: Element | None) -> Region | None:
    """The region of a page with hardly any text."""
    found = (start.find(f".//{name}") for name in ("article", "main"))
    text = next((each for each in found if each is not None), None)
    if text is None and not "".join(start.itertext()).strip():
        return None
    element = start if text is None else text
    return Region(text=element, whole=_whole(element, headline, start), marked=text is not None)


def _marked(
    page: Page, totals: dict[Element, float], total: float, headline: Element | None
) -> Element | None:
    """The element the page marks as the article: by property, tag or role, with text enough."""
    best = _fullest(page.root.xpath(_BODIES), totals)
    if best is not None and totals[best] > 0.25 * total:
        return best
    articles = page.root.xpath(_ARTICLES)
    best = _fullest(articles, totals)
    own = _fullest((a for a in articles if _holds(a, headline)), totals)
    if own is not None and totals[own] > 0.15 * total:
        return own
    if best is not None and totals[best] > 0.5 * total:
        return best
    mains = page.root.xpath("//main | //*[@role='main']")
    best = _fullest(mains, totals)
    return best if best is not None and totals[best] > 0.5 * total else None


def _holds(element: Element, headline: Element | None) -> bool:
    return headline is not None and element in headline.iterancestors()


def _fullest(elements: Iterable[Element], totals: dict[Element, float]) -> Element | None:
    return max((e for e in elements if totals.get(e)), key=lambda e: totals[e], default=None)


def _narrowed(root: Element, totals: dict[Element, float]) -> Element:
    """The innermost element that still holds nearly all of the text."""
    limit = _MOST * totals.get(root, 0.0)
    while True:
        inner = _fullest(root, totals)
        if inner is None or totals[inner] < limit or inner.tag in ("p", "li", "span", "td"):
            return root
        root = inner


def _whole(text: Element, headline: Element | None, start: Element) -> Element:
    """The innermost element around the text that holds the headline too."""
    if headline is None:
        return start
    around = {text, *text.iterancestors()}
    whole = next((e for e in headline.iterancestors() if e in around), start)
    articles = [e for e in (whole, *whole.iterancestors()) if e.tag == "article"]
    # A picture may stand over the headline; an article that holds others is none.
    return articles[0] if articles and articles[0].find(".//article") is None else whole

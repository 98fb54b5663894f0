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
_LEAST = 0.15
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
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
    marked = _marked(page, totals, total, headline) if total else None
    if marked is None or _is_teaser(marked):
        brief = _brief(page, outline, start, headline)
        marked = marked if brief is None else brief
    if marked is None and not total:
        return _short(start, headline)
    root = marked if marked is not None else start
    text = _narrowed(root, outline)
    return Region(text=text, whole=_whole(text, headline, start), marked=marked is not None)


def _short(start: Element, headline: Element | None) -> Region | None:
    """The region of a page with hardly any text."""
    found = (start.find(f".//{name}") for name in ("article", "main"))
    text = next((each for each in found if each is not None), None)
    if text is None and not "".join(start.itertext()).strip():
        return None
    element = start if text is None else text
    return Region(text=element, whole=_whole(element, headline, start), marked=text is not None)


def _brief(
    page: Page, outline: Outline, start: Element, headline: Element | None
) -> Element | None:
    """The marked article of a few short lines: around the headline, and all but teasers."""
    bodies: list[Element] = page.root.xpath(_BODIES)
    for element in (*bodies, *_around(page, headline)):
        said = _said(outline, element)
        teasers = [a for a in page.root.iter("article") if a is not element and _is_teaser(a)]
        others = _said(outline, start) - sum(_said(outline, each) for each in teasers)
        if said and said > _LEAST * others:
            return element
    return None


def _around(page: Page, headline: Element | None) -> list[Element]:
    """The elements marked as articles that hold the headline, the innermost first."""
    found: list[Element] = page.root.xpath(_ARTICLES)
    return [each for each in reversed(found) if _holds(each, headline)]


def _said(outline: Outline, element: Element) -> int:
    """How many characters an element holds beside headings and links, however short its lines."""
    blocks = outline.within(element)
    return sum(b.length - b.linked for b in blocks if b.element.tag not in _HEADINGS)


def _is_teaser(element: Element) -> bool:
    """Whether the first heading in an element leads elsewhere."""
    first = next(element.iter(*_HEADINGS), None)
    if first is None or element.tag == "body":
        return False
    around = any(outer.tag == "a" for outer in first.iterancestors())
    return around or first.find(".//a[@href]") is not None


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
    if own is not None and totals[own] > _LEAST * total:
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


def _narrowed(root: Element, outline: Outline) -> Element:
    """The innermost element that still holds nearly all of the text."""
    totals = outline.totals
    limit = _MOST * totals.get(root, 0.0)
    while True:
        inner = _fullest(root, totals)
        if inner is None or totals[inner] < limit or inner.tag in ("p", "li", "span", "td"):
            return root
        if any(_is_part(each, inner, outline) for each in root if each is not inner):
            return root
        root = inner


def _is_part(element: Element, inner: Element, outline: Outline) -> bool:
    """Whether both are sections of one make, and this one has a heading and paragraphs."""
    if element.tag != "section" or inner.tag != "section":
        return False
    if element.get("class") != inner.get("class") or element.find("./h2") is None:
        return False
    blocks = outline.within(element)
    return any(b.element.tag == "p" and b.length > 2 * b.linked for b in blocks)


def _whole(text: Element, headline: Element | None, start: Element) -> Element:
    """The innermost element around the text that holds the headline too."""
    if headline is None:
        return start
    around = {text, *text.iterancestors()}
    whole = next((e for e in headline.iterancestors() if e in around), start)
    articles = [e for e in (whole, *whole.iterancestors()) if e.tag == "article"]
    # A picture may stand over the headline; an article that holds others is none.
    return articles[0] if articles and articles[0].find(".//article") is None else whole

"""Rules about the structure of pages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsmodel.formats.html.checking.base import Line, PageFinding, page_rule
from newsmodel.formats.html.checking.page import Page, line_of
from newsmodel.formats.html.elements import Element
from newsmodel.model import Severity
from newsmodel.validation.base import shortened

_DOCTYPE = re.compile(
    r"\s*(?:<!--(?:(?!-->).)*+-->\s*+)*+<!doctype\s+html\b", re.IGNORECASE | re.DOTALL
)
_CHARSET = re.compile(r"<meta\b[^>]{0,500}\bcharset\s*=", re.IGNORECASE)
_INTERACTIVE = frozenset("a button select textarea label iframe".split())


@page_rule("unreadable", severity=Severity.ERROR, source="HTML, 13", example="")
def unreadable(page: Page) -> Iterable[PageFinding]:
    """What holds no markup, or is in no known encoding, is no page; nothing else is said."""
    return ()


@page_rule(
    "doctype-missing",
    source="HTML, 13.1.1",
    example="<html lang=en><title>Ferry</title><h1>Ferry</h1>",
)
def doctype_missing(page: Page) -> Iterable[PageFinding]:
    """Without it browsers imitate the faults of those of the nineties."""
    if not _DOCTYPE.match(page.text.lstrip("\ufeff")):
        yield Line(1), "the page does not begin with <!DOCTYPE html>: put it first"


@page_rule("charset-missing", source="HTML, 4.2.5.4", example="<!DOCTYPE html><title>Ferry</title>")
def charset_missing(page: Page) -> Iterable[PageFinding]:
    """Browsers guess the encoding of a page that does not name it, and guess wrong."""
    if not page.text.startswith("\ufeff") and not _CHARSET.search(page.text[:4096]):
        yield (
            None,
            'the page does not begin with its encoding: put <meta charset="utf-8"> into its head',
        )


@page_rule(
    "title-missing",
    severity=Severity.ERROR,
    source="WCAG 2.2, 2.4.2; HTML, 4.2.2",
    example="<!DOCTYPE html><title> </title>",
)
def title_missing(page: Page) -> Iterable[PageFinding]:
    """The title is what tabs, bookmarks and search results show."""
    if not any(line_of(node) for node in _titles(page)):
        yield None, "the page has no title: write one, beginning with the headline"


@page_rule(
    "title-repeated", source="HTML, 4.2.2", example="<title>Ferry</title><title>Boat</title>"
)
def title_repeated(page: Page) -> Iterable[PageFinding]:
    """Of two titles nobody knows which counts."""
    for node in _titles(page)[1:]:
        yield node, f"there is another title, {shortened(line_of(node))}: keep one"


def _titles(page: Page) -> list[Element]:
    """The titles of the page, not those of drawings in it."""
    return [n for n in page.all("title") if not any(True for _ in n.iterancestors("svg"))]


@page_rule(
    "h1-missing",
    source="HTML, 4.3.11; WCAG 2.2, 2.4.6",
    example="<!DOCTYPE html><h2>Ferry</h2>",
)
def h1_missing(page: Page) -> Iterable[PageFinding]:
    """The headline is the heading of the first level, and screen readers jump to it."""
    if not any(level == 1 and _says(node) for level, node in page.headings):
        yield None, "no heading is an h1: make the headline one"


@page_rule(
    "h1-repeated",
    severity=Severity.INFO,
    source="HTML, 4.3.11",
    example="<h1>Ferry</h1><h1>Boat</h1>",
)
def h1_repeated(page: Page) -> Iterable[PageFinding]:
    """One headline is the headline."""
    found = [node for level, node in page.headings if level == 1]
    for node in found[1:]:
        yield node, f"{shortened(line_of(node))} is a second h1: make it an h2"


@page_rule(
    "heading-skipped",
    source="WCAG 2.2, 1.3.1; HTML, 4.3.11",
    example="<h1>Ferry</h1><h4>Fares</h4>",
)
def heading_skipped(page: Page) -> Iterable[PageFinding]:
    """Who listens to a page goes from heading to heading, and a missing level sounds like a gap."""
    above = 0
    for level, node in page.headings:
        if above and level > above + 1:
            yield (
                node,
                (
                    f"an h{level}, {shortened(line_of(node))}, follows an h{above}: make it an "
                    f"h{above + 1}"
                ),
            )
        above = level


@page_rule("heading-empty", source="WCAG 2.2, 2.4.6", example="<h1>Ferry</h1><h2></h2>")
def heading_empty(page: Page) -> Iterable[PageFinding]:
    """A heading without words is announced and says nothing."""
    for level, node in page.headings:
        if not _says(node):
            yield node, f"an h{level} is empty: write it, or take it out"


def _says(node: Element) -> bool:
    """Whether there is anything to hear of an element."""
    named = node.get("aria-label") or node.get("aria-labelledby") or node.get("title")
    return bool(named or line_of(node)) or any(i.get("alt") for i in node.iter("img", "input"))


@page_rule(
    "main-missing",
    source="WCAG 2.2, technique ARIA11; HTML, 4.4.14",
    example="<body><h1>Ferry</h1></body>",
)
def main_missing(page: Page) -> Iterable[PageFinding]:
    """Screen readers skip from the menus to the main part, if they know which it is."""
    if not page.all("main") and not any(n.get("role") == "main" for n in page.elements):
        yield None, "no part of the page is its <main>: put the article into one"


@page_rule("main-repeated", source="HTML, 4.4.14", example="<main>a</main><main>b</main>")
def main_repeated(page: Page) -> Iterable[PageFinding]:
    """There is one main part."""
    for node in page.visible("main")[1:]:
        yield node, "there is a second <main>: make it a <section> or a <div>"


@page_rule(
    "article-missing",
    severity=Severity.INFO,
    source="HTML, 4.3.2",
    example="<main><h1>Ferry</h1></main>",
)
def article_missing(page: Page) -> Iterable[PageFinding]:
    """Readers' programs, and those who collect news, look for the story in an <article>."""
    if not page.all("article") and not any(n.get("role") == "article" for n in page.elements):
        yield None, "no part of the page is an <article>: put the story into one"


@page_rule("id-repeated", source="HTML, 3.2.6", example="<p id=a>1</p><p id=a>2</p>")
def id_repeated(page: Page) -> Iterable[PageFinding]:
    """Links and labels find the first element of an id and never the second."""
    for id, nodes in page.ids.items():
        if len(nodes) > 1:
            again = "once more" if len(nodes) == 2 else f"{len(nodes) - 1} times more"
            yield nodes[1], f"the id {shortened(id)} is given {again}: give each its own"


@page_rule(
    "interactive-nested",
    source="HTML, 4.5.1 and 4.10.6 (content models)",
    example='<a href="https://example.com/"><button>Buy</button></a>',
)
def interactive_nested(page: Page) -> Iterable[PageFinding]:
    """A button in a link does one thing or the other, in each browser another."""
    for node in page.seen:
        if node.tag in _INTERACTIVE and node.tag != "label" and (held := _holder(node)) is not None:
            yield node, f"<{node.tag!s}> stands inside <{held.tag!s}>: put one beside the other"


def _holder(node: Element) -> Element | None:
    """The link or button that holds an element."""
    outer = node.iterancestors("a", "button")
    return next((n for n in outer if n.tag == "button" or n.get("href") is not None), None)


@page_rule(
    "table-header-missing",
    source="WCAG 2.2, 1.3.1 and technique H51",
    example="<table><tr><td>Fare<td>20<tr><td>Time<td>9:00</table>",
)
def table_header_missing(page: Page) -> Iterable[PageFinding]:
    """Without headers a table read aloud is a row of numbers."""
    for node in page.visible("table"):
        layout = node.get("role") in ("presentation", "none") or any(True for _ in node.iter("th"))
        rows = [row for row in node.iter("tr") if len(row) > 1]
        inner = any(True for _ in node.iterdescendants("table"))
        if not layout and len(rows) > 1 and not inner:
            yield (
                node,
                "no cell of the table is a <th>: mark those that name their row or column",
            )


@page_rule(
    "frame-title-missing",
    source="WCAG 2.2, 4.1.2 and technique H64",
    example='<iframe src="https://video.example/1"></iframe>',
)
def frame_title_missing(page: Page) -> Iterable[PageFinding]:
    """Who cannot see what is embedded must be told before entering it."""
    for node in page.all("iframe"):
        hidden = node.get("hidden") is not None or node.get("aria-hidden") == "true"
        tiny = node.get("width") in ("0", "1") or node.get("height") in ("0", "1")
        styled = "display:none" in (node.get("style") or "").replace(" ", "").lower()
        unseen = any(True for _ in node.iterancestors("noscript", "template"))
        if not (hidden or tiny or styled or unseen or _says(node)):
            yield node, "a frame has no title: say in `title` what it shows"


@page_rule(
    "zoom-forbidden",
    source="WCAG 2.2, 1.4.4 and failure F69",
    example='<meta name=viewport content="width=device-width, user-scalable=no">',
)
def zoom_forbidden(page: Page) -> Iterable[PageFinding]:
    """Who sees badly makes the letters larger, if the page lets them."""
    for name, content, node in page.metas:
        said = content.replace(" ", "").lower()
        if name == "viewport" and re.search(
            r"user-scalable=(?:no|0)|maximum-scale=1(?:\.0*)?(?![\d.])", said
        ):
            yield node, "readers may not enlarge the page: take user-scalable and maximum-scale out"

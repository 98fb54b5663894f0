"""Rules about pictures and links in pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from lxml import etree

from newsmodel.captions import parse_caption
from newsmodel.formats.html.checking.base import PageFinding, page_rule
from newsmodel.formats.html.checking.page import Page, line_of
from newsmodel.formats.html.elements import Element
from newsmodel.model import Severity
from newsmodel.validation.alt_texts import says_nothing, says_same
from newsmodel.validation.base import shortened
from newsmodel.validation.rules.addresses import malformed, misspelt, told, unsafe_scheme
from newsmodel.validation.vocabulary import vague

_NOTHING = re.compile(
    r"\s*javascript:\s*(?:void\s*\(?\s*0?\s*\)?|;|//|return false|undefined)?\s*;?\s*",
    re.IGNORECASE,
)
_CREDIT = re.compile("credit|copyright|author|photographer", re.IGNORECASE)
"""How elements are named that say whose a picture is."""
_LOADING = frozenset("script iframe img source video audio link object".split())


# ------------------------------------------------------------------ pictures
@page_rule(
    "alt-missing",
    severity=Severity.ERROR,
    source="WCAG 2.2, 1.1.1; HTML, 4.8.4.4",
    example='<img src="https://example.com/ferry.jpg">',
)
def alt_missing(page: Page) -> Iterable[PageFinding]:
    """Those who cannot see a picture are told what it shows; alt="" says it is mere ornament."""
    for node in page.visible("img"):
        named = node.get("aria-label") or node.get("aria-labelledby") or node.get("title")
        ornament = node.get("role") in ("presentation", "none")
        if node.get("alt") is None and not named and not ornament:
            yield node, 'a picture has no alternative text: say in `alt` what it shows, or alt=""'


@page_rule(
    "alt-says-nothing",
    source="WCAG 2.2, failure F30",
    example='<img src="https://example.com/1.jpg" alt="IMG_2041.jpg">',
)
def alt_says_nothing(page: Page) -> Iterable[PageFinding]:
    """A file's name, or the word for picture, tells nobody what is seen."""
    for node in page.visible("img"):
        alt = (node.get("alt") or "").strip()
        if alt and says_nothing(alt):
            yield node, f"the alternative text {shortened(alt)} says nothing: say what is seen"


@page_rule(
    "alt-repeats-caption",
    source="HTML, 4.8.4.4",
    example='<figure><img src="a.jpg" alt="A ferry"><figcaption>A ferry</figcaption></figure>',
)
def alt_repeats_caption(page: Page) -> Iterable[PageFinding]:
    """Screen readers read both aloud: the same words twice help nobody."""
    for figure in page.visible("figure"):
        shown = figure.iter("figcaption")
        captions = [line for node in shown for line in _told_in(node, page.language)]
        for node in figure.iter("img"):
            if says_same(node.get("alt") or "", *captions):
                yield node, "the alternative text repeats the caption: say what is seen instead"


def _told_in(caption: Element, language: str | None) -> Iterator[str | None]:
    """What a figcaption says, and the same without the credit that stands in it."""
    line = line_of(caption)
    yield from (line, parse_caption(line, language).text)
    parts: list[str | None] = []
    walk = etree.iterwalk(caption, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            parts.append(node.tail if node is not caption else "")
        elif _is_credit(node):
            walk.skip_subtree()
        else:
            parts.append(node.text)
    yield " ".join("".join(filter(None, parts)).split())


def _is_credit(node: Element) -> bool:
    named = f"{node.get('class') or ''} {node.get('itemprop') or ''}"
    return node.tag in ("small", "cite") or _CREDIT.search(named) is not None


@page_rule(
    "caption-missing",
    severity=Severity.INFO,
    source="HTML, 4.4.12",
    example='<article><figure><img src="a.jpg" alt="A ferry"></figure></article>',
)
def caption_missing(page: Page) -> Iterable[PageFinding]:
    """A caption tells readers who and what they see, and whose picture it is."""
    for figure in page.visible("figure"):
        shows = any(node.get("alt") for node in figure.iter("img"))
        inner = any(True for _ in figure.iterdescendants("figure"))
        teaser = any(True for _ in figure.iterancestors("a", "nav", "aside", "header", "footer"))
        if shows and not inner and not teaser and next(figure.iter("figcaption"), None) is None:
            yield figure, "a figure has no <figcaption>: say what the picture shows and whose it is"


@page_rule(
    "caption-misplaced",
    source="HTML, 4.4.13",
    example="<figcaption>A ferry</figcaption>",
)
def caption_misplaced(page: Page) -> Iterable[PageFinding]:
    """A figcaption belongs to the figure that directly holds it, first or last."""
    for node in page.visible("figcaption"):
        if next(node.iterancestors("figure"), None) is None:
            yield node, "a <figcaption> stands outside a <figure>: put picture and caption into one"


@page_rule(
    "picture-size-missing",
    severity=Severity.INFO,
    source="HTML, 4.8.17 (dimension attributes)",
    example='<img src="https://example.com/a.jpg" alt="A ferry">',
)
def picture_size_missing(page: Page) -> Iterable[PageFinding]:
    """While pictures load, text jumps away under the reader's finger."""
    nodes = [
        n for n in page.visible("img") if n.get("src") and not (n.get("width") and n.get("height"))
    ]
    if nodes:
        count = "a picture has" if len(nodes) == 1 else f"{len(nodes)} pictures have"
        yield nodes[0], f"{count} no width and height: give both, in pixels"


# ------------------------------------------------------------------ links
@page_rule(
    "link-text-missing",
    source="WCAG 2.2, 2.4.4 and 4.1.2",
    example='<a href="https://example.com/"><span class="icon"></span></a>',
)
def link_text_missing(page: Page) -> Iterable[PageFinding]:
    """Nobody who listens can tell where a link leads that says nothing."""
    for node in page.visible("a"):
        if node.get("href") is not None and node.get("tabindex") != "-1" and not _says(node):
            yield node, "a link has no text: say where it leads, in words or in `aria-label`"


def _says(node: Element) -> bool:
    named = any(node.get(name) for name in ("aria-label", "aria-labelledby", "title"))
    if named or line_of(node):
        return True
    inner = node.iter("img", "svg", "area", "input", "iframe", "video", "object", "span", "i")
    return any(
        n.get("alt") or n.get("aria-label") or n.get("title") or n.tag == "video" for n in inner
    )


@page_rule(
    "link-text-vague",
    severity=Severity.INFO,
    source="WCAG 2.2, 2.4.4 and failure F63",
    example='<p><a href="https://example.com/">click here</a></p>',
)
def link_text_vague(page: Page) -> Iterable[PageFinding]:
    """Who goes from link to link hears their texts alone."""
    for node in page.visible("a"):
        said = line_of(node).strip(" .:!>»→…").casefold()
        named = node.get("aria-label") or node.get("aria-labelledby")
        if node.get("href") and not named and said in vague("links"):
            yield node, f"the link text {shortened(line_of(node))} says not where it leads"


@page_rule(
    "address-unsafe",
    severity=Severity.ERROR,
    source="URL Standard; HTML, 7.4.2.3.2",
    example='<a href="javascript:alert(1)">Tickets</a>',
)
def address_unsafe(page: Page) -> Iterable[PageFinding]:
    """Some addresses run a script, or read a file, when somebody follows them."""
    for node, name, address in _addresses(page):
        scheme = unsafe_scheme(address)
        loaded = scheme != "javascript" and node.tag in _LOADING
        if scheme and not loaded and not _NOTHING.fullmatch(address):
            what = "runs a script" if scheme.endswith("script") else "is not to be followed"
            yield node, f"`{name}` begins with {scheme}: and {what}: give an address with https:"


@page_rule(
    "link-as-button",
    severity=Severity.INFO,
    source="WCAG 2.2, failure F42",
    example='<a href="javascript:void(0)">Share</a>',
)
def link_as_button(page: Page) -> Iterable[PageFinding]:
    """A link that leads nowhere is announced as one all the same."""
    nodes = [n for n in page.all("a", "area") if _NOTHING.fullmatch(n.get("href") or "")]
    if nodes:
        count = "a link leads" if len(nodes) == 1 else f"{len(nodes)} links lead"
        yield nodes[0], f"{count} nowhere, but to a script: use a <button>"


@page_rule(
    "address-insecure",
    source="Mixed Content (W3C), 3 and 4",
    example='<link rel=canonical href="https://example.com/a">'
    '<img alt="" src="http://example.com/a.jpg">',
)
def address_insecure(page: Page) -> Iterable[PageFinding]:
    """Browsers do not load what an encrypted page asks for in the open."""
    for node, name, address in _addresses(page) if page.is_secure else ():
        loaded = name in ("src", "data", "poster") or _is_loaded(node)
        if loaded and node.tag != "a" and address.lower().startswith("http:"):
            yield node, f"{shortened(address)} is loaded unencrypted: ask for it with https:"


def _is_loaded(node: Element) -> bool:
    rel = (node.get("rel") or "").lower().split()
    return node.tag == "link" and bool(
        {"stylesheet", "preload", "icon", "modulepreload"} & set(rel)
    )


@page_rule(
    "address-malformed",
    severity=Severity.INFO,
    source="URL Standard, 4.1",
    example='<a href="https://example .com/">Tickets</a>',
)
def address_malformed(page: Page) -> Iterable[PageFinding]:
    """An address that cannot be read leads nowhere."""
    for node, name, address in _addresses(page):
        stripped = address.strip()
        web = stripped.lower().startswith(("http:", "https:"))
        if reason := malformed(stripped) if web else misspelt(stripped):
            yield node, f"`{name}`, {told(stripped)}, is no address: {reason}"


def _addresses(page: Page) -> Iterator[tuple[Element, str, str]]:
    """Every address an element links to or loads."""
    for node in page.elements:
        for name in ("href", "src", "action", "formaction", "poster", "data", "cite"):
            value = node.get(name)
            if value and (name != "data" or node.tag == "object"):
                yield node, name, value


@page_rule(
    "anchor-unresolved",
    severity=Severity.INFO,
    source="HTML, 7.4.6.4",
    example='<a href="#fares">Fares</a>',
)
def anchor_unresolved(page: Page) -> Iterable[PageFinding]:
    """A link to a place in the page needs the place."""
    places = {*page.ids, *(node.get("name") for node in page.all("a"))}
    for node in page.visible("a"):
        href = (node.get("href") or "").strip()
        wanted = {href[1:], unquote(href[1:])}
        known = not wanted.isdisjoint(places) or href in ("#", "#top")
        if href.startswith("#") and not known and not href.startswith(("#/", "#!", "#:~")):
            yield node, f"nothing in the page has the id of {shortened(href)}: correct the link"

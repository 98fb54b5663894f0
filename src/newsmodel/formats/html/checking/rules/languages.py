"""Rules about the languages of pages, and links between language versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from newsmodel.formats.html.checking.base import PageFinding, page_rule
from newsmodel.formats.html.checking.page import Page, joined, line_of, same_page
from newsmodel.formats.html.elements import Element
from newsmodel.language import is_registered
from newsmodel.language.doubt import UNKNOWN, other_language
from newsmodel.model import Severity
from newsmodel.model.tags import name_one_language
from newsmodel.validation.base import shortened
from newsmodel.validation.tags import named, remedy_for, understood

_BLOCKS = ("p", "div", "section", "blockquote", "li", "td", "article", "main", "body")
_NO_TEXT = ("script", "style", "template", "noscript", "textarea", "svg")
_LINE, _STORY = 40, 200  # characters of what is no label, and no teaser

HREFLANG = "Google Search Central, localized versions of your pages"


@page_rule(
    "language-missing",
    severity=Severity.ERROR,
    source="WCAG 2.2, 3.1.1",
    example="<html><title>Ferry</title></html>",
)
def language_missing(page: Page) -> Iterable[PageFinding]:
    """Screen readers, translators and search engines must know the language."""
    if page.root.tag == "html" and not page.language:
        yield page.root, 'the page does not say its language: write <html lang="…">'


@page_rule(
    "language-unregistered",
    severity=Severity.ERROR,
    source="WCAG 2.2, 3.1.1 and 3.1.2; BCP 47",
    example='<html lang="ua"><title>Пором</title></html>',
)
def language_unregistered(page: Page) -> Iterable[PageFinding]:
    """A tag that nobody has registered tells programs nothing; `ua` is a country."""
    said: set[str] = set()
    for node in page.elements:
        tag = (node.get("lang") or "").strip()
        if tag and tag not in said and not _is_registered(tag):
            said.add(tag)
            yield node, f"{shortened(tag)} is not a registered language tag: {remedy_for(tag)}"


def _is_registered(tag: str) -> bool:
    """Whether browsers and search engines know a tag: its parts are parted by hyphens."""
    return "_" not in tag and is_registered(tag)


@page_rule(
    "language-doubtful",
    source="WCAG 2.2, 3.1.1",
    example='<html lang="en"><main><p>Пором знову ходитиме через річку, і це добре для тих, хто '
    "живе на тому березі та їздить на роботу.</p></main></html>",
)
def language_doubtful(page: Page) -> Iterable[PageFinding]:
    """A wrong language is worse than none: the page is read out and found in it."""
    holder, text = _story(page)
    tag = _own_language(holder)
    if tag and (found := other_language(text, understood(tag))):
        like = "another language" if found == UNKNOWN else f"{found!r}{named(found)}"
        yield holder, f"the page says it is in {tag!r}, but reads like {like}"


def _story(page: Page) -> tuple[Element | None, str]:
    """The element that names the language of what a page is read for, and the text of that.

    It is the longest article; where none has any text to speak of, as teasers have none, what else
    the page holds.
    """
    found: list[tuple[Element | None, str]] = []
    for name in ("article", "main", "body"):
        texts = [_text_of(outer) for outer in page.all(name)]
        found += sorted(texts, key=_length, reverse=True)[:1]
        if found and _length(found[-1]) > _STORY:
            return found[-1]
    return max(found, key=_length, default=(None, ""))


def _length(text: tuple[Element | None, str]) -> int:
    return len(text[1])


def _text_of(outer: Element) -> tuple[Element | None, str]:
    """The element that names the language of one, and its lines in that language."""
    holder = _language_holder(outer)
    tag = _own_language(holder)
    paragraphs = _lines(outer.iter("p"), tag)
    if len(paragraphs) > _STORY:
        return holder, paragraphs
    return holder, max(paragraphs, _lines(_innermost(outer), tag), key=len)


def _innermost(outer: Element) -> Iterator[Element]:
    """The elements with lines of text of their own, whatever their names."""
    for node in outer.iter(*_BLOCKS):
        if next(node.iterdescendants(*_BLOCKS, *_NO_TEXT), None) is None:
            yield node


def _lines(nodes: Iterable[Element], tag: str) -> str:
    lines = (line_of(node) for node in nodes if _is_in(node, tag))
    return "\n".join(line for line in lines if len(line) > _LINE)


def _language_holder(node: Element) -> Element | None:
    """The element that names the language of one: itself or the nearest around it."""
    around = (each for each in (node, *node.iterancestors()) if _own_language(each))
    return next(around, None)


def _own_language(node: Element | None) -> str:
    return "" if node is None else (node.get("lang") or "").strip()


def _is_in(node: Element, tag: str) -> bool:
    """Whether an element is in a language by what it or the nearest around it says."""
    return _own_language(_language_holder(node)).lower() == tag.lower()


def alternates(page: Page, root: Element | None = None) -> list[tuple[str, str, Element]]:
    """The language versions a page names in its head: tag, address, element."""
    links = (page.root if root is None else root).iter("link")
    return [
        (n.get("hreflang", "").strip(), (n.get("href") or "").strip(), n)
        for n in links
        if n.get("hreflang") and n.get("href") and _is_of_language(n)
    ]


def _is_of_language(link: Element) -> bool:
    """Whether a link is to a version in a language: no feed, and no page for other screens."""
    kind = (link.get("type") or "html").lower()
    return (
        "alternate" in (link.get("rel") or "").lower() and "html" in kind and not link.get("media")
    )


@page_rule(
    "hreflang-unregistered",
    severity=Severity.ERROR,
    source=HREFLANG,
    example='<link rel=alternate hreflang="ua" href="https://example.com/ua">',
)
def hreflang_unregistered(page: Page) -> Iterable[PageFinding]:
    """Versions in a language nobody knows are shown to nobody."""
    anchors = [(n.get("hreflang", "").strip(), n.get("href") or "", n) for n in page.all("a")]
    for tag, _, node in [*alternates(page), *(a for a in anchors if a[0])]:
        if tag.lower() != "x-default" and not _is_registered(tag):
            said = f"hreflang {shortened(tag)} is no registered language tag"
            yield node, f"{said}: {remedy_for(tag)}"


@page_rule(
    "hreflang-relative",
    severity=Severity.ERROR,
    source=HREFLANG,
    example='<link rel=alternate hreflang="uk" href="/uk">',
)
def hreflang_relative(page: Page) -> Iterable[PageFinding]:
    """Addresses of language versions are given whole."""
    for tag, href, node in alternates(page):
        if not href.lower().startswith(("http://", "https://")):
            yield node, f"the address of the {tag!r} version is not whole: begin with https://"


@page_rule(
    "hreflang-self-missing",
    source=HREFLANG,
    example='<link rel=canonical href="https://example.com/en">'
    '<link rel=alternate hreflang="uk" href="https://example.com/uk">'
    '<link rel=alternate hreflang="pl" href="https://example.com/pl">',
)
def hreflang_self_missing(page: Page) -> Iterable[PageFinding]:
    """Each version names itself too, or the whole set may be ignored."""
    every = alternates(page)
    found = [pair for pair in every if pair[0].lower() != "x-default"]
    if page.url and found and not any(page.is_at(href) for _, href, _ in every):
        yield found[0][2], "the versions named leave out this page itself: add it to them"


@page_rule(
    "hreflang-default-missing",
    severity=Severity.INFO,
    source=HREFLANG,
    example='<link rel=alternate hreflang="uk" href="https://example.com/uk">'
    '<link rel=alternate hreflang="pl" href="https://example.com/pl">',
)
def hreflang_default_missing(page: Page) -> Iterable[PageFinding]:
    """Readers of other languages are shown the version called x-default."""
    found = alternates(page)
    if len({tag.lower() for tag, _, _ in found}) > 1 and "x-default" not in {
        tag.lower() for tag, _, _ in found
    }:
        yield found[0][2], 'no version is the one for everybody else: name one hreflang="x-default"'


@page_rule(
    "hreflang-repeated",
    source=HREFLANG,
    example='<link rel=alternate hreflang="uk" href="https://example.com/uk">'
    '<link rel=alternate hreflang="uk" href="https://example.com/ua">',
)
def hreflang_repeated(page: Page) -> Iterable[PageFinding]:
    """One language has one version."""
    seen: dict[str, str] = {}
    for tag, href, node in alternates(page):
        if seen.setdefault(tag.lower(), href) != href:
            yield node, f"there is another address for {tag!r}: keep one"


@page_rule(
    "hreflang-contradicted",
    source=HREFLANG,
    example='<html lang="en"><link rel=canonical href="https://example.com/a">'
    '<link rel=alternate hreflang="uk" href="https://example.com/a"></html>',
)
def hreflang_contradicted(page: Page) -> Iterable[PageFinding]:
    """A page is in the language it says it is in."""
    own = understood(page.language or "")
    for url in dict.fromkeys(filter(None, (page.url, page.canonical))) if own else ():
        here = [
            (tag, node)
            for tag, href, node in alternates(page)
            if tag.lower() != "x-default" and same_page(joined(url, href), url)
        ]
        if here and not any(name_one_language(tag, own) for tag, _ in here):
            tag, node = here[0]
            yield node, f"the page is in {page.language!r}, and here it is called {tag!r}"
            return


@page_rule(
    "hreflang-home",
    severity=Severity.INFO,
    source=HREFLANG,
    example='<link rel=canonical href="https://example.com/ferry">'
    '<link rel=alternate hreflang="uk" href="https://uk.example.com/">',
)
def hreflang_home(page: Page) -> Iterable[PageFinding]:
    """A home page is no translation of an article."""
    for tag, href, node in alternates(page) if _path(page.url) else ():
        if not _path(href) and href.lower().startswith("http"):
            yield node, f"the {tag!r} version is a home page: name the article's own, or none"


def _path(url: str | None) -> str:
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return "?"
    return parts.path.strip("/") + parts.query


@page_rule(
    "hreflang-not-mutual",
    source=HREFLANG,
    example='<link rel=canonical href="https://example.com/en">'
    '<link rel=alternate hreflang="uk" href="https://example.com/uk">',
)
def hreflang_not_mutual(page: Page) -> Iterable[PageFinding]:
    """Versions that do not link back may be ignored; told only of pages that are given."""
    for tag, href, node in alternates(page) if page.url else ():
        for address, root in page.others.items():
            if same_page(href, address) and not _links_to(page, root, address):
                yield node, f"the {tag!r} version does not link back: name this page in it"


def _links_to(page: Page, root: Element, address: str) -> bool:
    """Whether another page names this one as a version, or is this one."""
    back = [joined(address, href) for _, href, _ in alternates(page, root)]
    return page.is_at(address) or any(map(page.is_at, back))


@page_rule(
    "open-graph-language",
    severity=Severity.INFO,
    source="Open Graph protocol, og:locale",
    example='<html lang="uk"><meta property="og:locale" content="en_US"></html>',
)
def open_graph_language(page: Page) -> Iterable[PageFinding]:
    """One page, one language."""
    for name, content, node in page.metas:
        said = content if name == "og:locale" and content else None
        own = understood(page.language or "")
        if said and own and not name_one_language(said, own):
            yield node, f"og:locale is {said!r}, and the page in {page.language!r}: make them one"

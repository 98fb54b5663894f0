"""Rules about what a page tells programs of itself."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from newsmodel.formats.html.checking.base import PageFinding, page_rule
from newsmodel.formats.html.checking.page import Page, same_page
from newsmodel.model import Severity
from newsmodel.validation.base import shortened

_OPEN_GRAPH = ("og:title", "og:type", "og:image", "og:url")


@page_rule(
    "canonical-missing",
    source="Google Search Central, canonical URLs; RFC 6596",
    example="<title>Ferry</title>",
)
def canonical_missing(page: Page) -> Iterable[PageFinding]:
    """Of several addresses of one page, one is shown: say which."""
    if not page.links("canonical"):
        yield None, 'the page has no canonical address: add <link rel="canonical" href="https://…">'


@page_rule(
    "canonical-repeated",
    severity=Severity.ERROR,
    source="RFC 6596, 3",
    example='<link rel=canonical href="https://example.com/a">'
    '<link rel=canonical href="https://example.com/b">',
)
def canonical_repeated(page: Page) -> Iterable[PageFinding]:
    """Of two canonical addresses neither counts."""
    nodes = page.links("canonical")
    for node in nodes[1:]:
        if (node.get("href") or "").strip() != (nodes[0].get("href") or "").strip():
            yield node, "there is another canonical address: keep one"


@page_rule(
    "canonical-relative",
    source="Google Search Central, canonical URLs",
    example='<link rel=canonical href="/a">',
)
def canonical_relative(page: Page) -> Iterable[PageFinding]:
    """A relative address is canonical for each copy of the page anew."""
    for node in page.links("canonical"):
        if not _is_absolute(node.get("href") or ""):
            yield node, f"the canonical address {shortened(node.get('href') or '')} is not whole"


def _is_absolute(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


@page_rule(
    "description-missing",
    source="Google Search Central, meta descriptions",
    example="<title>Ferry</title>",
)
def description_missing(page: Page) -> Iterable[PageFinding]:
    """The description is what is shown under the headline in search results."""
    if not page.meta("description"):
        yield None, 'there is no description: add <meta name="description" content="…">'


@page_rule("open-graph-missing", source="Open Graph protocol", example="<title>Ferry</title>")
def open_graph_missing(page: Page) -> Iterable[PageFinding]:
    """What is shown where the page is shared comes from its Open Graph metadata."""
    missing = [name for name in _OPEN_GRAPH if not page.meta(name)]
    if missing:
        yield (
            None,
            f"shared, the page will show badly: add <meta property> for {', '.join(missing)}",
        )


@page_rule(
    "open-graph-type",
    severity=Severity.INFO,
    source="Open Graph protocol, article",
    example='<meta property="og:type" content="website">',
)
def open_graph_type(page: Page) -> Iterable[PageFinding]:
    """An article says that it is one."""
    for name, content, node in page.metas:
        if name == "og:type" and content and "article" not in content and "video" not in content:
            yield node, f"og:type is {shortened(content)}: for news it is article"


@page_rule(
    "open-graph-relative",
    source="Open Graph protocol",
    example='<meta property="og:image" content="/ferry.jpg">',
)
def open_graph_relative(page: Page) -> Iterable[PageFinding]:
    """A relative address leads nowhere from the place where the page is shared."""
    for name, content, node in page.metas:
        if (
            name in ("og:url", "og:image", "twitter:image")
            and content
            and not _is_absolute(content)
        ):
            yield node, f"{name} is {shortened(content)}: give the whole address, https://…"


@page_rule(
    "open-graph-address-differs",
    source="Open Graph protocol; RFC 6596",
    example='<link rel=canonical href="https://example.com/a">'
    '<meta property="og:url" content="https://example.com/b">',
)
def open_graph_address_differs(page: Page) -> Iterable[PageFinding]:
    """Shares are counted for one address and found under another."""
    said = page.meta("og:url")
    if said and page.canonical and _is_absolute(said) and not same_page(said, page.canonical):
        yield None, f"og:url, {shortened(said, 60)}, is not the canonical address: make them one"


@page_rule(
    "not-indexed",
    source="Google Search Central, robots meta tag",
    example='<meta name="robots" content="noindex">',
)
def not_indexed(page: Page) -> Iterable[PageFinding]:
    """Perhaps left over from the test site."""
    for name, content, node in page.metas:
        words = content.lower().replace(" ", "").split(",")
        if name in ("robots", "googlebot", "googlebot-news") and {"noindex", "none"} & set(words):
            yield node, f"{name} keeps the page out of search results: take it out, if not meant"


@page_rule(
    "preview-small",
    severity=Severity.INFO,
    source="Google Search Central, robots meta tag: max-image-preview",
    example='<meta name="robots" content="index">',
)
def preview_small(page: Page) -> Iterable[PageFinding]:
    """Large pictures are shown only with leave."""
    said = " ".join(c for n, c, _ in page.metas if n in ("robots", "googlebot")).lower()
    if "max-image-preview:large" not in said.replace(" ", "") and "noindex" not in said:
        yield (
            None,
            (
                'search results show a small picture: add <meta name="robots" '
                'content="max-image-preview:large">'
            ),
        )


@page_rule(
    "card-missing",
    severity=Severity.INFO,
    source="X, cards markup",
    example="<title>Ferry</title>",
)
def card_missing(page: Page) -> Iterable[PageFinding]:
    """Without it X shows a bare link."""
    if not page.meta("twitter:card"):
        yield None, 'add <meta name="twitter:card" content="summary_large_image">'


@page_rule(
    "refreshed",
    source="WCAG 2.2, 2.2.1 and failure F41",
    example='<meta http-equiv="refresh" content="300">',
)
def refreshed(page: Page) -> Iterable[PageFinding]:
    """A page that reloads itself throws readers out of the paragraph they are in."""
    for node in page.all("meta"):
        inside = any(True for _ in node.iterancestors("noscript"))
        if (node.get("http-equiv") or "").lower() == "refresh" and not inside:
            yield node, "the page reloads itself: leave that to the reader"

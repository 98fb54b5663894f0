"""Pages of ours, as others look at them."""

from __future__ import annotations

import json
from typing import Any

import html5lib

from newsmodel.formats import html
from newsmodel.model import Article

__all__ = ["an_article", "linked", "links", "metas", "page_of", "seen", "with_class", "words"]


def seen(page: str) -> Any:
    """The page as a second reader, not ours, sees it."""
    return html5lib.parse(page, namespaceHTMLElements=False)


def an_article(*blocks: Any, **fields: Any) -> Article:
    fields = {"id": "urn:x:1", "language": "en", "headline": "Ferry to sail", **fields}
    return Article(body=blocks, **fields)


def page_of(*blocks: Any, **fields: Any) -> Any:
    return seen(html.dumps(an_article(*blocks, **fields)))


def words(element: Any) -> str:
    return "".join(element.itertext())


def metas(page: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or ""
        found.setdefault(name, []).append(meta.get("content", ""))
    return found


def with_class(page: Any, name: str) -> list[Any]:
    """The elements of a class, in order."""
    return [e for e in page.iter() if name in (e.get("class") or "").split()]


def links(page: Any) -> list[tuple[str, str]]:
    """The language versions a page names in its head."""
    return [(e.get("hreflang"), e.get("href")) for e in page.iter("link") if e.get("hreflang")]


def linked(page: Any) -> Any:
    """The linked data of a page."""
    scripts = [e for e in page.iter("script") if e.get("type") == "application/ld+json"]
    return json.loads(scripts[0].text) if scripts else None

"""Pages of no publisher, of the shapes that publishers' pages have."""

from __future__ import annotations

import json
from typing import Any

from newsmodel import Article
from newsmodel.formats import html

ADDRESS = "https://www.example.org/news/ferry-to-sail-again"
FERRY = (
    "The ferry across the river will sail again in spring, nine years after it was laid up.",
    "The crew has been hired, the engine is new, and the landing stage was mended in autumn.",
    "Tickets will cost as much as the bus does, the county said, and children travel for free.",
)
REST = (
    "The county paid for half of the work; the other half came from people who live on the banks.",
    "In winter the landing stage will be closed, as it always was when there was ice on the river.",
)
TEXT = "".join(f"<p>{words}</p>" for words in FERRY)
MORE = "".join(f"<p>{words}</p>" for words in REST)


def page(body: str = "", *, head: str = "", data: Any = None, lang: str = "en") -> str:
    """A page with a headline and a text, and whatever else is given."""
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    inner = (
        body if "<h1" in body else f"<article><h1>Ferry to sail again</h1>{body or TEXT}</article>"
    )
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>Ferry to sail again</title>{head}{script}</head><body>{inner}</body></html>"
    )


def news(**more: Any) -> dict[str, Any]:
    """A node of schema.org that describes an article."""
    known = {"@context": "https://schema.org", "@type": "NewsArticle"}
    return {**known, "headline": "Ferry to sail again", **more}


def read(markup: str | bytes, url: str | None = ADDRESS) -> Article:
    """The article of a page."""
    return html.loads(markup, url=url)


def read_with(data: Any = None, *, head: str = "", body: str = "") -> Article:
    """The article of a page with some data."""
    return read(page(body, head=head, data=data))

"""Whose an article is and what others may do with it, by all that its page says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsmodel.formats.html.webpages.named import concept
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.things import Thing, clean
from newsmodel.model import Link, Rights, Text
from newsmodel.model.base import changed

__all__ = ["rights", "rights_of"]

_NOTICES = "copyright dc.rights dcterms.rights dcterms.rightsholder".split()
_TERMS = "terms-of-service"
_PAGES = {
    "license": "license",
    "acquireLicensePage": "acquire-license-page",
    "usageInfo": _TERMS,
}
"""Properties whose values are pages or words, and how links to the pages are called."""
_MOST = 10


def rights(page: Page) -> Rights | None:
    """What the article's data say of rights, else what the head of the page does."""
    found = rights_of(page, page.article) or Rights()
    if not found.notices and (notice := page.meta(*_NOTICES)):
        found = changed(found, notices=[notice])
    found = changed(found, links=tuple(dict.fromkeys([*found.links, *_marked(page)])))
    return None if found == Rights() else found


def rights_of(page: Page, thing: Thing | None) -> Rights | None:
    """What a node says of the rights in what it describes."""
    graph = page.graph
    holders = (concept(page, v, "organisation") for v in graph.values(thing, "copyrightHolder"))
    terms: list[Text] = []
    links: list[Link] = []
    for rel, value in _statements(page, thing):
        words, href = _said(page, value)
        if words and (href is None or rel == _TERMS):
            terms.append(Text(value=words, href=href))
        elif href is not None:
            links.append(Link(rel=rel, href=href, title=words or None))
    found = Rights(
        holder=next(filter(None, holders), None),
        notices=graph.texts(thing, "copyrightNotice")[:_MOST],
        usage_terms=terms,
        links=tuple(dict.fromkeys(links)),
    )
    return None if found == Rights() else found


def _statements(page: Page, thing: Thing | None) -> Iterator[tuple[str, Any]]:
    """What the data say of a licence or terms, with the relation of a page that does."""
    for name, rel in _PAGES.items():
        for value in page.graph.values(thing, name)[:_MOST]:
            yield rel, value


def _said(page: Page, value: Any) -> tuple[str, str | None]:
    """The words of a statement, and the page that says it in full."""
    if isinstance(value, Mapping):
        text = page.graph.text
        address = page.address(text(value, "url") or text(value, "@id"))
        return text(value, "text") or text(value, "name") or "", address
    words = clean(value)
    if " " in words or "/" not in words:
        return words, None  # "CC BY 4.0"
    return "", page.address(words)


def _marked(page: Page) -> Iterator[Link]:
    """The licence that an element of the head leads to."""
    for each in page.root.iter("link"):
        marked = "license" in (each.get("rel") or "").lower().split()
        if marked and (href := page.address(each.get("href"))):
            yield Link(rel="license", href=href)

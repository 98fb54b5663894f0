"""Whose an article is and what others may do with it, by all that its page says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsmodel.formats.html.webpages.named import concept
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.things import clean
from newsmodel.model import Link, Rights, Text

__all__ = ["rights"]

_NOTICES = "copyright dc.rights dcterms.rights dcterms.rightsholder".split()
_PAGES = {"license": "license", "acquireLicensePage": "acquire-license-page"}
"""Properties whose values are pages, and how links to these are called."""
_MOST, _LONGEST = 10, 1000


def rights(page: Page) -> Rights | None:
    """What the article's data say of rights, else what the head of the page does."""
    graph, article = page.graph, page.article
    holders = (concept(page, v, "organisation") for v in graph.values(article, "copyrightHolder"))
    notices = graph.texts(article, "copyrightNotice") or [page.meta(*_NOTICES) or ""]
    terms = list(_terms(page))
    found = Rights(
        holder=next(filter(None, holders), None),
        notices=[each for each in notices if 0 < len(each) <= _LONGEST][:_MOST],
        usage_terms=[each for each in terms if each.value],
        links=tuple(dict.fromkeys(_links(page, terms)))[:_MOST],
    )
    return None if found == Rights() else found


def _terms(page: Page) -> Iterator[Text]:
    """Terms of use in words, with the page that says them in full."""
    for value in page.graph.values(page.article, "usageInfo")[:_MOST]:
        thing = value if isinstance(value, Mapping) else {"url": value}
        words = clean(thing.get("text")) or clean(thing.get("name"))
        href = page.address(page.graph.text(thing, "url") or page.graph.text(thing, "@id"))
        if href or words:
            yield Text(value=words[:_LONGEST], href=href)


def _links(page: Page, terms: list[Text]) -> Iterator[Link]:
    for name, rel in _PAGES.items():
        for told in page.graph.values(page.article, name)[:_MOST]:
            thing = told if isinstance(told, Mapping) else {"url": told}
            url = page.graph.text(thing, "url") or page.graph.text(thing, "@id")
            if href := page.address(url):
                yield Link(rel=rel, href=href)
    for each in page.root.iter("link"):
        marked = "license" in (each.get("rel") or "").lower().split()
        if marked and (href := page.address(each.get("href"))):
            yield Link(rel="license", href=href)
    for term in terms:
        if not term.value and term.href:
            yield Link(rel="terms-of-service", href=term.href)

"""Links to what else there is to read, edited in the library's own pages."""

from __future__ import annotations

from typing import Any

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats.html.elements import Element, line_of
from newsmodel.formats.html.pages.further import is_related
from newsmodel.model import Article, Link
from newsmodel.model.base import changed

__all__ = ["with_related"]


def with_related(article: Article, node: Element) -> Article:
    """The article with other titles and addresses where a page has as many links as before.

    Args:
        article: the article.
        node: the element that shows it.
    """
    shown = [link for link in article.links if is_related(link)]
    now = node.findall("footer/nav[@class='nm-related']/ul/li/a")
    if not shown or len(shown) != len(now):
        return article
    edited = {id(link): _edited(link, each) for link, each in zip(shown, now, strict=True)}
    links = tuple([edited.get(id(link), link) for link in article.links])
    return article if links == article.links else changed(article, links=links)


def _edited(link: Link, now: Element) -> Link:
    changes: dict[str, Any] = {}
    address, title = now.get("href"), line_of(now)
    if address and address != written_link(link.href or ""):
        changes["href"] = writable(address)
    if title and title != " ".join((link.title or link.text).split()):
        changes["title"] = title
    return changed(link, **changes) if changes else link

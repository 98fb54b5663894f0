"""Links to what else there is to read, edited in the library's own pages."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats.html.elements import Element, language_tag, line_of
from newsmodel.formats.html.pages.further import is_related
from newsmodel.model import Article, Link
from newsmodel.model.base import changed

__all__ = ["with_related"]


def with_related(article: Article, node: Element) -> Article:
    """The article with other titles and links where a page has as many links as before.

    Args:
        article: the article.
        node: the element that shows it.
    """
    shown = [link for link in article.links if is_related(link)]
    now = node.findall("footer/nav[@class='nm-related']/ul/li/a")
    if not shown or len(shown) != len(now):
        return article
    edited = iter(_in_order(shown, now))
    links = tuple([next(edited) if is_related(link) else link for link in article.links])
    return article if links == article.links else changed(article, links=links)


def _in_order(links: Sequence[Link], now: Sequence[Element]) -> list[Link]:
    """The links as a page shows them: those it still leads to, others in the places left."""
    left = list(links)
    same = [_taken(left, _address(each)) for each in now]
    others = iter(left)
    return [
        _replaced(next(others), each) if link is None else _retitled(link, each)
        for link, each in zip(same, now, strict=True)
    ]


def _address(now: Element) -> str | None:
    return written_link(now.get("href") or "")


def _taken(left: list[Link], address: str | None) -> Link | None:
    """The link of an address, which is then no more among those left."""
    for place, link in enumerate(left):
        if written_link(link.href or "") == address:
            return left.pop(place)
    return None


def _retitled(link: Link, now: Element) -> Link:
    title = line_of(now)
    if not title or title == " ".join((link.title or link.text).split()):
        return link
    return evolve(link, title=title)


def _replaced(link: Link, now: Element) -> Link:
    """A link in the place of another, of whose target nothing is true of this one's."""
    address, title = now.get("href"), line_of(now)
    if not address or not title:
        return link
    told, spoken = language_tag(now.get("hreflang")), now.find("bdi[@lang]")
    language = None if spoken is None else language_tag(spoken.get("lang"))
    return Link(
        href=writable(address),
        title=title,
        hreflang=told,
        language=None if language == told else language,
        rel=link.rel,
        rank=link.rank,
    )

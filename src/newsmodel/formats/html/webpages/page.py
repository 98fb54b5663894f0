"""A page of somebody else's, with what all readers of it share."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from urllib.parse import urljoin, urlsplit

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.urls import is_safe_link
from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.articles import main_article
from newsmodel.formats.html.webpages.jsonld import read_json_ld
from newsmodel.formats.html.webpages.lines import line_of
from newsmodel.formats.html.webpages.microdata import read_microdata
from newsmodel.formats.html.webpages.things import Graph, Thing, clean
from newsmodel.formats.html.webpages.words import PageWords, page_words

__all__ = ["Page"]

_LONGEST_ADDRESS = 4000
_LONGEST_NAME = 200
_NO_PATH = re.compile(r"""www\.|[^{}"<>]*[{}"<>]|(?![./?])\S*\s""", re.IGNORECASE)
"""What is no relative address: a site without its scheme, data, markup, words."""
_WHOLE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_SIGNS = re.compile(r"[\s:._-]+")


class Page:
    """What is known of a page before any of it is read as an article.

    Args:
        root: its tree.
        url: its address, where the caller knows it.
    """

    def __init__(self, root: Element, url: str | None) -> None:
        self.root = root
        self.given_url = url
        self.words: PageWords = page_words()
        own, base = _sound(url), root.find(".//base[@href]")
        address = None if base is None else _sound((base.get("href") or "").strip())
        self._base = own if address is None else urljoin(own or "", address)
        if "://" not in (self._base or "") and "://" in (self.canonical or ""):
            self._base = urljoin(self.canonical or "", self._base or "")
        nodes, self.broken_json = read_json_ld(root)
        self.graph = Graph([*nodes, *read_microdata(root)])

    @cached_property
    def article(self) -> Thing | None:
        """The node that describes the article of the page."""
        addresses = {_bare(each) for each in (self.given_url, self.canonical) if each}
        return main_article(self.graph, [*self.printed_titles, *self.titles], addresses)

    @cached_property
    def metas(self) -> dict[str, list[str]]:
        """What the `meta` elements say, by `_plain` name."""
        found: dict[str, list[str]] = {}
        for node in self.root.iter("meta"):
            name = node.get("property") or node.get("name") or node.get("itemprop") or ""
            if len(name) < _LONGEST_NAME and (content := clean(node.get("content"))):
                names = name.split() if " og:" in f" {name}" else [name]
                for each in names:
                    found.setdefault(_plain(each), []).append(content)
        return found

    def meta(self, *names: str) -> str | None:
        """The first value of the first of these that there is."""
        return next((values[0] for name in names if (values := self.meta_values(name))), None)

    def meta_values(self, name: str) -> list[str]:
        """All values of a name; signs in it and its case do not count."""
        return self.metas.get(_plain(name), [])

    @cached_property
    def titles(self) -> list[str]:
        """How the head of the page calls it."""
        named = (
            "og:title",
            "twitter:title",
            "dc.title",
            "title",
            "parsely-title",
            "sailthru.title",
        )
        found = [values[0] for name in named if (values := self.meta_values(name))]
        title = self.root.find(".//head/title")
        return [*found, *([line_of(title)] if title is not None else [])]

    @cached_property
    def headings(self) -> list[Element]:
        """The headings of the first rank that may be seen."""
        found = islice(self.root.iter("h1"), 100)
        return [node for node in found if not _is_furniture(node) and line_of(node)]

    @cached_property
    def printed_titles(self) -> list[str]:
        """What they say."""
        return [line_of(node) for node in self.headings]

    @cached_property
    def canonical(self) -> str | None:
        """The address the page itself gives for it."""
        for link in self.root.iter("link"):
            relations = (link.get("rel") or "").lower().split()
            if "canonical" in relations and (address := self.address(link.get("href"))):
                return address
        return self.address(self.meta("og:url"))

    def address(self, value: str | None) -> str | None:
        """An address made whole; None for one that leads nowhere or runs script."""
        value = "".join((value or "").split("\n")).strip(" \t\r\f")
        if not value or value.startswith("#") or len(value) > _LONGEST_ADDRESS:
            return None
        if _NO_PATH.match(value) and not _WHOLE.match(value):
            return None
        try:
            whole = urljoin(self._base or "", value)
            named = urlsplit(whole).netloc
        except ValueError:
            return None
        if not is_safe_link(whole) or (self._base and not named and whole == value):
            return None
        return writable(whole)


def _is_furniture(node: Element) -> bool:
    return any(outer.tag in ("nav", "footer", "dialog") for outer in node.iterancestors())


def _plain(name: str) -> str:
    """The name of a `meta` element as it is looked up: sites cannot agree on its signs."""
    return _SIGNS.sub("", name).lower()


def _sound(address: str | None) -> str | None:
    """An address others can be made whole by; browsers pass over one that cannot be read."""
    try:
        urlsplit(address or "")
    except ValueError:
        return None
    return address


def _bare(url: str) -> str:
    """An address for comparison: without scheme, `www.`, query, fragment and last slash."""
    bare = url.partition("#")[0].partition("?")[0].partition("//")[2] or url
    return bare.removeprefix("www.").rstrip("/")

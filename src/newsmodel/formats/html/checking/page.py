"""What rules for pages look at: a page, gone through once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from html import unescape
from typing import Any, TypeAlias
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from newsmodel.formats.html.checking.structured import (
    Broken,
    Thing,
    addresses_of,
    is_article,
    is_data,
    read_data,
    spelt,
    things_in,
    things_of_page,
)
from newsmodel.formats.html.elements import Element, string

__all__ = ["Page", "joined", "line_of", "same_page"]

# Not the head, where the parser leaves a <main> of a page without a <body>.
_UNSEEN = frozenset(
    "title meta link base script style template noscript textarea svg math iframe object".split()
)
_CODE = frozenset("code pre kbd samp textarea".split())
_READ = ("alt", "aria-label", "title")
_SHARED = frozenset(
    "description og:title og:description og:image:alt twitter:title twitter:description "
    "twitter:image:alt".split()
)
_TOLD = ("headline", "alternativeHeadline", "name", "description")
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_DIGITS = frozenset("123456789")


Said: TypeAlias = tuple[Element, str, str]
"""Words, the element that has them, and where in it, for a message; "" for its text."""


class Page:
    """A page, gone through once: its elements by name, its metadata, its structured data.

    Args:
        text: the page as text.
        root: the same, parsed.
        url: its address, where the caller knows it.
        others: pages in other languages by address, where the caller has them.
    """

    def __init__(
        self, text: str, root: Element, url: str | None, others: dict[str, Element]
    ) -> None:
        self.text: str = text
        self.root: Element = root
        self.given: str | None = url
        self.others: dict[str, Element] = others
        self._named: dict[str, list[Element]] = defaultdict(list)
        self.elements: list[Element] = []
        """All elements in order, without what is in templates."""
        self._visit()

    def _visit(self) -> None:
        templates = {node for held in self.root.iter("template") for node in held.iter()}
        for node in self.root.iter(etree.Element):
            if isinstance(node.tag, str) and node not in templates:
                self.elements.append(node)
                self._named[node.tag].append(node)

    def all(self, *names: str) -> list[Element]:
        """The elements of some names, name by name."""
        return [node for name in names for node in self._named.get(name, ())]

    @cached_property
    def seen(self) -> list[Element]:
        """The elements that readers can see or hear, in order."""
        found: list[Element] = []
        hidden: set[Element] = set()
        for node in self.elements:
            if node.getparent() in hidden or _is_unseen(node):
                hidden.add(node)
            else:
                found.append(node)
        return found

    @cached_property
    def headings(self) -> list[tuple[int, Element]]:
        """The headings that readers can see or hear, each with its level."""
        return [(level, node) for node in self.seen if (level := _level(node))]

    def visible(self, *names: str) -> list[Element]:
        """The elements of some names that readers can see or hear, in order."""
        return [node for node in self.seen if node.tag in names]

    @cached_property
    def said(self) -> list[Said]:
        """What readers see or hear of it, and what is shown where it is found or shared."""
        held = self.visible("article", "main") or self.all("body")
        inside = {node for outer in held for node in outer.iter()}
        code: set[Element] = set()
        found: list[Said] = []
        for node in self.seen:
            if node.tag in _CODE or node.getparent() in code:
                code.add(node)
            elif node in inside:
                found += _said_in(node)
        found += [(node, node.text or "", "") for node in self.all("title")]
        found += [(node, words, f", in {n}") for n, words, node in self.metas if n in _SHARED]
        script, thing = self.article or (self.root, {})
        # Some escape there what stands in a script; programs know it.
        told = ((name, unescape(spelt(thing.get(name)))) for name in _TOLD)
        found += [(script, words, f", in `{name}` of the data") for name, words in told if words]
        return found

    @cached_property
    def metas(self) -> list[tuple[str, str, Element]]:
        """Name, content and element of each `meta` that has them; names in lower case."""
        found = []
        for node in self.all("meta"):
            name = node.get("property") or node.get("name") or ""
            content = (node.get("content") or "").strip()
            found += [(part.lower(), content, node) for part in name.split()]
        return found

    def meta(self, name: str) -> str | None:
        """The content of the first `meta` of a name that has any."""
        return next(
            (content for known, content, _ in self.metas if known == name and content), None
        )

    def links(self, rel: str) -> list[Element]:
        """The `link` elements of a relation that lead somewhere."""
        every = self.all("link")
        return [n for n in every if rel in (n.get("rel") or "").lower().split() and n.get("href")]

    @cached_property
    def canonical(self) -> str | None:
        """The canonical address; None for a relative one of a page whose own is not known."""
        nodes = self.links("canonical")
        base = self.given or self.meta("og:url")
        whole = joined(base, nodes[0].get("href") or "") if nodes else ""
        return whole if "//" in whole else None

    @property
    def url(self) -> str | None:
        """The address of the page, as far as it is known."""
        return self.given or self.canonical or self.meta("og:url")

    @property
    def addresses(self) -> list[str]:
        """The addresses that are the page's own: that it is known by, and the canonical one."""
        known = [url for url in (self.given, self.canonical) if url]
        return known or [url for url in (self.url,) if url]

    def is_at(self, address: str) -> bool:
        """Whether an address is the page's own."""
        return any(same_page(joined(url, address), url) for url in self.addresses)

    @property
    def is_secure(self) -> bool:
        """Whether the page is known to be sent encrypted."""
        return (self.url or "").lower().startswith("https:")

    @property
    def language(self) -> str | None:
        """The language the page names."""
        return (self.root.get("lang") or "").strip() or None

    @cached_property
    def ids(self) -> dict[str, list[Element]]:
        """The elements of each id."""
        found: dict[str, list[Element]] = defaultdict(list)
        for node in self.elements:
            if node.get("id"):
                found[node.get("id") or ""].append(node)
        return found

    @cached_property
    def data(self) -> tuple[list[tuple[Element, Any]], list[Broken]]:
        """The structured data of each script, and the scripts that hold none."""
        read = [(script, *read_data(script)) for script in self.all("script") if is_data(script)]
        found = [(script, value) for script, values, _ in read for value in values]
        return found, [broken for *_, broken in read if broken]

    @cached_property
    def things(self) -> list[tuple[Element, Thing]]:
        """Every node of the structured data, each with its script."""
        return [(s, thing) for s, value in self.data[0] for thing in things_in(value)]

    @cached_property
    def article(self) -> tuple[Element, Thing] | None:
        """The node of the article the page is about."""
        here = {_bare(url) for url in (*self.addresses, self.meta("og:url")) if url}
        own = (p for p in _articles(self.things) if here & set(map(_bare, addresses_of(p[1]))))
        told = ((s, thing) for s, value in self.data[0] for thing in things_of_page(value))
        return next(own, None) or next(iter(_articles(told)), None)

    def resolved(self, value: Any) -> Any:
        """A node of structured data, looked up where it is only referred to."""
        if isinstance(value, dict) and set(value) <= {"@id", "@type"} and "@id" in value:
            same = (
                t for _, t in self.things if t.get("@id") == value["@id"] and len(t) > len(value)
            )
            return next(same, value)
        return value


def _said_in(node: Element) -> Iterator[Said]:
    """The words of an element, without those of the elements in it."""
    if node.text and node.text.strip():
        yield node, node.text, ""
    for name in _READ:
        if words := node.get(name):
            yield node, words, f", in `{name}`"
    for child in node:
        if child.tail and child.tail.strip():
            yield node, child.tail, ""


def _level(node: Element) -> int | None:
    """The level of a heading; None for what is none."""
    own = _LEVELS.get(str(node.tag), 2 if node.get("role") == "heading" else None)
    said = (node.get("aria-level") or "").strip()
    return int(said) if own and said in _DIGITS else own


def joined(base: str | None, address: str) -> str:
    """An address made whole where that can be done."""
    try:
        return urljoin(base or "", address.strip())
    except ValueError:
        return address.strip()


def line_of(node: Element) -> str:
    """The words of an element on one line."""
    return " ".join(string(node).split())


def _articles(things: Iterable[tuple[Element, Thing]]) -> list[tuple[Element, Thing]]:
    """Those of nodes that are articles; where some have a headline, these."""
    found = [pair for pair in things if is_article(pair[1])]
    return [pair for pair in found if "headline" in pair[1]] or found


def _bare(url: str) -> str:
    """An address without what does not tell pages apart."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    path = unquote(parts.path).rstrip("/")
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{unquote(parts.query)}"


def same_page(one: str, other: str) -> bool:
    """Whether two addresses are of one page."""
    return _bare(one) == _bare(other)


def _is_unseen(node: Element) -> bool:
    style = (node.get("style") or "").replace(" ", "").lower()
    return (
        node.tag in _UNSEEN
        or node.get("hidden") is not None
        or node.get("aria-hidden") == "true"
        or "display:none" in style
    )

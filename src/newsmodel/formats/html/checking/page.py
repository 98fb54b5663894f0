"""What rules for pages look at: a page, gone through once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, TypeAlias
from urllib.parse import unquote, urljoin, urlsplit

import attrs
from lxml import etree

from newsmodel.formats._shared.json_faults import said_of
from newsmodel.formats.html.elements import Element, string

__all__ = ["ARTICLE_TYPES", "Broken", "Page", "Thing", "line_of", "spelt"]

Thing: TypeAlias = dict[str, Any]
"""A node of structured data."""

ARTICLE_TYPES = frozenset(
    "Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle "
    "OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting "
    "Report SatiricalArticle ScholarlyArticle TechArticle AdvertiserContentArticle".split()
)
"""What schema.org calls an article, and search engines take for one."""

_UNSEEN = frozenset("head script style template noscript textarea svg math iframe object".split())
_DEEPEST = 40


@attrs.frozen
class Broken:
    """A script of structured data that is no JSON."""

    script: Element
    reason: str
    line: int
    column: int | None = None


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
        levels = {f"h{level}": level for level in range(1, 7)}
        return [(levels[node.tag], node) for node in self.seen if node.tag in levels]

    def visible(self, *names: str) -> list[Element]:
        """The elements of some names that readers can see or hear, in order."""
        return [node for node in self.seen if node.tag in names]

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
        """The canonical address, made absolute where the page's own is known."""
        nodes = self.links("canonical")
        return joined(self.given, nodes[0].get("href") or "") if nodes else None

    @property
    def url(self) -> str | None:
        """The address of the page, as far as it is known."""
        return self.given or self.canonical or self.meta("og:url")

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
        found, broken = [], []
        for script in self.all("script"):
            if (script.get("type") or "").strip().lower() == "application/ld+json":
                text = script.text or ""
                try:
                    found.append((script, json.loads(text)))
                except (ValueError, RecursionError) as error:
                    broken.append(_broken(script, error))
                    found += _loose(script, text)
        return found, broken

    @cached_property
    def things(self) -> list[tuple[Element, Thing]]:
        """Every node of the structured data, each with its script."""
        return [(s, thing) for s, value in self.data[0] for thing in _things(value, 0)]

    @cached_property
    def article(self) -> tuple[Element, Thing] | None:
        """The node of the article the page is about."""
        nodes = [(s, t) for s, t in self.things if ARTICLE_TYPES & set(types_of(t))]
        whole = [pair for pair in nodes if "headline" in pair[1]] or nodes
        here = {_bare(url) for url in (self.given, self.canonical, self.meta("og:url")) if url}
        own = (pair for pair in whole if here & set(map(_bare, _addresses(pair[1]))))
        return next(own, whole[0] if whole else None)

    def resolved(self, value: Any) -> Any:
        """A node of structured data, looked up where it is only referred to."""
        if isinstance(value, dict) and set(value) <= {"@id", "@type"} and "@id" in value:
            same = (
                t for _, t in self.things if t.get("@id") == value["@id"] and len(t) > len(value)
            )
            return next(same, value)
        return value


def joined(base: str | None, address: str) -> str:
    """An address made whole where that can be done."""
    try:
        return urljoin(base or "", address.strip())
    except ValueError:
        return address.strip()


def types_of(thing: Thing) -> list[str]:
    """The types of a node, without the address of their vocabulary."""
    value = thing.get("@type")
    every = value if isinstance(value, list) else [value]
    return [str(each).rpartition("/")[2].rpartition(":")[2] for each in every if each]


def spelt(value: Any) -> str:
    """A value of structured data as a string; "" for what is none."""
    return value.strip() if isinstance(value, str) else ""


def line_of(node: Element) -> str:
    """The words of an element on one line."""
    return " ".join(string(node).split())


def each_of(value: Any) -> Sequence[Any]:
    """The values of a property, which may have one or many."""
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def _broken(script: Element, error: Exception) -> Broken:
    line = script.sourceline or 1
    if isinstance(error, json.JSONDecodeError):
        column = error.colno if error.lineno > 1 else None
        said = f"{said_of(error)} (line {error.lineno}, column {error.colno} of it)"
        return Broken(script, said, line + error.lineno - 1, column)
    return Broken(script, "it is nested too deep, or has a number too long", line)


def _loose(script: Element, text: str) -> Iterator[tuple[Element, Any]]:
    """What a forgiving reader makes of it, so that one fault does not hide the others."""
    try:
        yield script, json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return


def _things(value: Any, depth: int) -> Iterator[Thing]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _things(each, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value or "@id" in value:
            yield value
        for each in value.values():
            yield from _things(each, depth + 1)


def _addresses(thing: Thing) -> Iterator[str]:
    page = thing.get("mainEntityOfPage")
    for value in (thing.get("url"), thing.get("@id"), page):
        yield spelt(value.get("@id") if isinstance(value, dict) else value)


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

"""What the rules look at: an item, and the document around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from weakref import proxy

from lxml import etree

from newsmodel.formats.newsml.codes import published_schemes
from newsmodel.formats.newsml.conformance.walking import Part, Walk
from newsmodel.formats.newsml.names import NAR, NO_TIME, XHTML
from newsmodel.formats.newsml.xml.reading import Element

__all__ = ["HTML", "Item", "N", "Whole", "filled", "identifies", "is_before", "local", "moment"]

N = f"{{{NAR}}}"
HTML = f"{{{XHTML}}}"


def local(node: Element) -> str:
    """The name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]


def filled(node: Element) -> bool:
    """Whether any words stand in an element."""
    text = node.text
    if text and not text.isspace():
        return True
    return bool(len(node)) and any(not part.isspace() for part in node.itertext() if part)


def identifies(node: Element) -> bool:
    """Whether an element says what it is: by code, address, literal or name."""
    if node.get("qcode") or node.get("uri") or node.get("literal"):
        return True
    return any(filled(name) for name in node.iterchildren(_NAME))


_all_text = etree.XPath("string()", smart_strings=False)
_NAME = f"{{{NAR}}}name"


def moment(node: Element | None) -> datetime | None:
    """The moment an element names; fillers name none."""
    try:
        found = datetime.fromisoformat(("" if node is None else node.text or "").strip())
    except ValueError:
        return None
    return None if found == NO_TIME else found


def is_before(one: datetime | None, other: datetime | None) -> bool:
    """Whether a moment comes before another; not where only one of them names its zone."""
    if one is None or other is None or (one.tzinfo is None) != (other.tzinfo is None):
        return False
    return one < other


class Item:
    """An item, or the message around the items, as the walk has seen it."""

    def __init__(self, part: Part, whole: Whole) -> None:
        self.part = part
        self.whole: Whole = proxy(whole)
        """The document; it holds its items, and would never be freed if they held it, too."""
        self.root = part.root
        self.name = local(part.root)
        self.is_news = self.name == "newsItem"
        self.guid = part.root.get("guid", "")
        self.kind = self._kind() if self.is_news else ""
        """What kind of news it says it is: "text", "picture" …; empty if it does not."""
        self._texts: dict[Element, str] = {}
        self._catalogs: list[Mapping[str, str] | None] | None = None

    def all(self, name: str) -> Sequence[Element]:
        """The elements of a name, wherever they stand, in their order."""
        found = self.part.by_tag.get(f"{N}{name}")
        return () if found is None else found[::-1]

    def within(self, name: str, parent: str) -> Iterator[Element]:
        """The elements of a name that stand in a parent of another."""
        for node in self.all(name):
            outer = node.getparent()
            if outer is not None and outer.tag == f"{N}{parent}":
                yield node

    def first(self, name: str) -> Element | None:
        """The first element of a name."""
        found = self.part.by_tag.get(f"{N}{name}")
        return None if found is None else found[-1]

    def text_of(self, node: Element) -> str:
        """All the text in an element."""
        if not len(node):
            return node.text or ""
        if node not in self._texts:
            self._texts[node] = str(_all_text(node))
        return self._texts[node]

    # ------------------------------------------------------------------ what it is
    def _kind(self) -> str:
        node = self.first("itemClass")
        if node is None:
            return ""
        code = node.get("qcode") or (node.get("uri") or "").rpartition("/")[2]
        return code.rpartition(":")[2]

    @property
    def withdrawn(self) -> bool:
        """Whether it has been taken back, and so may be empty."""
        node = self.first("pubStatus")
        status = "" if node is None else node.get("qcode") or node.get("uri") or ""
        return status.endswith(("canceled", "cancelled", "withheld"))

    # ------------------------------------------------------------------ codes
    @property
    def has_catalog(self) -> bool:
        """Whether it names or spells out a catalogue at all."""
        by_tag = self.part.by_tag
        return f"{N}catalogRef" in by_tag or f"{N}catalog" in by_tag

    @property
    def all_known(self) -> bool:
        """Whether all its catalogues are known: an alias not in them is in none."""
        return None not in self._declared

    def scheme(self, alias: str) -> str | None:
        """The address of the scheme an alias stands for, if a known catalogue declares it."""
        for each in self._declared:
            if each is not None and alias in each:
                return each[alias]
        return None

    def published(self, alias: str) -> list[str]:
        """What an alias stands for in the catalogues it names, as far as they are known."""
        return [each[alias] for each in self._declared[1:] if each is not None and alias in each]

    @property
    def _declared(self) -> Sequence[Mapping[str, str] | None]:
        """What its catalogues declare: its own first, then those it names; None if not known."""
        if self._catalogs is None:
            own = {n.get("alias", ""): n.get("uri", "") for n in self.all("scheme")[::-1]}
            named = [published_schemes(node.get("href", "")) for node in self.all("catalogRef")]
            self._catalogs = [own, *named]
        return self._catalogs

    def resolved(self, code: str) -> str:
        """The address of a code; the code itself where its alias is not known."""
        alias, _, rest = code.partition(":")
        scheme = self.scheme(alias)
        return code if scheme is None else scheme + rest


class Whole:
    """A whole document."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.parts = [Item(part, self) for part in walk.parts]
        self.message = self.parts[0] if self.parts and self.parts[0].name == "newsMessage" else None
        self.items = self.parts[1:] if self.message else self.parts
        self.sent = moment(self.message.first("sent")) if self.message else None
        """When the message was sent."""
        self.by_guid: dict[str, list[Item]] = {}
        """The items by their ids: one in several versions is several items."""
        for item in self.items:
            if item.guid:
                self.by_guid.setdefault(item.guid, []).append(item)

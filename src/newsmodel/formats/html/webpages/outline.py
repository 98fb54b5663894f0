"""Where in a page its text stands: one walk over the tree, and sums from the leaves up."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from lxml import etree

from newsmodel.formats._shared.xhtml.vocabulary import hides
from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.posts import around_posts
from newsmodel.formats.html.webpages.words import PageWords, tokens

__all__ = ["INLINE", "UNREAD", "Outline", "TextBlock", "is_hidden", "is_unseen"]

INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr "
    "q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
"""Elements of running text."""
UNREAD = frozenset(
    "script style noscript template svg math head title textarea select option button input form "
    "nav canvas audio video object embed iframe map dialog menu footer aside".split()
)
"""Elements whose words are none of the text of an article."""

_WEIGHTS = {"li": 0.3, "td": 0.3, "th": 0.1, "dd": 0.5, "figcaption": 0.0, "h1": 0.0, "h2": 0.0,
            "h3": 0.0, "h4": 0.0, "h5": 0.0, "h6": 0.0, "p": 1.0}  # fmt: skip
_OTHER = 0.7
_SHORTEST = 25
_WIDE = "\u1100"
_MINOR = 0.35
_ROLES = frozenset({"navigation", "complementary", "dialog", "banner", "contentinfo", "search"})


@attrs.define(eq=False)
class TextBlock:
    """An element with running text of its own."""

    element: Element
    """The element."""
    place: int
    """Its number in the order of the page."""
    length: int = 0
    """Characters of its text, letters of wide scripts counted twice."""
    linked: int = 0
    """How many of them stand in links."""

    @property
    def weight(self) -> float:
        """How much it speaks for its surroundings being the text of an article."""
        if self.length < _SHORTEST or self.linked > self.length / 2:
            return 0.0
        return _WEIGHTS.get(str(self.element.tag), _OTHER) * (self.length - self.linked)


class Outline:
    """The text blocks of a page, and how much text each element holds."""

    def __init__(self, root: Element, words: PageWords) -> None:
        self.blocks: list[TextBlock] = []
        self.places: dict[Element, int] = {}
        self._parents: list[int] = []
        self._ends: list[int] = []
        self.every: list[TextBlock] = []
        self._posts = around_posts(root)
        self._noisy: dict[str, list[Element]] = {}
        self._walk(root, words)
        self.totals = self._sums()
        most = max(self.totals.values(), default=0.0)
        self.every = self.blocks
        self.noise = set(self._less(_MINOR * most))
        if self.noise:
            self._leave_noise_out()
            self.totals = self._sums()

    def within(self, element: Element) -> Iterator[TextBlock]:
        """The text blocks inside an element."""
        first = self.places.get(element, 0)
        last = self._ends[first] if element in self.places else -1
        return (block for block in self.blocks if first <= block.place <= last)

    def _walk(self, root: Element, words: PageWords) -> None:
        """Note each element, and each string as text of the block it stands in."""
        owners: list[TextBlock | None] = []
        linked: list[bool] = []
        open_: list[int] = []
        walk = etree.iterwalk(root, events=("start", "end"), tag="*")
        for event, node in walk:
            if event == "end":
                self._ends[open_.pop()] = len(owners) - 1
                if open_ and node.tail:
                    _add(owners[open_[-1]], node.tail, linked=linked[open_[-1]])
                continue
            place, tag = len(owners), node.tag
            parent = open_[-1] if open_ else -1
            self.places[node] = place
            self._parents.append(parent)
            self._ends.append(place)
            open_.append(place)
            linked.append(tag == "a" or (parent >= 0 and linked[parent]))
            if tag in UNREAD and tag != "form":
                owners.append(None)
                walk.skip_subtree()
                continue
            owners.append(self._owner(node, place, owners[parent] if parent >= 0 else None, words))
            if node.text:
                _add(owners[place], node.text, linked=linked[place])
        self.blocks = [block for block in self.blocks if block.length]

    def _owner(
        self, node: Element, place: int, outer: TextBlock | None, words: PageWords
    ) -> TextBlock | None:
        """The block that text in an element belongs to."""
        if node.tag in INLINE:
            return outer
        block = TextBlock(node, place)
        self.blocks.append(block)
        if name := _noise_of(node, words, self._posts):
            self._noisy.setdefault(name, []).append(node)
        return block

    def _less(self, limit: float) -> Iterator[Element]:
        """The elements called noise by a name that only holds a small part of the text."""
        for nodes in self._noisy.values():
            small = [node for node in nodes if self.totals.get(node, 0.0) < limit]
            if sum(self.totals.get(node, 0.0) for node in small) < 2 * limit:
                yield from small

    def _sums(self) -> dict[Element, float]:
        weights = [0.0] * len(self._parents)
        for block in self.blocks:
            weights[block.place] += block.weight
        for place in range(len(weights) - 1, 0, -1):
            weights[self._parents[place]] += weights[place]
        return {node: weights[place] for node, place in self.places.items() if weights[place]}

    def _leave_noise_out(self) -> None:
        aside = [False] * len(self._parents)
        for node in self.noise:
            aside[self.places[node]] = True
        for place, parent in enumerate(self._parents):
            aside[place] = aside[place] or (parent >= 0 and aside[parent])
        self.blocks = [block for block in self.blocks if not aside[block.place]]


def _add(block: TextBlock | None, text: str, *, linked: bool) -> None:
    if block is None or text.isspace():
        return
    text = text.strip()
    length = len(text) * (2 if text > _WIDE else 1)
    block.length += length
    if linked:
        block.linked += length


def is_hidden(node: Element) -> bool:
    """Whether an element says of itself that it is not to be seen, or not to be read out."""
    return node.get("aria-hidden") == "true" or is_unseen(node)


def is_unseen(node: Element) -> bool:
    """Whether an element says of itself that nobody is to see it."""
    if (hidden := node.get("hidden")) is not None and hides("hidden", hidden):
        return True
    style = node.get("style")
    return style is not None and hides("style", style)


def _noise_of(node: Element, words: PageWords, posts: set[Element]) -> str:
    """The name by which an element says that it is no part of the text around it; "" if none."""
    if node.get("role") in _ROLES:
        return "role"
    names = f"{node.get('class') or ''} {node.get('id') or ''}"
    if len(names) > 1:
        found = tokens(names)
        named = found & words.noise or found & words.hidden
        if named and not (named <= words.network and node in posts):
            return min(named)
    return "hidden" if is_hidden(node) else ""

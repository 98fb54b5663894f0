"""What belongs together in a long message, as the first look at its items tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsmodel.formats.newsml.documents import header
from newsmodel.formats.newsml.names import MEDIA
from newsmodel.formats.newsml.xml.parsing import refuse_overfull
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Article, Header, OtherItem, Package
from newsmodel.model.gathering.items import versions_named
from newsmodel.model.gathering.joining import shown_by
from newsmodel.model.gathering.shown_items import names_of
from newsmodel.model.gathering.sources import says_translation
from newsmodel.model.message import alternatives_of

__all__ = ["Ties", "sources_of"]


class Ties:
    """What the first pass notes: of each article its id and what it refers to."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self._media: dict[str, list[int]] = {}
        self.header: Header | None = None
        self.departures: list[tuple[int | None, str]] = []
        self.alternatives: list[tuple[str, ...]] = []
        self.others: Counter[str] = Counter()
        self._links: list[tuple[int, str]] = []
        self._sources: list[tuple[int, str]] = []

    def read_header(self, node: Element) -> None:
        """Note the header, as far as it has come."""
        refuse_overfull(node)
        self.departures = []
        self.header = header.read(node, self.departures)

    def add(self, item: Article | Package | OtherItem) -> None:
        """Note an item."""
        if isinstance(item, Package):
            tied = alternatives_of(item)
            self.alternatives += tied
            self.others["packageItem"] += not tied
        elif isinstance(item, Article):
            number = len(self.ids)
            self.ids.append(item.id)
            if item.kind in MEDIA and item.id:
                for name in names_of(item, item.id):
                    self._media.setdefault(name, []).append(number)
            self._links += [(number, i) for i in shown_by(item)]
            self._sources += [(number, i) for i in sources_of(item)]

    def sets(self) -> list[int]:
        """For each article the number of the first one it belongs together with."""
        first: dict[str, int] = {}
        parents = list(range(len(self.ids)))
        for number, name in enumerate(self.ids):
            if not name:
                continue  # what has no id belongs to nothing
            _join(parents, number, first.setdefault(name, number))
        pairs = [*self._shown(), *((n, first[i]) for n, i in self._sources if i in first)]
        for one, other in pairs:
            _join(parents, one, other)
        for group in self.alternatives:
            known = [first[name] for name in group if name in first]
            for number in known[1:]:
                _join(parents, number, known[0])
        return [_first(parents, number) for number in range(len(parents))]

    def _shown(self) -> Iterator[tuple[int, int]]:
        """The numbers of media, each with that of what shows it or of another shown with it."""
        shown_in: dict[str, int] = {}
        for number, name in self._links:
            if name in self._media:
                yield number, shown_in.setdefault(name, number)
        for name, number in shown_in.items():
            yield from ((medium, number) for medium in self._media[name])


def sources_of(item: Article) -> list[str]:
    """Ids of what an article may be a translation of, or names as a translation of itself."""
    linked = [link.residref for link in item.links if link.residref and says_translation(link)]
    return [*linked, *([item.source_id] if item.source_id else []), *versions_named(item)]


def _first(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _join(parents: list[int], one: int, other: int) -> None:
    low, high = sorted((_first(parents, one), _first(parents, other)))
    parents[high] = low

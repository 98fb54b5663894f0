"""In what order the children of elements stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from types import MappingProxyType

import attrs

from newsmodel.formats.newsml.conformance import expressions
from newsmodel.formats.newsml.conformance.expressions import Many, Node, Sequence, Wildcard
from newsmodel.formats.newsml.conformance.models import Type, models

__all__ = ["Order", "child_order", "order_of"]

_TYPES = {
    "": "newsItem",
    "itemMeta": "ItemMetadataType",
    "contentMeta": "ContentMetadataAfDType",
    "contentSet": "contentSet",
    "header": "newsMessage/header",
}
"""The types of the sections of an item or a message."""
_LIKE = {"AssertType": "concept"}
"""Types in which anything may stand in any order, each with one that has an order for the same."""


class Order:
    """The order of the children of an element.

    Each child has a rank; those of one rank stand in any order.
    """

    def __init__(self, kind: Type | None) -> None:
        self._kind = kind

    def rank(self, tag: str) -> int:
        """The rank of a child by its full name; what has no place there comes last."""
        known = self._ranks.get(tag)
        if known is not None:
            return known
        if self._is_free:
            return 0
        return next((rank for wild, rank in self._wild if wild.takes(tag)), len(self._parts))

    def within(self, tag: str) -> Order:
        """The order of the children of a child."""
        return _order(self._kinds.get(tag) or models().elements.get(tag))

    @cached_property
    def _is_free(self) -> bool:
        """Whether anything stands anywhere: between words, or where nothing is known."""
        return self._kind is None or self._kind.mixed

    @cached_property
    def _parts(self) -> tuple[Node, ...]:
        return () if self._is_free or self._kind is None else tuple(_flat(self._kind.content))

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        clark = models().clark
        return {clark(name): rank for name, rank in _ranked(self._parts).items()}

    @cached_property
    def _wild(self) -> tuple[tuple[Wildcard, int], ...]:
        own = models().namespaces["nar"]
        return tuple(
            (attrs.evolve(place.name, own=own), rank)
            for rank, part in enumerate(self._parts)
            for place in expressions.places(part)
            if isinstance(place.name, Wildcard)
        )

    @cached_property
    def _kinds(self) -> Mapping[str, Type]:
        if self._kind is None:
            return {}
        return {
            models().clark(place.name): models().type(place.type)
            for place in expressions.places(self._kind.content)
            if isinstance(place.name, str) and place.type is not None
        }


@cache
def _order(kind: Type | None) -> Order:
    like = None if kind is None else _LIKE.get(kind.name)
    return Order(models().type(like) if like else kind)


def order_of(section: str, tags: Iterable[str]) -> Order:
    """The order of the children of an element.

    Args:
        section: the section of an item or a message that it stands in, "" for the item itself.
        tags: the full names of the elements from there down to it, its own the last.
    """
    kind = _TYPES.get(section)
    found = _order(models().type(kind) if kind else None)
    for tag in tags:
        found = found.within(tag)
    return found


def child_order(type_name: str) -> Mapping[str, int]:
    """In what order the children of an element stand.

    Args:
        type_name: the name of the element's type in the standard: "ItemMetadataType"; elements
            whose type has no name have it from the element, such as "newsItem", and the path to
            it, such as "newsMessage/header".

    Returns:
        For the name of each child its rank. Those of one rank stand in any order. Elements of
        foreign namespaces have none: they come last wherever they are allowed.
    """
    return MappingProxyType(_ranked(_flat(models().type(type_name).content)))


def _ranked(parts: Iterable[Node]) -> dict[str, int]:
    ranks: dict[str, int] = {}
    for rank, part in enumerate(parts):
        for place in expressions.places(part):
            if isinstance(place.name, str):
                ranks.setdefault(place.name, rank)
    return ranks


def _flat(node: Node) -> Iterable[Node]:
    """The parts of a sequence, sequences in it and optional ones included."""
    inner = node.part if isinstance(node, Many) and node.count == "?" else node
    if not isinstance(inner, Sequence):
        return [node]
    return [each for part in inner.parts for each in _flat(part)]

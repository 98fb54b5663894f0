"""Versions of the same thing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from newsmodel.model.article import Article
from newsmodel.model.expected import expect_items
from newsmodel.model.message import OtherItem, Package

__all__ = ["latest"]

AnyItem = TypeVar("AnyItem", bound=Article | Package | OtherItem)


def latest(items: Iterable[AnyItem]) -> tuple[AnyItem, ...]:
    """The highest version of each id, in the order in which the ids first came.

    A missing version counts as 1; of equal versions the last to come is kept. A kill is the same
    id with a higher version and the status canceled, perhaps without a body: it is kept as any
    other. Items without an id are all kept.

    Raises:
        ArgumentError: it is no collection of them.
    """
    expect_items(items)
    kept: dict[object, AnyItem] = {}
    for item in items:
        key = item.id if item.id is not None else object()
        if key not in kept or _version(item) >= _version(kept[key]):
            kept[key] = item
    return tuple(kept.values())


def _version(item: Article | Package | OtherItem) -> int:
    version = item.item.version if isinstance(item, Package) else item.version
    return 1 if version is None else version

"""What of an article its page cannot name, by its address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsmodel.formats._shared.shown_files import shown_files
from newsmodel.formats._shared.urls import written_image, written_link
from newsmodel.model import Article, Media, Rendition, Translation
from newsmodel.validation.rules.addresses import told
from newsmodel.validation.story import Spot, Story

__all__ = ["unnamed"]


def unnamed(article: Article) -> Iterator[tuple[str, str]]:
    """The addresses for readers of this page that it cannot name, each with its path.

    What translations say is on pages of their own, and so are their links. A file of a medium that
    has another one which can be shown is not missed.
    """
    story = Story(article)
    for spot, field, address in story.addresses if story.odd_addresses else ():
        written = written_image if isinstance(spot.node, Rendition) else written_link
        if address in story.odd_addresses and spot.is_public and written(address) is None:
            elsewhere = any(isinstance(holder.node, Translation) for holder in spot.holders)
            if not elsewhere and not _has_another_file(spot):
                yield f"{spot.path}.{field}", told(address)


def _has_another_file(spot: Spot[Any]) -> bool:
    medium = next(spot.holders, spot).node
    is_file = isinstance(medium, Media) and spot.node in medium.renditions
    return is_file and bool(shown_files(medium))

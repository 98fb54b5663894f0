"""The sorts of news objects, the rows of each, and what an object must know of its surroundings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs

from newsmodel.formats.ninjs.documents.table import MEDIUM, STORY, Row
from newsmodel.formats.ninjs.names import LATEST
from newsmodel.model import Article, Audio, Image, Kind, Media, Video
from newsmodel.model.base import fields_of, per_class

__all__ = ["MEDIA", "SCRIPT", "Context", "field_names", "own_medium", "own_rows", "table_of"]

MEDIA: dict[Kind, tuple[str, type[Media]]] = {
    Kind.PICTURE: ("images", Image),
    Kind.GRAPHIC: ("images", Image),
    Kind.VIDEO: ("videos", Video),
    Kind.AUDIO: ("audios", Audio),
}
"""For each kind of medium the field of an article that holds it, and its class."""
SCRIPT = "transcript"
"""The role of the body that holds the words spoken in a video or a sound."""


@attrs.frozen(kw_only=True)
class Context:
    """What an object must know of its surroundings."""

    version: str = LATEST
    """The version that is written."""
    source: str | None = None
    """The version it was read from; None where it was not read from ninjs."""
    id: str | None = None
    """The id by which it is written, where it is not its own."""
    name: str | None = None
    """Its name among the associations of another."""
    rel: str | None = None
    """What it is to that other."""
    depth: int = 0
    """How many objects are around it."""
    top: bool = True
    """Whether it is a document."""
    read: dict[int, tuple[Any, Any]] | None = None
    """While a document is read: the objects made of its parts, with those parts. What was just
    read need not be shown again to know how it would be written."""

    def remember(self, made: Any, document: Any) -> None:
        """Note what an object was read from."""
        if self.read is not None:
            self.read[id(made)] = (made, document)

    def read_from(self, made: Any) -> Any:
        """What an object was read from; None where that is not known."""
        found = self.read.get(id(made)) if self.read is not None else None
        return found[1] if found is not None and found[0] is made else None


Table: TypeAlias = Mapping[str, tuple[Row, ...]]


@per_class
def field_names(cls: type) -> frozenset[str]:
    """The names of the fields of a class."""
    return frozenset(field.name for field in fields_of(cls))


@per_class
def table_of(cls: type) -> Table:
    """The rows of a class by property."""
    rows: dict[str, tuple[Row, ...]] = {}
    for row in MEDIUM if issubclass(cls, Media) else STORY:
        if row.field.partition(".")[0] in field_names(cls):
            rows[row.name] = (*rows.get(row.name, ()), row)
    return rows


@per_class
def own_rows(cls: type) -> Table:
    """The rows of the medium that a picture's own document is about."""
    rows = table_of(cls)
    credit = tuple(row for row in rows["infoSources"] if row.field == "credit")
    return {"renditions": rows["renditions"], "infoSources": credit}


def own_medium(article: Any) -> Media | None:
    """The picture, video or sound that an article is."""
    if not isinstance(article, Article) or article.kind not in MEDIA:
        return None
    held: tuple[Media, ...] = getattr(article, MEDIA[article.kind][0])
    return held[0] if held and held[0].id is None else None

"""What is carried for values that were edited: it stays with them, or it is told.

What is remembered of a value that was read goes along with that very value; where its code, its
address or its words are others now, with the one that has the old ones still, or stands in its
place while all others are the same: unless that has a code or an address of another thing, of
which it would not be true. Where nothing is remembered, as behind JSON, it is found by its key and
its number, while as many values are called so as were.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsmodel.formats.newsml.carrying.held import Whole
from newsmodel.formats.newsml.carrying.returning import Carried
from newsmodel.formats.newsml.carrying.taking import BODY, UNREAD, Among
from newsmodel.formats.newsml.carrying.telling import key_of, keys_of
from newsmodel.formats.newsml.documents.counterparts import TAKEN_OUT, VALUES, counterparts
from newsmodel.formats.newsml.documents.languages import in_its_language
from newsmodel.formats.newsml.documents.media import own_media
from newsmodel.formats.newsml.documents.settling import settled_among
from newsmodel.formats.newsml.names import MEDIA
from newsmodel.formats.newsml.properties.row import Row, by_place
from newsmodel.formats.newsml.properties.table import MEDIA_ROWS, ROWS
from newsmodel.formats.newsml.xml.markup import element_of
from newsmodel.formats.newsml.xml.reading import Reading
from newsmodel.model import Article
from newsmodel.model.base import changed

__all__ = ["WHOLE", "outdated", "settled"]

_ROWS = by_place((*MEDIA_ROWS, *ROWS))
_FILES = MEDIA_ROWS[-1].field
WHOLE = frozenset([BODY, *(f"{parent}/{name}".removeprefix("/") for parent, name in _ROWS)])
"""The places of elements that are carried whole, and were read into a field."""


def settled(article: Article) -> tuple[Article, list[tuple[str, str | None]]]:
    """An article in its own language whose carried things belong to the values it has now.

    Returns:
        the article, and what stays behind all the same: the path of the field, and what its value
        was told by, if by anything.
    """
    article = in_its_language(article)
    if not article.extensions:
        return article, []
    extensions, left = settled_among(article.extensions, _ROWS, lambda row: values_of(article, row))
    if extensions is not article.extensions:
        article = changed(article, extensions=extensions)
    return article, [(_path(article, row), key) for row, key in left]


def values_of(article: Article, row: Row) -> list[Any]:
    """The values of a field, each of which an element says."""
    if not row.of_medium:
        value = getattr(article, row.field)
        return [*value] if row.many else [value]
    if row.field != _FILES and article.kind not in MEDIA:
        return []
    held = [getattr(each, row.field) for each in own_media(article)]
    values = [value for each in held for value in ((each or ()) if row.many else (each,))]
    return values if row.singles is None else [s for each in values for s in row.singles(each)]


def _path(article: Article, row: Row) -> str:
    if not row.of_medium:
        return row.field
    name = MEDIA[article.kind][0] if article.kind in MEDIA else _holder(article)
    return f"{name}[0].{row.field}"


def _holder(article: Article) -> str:
    """The field of the media that stand beside a text."""
    return next((each for each in ("images", "videos") if getattr(article, each)), "audios")


# ------------------------------------------------------------------ whole elements
def outdated(article: Article, carried: Carried) -> Iterator[str]:
    """The paths of fields of which an element is carried whole that says another value."""
    for place, wholes in carried.wholes.items():
        for row in _ROWS.get(place, ()):
            values = [v for v in values_of(article, row) if v is not None and v != row.nothing]
            if values and any(_is_edited(row, whole, values, carried) for whole in wholes):
                yield _path(article, row)


def _is_edited(row: Row, whole: Whole, values: list[Any], carried: Carried) -> bool:
    """Whether an element says a value that was edited, not taken out."""
    if whole.value is UNREAD or any(carried.is_said(whole, row, value) for value in values):
        return False
    if not row.many:
        return True
    if whole.among is not None:
        return whole.among.row.field == row.field and _is_another(whole.among, values)
    node = element_of(whole.content)
    key = key_of(row.read(node, Reading(own=False))) if row.accepts(node) else ""
    return key != "" and any(key in keys_of(value) for value in values)


def _is_another(among: Among, values: list[Any]) -> bool:
    """Whether a value is another now, not taken out."""
    number = next(n for n, each in enumerate(among.values) if each is among.value)
    return counterparts(among.values, values, VALUES)[number] != TAKEN_OUT

"""From an object to a document of the newest version, by its fields alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from newsmodel.formats._shared.orders import joint_orders
from newsmodel.formats.ninjs.documents import associating
from newsmodel.formats.ninjs.documents.carrying import carried_in
from newsmodel.formats.ninjs.documents.sorts import SCRIPT, Context, own_medium, own_rows, table_of
from newsmodel.formats.ninjs.documents.table import Row
from newsmodel.formats.ninjs.names import standard
from newsmodel.formats.ninjs.properties import bodies, captions, values as v
from newsmodel.formats.ninjs.uris import as_address, as_uri
from newsmodel.model import (
    Article,
    Image,
    Kind,
    LanguageVersion,
    Media,
    Rights,
    Status,
    Text,
    Video,
)
from newsmodel.model.base import changed
from newsmodel.model.gathering.as_read import as_strict
from newsmodel.model.gathering.figures import with_captions_of_items

__all__ = ["Showing"]

Object: TypeAlias = v.Object


class Showing:
    """The document of one object."""

    def __init__(self, made: Any, context: Context) -> None:
        self.made, self.context = made, context
        self.medium = made if isinstance(made, Media) else own_medium(made)
        self.own = self.medium is not made and self.medium is not None
        self.own_rows = own_rows(type(self.medium)) if self.own else {}
        if self.own and self.medium is not None:
            self.made = _with_orders(made, self.medium)
        language = None if isinstance(made, Media) else made.language
        if language is None and self.medium is not None and self.medium is made:
            language = self.medium.captions[0].language if self.medium.captions else None
        self.language: str | None = language

    def rendered(self) -> Object:
        """The document as the fields alone give it."""
        shown: Object = {}
        for name, show in self._properties():
            value = show()
            if value is not None and value != []:
                shown[name] = value
        return shown

    def _properties(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        yield "name", lambda: self.context.name
        yield "rel", lambda: self.context.rel
        yield "uri", self._uri
        yield "type", lambda: _kind_of(self.made)
        if isinstance(self.made, Media):
            yield "language", lambda: self.language
        table = table_of(type(self.made))
        names = dict.fromkeys((*table, *captions.PARTS, *self.own_rows))
        for name in names:
            if name not in ("by", "descriptions"):
                yield name, lambda name=name: self._property(name)  # type: ignore[misc]  # bound now
        yield "headlines", self._headlines
        yield "descriptions", self._descriptions
        yield "by", self._by
        yield "bodies", self._bodies
        yield "rightsInfo", self._rights
        if isinstance(self.made, LanguageVersion):
            yield "associations", self._associations
        if self.context.top:
            yield "standard", lambda: standard(self.context.version)

    # -------------------------------------------------------------- by the table
    def _property(self, name: str) -> Any:
        rows = table_of(type(self.made)).get(name, ())
        if rows and not rows[0].listed:
            value = _held(self.made, rows[0].field)
            if value is None or value == () or (name == "pubStatus" and self._goes_without(value)):
                return None
            return rows[0].write(value)
        items: list[Object] = []
        if self.medium is not None and name in captions.PARTS:
            items += captions.items_of(self.medium.captions, name, self.language)
        for row in self.own_rows.get(name, ()):
            items += _items(row, self.medium)
        for row in rows:
            items += _items(row, self.made)
        return items

    def _goes_without(self, status: Status) -> bool:
        """Whether a status need not be said: parts of a document may be used unless it says no."""
        return status is Status.USABLE and not self.context.top

    # -------------------------------------------------------------- parts of their own
    def _uri(self) -> str | None:
        ident = self.context.id if self.context.id is not None else self.made.id
        return None if ident is None else as_uri(ident)

    def _headlines(self) -> list[Object]:
        main = [] if self.made.headline is None else [("main", self.made.headline)]
        return _as_texts(main, getattr(self.made, "headlines", ()))

    def _descriptions(self) -> list[Object]:
        shown: list[Object] = []
        if self.medium is not None:
            shown += captions.items_of(self.medium.captions, "descriptions", self.language)
        if not isinstance(self.made, LanguageVersion):
            return shown
        role = "summary" if self.own else "text"
        main = [] if self.made.summary is None else [(role, self.made.summary)]
        return shown + _as_texts(main, self.made.descriptions)

    def _by(self) -> str | None:
        if self.medium is None:
            line: str | None = self.made.byline
            return line
        if self.medium.creator is not None:
            return str(self.medium.creator) or None
        caption = v.first(self.medium.captions)
        return ", ".join(caption.photographers) or None if caption else None

    def _bodies(self) -> list[Object]:
        if isinstance(self.made, LanguageVersion):
            held = as_strict({m.id: m for m in _media_of(self.made)})
            if isinstance(self.made, Article):
                held = with_captions_of_items(self.made, held)
            media = {i: m for i, m in held.items() if i is not None}
            before = carried_in(self.made.extensions).get("bodies")
            return bodies.written(self.made, media, before)
        script = getattr(self.made, "transcript", None)
        return [] if script is None else [
            {"role": SCRIPT, "contentType": "text/plain", "value": script},
        ]  # fmt: skip

    def _rights(self) -> Object | None:
        rights: Rights | None = self.made.rights
        if rights is None:
            return None
        for link in rights.links:
            if link.rel == "license" and link.href is not None:
                return {"linkedRights": as_address(link.href)}
        for each in rights.expressions:
            return {"langId": as_uri(each.language), "encodedRights": each.content}
        return None

    def _associations(self) -> list[Object]:
        return associating.written(self.made, self.context)


def _with_orders(article: Article, medium: Media) -> Article:
    """The article as its document tells it: no freer than the medium it is about."""
    told = joint_orders(article, medium)
    told["rights"] = article.rights if article.rights is not None else medium.rights
    orders = {name: value for name, value in told.items() if value != getattr(article, name)}
    return changed(article, **orders) if orders else article


def _held(made: Any, field: str) -> Any:
    for name in field.split("."):
        made = getattr(made, name) if made is not None else None
    return made


def _items(row: Row, made: Any) -> list[Object]:
    value = _held(made, row.field)
    held = value if row.many else () if value is None else (value,)
    shown = (row.write(each) for each in held if row.wants(each))
    return [each for each in shown if each is not None]


def _as_texts(main: list[tuple[str, str]], others: tuple[Text, ...]) -> list[Object]:
    shown: list[Object] = [{"role": role, "value": value} for role, value in main]
    shown += [v.without_none(role=each.role, value=each.value) for each in others]
    return shown


def _kind_of(made: Any) -> str:
    if isinstance(made, Article):
        return made.kind.value
    kinds = {Image: Kind.PICTURE, Video: Kind.VIDEO}
    kind = kinds.get(type(made), Kind.AUDIO) if isinstance(made, Media) else Kind.TEXT
    return kind.value


def _media_of(made: Any) -> tuple[Media, ...]:
    if not isinstance(made, Article):
        return ()
    return (*made.images, *made.videos, *made.audios)

"""News items: out of articles, by the table."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from newsmodel.formats._shared.escaping import attributes, text
from newsmodel.formats._shared.island import differing
from newsmodel.formats.newsml.carrying.reducing import shown_in
from newsmodel.formats.newsml.carrying.returning import Carried
from newsmodel.formats.newsml.documents import contents
from newsmodel.formats.newsml.documents.items import kind_of, read, status_of
from newsmodel.formats.newsml.documents.speakers import WHY, speakers_of
from newsmodel.formats.newsml.names import (
    DATA_NAMESPACE,
    MEDIA,
    NO_PROVIDER,
    NO_TIME,
    OWN_GENERATOR,
    SUMMARY,
)
from newsmodel.formats.newsml.properties.catalogues import hidden_catalogs, shown_catalogs
from newsmodel.formats.newsml.properties.row import Row, by_place
from newsmodel.formats.newsml.properties.simple import (
    is_role_of_caption,
    is_role_of_headline,
    role_in,
)
from newsmodel.formats.newsml.properties.table import MEDIA_ROWS, ORDER, ROWS
from newsmodel.formats.newsml.xml.markup import fragment
from newsmodel.formats.newsml.xml.writing import Inexact, element
from newsmodel.model import Article, Concept, Generator, Media
from newsmodel.model.base import picker, told_by
from newsmodel.model.own_media import stands_in_text

_WRITTEN = frozenset(row.field for row in ROWS) | {
    "id", "version", "kind", "status", "body", "extensions", "dialect", "findings", "language",
    *(name for name, _ in MEDIA.values()),
}  # fmt: skip
_is_written_whole = told_by(Article, _WRITTEN)
_PLACES = {name: place for place, name in enumerate(ORDER[""])}
_SECTIONS = ("itemMeta", "contentMeta", "contentSet")
_AMBIGUOUS = frozenset(
    row for row in (*MEDIA_ROWS, *ROWS) if row.name in ("description", "creator", "creditline")
)
_HEADLINES = frozenset(row for row in ROWS if row.field == "headlines")
_RANKED = {row: ORDER[row.parent].index(row.name) for row in (*ROWS, *MEDIA_ROWS)}
_BY_PLACE = by_place((*ROWS, *MEDIA_ROWS))
_ROW_OF = {row.field: row for row in ROWS}
_HELD = picker(Article, {row: row.field for row in ROWS})


def written(
    article: Article,
    name: str = "newsItem",
    media: Mapping[str, Media] | None = None,
    *,
    version: str,
    inside: str = "",
    data: str = "",
) -> str:
    """An article as an item, its namespace left to what surrounds it.

    What reading it back would not give is put into a data island at the end of its contentMeta.

    Args:
        article: the article, without translations and media that have items of their own.
        name: name of the element.
        media: the media that figures of the body show, by id.
        version: the version of the standard that a new item names.
        inside: further markup at the end of the item.
        data: a further data island.
    """
    item = _Written(article, media or {}, version)
    if name == "packageItem" and item.parts["contentSet"]:
        item.parts["contentSet"], item.exact = [], False  # a package has groups, not content
    if not item.exact:
        bare = item.assembled(name, inside)
        island = differing(article, read(fragment(bare)))
        item.add_data(island_element(island) if island else "")
    item.add_data(data)
    return item.assembled(name, inside)


def island_element(island: object, of: str | None = None) -> str:
    """A data island as an element of the library's own namespace."""
    content = json.dumps(island, ensure_ascii=False, separators=(",", ":"))
    return element("data", text(content), [("xmlns", DATA_NAMESPACE), ("of", of)])


class _Written:
    """The markup of one item, and whether reading it gives the article back."""

    def __init__(self, article: Article, media: Mapping[str, Media], version: str) -> None:
        self.article, self.version = article, version
        own = any(each.name == OWN_GENERATOR for each in article.generators)
        self.carried = Carried(article.extensions, own=own)
        self.exact = not self.carried.strange and _is_plain(article)
        self.medium = _own_medium(article)
        self.special = _mistakable(article) | self.carried.touched(_BY_PLACE)
        self.parts: dict[str, list[tuple[float, str]]] = {name: [] for name in ("", *_SECTIONS)}
        self.carried_body, self.told, self.said = self.carried.body(article)
        self._fields()
        self._body(media)
        for parent in self.parts:
            self.parts[parent] += self.carried.rest(parent)

    # -------------------------------------------------------------- fields
    def _fields(self) -> None:
        article, medium = self.article, self.medium
        rows = MEDIA_ROWS if article.kind in MEDIA else MEDIA_ROWS[-1:]
        for row in rows if medium is not None else ():
            self._field(row, getattr(medium, row.field))
        for row, value in self._held():
            self._field(row, value)
        self.exact &= _is_native(article, medium, self.told)

    def _held(self) -> list[tuple[Row, Any]]:
        """The fields that hold something, and those for which an element is carried instead."""
        article, carried = self.article, self.carried.whole(_BY_PLACE)
        changes = _as_document(article) if article.dialect is None else _as_read(article)
        held = _HELD(article)
        if self.said:
            held = [(row, value) for row, value in held if row.field not in self.said]
        if not changes and not carried:
            return held
        values = dict(held) | {_ROW_OF[field]: value for field, value in changes.items()}
        return [(row, values.get(row)) for row in ROWS if row in values or row in carried]

    def _field(self, row: Row, value: Any) -> None:
        if row in self.special:
            self._one_by_one(row, value)
        elif value is not None:
            try:
                markup = row.said(value)
            except Inexact:
                markup, self.exact = shown_in(row, value), False
            if markup:
                self.parts[row.parent].append((_RANKED[row], markup))

    def _one_by_one(self, row: Row, value: Any) -> None:
        """Write values that may have something carried, or be taken for another field's."""
        values = (value or ()) if row.many else (value,)
        if row.singles is not None:
            values = [single for each in values for single in row.singles(each)]
        for each in values:
            self._value(row, each)

    def _value(self, row: Row, value: Any) -> None:
        markup = self.carried.original(row, value)
        if markup is None:
            if value is None:
                return
            markup, exact = self.carried.markup(row, value)
            self.exact &= exact and not self._is_mistaken(row, markup, value)
        if markup:
            self.parts[row.parent].append((_RANKED[row], markup))

    def _is_mistaken(self, row: Row, markup: str, value: Any) -> bool:
        """Whether an element would be taken for another field's: a caption, the headline."""
        if row.field == "headlines":
            return self.article.headline is None and is_role_of_headline(role_in(markup))
        if row.field == "descriptions" and role_in(markup) == SUMMARY:
            return self.article.summary is None
        if row.field == "captions":
            return role_in(markup) is None and self._captions_in(value.language) > 1
        if self.article.kind not in MEDIA or row.field == "creator":
            return False
        if row.name in ("creator", "creditline"):
            first = "creator" if row.name == "creator" else "credit"
            return row in ROWS and getattr(self.medium, first, None) is None
        if row.name != "description":
            return False
        role = role_in(markup)
        return is_role_of_caption(role) if role else not self._captions_in(value.language)

    def _captions_in(self, language: str | None) -> int:
        """How many captions are written in a language; without one, a description may be it."""
        captions = () if self.medium is None else self.medium.captions
        return sum(c.text is not None and c.language == language for c in captions)

    def add_data(self, markup: str) -> None:
        """Add a data island at the end of contentMeta."""
        if markup:
            self.parts["contentMeta"].append((99, markup))

    # -------------------------------------------------------------- the body
    def _body(self, media: Mapping[str, Media]) -> None:
        article, markup = self.article, self.carried_body
        if markup is None and (article.body or self.carried.held_body):
            more = self.carried.attributes("contentSet", "inlineXML")
            markup = contents.body(article, media, more)
        if markup:
            self.parts["contentSet"].append((0, markup))

    # -------------------------------------------------------------- the whole
    def assembled(self, name: str, inside: str) -> str:
        """The item as one element."""
        own = list(self.parts[""])
        for section in _SECTIONS:
            more = self.carried.attributes("", section)
            stray = text(self.carried.stray.get(section, ""))
            held = stray + "".join(_ordered(self.parts[section]))
            if held or more:
                start = _taken_empty(own, section)
                own.append((_PLACES[section], f"{start}{more}>{held}</{section}>"))
        own.append((_PLACES["groupSet"], inside))
        more = self.carried.attributes("", "newsItem")
        start = f"<{name}{attributes(_item_attributes(self.article, self.version))}{more}>"
        stray = text(self.carried.stray.get("", ""))
        return f"{start}{stray}{''.join(_ordered(own))}</{name}>"


def _is_plain(article: Article) -> bool:
    """Whether nothing of an article lies outside what the rows write and the reader takes back."""
    if article.version == 0 or not _is_written_whole(article):
        return False
    return article.dialect is not None or (
        article.kind_code is None
        and article.status_code is None
        and article.provider != NO_PROVIDER
        and article.version_created != NO_TIME
        and all(each.name != OWN_GENERATOR for each in article.generators)
        and all(each.why != WHY for each in article.subjects)
        and hidden_catalogs(shown_catalogs(article.catalogs)) == article.catalogs
    )


def _taken_empty(parts: list[tuple[float, str]], section: str) -> str:
    """The start of a section: of the one that stood empty in the document, which it replaces."""
    for part in parts:
        empty = _EMPTY.fullmatch(part[1]) if part[0] == _PLACES[section] + 0.5 else None
        if empty is not None:
            parts.remove(part)
            return empty[1]
    return f"<{section}"


_EMPTY = re.compile(r"(<(\w+)(?: [^<>]*?)?)(?:/>|>\s*</\2>)")


def _ordered(parts: list[tuple[float, str]]) -> list[str]:
    return [markup for _, markup in sorted(parts, key=itemgetter(0))]


def _as_document(article: Article) -> dict[str, Any]:
    """The fields of a new article that a document must say otherwise, or at all."""
    return {
        "kind_code": Concept(qcode=f"ninat:{article.kind.value}"),
        "status_code": Concept(qcode=f"stat:{article.status.value}"),
        "provider": article.provider if article.provider is not None else NO_PROVIDER,
        "version_created": article.version_created or NO_TIME,
        "generators": (*article.generators, Generator(name=OWN_GENERATOR)),
        "catalogs": shown_catalogs(article.catalogs),
        "subjects": (*article.subjects, *speakers_of(article.body, article.subjects)),
    }


def _as_read(article: Article) -> dict[str, Any]:
    """The fields of an article that was read which its document says otherwise.

    Its codes for kind and status are mended where these were changed.
    """
    changes: dict[str, Any] = {}
    dialect = article.dialect
    if dialect and not dialect.tagged and article.language == dialect.language:
        changes["language"] = None
    if kind_of(_code(article.kind_code)) is not article.kind:
        changes["kind_code"] = Concept(qcode=f"ninat:{article.kind.value}")
    if status_of(_code(article.status_code)) is not article.status:
        changes["status_code"] = Concept(qcode=f"stat:{article.status.value}")
    return changes


def _code(concept: Concept | None) -> str:
    return "" if concept is None else concept.qcode or concept.uri or ""


def _mistakable(article: Article) -> frozenset[Row]:
    """The rows whose elements may be taken for another field's."""
    rows = _AMBIGUOUS if article.kind in MEDIA else frozenset[Row]()
    return rows if article.headline is not None else rows | _HEADLINES


def _own_medium(article: Article) -> Media | None:
    """The picture, video or sound an item is about, or that stands in it."""
    if article.kind in MEDIA:
        held: tuple[Media, ...] = getattr(article, MEDIA[article.kind][0])
    elif article.dialect is not None:
        held = tuple([image for image in article.images if not stands_in_text(image, article)])
    else:
        held = ()
    return held[-1] if held else None


_IS_ABOUT = {cls: told_by(cls, [row.field for row in MEDIA_ROWS]) for _, cls in MEDIA.values()}
_IS_SHOWN = {cls: told_by(cls, [MEDIA_ROWS[-1].field]) for _, cls in MEDIA.values()}
"""For each class of media whether the rows say all of one: of an item's own, of one in a text."""


def _is_native(article: Article, medium: Media | None, told: tuple[Media, ...]) -> bool:
    """Whether the media of an item are just the one that its rows write, and those of its body."""
    if article.kind in MEDIA and medium is None:
        return False
    held: list[Media] = []
    for name, cls in dict(MEDIA.values()).items():
        every = getattr(article, name)
        in_body = tuple([each for each in told if isinstance(each, cls)])
        if every[: len(in_body)] != in_body:
            return False
        held += every[len(in_body) :]
    if not held:
        return True
    if len(held) > 1 or medium is not held[0]:
        return False
    tests = _IS_ABOUT if article.kind in MEDIA else _IS_SHOWN
    return tests[type(medium)](medium)


def _item_attributes(article: Article, version: str) -> list[tuple[str, object]]:
    dialect = article.dialect
    if dialect is None:
        return [
            ("guid", article.id),
            ("version", article.version or None),
            ("standard", "NewsML-G2"),
            ("standardversion", version),
            ("conformance", "power"),
            ("xml:lang", article.language),
        ]
    return [
        ("guid", article.id if dialect.identified or article.id else None),
        ("version", article.version or None),
        ("standard", dialect.standard),
        ("standardversion", dialect.version),
        ("conformance", dialect.conformance),
        ("xml:lang", dialect.language),
    ]

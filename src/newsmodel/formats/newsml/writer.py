"""News items: out of articles, by the table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import attrs

from newsmodel.formats._shared.escaping import attributes, text
from newsmodel.formats._shared.island import differing
from newsmodel.formats.newsml import contents
from newsmodel.formats.newsml.carrying import Carried
from newsmodel.formats.newsml.catalogues import hidden_catalogs, shown_catalogs
from newsmodel.formats.newsml.items import kind_of, read, status_of
from newsmodel.formats.newsml.markup import element_of, fragment
from newsmodel.formats.newsml.names import (
    DATA_NAMESPACE,
    MEDIA,
    NO_PROVIDER,
    NO_TIME,
    OWN_GENERATOR,
    STANDARD_VERSION,
)
from newsmodel.formats.newsml.table import MEDIA_ROWS, ORDER, ROWS, Row
from newsmodel.formats.newsml.writing import element
from newsmodel.model import Article, Concept, Generator, Media
from newsmodel.model.base import changed, default_of, fields_of

_WRITTEN = frozenset(row.field for row in ROWS) | {
    "id", "version", "kind", "status", "body", "extensions", "dialect", "findings", "language",
    *(name for name, _ in MEDIA.values()),
}  # fmt: skip
_UNWRITTEN = {f.name: default_of(f) for f in fields_of(Article) if f.name not in _WRITTEN}
_SECTIONS = ("itemMeta", "contentMeta", "contentSet")


def written(
    article: Article,
    name: str = "newsItem",
    media: Mapping[str, Media] | None = None,
    *,
    inside: str = "",
    data: str = "",
) -> str:
    """An article as an item, its namespace left to what surrounds it.

    What reading it back would not give is put into a data island at the end of its contentMeta.

    Args:
        article: the article, without translations and media that have items of their own.
        name: name of the element.
        media: the media that figures of the body show, by id.
        inside: further markup at the end of the item.
        data: a further data island.
    """
    item = _Written(article, media or {})
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

    def __init__(self, article: Article, media: Mapping[str, Media]) -> None:
        self.article = article
        own = any(each.name == OWN_GENERATOR for each in article.generators)
        self.carried = Carried(article.extensions, own=own)
        self.exact = not self.carried.strange and _is_plain(article)
        self.medium = _own_medium(article)
        self.parts: dict[str, list[tuple[float, str]]] = {name: [] for name in ("", *_SECTIONS)}
        self._fields()
        self._body(media)
        for parent in self.parts:
            self.parts[parent] += self.carried.rest(parent)

    # -------------------------------------------------------------- fields
    def _fields(self) -> None:
        shown = _as_document(self.article) if self.article.dialect is None else self.article
        if shown.dialect is not None:
            shown = _as_read(shown)
        medium = self.medium
        rows = MEDIA_ROWS if self.article.kind in MEDIA else MEDIA_ROWS[-1:]
        for row in rows if medium is not None else ():
            self._field(row, getattr(medium, row.field))
        for row in ROWS:
            self._field(row, getattr(shown, row.field))
        self.exact &= _is_native(self.article, medium)

    def _field(self, row: Row, value: Any) -> None:
        values = value if row.many else (value,)
        for each in values:
            for single in row.singles(each) if row.singles else (each,):
                self._value(row, single)

    def _value(self, row: Row, value: Any) -> None:
        markup = self.carried.original(row, value)
        if markup is None:
            if value is None:
                return
            markup, exact = self.carried.markup(row, value)
            self.exact &= exact and not self._is_mistaken(row, markup)
        self._put(row.parent, row.name, markup)

    def _is_mistaken(self, row: Row, markup: str) -> bool:
        """Whether an element would be taken for another field's: a caption, the headline."""
        if row.field == "headlines":
            return self.article.headline is None and element_of(markup).get("role") is None
        if self.article.kind not in MEDIA or row.field in ("captions", "creator"):
            return False
        if row.name in ("creator", "creditline"):
            first = "creator" if row.name == "creator" else "credit"
            return row in ROWS and getattr(self.medium, first, None) is None
        return row.name == "description" and MEDIA_ROWS[2].accepts(element_of(markup))

    def _put(self, parent: str, name: str, markup: str) -> None:
        if markup:
            self.parts[parent].append((ORDER[parent].index(name), markup))

    def add_data(self, markup: str) -> None:
        """Add a data island at the end of contentMeta."""
        if markup:
            self.parts["contentMeta"].append((99, markup))

    # -------------------------------------------------------------- the body
    def _body(self, media: Mapping[str, Media]) -> None:
        article = self.article
        original = self.carried.body_original()
        if original is not None:
            node = element_of(original)
            if contents.body_of(node, headline=None)[0] == article.body:
                self._put("contentSet", "inlineXML", original)
                return
        if article.body:
            more = self.carried.attributes("contentSet", "inlineXML")
            self._put("contentSet", "inlineXML", contents.body(article, media, more))

    # -------------------------------------------------------------- the whole
    def assembled(self, name: str, inside: str) -> str:
        """The item as one element."""
        own = list(self.parts[""])
        for section in _SECTIONS:
            more = self.carried.attributes("", section)
            stray = text(self.carried.stray.get(section, ""))
            held = stray + "".join(_ordered(self.parts[section]))
            if held or more:
                place = ORDER[""].index(section)
                own.append((place, f"<{section}{more}>{held}</{section}>"))
        more = self.carried.attributes("", "newsItem")
        start = f"<{name}{attributes(_item_attributes(self.article))}{more}>"
        stray = text(self.carried.stray.get("", ""))
        return f"{start}{stray}{''.join(_ordered(own))}{inside}</{name}>"


def _is_plain(article: Article) -> bool:
    """Whether nothing of an article lies outside what the rows write and the reader takes back."""
    if article.version == 0 or any(
        getattr(article, name) != default for name, default in _UNWRITTEN.items()
    ):
        return False
    return article.dialect is not None or (
        article.kind_code is None
        and article.status_code is None
        and article.provider != NO_PROVIDER
        and article.version_created != NO_TIME
        and all(each.name != OWN_GENERATOR for each in article.generators)
        and hidden_catalogs(shown_catalogs(article.catalogs)) == article.catalogs
    )


def _ordered(parts: list[tuple[float, str]]) -> list[str]:
    return [markup for _, markup in sorted(parts, key=lambda part: part[0])]


def _as_document(article: Article) -> Article:
    """A new article with what every document must say."""
    return changed(
        article,
        kind_code=Concept(qcode=f"ninat:{article.kind.value}"),
        status_code=Concept(qcode=f"stat:{article.status.value}"),
        provider=article.provider if article.provider is not None else NO_PROVIDER,
        version_created=article.version_created or NO_TIME,
        generators=(*article.generators, Generator(name=OWN_GENERATOR)),
        catalogs=shown_catalogs(article.catalogs),
    )


def _as_read(article: Article) -> Article:
    """An article that was read, its codes for kind and status mended where these were changed."""
    kind, status, dialect = article.kind_code, article.status_code, article.dialect
    if dialect and not dialect.tagged and article.language == dialect.language:
        article = changed(article, language=None)
    if kind_of(_code(kind)) is not article.kind:
        kind = Concept(qcode=f"ninat:{article.kind.value}")
    if status_of(_code(status)) is not article.status:
        status = Concept(qcode=f"stat:{article.status.value}")
    if kind is article.kind_code and status is article.status_code:
        return article
    return changed(article, kind_code=kind, status_code=status)


def _code(concept: Concept | None) -> str:
    return "" if concept is None else concept.qcode or concept.uri or ""


def _own_medium(article: Article) -> Media | None:
    """The picture, video or sound an item is about, or that stands in it."""
    name = MEDIA[article.kind][0] if article.kind in MEDIA else "images"
    held: tuple[Media, ...] = getattr(article, name)
    return held[-1] if held and (article.kind in MEDIA or article.dialect is not None) else None


def _is_native(article: Article, medium: Media | None) -> bool:
    """Whether the media of an item are just the one that its rows write."""
    held = [m for name in ("images", "videos", "audios") for m in getattr(article, name)]
    if article.kind in MEDIA and medium is None:
        return False
    if not held:
        return True
    rows = MEDIA_ROWS if article.kind in MEDIA else MEDIA_ROWS[-1:]
    plain = {row.field: getattr(medium, row.field) for row in rows} if medium else {}
    return len(held) == 1 and medium is held[0] and medium == attrs.evolve(type(medium)(), **plain)


def _item_attributes(article: Article) -> list[tuple[str, object]]:
    dialect = article.dialect
    if dialect is None:
        return [
            ("guid", article.id),
            ("version", article.version or None),
            ("standard", "NewsML-G2"),
            ("standardversion", STANDARD_VERSION),
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

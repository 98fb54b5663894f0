"""News items: out of articles, by the table."""

from __future__ import annotations

import json
from collections.abc import Container, Mapping
from typing import Any

from newsmodel.formats._shared.escaping import text
from newsmodel.formats._shared.island import differing
from newsmodel.formats._shared.strictest import is_allowed_in
from newsmodel.formats._shared.twins import TWINS, followed
from newsmodel.formats.newsml.carrying.reducing import shown_in
from newsmodel.formats.newsml.carrying.returning import Carried
from newsmodel.formats.newsml.carrying.sorting import APART
from newsmodel.formats.newsml.carrying.taking import in_order, of_body
from newsmodel.formats.newsml.documents import contents
from newsmodel.formats.newsml.documents.aliases import by_another_alias, own_words
from newsmodel.formats.newsml.documents.assembling import SECTIONS, assembled
from newsmodel.formats.newsml.documents.beside import (
    COUNTING,
    amended,
    released_beside,
    without_overruled,
)
from newsmodel.formats.newsml.documents.edited import settled
from newsmodel.formats.newsml.documents.items import read
from newsmodel.formats.newsml.documents.labels import Labels
from newsmodel.formats.newsml.documents.media import is_native, own_media
from newsmodel.formats.newsml.documents.orders import with_orders
from newsmodel.formats.newsml.documents.otherwise import (
    filler,
    holds_own_codes,
    is_own,
    is_plain,
    item_attributes,
    outspoken,
    said_otherwise,
)
from newsmodel.formats.newsml.documents.richest import is_rivalled
from newsmodel.formats.newsml.documents.signatures import is_outdated, unsigned
from newsmodel.formats.newsml.names import ABSENT, DATA_NAMESPACE, MEDIA
from newsmodel.formats.newsml.properties.catalogues import catalog
from newsmodel.formats.newsml.properties.row import Row, by_place
from newsmodel.formats.newsml.properties.simple import (
    is_role_of_summary,
)
from newsmodel.formats.newsml.properties.table import MEDIA_ROWS, ORDER, ROWS
from newsmodel.formats.newsml.properties.told import OF_ITSELF, told_otherwise
from newsmodel.formats.newsml.xml.markup import fragment
from newsmodel.formats.newsml.xml.writing import Inexact, element
from newsmodel.model import (
    Article,
    Contributor,
    Dialect,
    Media,
)
from newsmodel.model.base import changed, picker
from newsmodel.model.gathering.feeds import item_dialect
from newsmodel.model.gathering.own_codes import OWN_CATALOG, declares_own, is_foreign

_AMBIGUOUS = frozenset(
    row for row in (*MEDIA_ROWS, *ROWS) if row.name in ("description", "creator", "creditline")
)
_HEADLINES = frozenset(row for row in ROWS if row.field == "headlines")
_RANKED = {row: ORDER[row.parent].index(row.name) for row in (*ROWS, *MEDIA_ROWS)}
_BY_PLACE = by_place((*ROWS, *MEDIA_ROWS))
_ROW_OF = {row.field: row for row in ROWS}
_BESIDE: dict[Row, float] = {_ROW_OF["alternatives"]: 2} | {
    _ROW_OF[row.others]: 0.25 for row in ROWS if row.others
}
"""The rows of what may stand before a body or a label that is chosen, and by how much."""
_HELD = picker(Article, {row: row.field for row in ROWS})


def written(
    article: Article,
    name: str = "newsItem",
    media: Mapping[str | None, Media] | None = None,
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
    if not item.exact or (data and item.carried.holds_sections):
        visible = read(fragment(item.holding(_NO_ISLAND, name, inside)))
        island = differing(item.kept(visible), visible)
        item.add_data(island_element(island) if island else "")
    item.add_data(data)
    whole = item.assembled(name, inside)
    if is_outdated(article.extensions, whole):
        article = changed(article, extensions=unsigned(article.extensions))
        return written(article, name, media, version=version, inside=inside, data=data)
    return whole


def island_element(island: object, of: str | None = None) -> str:
    """A data island as an element of the library's own namespace."""
    content = json.dumps(island, ensure_ascii=False, separators=(",", ":"))
    return element("data", text(content), [("xmlns", DATA_NAMESPACE), ("of", of)])


_NO_ISLAND = island_element({}, of="nothing")
"""Data that no reader takes for any of its own."""


class _Written:
    """The markup of one item, and whether reading it gives the article back."""

    def __init__(self, article: Article, media: Mapping[str | None, Media], version: str) -> None:
        article, _ = settled(followed(article))
        self.version = version
        self.carried = Carried(article.extensions, own=is_own(article))
        self.counting = self.carried.first_embargo or self.carried.holds(COUNTING)
        if self.counting:
            article = without_overruled(article)
        self.meant, self.article = article, with_orders(article, media.get(article.id))
        is_free = self.article is article
        if self.counting:
            self.article = article if is_free else without_overruled(self.article)
            self.carried = Carried(self.article.extensions, own=is_own(article))
        article = self.article
        self.exact = not (self.carried.strange or self.carried.is_closed) and is_plain(article)
        self.exact &= is_free
        self.media = own_media(article)
        self.labels = Labels(article, self.media, self.carried)
        self.special = _mistakable(article) | self.carried.touched(_BY_PLACE)
        for place in self.carried.behind:
            self.special |= {row for row in _BY_PLACE[place] if row in _BESIDE}
        self.special |= {row for place in self.carried.between for row in _BY_PLACE[place]}
        self.parts: dict[str, list[tuple[float, str]]] = {name: [] for name in ("", *SECTIONS)}
        self.carried_body, self.told, self.said = self.carried.body(article, media)
        self.exact &= not self.carried.text.fills
        if self.said and (aloud := self.said & outspoken(article)):
            self.said, self.exact = self.said - aloud, False  # it was the body alone that said it
        self._fields()
        self.exact &= not self.labels.compete()
        self._body(media)
        for parent in self.parts:
            self.parts[parent] += self.carried.rest(parent)
        self._declare()

    # -------------------------------------------------------------- fields
    def _fields(self) -> None:
        article = self.article
        for row in MEDIA_ROWS if article.kind in MEDIA else MEDIA_ROWS[-1:]:
            for medium in self.media:
                value = getattr(medium, row.field)
                if value is None and article.kind in MEDIA:
                    value = self._by_captions(row.field, medium)
                before = len(self.parts[row.parent])
                self._field(row, value)
                if not is_allowed_in(article, medium):  # beside a text it cannot be marked
                    del self.parts[row.parent][before:]
        for row, value in self._held():
            self._field(row, value)
        shown = tuple([medium for medium in self.media if is_allowed_in(article, medium)])
        self.exact &= is_native(article, shown, self.told)

    def _by_captions(self, field: str, medium: Media) -> Any:
        """What a caption says of credit and photographer, for which others look in the item."""
        told: Any = None
        if field == "credit":
            told = next((each.credit for each in medium.captions if each.credit), None)
        elif field == "creator":
            names = {name for each in medium.captions for name in each.photographers}
            told = Contributor(name=names.pop()) if len(names) == 1 else None
        self.exact &= told is None  # that the caption says it stands in the island
        return told

    def _held(self) -> list[tuple[Row, Any]]:
        """The fields that hold something, and those for which an element is carried instead."""
        article, carried = self.article, self.carried.whole(_BY_PLACE)
        changes = said_otherwise(article)
        if self.counting:
            changes = amended(changes, article)
        self.exact &= not holds_own_codes(article, changes)
        if item_dialect(article) is not None and (fillers := self._fillers(carried, changes)):
            changes, self.exact = fillers | changes, False  # nobody gave them: the island says so
        held = _HELD(article)
        if self.said:
            held = [(row, value) for row, value in held if row.field not in self.said]
        if not changes and not carried:
            return held
        values = dict(held) | {_ROW_OF[field]: value for field, value in changes.items()}
        return [(row, values.get(row)) for row in ROWS if row in values or row in carried]

    def _fillers(self, whole: Container[Row], changes: Container[str]) -> dict[str, Any]:
        """What stands for fields that the standard demands, and somebody took out.

        They are demanded, too, where a changed status or kind needs a section that was not there.
        """
        article, absent = self.article, self.carried.absent
        if self.carried.no_meta and ("status_code" in changes or "kind_code" in changes):
            absent = set()
        gone = [f for f in ABSENT if getattr(article, f) is None and f not in absent]
        return {f: filler(f, article) for f in gone if _ROW_OF[f] not in whole}

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
            whole, values = values, [single for each in values for single in row.singles(each)]
            self.exact &= contents.joined_captions(values) == tuple(whole)
        before = self.carried.behind.get((row.parent, row.name), 0) if row in _BESIDE else 0
        for number, each in enumerate(values):
            rank = _RANKED[row] + number * APART
            self._value(row, each, rank - _BESIDE[row] if number < before else rank)

    def _value(self, row: Row, value: Any, rank: float) -> None:
        markup = self.carried.original(row, value)
        if markup is None:
            if value is None:
                return
            markup, exact = self.carried.markup(row, value)
            touched = _ROW_OF["summary"] in self.special
            self.exact &= exact and not self.labels.mistakes(row, markup, value, touched=touched)
        if markup:
            self.parts[row.parent].append((rank, markup))

    def add_data(self, markup: str) -> None:
        """Add a data island at the end of contentMeta."""
        if markup:
            self.parts["contentMeta"].append((99, markup))

    def _declare(self) -> None:
        """Declare the library's own codes where the document of others has got one."""
        article = self.article
        if item_dialect(article) is None and not is_foreign(article.catalogs):
            return
        said = [markup for each in self.parts.values() for _, markup in each if '="nm:' in markup]
        if not said:
            return
        added = None
        if not declares_own(article):
            added = OWN_CATALOG if own_words(article, said) else None
        elif is_foreign(article.catalogs):
            ours = own_words(article, said) - self.carried.theirs
            parts = {name: self.parts[name] for name in ("", "itemMeta", "contentMeta")}
            respelt, added = by_another_alias(article, parts, ours)
            self.exact &= respelt == parts
            self.parts |= respelt
        if added is not None:
            row = _ROW_OF["catalogs"]
            self.parts[row.parent].append((_RANKED[row], catalog(added)))
            self.exact = False

    # -------------------------------------------------------------- the body
    def _body(self, media: Mapping[str | None, Media]) -> None:
        article, markup = self.article, self.carried_body
        if markup is None and (article.body or self.carried.held_body):
            more = self.carried.attributes("contentSet", "inlineXML")
            frame = self.carried.text.frame()
            markup, is_whole = contents.body(article, media, more, frame)
            self.exact &= is_whole
        if markup:
            self.parts["contentSet"].append((0, self.carried.respelt_body(markup)))
        dialect = item_dialect(article)
        if markup and dialect is not None and not is_own(article):
            self._contradict(markup, dialect)
        if article.alternatives:
            self.exact &= not is_rivalled(article, markup or "")
            created = article.version_created
            if article.embargo is None and released_beside(article.alternatives, created):
                self.exact = False  # it would count again

    def _contradict(self, markup: str, dialect: Dialect) -> None:
        """Say of the body what its text says otherwise, or alone."""
        article = self.article
        told = told_otherwise(markup, {f: getattr(article, f) for f in OF_ITSELF})
        self.exact &= all(getattr(article, field) for field in told)
        if "language" in told and not dialect.tagged and article.language == dialect.language:
            self._field(_ROW_OF["language"], article.language)

    # -------------------------------------------------------------- the whole
    def holding(self, data: str, name: str, inside: str) -> str:
        """The item with something in the place of its island.

        A section that came empty is read as another when an island stands in it.
        """
        if not self.carried.holds_sections:
            return self.assembled(name, inside)
        self.add_data(data)
        markup = self.assembled(name, inside)
        self.parts["contentMeta"].pop()
        return markup

    def kept(self, visible: Article) -> Article:
        """The article without elements carried for what it no longer says: they are not sent on.

        Args:
            visible: what is read of the item, its body as that is now included.
        """
        extensions = self.meant.extensions
        told, old = ([e for e in x if e.place == TWINS] for x in (visible.extensions, extensions))
        if told != old:
            others = [each for each in extensions if each.place != TWINS]
            extensions = tuple(sorted([*told, *others], key=in_order))
        now = of_body(visible.extensions)
        is_same = self.carried_body is not None and now == of_body(extensions)
        stale = self.carried.stale(body=not is_same)
        kept = [each for each in extensions if each not in stale]
        if now and not is_same and self._is_page_kept(visible):
            kept = sorted([*kept, *now], key=in_order)
        elif tuple(kept) == self.meant.extensions:
            return self.meant
        return changed(self.meant, extensions=tuple(kept))

    def _is_page_kept(self, visible: Article) -> bool:
        """Whether the body is read from the page it came in, and not from another text."""
        texts, others = ([t.content for t in a.alternatives] for a in (visible, self.article))
        return bool(self.carried.text.extensions) and texts == others

    def assembled(self, name: str, inside: str) -> str:
        """The item as one element."""
        attributes = item_attributes(self.article, self.version)
        return assembled(name, self.parts, inside, attributes, self.carried)


def _mistakable(article: Article) -> frozenset[Row]:
    """The rows whose elements may be taken for another field's."""
    rows = _AMBIGUOUS if article.kind in MEDIA else frozenset[Row]()
    if any(is_role_of_summary(each.role) for each in article.descriptions):
        rows |= {_ROW_OF["descriptions"]}
    return rows if article.headline is not None else rows | _HEADLINES

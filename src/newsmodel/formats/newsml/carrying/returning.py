"""Putting back what was carried: see `taking` for what that is, and for the names of places.

Whether a carried thing still belongs to a value is found out by reading it again. Where the reader
remembers what it read, and the value is still that, there is nothing to find out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newsmodel.formats.newsml.carrying.completing import attributes_of, is_piece
from newsmodel.formats.newsml.carrying.fitting import fitted
from newsmodel.formats.newsml.carrying.held import PLACES, UNKNOWN, Lacking, Whole
from newsmodel.formats.newsml.carrying.leftovers import SECTIONS
from newsmodel.formats.newsml.carrying.reducing import shown_of
from newsmodel.formats.newsml.carrying.taking import (
    BEHIND,
    BODY,
    FROM_BODY,
    LABEL_BEHIND,
    UNMARKED,
    key_of,
)
from newsmodel.formats.newsml.names import ABSENT, FORMAT, MEDIA, NO_META
from newsmodel.formats.newsml.properties.bodies import Body, body_of, is_named
from newsmodel.formats.newsml.properties.row import Row
from newsmodel.formats.newsml.properties.saying import SAYING, saying
from newsmodel.formats.newsml.properties.table import MEDIA_ROWS, ORDER, ROWS
from newsmodel.formats.newsml.xml.attributes import XML_LANG
from newsmodel.formats.newsml.xml.markup import element_of, serialized
from newsmodel.formats.newsml.xml.reading import (
    CONSTRAINTS,
    Element,
    constraint_of,
    local_name,
)
from newsmodel.formats.newsml.xml.writing import Inexact
from newsmodel.model import Article, Extension, Media
from newsmodel.model.in_text import own_captions

_STRAY = re.compile(
    r"(?:newsItem|(newsMessage|itemSet|header|itemMeta|contentMeta|contentSet))/text\(\)"
)
_HEAD = re.compile(r"(?:(?:meta=[\w-]+|title)(?: (?:meta=[\w-]+|title))*)?", re.ASCII)
_COUNT = re.compile("[1-9][0-9]{0,8}")
_FIELDS = frozenset((row.parent, row.name) for row in (*ROWS, *MEDIA_ROWS))
_SINGLE = _FIELDS - {(row.parent, row.name) for row in (*ROWS, *MEDIA_ROWS) if row.many}
"""The places of fields that hold one value: the first of several elements comes before it."""
_BESIDE, _NEAR = 0.5, 0.25
"""How far behind those of fields an element of their name comes, in ranks; and how far before a
label that was chosen one that stood before it."""
_OF_BODIES = ("inlineXML", "inlineData")
_OUTER = re.compile(r"(?<=\A<)inline(?:XML|Data)|inline(?:XML|Data)(?=>\Z)")
_ABSENT = {place: (field,) for field, place in ABSENT.items()} | {NO_META: tuple(ABSENT)}
_METAS = ("itemMeta", "contentMeta")
_WITHIN = frozenset({*_METAS, "contentSet"})
_MARKABLE = tuple(("", name) for name in SECTIONS)
_LANGUAGE = f"@{XML_LANG}"

Place = tuple[str, str]
"""The name of an element and of the element it stands in."""
_BEHIND: dict[str, Place] = {BEHIND: ("contentSet", "inlineData")} | {
    LABEL_BEHIND.format(row.parent, row.name): (row.parent, row.name)
    for row in (*ROWS, *MEDIA_ROWS)
    if row.chosen
}


class Carried:
    """The carried things of one item, ready to be put back."""

    def __init__(
        self, extensions: Iterable[Extension], rows: Iterable[Row] = (), *, own: bool = False
    ) -> None:
        self._fields = {(row.parent, row.name) for row in rows}
        self.strange: list[Extension] = []
        """Those whose place or content is none of ours."""
        self.stray: dict[str, str] = {}
        """Text where only elements should stand, by the element it stands in."""
        self.body_edited: frozenset[str] = frozenset()
        """The fields of which the head of the body says something else than it did."""
        self.absent: set[str] = set()
        """The fields that the standard demands and the document did not have."""
        self.no_meta = False
        """Whether the document had no section for them either."""
        self.held_body = False
        """Whether a body is written even where nothing is in it."""
        self.behind: dict[Place, int] = {}
        """How many others stand before the body, or a label, by its element."""
        self._own = own
        self._from_body: list[str] = []
        self._bodies: list[tuple[str, Any]] = []
        self._of_body: list[Extension] = []
        self._wholes: list[tuple[Extension, Whole]] = []
        self._elements: dict[Place, list[Whole]] = {}
        self._pieces: dict[Place, dict[tuple[str | None, int], Lacking]] = {}
        self._met: dict[tuple[str, str, str], int] = {}
        self._extra: dict[str, list[tuple[str, str, float]]] = {}
        for extension in extensions:
            if extension.format != FORMAT or not self._sort(extension):
                self.strange.append(extension)

    def _sort(self, extension: Extension) -> bool:
        place, content = extension.place, extension.content
        if place in ("newsMessage/no-header", "newsMessage/no-itemSet"):
            return True
        if place in _ABSENT:
            self.absent |= {*_ABSENT[place]}
            self.no_meta |= place == NO_META
            return True
        if place == FROM_BODY:
            self._of_body.append(extension)
            self._from_body = content.split()
            return True
        behind = _BEHIND.get(place)
        if behind and behind not in self.behind and _COUNT.fullmatch(content):
            self.behind[behind] = int(content)
            return True
        if place == UNMARKED:
            self.held_body = True
            return _HEAD.fullmatch(content) is not None
        stray = _STRAY.fullmatch(place) if place.endswith("text()") else None
        if stray and (stray[1] or "") not in self.stray:
            self.stray[stray[1] or ""] = content
            return True
        value = extension.recall(UNKNOWN)
        if place == BODY and not self._bodies and _is_body(content, value):
            self._bodies.append((content, value))
            self._of_body.append(extension)
            return True
        match = PLACES[place]
        return match is not None and self._put(match, extension, value)

    def _put(self, match: re.Match[str], extension: Extension, value: Any) -> bool:
        """Put an element or a piece of one where it will be asked for."""
        content = extension.content
        parent, name = (match["parent"] or "").rstrip("/"), match["name"]
        if match["path"] == "parent()" and parent not in _METAS:
            return False
        if match["path"]:
            known = self._pieces.setdefault((parent, name), {})
            key = match["key"], int(match["number"] or 1)
            lacking = known.get(key)
            if lacking is None:
                lacking = known[key] = Lacking(value=value)
            if not lacking.takes(match["path"]):
                return False
            lacking.pieces.append((match["path"], content))
            lacking.carried.append(extension)
            if lacking.value is not value:
                lacking.value = UNKNOWN
            return value is not UNKNOWN or is_piece((match["path"], content))
        if value is UNKNOWN and serialized(content) is None:
            return False
        place = parent, name
        if match["index"] is None and (place in _FIELDS or place in self._fields):
            whole = Whole(content, value)
            self._wholes.append((extension, whole))
            self._elements.setdefault(place, []).append(whole)
        else:
            is_first = match["index"] == "[1]" and place in _SINGLE
            more = -_BESIDE if is_first else _BESIDE
            self._extra.setdefault(parent, []).append((name, content, more))
        return True

    # -------------------------------------------------------------- asking for them
    def said(self, parent: str, name: str) -> dict[str, str]:
        """The attributes to write on an element that is no field's, by their full names."""
        if not self._pieces:
            return {}
        lacking = self._pieces.get((parent, name), {}).get((None, 1))
        return (
            {path[1:]: said for path, said in lacking.pieces if path[0] == "@"} if lacking else {}
        )

    def attributes(self, parent: str, name: str) -> str:
        """The attributes to write on an element that is no field's, as markup."""
        return attributes_of(self.said(parent, name).items())

    def name(self, parent: str, name: str, usual: str | None = None) -> str:
        """The name of an element that is no field's, as it was spelled, or its usual one."""
        known = self._pieces.get((parent, name))
        lacking = known.get((None, 1)) if known else None
        for path, said in lacking.pieces if lacking else ():
            if path == "name()":
                return said
        return usual or name

    def languages(self, row: Row) -> list[str]:
        """The language that the element of a field names whose value has no place for one."""
        lacking = self._pieces.get((row.parent, row.name), {}).get((None, 1))
        return [said for path, said in lacking.pieces if path == _LANGUAGE] if lacking else []

    def further(self, parent: str) -> set[str]:
        """The names of the elements carried beside those of fields."""
        return {name for name, *_ in self._extra.get(parent, ())}

    def readable(self, parent: str) -> set[str]:
        """The names of those that are not marked as none for readers."""
        extra = self._extra.get(parent, ())
        return {name for name, content, _ in extra if not _is_marked(content)}

    def respelt_body(self, markup: str) -> str:
        """The element of a body, its name as it was spelled."""
        name = self.name("contentSet", "inlineXML")
        return markup if name == "inlineXML" else _OUTER.sub(lambda _: name, markup)

    def whole(self, rows: Mapping[Place, Sequence[Row]]) -> frozenset[Row]:
        """The rows of which an element is carried whole, of rows by their elements."""
        return frozenset([row for place in self._elements for row in rows.get(place, ())])

    def touched(self, rows: Mapping[Place, Sequence[Row]]) -> frozenset[Row]:
        """The rows for whose values anything is carried, of rows by their elements."""
        places = (*self._elements, *self._pieces)
        return frozenset([row for place in places for row in rows.get(place, ())])

    def markup(self, row: Row, value: Any) -> tuple[str, bool]:
        """The markup of a value with what is carried for it, and whether it says all of both."""
        lacking = self._taken(row, value)
        try:
            plain = row.write(row.name, value)
        except Inexact:
            plain = None
        if lacking is None:
            return (shown_of(row, value), False) if plain is None else (plain, True)
        came = lacking.value is value
        whole, exact = fitted(row, value, plain, lacking.pieces, came=came, own=self._own)
        if lacking.section is not None:
            self._extra.setdefault(lacking.section, []).append((row.name, whole, _BESIDE))
            return "", exact
        return whole, exact

    def _taken(self, row: Row, value: Any) -> Lacking | None:
        """What is carried for a value; it is asked for once, in the order of the values."""
        known = self._pieces.get((row.parent, row.name))
        if known is None:
            return None
        if row.many:
            key = repr(key_of(value))
            place = row.parent, row.name, key
            self._met[place] = number = self._met.get(place, 0) + 1
            found = known.get((key, number))
        else:
            found = known.get((None, 1))
        if found is not None:
            found.asked_for = True
        return found

    def _has_pieces(self, row: Row, value: Any) -> bool:
        """Whether pieces are carried for the value that comes next of its like."""
        known = self._pieces.get((row.parent, row.name), {})
        key = repr(key_of(value))
        return (key, self._met.get((row.parent, row.name, key), 0) + 1) in known

    def original(self, row: Row, value: Any) -> str | None:
        """The element as it stood in the document, where that is still its value."""
        waiting = self._elements.get((row.parent, row.name), [])
        if waiting and row.many and self._has_pieces(row, value):
            return None  # the whole one is another of its like
        for whole in waiting:
            if whole.says(row, value, own=self._own):
                waiting.remove(whole)
                self._taken(row, value)  # it has its number among its like all the same
                return whole.content
        return None

    def body(self, article: Article) -> tuple[str | None, tuple[Media, ...], frozenset[str]]:
        """The element a body was read from, the media that stand in it, the fields it alone says.

        None and none where it is not carried, or no longer that body, or other media.
        """
        nothing = None, (), frozenset[str]()
        if not self._bodies:
            return nothing
        content, known = self._bodies[0]
        media = (*article.images, *article.videos, *article.audios)
        held = {medium.id: own_captions(medium) for medium in media}
        read = self._read(content, article) if known is UNKNOWN else known
        same = read.blocks is article.body or read.blocks == article.body
        if not same or any(held.get(medium.id) != medium for medium in read.media):
            return nothing
        names = self._from_body
        if self._lost_its_headline(article):
            read = self._read(content, article)
            told = read.said.get("headline")
            names = names if not told or is_named(article.provider, told) else [*names, "headline"]
        now = {field: getattr(article, field, None) for field in names}
        for _ in SAYING:  # a headline below another may be one that is not said now
            other = {f: v for f, v in now.items() if read.said.get(f) != v and f in SAYING}
            if not other or self.body_edited == other.keys():
                break
            self.body_edited = frozenset(other)
            content = saying(content, other)
            read = self._read(content, article)
        said = [field for field, value in now.items() if read.said.get(field) == value]
        return content, read.media, frozenset(said)

    def _lost_its_headline(self, article: Article) -> bool:
        """Whether one may have been taken out, which the title of a page would bring back."""
        if article.kind in MEDIA:
            return False  # of what an item of that kind is about, its body says nothing
        hidden = any(name == "headline" for name, *_ in self._extra.get("contentMeta", ()))
        return article.headline is None and "headline" not in self._from_body and not hidden

    def _read(self, content: str, article: Article) -> Body:
        pictured = article.kind not in MEDIA
        return body_of(
            element_of(content),
            headline=None,
            pictured=pictured,
            language=article.language,
            own=self._own,
        )

    @property
    def holds_sections(self) -> bool:
        """Whether a whole section is carried, as one that came empty is."""
        return any(name in _WITHIN for name, *_ in self._extra.get("", ()))

    @property
    def is_closed(self) -> bool:
        """Whether a section is not for readers: what is written into it is not read as shown."""
        held = [known for at in _MARKABLE if (known := self._pieces.get(at))]
        every = [each for known in held for each in known.values()]
        if any(path[1:] in CONSTRAINTS for each in every for path, _ in each.pieces):
            return True
        extra = self._extra.get("", ())
        return any(name in _WITHIN and _is_marked(content) for name, content, _ in extra)

    def stale(self, *, body: bool) -> list[Extension]:
        """What is carried for values that are no more: nobody has asked for it.

        Args:
            body: whether the body is no more the one that was read, either.
        """
        kept = {id(whole) for each in self._elements.values() for whole in each}
        found = [extension for extension, whole in self._wholes if id(whole) in kept]
        for place, known in self._pieces.items():
            if place in _FIELDS:
                found += [e for each in known.values() if not each.asked_for for e in each.carried]
        return [*found, *(self._of_body if body else ())]

    def frame(self) -> Element | None:
        """The element an earlier body was read from, where it is carried."""
        return element_of(self._bodies[0][0]) if self._bodies else None

    def rest(self, parent: str) -> list[tuple[float, str]]:
        """Elements without a field, each with its position in the order of the schema."""
        if parent not in self._extra:
            return []
        order = ORDER.get(parent, ())
        before = Counter({name: n for (at, name), n in self.behind.items() if at == parent})
        found: list[tuple[float, str]] = []
        for name, content, more in self._extra[parent]:
            step = -_NEAR if before[name] > 0 else more
            before[name] -= 1
            found.append((order.index(name) + step if name in order else len(order), content))
        return found


def _is_body(content: str, value: Any) -> bool:
    """Whether a body was read from an element, which may also be one that has no place there."""
    if value is not UNKNOWN:
        return isinstance(value, Body)
    return serialized(content) is not None and local_name(element_of(content)) in _OF_BODIES


def _is_marked(markup: str) -> bool:
    return "pubconstraint" in markup and constraint_of(element_of(markup)) is not None

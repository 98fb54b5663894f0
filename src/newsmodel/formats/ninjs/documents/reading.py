"""From a document of the newest version to the fields of an object."""

from __future__ import annotations

from typing import Any, TypeAlias

from newsmodel.errors import FieldError
from newsmodel.formats.ninjs.documents.sorts import MEDIA, SCRIPT, field_names, own_rows, table_of
from newsmodel.formats.ninjs.documents.table import Row
from newsmodel.formats.ninjs.properties import bodies, captions, holding, links, values as v
from newsmodel.formats.ninjs.uris import from_uri
from newsmodel.model import (
    Article,
    Contributor,
    Dateline,
    Kind,
    Media,
    Rights,
    Text,
)

__all__ = ["FIGURES", "Fields", "fields_in", "files_of", "ident_in"]

Object: TypeAlias = v.Object
Fields: TypeAlias = dict[str, Any]

FIGURES = "figures"
"""Among the fields of an article what the figures of its body say, which is no field."""
_MAIN = {"headlines": ("main", None, "headline"), "descriptions": ("text", None, "summary", "main")}


class _Reading:
    """The fields that one document gives."""

    def __init__(self, document: Object, cls: type, kind: Kind) -> None:
        self.document, self.cls = document, cls
        self.fields: Fields = {}
        self.parts: list[captions.Part] = []
        self.own: Fields | None = {} if cls is Article and kind in MEDIA else None
        self.own_rows = own_rows(MEDIA[kind][1]) if self.own is not None else {}
        self.shows = issubclass(cls, Media) or self.own is not None
        self.language = v.language(document.get("language"))

    def read(self) -> Fields:
        """All of them but those of associations."""
        table = table_of(self.cls)
        done: set[str] = set()
        for name in (*_TEXTS, "bodies", "rightsInfo", "by", *table, *self.own_rows):
            if name not in self.document or name in done:
                continue
            done.add(name)
            value = self.document[name]
            if name in _TEXTS and isinstance(value, list):
                self._texts(name, value)
            elif name == "bodies" and isinstance(value, list):
                self._bodies(value)
            elif name == "rightsInfo" and isinstance(value, dict):
                self._rights(value)
            elif name == "by" and self.shows and isinstance(value, str):
                self._put("creator", Contributor(name=v.text(value)))
            elif name in table or self.own is not None:
                self._rows(name, value, table.get(name, ()))
        if not holding.STRAY.isdisjoint(self.document):
            self._hold()
        return self._settled()

    def _hold(self) -> None:
        """Hold back what a name of another version holds back."""
        said = {name: held for name, held in self.document.items() if name in holding.NAMES}
        for field, found in zip(("status", "embargo"), holding.held_by(said), strict=True):
            if found is not None and field in field_names(self.cls):
                self.fields[field] = found

    def _put(self, name: str, value: Any) -> None:
        target = self.own if name in ("creator", "renditions", "credit") else None
        (self.fields if target is None else target)[name] = value

    def _rows(self, name: str, value: Any, rows: tuple[Row, ...]) -> None:
        own = self.own_rows.get(name, ())
        for row in rows:
            if not row.listed:
                self._single(row, value)  # a list, too: a status that is one holds news back
        if not isinstance(value, list):
            return
        for item in value:
            part = name in captions.PARTS and self.shows and self._caption(item, name)
            if not part:
                next((True for row in (*own, *rows) if self._item(row, item)), None)

    def _single(self, row: Row, value: Any) -> None:
        try:
            found = row.read(value)
            if "." not in row.field:
                found = v.fitting(self.cls, row.field, found)
        except (v.Odd, FieldError):
            return
        self.fields[row.field] = found

    def _item(self, row: Row, item: Any) -> bool:
        """Put an item into the field of a row, if it belongs there."""
        own = self.own if row in self.own_rows.get(row.name, ()) else None
        fields = self.fields if own is None else own
        if not row.listed or not row.takes(item) or (not row.many and row.field in fields):
            return False
        try:
            found = row.read(item)
        except (v.Odd, FieldError):
            return False
        fields[row.field] = (*fields.get(row.field, ()), found) if row.many else found
        return True

    def _caption(self, item: Any, name: str) -> bool:
        if name not in captions.PARTS:
            return False
        part = captions.part_of(item, name, self.language)
        if part is None:
            return False
        once = part[1] in ("agencies", "photographers")
        if not once and any(part[:2] == each[:2] for each in self.parts):
            return False
        self.parts.append(part)
        return True

    # -------------------------------------------------------------- texts
    def _texts(self, name: str, items: list[Any]) -> None:
        first, others = _TEXTS[name]
        texts = [each for each in items if not (self.shows and self._caption(each, name))]
        texts = [t for t in texts if isinstance(t, dict) and isinstance(t.get("value"), str)]
        main = _main(texts, "summary" if self.shows and name == "descriptions" else name)
        names = field_names(self.cls)
        if main is not None and first in names:
            self.fields[first] = v.text(main["value"])
        if others in names:
            self.fields[others] = tuple(
                Text(value=v.text(each["value"]), role=v.maybe(each.get("role")))
                for each in texts
                if each is not main
            )

    def _bodies(self, items: list[Any]) -> None:
        names = field_names(self.cls)
        if "body" in names:
            figures = bodies.Figures(
                files_of(self.document.get("associations")),
                alone="images" in names and self.own is None,
            )
            read = bodies.read(items, figures, self.language)
            self.fields["body"], self.fields["alternatives"] = read
            if "images" in names and (figures.images or figures.captions):
                self.fields[FIGURES] = figures
        elif "transcript" in names:
            script = next((e for e in items if isinstance(e, dict) and e.get("role") == SCRIPT),
                          None)  # fmt: skip
            self.fields["transcript"] = script and v.maybe(script.get("value"))

    def _rights(self, held: Object) -> None:
        link, words = held.get("linkedRights"), held.get("encodedRights")
        if isinstance(link, str):
            self.fields["rights.links"] = (links.licence(link),)
        elif isinstance(words, str) and isinstance(held.get("langId"), str):
            self.fields["rights.expressions"] = (links.expression(words, held["langId"]),)

    # -------------------------------------------------------------- what belongs together
    def _settled(self) -> Fields:
        fields = {name: held for name, held in self.fields.items() if "." not in name}
        if "rights" in field_names(self.cls):
            self._join(fields, "rights", Rights)
        self._join(fields, "dateline", Dateline)
        if self.parts or self.own:
            shown = captions.built(self.parts)
            target = fields if self.own is None else self.own
            target["captions"] = shown
            made = target.get("creator") if shown else None
            if made is not None and made.name == ", ".join(shown[0].photographers):
                del target["creator"]
        return fields

    def _join(self, fields: Fields, name: str, cls: type) -> None:
        inner = {
            key.partition(".")[2]: held
            for key, held in self.fields.items()
            if key.startswith(f"{name}.")
        }
        if inner:
            fields[name] = cls(**inner)


_TEXTS = {"headlines": ("headline", "headlines"), "descriptions": ("summary", "descriptions")}


def _main(texts: list[Object], name: str) -> Object | None:
    """The text that is the headline or the summary: by its role, else the first without one."""
    for role in _MAIN.get(name, (name,)):
        for each in texts:
            if each.get("role") == role:
                return each
    return None


def files_of(associations: Any) -> dict[str, str]:
    """The ids of associated objects by these and by the addresses of their files."""
    found: dict[str, str] = {}
    for each in associations if isinstance(associations, list) else ():
        uri = each.get("uri", each.get("guid")) if isinstance(each, dict) else None
        if not isinstance(uri, str):
            continue
        ident = v.address(uri)
        found[uri] = ident
        if isinstance(name := each.get("name"), str):
            found[name] = ident
        files = each.get("renditions")
        for file in files if isinstance(files, list) else ():
            if isinstance(file, dict) and isinstance(file.get("href"), str):
                found[file["href"]] = ident
    return found


def fields_in(document: Object, cls: type, kind: Kind = Kind.TEXT) -> tuple[Fields, Fields | None]:
    """The fields that a document gives, and those of the medium that it is."""
    reading = _Reading(document, cls, kind)
    fields = reading.read()
    return fields, reading.own


def ident_in(document: Object) -> str | None:
    """The id a document names: Superdesk's by the name it has in NewsML-G2."""
    uri = v.maybe(document.get("uri", document.get("guid")))
    return None if uri is None else from_uri(uri)

"""News items: articles out of them, by the table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

import attrs

from newsmodel.formats._shared.island import unpacked
from newsmodel.formats._shared.strictest import latest, strictest
from newsmodel.formats._shared.twins import marks_of
from newsmodel.formats.newsml.carrying.taking import (
    absence,
    attribute_extensions,
    element_extension,
    extensions_of,
    first_embargo,
    in_order,
    of_body,
    theirs,
    twins,
)
from newsmodel.formats.newsml.documents import contents
from newsmodel.formats.newsml.documents.beside import beside, nitf_beside, released_beside
from newsmodel.formats.newsml.documents.figures import with_edited_figures
from newsmodel.formats.newsml.documents.headed import fill_in, still_said
from newsmodel.formats.newsml.documents.languages import language_apart
from newsmodel.formats.newsml.documents.sections import Sections, table_of
from newsmodel.formats.newsml.documents.signatures import seals
from newsmodel.formats.newsml.documents.speakers import own_subjects
from newsmodel.formats.newsml.names import (
    ABSENT,
    FIELD_OF,
    MEDIA,
    NO_META,
    NO_PROVIDER,
    NO_TIME,
    OWN_GENERATOR,
    OWN_WORDS,
)
from newsmodel.formats.newsml.properties.catalogues import hidden_catalogs
from newsmodel.formats.newsml.properties.docdata import kept_from_readers
from newsmodel.formats.newsml.properties.files import is_medium, media_of
from newsmodel.formats.newsml.properties.kinds import is_unknown, kind_of, told_by
from newsmodel.formats.newsml.properties.simple import is_of_content, rank_of
from newsmodel.formats.newsml.properties.statuses import stated
from newsmodel.formats.newsml.properties.table import MEDIA_ROWS, ORDER, ROWS
from newsmodel.formats.newsml.properties.terms import told_apart
from newsmodel.formats.newsml.xml.attributes import XML_LANG, as_number, as_tag, clean
from newsmodel.formats.newsml.xml.reading import Element, N, constraint_of, name_of
from newsmodel.model import Article, Dialect, Extension, Kind, Status
from newsmodel.model.base import changed, maker
from newsmodel.model.gathering.own_codes import is_foreign
from newsmodel.plain import to_plain

_PARENTS: dict[Any, str] = {
    f"{N}{name}": name for name in ("itemMeta", "contentMeta", "contentSet", "groupSet")
}
_GROUPS, _REFERENCE, _PACKAGE = f"{N}groupSet", f"{N}itemRef", f"{N}packageItem"
_META, _CLASS, _PROGRAM = f"{N}itemMeta", f"{N}itemClass", f"{N}generator"
_TEXTS = f"{N}contentSet"
_STATUS, _RIGHTS = f"{N}pubStatus", f"{N}rightsInfo"
_MAKE = maker(Article)
_MAKE_DIALECT = maker(Dialect)
_KNOWN = frozenset({"guid", "version", "standard", "standardversion", "conformance", XML_LANG})
_SECTIONS = ("", "itemMeta", "contentMeta", "contentSet")
_TOP = frozenset(f"{N}{name}" for name in ORDER[""])
_MEANT = {f"{N}{name}".lower(): name for name in _PARENTS.values()}
"""The parts of an item by their names in small letters."""
_OF_TEXTS = table_of((*ROWS, attrs.evolve(MEDIA_ROWS[-1], accepts=is_medium)), _SECTIONS)
_OF_MEDIA = table_of((*MEDIA_ROWS, *ROWS), _SECTIONS)


class _Item(Sections):
    """One reading of an item."""

    def __init__(self, node: Element) -> None:
        self.node = node
        self._children = node[:]
        spelt = _respelt(self._children)
        self.kind, own = _about(node)
        table = _OF_MEDIA if self.kind in MEDIA else _OF_TEXTS
        super().__init__(table, own=own, language=partial(_language_of, node, own=own))
        for section, name in spelt.items():
            found = next(node.iterchildren(f"{N}{section}"))
            self.reading.depart(found, f"the item has no {name!r}: it is read as {section!r}")
            self.extensions += extensions_of(section, [("name()", name)])
        if constraint_of(node) is not None:
            self.close(*_SECTIONS)
        if node.get("guid") is None:
            self.reading.depart(node, "the item has no guid")

    def walk(self) -> None:
        """Read every property."""
        self.stray("", self.node)
        seen: dict[str, int] = {}
        for child in self._children:
            parent = _PARENTS.get(child.tag)
            if parent is None:
                if not self._is_reference(child):
                    self.property("", child)
            elif parent in seen:
                seen[parent] += 1
                self.reading.depart(child, f"{parent!r} stands more than once")
                self.beside.append(child)
                self.extensions.append(element_extension("", child, seen[parent]))
            elif not len(child) and parent != "groupSet" and not (child.text or "").strip():
                self.extensions.append(element_extension("", child, 1))
            else:
                seen[parent] = 1
                self._part(parent, child)
        self.settle()
        for node, said in told_apart([each for each in self._children if each.tag == _RIGHTS]):
            self.reading.depart(node, said)

    def _part(self, parent: str, node: Element) -> None:
        """Read what stands in one of the parts of an item; groups are read with their package."""
        if constraint_of(node) is not None:
            self.close(parent)
        is_package = self.node.tag == _PACKAGE
        if parent == ("contentSet" if is_package else "groupSet"):
            whose = "a package" if is_package else "an item of news"
            self.reading.depart(node, f"{whose} has no {parent!r}: it is kept as it is")
            self.extensions.append(element_extension("", node, 1))
        elif parent == "contentSet":
            contents.read(node, self, pictured=self.kind not in MEDIA)
        elif parent != "groupSet":
            self.extensions += attribute_extensions(parent, node)
            self.section(parent, node)

    def _is_reference(self, node: Element) -> bool:
        """Whether it is a package's reference to an item, though outside of all groups."""
        if node.tag != _REFERENCE or self.node.tag != _PACKAGE:
            return False
        self.reading.depart(node, "'itemRef' stands outside of all groups")
        return self.node.find(_GROUPS) is None


def _respelt(children: list[Element]) -> dict[str, str]:
    """Give parts whose names are spelled in another case their own, where no other has it.

    Returns:
        for each such part how its name was spelled.
    """
    strange = [each for each in children if each.tag not in _TOP]
    spelt: dict[str, str] = {}
    held = {each.tag for each in children} if strange else set()
    for each in strange:
        section = _MEANT.get(str(each.tag).lower())
        if section is not None and section not in spelt and f"{N}{section}" not in held:
            spelt[section], each.tag = name_of(each), f"{N}{section}"
    return spelt


def _about(item: Element) -> tuple[Kind, bool]:
    """The kind of an item, and whether it was written anew by this library."""
    code, own = "", False
    meta = next(item.iterchildren(_META), None)
    if meta is None:
        return Kind.TEXT, False
    for each in meta.iterchildren(_CLASS, _PROGRAM):
        if each.tag == _PROGRAM:
            own |= each.text == OWN_GENERATOR
        elif not code:
            code = told_by(each)
    if not code:  # perhaps its name is in another case
        code = next((told_by(c) for c in meta if str(c.tag).lower() == _CLASS.lower()), "")
    return kind_of(code), own


def _language_of(item: Element, *, own: bool) -> str | None:
    """The language of the content, else that its text names, else that of the item."""
    tags = filter(is_of_content, item.iterfind(f"{N}contentMeta/{N}language"))
    said = max(tags, key=rank_of, default=item).get("tag")
    if not said:
        texts = None if own else next(item.iterchildren(_TEXTS), None)
        said = (None if texts is None else contents.language_of(texts)) or item.get(XML_LANG)
    return said.strip() if said else None


def read(node: Element, departures: list[tuple[int | None, str]] | None = None) -> Article:
    """The article of an item; the data island is used where it still fits.

    Args:
        node: the item.
        departures: gets where the item departs from the standard.
    """
    signed = seals(node)
    item = _Item(node)
    item.extensions += signed
    item.walk()
    article = _built(item)
    if departures is not None:
        departures += item.reading.departures
    for island in item.islands:
        plain, held = to_plain(article), island_in(island)
        fields = unpacked(Article, held, plain.get)
        if departures is not None and isinstance(held, dict) and "body" in held.keys() - fields:
            departures.append((island.sourceline, _TEXT_EDITED))
        if fields:
            article = changed(article, **fields)
            if "body" in fields and of_body(article.extensions):
                kept = contents.without_other_text(article, own=item.own)
                article = changed(article, extensions=kept)
            if item.headed is not None:
                kept = still_said(article, item.headed)
                article = changed(article, extensions=kept)
    return with_edited_figures(article, node) if item.islands else article


_TEXT_EDITED = (
    "the text was edited since it was written: what it kept from readers (parts, names, pictures)"
    " is not in it any more"
)


def island_in(node: Element) -> object:
    """The island in an element; None for what is none."""
    try:
        return json.loads("".join(node.itertext()))
    except (ValueError, RecursionError):
        return None


def _built(item: _Item) -> Article:
    fields, said = item.fields, {name: clean(value) for name, value in item.node.items()}
    if XML_LANG in said:
        said[XML_LANG] = said[XML_LANG].strip()
    number = as_number(said.get("version", "").strip())
    fields["id"] = said.get("guid", "")
    fields["kind"] = item.kind
    fields["status"] = _status(item)
    _obey(item, fields)
    if number is not None:
        fields["version"] = number
    _add_media(item, fields)
    _obey_texts(item, fields)
    language, tagged = said.get(XML_LANG), bool(fields.get("language"))
    item.extensions += fill_in(fields, item.headed, item.extensions)
    item.extensions += _twins(item)
    item.extensions += _theirs(item)
    if not fields.get("language") and language is not None:
        fields["language"] = as_tag(language)
    fillers = _without_fillers(fields) if item.own else ()
    if item.own and not item.extensions:  # what others have put in is kept as theirs
        _as_new(fields)
    else:
        fields["dialect"] = _dialect(said, tagged=tagged)
        item.extensions += language_apart(language, fields.get("language"))
        known = _KNOWN if number is not None else _KNOWN - {"version"}
        if not said.keys() <= known:
            item.extensions += attribute_extensions("newsItem", item.node, known)
            _check_attributes(item, known)
        if language and as_tag(language) is None:
            item.reading.depart(item.node, f"{language!r} is no language tag")
        gone = [place for f, place in ABSENT.items() if f not in fields and f not in fillers]
        if len(gone) == len(ABSENT) and item.node.find(_META) is None:
            gone = [NO_META]
        item.extensions += map(absence, gone)
    item.extensions += item.places.counts()
    fields["extensions"] = sorted(item.extensions, key=in_order)
    for name, value in fields.items():
        if isinstance(value, list):
            fields[name] = tuple(value)
    return _MAKE(**fields)


def _twins(item: _Item) -> list[Extension]:
    """What is carried of texts beside the body that say the same."""
    texts = () if item.own else item.fields.get("alternatives", ())
    marks = marks_of(item.fields.get("body", ()), texts, item.fields.values())
    return [twins(marks)] if marks else []


def _theirs(item: _Item) -> list[Extension]:
    """Says which codes of an item only look like the library's own."""
    if item.own or not is_foreign(item.fields.get("catalogs", ())):
        return []
    every = {str(said) for each in item.node.iter("*") for said in each.attrib.values()}
    words = [word for word in OWN_WORDS if f"nm:{word}" in every]
    return [theirs(words)] if words else []


def _status(item: _Item) -> Status:
    status, legible = stated(item.fields.get("status_code"))
    if not legible:
        where = next(item.node.iter(_STATUS), item.node)
        item.reading.depart(where, f"'pubStatus' cannot be read: it counts as {status}")
    return status


def _obey(item: _Item, fields: dict[str, Any]) -> None:
    """Let what is said of status and embargo beside their fields count where it is stricter."""
    if not item.beside:
        return
    said, own = beside(item.beside), fields.get("embargo")
    status, embargo = strictest([fields["status"], said.status]), latest([own, said.embargo])
    if status is not fields["status"]:
        fields["status"] = status
        item.reading.depart(item.node, f"of several 'pubStatus' the strictest counts: {status}")
    if embargo != own:
        fields["embargo"] = embargo
        item.extensions.append(first_embargo(own))
        item.reading.depart(item.node, "of several 'embargoed' the one that ends last counts")


def _obey_texts(item: _Item, fields: dict[str, Any]) -> None:
    """Let an embargo that NITF beside the body says count where the item names none; tell of it."""
    texts = fields.get("alternatives", ())
    if item.own or item.kind in MEDIA or not texts:
        return
    for root in nitf_beside(texts):
        for told in kept_from_readers(root, beside=True):
            item.reading.depart(item.node, told)
    own = item.headed.said.get("embargo") if item.headed is not None else None
    embargo = latest([own, released_beside(texts, fields.get("version_created"))])
    if fields.get("embargo") is None and embargo != own:
        fields["embargo"] = embargo
        item.extensions.append(first_embargo(None))


def _add_media(item: _Item, fields: dict[str, Any]) -> None:
    """Add the picture, video or sound an item is about, or those whose files stand in it."""
    if item.kind in MEDIA:
        name, cls = MEDIA[item.kind]
        medium = {n: tuple(v) if isinstance(v, list) else v for n, v in item.medium.items()}
        if "captions" in medium:
            medium["captions"] = contents.joined_captions(medium["captions"])
        fields[name] = (*fields.get(name, ()), maker(cls)(**medium))
    elif item.medium:
        for shown in media_of(item.medium["renditions"]):
            name = FIELD_OF[type(shown)]
            fields[name] = (*fields.get(name, ()), shown)
        if not fields.get("body"):
            for each in filter(is_unknown, item.node.iterfind(f"{_META}/{_CLASS}")):
                said = f"'itemClass' {told_by(each)!r} is unknown: it is read as a text"
                item.reading.depart(each, said)


def _check_attributes(item: _Item, known: frozenset[str]) -> None:
    """Note attributes of an item that the standard does not have."""
    for name, value in item.node.items():
        if name not in known and not name.startswith("{") and name != "dir":
            item.reading.depart(item.node, f"the item has no attribute {name}={value!r}")


def _dialect(said: Mapping[str, str], *, tagged: bool) -> Dialect:
    """How the item was written, by its attributes."""
    return _MAKE_DIALECT(
        standard=said.get("standard"),
        version=said.get("standardversion"),
        conformance=said.get("conformance"),
        language=said.get(XML_LANG),
        tagged=tagged,
        numbered="version" in said,
        identified="guid" in said,
    )


def _as_new(fields: dict[str, Any]) -> None:
    """Leave out what every new document says."""
    fields.pop("kind_code", None)
    fields.pop("status_code", None)
    generators = [g for g in fields.get("generators", ()) if g.name != OWN_GENERATOR]
    fields["generators"] = generators
    fields["catalogs"] = hidden_catalogs(tuple(fields.get("catalogs", ())))
    if subjects := fields.get("subjects"):
        fields["subjects"] = own_subjects(subjects, fields.get("body", ()))


def _without_fillers(fields: dict[str, Any]) -> list[str]:
    """Leave out what stands for nothing in a document of the library, and say which it was."""
    found = [name for name, filler in _FILLERS.items() if fields.get(name) == filler]
    for name in found:
        del fields[name]
    return found


_FILLERS = {"version_created": NO_TIME, "provider": NO_PROVIDER}

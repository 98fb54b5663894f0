"""News items: articles out of what was read of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from newsmodel.formats._shared.island import unpacked
from newsmodel.formats._shared.strictest import latest, strictest
from newsmodel.formats._shared.twins import marks_of
from newsmodel.formats.newsml.carrying.taking import (
    absence,
    attribute_extensions,
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
from newsmodel.formats.newsml.documents.signatures import seals
from newsmodel.formats.newsml.documents.speakers import own_subjects
from newsmodel.formats.newsml.documents.walking import CLASS, META, Item
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
from newsmodel.formats.newsml.properties.files import media_of
from newsmodel.formats.newsml.properties.kinds import is_unknown, told_by
from newsmodel.formats.newsml.properties.statuses import stated
from newsmodel.formats.newsml.xml.attributes import XML_LANG, as_number, as_tag, clean
from newsmodel.formats.newsml.xml.reading import Element, N
from newsmodel.model import Article, Dialect, Extension, Status
from newsmodel.model.base import changed, maker
from newsmodel.model.gathering.own_codes import is_foreign
from newsmodel.plain import to_plain

_STATUS = f"{N}pubStatus"
_MAKE = maker(Article)
_MAKE_DIALECT = maker(Dialect)
_KNOWN = frozenset({"guid", "version", "standard", "standardversion", "conformance", XML_LANG})


def read(node: Element, departures: list[tuple[int | None, str]] | None = None) -> Article:
    """The article of an item; the data island is used where it still fits.

    Args:
        node: the item.
        departures: gets where the item departs from the standard.
    """
    signed = seals(node)
    item = Item(node)
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


def _built(item: Item) -> Article:
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
        if len(gone) == len(ABSENT) and item.node.find(META) is None:
            gone = [NO_META]
        item.extensions += map(absence, gone)
    item.extensions += item.places.counts()
    fields["extensions"] = sorted(item.extensions, key=in_order)
    for name, value in fields.items():
        if isinstance(value, list):
            fields[name] = tuple(value)
    return _MAKE(**fields)


def _twins(item: Item) -> list[Extension]:
    """What is carried of texts beside the body that say the same."""
    texts = () if item.own else item.fields.get("alternatives", ())
    marks = marks_of(item.fields.get("body", ()), texts, item.fields.get)
    return [twins(marks)] if marks else []


def _theirs(item: Item) -> list[Extension]:
    """Says which codes of an item only look like the library's own."""
    if item.own or not is_foreign(item.fields.get("catalogs", ())):
        return []
    every = {str(said) for each in item.node.iter("*") for said in each.attrib.values()}
    words = [word for word in OWN_WORDS if f"nm:{word}" in every]
    return [theirs(words)] if words else []


def _status(item: Item) -> Status:
    status, legible = stated(item.fields.get("status_code"))
    if not legible:
        where = next(item.node.iter(_STATUS), item.node)
        item.reading.depart(where, f"'pubStatus' cannot be read: it counts as {status}")
    return status


def _obey(item: Item, fields: dict[str, Any]) -> None:
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


def _obey_texts(item: Item, fields: dict[str, Any]) -> None:
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


def _add_media(item: Item, fields: dict[str, Any]) -> None:
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
            for each in filter(is_unknown, item.node.iterfind(f"{META}/{CLASS}")):
                said = f"'itemClass' {told_by(each)!r} is unknown: it is read as a text"
                item.reading.depart(each, said)


def _check_attributes(item: Item, known: frozenset[str]) -> None:
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

"""The table: where each field of an article stands in a news item, and how it is written there.

`ROWS` are the fields of an article, `MEDIA_ROWS` those of the picture, video or sound an item of
that kind is about. A field without a row is in the data island, and so is one whose value its row
cannot write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import attrs

from newsmodel.formats._shared.escaping import text
from newsmodel.formats.newsml.about import Properties
from newsmodel.formats.newsml.alternatives import alternative, alternative_in
from newsmodel.formats.newsml.catalogues import catalog, catalog_in
from newsmodel.formats.newsml.concepts import concept_in, contributor_in, related_in
from newsmodel.formats.newsml.describing import concept, contributor, related
from newsmodel.formats.newsml.files import (
    checksum,
    checksum_in,
    icon,
    icon_in,
    rendition,
    rendition_in,
)
from newsmodel.formats.newsml.identifiers import alt_id, alt_id_in, generator, generator_in
from newsmodel.formats.newsml.links import link, link_in
from newsmodel.formats.newsml.measures import interaction, interaction_in, rating, rating_in
from newsmodel.formats.newsml.names import ALT_TEXT, CAPTION, NO_PROVIDER, SUMMARY, TRANSLATOR
from newsmodel.formats.newsml.notes import note, note_in
from newsmodel.formats.newsml.parts import hops, hops_in, part, part_in
from newsmodel.formats.newsml.reading import (
    Element,
    N,
    Reading,
    as_tag,
    label_in,
    nothing_in,
    text_in,
)
from newsmodel.formats.newsml.rights import rights, rights_in
from newsmodel.formats.newsml.times import moment_in, when_in
from newsmodel.formats.newsml.writing import Inexact, element, label, words as string
from newsmodel.model import Contributor, Dateline, Embargo, ImageCaption, Text
from newsmodel.model.base import maker, told_by

Write = Callable[[str, Any], str]
Read = Callable[[Element, Reading], Any]


def _always(node: Element) -> bool:
    return True


@attrs.frozen(eq=False)
class Row:
    """One field of an article in a news item."""

    field: str
    """The field."""
    parent: str
    """The element it stands in: "itemMeta", "contentMeta", "contentSet", or "" for the item."""
    name: str
    """The element it is."""
    write: Write
    """Takes the element's name and a value, gives the markup; raises `Inexact`."""
    read: Read
    """Takes an element, gives the value; notes what it has no place for."""
    many: bool = False
    """Whether the field holds several values, an element each."""
    accepts: Callable[[Element], bool] = _always
    """Whether an element of that name belongs to the field."""
    shown: bool = False
    """Whether its values are shown to readers and cannot say that they must not be."""
    plain: bool = False
    """Whether its attributes beside the value are carried one by one, and kept when it changes."""
    filler: str = ""
    """What is written where nothing of a value can be, and the standard demands the element."""
    singles: Callable[[Any], tuple[Any, ...]] | None = None
    """Takes a value apart that is written as several elements, one value for each."""
    of_medium: bool = False
    """Whether the field is one of the picture, video or sound the item is of."""

    @property
    def tags(self) -> tuple[str, ...]:
        """The elements it may be, with their namespace."""
        return (
            (f"{N}{self.name}", f"{N}catalogRef")
            if self.name == "catalog"
            else (f"{N}{self.name}",)
        )


_MAKE_CAPTION = maker(ImageCaption)
_MAKE_DATELINE = maker(Dateline)
_MAKE_EMBARGO = maker(Embargo)
_OPEN_ENDED = Embargo()


# ------------------------------------------------------------------ codecs
def time(name: str, value: Any) -> str:
    """A time as an element."""
    return element(name, value.isoformat())


def digit_in(node: Element, reading: Reading) -> int | None:
    """A number from 1 to 9 from an element; None, and noted, for any other."""
    value = (node.text or "").strip()
    reading.inexact |= bool(node.attrib or len(node))
    if len(value) == 1 and value in "123456789":
        return int(value)
    reading.inexact = True
    return None


def _embargo(name: str, value: Embargo) -> str:
    return element(name, value.until.isoformat() if value.until else "")


def _embargo_in(node: Element, reading: Reading) -> Embargo:
    if not (node.text or "").strip():
        reading.inexact |= bool(node.attrib)
        return _OPEN_ENDED
    until = moment_in(node, reading)
    if until is None:
        reading.depart(node, "'embargoed' cannot be read: it counts as open-ended")
    return _MAKE_EMBARGO(until=until)


def _language(name: str, value: str) -> str:
    return element(name, "", [("tag", value)])


def _language_in(node: Element, reading: Reading) -> str | None:
    reading.leave_attributes(node, ("tag",))
    nothing_in(node, reading)
    found = as_tag(node.get("tag") or "")
    reading.inexact |= found is None
    return found


_is_line = told_by(Dateline, ["text", "language"])


def _dateline(name: str, value: Dateline) -> str:
    if value.text is None or not _is_line(value):
        raise Inexact
    return label(name, Text(value=value.text, language=value.language))


def _dateline_in(node: Element, reading: Reading) -> Dateline:
    found = label_in(node, reading)
    reading.inexact |= found.role is not None or found.rank is not None
    return _MAKE_DATELINE(text=found.value, language=found.language)


def _summary(name: str, value: str) -> str:
    return element(name, text(value), [("role", SUMMARY)])


def _summary_in(node: Element, reading: Reading) -> str:
    reading.leave_attributes(node, ("role",))
    return text_in(node, reading)


def _other_contributor(name: str, value: Contributor) -> str:
    if value.role == TRANSLATOR:
        raise Inexact  # it would be taken for a translator
    return contributor(name, value)


def _translator(name: str, value: Contributor) -> str:
    if value.role is not None:
        raise Inexact
    return contributor(name, value, TRANSLATOR)


def _translator_in(node: Element, reading: Reading) -> Contributor:
    return attrs.evolve(contributor_in(node, reading), role=None)


_is_said = told_by(ImageCaption, ["language", "text", "alt_text"])


def _caption(name: str, value: ImageCaption) -> str:
    """A caption and its alternative text; what else is known of it goes elsewhere."""
    if not _is_said(value) or (value.text is None and value.alt_text is None):
        raise Inexact
    words = ((CAPTION, value.text), (ALT_TEXT, value.alt_text))
    parts = [
        element(name, text(said), [("role", role), ("xml:lang", value.language)])
        for role, said in words
        if said is not None
    ]
    return "".join(parts)


def _caption_in(node: Element, reading: Reading) -> ImageCaption:
    found = label_in(node, reading)
    alt = node.get("role") == ALT_TEXT
    reading.inexact |= node.get("role") not in (CAPTION, ALT_TEXT) or found.rank is not None
    if alt:
        return _MAKE_CAPTION(language=found.language, alt_text=found.value)
    return _MAKE_CAPTION(language=found.language, text=found.value)


def _singles(value: ImageCaption) -> tuple[ImageCaption, ...]:
    """A caption and its alternative text by themselves."""
    if value.text is None or value.alt_text is None:
        return (value,)
    alone = ImageCaption(language=value.language, alt_text=value.alt_text)
    return attrs.evolve(value, alt_text=None), alone


def _has_no_role(node: Element) -> bool:
    return node.get("role") is None


def _description_role(node: Element) -> str:
    return (node.get("role") or "").rpartition(":")[2]


def _is_summary(node: Element) -> bool:
    return node.get("role") == SUMMARY


def _is_caption(node: Element) -> bool:
    return _description_role(node) == "caption" or node.get("role") == ALT_TEXT


def _is_translator(node: Element) -> bool:
    return node.get("role") == TRANSLATOR


_TIME = (time, moment_in)


def alone(write: Callable[[Any], str]) -> Write:
    """How a value is written as an element that has one name only."""
    return lambda _, value: write(value)


def words(field: str, parent: str, name: str) -> Row:
    """The row of a field that is a plain string."""
    return Row(field, parent, name, string, text_in, plain=True, shown=True)


def _concepts(field: str, parent: str, name: str) -> Row:
    return Row(field, parent, name, concept, concept_in, many=True)


def _properties(field: str, parent: str, name: str) -> Row:
    return Row(field, parent, name, related, related_in, many=True)


ROWS: tuple[Row, ...] = (
    Row("catalogs", "", "catalog", alone(catalog), catalog_in, many=True),
    Row("hops", "", "hopHistory", alone(hops), hops_in),
    Row("rights", "", "rightsInfo", alone(rights), rights_in),
    # itemMeta
    Row("kind_code", "itemMeta", "itemClass", concept, concept_in),
    Row(
        "provider", "itemMeta", "provider", concept, concept_in,
        filler=concept("provider", NO_PROVIDER),
    ),
    Row("version_created", "itemMeta", "versionCreated", *_TIME),
    Row("first_created", "itemMeta", "firstCreated", *_TIME),
    Row("embargo", "itemMeta", "embargoed", _embargo, _embargo_in),
    Row("status_code", "itemMeta", "pubStatus", concept, concept_in),
    Row("role", "itemMeta", "role", concept, concept_in),
    words("file_name", "itemMeta", "fileName"),
    Row(
        "generators", "itemMeta", "generator", alone(generator), generator_in,
        many=True,
    ),
    words("profile", "itemMeta", "profile"),
    _concepts("services", "itemMeta", "service"),
    words("title", "itemMeta", "title"),
    Row("editor_notes", "itemMeta", "edNote", alone(note), note_in, many=True),
    _concepts("member_of", "itemMeta", "memberOf"),
    _concepts("instance_of", "itemMeta", "instanceOf"),
    _concepts("signals", "itemMeta", "signal"),
    Row("hashes", "itemMeta", "hash", alone(checksum), checksum_in, many=True),
    Row("expires", "itemMeta", "expires", *_TIME),
    Row("links", "itemMeta", "link", alone(link), link_in, many=True),
    _properties("item_properties", "itemMeta", "itemMetaExtProperty"),
    # contentMeta, administrative
    Row("icons", "contentMeta", "icon", alone(icon), icon_in, many=True),
    Row("urgency", "contentMeta", "urgency", lambda n, v: element(n, str(v)), digit_in),
    Row("created", "contentMeta", "contentCreated", time, when_in),
    Row("modified", "contentMeta", "contentModified", time, when_in),
    _concepts("places", "contentMeta", "located"),
    _concepts("info_sources", "contentMeta", "infoSource"),
    Row(
        "authors", "contentMeta", "creator", contributor, contributor_in, many=True,
    ),
    Row(
        "translators", "contentMeta", "contributor", _translator, _translator_in,
        many=True, accepts=_is_translator,
    ),
    Row(
        "contributors", "contentMeta", "contributor", _other_contributor, contributor_in,
        many=True,
    ),
    _concepts("audiences", "contentMeta", "audience"),
    _concepts("excluded_audiences", "contentMeta", "exclAudience"),
    Row("alt_ids", "contentMeta", "altId", alone(alt_id), alt_id_in, many=True),
    Row("ratings", "contentMeta", "rating", alone(rating), rating_in, many=True),
    Row(
        "interactions", "contentMeta", "userInteraction", alone(interaction), interaction_in,
        many=True,
    ),
    # contentMeta, descriptive
    Row("language", "contentMeta", "language", _language, _language_in),
    _concepts("genres", "contentMeta", "genre"),
    Row("keywords", "contentMeta", "keyword", label, label_in, many=True, shown=True),
    _concepts("subjects", "contentMeta", "subject"),
    words("slugline", "contentMeta", "slugline"),
    Row(
        "headline", "contentMeta", "headline", string, text_in, accepts=_has_no_role, plain=True,
        shown=True,
    ),
    Row("headlines", "contentMeta", "headline", label, label_in, many=True, shown=True),
    Row("dateline", "contentMeta", "dateline", _dateline, _dateline_in, shown=True),
    words("byline", "contentMeta", "by"),
    words("credit", "contentMeta", "creditline"),
    Row(
        "summary", "contentMeta", "description", _summary, _summary_in, accepts=_is_summary,
        shown=True,
    ),
    Row(
        "descriptions", "contentMeta", "description", label, label_in, many=True,
        shown=True,
    ),
    _properties("properties", "contentMeta", "contentMetaExtProperty"),
    Row("parts", "", "partMeta", alone(part), part_in, many=True),
    # contentSet
    Row(
        "alternatives", "contentSet", "inlineData", alone(alternative), alternative_in,
        many=True,
    ),
    # the item itself
    _concepts("assertions", "", "assert"),
)  # fmt: skip

MEDIA_ROWS: tuple[Row, ...] = (
    Row(
        "creator", "contentMeta", "creator", contributor, contributor_in, of_medium=True,
    ),
    attrs.evolve(words("credit", "contentMeta", "creditline"), of_medium=True),
    Row(
        "captions", "contentMeta", "description", _caption, _caption_in, many=True,
        accepts=_is_caption, singles=_singles, of_medium=True,
    ),
    Row(
        "renditions", "contentSet", "remoteContent", alone(rendition), rendition_in,
        many=True, of_medium=True,
    ),
)  # fmt: skip

ORDER: dict[str, tuple[str, ...]] = {
    "": tuple(
        "Signature catalogRef catalog hopHistory pubHistory rightsInfo itemMeta contentMeta"
        " partMeta assert inlineRef derivedFrom derivedFromValue contentSet groupSet".split()
    ),
    "itemMeta": tuple(
        "itemClass provider versionCreated firstCreated embargoed pubStatus role fileName"
        " generator profile service title edNote memberOf instanceOf signal altRep deliverableOf"
        " hash expires origRep incomingFeedId metadataCreator link itemMetaExtProperty".split()
    ),
    "contentMeta": tuple(
        "icon urgency contentCreated contentModified digitalSourceType located infoSource creator"
        " contributor audience exclAudience altId rating userInteraction language genre keyword"
        " subject slugline headline dateline by creditline description"
        " contentMetaExtProperty".split()
    ),
    "contentSet": tuple("inlineXML inlineData remoteContent".split()),
}
"""The order in which elements stand in their parent (NewsML-G2 2.35, Power)."""


_ADMINISTRATIVE = (
    "located infoSource creator contributor audience exclAudience altId rating userInteraction"
).split()
_RANKED = ORDER["contentMeta"]
RANKS: dict[str, dict[Any, int]] = {
    "itemMeta": {f"{N}{name}": rank for rank, name in enumerate(ORDER["itemMeta"])},
    "contentMeta": {
        f"{N}{name}": min(rank, 5) if name in (*_RANKED[:5], *_ADMINISTRATIVE) else 6
        for rank, name in enumerate(_RANKED)
    },
}
"""What stands before what: within each of two groups of contentMeta the order is free."""

REPEATED = frozenset(
    "by creditline dateline description headline language slugline title expires rightsInfo".split()
)
"""Elements that the standard lets stand several times, though the model has one value for them."""


def by_place(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    """Rows by the element they are and the one it stands in."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row.parent, row.name), []).append(row)
    return found


@cache
def of_targets() -> Properties:
    """What a link may say of the item it leads to."""
    taken = ("title", "link", "language")
    return Properties(_rows_of(("itemMeta", "contentMeta"), taken))


@cache
def of_parts() -> Properties:
    """What may be said of a part, in the order of the schema."""
    last = {row.field: row for row in ROWS if row.field in ("signals", "editor_notes", "links")}
    rows = _rows_of(("contentMeta",), ("icon", "contentMetaExtProperty"))
    return Properties((*rows, last["signals"], last["editor_notes"], last["links"]))


def _rows_of(parents: tuple[str, ...], taken: tuple[str, ...]) -> tuple[Row, ...]:
    return tuple(row for row in ROWS if row.parent in parents and row.name not in taken)

"""The table: where each field of an article stands in a news item, and how it is written there.

`ROWS` are the fields of an article, `MEDIA_ROWS` those of the picture, video or sound an item of
that kind is about. A field without a row is in the data island, and so is one whose value its row
cannot write.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs

from newsmodel.formats.newsml.names import NO_KIND, NO_PROVIDER, SIGNATURE
from newsmodel.formats.newsml.properties.about import Properties
from newsmodel.formats.newsml.properties.alternatives import alternative, alternative_in
from newsmodel.formats.newsml.properties.catalogues import catalog, catalog_in
from newsmodel.formats.newsml.properties.concepts import concept_in, contributor_in, related_in
from newsmodel.formats.newsml.properties.describing import concept, contributor, named, related
from newsmodel.formats.newsml.properties.files import (
    checksum,
    checksum_in,
    icon,
    icon_in,
    rendition,
    rendition_in,
)
from newsmodel.formats.newsml.properties.headlines import is_headline
from newsmodel.formats.newsml.properties.identifiers import (
    alt_id,
    alt_id_in,
    generator,
    generator_in,
)
from newsmodel.formats.newsml.properties.links import as_ordered, link, link_in
from newsmodel.formats.newsml.properties.measures import (
    interaction,
    interaction_in,
    rating,
    rating_in,
)
from newsmodel.formats.newsml.properties.notes import note, note_in
from newsmodel.formats.newsml.properties.parts import hops, hops_in, part, part_in
from newsmodel.formats.newsml.properties.provenance import (
    of_whole,
    source_type,
    source_type_in,
)
from newsmodel.formats.newsml.properties.rights import rights, rights_in
from newsmodel.formats.newsml.properties.row import Row, alone
from newsmodel.formats.newsml.properties.simple import (
    caption,
    caption_in,
    captions_among,
    captions_apart,
    dateline,
    dateline_as_line,
    dateline_in,
    digit_in,
    embargo,
    embargo_in,
    is_of_content,
    is_translator,
    language,
    language_in,
    other_contributor,
    rank_of,
    summaries_among,
    summary,
    summary_in,
    text_as_line,
    time,
    translator,
    translator_in,
)
from newsmodel.formats.newsml.properties.terms import fitness
from newsmodel.formats.newsml.properties.times import moment_in, when_in
from newsmodel.formats.newsml.xml.reading import (
    N,
    label_in,
    text_in,
)
from newsmodel.formats.newsml.xml.writing import as_line, element, label, rewriting, words as string

_TIME = (time, moment_in)
_CONTRIBUTOR = rewriting(contributor)


def words(field: str, parent: str, name: str) -> Row:
    """The row of a field that is a plain string."""
    return Row(field, parent, name, string, text_in, plain=True, shorter=as_line)


def _concepts(field: str, parent: str, name: str) -> Row:
    return Row(field, parent, name, concept, concept_in, many=True)


def _properties(field: str, parent: str, name: str) -> Row:
    return Row(field, parent, name, related, related_in, many=True)


ROWS: tuple[Row, ...] = (
    Row("catalogs", "", "catalog", rewriting(alone(catalog)), catalog_in, many=True),
    Row("hops", "", "hopHistory", alone(hops), hops_in, nothing=()),
    Row("rights", "", "rightsInfo", rewriting(alone(rights)), rights_in, fitness=fitness),
    # itemMeta
    Row(
        "kind_code", "itemMeta", "itemClass", concept, concept_in,
        filler=concept("itemClass", NO_KIND),
    ),
    Row(
        "provider", "itemMeta", "provider", concept, concept_in,
        filler=concept("provider", NO_PROVIDER),
    ),
    Row("version_created", "itemMeta", "versionCreated", *_TIME),
    Row("first_created", "itemMeta", "firstCreated", *_TIME),
    Row("embargo", "itemMeta", "embargoed", embargo, embargo_in),
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
    Row(
        "links", "itemMeta", "link", alone(link), link_in, many=True, shorter=as_ordered,
    ),
    _properties("item_properties", "itemMeta", "itemMetaExtProperty"),
    # contentMeta, administrative
    Row("icons", "contentMeta", "icon", alone(icon), icon_in, many=True),
    Row("urgency", "contentMeta", "urgency", lambda n, v: element(n, str(v)), digit_in),
    Row("created", "contentMeta", "contentCreated", time, when_in),
    Row("modified", "contentMeta", "contentModified", time, when_in),
    Row(
        "provenance", "contentMeta", "digitalSourceType", source_type, source_type_in,
        nothing=(), shorter=of_whole,
    ),
    _concepts("places", "contentMeta", "located"),
    _concepts("info_sources", "contentMeta", "infoSource"),
    Row(
        "authors", "contentMeta", "creator", _CONTRIBUTOR, contributor_in, many=True, shorter=named,
    ),
    Row(
        "translators", "contentMeta", "contributor", translator, translator_in,
        many=True, accepts=is_translator, shorter=named,
    ),
    Row(
        "contributors", "contentMeta", "contributor", rewriting(other_contributor), contributor_in,
        many=True, shorter=named,
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
    Row(
        "language", "contentMeta", "language", language, language_in, accepts=is_of_content,
        fitness=rank_of,
    ),
    _concepts("genres", "contentMeta", "genre"),
    Row(
        "keywords", "contentMeta", "keyword", label, label_in, many=True, shorter=text_as_line,
    ),
    _concepts("subjects", "contentMeta", "subject"),
    words("slugline", "contentMeta", "slugline"),
    Row(
        "headline", "contentMeta", "headline", string, text_in, accepts=is_headline, plain=True,
        shorter=as_line,
    ),
    Row(
        "headlines", "contentMeta", "headline", label, label_in, many=True, shorter=text_as_line,
    ),
    Row(
        "dateline", "contentMeta", "dateline", dateline, dateline_in, shorter=dateline_as_line,
    ),
    words("byline", "contentMeta", "by"),
    words("credit", "contentMeta", "creditline"),
    Row(
        "summary", "contentMeta", "description", summary, summary_in, among=summaries_among,
    ),
    Row(
        "descriptions", "contentMeta", "description", label, label_in, many=True,
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
        "creator", "contentMeta", "creator", _CONTRIBUTOR, contributor_in, of_medium=True,
        shorter=named,
    ),
    attrs.evolve(words("credit", "contentMeta", "creditline"), of_medium=True),
    Row(
        "captions", "contentMeta", "description", caption, caption_in, many=True,
        among=captions_among, singles=captions_apart, of_medium=True,
    ),
    Row(
        "renditions", "contentSet", "remoteContent", alone(rendition), rendition_in,
        many=True, of_medium=True,
    ),
)  # fmt: skip

ORDER: dict[str, tuple[str, ...]] = {
    "": (
        SIGNATURE,
        *"catalogRef catalog hopHistory pubHistory rightsInfo itemMeta contentMeta"
        " partMeta assert inlineRef derivedFrom derivedFromValue contentSet groupSet".split(),
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
    "header": tuple(
        "sent catalogRef catalog sender transmitId priority origin timestamp destination channel"
        " signal headerExtProperty".split()
    ),
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
        for rank, name in enumerate(_RANKED[:-1])
    }
    | {f"{N}{_RANKED[-1]}": 7},
    "header": {
        f"{N}{name}": 1 if name == "catalog" else min(rank, 7)
        for rank, name in enumerate(ORDER["header"])
    },
}
"""What stands before what. The order is free within each of two groups of contentMeta, among the
catalogues of a header, and from its timestamps on."""

REPEATED = frozenset(
    "by creditline dateline description headline language slugline title expires rightsInfo".split()
)
"""Elements that the standard lets stand several times, though the model has one value for them."""


@cache
def of_targets() -> Properties:
    """What a link may say of the item it leads to."""
    taken = ("title", "link", "language")
    rights_row = next(row for row in ROWS if row.field == "rights")
    return Properties((*_rows_of(("itemMeta", "contentMeta"), taken), rights_row))


@cache
def of_parts() -> Properties:
    """What may be said of a part, in the order of the schema."""
    last = {row.field: row for row in ROWS if row.field in ("signals", "editor_notes", "links")}
    rows = _rows_of(("contentMeta",), ("icon", "contentMetaExtProperty"))
    return Properties((*rows, last["signals"], last["editor_notes"], last["links"]))


def _rows_of(parents: tuple[str, ...], taken: tuple[str, ...]) -> tuple[Row, ...]:
    return tuple(row for row in ROWS if row.parent in parents and row.name not in taken)

"""The table: where each field of an article stands in a news item, and how it is written there.

`ROWS` are the fields of an article, `MEDIA_ROWS` those of the picture, video or sound an item of
that kind is about. A field without a row is in the data island, and so is one whose value its row
cannot write.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import attrs

from newsmodel.formats._shared.escaping import text
from newsmodel.formats.newsml import properties as p
from newsmodel.formats.newsml.concepts import (
    concept,
    contributor,
    read_concept,
    read_concepts,
    read_contributor,
)
from newsmodel.formats.newsml.names import (
    ALT_TEXT,
    CAPTION,
    KIND_OF,
    KINDS,
    NO_PROVIDER,
    NO_TIME,
    STATUS_OF,
    STATUSES,
    SUMMARY,
    TRANSLATOR,
)
from newsmodel.formats.newsml.values import (
    Element,
    element,
    given,
    label,
    labels,
    language,
    moment,
    number,
    read_label,
    read_labels,
    string,
    tag,
    when,
)
from newsmodel.model import (
    Concept,
    Contributor,
    Dateline,
    Embargo,
    ImageCaption,
    Kind,
    Status,
    Text,
)

Write = Callable[[str, Any], str]
Read = Callable[[Sequence[Element]], Any]


def _always(node: Element) -> bool:
    return True


@attrs.frozen
class Row:
    """One field of an article in a news item."""

    field: str
    """The field."""
    parent: str
    """The element it stands in: "itemMeta", "contentMeta", or "" for the item itself."""
    name: str
    """The element it is."""
    write: Write
    """Takes the element's name and the value, gives the markup."""
    read: Read
    """Takes all elements of the field, gives the value."""
    accepts: Callable[[Element], bool] = _always
    """Whether an element of that name belongs to the field."""
    demanded: bool = False
    """Whether the standard demands it: it is written even where the field has no value."""


# ------------------------------------------------------------------ codecs
def _string(name: str, value: str) -> str:
    return label(name, Text(value=value))


def _first_string(nodes: Sequence[Element]) -> str:
    return string(nodes[0])


def _time(name: str, value: Any) -> str:
    return element(name, value.isoformat())


def _first(read: Callable[[str], Any]) -> Read:
    return lambda nodes: read(string(nodes[0]))


def _many(write: Callable[[Any], str]) -> Write:
    return lambda name, values: "".join([write(value) for value in values])


def _each(read: Callable[[Element], Any]) -> Read:
    return lambda nodes: tuple([read(node) for node in nodes])


def _concepts(name: str, values: Sequence[Concept]) -> str:
    return "".join([concept(name, value) for value in values])


def _contributors(name: str, values: Sequence[Contributor]) -> str:
    return "".join([contributor(name, value) for value in values])


def _kind(name: str, value: Kind) -> str:
    return element(name, "", [("qcode", KINDS[value])])


def _read_kind(nodes: Sequence[Element]) -> Kind:
    found = nodes[0].get("qcode", "")
    known = KIND_OF.get(found) or KIND_OF.get(f"ninat:{found.rpartition(':')[2]}")
    return known or Kind.TEXT


def _status(name: str, value: Status) -> str:
    return element(name, "", [("qcode", STATUSES[value])])


def _read_status(nodes: Sequence[Element]) -> Status:
    found = nodes[0].get("qcode", "")
    return STATUS_OF.get(found) or STATUS_OF.get(f"stat:{found.rpartition(':')[2]}", Status.USABLE)


def _provider(name: str, value: Concept | None) -> str:
    return concept(name, value or NO_PROVIDER)


def _read_provider(nodes: Sequence[Element]) -> Concept | None:
    found = read_concept(nodes[0])
    return None if found == NO_PROVIDER else found


def _version_created(name: str, value: Any) -> str:
    return _time(name, value or NO_TIME)


def _read_version_created(nodes: Sequence[Element]) -> Any:
    found = moment(string(nodes[0]))
    return None if found == NO_TIME else found


def _embargo(name: str, value: Embargo) -> str:
    return element(name, value.until.isoformat() if value.until else "")


def _read_embargo(nodes: Sequence[Element]) -> Embargo:
    return Embargo(until=moment(string(nodes[0])))


def _language(name: str, value: str) -> str:
    return element(name, "", [("tag", value)])


def _dateline(name: str, value: Dateline) -> str:
    return label(name, Text(value=str(value), language=value.language), roles=False, ranked=False)


def _read_dateline(nodes: Sequence[Element]) -> Dateline:
    found = read_label(nodes[0])
    return Dateline(text=found.value, language=found.language)


def _summary(name: str, value: str) -> str:
    return element(name, text(value), [("role", SUMMARY)])


def _translators(name: str, values: Sequence[Contributor]) -> str:
    return _contributors(name, [attrs.evolve(value, role=TRANSLATOR) for value in values])


def _read_translators(nodes: Sequence[Element]) -> tuple[Contributor, ...]:
    return tuple([attrs.evolve(read_contributor(node), role=None) for node in nodes])


def _captions(name: str, values: Sequence[ImageCaption]) -> str:
    parts = []
    for value in values:
        words = ((CAPTION, value.text), (ALT_TEXT, value.alt_text))
        for role, said in words:
            if said is not None:
                pairs = (("role", role), ("xml:lang", value.language))
                parts.append(element(name, text(said), pairs))
    return "".join(parts)


def _read_captions(nodes: Sequence[Element]) -> tuple[ImageCaption, ...]:
    """Captions by language, caption and alternative text together."""
    captions: dict[str | None, dict[str, Any]] = {}
    for node in nodes:
        field = "text" if _description_role(node) == "caption" else "alt_text"
        captions.setdefault(language(node), {})[field] = string(node)
    return tuple([ImageCaption(language=tag, **said) for tag, said in captions.items()])


def _description_role(node: Element) -> str:
    return (given(node, "role") or "").rpartition(":")[2]


def _has_role(node: Element) -> bool:
    return node.get("role") is not None


def _has_no_role(node: Element) -> bool:
    return node.get("role") is None


def _is_summary(node: Element) -> bool:
    return _description_role(node) == "summary" and set(node.attrib) == {"role"}


def _is_translator(node: Element) -> bool:
    return node.get("role") == TRANSLATOR


_WORDS = (_string, _first_string)
_MANY_CONCEPTS = (_concepts, read_concepts)
_PEOPLE = (_contributors, _each(read_contributor))
_TIME = (_time, _first(moment))
_LABELS = (labels, read_labels)

ROWS: tuple[Row, ...] = (
    Row("rights", "", "rightsInfo", lambda name, value: p.rights(value), p.read_rights),
    # itemMeta
    Row("kind", "itemMeta", "itemClass", _kind, _read_kind, demanded=True),
    Row("provider", "itemMeta", "provider", _provider, _read_provider, demanded=True),
    Row(
        "version_created", "itemMeta", "versionCreated", _version_created,
        _read_version_created, demanded=True,
    ),
    Row("first_created", "itemMeta", "firstCreated", *_TIME),
    Row("embargo", "itemMeta", "embargoed", _embargo, _read_embargo),
    Row("status", "itemMeta", "pubStatus", _status, _read_status, demanded=True),
    Row("profile", "itemMeta", "profile", *_WORDS),
    Row("services", "itemMeta", "service", *_MANY_CONCEPTS),
    Row("title", "itemMeta", "title", *_WORDS, accepts=_has_no_role),
    Row("editor_notes", "itemMeta", "edNote", _many(p.note), _each(p.read_note)),
    Row("signals", "itemMeta", "signal", *_MANY_CONCEPTS),
    Row("expires", "itemMeta", "expires", *_TIME),
    Row("links", "itemMeta", "link", _many(p.link), _each(p.read_link)),
    # contentMeta, administrative
    Row("urgency", "contentMeta", "urgency", lambda n, v: element(n, str(v)), _first(number)),
    Row("created", "contentMeta", "contentCreated", _time, _first(when)),
    Row("modified", "contentMeta", "contentModified", _time, _first(when)),
    Row("places", "contentMeta", "located", *_MANY_CONCEPTS),
    Row("info_sources", "contentMeta", "infoSource", *_MANY_CONCEPTS),
    Row("authors", "contentMeta", "creator", *_PEOPLE),
    Row(
        "translators", "contentMeta", "contributor", _translators, _read_translators,
        accepts=_is_translator,
    ),
    Row("contributors", "contentMeta", "contributor", *_PEOPLE),
    Row("audiences", "contentMeta", "audience", *_MANY_CONCEPTS),
    Row("alt_ids", "contentMeta", "altId", _many(p.alt_id), _each(p.read_alt_id)),
    # contentMeta, descriptive
    Row("language", "contentMeta", "language", _language, lambda nodes: tag(nodes[0].get("tag"))),
    Row("genres", "contentMeta", "genre", *_MANY_CONCEPTS),
    Row("keywords", "contentMeta", "keyword", *_LABELS),
    Row("subjects", "contentMeta", "subject", *_MANY_CONCEPTS),
    Row("slugline", "contentMeta", "slugline", *_WORDS),
    Row("headline", "contentMeta", "headline", *_WORDS, accepts=_has_no_role),
    Row("headlines", "contentMeta", "headline", *_LABELS, accepts=_has_role),
    Row("dateline", "contentMeta", "dateline", _dateline, _read_dateline),
    Row("byline", "contentMeta", "by", *_WORDS),
    Row("credit", "contentMeta", "creditline", *_WORDS),
    Row("summary", "contentMeta", "description", _summary, _first_string, accepts=_is_summary),
    Row("descriptions", "contentMeta", "description", *_LABELS),
    # the item itself
    Row("catalogs", "", "catalog", lambda name, value: p.catalogs(value), p.read_catalogs),
    Row("assertions", "", "assert", *_MANY_CONCEPTS),
)  # fmt: skip

MEDIA_ROWS: tuple[Row, ...] = (
    Row(
        "creator", "contentMeta", "creator", contributor, lambda nodes: read_contributor(nodes[0])
    ),
    Row("credit", "contentMeta", "creditline", *_WORDS),
    Row(
        "captions", "contentMeta", "description", _captions, _read_captions,
        accepts=lambda node: _description_role(node) in ("caption", "altText"),
    ),
    Row("renditions", "contentSet", "remoteContent", _many(p.rendition), _each(p.read_rendition)),
)  # fmt: skip

ORDER: dict[str, tuple[str, ...]] = {
    "": tuple("catalogRef catalog rightsInfo itemMeta contentMeta assert contentSet".split()),
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

"""Concepts and contributors as elements, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from newsmodel.formats._shared.escaping import text
from newsmodel.formats.newsml import details
from newsmodel.formats.newsml.names import NOT_PUBLIC, QCODE
from newsmodel.formats.newsml.reading import (
    XML_LANG,
    Element,
    N,
    Reading,
    as_code,
    as_direction,
    as_number,
    as_percent,
    as_qcode,
    as_tag,
    as_when,
    attributes_in,
    hide,
    label_in,
    no_text,
    same,
    text_in,
)
from newsmodel.formats.newsml.writing import (
    Inexact,
    code,
    element,
    label,
    labels,
    one_line,
    rank,
    uri,
)
from newsmodel.model import Concept, Contributor, Link, RelatedConcept, Text
from newsmodel.model.base import maker

_MAKE = maker(Concept)
_MAKE_RELATED = maker(RelatedConcept)
_MAKE_CONTRIBUTOR = maker(Contributor)
_MAKE_TEXT = maker(Text)
_MAKE_LINK = maker(Link)
_NOTHING = Concept()

_ATTRIBUTES: dict[str, tuple[str, Callable[[str], Any]]] = {
    "qcode": ("qcode", same),
    "uri": ("uri", same),
    "literal": ("literal", same),
    "type": ("type", as_code),
    "role": ("role", as_code),
    "rank": ("rank", as_number),
    "confidence": ("confidence", as_percent),
    "relevance": ("relevance", as_percent),
    "why": ("why", as_qcode),
    "how": ("how", as_qcode),
    "creator": ("assigned_by", as_qcode),
    "modified": ("assigned", as_when),
    XML_LANG: ("language", as_tag),
    "dir": ("direction", as_direction),
}
_RELATED = {
    "rel": ("rel", as_qcode),
    "value": ("value", same),
    "valuedatatype": ("value_type", as_qcode),
    "valueunit": ("value_unit", as_qcode),
}


@attrs.frozen
class Property:
    """What the schema allows on a concept-valued property."""

    attributes: frozenset[str]
    """Attributes beside those of every property."""
    children: frozenset[str]
    """Elements within it."""
    common: bool = True
    """Whether it has the attributes that most properties have; if not, it holds a string."""


_FULL = "name definition note hierarchyInfo facet remoteInfo sameAs broader narrower related"
_NEAR = "name hierarchyInfo sameAs related facet"
_PARTY = f"{_FULL} personDetails organisationDetails"
_PLACE = f"{_FULL} geoAreaDetails POIDetails"


def _property(attributes: str, children: str = "", *, common: bool = True) -> Property:
    return Property(frozenset(attributes.split()), frozenset(children.split()), common)


PROPERTIES: dict[str, Property] = {
    "accountable": _property("type literal", _FULL + " personDetails"),
    "area": _property("literal type role", _FULL),
    "assert": _property("literal", f"{_PARTY} {_PLACE} hasInstrument"),
    "action": _property("", "name related"),
    "affiliation": _property("type literal role", _NEAR),
    "audience": _property("type literal confidence relevance", _FULL),
    "broader": _property("type literal rank", _NEAR),
    "channel": _property("type literal role", common=False),
    "conceptRef": _property("type literal", "name"),
    "contributor": _property("type literal role", _PARTY),
    "copyrightHolder": _property("type literal", _PARTY),
    "country": _property("literal type role", _FULL),
    "creator": _property("type literal role", _PARTY),
    "destination": _property("type literal role", common=False),
    "facet": _property("type literal rel", "name"),
    "exclAudience": _property("type literal confidence relevance", _FULL),
    "facetConcept": _property("type literal rank", _NEAR),
    "genre": _property("type literal rank confidence relevance", _FULL),
    "infoSource": _property("type literal role", _PARTY),
    "instanceOf": _property("type literal", _FULL),
    "itemClass": _property("", "name related"),
    "locality": _property("literal type role", _FULL),
    "located": _property("type literal", _PLACE),
    "location": _property("literal type", _PLACE),
    "mainConcept": _property("type literal rank", _NEAR),
    "memberOf": _property("type literal", _FULL),
    "narrower": _property("type literal rank", _NEAR),
    "party": _property("type literal", _PARTY),
    "provider": _property("type literal", _PARTY),
    "pubStatus": _property("", "name"),
    "related": _property("type literal rank rel value", _NEAR),
    "role": _property("", "name"),
    "sameAs": _property("type literal", "name"),
    "service": _property("", "name"),
    "signal": _property("type literal", _FULL),
    "subject": _property(
        "type literal rank confidence relevance", f"{_FULL} mainConcept facetConcept"
    ),
    **{
        f"{owner}ExtProperty": _property("type literal rel value", _FULL)
        for owner in ("itemMeta", "contentMeta", "rightsInfo", "remoteContent")
    },
}


# ------------------------------------------------------------------ reading
def concept_in(node: Element, reading: Reading) -> Concept:
    """A concept from an element."""
    fields = attributes_in(node, _ATTRIBUTES, reading)
    hide(node, fields, reading)
    if len(node) or node.text:
        _read_inside(node, fields, reading)
    return _MAKE(**fields)


_SINGLE = frozenset({"person", "organisation", "place", "type", "main"})
"""Fields that hold one value, though several elements may stand for it."""


def _read_inside(node: Element, fields: dict[str, Any], reading: Reading) -> None:
    no_text(node, reading)
    held: dict[str, list[Any]] = {}
    for child in node:
        reader = _CHILDREN.get(child.tag)
        if reader is None:
            reading.leave(child)
        elif reader[0] in held:
            held[reader[0]].append(reader[1](child, reading))
        else:
            held[reader[0]] = [reader[1](child, reading)]
        tail = child.tail
        if tail and not tail.isspace():
            reading.inexact = True
    for name, values in held.items():
        if name in _SINGLE:
            reading.inexact |= len(values) > 1 or name in fields
            fields[name] = values[0]
        else:
            fields[name] = tuple(values)


_TIED = _ATTRIBUTES | _RELATED


def related_in(node: Element, reading: Reading) -> RelatedConcept:
    """A tie to a concept or to a value from an element."""
    fields = attributes_in(node, _TIED, reading)
    reading.inexact |= not fields.get("value_type", "xs:").startswith("xs:")
    tie = {name: fields.pop(name) for name in ("rel", "value", "value_type", "value_unit")
           if name in fields}  # fmt: skip
    if len(node) or node.text:
        _read_inside(node, fields, reading)
    return _MAKE_RELATED(concept=_MAKE(**fields) if fields else None, **tie)


def _hierarchy_in(node: Element, reading: Reading) -> str:
    """Codes from the top of a hierarchy down."""
    found = text_in(node, reading)
    reading.inexact |= bool(node.attrib) or not all(map(QCODE.fullmatch, found.split(" ")))
    return found


def _type_in(node: Element, reading: Reading) -> str | None:
    """A type that stands as an element, as in `assert`."""
    fields = attributes_in(node, {"qcode": ("qcode", as_code)}, reading)
    reading.inexact |= len(node) > 0 or "qcode" not in fields
    found: str | None = fields.get("qcode")
    return found


_REMOTE = {
    "rel": ("rel", as_qcode),
    "href": ("href", same),
    "residref": ("residref", same),
    "contenttype": ("content_type", same),
    "version": ("version", as_number),
}


def _remote_in(node: Element, reading: Reading) -> Link:
    fields = attributes_in(node, _REMOTE, reading)
    for child in node:
        if child.tag != f"{N}name" or child.attrib or "title" in fields:
            reading.inexact = True
        else:
            fields["title"] = text_in(child, reading)
    return _MAKE_LINK(**fields)


def _remote(value: Link) -> str:
    known = {name: getattr(value, name) for name, _ in _REMOTE.values()}
    if value != Link(title=value.title, **known):
        raise Inexact
    title = "" if value.title is None else label("name", Text(value=value.title))
    pairs = (
        ("rel", code(value.rel)),
        ("href", uri(value.href)),
        ("residref", value.residref),
        ("contenttype", value.content_type),
        ("version", rank(value.version)),
    )
    return element("remoteInfo", title, pairs)


_CHILDREN: dict[Any, tuple[str, Callable[[Element, Reading], Any]]] = {
    f"{N}name": ("names", label_in),
    f"{N}definition": ("definitions", label_in),
    f"{N}note": ("notes", label_in),
    f"{N}sameAs": ("same_as", concept_in),
    f"{N}broader": ("broader", concept_in),
    f"{N}narrower": ("narrower", concept_in),
    f"{N}related": ("related", related_in),
    f"{N}facet": ("facets", related_in),
    f"{N}mainConcept": ("main", related_in),
    f"{N}facetConcept": ("qualities", related_in),
    f"{N}hierarchyInfo": ("hierarchies", _hierarchy_in),
    f"{N}hasInstrument": ("instruments", details.instrument_in),
    f"{N}remoteInfo": ("links", _remote_in),
    f"{N}type": ("type", _type_in),
    f"{N}personDetails": ("person", details.person_in),
    f"{N}organisationDetails": ("organisation", details.organisation_in),
    f"{N}geoAreaDetails": ("place", details.area_in),
    f"{N}POIDetails": ("place", details.poi_in),
}


def string_concept_in(node: Element, reading: Reading) -> Concept:
    """A concept from an element that may hold a string for its name."""
    fields = attributes_in(node, _ATTRIBUTES, reading)
    words = text_in(node, reading)
    names = (_MAKE_TEXT(value=words),) if words.strip() else ()
    return _MAKE(**fields, names=names)


def contributor_in(node: Element, reading: Reading) -> Contributor:
    """A contributor from an element."""
    fields = attributes_in(node, _ATTRIBUTES, reading)
    hide(node, fields, reading)
    role = fields.pop("role", None)
    if len(node) or node.text:
        _read_inside(node, fields, reading)
    names = fields.get("names", ())
    name = names[0].value if names else None
    mere_name = len(fields) == len(names) and names == ((_MAKE_TEXT(value=name),) if names else ())
    who = None if mere_name else _MAKE(**fields)
    return _MAKE_CONTRIBUTOR(name=name, role=role, concept=who)


# ------------------------------------------------------------------ writing
def concept(name: str, value: Concept) -> str:
    """A concept as an element of that name.

    Raises:
        Inexact: the schema has no place for something of it.
    """
    allowed = PROPERTIES[name]
    if not allowed.common:
        return _string_concept(name, value)
    if name == "assert" and value.type is not None:
        kind = element("type", "", [("qcode", code(value.type))])
        rest = attrs.evolve(value, type=None)
        return element(name, kind + _inside(name, rest), _pairs(name, rest))
    return element(name, _inside(name, value), _pairs(name, value))


def _pairs(name: str, value: Concept) -> list[tuple[str, object]]:
    allowed = PROPERTIES[name].attributes
    special = (
        ("type", code(value.type)),
        ("literal", one_line(value.literal)),
        ("role", code(value.role)),
        ("rank", rank(value.rank)),
        ("confidence", value.confidence),
        ("relevance", value.relevance),
    )
    pairs: list[tuple[str, object]] = [("qcode", code(value.qcode)), ("uri", uri(value.uri))]
    for attribute, content in special:
        if content is not None:
            if attribute not in allowed:
                raise Inexact
            pairs.append((attribute, content))
    if PROPERTIES[name].common:
        pairs.append(("pubconstraint", None if value.public else NOT_PUBLIC))
        pairs += [("why", code(value.why)), ("how", code(value.how))]
        if value.assigned_by is not None or value.assigned is not None:
            moment = value.assigned.isoformat() if value.assigned else None
            pairs += [("creator", code(value.assigned_by)), ("modified", moment)]
        pairs += [("xml:lang", value.language), ("dir", details.direction(value.direction))]
    elif (
        not value.public
        or value.why
        or value.how
        or value.assigned_by
        or value.assigned
        or value.language
        or value.direction
    ):
        raise Inexact
    return pairs


def _inside(name: str, value: Concept) -> str:
    if not _has_inside(value):
        return ""
    parts: tuple[tuple[str, Any, Callable[[str, Any], str]], ...] = (
        ("name", value.names, labels),
        ("definition", value.definitions, labels),
        ("note", value.notes, labels),
        ("hierarchyInfo", value.hierarchies, _hierarchies),
        ("facet", value.facets, _related_elements),
        ("remoteInfo", value.links, _remotes),
        ("sameAs", value.same_as, _concept_elements),
        ("broader", value.broader, _concept_elements),
        ("narrower", value.narrower, _concept_elements),
        ("related", value.related, _related_elements),
        ("mainConcept", (value.main,) if value.main is not None else (), _related_elements),
        ("facetConcept", value.qualities, _related_elements),
        ("hasInstrument", value.instruments, lambda _, each: details.instruments(each)),
    )
    children = PROPERTIES[name].children
    markup = []
    for child, values, write in parts:
        if values:
            if child not in children:
                raise Inexact
            markup.append(write(child, values))
    return "".join(markup) + _details(name, value)


_INSIDE = (
    "names definitions notes facets links same_as broader narrower related"
    " person organisation place main qualities hierarchies instruments"
).split()


def _has_inside(value: Concept) -> bool:
    return any(getattr(value, name) for name in _INSIDE)


def _details(name: str, value: Concept) -> str:
    """Details; the schema allows one kind of them."""
    found = [
        *([details.person(value.person)] if value.person else []),
        *([details.organisation(value.organisation)] if value.organisation else []),
        *([details.place(value.place)] if value.place else []),
    ]
    if not found:
        return ""
    if len(found) > 1 or found[0][1:].split(">")[0].split(" ")[0].rstrip("/") not in (
        PROPERTIES[name].children
    ):
        raise Inexact
    return found[0]


def _hierarchies(name: str, values: tuple[str, ...]) -> str:
    if not all(QCODE.fullmatch(each) for value in values for each in value.split(" ")):
        raise Inexact
    return "".join([element(name, text(value)) for value in values])


def _remotes(_: str, values: tuple[Link, ...]) -> str:
    return "".join([_remote(value) for value in values])


def _concept_elements(name: str, values: tuple[Concept, ...]) -> str:
    return "".join([concept(name, value) for value in values])


def _related_elements(name: str, values: tuple[RelatedConcept, ...]) -> str:
    return "".join([related(name, value) for value in values])


def related(name: str, value: RelatedConcept) -> str:
    """A tie to a concept or to a value as an element of that name."""
    if value.concept == _NOTHING:
        raise Inexact
    other = value.concept or _NOTHING
    pairs = [*_pairs(name, other), ("rel", code(value.rel))]
    if value.value_type is not None and not value.value_type.startswith("xs:"):
        raise Inexact  # its prefix would have to be declared
    extra: list[tuple[str, object]] = [
        ("value", value.value),
        ("valuedatatype", code(value.value_type)),
        ("valueunit", code(value.value_unit)),
    ]
    valued = "value" in PROPERTIES[name].attributes
    if not valued and any(content is not None for _, content in extra):
        raise Inexact
    return element(name, _inside(name, other), pairs + extra if valued else pairs)


def _string_concept(name: str, value: Concept) -> str:
    """A concept as an element that holds its name as a string."""
    plain = value.names == (Text(value=value.name or ""),) if value.names else True
    words = value.names[0].value if value.names else ""
    rest = attrs.evolve(value, names=())
    if not plain or _has_inside(rest) or (value.names and not words.strip()):
        raise Inexact
    return element(name, text(words), _pairs(name, rest))


def contributor(name: str, value: Contributor) -> str:
    """A contributor as an element of that name."""
    if value.biography is not None or value.links or value.image:
        raise Inexact
    named = Concept(names=(value.name,) if value.name is not None else ())
    who = value.concept if value.concept is not None else named
    first = who.names[0].value if who.names else None
    if who.role is not None or first != value.name or (value.concept and who == named):
        raise Inexact
    return concept(name, attrs.evolve(who, role=value.role))

"""Concepts and contributors from elements; `describing` writes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newsmodel.formats.newsml.names import HIERARCHY
from newsmodel.formats.newsml.properties import details
from newsmodel.formats.newsml.properties.allowed import PROPERTIES, RELATING, Property
from newsmodel.formats.newsml.properties.parts_of_names import with_parts_joined
from newsmodel.formats.newsml.xml.attributes import (
    XML_LANG,
    as_code,
    as_direction,
    as_number,
    as_percent,
    as_qcode,
    as_tag,
    as_type,
    as_when,
    attributes,
    clean,
    same,
)
from newsmodel.formats.newsml.xml.leaves import Items, remembering, repeated
from newsmodel.formats.newsml.xml.reading import (
    Element,
    N,
    Reading,
    attributes_in,
    hide,
    label_in,
    name_of,
    no_text,
    nothing_in,
    tails,
    text_in,
)
from newsmodel.model import Concept, Contributor, Link, RelatedConcept, Text
from newsmodel.model.base import maker
from newsmodel.model.concept import name_to_show

_MAKE = maker(Concept)
_MAKE_RELATED = maker(RelatedConcept)
_MAKE_CONTRIBUTOR = maker(Contributor)
_MAKE_TEXT = maker(Text)
_MAKE_LINK = maker(Link)

_ATTRIBUTES = attributes(
    {
        "qcode": ("qcode", same),
        "uri": ("uri", same),
        "literal": ("literal", same),
        "type": ("type", as_type),
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
)
_RELATED = attributes(
    {
        "rel": ("rel", as_qcode),
        "value": ("value", same),
        "valuedatatype": ("value_type", as_qcode),
        "valueunit": ("value_unit", as_qcode),
    }
)


@remembering
def _concept_in(node: Element, items: Items, reading: Reading) -> Concept:
    """A concept from an element, for one within another."""
    fields = attributes_in(node, _ATTRIBUTES, reading, items)
    if reading.strange:
        hide(node, fields, reading)
    if len(node) or node.text:
        _read_inside(node, fields, reading)
    _check(node, fields, reading)
    return _MAKE(**fields)


concept_in = repeated(_concept_in)
"""Takes an element and the reading, gives the concept."""
_ASSERT = f"{N}assert"
_DEEPEST = 50
"""How many concepts may stand within each other; what is deeper is kept as it is."""
_SINGLE = frozenset({"person", "organisation", "place", "type", "main"})
"""Fields that hold one value, though several elements may stand for it."""


def _read_inside(node: Element, fields: dict[str, Any], reading: Reading) -> None:
    text = node.text
    stray = bool(text and not text.isspace())
    if stray and not len(node):
        reading.strange.append((node, "text()"))
    reading.inexact |= stray and len(node) > 0
    reading.depth += 1
    try:
        held = _held_in(node, reading)
    finally:
        reading.depth -= 1
    _join_names(node, held, reading)
    if not _SINGLE.isdisjoint(held):
        _take_single(node, held, fields, reading)
    if stray and "names" not in held:
        reading.depart(node, f"words stand in {name_of(node)!r}: they are read as its name")
        held["names"] = [_MAKE_TEXT(value=" ".join(clean(text or "").split()))]
    for name, values in held.items():
        fields[name] = tuple(values)


def _held_in(node: Element, reading: Reading) -> dict[str, list[Any]]:
    """What the elements in a concept say, by field."""
    held: dict[str, list[Any]] = {}
    known = _CHILDREN if reading.depth <= _DEEPEST else {}
    for child in node[:]:
        reader = known.get(child.tag)
        if reader is None:
            reading.leave(child)
        else:
            name, read = reader
            strange = len(reading.strange)
            value = read(child, reading)
            if len(reading.strange) > strange and reading.unread(child, strange):
                continue
            if name in held:
                held[name].append(value)
            else:
                held[name] = [value]
        tail = child.tail
        if tail and not tail.isspace():
            reading.inexact = True
    return held


def _join_names(node: Element, held: dict[str, list[Any]], reading: Reading) -> None:
    """Take the parts of a name for one."""
    if reading.strange and len(names := held.get("names", ())) > 1:
        held["names"] = with_parts_joined(node, names)
        reading.inexact |= held["names"] != names


def _take_single(
    node: Element, held: dict[str, list[Any]], fields: dict[str, Any], reading: Reading
) -> None:
    """Take the values of fields that hold one."""
    if "type" in held and node.tag != _ASSERT:
        reading.inexact = True
    for name in _SINGLE & held.keys():
        values = held.pop(name)
        reading.inexact |= len(values) > 1 or name in fields
        fields[name] = values[0]


_TIED = _ATTRIBUTES | _RELATED


@remembering
def related_in(node: Element, items: Items, reading: Reading) -> RelatedConcept:
    """A tie to a concept or to a value from an element."""
    fields = attributes_in(node, _TIED, reading, items)
    if reading.strange:
        hide(node, fields, reading)
    reading.inexact |= not fields.get("value_type", "xs:").startswith("xs:")
    tie = {name: fields.pop(name) for name in ("rel", "value", "value_type", "value_unit")
           if name in fields}  # fmt: skip
    if len(node) or node.text:
        _read_inside(node, fields, reading)
    _check(node, fields, reading)
    reading.inexact |= not tie.keys() <= _TIES.get(node.tag, _ONLY_REL)
    return _MAKE_RELATED(concept=_MAKE(**fields) if fields else None, **tie)


def _hierarchy_in(node: Element, reading: Reading) -> str:
    """Codes from the top of a hierarchy down."""
    found = text_in(node, reading)
    reading.leave_attributes(node)
    reading.inexact |= not HIERARCHY.fullmatch(found)
    return found


_TYPE = attributes({"qcode": ("qcode", as_type)})


def _type_in(node: Element, reading: Reading) -> str | None:
    """A type that stands as an element, as in `assert`."""
    fields = attributes_in(node, _TYPE, reading)
    reading.inexact |= "qcode" not in fields
    nothing_in(node, reading)
    found: str | None = fields.get("qcode")
    return found


_REMOTE = attributes(
    {
        "rel": ("rel", as_qcode),
        "href": ("href", same),
        "residref": ("residref", same),
        "contenttype": ("content_type", same),
        "version": ("version", as_number),
    }
)


def _remote_in(node: Element, reading: Reading) -> Link:
    fields = attributes_in(node, _REMOTE, reading)
    for child in node[:]:
        if child.tag != f"{N}name" or "title" in fields:
            reading.leave(child)
        else:
            reading.leave_attributes(child)
            fields["title"] = text_in(child, reading)
    no_text(node, reading)
    tails(node, reading)
    return _MAKE_LINK(**fields)


_CHILDREN: dict[Any, tuple[str, Callable[[Element, Reading], Any]]] = {
    f"{N}name": ("names", label_in),
    f"{N}definition": ("definitions", label_in),
    f"{N}note": ("notes", label_in),
    f"{N}sameAs": ("same_as", _concept_in),
    f"{N}broader": ("broader", _concept_in),
    f"{N}narrower": ("narrower", _concept_in),
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


@remembering
def string_concept_in(node: Element, items: Items, reading: Reading) -> Concept:
    """A concept from an element that may hold a string for its name."""
    fields = attributes_in(node, _ATTRIBUTES, reading, items)
    _check(node, fields, reading)
    words = text_in(node, reading)
    names = (_MAKE_TEXT(value=words),) if words.strip() else ()
    return _MAKE(**fields, names=names)


@repeated
def contributor_in(node: Element, reading: Reading) -> Contributor:
    """A contributor from an element."""
    fields = attributes_in(node, _ATTRIBUTES, reading)
    hide(node, fields, reading)
    if len(node) or node.text:
        _read_inside(node, fields, reading)
    _check(node, fields, reading)
    role = fields.pop("role", None)
    names = fields.get("names", ())
    name = name_to_show(names)
    mere_name = len(fields) == len(names) and names == ((_MAKE_TEXT(value=name),) if names else ())
    who = None if mere_name else _MAKE(**fields)
    return _MAKE_CONTRIBUTOR(name=name, role=role, concept=who)


_COMMON = frozenset("public why how assigned_by assigned language direction".split())


def _homeless(allowed: Property) -> frozenset[str]:
    """The fields that a property has no place for."""
    special = {"type", "literal", "role", "rank", "confidence", "relevance"} - allowed.attributes
    inside = {name for tag, (name, _) in _CHILDREN.items() if tag[len(N) :] in allowed.children}
    others = {name for name, _ in _CHILDREN.values() if name != "type"} - inside
    return frozenset(special | (others if allowed.common else {*others, *_COMMON} - {"names"}))


_HOMELESS: dict[Any, frozenset[str]] = {
    f"{N}{name}": _homeless(allowed) for name, allowed in PROPERTIES.items()
}
_HOMELESS[f"{N}assert"] -= {"type"}


def _check(node: Element, fields: dict[str, Any], reading: Reading) -> None:
    """Note what was read though the property has no place for it."""
    tag = node.tag
    if not _HOMELESS.get(tag, _NOWHERE).isdisjoint(fields):
        reading.inexact = True
    elif tag == _ASSERT:
        reading.inexact |= "type" in node.attrib  # it is an element there
    elif tag == _TAG and not _FURTHER.isdisjoint(fields):
        place = "/".join(["related"] * min(3, 1 + _relations_around(node)))
        reading.inexact |= not _HOMELESS[f"{N}{place}"].isdisjoint(fields)


_TAG = f"{N}related"
_FURTHER = frozenset({"facets", "same_as", "related"})
_RELATING = frozenset(f"{N}{name}" for name in RELATING)


def _relations_around(node: Element) -> int:
    """How many properties that name a further concept an element stands in, two at most."""
    outer = node.getparent()
    if outer is None or outer.tag not in _RELATING:
        return 0
    further = outer.getparent()
    near = further is not None and further.tag in _RELATING and outer.tag == _TAG
    return 2 if near else 1


_TIES: dict[Any, set[str]] = {
    f"{N}{name}": {"rel", "value", "value_type", "value_unit"}
    for name, allowed in PROPERTIES.items()
    if "value" in allowed.attributes
}
_ONLY_REL = {"rel"}
_NOWHERE: frozenset[str] = frozenset()

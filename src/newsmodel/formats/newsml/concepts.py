"""Concepts and contributors as elements, and back."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsmodel.formats.newsml.names import NAR, NOT_PUBLIC, code, word
from newsmodel.formats.newsml.values import (
    Element,
    direction,
    direction_code,
    element,
    given,
    labels,
    language,
    number,
    one_line,
    positive,
    read_labels,
    uri,
)
from newsmodel.model import Concept, Contributor, RelatedConcept


@attrs.frozen
class Property:
    """What the schema allows on a concept-valued property, beside codes, language and the like."""

    attributes: frozenset[str]
    """Attributes."""
    children: frozenset[str]
    """Elements within it."""
    common: bool = True
    """Whether it has the attributes that most properties have."""


_FULL = "name definition note facet sameAs broader narrower related"
_NEAR = "name sameAs related"


def _property(attributes: str, children: str = "", *, common: bool = True) -> Property:
    return Property(frozenset(attributes.split()), frozenset(children.split()), common)


PROPERTIES: dict[str, Property] = {
    "accountable": _property("type literal", _FULL),
    "assert": _property("literal", _FULL),
    "audience": _property("type literal confidence relevance", _FULL),
    "broader": _property("type literal rank", _NEAR),
    "channel": _property("type literal role", common=False),
    "conceptRef": _property("type literal", "name"),
    "contributor": _property("type literal role", _FULL),
    "copyrightHolder": _property("type literal", _FULL),
    "creator": _property("type literal role", _FULL),
    "destination": _property("type literal role", common=False),
    "facet": _property("type literal rel", "name"),
    "genre": _property("type literal rank confidence relevance", _FULL),
    "infoSource": _property("type literal role", _FULL),
    "located": _property("type literal", _FULL),
    "narrower": _property("type literal rank", _NEAR),
    "provider": _property("type literal", _FULL),
    "related": _property("type literal rank rel value", _NEAR),
    "sameAs": _property("type literal", "name"),
    "service": _property("", "name"),
    "signal": _property("type literal", _FULL),
    "subject": _property("type literal rank confidence relevance", _FULL),
}


def concept(name: str, value: Concept) -> str:
    """A concept as an element of that name."""
    return element(name, _inside(name, value), _pairs(name, value))


def _pairs(name: str, value: Concept) -> list[tuple[str, object]]:
    allowed = PROPERTIES[name].attributes
    special = {
        "type": code(value.type),
        "literal": one_line(value.literal),
        "role": code(value.role),
        "rank": positive(value.rank),
        "confidence": value.confidence,
        "relevance": value.relevance,
    }
    pairs: list[tuple[str, object]] = [
        ("qcode", code(value.qcode) if value.qcode and ":" in value.qcode else None),
        ("uri", uri(value.uri)),
        *((n, v) for n, v in special.items() if n in allowed),
    ]
    if not PROPERTIES[name].common:
        return pairs
    return [
        *pairs,
        ("why", code(value.why)),
        ("how", code(value.how)),
        ("pubconstraint", None if value.public else NOT_PUBLIC),
        ("xml:lang", value.language),
        ("dir", direction_code(value.direction)),
    ]


def _inside(name: str, value: Concept) -> str:
    parts = (
        ("name", labels("name", value.names, ranked=False)),
        ("definition", labels("definition", value.definitions, ranked=False)),
        ("note", labels("note", value.notes, ranked=False)),
        ("facet", "".join([_related("facet", each) for each in value.facets])),
        ("sameAs", "".join([concept("sameAs", each) for each in value.same_as])),
        ("broader", "".join([concept("broader", each) for each in value.broader])),
        ("narrower", "".join([concept("narrower", each) for each in value.narrower])),
        ("related", "".join([_related("related", each) for each in value.related])),
    )
    return "".join([markup for child, markup in parts if child in PROPERTIES[name].children])


def _related(name: str, value: RelatedConcept) -> str:
    other = value.concept or Concept()
    pairs = [*_pairs(name, other), ("rel", code(value.rel))]
    if name == "related":
        pairs += [
            ("value", value.value),
            ("valueunit", code(value.value_unit)),
        ]
    return element(name, _inside(name, other), pairs)


def read_concept(node: Element) -> Concept:
    """A concept from an element."""
    return Concept(
        qcode=given(node, "qcode"),
        uri=given(node, "uri"),
        literal=given(node, "literal"),
        type=word(given(node, "type")),
        names=read_labels(_children(node, "name")),
        definitions=read_labels(_children(node, "definition")),
        notes=read_labels(_children(node, "note")),
        role=word(given(node, "role")),
        rank=number(node.get("rank")),
        confidence=_percent(node.get("confidence")),
        relevance=_percent(node.get("relevance")),
        why=given(node, "why"),
        how=given(node, "how"),
        public=node.get("pubconstraint") is None,
        language=language(node),
        direction=direction(node),
        same_as=read_concepts(_children(node, "sameAs")),
        broader=read_concepts(_children(node, "broader")),
        narrower=read_concepts(_children(node, "narrower")),
        related=tuple([_read_related(each) for each in _children(node, "related")]),
        facets=tuple([_read_related(each) for each in _children(node, "facet")]),
    )


def read_concepts(nodes: Sequence[Element]) -> tuple[Concept, ...]:
    """Concepts from elements."""
    return tuple([read_concept(node) for node in nodes])


def _read_related(node: Element) -> RelatedConcept:
    other = read_concept(node)
    return RelatedConcept(
        rel=given(node, "rel"),
        concept=None if other == Concept() else other,
        value=given(node, "value"),
        value_type=given(node, "valuedatatype"),
        value_unit=given(node, "valueunit"),
    )


def _children(node: Element, name: str) -> list[Element]:
    return node.findall(f"{{{NAR}}}{name}")


def _percent(value: str | None) -> int | None:
    found = number(value)
    return found if found is not None and found <= 100 else None


def contributor(name: str, value: Contributor) -> str:
    """A contributor as an element of that name."""
    who = value.concept or Concept(names=(value.name,) if value.name is not None else ())
    return concept(name, attrs.evolve(who, role=value.role))


def read_contributor(node: Element) -> Contributor:
    """A contributor from an element."""
    who = read_concept(node)
    named = attrs.evolve(who, role=None)
    name = who.names[0].value if who.names else None
    mere_name = named == Concept(names=(name,) if name is not None else ())
    return Contributor(name=name, role=who.role, concept=None if mere_name else named)

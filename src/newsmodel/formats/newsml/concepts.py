"""Concepts and contributors as elements, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import attrs
from lxml import etree

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
    positive,
    read_labels,
)
from newsmodel.model import Concept, Contributor, RelatedConcept

_ATTRIBUTES = frozenset("type literal role rank confidence relevance rel value".split())

# What the schema allows on each property beside qcode, uri, language, direction and the like.
ALLOWED: dict[str, frozenset[str]] = {
    name: frozenset(allowed.split())
    for name, allowed in {
        "accountable": "type literal",
        "audience": "type literal confidence relevance",
        "broader": "type literal rank",
        "channel": "type literal role bare",
        "contributor": "type literal role",
        "copyrightHolder": "type literal",
        "creator": "type literal role",
        "destination": "type literal role bare",
        "facet": "type literal rel",
        "genre": "type literal rank confidence relevance",
        "infoSource": "type literal role",
        "itemClass": "",
        "located": "type literal",
        "narrower": "type literal rank",
        "provider": "type literal",
        "related": "type literal rank rel value",
        "sameAs": "type literal",
        "service": "",
        "signal": "type literal",
        "subject": "type literal rank confidence relevance",
        "assert": "literal",
        "conceptRef": "type literal bare",
    }.items()
}


def concept(name: str, value: Concept) -> str:
    """A concept as an element of that name."""
    return element(name, "" if "bare" in ALLOWED[name] else _inside(value), _pairs(name, value))


def _pairs(name: str, value: Concept) -> list[tuple[str, object]]:
    allowed = ALLOWED[name]
    special = {
        "type": code(value.type),
        "literal": value.literal,
        "role": code(value.role),
        "rank": positive(value.rank),
        "confidence": value.confidence,
        "relevance": value.relevance,
    }
    pairs: list[tuple[str, object]] = [
        ("qcode", code(value.qcode) if value.qcode and ":" in value.qcode else None),
        ("uri", value.uri),
        *((n, v) for n, v in special.items() if n in allowed),
    ]
    if "bare" in allowed:
        return pairs
    return [
        *pairs,
        ("why", code(value.why)),
        ("how", code(value.how)),
        ("pubconstraint", None if value.public else NOT_PUBLIC),
        ("xml:lang", value.language),
        ("dir", direction_code(value.direction)),
    ]


def _inside(value: Concept) -> str:
    return "".join(
        [
            labels("name", value.names, ranked=False),
            labels("definition", value.definitions, ranked=False),
            labels("note", value.notes, ranked=False),
            *(_related("facet", each) for each in value.facets),
            *(concept("sameAs", each) for each in value.same_as),
            *(concept("broader", each) for each in value.broader),
            *(concept("narrower", each) for each in value.narrower),
            *(_related("related", each) for each in value.related),
        ]
    )


def _related(name: str, value: RelatedConcept) -> str:
    other = value.concept or Concept()
    pairs = [*_pairs(name, other), ("rel", code(value.rel))]
    if name == "related":
        pairs += [
            ("value", value.value),
            ("valuedatatype", None),
            ("valueunit", code(value.value_unit)),
        ]
    return element(name, _inside(other), pairs)


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


Reader = Callable[[Sequence[etree._Element]], Any]

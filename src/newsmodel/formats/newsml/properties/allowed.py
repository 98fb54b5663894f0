"""What the schema allows on properties that name a concept (NewsML-G2 2.35)."""

from __future__ import annotations

import attrs

__all__ = ["PROPERTIES", "RELATING", "WITHIN", "Property"]


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
    "country": _property("literal type", _FULL),
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
    "related/related": _property("type literal rank rel value", "name hierarchyInfo related"),
    "related/related/related": _property("type literal rank rel value", "name hierarchyInfo"),
    "role": _property("", "name"),
    "sameAs": _property("type literal", "name"),
    "service": _property("", "name"),
    "signal": _property("type literal", _FULL),
    "subject": _property(
        "type literal rank confidence relevance", f"{_FULL} mainConcept facetConcept"
    ),
    **{
        f"{owner}ExtProperty": _property("type literal rel value", _FULL)
        for owner in ("itemMeta", "contentMeta", "rightsInfo", "remoteContent", "group")
    },
}


RELATING = frozenset("broader narrower related mainConcept facetConcept".split())
"""Properties that name a further concept: what is related to that one may say less."""
WITHIN = {
    **{(name, "related"): "related/related" for name in RELATING},
    ("related/related", "related"): "related/related/related",
}
"""The names of relations within relations, which may say less."""

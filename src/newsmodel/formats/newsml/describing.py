"""Concepts and contributors as elements; `concepts` reads them back.

What the schema allows on each property is data here. An object says most of what it can say with a
few of its fields, so all fields are fetched at once and only those that are given are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import compress
from operator import attrgetter, is_not
from typing import Any

from newsmodel.formats._shared.escaping import quoted, text
from newsmodel.formats.newsml import details
from newsmodel.formats.newsml.allowed import PROPERTIES, WITHIN, Property
from newsmodel.formats.newsml.names import HIERARCHY, NOT_PUBLIC
from newsmodel.formats.newsml.writing import (
    Inexact,
    code,
    coded,
    direction,
    element,
    enclosed,
    labels,
    one_line,
    rank,
    uri,
    words,
)
from newsmodel.model import Concept, Contributor, Link, RelatedConcept, Text
from newsmodel.model.base import told_by

__all__ = ["concept", "contributor", "related"]

_NOTHING = Concept()


# ------------------------------------------------------------------ attributes
Encode = Callable[[Any], str]


def _refused(_: Any) -> str:
    raise Inexact


def _hidden(public: bool) -> str:  # noqa: FBT001  # the value of a field
    return "" if public else f' pubconstraint="{NOT_PUBLIC}"'


def _line(value: str) -> str:
    return quoted(str(one_line(value)))


_ATTRIBUTES: tuple[tuple[str, str, Encode], ...] = (
    ("qcode", "qcode", coded),
    ("uri", "uri", lambda value: quoted(str(uri(value)))),
    ("type", "type", coded),
    ("literal", "literal", _line),
    ("role", "role", coded),
    ("rank", "rank", lambda value: str(rank(value))),
    ("confidence", "confidence", str),
    ("relevance", "relevance", str),
    ("pubconstraint", "public", _hidden),
    ("why", "why", coded),
    ("how", "how", coded),
    ("creator", "assigned_by", coded),
    ("modified", "assigned", lambda value: str(value.isoformat())),
    ("xml:lang", "language", quoted),
    ("dir", "direction", lambda value: str(direction(value))),
)
"""For each attribute its field, and how a value is written."""
_GIVEN = attrgetter(*(field for _, field, _ in _ATTRIBUTES))
_BARE = _GIVEN(_NOTHING)
_EVERYWHERE = frozenset({"qcode", "uri"})
_LIMITED = frozenset({"type", "literal", "role", "rank", "confidence", "relevance"})


def _named(attribute: str, encode: Encode) -> Encode:
    return encode if encode is _hidden else lambda value: f' {attribute}="{encode(value)}"'


def _writers(name: str, allowed: Property) -> tuple[Encode, ...]:
    """How the attributes of a property are written, those it has not refused."""
    found = []
    for attribute, _, encode in _ATTRIBUTES:
        limited = attribute in _LIMITED
        here = attribute in allowed.attributes if limited else allowed.common
        if name == "assert" and attribute == "type":
            found.append(lambda _: "")  # it stands within the element
        elif here or attribute in _EVERYWHERE:
            found.append(_named(attribute, encode))
        else:
            found.append(_refused)
    return tuple(found)


_WRITERS = {name: _writers(name, allowed) for name, allowed in PROPERTIES.items()}


_OFTEN = ("qcode", "type")
"""The fields that name most concepts, and nothing more."""
_RARE_OF = attrgetter(*(field for _, field, _ in _ATTRIBUTES if field not in _OFTEN))
_RARE = _RARE_OF(_NOTHING)


def _attributes(name: str, value: Concept) -> str:
    if _RARE_OF(value) != _RARE:
        return _all_attributes(name, value)
    markup = "" if value.qcode is None else f' qcode="{coded(value.qcode)}"'
    return markup if value.type is None else markup + _WRITERS[name][_TYPE](value.type)


_TYPE = [field for _, field, _ in _ATTRIBUTES].index("type")


def _all_attributes(name: str, value: Concept) -> str:
    held = _GIVEN(value)
    pairs = compress(zip(_WRITERS[name], held, strict=True), map(is_not, held, _BARE))
    return "".join([write(each) for write, each in pairs])


# ------------------------------------------------------------------ what stands within
def _inside(name: str, value: Concept) -> str:
    held = _HELD(value)
    if held == _EMPTY:
        return ""
    allowed, markup = PROPERTIES[name].children, ""
    if held[1:] == _ONLY_NAMES and "name" in allowed:
        return labels("name", value.names)
    for (child, _, write), values in compress(zip(_PARTS, held, strict=False), held):
        if child not in allowed:
            raise Inexact
        markup += write(WITHIN.get((name, child), child), values)
    return markup + (_details(name, value) if any(held[-3:]) else "")


def _details(name: str, value: Concept) -> str:
    """Details; the schema allows one kind of them."""
    found = [
        *([details.person(value.person)] if value.person else []),
        *([details.organisation(value.organisation)] if value.organisation else []),
        *([details.place(value.place)] if value.place else []),
    ]
    kind = found[0][1:].split(">")[0].split(" ")[0].rstrip("/")
    if len(found) > 1 or kind not in PROPERTIES[name].children:
        raise Inexact
    return found[0]


def _hierarchies(name: str, values: Iterable[str]) -> str:
    if not all(HIERARCHY.fullmatch(value) for value in values):
        raise Inexact
    return "".join([element(name, text(value)) for value in values])


def _remotes(name: str, values: Iterable[Link]) -> str:
    return "".join([_remote(name, value) for value in values])


_is_remote = told_by(Link, ["rel", "href", "residref", "content_type", "version", "title"])


def _remote(name: str, value: Link) -> str:
    if not _is_remote(value):
        raise Inexact
    title = "" if value.title is None else words("name", value.title)
    pairs = (
        ("rel", code(value.rel)),
        ("href", uri(value.href)),
        ("residref", value.residref),
        ("contenttype", value.content_type),
        ("version", rank(value.version)),
    )
    return element(name, title, pairs)


def _concepts(name: str, values: Iterable[Concept]) -> str:
    return "".join([concept(name, value) for value in values])


def _relations(name: str, values: Iterable[RelatedConcept]) -> str:
    return "".join([related(name, value) for value in values])


_PARTS: tuple[tuple[str, str, Callable[[str, Any], str]], ...] = (
    ("name", "names", labels),
    ("definition", "definitions", labels),
    ("note", "notes", labels),
    ("hierarchyInfo", "hierarchies", _hierarchies),
    ("facet", "facets", _relations),
    ("remoteInfo", "links", _remotes),
    ("sameAs", "same_as", _concepts),
    ("broader", "broader", _concepts),
    ("narrower", "narrower", _concepts),
    ("related", "related", _relations),
    ("mainConcept", "main", lambda name, value: _relations(name, (value,))),
    ("facetConcept", "qualities", _relations),
    ("hasInstrument", "instruments", lambda _, values: details.instruments(values)),
)
"""For each element within a concept its field, and how the values are written."""
_HELD = attrgetter(*(field for _, field, _ in _PARTS), "person", "organisation", "place")
_EMPTY = _HELD(_NOTHING)
_ONLY_NAMES = _EMPTY[1:]
"""What is held beside the names, as most concepts hold nothing else."""


# ------------------------------------------------------------------ whole elements
def concept(name: str, value: Concept) -> str:
    """A concept as an element of that name.

    Raises:
        Inexact: the schema has no place for something of it.
    """
    if not PROPERTIES[name].common:
        return _string_concept(name, value)
    inside = _inside(name, value)
    if name == "assert" and value.type is not None:
        inside = element("type", "", [("qcode", code(value.type))]) + inside
    more = _attributes(name, value)
    return f"<{name}{more}>{inside}</{name}>" if inside else f"<{name}{more}/>"


def _string_concept(name: str, value: Concept) -> str:
    """A concept as an element that holds its name as a string."""
    held = _HELD(value)
    if held[1:] != _ONLY_NAMES or len(value.names) > 1:
        raise Inexact
    said = ""
    if value.names:
        said = value.names[0].value
        if not said.strip() or not _is_mere_text(value.names[0]):
            raise Inexact
    return enclosed(name, _attributes(name, value), text(said))


_is_mere_text = told_by(Text, ["value"])


def related(name: str, value: RelatedConcept) -> str:
    """A tie to a concept or to a value as an element of that name; see `PROPERTIES`."""
    if value.concept == _NOTHING:
        raise Inexact
    other = value.concept or _NOTHING
    ties = "" if value.rel is None else f' rel="{coded(value.rel)}"'
    if (value.value, value.value_type, value.value_unit) != (None, None, None):
        ties += _value(name, value)
    tag = name.rpartition("/")[2]
    return enclosed(tag, _attributes(name, other) + ties, _inside(name, other))


def _value(name: str, tie: RelatedConcept) -> str:
    """The attributes of a tie to a value."""
    if "value" not in PROPERTIES[name].attributes:
        raise Inexact
    if tie.value_type is not None and not tie.value_type.startswith("xs:"):
        raise Inexact  # its prefix would have to be declared
    value = "" if tie.value is None else f' value="{quoted(tie.value)}"'
    kind = "" if tie.value_type is None else f' valuedatatype="{coded(tie.value_type)}"'
    unit = "" if tie.value_unit is None else f' valueunit="{coded(tie.value_unit)}"'
    return value + kind + unit


_is_plain_contributor = told_by(Contributor, ["name", "role", "concept"])
_is_mere_name = told_by(Concept, ["names"])


def contributor(name: str, value: Contributor, role: str | None = None) -> str:
    """A contributor as an element of that name.

    Args:
        name: the element's name.
        value: the contributor.
        role: the role where it is not the contributor's own.
    """
    if not _is_plain_contributor(value):
        raise Inexact
    role = value.role if role is None else role
    more = "" if role is None else f' role="{coded(role)}"'
    if more and "role" not in PROPERTIES[name].attributes:
        raise Inexact
    who = value.concept
    if who is None:
        return enclosed(name, more, "" if value.name is None else words("name", value.name))
    first = who.names[0].value if who.names else None
    if who.role is not None or first != value.name or _says_the_name(who):
        raise Inexact
    return enclosed(name, _attributes(name, who) + more, _inside(name, who))


def _says_the_name(who: Concept) -> bool:
    """Whether a concept says nothing but a name, so that it would be read as that alone."""
    return _is_mere_name(who) and (
        not who.names or (len(who.names) == 1 and _is_mere_text(who.names[0]))
    )

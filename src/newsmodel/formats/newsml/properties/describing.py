"""Concepts and contributors as elements; `concepts` reads them back.

What the schema allows on each property is data here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from newsmodel.formats._shared.escaping import quoted, text
from newsmodel.formats.newsml.names import HIERARCHY, NOT_PUBLIC
from newsmodel.formats.newsml.properties import detailing
from newsmodel.formats.newsml.properties.allowed import PROPERTIES, WITHIN, Property
from newsmodel.formats.newsml.xml.writing import (
    Inexact,
    attribute_writer,
    attributes_of,
    code,
    coded,
    direction,
    element,
    enclosed,
    known,
    labels,
    one_line,
    rank,
    rewriting,
    uri,
    words,
)
from newsmodel.model import Concept, Contributor, Link, RelatedConcept, Text
from newsmodel.model.base import changed, joiner, told_by
from newsmodel.model.concept import name_to_show, names_to_show

__all__ = ["concept", "contributor", "named", "related"]

_NOTHING = Concept()


# ------------------------------------------------------------------ attributes
Encode = Callable[[Any], str]


def _refused(_: Any) -> str:
    raise Inexact


def _nothing(_: Any) -> str:
    return ""


_ATTRIBUTES: dict[str, tuple[str, Encode]] = {
    name: (field, attribute_writer(name, encode))
    for name, field, encode in (
        ("qcode", "qcode", code),
        ("uri", "uri", uri),
        ("type", "type", code),
        ("literal", "literal", one_line),
        ("role", "role", code),
        ("rank", "rank", rank),
        ("confidence", "confidence", str),
        ("relevance", "relevance", str),
        ("pubconstraint", "public", lambda _: NOT_PUBLIC),
        ("why", "why", code),
        ("how", "how", code),
        ("creator", "assigned_by", code),
        ("modified", "assigned", lambda value: value.isoformat()),
        ("xml:lang", "language", known),
        ("dir", "direction", direction),
    )
}
"""For each attribute its field, and how a value is written."""
_attributes = joiner(Concept, [field for field, _ in _ATTRIBUTES.values()])
_EVERYWHERE = frozenset({"qcode", "uri"})
_LIMITED = frozenset({"type", "literal", "role", "rank", "confidence", "relevance"})


def _writers(name: str, allowed: Property) -> tuple[Encode, ...]:
    """How the attributes of a property are written, those it has not refused."""
    found: list[Encode] = []
    for attribute, (_, write) in _ATTRIBUTES.items():
        limited = attribute in _LIMITED
        here = attribute in allowed.attributes if limited else allowed.common
        if name == "assert" and attribute == "type":
            found.append(_nothing)  # it stands within the element
        else:
            found.append(write if here or attribute in _EVERYWHERE else _refused)
    return tuple(found)


# ------------------------------------------------------------------ what stands within
def _inside(name: str, value: Concept) -> str:
    inside = _parts(value, _WITHIN[name])
    if value.person is None and value.organisation is None and value.place is None:
        return inside
    return inside + _details(name, value)


def _details(name: str, value: Concept) -> str:
    """Details; the schema allows one kind of them."""
    found = [
        *([detailing.person(value.person)] if value.person else []),
        *([detailing.organisation(value.organisation)] if value.organisation else []),
        *([detailing.place(value.place)] if value.place else []),
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
    return enclosed(name, _remote_attributes(value), title)


_remote_attributes = attributes_of(
    Link,
    {
        "rel": ("rel", code),
        "href": ("href", uri),
        "residref": ("residref", str),
        "contenttype": ("content_type", known),
        "version": ("version", rank),
    },
)


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
    ("hasInstrument", "instruments", lambda _, values: detailing.instruments(values)),
)
"""For each element within a concept its field, and how the values are written."""
_parts = joiner(Concept, [field for _, field, _ in _PARTS])


def _part_writers(name: str, allowed: Property) -> tuple[Encode, ...]:
    """How what stands within a property is written, what it has not refused."""
    return tuple([
        partial(write, WITHIN.get((name, child), child)) if child in allowed.children else _refused
        for child, _, write in _PARTS
    ])  # fmt: skip


_WRITERS = {name: _writers(name, allowed) for name, allowed in PROPERTIES.items()}
_WITHIN = {name: _part_writers(name, allowed) for name, allowed in PROPERTIES.items()}


# ------------------------------------------------------------------ whole elements
@rewriting
def concept(name: str, value: Concept) -> str:
    """A concept as an element of that name.

    Raises:
        Inexact: the schema has no place for something of it.
    """
    if not PROPERTIES[name].common:
        return _string_concept(name, value)
    inside = _inside(name, value)
    if name == "assert" and value.type is not None:
        inside = f'<type qcode="{coded(value.type)}"/>{inside}'
    more = _attributes(value, _WRITERS[name])
    return f"<{name}{more}>{inside}</{name}>" if inside else f"<{name}{more}/>"


_is_mere_string = told_by(Concept, ["names", *(field for field, _ in _ATTRIBUTES.values())])


def _string_concept(name: str, value: Concept) -> str:
    """A concept as an element that holds its name as a string."""
    if not _is_mere_string(value) or len(value.names) > 1:
        raise Inexact
    said = ""
    if value.names:
        said = str(one_line(value.names[0].value))
        if not said.strip() or not _is_mere_text(value.names[0]):
            raise Inexact
    return enclosed(name, _attributes(value, _WRITERS[name]), text(said))


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
    return enclosed(tag, _attributes(other, _WRITERS[name]) + ties, _inside(name, other))


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
    if who.role is not None or name_to_show(who.names) != value.name or _says_the_name(who):
        raise Inexact
    return enclosed(name, _attributes(who, _WRITERS[name]) + more, _inside(name, who))


def named(value: Contributor) -> Contributor:
    """A contributor whose concept goes by his name, and he by its: others find it nowhere else."""
    who = value.concept
    if who is None:
        return value
    if value.name is None:
        name = name_to_show(who.names)
        return changed(value, name=name, concept=None if _says_the_name(who) else who)
    names = sorted(names_to_show(who.names), key=lambda each: each.value != value.name)
    first = changed(names[0], value=value.name) if names else Text(value=value.name)
    return changed(value, concept=changed(who, names=(first, *names[1:])))


def _says_the_name(who: Concept) -> bool:
    """Whether a concept says nothing but a name, so that it would be read as that alone."""
    return _is_mere_name(who) and (
        not who.names or (len(who.names) == 1 and _is_mere_text(who.names[0]))
    )

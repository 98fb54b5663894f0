"""People, organisations, places and other things with names."""

from __future__ import annotations

from collections.abc import Collection

from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats.html.linked.bylines import kind_by_name, may_be_somebody
from newsmodel.formats.html.linked.nodes import Node, address, link, node, picture, several
from newsmodel.formats.html.pages.names import name_for
from newsmodel.model import Article, Concept, Contributor, Link, Position
from newsmodel.plain import number

__all__ = [
    "contributor",
    "houses_of",
    "kind_of",
    "name_of",
    "organisation",
    "person_or_body",
    "place",
    "thing",
]

_KINDS = {
    "person": "Person",
    "organisation": "Organization",
    "organization": "Organization",
    "geoarea": "Place",
    "poi": "Place",
    "event": "Event",
}
"""The type of a thing by its nature (IPTC NewsCodes: concept nature)."""


_NAMED = Remembered(lambda nature: _KINDS.get(nature.rpartition(":")[2].lower()))


def kind_of(concept: Concept | None) -> str | None:
    """The type a concept's nature or its details tell; None where nothing does."""
    if concept is None:
        return None
    if concept.type is not None and (named := _NAMED[concept.type]) is not None:
        return named
    if concept.person:
        return "Person"
    if concept.organisation:
        return "Organization"
    return "Place" if concept.place else None


def name_of(concept: Concept, language: str | None) -> str | None:
    """The name of a concept in a language, else any; a mere code is none."""
    if not concept.names:
        return concept.literal
    if len(concept.names) == 1:  # as most have
        return concept.name
    name = name_for(concept, language)
    return str(name) if name else None


def thing(concept: Concept, language: str | None, kind: str | None = None) -> Node | None:
    """A concept as what it is; None where nothing names it.

    Args:
        concept: the concept.
        language: the language its name is wanted in.
        kind: its type where its own nature does not count.
    """
    name = name_of(concept, language)
    if name is None:
        return None
    kind = kind or kind_of(concept) or "Thing"
    made: Node = {"@type": kind}
    # Most concepts are a name and a code, and an article has dozens: no more is asked than need be.
    if name:
        made["name"] = name
    if concept.qcode and concept.qcode != name:
        made["identifier"] = concept.qcode
    if concept.links or concept.uri or concept.same_as or concept.definitions:
        made |= _described(concept)
    if concept.links or concept.person or concept.place or concept.broader:
        made |= _more(concept, kind, language)
    return made


def _described(concept: Concept) -> Node:
    return node(
        None,
        url=_page(concept),
        sameAs=several(_same(concept)),
        description=concept.definitions[0].value if concept.definitions else None,
    )


def _page(concept: Concept) -> str | None:
    pages = (address(each.href) for each in concept.links if not _is_picture(each))
    return next(filter(None, pages), None)


def _is_picture(value: Link) -> bool:
    return (value.content_type or "").startswith("image/")


def _same(concept: Concept) -> list[str]:
    if not concept.uri and not concept.same_as:
        return []
    known = (concept.uri, *[each.uri for each in concept.same_as])
    return list(dict.fromkeys([page for uri in known if (page := address(uri))]))


def _more(concept: Concept, kind: str, language: str | None) -> Node:
    if kind == "Person" and concept.person:
        groups = concept.person.affiliations
        return node(None, affiliation=several([thing(g, language, "Organization") for g in groups]))
    if kind.endswith("Organization"):
        pictures = (address(each.href) for each in concept.links if _is_picture(each))
        logo = next(filter(None, pictures), None)
        return node(None, logo=logo and node("ImageObject", url=logo, contentUrl=logo))
    if kind == "Place":
        within = (thing(each, language, "Place") for each in concept.broader[:1])
        position = concept.place.position if concept.place else None
        return node(None, geo=position and _geo(position), containedInPlace=several(within))
    return {}


def _geo(position: Position) -> Node:
    latitude, longitude = number(position.latitude), number(position.longitude)
    return node("GeoCoordinates", latitude=latitude, longitude=longitude)


def place(concept: Concept, language: str | None) -> Node | None:
    """A place."""
    return thing(concept, language, "Place")


def organisation(
    concept: Concept | None, language: str | None, kind: str = "Organization"
) -> Node | None:
    """An organisation, or the person a concept says it is."""
    if concept is None:
        return None
    return thing(concept, language, "Person" if kind_of(concept) == "Person" else kind)


def houses_of(article: Article) -> list[str]:
    """The names of the organisations that publish and provide an article."""
    owners = [each for each in (article.publisher, article.provider) if each]
    names = [name_of(each, article.language) for each in owners if kind_of(each) != "Person"]
    return [name for name in names if name]


def person_or_body(name: str, kind: str | None) -> str:
    """The type of who writes or speaks: what is told, else what the name alone says."""
    if kind in ("Person", "Organization"):
        return kind
    found = kind_by_name(name)
    return "Person" if found == "Thing" and may_be_somebody(name) else found


def contributor(
    person: Contributor, language: str | None, base: str | None, houses: Collection[str]
) -> Node | None:
    """Somebody who had a part in the work; `name` is the name alone.

    Args:
        person: who that is.
        language: the language of the page.
        base: its address, by which relative addresses become whole.
        houses: the names of the organisations that publish and provide the article.
    """
    name = str(name_for(person, language) or "")
    if not name:
        return None
    told = kind_of(person.concept)
    kind = "Organization" if told is None and name in houses else person_or_body(name, told)
    made = node(kind, name=name, description=person.biography or None)
    pages = [page for each in person.links if (page := address(link(each.href, base)))]
    made |= node(None, url=next(iter(pages), None), image=_portrait(person, base))
    if person.concept is not None:
        known = thing(person.concept, language, kind) or {}
        made = {**known, **made}
        pages += _same(person.concept)
    others = [page for page in dict.fromkeys(pages) if page != made.get("url")]
    return {**made, **node(None, sameAs=several(others))}


def _portrait(person: Contributor, base: str | None) -> str | None:
    image = person.image
    return picture(image.href, base) if image and image.public else None

"""People, organisations, places and topics that the data of a page name, as concepts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsmodel.formats.html.webpages.articles import PRECISE
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.things import Thing, clean, types_of
from newsmodel.model import Concept, Link

__all__ = ["concept", "concepts", "genres"]

_TYPES = {
    "person": ("Person",),
    "organisation": ("Organization", "Corporation", "SportsTeam", "PoliticalParty", "Airline"),
    "geoArea": ("Place", "AdministrativeArea", "City", "State", "Country", "Continent"),
    "event": ("Event",),
}
_KINDS = {kind: word for word, kinds in _TYPES.items() for kind in kinds}
_FORMS = sorted(PRECISE - {"NewsArticle", "Article", "BlogPosting"})
"""Types that tell more than that it is an article; blogs give theirs to everything."""
_MOST, _FEW, _LONGEST = 100, 10, 200


def concept(page: Page, value: Any, kind: str | None = None) -> Concept | None:
    """What a value of a property names; None where it names nothing.

    Args:
        page: the page.
        value: a node or a string.
        kind: what it is where the data do not tell.
    """
    if not isinstance(value, Mapping):
        name = clean(value)
        return Concept(type=kind, names=[name]) if _is_name(name) else None
    name = page.graph.text(value, "name") or page.graph.text(value, "legalName") or ""
    if not _is_name(name):
        return None
    href = page.address(page.graph.text(value, "url"))
    return Concept(
        type=_kind(value) or kind,
        names=[name],
        links=(Link(href=href),) if href else (),
        same_as=tuple([Concept(uri=each) for each in _same(page, value)]),
    )


def concepts(page: Page, *properties: str, kind: str | None = None) -> tuple[Concept, ...]:
    """What properties of the article name: of those that have one name, the first.

    Args:
        page: the page.
        properties: the names of the properties.
        kind: what they are where the data do not tell.
    """
    found: dict[str | None, Concept] = {}
    for name in properties:
        for value in page.graph.values(page.article, name)[:_MOST]:
            if (each := concept(page, value, kind)) is not None:
                found.setdefault(each.name, each)
    return tuple(found.values())


def genres(page: Page) -> tuple[Concept, ...]:
    """Which form of journalism an article is: as its page names it, then as the data type it."""
    types = {name.lower() for name in types_of(page.article or {})}
    forms = [each for each in _FORMS if each.lower() in types]
    told = tuple([Concept(uri=f"https://schema.org/{each}") for each in forms])
    return (*concepts(page, "genre"), *told)


def _is_name(name: str) -> bool:
    return 0 < len(name) <= _LONGEST and not name.startswith(("http:", "https:"))


def _kind(thing: Thing) -> str | None:
    """What a node is, in the words of the model; None for one that is only some thing."""
    for name in sorted(types_of(thing)):
        if name in _KINDS:
            return _KINDS[name]
        if name.endswith(("Organization", "Organisation")):
            return "organisation"
    return None


def _same(page: Page, thing: Thing) -> list[str]:
    """The addresses under which others know it."""
    told = page.graph.values(thing, "sameAs")[:_FEW]
    found = (page.address(each) for each in told if isinstance(each, str))
    return [each for each in found if each and each.startswith(("https:", "http:"))]

"""The lint: rules about what the schema allows and receivers stumble over.

Each rule is a small function that looks at an element, an item, or a whole document. What it finds
is never a reason to refuse a document: real feeds break most of these rules.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from newsmodel.formats.newsml.conformance.lint import (
    contents,
    dates,
    identity,
    languages,
    pages,
    references,
    rights,
    vocabularies,
)
from newsmodel.formats.newsml.conformance.lint.bodies import DATA, PAGE, Bodies
from newsmodel.formats.newsml.conformance.lint.items import Item, N, Whole
from newsmodel.formats.newsml.conformance.lint.rule import Finding, Rule
from newsmodel.formats.newsml.conformance.usual import USUAL
from newsmodel.formats.newsml.conformance.walking import Walk

__all__ = ["RULES", "Rule", "findings"]

_MODULES = (identity, vocabularies, languages, dates, contents, pages, rights, references)
RULES: tuple[Rule[Any], ...] = tuple(rule for module in _MODULES for rule in module.RULES)
"""All rules of the lint."""
_OF_DOCUMENTS = (*identity.OF_DOCUMENTS, *references.OF_DOCUMENTS)
_OF_ITEMS = tuple(
    (rule, rule.look)
    for rule in RULES
    if not (rule.tags or rule.inside or rule.at) and rule not in _OF_DOCUMENTS
)

_OF_HEADERS = tuple((rule, rule.look) for rule in (vocabularies.alias, references.dangling))
"""Those of the rules for items that hold for the header of a message, too."""


def _by_tag() -> Mapping[str, tuple[tuple[Rule[Any], Any, bool], ...]]:
    tags = {tag for rule in RULES for tag in rule.tags}
    return MappingProxyType(
        {f"{N}{tag}": tuple((r, r.look, r.once) for r in RULES if tag in r.tags) for tag in tags}
    )


_OF_ELEMENTS = _by_tag()
_OF_ATTRIBUTES: Mapping[str, tuple[Rule[Any], ...]] = MappingProxyType(
    {name: tuple(rule for rule in RULES if name in rule.at) for name in USUAL}
)
_OF_BODIES: Mapping[str, tuple[Rule[Any], ...]] = MappingProxyType(
    {
        name: tuple(rule for rule in RULES if name in rule.inside)
        for name in sorted({name for rule in RULES for name in rule.inside})
    }
)


def findings(walk: Walk) -> list[tuple[Rule[Any], Finding]]:
    """What the rules find in a document that has been walked through."""
    whole = Whole(walk)
    found: list[tuple[Rule[Any], Finding]] = []
    for item in whole.parts:
        _in_elements(item, found)
        if item.part.noted:
            found += _at_attributes(item)
        if PAGE in item.part.by_tag or DATA in item.part.by_tag or item.part.foreign:
            found += _in_bodies(item)
        for rule, look in _OF_ITEMS if item is not whole.message else _OF_HEADERS:
            for each in look(item):
                found.append((rule, each))
    for rule in _OF_DOCUMENTS:
        found += [(rule, each) for each in rule.look(whole)]
    return found


def _in_elements(item: Item, found: list[tuple[Rule[Any], Finding]]) -> None:
    """Let the rules for elements look at each, and those for items that hold one at the item."""
    by_tag = item.part.by_tag
    for tag in filter(_OF_ELEMENTS.__contains__, tuple(by_tag)):
        nodes = by_tag[tag]
        for rule, look, once in _OF_ELEMENTS[tag]:
            if once:
                for each in look(item):
                    found.append((rule, each))  # noqa: PERF401 - as above
                continue
            for node in nodes:
                said = look(node, item)
                if said is not None:
                    found.append((rule, (node, *said)))


def _at_attributes(item: Item) -> Iterator[tuple[Rule[Any], Finding]]:
    """Let the rules for attributes look at those that are not as usual."""
    for node, name, _ in dict.fromkeys(reversed(item.part.noted)):
        for rule in _OF_ATTRIBUTES.get(name, ()):
            said = rule.look(node, name, item)
            if said is not None:
                yield rule, (node, name, said)


def _in_bodies(item: Item) -> Iterator[tuple[Rule[Any], Finding]]:
    """Let the rules for bodies look at what stands in those of an item."""
    bodies = Bodies(item)
    for name, nodes in bodies.found.items():
        for rule in _OF_BODIES[name]:
            told = dict.fromkeys((bodies.place(node), said) for node, said in rule.look(nodes))
            yield from [(rule, (place, None, said)) for place, said in told]

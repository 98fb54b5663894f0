"""Names that came in parts, as given and family name: the whole of each."""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel.formats.newsml.xml.attributes import XML_LANG
from newsmodel.formats.newsml.xml.reading import Element, N, constraint_of
from newsmodel.model import Text
from newsmodel.model.tags import language_of
from newsmodel.model.vocabulary import term

__all__ = ["with_parts_joined"]

_NAME = f"{N}name"
_PARTS = ("prefix", "given", "middle", "patronymic", "family", "suffix")
"""The parts of the name of a person in their order (IPTC NewsCodes: name part)."""
_FAMILY_FIRST = frozenset({"hu", "ja", "ko", "vi", "zh"})
_FIRST_OF_EAST_ASIA = "\u2e80"


def _part_of(name: Element) -> str | None:
    """Which part of the name of a person an element is; None for a whole name."""
    said = term(name.get("part") or name.get("parturi"))
    return said if said in _PARTS else None


def with_parts_joined(node: Element, names: Sequence[Text]) -> list[Text]:
    """Names with one in place of its parts, where these are several.

    Args:
        node: the element of the person.
        names: those read from it, parts among them.
    """
    shown = [each for each in node.iterchildren(_NAME) if constraint_of(each) is None]
    parts: dict[str | None, dict[str, str]] = {}
    places: dict[str | None, list[int]] = {}
    for place, (element, name) in enumerate(zip(shown, names, strict=False)):
        if part := _part_of(element):
            said = parts.setdefault(name.language or node.get(XML_LANG), {})
            said[part] = f"{said[part]} {name.value}" if part in said else name.value
            places.setdefault(name.language or node.get(XML_LANG), []).append(place)
    found: list[Text | None] = list(names)
    for language, each in parts.items():
        if len(each) > 1:
            first, *others = places[language]
            found[first] = Text(value=_joined(each, language), language=names[first].language)
            for place in others:
                found[place] = None
    return list(dict.fromkeys(each for each in found if each is not None))


def _joined(parts: dict[str, str], language: str | None) -> str:
    written_together = all(said[:1] >= _FIRST_OF_EAST_ASIA for said in parts.values())
    order = [part for part in _PARTS if part in parts]
    if "family" in parts and (written_together or language_of(language or "") in _FAMILY_FIRST):
        order.remove("family")
        order.insert(1 if "prefix" in parts else 0, "family")
    return ("" if written_together else " ").join([parts[part] for part in order])

"""Names that came in parts, as given and family name: the whole of each."""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel.formats.newsml.xml.attributes import XML_LANG
from newsmodel.formats.newsml.xml.reading import Element, N, constraint_of
from newsmodel.model import Text
from newsmodel.model.concept import is_to_show
from newsmodel.model.tags import language_of
from newsmodel.model.vocabulary import term

__all__ = ["with_parts_joined"]

_NAME = f"{N}name"
_BEFORE = ("salutation", "prefix", "acadtitle")
_PARTS = (*_BEFORE, "given", "middle", "patronymic", "family", "suffix")
"""The parts of the name of a person in their order (IPTC NewsCodes: name part)."""
_FAMILY_FIRST = frozenset({"hu", "ja", "ko", "vi", "zh"})
_FIRST_OF_EAST_ASIA = "\u2e80"


def _part_of(name: Element) -> str | None:
    """Which part of the name of a person an element is; None for a whole name."""
    said = term(name.get("part") or name.get("parturi"))
    return said if said in _PARTS else None


def with_parts_joined(node: Element, names: Sequence[Text]) -> list[Text]:
    """Names with one in place of its parts; without a lone part where there is a whole name.

    The family name is first by the language that the name tells, not by that of the item: news in
    Hungarian is of people from elsewhere, too.

    Args:
        node: the element of the person.
        names: those read from it, parts among them.
    """
    ours = node.get(XML_LANG)
    shown = [each for each in node.iterchildren(_NAME) if constraint_of(each) is None]
    parts: dict[str | None, dict[str, str]] = {}
    places: dict[str | None, list[int]] = {}
    whole: set[str | None] = set()
    for place, (element, name) in enumerate(zip(shown, names, strict=False)):
        language = name.language or ours
        if part := _part_of(element):
            said = parts.setdefault(language, {})
            said[part] = f"{said[part]} {name.value}" if part in said else name.value
            places.setdefault(language, []).append(place)
        elif is_to_show(name):
            whole.add(language)
    found: list[Text | None] = list(names)
    for language, each in parts.items():
        beside = language in whole or (whole and None in {language, *whole})
        if len(each) == 1 and not beside:
            continue
        first = places[language][0]
        for place in places[language]:
            found[place] = None
        if len(each) > 1:
            found[first] = Text(value=_joined(each, language), language=names[first].language)
    return list(dict.fromkeys(each for each in found if each is not None))


def _joined(parts: dict[str, str], language: str | None) -> str:
    written_together = all(said[:1] >= _FIRST_OF_EAST_ASIA for said in parts.values())
    order = [part for part in _PARTS if part in parts]
    if "family" in parts and (written_together or language_of(language or "") in _FAMILY_FIRST):
        order.remove("family")
        order.insert(sum(part in parts for part in _BEFORE), "family")
    return ("" if written_together else " ").join([parts[part] for part in order])

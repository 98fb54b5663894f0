"""An item put together of the markup of its parts."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from operator import itemgetter

from newsmodel.formats._shared.escaping import attributes, text
from newsmodel.formats.newsml.carrying.completing import attributes_of
from newsmodel.formats.newsml.carrying.returning import Carried
from newsmodel.formats.newsml.names import NAR
from newsmodel.formats.newsml.properties.table import ORDER
from newsmodel.formats.newsml.xml.attributes import XML_LANG
from newsmodel.formats.newsml.xml.markup import element_of

__all__ = ["SECTIONS", "Parts", "assembled"]

SECTIONS = ("itemMeta", "contentMeta", "contentSet")
"""The parts of an item that hold properties, in order."""
_PLACES = {name: place for place, name in enumerate(ORDER[""])}
_FULL = {"xml:lang": XML_LANG}

Parts = Mapping[str, Sequence[tuple[float, str]]]
"""Markup by the section that it stands in, "" for none, each piece with its place there."""


def assembled(
    name: str,
    parts: Parts,
    inside: str,
    said: Sequence[tuple[str, object]],
    carried: Carried,
) -> str:
    """The item as one element.

    Args:
        name: the name of the element.
        parts: its properties.
        inside: further markup at its end.
        said: its attributes.
        carried: what is carried of the item that was read.
    """
    own = list(parts[""])
    for section in SECTIONS:
        named = carried.said("", section)
        stray = text(carried.stray.get(section, ""))
        held = stray + "".join(_ordered(parts[section]))
        if held or named:
            if carried.holds_sections:
                named |= _taken_empty(section, own, named)
            spelt = carried.name("", section)
            start = f"<{spelt}{attributes_of(named.items()) if named else ''}>"
            own.append((_PLACES[section], f"{start}{held}</{spelt}>"))
    own.append((_PLACES["groupSet"], inside))
    name = carried.name("", "newsItem", name)
    stray = text(carried.stray.get("", ""))
    return f"<{name}{_attributes(said, carried)}>{stray}{''.join(_ordered(own))}</{name}>"


def _attributes(own: Sequence[tuple[str, object]], carried: Carried) -> str:
    """The attributes of the item: its own, and those carried that it has not."""
    more = carried.said("", "newsItem")
    if not more:
        return attributes(own)
    taken = {_FULL.get(name, name) for name, value in own if value is not None}
    rest = [(name, said) for name, said in more.items() if name not in taken]
    return attributes(own) + attributes_of(rest)


def _taken_empty(
    section: str, parts: list[tuple[float, str]], named: Container[str]
) -> dict[str, str]:
    """The attributes of a section that came empty: it is taken out of the parts, to be filled."""
    for part in parts:
        if _is_empty(section, part[1]):
            found = {str(name): value for name, value in element_of(part[1]).items()}
            if all(name not in named for name in found):
                parts.remove(part)
                return found
    return {}


def _is_empty(section: str, markup: str) -> bool:
    """Whether it is a section as it came, with nothing in it."""
    if not markup.startswith("<") or section not in markup.partition(">")[0]:
        return False
    node = element_of(markup)
    is_one = node.tag in (section, f"{{{NAR}}}{section}")
    return is_one and not len(node) and not (node.text or "").strip()


def _ordered(parts: Sequence[tuple[float, str]]) -> list[str]:
    return [markup for _, markup in sorted(parts, key=itemgetter(0))]

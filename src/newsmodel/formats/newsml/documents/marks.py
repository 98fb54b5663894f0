"""Ids within items (`xs:ID`, `xml:id`), of which no two in a document may be the same.

Each item is right by itself; where several are put into one message, an id that stands in an item
before is written as another one, and so is what refers to it. The data island says the own one.
Those that stood in several items of one message when it was read are written as they came.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import count

from lxml import etree

from newsmodel.formats._shared.island import differing
from newsmodel.formats.newsml.documents import items, packages
from newsmodel.formats.newsml.documents.sections import DATA
from newsmodel.formats.newsml.documents.writer import island_element
from newsmodel.formats.newsml.names import NAR, OWN_GENERATOR, XHTML
from newsmodel.formats.newsml.xml.markup import element_of, fragment
from newsmodel.formats.newsml.xml.reading import Element, N
from newsmodel.model import Article, Package
from newsmodel.model.base import changed

__all__ = ["made_unique", "marks_of", "shared", "twice", "unique"]

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_MARKS = ("id", "partid")
_REFERENCES = ("contentrefs", "idref", "idrefs", "original", "root", "sourceidref")
_LIKELY, _IN_PAGE = re.compile(r'id="([^":]*)"'), re.compile(r'xml:id="([^":]*)"')
"""What is perhaps an id: they hold no colons, as those of items do."""
_PAGE = f'<html xmlns="{XHTML}"'
_PACKAGE = f"{N}packageItem"
_OURS = (_PACKAGE, f"{N}newsItem")
_ALL = etree.XPath(
    " | ".join(f"descendant-or-self::{at}" for at in ("n:*/@id", "n:*/@partid", "*/@xml:id")),
    namespaces={"n": NAR},
    smart_strings=False,
)
"""The ids within an element, as `marks_of` gives them, found without a step of Python for each."""


def shared(nodes: Iterable[Element]) -> list[str]:
    """The ids that stand in several of some items."""
    found = Counter(mark for node in nodes for mark in {each.strip() for each in _ALL(node)})
    return sorted(mark for mark, number in found.items() if number > 1)


def unique(items: Sequence[str], but: Collection[str] = ()) -> list[str]:
    """The markup of the items of a message, in which no id is given twice.

    Items of other kinds than news and packages stay as they are.

    Args:
        items: their markup.
        but: the ids that may be.
    """
    if len(items) < 2 and not any(OWN_GENERATOR in each for each in items):
        return list(items)  # within one item of others all stay as they came
    likely = [_likely(each) for each in items]
    counts = Counter(value for each in likely for value in each if value not in but)
    if max(counts.values(), default=1) < 2:
        return list(items)
    suspects = [any(counts[value] > 1 for value in each) for each in likely]
    nodes = [fragment(m) if suspect else None for m, suspect in zip(items, suspects, strict=True)]
    others = [node for node in nodes if node is not None and node.tag not in _OURS]
    taken = {mark for node in others for mark in marks_of(node)}
    known = {*counts, *but}
    return [
        markup
        if node is None
        or node.tag not in _OURS
        or not made_unique(node, taken, known=known, but=but)
        else _bare(node)
        for markup, node in zip(items, nodes, strict=True)
    ]


def twice(markups: Iterable[str]) -> list[str]:
    """The ids that stand twice in some elements."""
    found = Counter(mark for each in markups for mark in marks_of(element_of(each)))
    return [mark for mark, number in found.items() if number > 1]


def _likely(markup: str) -> list[str]:
    """What is perhaps an id in an item. Those of pages are none for the standard but `xml:id`."""
    first, *others = markup.split(_PAGE)
    found: list[str] = _LIKELY.findall(first)
    for each in others:
        page, _, rest = each.partition("</html>")
        found += _LIKELY.findall(rest)
        found += _IN_PAGE.findall(page)
    return found


def _bare(node: Element) -> str:
    """The markup of an item, its namespace left to what surrounds it."""
    markup = etree.tostring(node, encoding="unicode", with_tail=False)
    return markup.replace(f' xmlns="{NAR}"', "", 1)


# ------------------------------------------------------------------ one item
def marks_of(node: Element) -> list[str]:
    """The ids within an element."""
    return [said for _, _, said in _marked(node)]


def _marked(node: Element) -> Iterator[tuple[Element, str, str]]:
    """The ids within an element, each with the element it is of and the attribute."""
    for each in node.iter("*"):
        names = (*_MARKS, _XML_ID) if str(each.tag).startswith(N) else (_XML_ID,)
        for name in names:
            said = each.get(name)
            if said is not None:
                yield each, name, said.strip()


def made_unique(
    node: Element,
    taken: set[str],
    *,
    known: Container[str] = (),
    but: Container[str] = (),
    first: int = 2,
    told: bool = True,
) -> bool:
    """Give the ids of an item that are taken other names, and add all it has to those.

    Args:
        node: the item.
        taken: the ids that stand before it.
        known: further names that no id is given anew.
        but: the ids that stay as they are.
        first: the number that another name ends in, if that is free.
        told: whether the data island is to say the own ids.

    Returns:
        Whether there were any.
    """
    marked = [each for each in _marked(node) if each[2] not in but]
    own = {said for _, _, said in marked}
    # What a feed gave twice in one item is written as it came.
    once = len(own) == len(marked) or not _is_own(node)
    if once and own.isdisjoint(taken):
        taken |= own
        return False
    before = _read(node) if told else None
    names: dict[str, str] = {}
    for each, attribute, said in marked:
        numbered = (f"{said}-{number}" for number in count(first))
        new = (n for n in numbered if n not in taken and n not in own and n not in known)
        mark = next(new) if said in taken else said
        taken.add(mark)
        names.setdefault(said, mark)  # what refers to an id follows the first of its like
        each.set(attribute, mark)
    _redirect(node, {old: new for old, new in names.items() if old != new})
    if before is not None:
        _tell(node, before)
    return True


def _is_own(node: Element) -> bool:
    """Whether an item is one that the library has made."""
    return any(each.text == OWN_GENERATOR for each in node.iterfind(f"{N}itemMeta/{N}generator"))


def _redirect(node: Element, names: Mapping[str, str]) -> None:
    """Let what refers to an id refer to it by its other name."""
    links = {f"#{old}": f"#{new}" for old, new in names.items()}
    for each in node.iter("*") if names else ():
        for attribute in _REFERENCES if str(each.tag).startswith(N) else ():
            said = each.get(attribute)
            if said is not None and not names.keys().isdisjoint(said.split()):
                each.set(attribute, " ".join([names.get(one, one) for one in said.split()]))
        if (link := each.get("href")) in links:
            each.set("href", links[str(link)])


def _read(node: Element) -> Article | Package:
    alone = copy.deepcopy(node)  # what is misspelt in it gets the names of the standard
    return packages.read(alone) if node.tag == _PACKAGE else items.read(alone)


def _tell(node: Element, meant: Article | Package) -> None:
    """Let data islands of an item say what reading it would not give any more.

    They have their place already when it is read: a section that came empty is none then.
    """
    section = node.find(f"{N}contentMeta")
    if section is None:
        section = etree.Element(f"{N}contentMeta")
        place = node.find(f"{N}itemMeta")
        node.insert(0 if place is None else node.index(place) + 1, section)
    of_groups, of_item = (etree.SubElement(section, DATA, attrib) for attrib in _ISLANDS)
    seen = _read(node)
    if isinstance(meant, Package) and isinstance(seen, Package):
        _fill(of_groups, differing(changed(meant, item=seen.item), seen), of="Package")
        meant, seen = meant.item, seen.item
    if isinstance(meant, Article) and isinstance(seen, Article):
        _fill(of_item, differing(meant, seen))
    for each in section.findall(DATA):
        if not each.text:
            section.remove(each)


_ISLANDS: tuple[dict[str, str], ...] = ({"of": "Package"}, {})


def _fill(place: Element, island: object, of: str | None = None) -> None:
    """Put a data island where one is to stand."""
    parent = place.getparent()
    if island and parent is not None:
        parent.replace(place, fragment(island_element(island, of)))

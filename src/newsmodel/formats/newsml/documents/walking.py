"""A news item gone through, part by part: what `items` makes its article of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import attrs

from newsmodel.formats.newsml.carrying.taking import (
    attribute_extensions,
    element_extension,
    extensions_of,
)
from newsmodel.formats.newsml.documents import contents
from newsmodel.formats.newsml.documents.sections import Sections, table_of
from newsmodel.formats.newsml.names import MEDIA, OWN_GENERATOR
from newsmodel.formats.newsml.properties.files import is_medium
from newsmodel.formats.newsml.properties.kinds import kind_of, told_by
from newsmodel.formats.newsml.properties.simple import is_of_content, rank_of
from newsmodel.formats.newsml.properties.table import MEDIA_ROWS, ORDER, ROWS
from newsmodel.formats.newsml.properties.terms import told_apart
from newsmodel.formats.newsml.xml.attributes import XML_LANG
from newsmodel.formats.newsml.xml.reading import Element, N, constraint_of, name_of
from newsmodel.model import Kind

__all__ = ["CLASS", "META", "Item"]

META, CLASS = f"{N}itemMeta", f"{N}itemClass"
_CLASS = CLASS.lower()
_PARENTS: dict[Any, str] = {
    f"{N}{name}": name for name in ("itemMeta", "contentMeta", "contentSet", "groupSet")
}
_GROUPS, _REFERENCE, _PACKAGE = f"{N}groupSet", f"{N}itemRef", f"{N}packageItem"
_PROGRAM, _TEXTS, _RIGHTS = f"{N}generator", f"{N}contentSet", f"{N}rightsInfo"
_SECTIONS = ("", "itemMeta", "contentMeta", "contentSet")
_TOP = frozenset(f"{N}{name}" for name in ORDER[""])
_MEANT = {f"{N}{name}".lower(): name for name in _PARENTS.values()}
"""The parts of an item by their names in small letters."""
_OF_TEXTS = table_of((*ROWS, attrs.evolve(MEDIA_ROWS[-1], accepts=is_medium)), _SECTIONS)
_OF_MEDIA = table_of((*MEDIA_ROWS, *ROWS), _SECTIONS)


class Item(Sections):
    """One reading of an item."""

    def __init__(self, node: Element) -> None:
        self.node = node
        self._children = node[:]
        spelt = _respelt(self._children)
        self.kind, own = _about(node)
        table = _OF_MEDIA if self.kind in MEDIA else _OF_TEXTS
        super().__init__(table, own=own, language=partial(_language_of, node, own=own))
        for section, name in spelt.items():
            found = next(node.iterchildren(f"{N}{section}"))
            self.reading.depart(found, f"the item has no {name!r}: it is read as {section!r}")
            self.extensions += extensions_of(section, [("name()", name)])
        if constraint_of(node) is not None:
            self.close(*_SECTIONS)
        if node.get("guid") is None:
            self.reading.depart(node, "the item has no guid")

    def walk(self) -> None:
        """Read every property."""
        self.stray("", self.node)
        seen: dict[str, int] = {}
        for child in self._children:
            parent = _PARENTS.get(child.tag)
            if parent is None:
                if not self._is_reference(child):
                    self.property("", child)
            elif parent in seen:
                seen[parent] += 1
                self.reading.depart(child, f"{parent!r} stands more than once")
                self.beside.append(child)
                self.extensions.append(element_extension("", child, seen[parent]))
            elif not len(child) and parent != "groupSet" and not (child.text or "").strip():
                self.extensions.append(element_extension("", child, 1))
            else:
                seen[parent] = 1
                self._part(parent, child)
        self.settle()
        for node, said in told_apart([each for each in self._children if each.tag == _RIGHTS]):
            self.reading.depart(node, said)
        self.beside += [each for each in self._children if name_of(each).lower() == "rightsinfo"]

    def _part(self, parent: str, node: Element) -> None:
        """Read what stands in one of the parts of an item; groups are read with their package."""
        if constraint_of(node) is not None:
            self.close(parent)
        is_package = self.node.tag == _PACKAGE
        if parent == ("contentSet" if is_package else "groupSet"):
            whose = "a package" if is_package else "an item of news"
            self.reading.depart(node, f"{whose} has no {parent!r}: it is kept as it is")
            self.extensions.append(element_extension("", node, 1))
        elif parent == "contentSet":
            contents.read(node, self, pictured=self.kind not in MEDIA)
        elif parent != "groupSet":
            self.extensions += attribute_extensions(parent, node)
            self.section(parent, node)

    def _is_reference(self, node: Element) -> bool:
        """Whether it is a package's reference to an item, though outside of all groups."""
        if node.tag != _REFERENCE or self.node.tag != _PACKAGE:
            return False
        self.reading.depart(node, "'itemRef' stands outside of all groups")
        return self.node.find(_GROUPS) is None


def _respelt(children: list[Element]) -> dict[str, str]:
    """Give parts whose names are spelled in another case their own, where no other has it.

    Returns:
        for each such part how its name was spelled.
    """
    strange = [each for each in children if each.tag not in _TOP]
    spelt: dict[str, str] = {}
    held = {each.tag for each in children} if strange else set()
    for each in strange:
        section = _MEANT.get(str(each.tag).lower())
        if section is not None and section not in spelt and f"{N}{section}" not in held:
            spelt[section], each.tag = name_of(each), f"{N}{section}"
    return spelt


def _about(item: Element) -> tuple[Kind, bool]:
    """The kind of an item, and whether it was written anew by this library."""
    code, own = "", False
    meta = next(item.iterchildren(META), None)
    for each in () if meta is None else meta.iterchildren(CLASS, _PROGRAM):
        if each.tag == _PROGRAM:
            own |= each.text == OWN_GENERATOR
        elif not code:
            code = told_by(each)
    if not code:  # perhaps its name is in another case, or it stands in another section
        every = [] if meta is None else meta[:]
        every += () if any(each.tag == CLASS for each in every) else _outside(item)
        codes = [told_by(each) for each in every if str(each.tag).lower() == _CLASS]
        code = codes[0] if len(codes) == 1 else ""  # of several nobody knows which is meant
    return kind_of(code), own


def _outside(item: Element) -> Iterator[Element]:
    """What stands outside of itemMeta, as far as it may be read as one of that."""
    read: set[Any] = {META} if constraint_of(item) is None else {META, _TEXTS}
    for each in item:
        yield each
        if each.tag in _PARENTS and each.tag not in read:
            read.add(each.tag)
            if each.tag != _TEXTS or constraint_of(each) is None:
                yield from each


def _language_of(item: Element, *, own: bool) -> str | None:
    """The language of the content, else that its text names, else that of the item."""
    tags = filter(is_of_content, item.iterfind(f"{N}contentMeta/{N}language"))
    said = max(tags, key=rank_of, default=item).get("tag")
    if not said:
        texts = None if own else next(item.iterchildren(_TEXTS), None)
        said = (None if texts is None else contents.language_of(texts)) or item.get(XML_LANG)
    return said.strip() if said else None

"""The groups of a package: a groupSet, read and written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from newsmodel.formats._shared.escaping import text
from newsmodel.formats.newsml.carrying.completing import attributes_of
from newsmodel.formats.newsml.carrying.reducing import reduced
from newsmodel.formats.newsml.carrying.returning import Carried
from newsmodel.formats.newsml.carrying.taking import residue
from newsmodel.formats.newsml.carrying.telling import Places
from newsmodel.formats.newsml.properties.concepts import concept_in, related_in
from newsmodel.formats.newsml.properties.describing import concept, related
from newsmodel.formats.newsml.properties.links import link, link_in
from newsmodel.formats.newsml.properties.row import Row
from newsmodel.formats.newsml.xml.attributes import as_qcode, clean
from newsmodel.formats.newsml.xml.markup import element_of, markup_of
from newsmodel.formats.newsml.xml.reading import Element, N, Reading, label_in, name_of, stray_in
from newsmodel.formats.newsml.xml.writing import Inexact, code, element, label
from newsmodel.model import (
    ConceptRef,
    Extension,
    Group,
    GroupRef,
    Link,
    RelatedConcept,
    Text,
)
from newsmodel.model.base import maker

__all__ = ["ITEM_REF", "Came", "Groups", "Written", "are_ids", "given", "links_of"]

_MAKE_GROUP = maker(Group)
_MAKE_REF, _MAKE_CONCEPT_REF = maker(GroupRef), maker(ConceptRef)
_ID = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
ITEM_REF = Row("members", "groupSet", "itemRef", lambda n, v: link(v, n), link_in, many=True)


def are_ids(ids: list[str | None]) -> bool:
    """Whether ids are names (XML Schema: `NCName`) that tell groups apart."""
    return all(i is None or _ID.fullmatch(i) for i in ids) and len(set(ids)) == len(ids)


def links_of(groups: Iterable[Group]) -> list[Link]:
    """The references to items in groups."""
    return [each for group in groups for each in group.members if isinstance(each, Link)]


def given(node: Element, name: str) -> str | None:
    """An attribute of an element."""
    value = node.get(name)
    return None if value is None else clean(value)


# ------------------------------------------------------------------ as they came
class Came:
    """A groupSet as it came, where it says more than the groups.

    Args:
        markup: the element; None where nothing is carried of it.
    """

    def __init__(self, markup: str | None) -> None:
        self.root: str | None = None
        self.groups: tuple[Group, ...] = ()
        self.richer: list[tuple[Group, str]] = []
        """The groups of which the markup says more, each with that."""
        self.said: dict[str | None, dict[str, str]] = {}
        """The attributes of groups, by their ids."""
        self.attributes = ""
        """Those of the element itself but its root."""
        self.words = ""
        """Text where only elements should stand."""
        self.before = self.behind = ""
        """What else stands in it, before the groups and behind the first of them."""
        if markup is not None:
            self._read(element_of(markup))

    def _read(self, held: Element) -> None:
        self.root, self.words = given(held, "root"), text(stray_in(held) or "")
        named = [(str(name), clean(value)) for name, value in held.items() if name != "root"]
        self.attributes = attributes_of(named)
        for node in held:
            if node.tag == f"{N}group":
                self._take(node)
            elif not self.groups:
                self.before += markup_of(node)
            else:
                self.behind += markup_of(node)

    def _take(self, node: Element) -> None:
        groups = Groups()
        self.said[given(node, "id")] = {str(name): clean(v) for name, v in node.items()}
        markup = markup_of(node)
        group = groups.group(node)
        self.groups = (*self.groups, group)
        if not groups.reading.complete:
            self.richer.append((group, markup))


# ------------------------------------------------------------------ writing
class Written:
    """Groups as markup, as much of them as can be written.

    Args:
        carried: what is carried for them.
        came: the groupSet as it came: of it what is still the same is written so.
    """

    def __init__(self, carried: Carried, came: Came) -> None:
        self.exact = True
        """Whether all of them could be."""
        self._carried, self._came = carried, came

    def group_set(self, groups: Iterable[Group], root: str | None) -> str:
        """Groups in their element."""
        held = "".join([self._as_it_came(group) or self._group(group) for group in groups])
        name, came = self._carried.name("", "groupSet"), self._came
        markup = element(name, f"{came.words}{came.before}{held}{came.behind}", [("root", root)])
        start = f"<{name}"
        return f"{start}{came.attributes}{markup.removeprefix(start)}"

    def members(self, group: Group) -> str:
        """The members of a group."""
        return "".join([self._member(member) for member in group.members])

    def _as_it_came(self, group: Group) -> str | None:
        markup = next((markup for each, markup in self._came.richer if each == group), None)
        for member in group.members if markup is not None else ():
            if isinstance(member, Link):
                with suppress(Inexact):
                    self._carried.markup(ITEM_REF, member)  # it has its number among its like
        return markup

    def _group(self, group: Group) -> str:
        pairs = (
            ("id", group.id),
            ("role", self._code(group, "role", group.role)),
            ("mode", self._code(group, "mode", group.mode)),
        )
        titles = [self._most(lambda each: label("title", each), each) for each in group.titles]
        more = [
            self._most(lambda each: related("groupExtProperty", each), each)
            for each in group.properties
        ]
        return element("group", "".join(titles) + self.members(group) + "".join(more), pairs)

    def _code(self, group: Group, name: str, value: str | None) -> str | None:
        """A code; one that is none only where the source had it."""
        try:
            return code(value)
        except Inexact:
            self.exact = False
            return value if self._came.said.get(group.id, {}).get(name) == value else None

    def _member(self, member: GroupRef | Link | ConceptRef) -> str:
        if isinstance(member, GroupRef):
            return element("groupRef", "", [("idref", member.idref)])
        if isinstance(member, Link):
            return self._reference_to(member)
        return self._most(lambda each: concept("conceptRef", each), member.concept)

    def _reference_to(self, member: Link) -> str:
        markup = self._carried.original(ITEM_REF, member)
        if markup is None:
            markup, exact = self._carried.markup(ITEM_REF, member)
            self.exact &= exact
        return markup

    def _most(self, write: Callable[[Any], str], value: Any) -> str:
        """As much of a value as can be written."""
        try:
            return write(value)
        except Inexact:
            self.exact = False
            found = reduced(write, value)
            return "" if found is None else write(found)


# ------------------------------------------------------------------ reading
class Groups:
    """One reading of a groupSet: what could not be told by the model's fields is noted."""

    def __init__(self) -> None:
        self.reading = Reading(own=False)
        self._extensions: list[Extension] = []
        self._links: list[Link] = []
        self._places = Places()

    @property
    def extensions(self) -> list[Extension]:
        """What is carried for references to items."""
        return [*self._extensions, *self._places.counts()]

    def read(self, held: Element) -> tuple[Group, ...]:
        """The groups of a groupSet."""
        return tuple([self.group(each) for each in held.findall(f"{N}group")])

    def alone(self, nodes: Iterable[Element]) -> Group:
        """The group of references that stand outside of all groups."""
        return _MAKE_GROUP(members=tuple([self._item_ref(node) for node in nodes]))

    def group(self, node: Element) -> Group:
        """One group."""
        members: list[GroupRef | Link | ConceptRef] = []
        titles: list[Text] = []
        properties: list[RelatedConcept] = []
        reading = self.reading
        for each in node[:]:
            name = name_of(each)
            if name == "title":
                titles.append(label_in(each, reading))
            elif name == "groupRef":
                reading.inexact |= bool(set(each.attrib) - {"idref"} or len(each) or each.text)
                members.append(_MAKE_REF(idref=given(each, "idref") or ""))
            elif name == "itemRef":
                members.append(self._item_ref(each))
            elif name == "conceptRef":
                members.append(_MAKE_CONCEPT_REF(concept=concept_in(each, reading)))
            elif name == "groupExtProperty":
                properties.append(related_in(each, reading))
            else:
                reading.inexact = True
        reading.inexact |= bool(set(node.attrib) - {"id", "role", "mode"} or stray_in(node))
        role, mode = (given(node, name) for name in ("role", "mode"))
        reading.inexact |= any(each is not None and as_qcode(each) is None for each in (role, mode))
        return _MAKE_GROUP(
            id=given(node, "id"),
            role=role,
            mode=mode,
            titles=tuple(titles),
            members=tuple(members),
            properties=tuple(properties),
        )

    def _item_ref(self, node: Element) -> Link:
        """A reference to an item; what it says more is carried by itself."""
        reading = Reading(own=False)
        found = link_in(node, reading)
        self._links.append(found)
        if not reading.complete:
            place = self._places.last(ITEM_REF, self._links)
            self._extensions += residue(place, ITEM_REF, node, found, reading, self._links)
        return found

"""Packages: from groups of references and back."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsmodel.formats._shared.island import differing, unpacked
from newsmodel.formats.newsml.carrying.returning import Carried
from newsmodel.formats.newsml.carrying.taking import (
    Places,
    element_extension,
    in_order,
    residue,
)
from newsmodel.formats.newsml.documents import items, writer
from newsmodel.formats.newsml.documents.sections import DATA
from newsmodel.formats.newsml.properties.concepts import concept_in, related_in
from newsmodel.formats.newsml.properties.describing import concept, related
from newsmodel.formats.newsml.properties.links import link, link_in
from newsmodel.formats.newsml.properties.row import Row
from newsmodel.formats.newsml.xml.attributes import as_qcode, clean
from newsmodel.formats.newsml.xml.markup import element_of, markup_of
from newsmodel.formats.newsml.xml.reading import Element, N, Reading, label_in, name_of, stray_in
from newsmodel.formats.newsml.xml.writing import Inexact, code, element, labels
from newsmodel.model import (
    Article,
    Catalog,
    ConceptRef,
    Extension,
    Group,
    GroupRef,
    Kind,
    Link,
    Loss,
    Package,
    RelatedConcept,
    Text,
)
from newsmodel.model.base import changed, maker, remade
from newsmodel.model.feeds import item_dialect
from newsmodel.model.items import ASSOCIATED, ITEM_TYPE, is_foreign, own_scheme
from newsmodel.plain import to_plain

_MAKE, _MAKE_GROUP = maker(Package), maker(Group)
_MAKE_REF, _MAKE_CONCEPT_REF = maker(GroupRef), maker(ConceptRef)
_ID = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


# ------------------------------------------------------------------ writing
def written(package: Package, version: str) -> str:
    """A package as a packageItem."""
    whole = _whole(package)
    if whole and _groups_of(whole[0].content) == (package.root, package.groups):
        return writer.written(package.item, "packageItem", version=version)
    came = _came_as(whole[0].content) if whole else []
    if whole:
        rest = tuple(e for e in package.item.extensions if e not in whole)
        package = changed(package, item=changed(package.item, extensions=rest))
    try:
        groups = _groups(package, came)
        exact = bool(groups) or package.root is None
    except Inexact:
        groups, exact = "", False
    island = None if exact else differing(package, Package(item=package.item))
    data = writer.island_element(island, of="Package") if island else ""
    return writer.written(package.item, "packageItem", version=version, inside=groups, data=data)


def lost(package: Package, path: str) -> tuple[Loss, ...]:
    """Where a group is another than in its source, whose markup said more than a group can."""
    whole = _whole(package)
    came = _came_as(whole[0].content) if whole else []
    gone = any(said_more and group not in package.groups for group, _, said_more in came)
    reason = "they are others now: what the markup of their source said besides is left out"
    return (Loss(path=f"{path}.groups", reason=reason),) if gone else ()


def _whole(package: Package) -> list[Extension]:
    """The groupSet as it came, where it says more than the groups."""
    return [e for e in package.item.extensions if e.place == "groupSet"]


def _came_as(markup: str) -> list[tuple[Group, str, bool]]:
    """The groups of a groupSet as they came, each with its markup, and whether that says more."""
    found = []
    for node in element_of(markup).iterfind(f"{N}group"):
        groups = _Groups()
        group = groups.group(node)
        found.append((group, markup_of(node), not groups.reading.complete))
    return found


def _groups(package: Package, came: Iterable[tuple[Group, str, bool]] = ()) -> str:
    """The groups as a groupSet; Inexact where their ids would break the document.

    Args:
        package: the package.
        came: groups as they came: what is still the same is written so.
    """
    ids = [group.id for group in package.groups]
    if not ids:
        return ""
    members = [m for group in package.groups for m in group.members]
    refs = [m.idref for m in members if isinstance(m, GroupRef)]
    named = package.root is not None and {package.root, *refs} <= set(ids)
    if not _are_ids(ids) or (item_dialect(package.item) is None and not named):
        raise Inexact
    carried = Carried(package.item.extensions, [ITEM_REF])
    if _is_bare(package):
        return "".join([_member(member, carried) for member in members])
    kept = [(group, markup) for group, markup, says_more in came if says_more]
    groups = "".join([
        next((markup for group, markup in kept if group == each), None) or _group(each, carried)
        for each in package.groups
    ])  # fmt: skip
    name = carried.name("", "groupSet")
    return element(name, groups, [("root", package.root)])


def _is_bare(package: Package) -> bool:
    """Whether a package came with references outside of all groups."""
    only = Group(members=package.groups[0].members)
    links = all(isinstance(member, Link) for member in only.members)
    read = item_dialect(package.item) is not None and package.root is None
    return read and links and package.groups == (only,) and only.members != ()


def _are_ids(ids: list[str | None]) -> bool:
    """Whether ids are names (XML Schema: `NCName`) that tell groups apart."""
    return all(i is None or _ID.fullmatch(i) for i in ids) and len(set(ids)) == len(ids)


def _group(group: Group, carried: Carried) -> str:
    pairs = (("id", group.id), ("role", code(group.role)), ("mode", code(group.mode)))
    members = "".join([_member(member, carried) for member in group.members])
    more = "".join([related("groupExtProperty", each) for each in group.properties])
    return element("group", labels("title", group.titles) + members + more, pairs)


def _member(member: GroupRef | Link | ConceptRef, carried: Carried) -> str:
    if isinstance(member, GroupRef):
        return element("groupRef", "", [("idref", member.idref)])
    if isinstance(member, Link):
        return _reference_to(member, carried)
    return concept("conceptRef", member.concept)


def _reference_to(member: Link, carried: Carried) -> str:
    markup = carried.original(ITEM_REF, member)
    if markup is None:
        markup, exact = carried.markup(ITEM_REF, member)
        if not exact:
            raise Inexact
    return markup


def tying(items: Iterable[Article]) -> Package:
    """The package that ties the items of one article: its language versions and its media."""
    first, *rest = items
    associated = {link.residref for link in first.links if link.rel == ASSOCIATED}
    media = [item for item in rest if item.id in associated]
    versions = [first, *(item for item in rest if item.id not in associated)]
    alias, catalogs = "nm", first.catalogs
    if is_foreign(catalogs):
        scheme, is_declared = own_scheme(catalogs)
        alias = scheme.alias
        catalogs = catalogs if is_declared else (*catalogs, Catalog(schemes=(scheme,)))
    groups = [
        Group(id="versions", role=f"{alias}:languageVersions", mode="pgrmod:alt",
              members=tuple(_reference(item) for item in versions)),
        Group(id="media", role=f"{alias}:media", members=tuple(_reference(item) for item in media)),
    ]  # fmt: skip
    filled = tuple(group for group in groups if group.members)
    parts = tuple(GroupRef(idref=str(group.id)) for group in filled)
    root = Group(id="root", role=f"{alias}:article", members=parts)
    about = Article(
        id=f"{first.id}#package", kind=Kind.COMPOSITE, language=first.language,
        headline=first.headline, provider=first.provider, version_created=first.version_created,
        catalogs=catalogs,
    )  # fmt: skip
    return Package(item=about, root="root", groups=(root, *filled))


def _reference(item: Article) -> Link:
    return Link(residref=item.id, version=item.version, content_type=ITEM_TYPE)


# ------------------------------------------------------------------ reading
def read(node: Element, departures: list[tuple[int | None, str]] | None = None) -> Package:
    """A package from a packageItem; see `items.read`."""
    package = _MAKE(item=items.read(node, departures))  # which also gives names their own case
    held = node.find(f"{N}groupSet")
    if held is not None:
        found = _Groups()
        groups, reading = found.read(held), found.reading
        package = remade(package, root=_given(held, "root"), groups=groups)
        package = _with_extensions(package, found.extensions)
        reading.inexact |= (
            not groups
            or len(held) != len(groups)
            or bool(set(held.attrib) - {"root"} or stray_in(held))
        )
        reading.inexact |= not _are_ids([group.id for group in groups])
        if not reading.complete:
            spelt = Carried(package.item.extensions).name("", "groupSet")
            held.tag = f"{N}{spelt}"
            original = element_extension("", held, name="groupSet")
            package = _with_extensions(package, [original])
    elif refs := node.findall(f"{N}itemRef"):
        found = _Groups()
        package = remade(package, groups=(found.alone(refs),))
        package = _with_extensions(package, found.extensions)
    for each in node.iter(DATA):
        if each.get("of") == "Package":
            fields = unpacked(Package, items.island_in(each), to_plain(package).get)
            package = changed(package, **fields) if fields else package
    return package


def _with_extensions(package: Package, extensions: list[Extension]) -> Package:
    if not extensions:
        return package
    carried = tuple(sorted([*package.item.extensions, *extensions], key=in_order))
    return remade(package, item=remade(package.item, extensions=carried))


def _given(node: Element, name: str) -> str | None:
    value = node.get(name)
    return None if value is None else clean(value)


def _groups_of(markup: str) -> tuple[str | None, tuple[Group, ...]]:
    """The groups of a groupSet that is carried whole."""
    held = element_of(markup)
    return _given(held, "root"), _Groups().read(held)


ITEM_REF = Row("members", "groupSet", "itemRef", lambda n, v: link(v, n), link_in, many=True)


class _Groups:
    """One reading of a groupSet: what could not be told by the model's fields is noted."""

    def __init__(self) -> None:
        self.reading = Reading(own=False)
        self.extensions: list[Extension] = []
        self._links: list[Link] = []
        self._places = Places()

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
                members.append(_MAKE_REF(idref=_given(each, "idref") or ""))
            elif name == "itemRef":
                members.append(self._item_ref(each))
            elif name == "conceptRef":
                members.append(_MAKE_CONCEPT_REF(concept=concept_in(each, reading)))
            elif name == "groupExtProperty":
                properties.append(related_in(each, reading))
            else:
                reading.inexact = True
        reading.inexact |= bool(set(node.attrib) - {"id", "role", "mode"} or stray_in(node))
        role, mode = (_given(node, name) for name in ("role", "mode"))
        reading.inexact |= any(each is not None and as_qcode(each) is None for each in (role, mode))
        return _MAKE_GROUP(
            id=_given(node, "id"),
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
            self.extensions += residue(place, ITEM_REF, node, found, reading)
        return found

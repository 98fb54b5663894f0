"""Packages: from groups of references and back."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsmodel.formats._shared.island import differing, unpacked
from newsmodel.formats.newsml import items, properties as p
from newsmodel.formats.newsml.concepts import concept, read_concept
from newsmodel.formats.newsml.markup import fragment
from newsmodel.formats.newsml.names import code, word
from newsmodel.formats.newsml.values import Element, element, given, labels, read_labels
from newsmodel.model import Article, ConceptRef, Group, GroupRef, Kind, Link, Package
from newsmodel.model.base import changed
from newsmodel.model.gather import ITEM_TYPE, TRANSLATED
from newsmodel.plain import to_plain

_ID = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


# ------------------------------------------------------------------ writing
def written(package: Package) -> str:
    """A package as a packageItem."""
    groups = _groups(package)
    seen = _with_groups(Package(item=package.item), fragment(element("x", groups)))
    island = differing(package, seen)
    data = items.island_element(island, of="Package") if island else ""
    return items.written(package.item, "packageItem", inside=groups, data=data)


def _groups(package: Package) -> str:
    """The groups as a groupSet; none where their ids would break the document."""
    ids = [group.id for group in package.groups]
    members = [m for group in package.groups for m in group.members]
    refs = [m.idref for m in members if isinstance(m, GroupRef)]
    sound = all(i is not None and _ID.fullmatch(i) for i in ids) and len(set(ids)) == len(ids)
    if not ids or not sound or not {package.root, *refs} <= set(ids):
        return ""
    groups = "".join([_group(group) for group in package.groups])
    return element("groupSet", groups, [("root", package.root)])


def _group(group: Group) -> str:
    pairs = (("id", group.id), ("role", code(group.role)), ("mode", code(group.mode)))
    members = "".join([_member(member) for member in group.members])
    return element("group", labels("title", group.titles, ranked=False) + members, pairs)


def _member(member: GroupRef | Link | ConceptRef) -> str:
    if isinstance(member, GroupRef):
        return element("groupRef", "", [("idref", member.idref)])
    if isinstance(member, Link):
        return p.link(member, "itemRef")
    return concept("conceptRef", member.concept)


def tying(items: Iterable[Article]) -> Package:
    """The package that ties the items of one article: its language versions and its media."""
    first, *rest = items
    versions = [first, *(item for item in rest if _is_translation(item))]
    media = [item for item in rest if item not in versions]
    groups = [
        Group(id="versions", role="nm:languageVersions", mode="pgrmod:alt",
              members=tuple(_reference(item) for item in versions)),
        Group(id="media", role="nm:media", members=tuple(_reference(item) for item in media)),
    ]  # fmt: skip
    filled = tuple(group for group in groups if group.members)
    parts = tuple(GroupRef(idref=str(group.id)) for group in filled)
    root = Group(id="root", role="nm:article", members=parts)
    about = Article(
        id=f"{first.id}#package", kind=Kind.COMPOSITE, language=first.language,
        headline=first.headline, provider=first.provider, version_created=first.version_created,
    )  # fmt: skip
    return Package(item=about, root="root", groups=(root, *filled))


def _is_translation(item: Article) -> bool:
    return any(link.rel == TRANSLATED for link in item.links)


def _reference(item: Article) -> Link:
    return Link(residref=item.id, version=item.version, content_type=ITEM_TYPE)


# ------------------------------------------------------------------ reading
def read(node: Element) -> Package:
    """A package from a packageItem."""
    package = _with_groups(Package(item=items.read(node)), node)
    for each in node.iter(items.DATA):
        if each.get("of") == "Package":
            fields = unpacked(Package, items.island_in(each), to_plain(package).get)
            package = changed(package, **fields) if fields else package
    return package


def _with_groups(package: Package, node: Element) -> Package:
    held = p.child(node, "groupSet")
    if held is None:
        return package
    groups = [_read_group(each) for each in p.children(held, "group")]
    return changed(package, root=given(held, "root"), groups=groups)


def _read_group(node: Element) -> Group:
    members = map(_read_member, node)
    return Group(
        id=given(node, "id"),
        role=word(given(node, "role")),
        mode=given(node, "mode"),
        titles=read_labels(p.children(node, "title")),
        members=tuple(member for member in members if member is not None),
    )


def _read_member(node: Element) -> GroupRef | Link | ConceptRef | None:
    name = items.name_of(node)
    if name == "groupRef":
        return GroupRef(idref=given(node, "idref") or "")
    if name == "itemRef":
        return p.read_link(node)
    if name == "conceptRef":
        return ConceptRef(concept=read_concept(node))
    return None

"""Packages: from groups of references and back."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from newsmodel.formats._shared.island import differing, unpacked
from newsmodel.formats.newsml.carrying.returning import Carried
from newsmodel.formats.newsml.carrying.taking import element_extension, in_order
from newsmodel.formats.newsml.documents import items, losing, writer
from newsmodel.formats.newsml.documents.groups import (
    ITEM_REF,
    Came,
    Groups,
    Written,
    are_ids,
    given,
    links_of,
)
from newsmodel.formats.newsml.documents.orders import with_orders
from newsmodel.formats.newsml.documents.sections import DATA
from newsmodel.formats.newsml.documents.settling import settled_among
from newsmodel.formats.newsml.names import STANDARD_VERSION
from newsmodel.formats.newsml.properties.row import Row
from newsmodel.formats.newsml.xml.markup import fragment
from newsmodel.formats.newsml.xml.reading import Element, N, stray_in
from newsmodel.model import (
    Article,
    Catalog,
    Extension,
    Group,
    GroupRef,
    Kind,
    Link,
    Loss,
    Package,
)
from newsmodel.model.base import changed, maker, remade
from newsmodel.model.gathering.feeds import item_dialect
from newsmodel.model.gathering.items import ASSOCIATED
from newsmodel.model.gathering.own_codes import is_foreign, own_scheme
from newsmodel.model.gathering.sources import ITEM_TYPE
from newsmodel.plain import to_plain

_MAKE = maker(Package)


# ------------------------------------------------------------------ writing
_ROWS = {(ITEM_REF.parent, ITEM_REF.name): [ITEM_REF]}


def written(package: Package, version: str) -> str:
    """A package as a packageItem."""
    package, _ = _settled(package)
    whole = _whole(package)
    came = Came(whole[0].content if whole else None)
    if whole and (came.root, came.groups) == (package.root, package.groups):
        return writer.written(package.item, "packageItem", version=version)
    if whole:
        rest = tuple(e for e in package.item.extensions if e not in whole)
        package = changed(package, item=changed(package.item, extensions=rest))
    groups, exact = _groups(package, came)
    island = None if exact else differing(package, _read_back(package.item, groups))
    data = writer.island_element(island, of="Package") if island else ""
    return writer.written(package.item, "packageItem", version=version, inside=groups, data=data)


def lost(package: Package, path: str) -> tuple[Loss, ...]:
    """What is carried for a package, its groups and their members, and stays behind."""
    if not package.item.extensions:
        return ()
    as_written = partial(written, package, STANDARD_VERSION)
    package, left = _settled(package)
    whole = _whole(package)
    came = Came(whole[0].content if whole else None)
    found = losing.lost(package.item, f"{path}.item", whole=as_written)
    if any(group not in package.groups for group, _ in came.richer):
        reason = "they are others now: what the markup of their source said besides is left out"
        return (*found, Loss(path=f"{path}.groups", reason=reason))
    reasons = [Loss(path=f"{path}.groups", reason=losing.reason_of(key)) for _, key in left]
    return (*found, *reasons[:1])


def _settled(package: Package) -> tuple[Package, list[tuple[Row, str | None]]]:
    """A package whose carried things belong to the references it has now."""
    item = package.item
    extensions, left = settled_among(item.extensions, _ROWS, lambda _: links_of(package.groups))
    if extensions is not item.extensions:
        package = changed(package, item=changed(item, extensions=extensions))
    return package, left


def _whole(package: Package) -> list[Extension]:
    """The groupSet as it came, where it says more than the groups."""
    return [e for e in package.item.extensions if e.place == "groupSet"]


def _groups(package: Package, came: Came) -> tuple[str, bool]:
    """The groups as a groupSet, and whether that says all of them.

    There is none where their ids would break the document.
    """
    ids = [group.id for group in package.groups]
    if not ids:
        return "", package.root is None
    members = [m for group in package.groups for m in group.members]
    refs = [m.idref for m in members if isinstance(m, GroupRef)]
    named = package.root is not None and {package.root, *refs} <= set(ids)
    if not are_ids(ids) or (item_dialect(package.item) is None and not named):
        return "", False
    groups = Written(Carried(package.item.extensions, _ROWS), came)
    if _is_bare(package):
        markup = groups.members(package.groups[0])
    else:
        markup = groups.group_set(package.groups, package.root)
    return markup, groups.exact


def _read_back(item: Article, groups: str) -> Package:
    """A package as others see it."""
    if not groups:
        return Package(item=item)
    held = fragment(groups)
    if held.tag == f"{N}itemRef":
        nodes = fragment(f"<x>{groups}</x>").findall(f"{N}itemRef")
        return Package(item=item, groups=(Groups().alone(nodes),))
    return Package(item=item, root=given(held, "root"), groups=Groups().read(held))


def _is_bare(package: Package) -> bool:
    """Whether a package came with references outside of all groups."""
    only = Group(members=package.groups[0].members)
    links = all(isinstance(member, Link) for member in only.members)
    read = item_dialect(package.item) is not None and package.root is None
    return read and links and package.groups == (only,) and only.members != ()


def tying(items: Iterable[Article]) -> Package:
    """The package that ties the items of one article: its language versions and its media.

    It tells the headline of the first, and so its status and embargo; of the others it tells no
    more than their ids, and each says itself whether it may be used.
    """
    first, *rest = items
    told = with_orders(first)
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
        catalogs=catalogs, status=told.status, embargo=told.embargo,
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
        found = Groups()
        groups, reading = found.read(held), found.reading
        package = remade(package, root=given(held, "root"), groups=groups)
        package = _with_extensions(package, found.extensions)
        reading.inexact |= (
            not groups
            or len(held) != len(groups)
            or bool(set(held.attrib) - {"root"} or stray_in(held))
        )
        reading.inexact |= not are_ids([group.id for group in groups])
        if not reading.complete:
            spelt = Carried(package.item.extensions).name("", "groupSet")
            held.tag = f"{N}{spelt}"
            original = element_extension("", held, name="groupSet")
            package = _with_extensions(package, [original])
    elif refs := node.findall(f"{N}itemRef"):
        found = Groups()
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

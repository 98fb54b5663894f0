"""Rules about what refers to what: ids within an item, and items within a message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsmodel.formats.newsml.conformance.lint.items import Item, N, Whole
from newsmodel.formats.newsml.conformance.lint.rule import Finding, rule
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.model import Severity

__all__ = ["OF_DOCUMENTS", "RULES"]

_IDREF = "XML Schema Part 1, 3.15.4 (ID/IDREF), which libxml2 does not check"


@rule("references.dangling", Severity.ERROR, _IDREF)
def dangling(item: Item) -> Iterator[Finding]:
    """What refers to nothing is lost: a group without its members, a package without its root."""
    known = item.whole.walk.ids
    lost = [
        (node, name, each)
        for node, name, value in dict.fromkeys(item.part.references)
        for each in value.split()
        if each not in known
    ]
    held = _ids_in_content(item) if lost else frozenset()
    for node, name, each in lost:
        if each not in held:
            yield node, name, f"nothing in the document has the id {each!r}"


@rule("references.no-group", Severity.ERROR, once="groupSet")
def no_group(item: Item) -> Iterator[Finding]:
    """A root or a member that is no group of the package is found by no receiver."""
    groups = _groups(item)
    named = [(node, "root") for node in item.all("groupSet")]
    named += [(node, "idref") for node in item.all("groupRef")]
    for node, name in named:
        each = node.get(name, "").strip()
        if each and each not in groups and each in item.whole.walk.ids:
            yield node, name, f"{each!r} is the id of something else, and of no group"


def _ids_in_content(item: Item) -> frozenset[str]:
    """The ids of elements in the content, which no schema knows to be ids."""
    nodes = (node for root in item.part.foreign for node in root.iter())
    return frozenset(node.get("id", "") for node in nodes)


def _groups(item: Item) -> Mapping[str, Element]:
    return {node.get("id", ""): node for node in item.all("group") if node.get("id")}


def _next(group: Element) -> Iterator[tuple[Element, str]]:
    for node in group.iterchildren(f"{N}groupRef"):
        yield node, node.get("idref", "")


@rule("references.cycle", Severity.ERROR, once="groupSet")
def cycle(item: Item) -> Iterator[Finding]:
    """A group that holds itself, at whatever depth, has no end."""
    groups = {name: list(_next(group)) for name, group in _groups(item).items()}
    for node, name in _rings(groups):
        yield node, "idref", f"the group {name!r} holds itself"


def _rings(members: Mapping[str, Sequence[tuple[Element, str]]]) -> Iterator[tuple[Element, str]]:
    """The references that lead back to what they are in, at whatever depth, and what that is.

    Args:
        members: by the name of each holder what refers to others, with their names.
    """
    done: set[str] = set()
    for start, first in members.items():
        path = {} if start in done else {start: iter(first)}
        while path:
            name = next(reversed(path))
            node, held = next(path[name], (None, ""))
            if node is None:
                done.add(name)
                del path[name]
            elif held in path:
                yield node, held
            elif held in members and held not in done:
                path[held] = iter(members[held])


@rule("references.package-cycle", Severity.ERROR)
def package_cycle(whole: Whole) -> Iterator[Finding]:
    """A package that holds itself, or one that holds it, has no end."""
    packages = {
        item.guid: [(node, node.get("residref", "")) for node in item.all("itemRef")]
        for item in whole.items
        if item.name == "packageItem" and item.guid
    }
    for node, name in _rings(packages):
        yield node, "residref", f"the package {name!r} holds itself"


@rule("references.unreachable", Severity.WARNING, once="groupSet")
def unreachable(item: Item) -> Iterator[Finding]:
    """A group that nothing leads to from the root is never shown."""
    holder = item.first("groupSet")
    groups = _groups(item)
    if holder is None or holder.get("root") not in groups:
        return
    reached, waiting = set(), [str(holder.get("root"))]
    while waiting:
        name = waiting.pop()
        if name in groups and name not in reached:
            reached.add(name)
            waiting += [target for _, target in _next(groups[name])]
    for name, node in groups.items():
        if name not in reached:
            yield node, "id", f"nothing leads from the root to the group {name!r}"


@rule("references.version", Severity.WARNING)
def version(whole: Whole) -> Iterator[Finding]:
    """A package that names another version than the one it comes with shows an old text."""
    for item in whole.items if len(whole.items) > 1 else ():
        for node in (*item.all("itemRef"), *item.all("link")):
            targets = whole.by_guid.get(node.get("residref", ""), ())
            asked = node.get("version")
            held = [each.root.get("version", "1") for each in targets if each is not item]
            if held and asked is not None and not _holds(targets, asked):
                said = f"it names version {asked}, and version {' and '.join(held)} is here"
                yield node, "version", said


def _holds(items: Iterable[Item], version: str) -> bool:
    """Whether one of some items is of a version."""
    return any(each.root.get("version", "1").lstrip("+0") == version.lstrip("+0") for each in items)


@rule("references.absent", Severity.INFO)
def absent(whole: Whole) -> Iterator[Finding]:
    """A message that brings part of a package should bring the rest, or receivers go looking."""
    for item in whole.items if len(whole.items) > 1 else ():
        refs = [n for n in item.all("itemRef") if n.get("residref")]
        here = [n for n in refs if n.get("residref") in whole.by_guid]
        for node in refs if here and len(here) < len(refs) else ():
            if node not in here:
                yield node, "residref", f"the item {node.get('residref')!r} is not in this message"


OF_DOCUMENTS = (version, absent, package_cycle)
RULES = (dangling, no_group, cycle, unreachable, *OF_DOCUMENTS)

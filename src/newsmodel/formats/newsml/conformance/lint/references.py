"""Rules about what refers to what: ids within an item, and items within a message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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
    groups = _groups(item)
    done: set[str] = set()
    for start in groups:
        path: dict[str, Iterator[tuple[Element, str]]] = {}
        if start not in done:
            path[start] = _next(groups[start])
        while path:
            name = next(reversed(path))
            step = next(path[name], None)
            if step is None:
                done.add(name)
                del path[name]
            elif step[1] in path:
                yield step[0], "idref", f"the group {step[1]!r} holds itself"
            elif step[1] in groups and step[1] not in done:
                path[step[1]] = _next(groups[step[1]])


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


OF_DOCUMENTS = (version, absent)
RULES = (dangling, cycle, unreachable, *OF_DOCUMENTS)

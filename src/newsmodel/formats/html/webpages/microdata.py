"""Microdata and RDFa out of pages, in the shape of JSON-LD."""

from __future__ import annotations

from typing import Any

from newsmodel.formats.html.elements import Element, string

__all__ = ["read_microdata", "value_of"]

_SYNTAXES = (("itemtype", "itemprop", "itemscope"), ("typeof", "property", "typeof"))
_ADDRESSES = {
    **dict.fromkeys("a link area".split(), "href"),
    **dict.fromkeys("img source audio video iframe embed".split(), "src"),
    "object": "data",
}
_LONG = frozenset({"articlebody", "text", "reviewbody", "comment"})
_MOST = 2000


def read_microdata(root: Element) -> list[Any]:
    """The items of a page: outer ones hold the inner ones that are values of their properties."""
    found: list[Any] = []
    for kind, prop, scope in _SYNTAXES:
        found += _items(root, kind, prop, scope)
    return found


def _items(root: Element, kind: str, prop: str, scope: str) -> list[Any]:
    things: dict[Element, dict[str, Any]] = {}
    roots: list[Any] = []
    for node in root.xpath(f"//*[@{scope}]")[:_MOST]:
        if node.tag in ("html", "body") and not node.get(prop) and scope == "typeof":
            continue
        thing = {"@type": (node.get(kind) or "").split()}
        if ident := node.get("itemid") or node.get("resource"):
            thing["@id"] = ident
        things[node] = thing
    for node in root.xpath(f"//*[@{prop}]")[: 2 * _MOST] if things else ():
        owner = _owner(node, things)
        value = things[node] if node in things else value_of(node)
        if owner is None or value in ("", None):
            continue
        for name in (node.get(prop) or "").split():
            owner.setdefault(name.rpartition(":")[2].rpartition("/")[2], []).append(value)
    inner = {id(v) for t in things.values() for vs in t.values() for v in vs if isinstance(v, dict)}
    roots += [thing for thing in things.values() if id(thing) not in inner]
    return roots


def _owner(node: Element, things: dict[Element, dict[str, Any]]) -> dict[str, Any] | None:
    for outer in node.iterancestors():
        if outer in things:
            return things[outer]
    return None


def value_of(node: Element) -> str:
    """The value an element gives its property (HTML, "Microdata: values")."""
    for name in ("content", "datetime", _ADDRESSES.get(str(node.tag), "")):
        if name and (value := node.get(name)) is not None:
            return value
    named = (node.get("itemprop") or node.get("property") or "").lower()
    return "" if any(n.rpartition(":")[2] in _LONG for n in named.split()) else string(node)

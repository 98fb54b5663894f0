"""Nodes from the attributes of elements, and whether those would be written again."""

from __future__ import annotations

from typing import Any

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.urls import is_safe_link
from newsmodel.formats._shared.xhtml.fields import built, fields_in
from newsmodel.formats._shared.xhtml.vocabulary import DECODED, Entry, Items, kind_of_attribute

__all__ = ["NodeMaker"]

_SAFE = ("https://", "http://", "mailto:")


class NodeMaker:
    """Makes nodes, and remembers whether all that was read would be written back."""

    def __init__(self) -> None:
        self.faithful = True
        self.capitals = False

    def node(self, entry: Entry, items: Items, /, **known: Any) -> Any:
        """A node from the attributes of an element and what is known of it already."""
        own: list[tuple[str, str]] = []
        attributes = entry.known
        for name, value in items:
            field = attributes.get(name)
            if field is None:
                field = kind_of_attribute(name)
            if field is DECODED:
                return self._decoded(entry, items, known)
            if field is None:
                self.faithful = False
                self.capitals = self.capitals or name.lower() in attributes
                continue
            normal = value if value.isprintable() else self._writable(value)
            if not field:
                own.append((name, normal))
                continue
            known[field] = normal
            if field == "href" and not normal.startswith(_SAFE) and not is_safe_link(normal):
                self.faithful = False
        if own:
            if len(own) > 1:
                own.sort()
            known["attributes"] = tuple(own)
        return entry.make(**known)

    def _writable(self, value: str) -> str:
        normal = writable(value)
        if normal != value:
            self.faithful = False
        return normal

    def _decoded(self, entry: Entry, items: Items, known: dict[str, Any]) -> Any:
        fields, exactly = fields_in(items, entry.row)
        self.faithful = self.faithful and exactly
        node = built(entry.row.cls, known | fields)
        if node is not None:
            return node
        self.faithful = False
        return built(entry.row.cls, known)

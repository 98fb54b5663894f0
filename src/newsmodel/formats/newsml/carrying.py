"""What an item says that the model has no field for: carried as it was, put back where it stood.

A carried thing is an `Extension` whose place says what it is:

`contentMeta/rating`
    an element no field is there for;
`contentMeta/slugline[2]`
    a further element of a field that holds one value;
`contentMeta/subject`
    an element whose value is in the field, but which said more than the value can: it is written
    instead of the value while that is what it was;
`contentMeta/headline/@rank`
    an attribute of an element that is a plain string.
`contentMeta/text()`
    text where only elements should stand.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Any

from lxml import etree

from newsmodel.formats._shared.escaping import attribute
from newsmodel.formats.newsml.markup import element_of, markup_of, serialized
from newsmodel.formats.newsml.names import FORMAT
from newsmodel.formats.newsml.reading import MOST_ATTRIBUTES, Element, N, Reading, clean, few
from newsmodel.formats.newsml.table import MEDIA_ROWS, ORDER, ROWS, Row
from newsmodel.model import Contributor, Extension
from newsmodel.model.base import maker

_MAKE = maker(Extension)
_PLACE = re.compile(
    r"(?P<parent>header/|newsMessage/|groupSet/|itemMeta/|contentMeta/|contentSet/)?(?P<name>\{[^{}]*\}[^/@\[\]]+|[^\W\d][\w.-]*)"
    r"(?P<index>\[[0-9]+\])?(?:\[=(?P<key>.*)\])?"
    r"(?:/(?P<inner>[A-Za-z]+))?(?:/@(?P<attribute>\S+))?",
    re.DOTALL,
)
BODY = "contentSet/body"
"""Place of the element a body was read from, where that says more than the body."""
UNMARKED = "contentSet/inlineXML/head"
"""Place of what the head of a page holds, of which the model can say all the rest: such a body that
others wrote needs no mark of ours."""
_HEAD = re.compile(r"(?:meta=[\w-]+|title)(?: (?:meta=[\w-]+|title))*", re.ASCII)
_FIELDS = frozenset((row.parent, row.name) for row in (*ROWS, *MEDIA_ROWS))
_ATTRIBUTE = re.compile(r"(?:\{[!-z~|]*\})?[^\W\d][\w.-]*")


# ------------------------------------------------------------------ reading
def element_extension(parent: str, node: Element, index: int | None = None) -> Extension:
    """A whole element."""
    shown = str(node.tag).removeprefix(N)
    number = "" if index is None else f"[{index}]"
    content = markup_of(node)
    place = f"{parent}/{shown}{number}" if parent else f"{shown}{number}"
    found: Extension = _MAKE(format=FORMAT, place=place, content=clean(content))
    return found


_INDEX = re.compile(r"(?<=\[)[0-9]+(?=\])")
_STRAY = re.compile(r"(?:newsItem|(newsMessage|itemSet|itemMeta|contentMeta))/text\(\)")


def text_extension(parent: str, text: str) -> Extension:
    """Text where only elements should stand."""
    found: Extension = _MAKE(format=FORMAT, place=f"{parent or 'newsItem'}/text()", content=text)
    return found


def stray_in(node: Element) -> str:
    """The text that stands between the children of an element."""
    texts = [node.text, *[each.tail for each in node]]
    return " ".join([clean(text).strip() for text in texts if text and not text.isspace()])


def unmarked(head: str) -> Extension:
    """What the head of a page holds, of which the model can say all the rest."""
    found: Extension = _MAKE(format=FORMAT, place=UNMARKED, content=head)
    return found


def in_order(extension: Extension) -> tuple[str, str]:
    """The order in which carried things are kept, the same wherever they stood."""
    place = extension.place
    if "[" in place:
        place = _INDEX.sub(lambda match: match[0].zfill(12), place)
    return place, extension.content


def attribute_extensions(place: str, node: Element, known: Container[str] = ()) -> list[Extension]:
    """The attributes of an element, those known left out."""
    items = node.items()
    if len(items) > MOST_ATTRIBUTES:
        few(node)
    return [
        _MAKE(format=FORMAT, place=f"{place}/@{name}", content=clean(value))
        for name, value in items
        if name not in known
    ]


def residue(row: Row, node: Element, value: Any, reading: Reading) -> list[Extension]:
    """What reading an element has left over: attributes one by one, or the whole element."""
    if not reading.inexact and not reading.strange:
        return []
    if reading.inexact or any(not _is_single(owner, node) for owner, _ in reading.strange):
        return [element_extension(row.parent, node)]
    key = f"[={key_of(value)!r}]" if row.many else ""
    place = f"{row.parent}/{row.name}" if row.parent else row.name
    return [
        _MAKE(
            format=FORMAT,
            place=f"{place}{key}{_step(owner, node)}/@{name}",
            content=clean(owner.get(name) or ""),
        )
        for owner, name in reading.strange
    ]


def _is_single(inner: Element, node: Element) -> bool:
    """Whether an element can be found again within another by its name alone."""
    return inner is node or len(list(node.iter(str(inner.tag)))) == 1


def _step(inner: Element, node: Element) -> str:
    return "" if inner is node else f"/{etree.QName(inner).localname}"


def key_of(value: Any) -> str:
    """What tells a value from its like: its code, its address, its name, its text."""
    if isinstance(value, Contributor):
        value = value.concept or value
    for name in ("qcode", "uri", "literal", "residref", "href", "id", "name", "value", "text"):
        found = getattr(value, name, None)
        if isinstance(found, str):
            return found
    return ""


# ------------------------------------------------------------------ writing
class Carried:
    """The carried things of one item, ready to be put back."""

    def __init__(self, extensions: Iterable[Extension], rows: Iterable[Row] = ()) -> None:
        self._fields = {(row.parent, row.name) for row in rows}
        self.strange: list[Extension] = []
        """Those whose place or content is none of ours."""
        self.stray: dict[str, str] = {}
        """Text where only elements should stand, by the element it stands in."""
        self._bodies: list[str] = []
        self._elements: dict[tuple[str, str], list[str]] = {}
        self._attributes: dict[tuple[str, str, str | None], list[tuple[str, str, str]]] = {}
        self._extra: dict[tuple[str, str], list[str]] = {}
        for extension in extensions:
            if not self._sort(extension):
                self.strange.append(extension)

    def _sort(self, extension: Extension) -> bool:
        if extension.format == FORMAT and extension.place == "newsMessage/no-header":
            return True
        if extension.format == FORMAT and extension.place == UNMARKED:
            return _HEAD.fullmatch(extension.content) is not None
        stray = _STRAY.fullmatch(extension.place) if extension.format == FORMAT else None
        if stray and (stray[1] or "") not in self.stray:
            self.stray[stray[1] or ""] = extension.content
            return True
        if extension.format == FORMAT and extension.place == BODY and not self._bodies:
            self._bodies.append(extension.content)
            return serialized(extension.content) is not None
        match = _PLACE.fullmatch(extension.place) if extension.format == FORMAT else None
        if match is None:
            return False
        key = ((match["parent"] or "").rstrip("/"), match["name"])
        if match["attribute"]:
            if not _ATTRIBUTE.fullmatch(match["attribute"]) or match["index"]:
                return False
            pair = (match["inner"] or "", match["attribute"], extension.content)
            self._attributes.setdefault((*key, match["key"]), []).append(pair)
            return True
        if serialized(extension.content) is None:
            return False
        known = match["index"] is None and (key in _FIELDS or key in self._fields)
        (self._elements if known else self._extra).setdefault(key, []).append(extension.content)
        return True

    def attributes(self, parent: str, name: str) -> str:
        """The attributes to write on an element that is no field's."""
        taken = self._take(parent, name, None)
        return "".join([_attribute(n, v, i) for i, ((_, n), v) in enumerate(taken.items())])

    def completed(self, row: Row, value: Any, markup: str) -> str:
        """The markup of a value with the attributes that are carried for it."""
        taken = self._take(row.parent, row.name, value if row.many else None)
        for number, ((inner, name), content) in enumerate(taken.items()):
            start = f"<{inner or row.name}"
            at = markup.find(start)
            if at >= 0 and not markup[at + len(start)].isalnum():
                at += len(start)
                head, end, rest = markup[at:].partition(">")
                head = re.sub(rf' {re.escape(name)}="[^"]*"', "", head)
                markup = markup[:at] + _attribute(name, content, number) + head + end + rest
        return markup

    def _take(self, parent: str, name: str, value: Any) -> dict[tuple[str, str], str]:
        key = None if value is None else repr(key_of(value))
        waiting = self._attributes.get((parent, name, key), [])
        taken: dict[tuple[str, str], str] = {}
        for each in list(waiting):
            if each[:2] not in taken:  # what comes twice belongs to the next value of that key
                taken[each[:2]] = each[2]
                waiting.remove(each)
        return taken

    def original(self, row: Row, value: Any) -> str | None:
        """The element as it stood in the document, where that is still its value."""
        waiting = self._elements.get((row.parent, row.name))
        for content in waiting or ():
            node = element_of(content)
            if row.accepts(node) and row.read(node, Reading(own=False)) == value:
                waiting.remove(content)  # type: ignore[union-attr]  # it was just looked into
                return content
        return None

    def body_original(self) -> str | None:
        """The element the body was read from, where it is carried."""
        return self._bodies[0] if self._bodies else None

    def rest(self, parent: str) -> list[tuple[float, str]]:
        """Elements without a field, each with its position in the order of the schema."""
        order = ORDER.get(parent, ())
        return [
            (order.index(name) + 0.5 if name in order else len(order), content)
            for (place, name), contents in self._extra.items()
            if place == parent
            for content in contents
        ]


def _attribute(name: str, value: str, number: int) -> str:
    """An attribute by its full name; the number keeps prefixes apart."""
    namespace, _, local = name.removeprefix("{").rpartition("}")
    if not namespace:
        return attribute(local, value)
    if namespace == "http://www.w3.org/XML/1998/namespace":
        return attribute(f"xml:{local}", value)
    return attribute(f"xmlns:x{number}", namespace) + attribute(f"x{number}:{local}", value)

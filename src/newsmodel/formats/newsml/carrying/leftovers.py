"""What an element says beyond the value that was read from it, piece by piece.

The element is compared with the markup its value would be written as. Each piece is a path within
the element and what stands there:

`@rank`, `broader[2]/@rank`
    an attribute, of the element or of the second `broader` within it;
`name()`
    the name of the element, where it is spelled in another case;
`parent()`
    the section it stands in, where the standard has it in another;
`count()`
    of how many of its like the value is one, where there are several;
`no(role)`, `no(residref)`
    no such attribute, where its value is written with one;
`name/text()`
    words that are not spelled the way the value is;
`hierarchyInfo[3]`, `broader/{urn:x}note[1]`
    an element, with its number among those children that the standard has in one place with it.
`completing` puts them back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from typing import TypeAlias

from newsmodel.formats.newsml.conformance.orders import Order, order_of
from newsmodel.formats.newsml.xml.attributes import clean
from newsmodel.formats.newsml.xml.markup import markup_of
from newsmodel.formats.newsml.xml.reading import Element, N, Reading

__all__ = [
    "NAME",
    "PART",
    "PATH",
    "SECTIONS",
    "STEPS",
    "Piece",
    "beyond",
    "noted",
    "shown_name",
    "tags_between",
    "text_beyond",
]

SECTIONS = {"newsItem": "", **{each: each for each in ("itemMeta", "contentMeta", "contentSet")}}
"""The sections of an item that a piece may name, and how the table calls them."""

Piece: TypeAlias = tuple[str, str]
"""A path within an element, and the value, the words or the markup that stands there."""

NAME = r"[^\s\d/\[\]@{}()<>=\"'&.:-][^\s/\[\]@{}()<>=\"'&:]*"
"""What may be a name of XML, as a pattern: more letters than those Python knows as such."""
_STEP = rf"(?:\{{[^{{}}]*\}})?{NAME}(?:\[[0-9]{{1,9}}\])?"
_ATTRIBUTE = rf"@(?:\{{[^{{}}\s]*\}})?{NAME}"
_ABSENT = r"no\([a-z]+\)"
PATH = rf"(?:{_STEP}/)*(?:text\(\)|name\(\)|{_ABSENT}|{_ATTRIBUTE}|{_STEP})|(?:parent|count)\(\)"
"""The path of a piece, as a pattern."""
STEPS = re.compile(r"(?:@?\{[^{}]*\})?[^/{}]+")
"""The steps of such a path."""
PART = re.compile(r"(?P<name>(?:\{[^{}]*\})?[^/\[]+)(?:\[(?P<number>[0-9]+)\])?")
"""A step that is an element: its name, and its number."""
_BOUND = frozenset({"valuedatatype", "{http://www.w3.org/2001/XMLSchema-instance}type"})
"""Attributes whose values mean a namespace by a prefix."""


def noted(node: Element, reading: Reading, section: str) -> list[Piece] | None:
    """The pieces of an element of which all is read but what was noted; None to compare it.

    Args:
        node: the element.
        reading: what was noted.
        section: the section of the item it belongs in.
    """
    if any(name in _BOUND for _, name in reading.strange):
        return None
    inner = reading.left or any(owner is not node for owner, _ in reading.strange)
    left = frozenset(reading.left)
    paths = dict(_paths(node, "", left)) if inner else {node: ""}
    pieces = [_noted(paths[owner], owner, name) for owner, name in reading.strange]
    for parent in dict.fromkeys(child.getparent() for child in left):
        if parent is not None:
            order = order_of(section, tags_between(node, parent))
            pieces += _elements(paths[parent], parent, left, order)
    return pieces


def tags_between(node: Element, inner: Element) -> list[str]:
    """The full names of the elements from an element down to one within it, both included."""
    tags = [str(inner.tag)]
    while inner is not node and (above := inner.getparent()) is not None:
        inner = above
        tags.append(str(inner.tag))
    return tags[::-1]


def _elements(
    path: str, parent: Element, added: Container[Element], order: Order
) -> Iterator[Piece]:
    """The pieces that are children of an element, each with its number among those of its rank."""
    counts: Counter[int] = Counter()
    for child in parent:
        rank = order.rank(str(child.tag))
        counts[rank] += 1
        if child in added:
            yield f"{path}{shown_name(child)}[{counts[rank]}]", markup_of(child)


def _noted(path: str, owner: Element, name: str) -> Piece:
    """The piece of an attribute, or of what is not as its value is written."""
    if name.startswith("no("):
        return path + name, ""
    if name == "text()":
        return f"{path}text()", clean(owner.text or "")
    return f"{path}@{name}", clean(owner.get(name) or "")


def _paths(node: Element, path: str, left: frozenset[Element]) -> Iterator[tuple[Element, str]]:
    """The elements of a value, each with its path."""
    yield node, path
    counts: Counter[object] = Counter()
    for child in node:
        if isinstance(child.tag, str) and child not in left:
            counts[child.tag] += 1
            number = f"[{counts[child.tag]}]" if counts[child.tag] > 1 else ""
            yield from _paths(child, f"{path}{shown_name(child)}{number}/", left)


def beyond(node: Element, written: Element, section: str) -> list[Piece] | None:
    """The pieces of an element that its value's markup lacks.

    Args:
        node: the element.
        written: its value's markup.
        section: the section of the item it belongs in.

    Returns:
        None where it cannot be told in pieces: text and elements are mixed in another way, or the
        value's markup has something the element has not.
    """
    pieces: list[Piece] = []
    order = order_of(section, [str(node.tag)])
    return pieces if _compare(node, written, "", pieces, order) else None


def text_beyond(node: Element, written: str, name: str) -> str | None:
    """The text of an element that is nothing but another text than its value's markup has.

    Times are written in many ways. With its own text in it the value's markup is the element
    itself, so that nothing need be compared.
    """
    start, end = f"<{name}>", f"</{name}>"
    if len(node) or node.attrib or not (written.startswith(start) and written.endswith(end)):
        return None
    shown = written[len(start) : -len(end)]
    if "<" in shown or "&" in shown or _is_same(node.text, shown):
        return None
    return clean(node.text or "")


def _compare(node: Element, written: Element, path: str, pieces: list[Piece], order: Order) -> bool:
    """Whether an element can be told in pieces; they are added."""
    more = [(str(name), value) for name, value in node.items() if written.get(name) != value]
    if node.tag != written.tag or any(name not in node.attrib for name in written.attrib):
        return False
    if any(name in _BOUND and not value.startswith("xs:") for name, value in more):
        return False
    pieces += [(f"{path}@{name}", clean(value)) for name, value in more]
    if _is_mixed(node) or _is_mixed(written):
        return _alike(node, written)
    if not _is_same(node.text, written.text):
        if len(node):
            return False  # words of another element, which this one has not
        pieces.append((f"{path}text()", clean(node.text or "")))
    return _compare_children(node, written, path, pieces, order)


def _compare_children(
    node: Element, written: Element, path: str, pieces: list[Piece], order: Order
) -> bool:
    if any(not isinstance(each.tag, str) for each in node):
        return False  # a reference to an entity, which is never read
    waiting: dict[object, list[Element]] = {}
    for child in reversed(written):
        waiting.setdefault(child.tag, []).append(child)
    added = _Added(written, order)
    found: Counter[object] = Counter()
    for child in node:
        same = waiting.get(child.tag)
        if not same:
            added.add(child)
            continue
        found[child.tag] += 1
        number = found[child.tag]
        step = shown_name(child) + (f"[{number}]" if number > 1 else "")
        match = same.pop()
        added.meet(match)
        if not _compare(child, match, f"{path}{step}/", pieces, order.within(str(child.tag))):
            return False
    for number, child in added.numbered():
        pieces.append((f"{path}{shown_name(child)}[{number}]", markup_of(child)))
    return not any(waiting.values())


class _Added:
    """Elements that are not written, each behind the last of its name or rank of those that are."""

    def __init__(self, written: Element, order: Order) -> None:
        self._ranked: dict[int, list[Element]] = {}
        for child in written:
            self._ranked.setdefault(order.rank(str(child.tag)), []).append(child)
        self._order = order
        self._last: dict[int, Element] = {}
        self._same: dict[object, Element | None] = {}
        self._after: dict[int, dict[Element | None, list[Element]]] = {}

    def meet(self, match: Element) -> None:
        """Pass an element that is written."""
        self._last[self._order.rank(str(match.tag))] = self._same[match.tag] = match

    def add(self, child: Element) -> None:
        """Take an element that is not."""
        rank = self._order.rank(str(child.tag))
        place = self._same.setdefault(child.tag, self._last.get(rank))
        self._after.setdefault(rank, {}).setdefault(place, []).append(child)

    def numbered(self) -> Iterator[tuple[int, Element]]:
        """The elements that are not written, each with its number among those of its rank."""
        for rank, after in self._after.items():
            number = 0
            for each in (None, *self._ranked.get(rank, ())):
                number += each is not None
                for child in after.get(each, ()):
                    number += 1
                    yield number, child


def shown_name(node: Element) -> str:
    """The name of an element in a path: one of no namespace begins with "{}"."""
    tag = str(node.tag)
    if tag.startswith(N):
        return tag[len(N) :]
    return tag if tag.startswith("{") else f"{{}}{tag}"


def _is_mixed(node: Element) -> bool:
    """Whether an element holds words beside elements."""
    texts = (node.text, *(each.tail for each in node))
    return len(node) > 0 and any(text and not text.isspace() for text in texts)


def _alike(node: Element, other: Element) -> bool:
    """Whether two elements hold the same, white space aside."""
    return (
        len(node) == len(other)
        and _folded(node.text) == _folded(other.text)
        and all(
            one.tag == two.tag
            and dict(one.attrib) == dict(two.attrib)
            and _folded(one.tail) == _folded(two.tail)
            and _alike(one, two)
            for one, two in zip(node, other, strict=True)
        )
    )


def _is_same(text: str | None, other: str | None) -> bool:
    """Whether two texts are the same, or both are blank."""
    return clean(text or "") == (other or "") or (_folded(text) == _folded(other) == "")


def _folded(text: str | None) -> str:
    return " ".join((text or "").split())

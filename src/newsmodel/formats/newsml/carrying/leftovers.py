"""What an element says beyond the value that was read from it, piece by piece.

The element is compared with the markup its value would be written as. Each piece is a path within
the element and what stands there:

`@rank`, `broader[2]/@rank`
    an attribute, of the element or of the second `broader` within it;
`name()`
    the name of the element, where it is spelled in another case;
`parent()`
    the section it stands in, where the standard has it in another;
`no(role)`, `no(residref)`
    no such attribute, where its value is written with one;
`name/text()`
    words that are not spelled the way the value is;
`hierarchyInfo[3]`, `broader/{urn:x}note[1]`
    an element, with its position among all the children.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from lxml import etree

from newsmodel.formats._shared.escaping import attribute, text
from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats.newsml.names import NAR
from newsmodel.formats.newsml.xml.attributes import clean
from newsmodel.formats.newsml.xml.markup import fragment, markup_of, serialized
from newsmodel.formats.newsml.xml.reading import Element, N, Reading

__all__ = [
    "NAME",
    "PATH",
    "SECTIONS",
    "Piece",
    "beyond",
    "completed",
    "is_piece",
    "noted",
    "shown_name",
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
PATH = rf"(?:{_STEP}/)*(?:text\(\)|name\(\)|{_ABSENT}|{_ATTRIBUTE}|{_STEP})|parent\(\)"
"""The path of a piece, as a pattern."""
_STEPS = re.compile(r"(?:@?\{[^{}]*\})?[^/{}]+")
_PART = re.compile(r"(?P<name>(?:\{[^{}]*\})?[^/\[]+)(?:\[(?P<number>[0-9]+)\])?")
_BOUND = frozenset({"valuedatatype", "{http://www.w3.org/2001/XMLSchema-instance}type"})
"""Attributes whose values mean a namespace by a prefix."""


# ------------------------------------------------------------------ finding them
def noted(node: Element, reading: Reading) -> list[Piece] | None:
    """The pieces of an element of which all is read but what was noted; None to compare it."""
    if any(name in _BOUND for _, name in reading.strange):
        return None
    inner = reading.left or any(owner is not node for owner, _ in reading.strange)
    left = frozenset(reading.left)
    paths = dict(_paths(node, "", left)) if inner else {node: ""}
    pieces = [_noted(paths[owner], owner, name) for owner, name in reading.strange]
    for parent in dict.fromkeys(child.getparent() for child in left):
        if parent is not None:
            pieces += [
                (f"{paths[parent]}{shown_name(child)}[{position}]", markup_of(child))
                for position, child in enumerate(parent, 1)
                if child in left
            ]
    return pieces


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


def beyond(node: Element, written: Element) -> list[Piece] | None:
    """The pieces of an element that its value's markup lacks.

    Returns:
        None where it cannot be told in pieces: text and elements are mixed in another way, or the
        value's markup has something the element has not.
    """
    pieces: list[Piece] = []
    return pieces if _compare(node, written, "", pieces) else None


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


def _compare(node: Element, written: Element, path: str, pieces: list[Piece]) -> bool:
    """Whether an element can be told in pieces; they are added."""
    more = [(str(name), value) for name, value in node.items() if written.get(name) != value]
    if node.tag != written.tag or any(name not in node.attrib for name in written.attrib):
        return False
    if any(name in _BOUND and not value.startswith("xs:") for name, value in more):
        return False
    pieces += [(f"{path}@{name}", clean(value)) for name, value in more]
    if _is_mixed(node) or _is_mixed(written):
        return _alike(node, written)
    if not len(node) and not _is_same(node.text, written.text):
        pieces.append((f"{path}text()", clean(node.text or "")))
    return _compare_children(node, written, path, pieces)


def _compare_children(node: Element, written: Element, path: str, pieces: list[Piece]) -> bool:
    if any(not isinstance(each.tag, str) for each in node):
        return False  # a reference to an entity, which is never read
    waiting: dict[object, list[Element]] = {}
    for child in reversed(written):
        waiting.setdefault(child.tag, []).append(child)
    added = _Order(written)
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
        if not _compare(child, match, f"{path}{step}/", pieces):
            return False
    for position, child in added.positions():
        pieces.append((f"{path}{shown_name(child)}[{position}]", markup_of(child)))
    return not any(waiting.values())


class _Order:
    """Where elements go among those written: behind the last of their name or a neighbour."""

    def __init__(self, written: Element) -> None:
        self._written = written
        self._last: Element | None = None
        self._same: dict[object, Element | None] = {}
        self._after: dict[Element | None, list[Element]] = {}

    def meet(self, match: Element) -> None:
        """Pass an element that is written."""
        self._last = self._same[match.tag] = match

    def add(self, child: Element) -> None:
        """Take an element that is not."""
        place = self._same.setdefault(child.tag, self._last)
        self._after.setdefault(place, []).append(child)

    def positions(self) -> Iterator[tuple[int, Element]]:
        """The elements that are not written, each with its position in the whole."""
        position = 0
        for each in (None, *self._written):
            position += each is not None
            for child in self._after.get(each, ()):
                position += 1
                yield position, child


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


# ------------------------------------------------------------------ putting them back
def is_piece(piece: Piece) -> bool:
    """Whether a piece whose path has the right form can stand in a document."""
    path, content = piece
    if path[0] == "@":
        return _NAMES[path[1:]]
    last = _STEPS.findall(path)[-1]
    if last == "text()" or last.startswith("no("):
        return True
    if last == "name()":
        return ":" not in content and _is_name(content)
    if last == "parent()":
        return content in SECTIONS
    return _is_name(last[1:]) if last.startswith("@") else serialized(content) is not None


def _is_name(name: str) -> bool:
    try:
        return etree.QName(name).namespace != "http://www.w3.org/2000/xmlns/"
    except ValueError:
        return False


_NAMES = Remembered(_is_name)


def completed(markup: str, pieces: Iterable[Piece], *, over: bool) -> str:
    """The markup of a value with its pieces put back.

    Args:
        markup: one element.
        pieces: what it lacks.
        over: put pieces also where the value has something of its own.
    """
    end = markup.find(">")  # not within an attribute, where we write it as a reference
    start = markup[:end].removesuffix("/")
    if start and all(_SIMPLE.fullmatch(p) and f' {p[1:]}="' not in start for p, _ in pieces):
        more = "".join([attribute(path[1:], content) for path, content in pieces])
        return f"{start}{more}{markup[len(start) :]}"
    (path, words), *more_pieces = pieces = list(pieces)
    if over and path == "text()" and not more_pieces and markup.count("<") == 2:
        return f"{markup[: end + 1]}{text(words)}{markup[markup.rindex('<') :]}"
    root = fragment(markup)
    known: _Known = {}
    places = [(*_place(root, path, known), content) for path, content in pieces]
    elements: dict[Element, list[tuple[int, str]]] = {}
    for node, step, content in places:
        if node is None:
            continue
        if _is_element(step):
            elements.setdefault(node, []).append((_number(step), content))
        else:
            _put(node, step, content, over=over)
    contents: list[str] = []
    for node, added in elements.items():
        _insert(node, sorted(added, key=lambda each: each[0]), contents)
    # Where we have declared no prefix before, those there are now are in use.
    whole = markup_of(root) if "xmlns" in markup else _serialized(root)
    written = whole.replace(f' xmlns="{NAR}"', "", 1)
    return _COMMENT.sub(lambda match: contents[int(match[1])], written) if contents else written


def _is_element(step: str) -> bool:
    return step[0] != "@" and step[-1] != ")"


def _put(node: Element, step: str, content: str, *, over: bool) -> None:
    """Put back a piece that is no element."""
    if step == "name()":
        node.tag = f"{N}{content}"
    elif step == "text()":
        if over or not _folded(node.text):
            node.text = content
            del node[:]  # line breaks, which are line ends there
    elif step.startswith("no("):
        node.attrib.pop(step[3:-1], None)
    elif step.startswith("@") and (over or step[1:] not in node.attrib):
        node.set(step[1:], content)


_SIMPLE = re.compile(r"@[\w.-]+")
_COMMENT = re.compile("<!--([0-9]+)-->")
"""Keeps a place: markup parsed once more would get other prefixes."""


def _serialized(root: Element) -> str:
    return etree.tostring(root, encoding="unicode", with_tail=False)


def _insert(node: Element, added: list[tuple[int, str]], contents: list[str]) -> None:
    """Keep places for elements among the children of another, in one go."""
    children = list(node)
    children.reverse()
    held: list[Element] = []
    for position, content in added:
        while children and len(held) < position - 1:
            held.append(children.pop())
        held.append(etree.Comment(str(len(contents))))
        contents.append(content)
    node[:] = [*held, *reversed(children)]


_Known: TypeAlias = dict[tuple[Element, str], list[Element]]
"""The children of elements by name, looked up once."""


def _place(node: Element | None, path: str, known: _Known) -> tuple[Element | None, str]:
    """The element a piece belongs to, None where there is none, and the last step of its path."""
    *above, last = _STEPS.findall(path)
    for step in above:
        if node is None:
            break
        key = node, _tag(step)
        if key not in known:
            known[key] = node.findall(key[1])
        same = known[key]
        node = same[_number(step) - 1] if 0 < _number(step) <= len(same) else None
    return node, last


def _tag(step: str) -> str:
    match = _PART.fullmatch(step)
    name = match["name"] if match else step
    return name if name.startswith("{") else f"{N}{name}"


def _number(step: str) -> int:
    match = _PART.fullmatch(step)
    return int(match["number"] or 1) if match else 1

"""Pieces put back into the markup of a value: see `leftovers` for what they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import TypeAlias

from lxml import etree

from newsmodel.formats._shared.escaping import attribute, quoted, text
from newsmodel.formats._shared.remembering import Remembered
from newsmodel.formats.newsml.carrying.leftovers import PART, SECTIONS, STEPS, Piece, tags_between
from newsmodel.formats.newsml.conformance.orders import Order, order_of
from newsmodel.formats.newsml.names import NAR
from newsmodel.formats.newsml.xml.markup import fragment, markup_of, serialized
from newsmodel.formats.newsml.xml.reading import Element, N


def is_piece(piece: Piece) -> bool:
    """Whether a piece whose path has the right form can stand in a document."""
    path, content = piece
    if path[0] == "@":
        return _NAMES[path[1:]]
    last = STEPS.findall(path)[-1]
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


def completed(markup: str, pieces: Iterable[Piece], section: str, *, over: bool) -> str:
    """The markup of a value with its pieces put back, elements where the standard has them.

    Args:
        markup: one element.
        pieces: what it lacks.
        section: the section of the item it belongs in.
        over: put pieces also where the value has something of its own.
    """
    pieces = list(pieces)
    if (put := _put_in(markup, pieces, section, over=over)) is not None:
        return put
    root = fragment(markup)
    name = str(root.tag)
    known: _Known = {}
    places = [(*_place(root, path, known), content) for path, content in pieces]
    elements: defaultdict[Element, list[tuple[str, str]]] = defaultdict(list)
    for node, step, content in places:
        if node is None:
            continue
        if _is_element(step):
            elements[node].append((step, content))
        else:
            _put(node, step, content, over=over)
    contents: list[str] = []
    for node, added in elements.items():
        order = order_of(section, [name, *tags_between(root, node)[1:]])
        _insert(node, added, order, contents)
    # Where we have declared no prefix before, those there are now are in use.
    whole = markup_of(root) if "xmlns" in markup else _serialized(root)
    written = whole.replace(f' xmlns="{NAR}"', "", 1)
    return _COMMENT.sub(lambda match: contents[int(match[1])], written) if contents else written


def _put_in(markup: str, pieces: Iterable[Piece], section: str, *, over: bool) -> str | None:
    """The same for pieces of the outermost element, put in as strings; None where one is not.

    Most values lack nothing else, and to parse each takes ten times as long.
    """
    start, _, rest = markup.partition(">")  # not within an attribute: it is a reference there
    name = start[1:].removesuffix("/").partition(" ")[0]
    end = f"</{name}>"
    inside = rest.removesuffix(end)
    said: dict[str, str] = dict(_SAID.findall(start))
    if "></" in inside and not all(_SIMPLE.fullmatch(p) and p[1:] not in said for p, _ in pieces):
        return None  # what is parsed has one tag for an empty element
    declared: dict[str, str] = {}
    added: list[tuple[str, str]] = []
    for path, content in pieces:
        if path == "text()" and content and inside and "<" not in inside:
            inside = text(content) if over or not inside.strip() else inside
        elif path.startswith("no("):
            said.pop(path[3:-1], None)
        elif path[0] == "@" and (called := _called(path[1:], declared)) is not None:
            if over or called not in said:
                said[called] = quoted(content)
        elif not inside and STEPS.fullmatch(path) and _is_element(path):
            added.append((path, content))
        else:
            return None
    is_empty = start.endswith("/")
    is_sure = name and not (is_empty and rest) and not ((declared or added) and "xmlns" in markup)
    if not is_sure:
        return None
    if added:
        order = order_of(section, [f"{N}{name}"])
        added.sort(key=lambda each: (order.rank(tag_of(each[0])), number_of(each[0])))
        inside = "".join([content for _, content in added])
    spaces = [f' xmlns:{prefix}="{space}"' for space, prefix in declared.items()]
    more = "".join([*spaces, *[f' {called}="{value}"' for called, value in said.items()]])
    return f"<{name}{more}/>" if is_empty and not inside else f"<{name}{more}>{inside}{end}"


def _called(name: str, declared: dict[str, str]) -> str | None:
    """The name of an attribute as it is written; None where no string can be sure of that.

    Args:
        name: its full name.
        declared: the prefixes that are declared for it, by their namespaces; one is added.
    """
    if not name.startswith("{"):
        return name
    space, _, local = name[1:].rpartition("}")
    prefix = declared.get(space) or _PREFIXES[space]
    if prefix is None or (declared and space not in declared):
        return None
    if prefix != "xml":
        declared[space] = prefix
    return f"{prefix}:{local}"


def _prefix_of(space: str) -> str | None:
    """The prefix of a namespace that is not declared, as the parser gives it."""
    if space == NAR or not _PLAIN_SPACE.fullmatch(space):
        return None
    node = etree.Element("x", {f"{{{space}}}x": ""})
    written = etree.tostring(node, encoding="unicode")
    return re.split("[:=]", written.removeprefix("<x ").removeprefix("xmlns:"))[0]


_PREFIXES = Remembered(_prefix_of)
_SIMPLE = re.compile(r"@[\w.-]+")
_SAID = re.compile(r' ([^\s="]+)="([^"]*)"')
_PLAIN_SPACE = re.compile(r"[\w.:/#-]+", re.ASCII)


def _is_element(step: str) -> bool:
    return step[0] != "@" and step[-1] != ")"


def _put(node: Element, step: str, content: str, *, over: bool) -> None:
    """Put back a piece that is no element."""
    if step == "name()":
        node.tag = f"{N}{content}"
    elif step == "text()":
        if over or not (node.text or "").strip():
            node.text = content
            del node[:]  # line breaks, which are line ends there
    elif step.startswith("no("):
        node.attrib.pop(step[3:-1], None)
    elif step.startswith("@") and (over or step[1:] not in node.attrib):
        node.set(step[1:], content)


_COMMENT = re.compile("<!--([0-9]+)-->")
"""Keeps a place: markup parsed once more would get other prefixes."""


def _serialized(root: Element) -> str:
    return etree.tostring(root, encoding="unicode", with_tail=False)


def _insert(
    node: Element, added: Iterable[tuple[str, str]], order: Order, contents: list[str]
) -> None:
    """Keep places for elements among the children of another, in one go."""
    children: defaultdict[int, list[Element]] = defaultdict(list)
    for child in node:
        children[order.rank(str(child.tag))].append(child)
    between: defaultdict[int, list[tuple[int, Element]]] = defaultdict(list)
    for step, content in sorted(added, key=lambda each: number_of(each[0])):
        place = etree.Comment(str(len(contents)))
        between[order.rank(tag_of(step))].append((number_of(step), place))
        contents.append(content)
    ranks = sorted({*children, *between})
    node[:] = [each for rank in ranks for each in _merged(children[rank], between[rank])]


def _merged(children: list[Element], added: list[tuple[int, Element]]) -> list[Element]:
    """The children of one rank with those added, by their numbers."""
    waiting = iter(children)
    held: list[Element] = []
    for number, place in added:
        held += islice(waiting, max(number - 1 - len(held), 0))
        held.append(place)
    return [*held, *waiting]


_Known: TypeAlias = dict[tuple[Element, str], list[Element]]
"""The children of elements by name, looked up once."""


def _place(node: Element | None, path: str, known: _Known) -> tuple[Element | None, str]:
    """The element a piece belongs to, None where there is none, and the last step of its path."""
    *above, last = STEPS.findall(path)
    for step in above:
        if node is None:
            break
        key = node, tag_of(step)
        if key not in known:
            known[key] = node.findall(key[1])
        same = known[key]
        node = same[number_of(step) - 1] if 0 < number_of(step) <= len(same) else None
    return node, last


def tag_of(step: str) -> str:
    """The full name of the element that a step of a path is."""
    match = PART.fullmatch(step)
    name = match["name"] if match else step
    return name if name.startswith("{") else f"{N}{name}"


def number_of(step: str) -> int:
    """Its number among those of its name."""
    match = PART.fullmatch(step)
    return int(match["number"] or 1) if match else 1


def attributes_of(named: Iterable[tuple[str, str]]) -> str:
    """Attributes by their full names, as markup."""
    return "".join([_attribute(name, said, i) for i, (name, said) in enumerate(named)])


def _attribute(name: str, value: str, number: int) -> str:
    """An attribute by its full name; the number keeps prefixes apart."""
    namespace, _, local = name.removeprefix("{").rpartition("}")
    if not namespace:
        return attribute(local, value)
    if namespace == "http://www.w3.org/XML/1998/namespace":
        return attribute(f"xml:{local}", value)
    return attribute(f"xmlns:x{number}", namespace) + attribute(f"x{number}:{local}", value)

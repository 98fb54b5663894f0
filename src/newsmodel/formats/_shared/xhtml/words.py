"""The text of an element as one string."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.quoted import printed_marks
from newsmodel.formats._shared.xhtml.vocabulary import Element, is_hidden, is_kept_back, split_name

__all__ = ["is_of_page", "line_before", "line_of", "title_of", "visible", "words_of"]

_UNREAD = frozenset({"head", "title", "script", "style", "del", "media-object"})
_PAGE = frozenset({"", "html", "nitf", "inlinexml"})
_HEAD = frozenset({"title", "meta", "link", "base", "script", "style", "docdata", "pubdata"})
_RUNNING = frozenset({
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "frac-den", "frac-num", "frac-sep", "i",
    "ins", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u",
})  # fmt: skip


def words_of(element: Element, *, exact: bool) -> str:
    """All text of an element as one string.

    Args:
        element: the element.
        exact: white space counts; otherwise lines of their own are parted by a space.
    """
    parts = [(" " if parted and not exact else "") + text for text, parted in _pieces(element)]
    line = writable("".join(parts))
    return line if exact else " ".join(line.split())


def line_of(element: Element) -> str:
    """The text of a line made of parts, with a space where two words would run together."""
    line = ""
    for text, _ in _pieces(element):
        joint = line[-1:].isalnum() and text[:1].isalnum()
        line += f" {text}" if joint else text
    return " ".join(writable(line).split())


def visible(element: Element) -> Iterator[tuple[str, Element]]:
    """The starts and ends within an element, without what is no text or not for readers."""
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        name = split_name(node)[1].lower()
        if event == "start" and (_is_unread(node, name) or is_hidden(node.items())):
            walk.skip_subtree()
        else:
            yield event, node


def title_of(page: Element) -> str | None:
    """The title in the head of a page, which is no part of its text."""
    for node in page.iter(etree.Element):
        name = split_name(node)[1].lower()
        if name == "body":
            break
        if name == "title" and node.text and not is_kept_back(node):
            return " ".join(writable(node.text).split()) or None
    return None


def is_of_page(element: Element) -> bool:
    """Whether a head or a title is that of a page, or of a drawing, which is no part of its text.

    In a vocabulary of somebody's own a part of the text may have one, and a work that it names.
    """
    parent = element.getparent()
    around = "" if parent is None else split_name(parent)[1].lower()
    if split_name(element)[1].lower() == "head":
        return around in _PAGE or any(split_name(each)[1].lower() in _HEAD for each in element)
    if around in _PAGE or around in ("head", "body"):
        return True
    return any(split_name(each)[1].lower() == "svg" for each in element.iterancestors())


def _is_unread(node: Element, name: str) -> bool:
    return name in _UNREAD and (name not in ("head", "title") or is_of_page(node))


def _pieces(element: Element) -> Iterator[tuple[str, bool]]:
    """The strings of an element, each with whether it begins a line of its own.

    What stands in it and is not for readers is left out: a string cannot keep it from them.
    """
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        name = split_name(node)[1].lower()
        parted = bool(name) and name not in _RUNNING
        if event != "start":
            close = printed_marks(node)[1] if name == "q" and event == "end" else ""
            yield close + ("" if node is element else node.tail or ""), parted
        elif _is_unread(node, name) or (node is not element and is_hidden(node.items())):
            walk.skip_subtree()
        elif name == "frac-den":
            yield line_before(node) + (node.text or ""), parted
        else:
            yield (printed_marks(node)[0] if name == "q" else "") + (node.text or ""), parted


def line_before(denominator: Element) -> str:
    """The line of a fraction (NITF: `frac`) before its denominator, where no sign stands there."""
    before = denominator.getprevious()
    return "" if before is not None and split_name(before)[1].lower() == "frac-sep" else "/"

"""The text of an element as one string."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.quoted import marks_around
from newsmodel.formats._shared.xhtml.vocabulary import Element, is_hidden, is_kept_back, split_name

__all__ = [
    "BLOCKS", "are_glued", "fraction_in", "is_of_page", "is_to_editors", "line_of", "lines_of",
    "title_of", "visible", "words_of",
]  # fmt: skip

_UNREAD = frozenset({"head", "title", "script", "style", "del", "media-object"})
_PAGE = frozenset({"", "html", "nitf", "inlinexml"})
_HEAD = frozenset({"title", "meta", "link", "base", "script", "style", "docdata", "pubdata"})
_RUNNING = frozenset({
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "frac-den", "frac-num", "frac-sep", "i",
    "ins", "q", "rb", "rp", "rt", "ruby", "s", "small", "span", "strong", "sub", "sup", "time",
    "tt", "u",
})  # fmt: skip
_MARKED = frozenset({"q", "rt"})
BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd br section header footer figcaption".split()
)
"""What is a line of its own within a caption or another line."""


def words_of(element: Element, *, exact: bool) -> str:
    """All text of an element as one string.

    Args:
        element: the element.
        exact: white space counts; otherwise lines of their own are parted by a space.
    """
    parts = [
        (" " if name and name not in _RUNNING and not exact else "") + text
        for text, name in _pieces(element)
    ]
    line = writable("".join(parts))
    return line if exact else " ".join(line.split())


def line_of(element: Element) -> str:
    """The text of a line made of parts, with a space where two words would run together."""
    return " ".join(lines_of(element).split())


def lines_of(element: Element) -> str:
    """The same of what may be several paragraphs, each a line."""
    line = ""
    for text, name in _pieces(element):
        if name in BLOCKS:
            line += "\n"
        elif are_glued(line, text):
            line += " "
        line += " ".join(text.split("\n"))
    lines = (" ".join(each.split()) for each in writable(line).split("\n"))
    return "\n".join(filter(None, lines))


def are_glued(before: str, after: str) -> bool:
    """Whether two words would run together, in a script that has spaces between words."""
    last, first = before[-1:], after[:1]
    if not (last.isalnum() and first.isalnum()):
        return False
    return not (_UNSPACED.match(last) and _UNSPACED.match(first))


_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


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
    if name == "note":
        return is_to_editors(node)
    return name in _UNREAD and (name not in ("head", "title") or is_of_page(node))


def is_to_editors(note: Element) -> bool:
    """Whether a note of NITF is for no reader: a "non-publishable advisory", or one of editors."""
    sort = note.get("type", "").strip().lower()
    return sort == "npa" or (
        sort != "pa" and note.get("noteclass", "").strip().lower() == "editorsnote"
    )


def _pieces(element: Element) -> Iterator[tuple[str, str]]:
    """The strings of an element, each with the element that begins or ends before it.

    What stands in it and is not for readers is left out: a string cannot keep it from them.
    """
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        name = split_name(node)[1].lower()
        if event != "start":
            close = marks_around(node, name)[1] if name in _MARKED and event == "end" else ""
            yield close + ("" if node is element else node.tail or ""), name
        elif _is_unread(node, name) or (node is not element and is_hidden(node.items())):
            walk.skip_subtree()
        elif name == "frac" and (fraction := fraction_in(node)):
            walk.skip_subtree()
            yield fraction, name
        else:
            open_ = marks_around(node, name)[0] if name in _MARKED else ""
            yield open_ + (node.text or ""), name


def fraction_in(element: Element) -> str | None:
    """A fraction of NITF in a word, with a line where no sign stands; None where it is none."""
    parts = {
        split_name(each)[1].lower(): words_of(each, exact=False)
        for each in element.iterchildren(etree.Element)
        if not is_hidden(each.items())
    }
    above, below = parts.pop("frac-num", ""), parts.pop("frac-den", "")
    sign = parts.pop("frac-sep", "") or "/"
    return f"{above}{sign}{below}" if above and below and not parts else None

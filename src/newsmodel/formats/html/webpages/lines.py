"""The words of an element as one line, of no more of it than is asked for."""

from __future__ import annotations

from lxml import etree

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.quoted import printed_marks
from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.outline import is_unseen

__all__ = ["line_of", "squeezed"]

_UNREAD = frozenset({"script", "style", "noscript", "template", "svg", "annotation", "head"})
_RUNNING = frozenset(
    "a abbr b bdi big cite code del em font i ins mark nobr q s small span strong sub sup time tt "
    "u wbr".split()
)
_WITHIN = _RUNNING | {"math"}
_NODES = 3000


def line_of(element: Element, most: int = 5000) -> str:
    """The words of an element on one line, what is no text left out.

    Args:
        element: the element.
        most: how many characters to read at the most; pages nest what they like.
    """
    line, count = "", 0
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        count += 1
        if count > _NODES or len(line) > most:
            break
        running = node.tag in _RUNNING or not isinstance(node.tag, str)
        marks = printed_marks(node) if node.tag == "q" else ("", "")
        if event != "start":
            text = marks[1] + ("" if node is element else node.tail or "")
        elif node is not element and _is_unread(node):
            walk.skip_subtree()
            continue
        else:
            text = marks[0] + (node.text or "")
        line += _joint(line, text, running=running) + text
    return " ".join(writable(line).split())


def _is_unread(node: Element) -> bool:
    """Whether an element holds no words; hidden blocks do, as pages say there whose they are."""
    return node.tag in _UNREAD or (node.tag in _WITHIN and is_unseen(node))


def _joint(line: str, text: str, *, running: bool) -> str:
    """A space where words of two elements would run together."""
    return "" if running and not (line[-1:].isalnum() and text[:1].isalnum()) else " "


def squeezed(text: str) -> str:
    """Letters and digits only, in lower case: for comparison."""
    return "".join([char for char in text.casefold() if char.isalnum()])

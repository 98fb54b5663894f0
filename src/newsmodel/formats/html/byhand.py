"""What hands do to the library's own pages, undone where it means nothing: white space, breaks."""

from __future__ import annotations

import re
from itertools import takewhile

from lxml import etree

from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats._shared.xhtml.vocabulary import hides
from newsmodel.formats.html.elements import INLINE, Element, Told, string
from newsmodel.formats.html.pages.dates import machine_date
from newsmodel.formats.html.visible import FIELD, when

__all__ = ["fold", "is_unseen", "keep_back", "space_out", "tidy_times"]

_BROKEN = re.compile(r"[ \t\f\r]*\n[ \t\f\r\n]*")
"""White space that somebody put there to lay out the markup."""
_KEPT = frozenset({"pre", "script", "style", "textarea"})
_FIGURE = "Figure"
_UNSEEN = "the words {!r} were hidden in the page"
_CELLS = frozenset({"td", "th"})
_PARTS = INLINE | {
    "figcaption",
    "li",
    "dt",
    "dd",
    "tr",
    "td",
    "th",
    "thead",
    "tbody",
    "tfoot",
    "caption",
}
"""Elements that are less than a block of the text."""
_LINES = frozenset({"p", "li", "figure"})
"""Elements around the text that are a line, or hold what is said of a picture."""


def is_unseen(element: Element) -> bool:
    """Whether an element says itself that browsers do not show it."""
    hidden, style = element.get("hidden"), element.get("style")
    return (hidden is not None and hides("hidden", hidden)) or (
        style is not None and hides("style", style)
    )


# ------------------------------------------------------------------ what was hidden
def keep_back(node: Element) -> list[Told]:
    """Keep from readers what somebody hid in a page.

    Blocks of the text, and the whole of it, become parts of it that are not public; what is less
    than a block or a line is taken out. Lines and figures around the text stay: the page is
    compared without them.

    Args:
        node: the element that shows the article, without what the library hid in it; it is changed.

    Returns:
        What is to be told of that.
    """
    gone: list[Told] = []
    body = node.find(f".//*[@{FIELD}='body']")
    done: set[Element] = set()
    for each in [each for each in node.iterdescendants(etree.Element) if is_unseen(each)]:
        around = [*takewhile(lambda outer: outer is not node, each.iterancestors())]
        if not done.isdisjoint(around) or each.get(DATA) == _FIGURE:
            continue
        if each is body:
            _keep_inside(each)
        elif each.tag in _PARTS if body in around else _is_in_line(each, around):
            gone.append((_UNSEEN.format(string(each)[:80]), each.sourceline))
            _take_out(each)
        elif body in around:
            _wrap(each)
        else:
            continue
        done.add(each)
    return gone


def _is_in_line(element: Element, around: list[Element]) -> bool:
    """Whether an element around the text holds words of a line, or what is said of a picture."""
    if element.get(FIELD) is not None or not string(element).strip():
        return False
    return any(each.tag in _LINES or each.get(FIELD) is not None for each in around)


def _take_out(element: Element) -> None:
    """Take an element out of what is around it; of a cell, what stands in it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None or element.tag in _CELLS:
        element[:], element.text = [], None
        return
    if before is not None:
        before.tail = f"{before.tail or ''}{element.tail or ''}"
    else:
        parent.text = f"{parent.text or ''}{element.tail or ''}"
    parent.remove(element)


def _keep_inside(element: Element) -> None:
    """Make one part that is not public of all that stands in an element."""
    for name in ("hidden", "style"):
        element.attrib.pop(name, None)
    wrapper = element.makeelement("div", {f"{DATA}-public": "false"})
    wrapper.text, element.text = element.text, None
    wrapper[:] = element[:]
    element.append(wrapper)


def _wrap(element: Element) -> None:
    for name in ("hidden", "style"):
        element.attrib.pop(name, None)
    parent = element.getparent()
    if parent is None:
        return
    wrapper = parent.makeelement("div", {f"{DATA}-public": "false"})
    parent.replace(element, wrapper)
    wrapper.tail, element.tail = element.tail, None
    wrapper.append(element)


# ------------------------------------------------------------------ times
def tidy_times(node: Element) -> None:
    """Write times as the library does, where somebody wrote them in another way HTML allows."""
    for each in node.iter("time"):
        written = each.get("datetime", "")
        told = when(written)
        if told is not None and machine_date(told) != written:
            each.set("datetime", machine_date(told))


# ------------------------------------------------------------------ white space
def space_out(node: Element) -> None:
    """Have words stay apart that a line break parts in what are single lines of an article."""
    for each in node.iter("br"):
        if any(around.get(FIELD) == "body" for around in each.iterancestors()):
            continue
        before, parent = each.getprevious(), each.getparent()
        said = parent.text if before is None and parent is not None else None
        said = said if before is None else before.tail
        tail = (each.tail or "").lstrip(" \t\n\r\f")
        each.tail = tail if not said or said[-1].isspace() else f" {tail}"


def fold(node: Element) -> None:
    """Fold white space that holds an end of a line, as browsers do.

    Spaces within a line stay: they may come from the article, and no formatter puts them there.

    Args:
        node: the element that shows the article; it is changed.
    """
    _Folding().fold(node)


class _Folding:
    """Folds white space, slot by slot, as text stands in the page.

    A slot is the text or the tail of an element.
    """

    def __init__(self) -> None:
        self._begins = True
        """Whether nothing stands before in the line, or a space."""
        self._last: tuple[Element, str] | None = None
        """The slot that ends with a space that may be one too many."""

    def fold(self, node: Element) -> None:
        """Fold within an element."""
        walk = etree.iterwalk(node, events=("start", "end"))
        for event, each in walk:
            inline = each.tag in INLINE
            if event == "start":
                if not inline:
                    self._break()
                if each.tag in _KEPT:
                    walk.skip_subtree()
                else:
                    self._slot(each, "text")
                continue
            if not inline:
                self._break()
            elif self._last is not None and _is_in(self._last[0], each):
                self._move_out(each)
            if each is not node:
                self._slot(each, "tail")

    def _break(self) -> None:
        if self._last is not None:
            self._cut(*self._last)
        self._begins, self._last = True, None

    def _cut(self, element: Element, name: str) -> None:
        setattr(element, name, getattr(element, name)[:-1])

    def _move_out(self, element: Element) -> None:
        """Put the space that ends an inline behind it."""
        if self._last is not None:
            self._cut(*self._last)
        element.tail = f"\n{element.tail or ''}"
        self._begins, self._last = False, None

    def _slot(self, element: Element, name: str) -> None:
        value: str = getattr(element, name) or ""
        if "\n" in value:
            value = _BROKEN.sub("\n", value)
            value = value.removeprefix("\n") if self._begins else value
            ends = value.endswith("\n")
            value = value.replace("\n", " ")
            setattr(element, name, value)
            self._last = (element, name) if ends else None if value else self._last
        elif value:
            self._last = None
        if value:
            self._begins = value.endswith(" ")


def _is_in(element: Element, outer: Element) -> bool:
    return element is outer or any(each is outer for each in element.iterancestors())

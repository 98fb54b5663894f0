"""What a page shows that the library would not, line by line, and the other way round.

Whatever is not read back of an edit stands in the page and not in the one the library would write
for what was read, so that nothing need be known of how each line is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice

import attrs
from lxml import etree

from newsmodel.formats._shared.urls import written_link
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.byhand import is_unseen
from newsmodel.formats.html.elements import INLINE, Element
from newsmodel.formats.html.pages.datelines import PRINTED
from newsmodel.formats.html.visible import FIELD, when

__all__ = ["Line", "differences", "lines_in", "shown_from_elsewhere"]

_WORD = re.compile(r"\w+")
_ENOUGH = 20
"""So many lines are told of those that stand together."""
_ELSEWHERE = frozenset({"iframe", "embed", "object", "video", "audio"})
_UNSAID = frozenset({"script", "style", "template", "img", "source"}) | _ELSEWHERE
"""Elements whose text is no text of the page."""


@attrs.frozen
class Line:
    """What stands in one line of a page."""

    words: str
    """The words."""
    key: str
    """What is compared: of a line of the text its words without signs, of others the addresses,
    too."""
    place: int | None
    """The line of the document."""
    is_loose: bool
    """Whether it may stand elsewhere: lines of the text, which are read, and the names of other
    languages, whose order is that of all pages written together."""
    may_lack: bool
    """Whether nobody misses it where it was taken out: such a line, and a label."""


# ------------------------------------------------------------------ lines
def lines_in(node: Element, known: frozenset[str] = frozenset()) -> list[Line]:
    """The lines that an article shows in a page, but for those in figures.

    Args:
        node: the element that shows it.
        known: addresses of what is shown in it from elsewhere in another way.
    """
    return list(_Reading(known).lines(node))


def shown_from_elsewhere(node: Element) -> frozenset[str]:
    """The addresses of what somebody put into the text that is shown from elsewhere."""
    put_in = [each for each in node.iter(*_ELSEWHERE) if each.get(DATA) != "made"]
    inner = [source for each in put_in for source in (each, *each.iterfind("source"))]
    return frozenset([each.get(name, "") for each in inner for name in ("src", "data")]) - {""}


class _Reading:
    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self._parts: list[str] = []
        self._addresses: list[str] = []
        self._place: int | None = None
        self._loose: Element | None = None
        self._made = self._label = False

    def lines(self, node: Element) -> Iterator[Line]:
        """The lines within an element, in order."""
        walk = etree.iterwalk(node, events=("start", "end"))
        for event, each in walk:
            apart = each.tag not in INLINE or each.get("class") == "nm-label"
            if event == "start":
                if apart:
                    yield from self._line()
                    self._label = each.get("class") == "nm-label"
                self._address(each)
                if each is not node and self._is_left_out(each):
                    walk.skip_subtree()
                    continue
                if each.get(FIELD) == "body" or each.get("class") == "nm-languages":
                    self._loose = each if self._loose is None else self._loose
                self._made = self._made or each.get(DATA) == "made"
                self._add(each.text, each)
            else:
                if apart:
                    yield from self._line()
                    self._label = False
                self._made = self._made and each.get(DATA) != "made"
                if each is self._loose:
                    self._loose = None
                if each is not node:
                    self._add(each.tail, each)
        yield from self._line()

    def _is_left_out(self, element: Element) -> bool:
        if not isinstance(element.tag, str) or element.tag in _UNSAID or is_unseen(element):
            return True
        if element.tag == "figure":
            return element.find("blockquote") is None
        return element.get(DATA) == "Embed" and element.get(f"{DATA}-url") in self._known

    def _add(self, text: str | None, element: Element) -> None:
        if text and not text.isspace() and self._place is None:
            self._place = element.sourceline
        self._parts.append(text or "")

    def _address(self, element: Element) -> None:
        """An address where it is not read with the words that lead there; times for machines."""
        if element.tag == "iframe" and element.get(DATA) == "made":
            self._addresses.append(element.get("src", ""))
        if element.tag == "a" and (self._loose is None or self._made):
            href = element.get("href", "")
            self._addresses.append(written_link(href) or href)
        is_day = self._loose is None and element.get(PRINTED) is not None  # read with its words
        if element.tag == "time" and not is_day:
            written = element.get("datetime", "")
            self._addresses.append(str(when(written) or written))

    def _line(self) -> Iterator[Line]:
        words = " ".join("".join(self._parts).split())
        is_loose = self._loose is not None and not self._made
        said = " ".join(_WORD.findall(words)) if is_loose else words
        if key := " ".join(filter(None, [said, *self._addresses])):
            yield Line(words or key, key, self._place, is_loose, self._label or is_loose)
        self._parts, self._addresses, self._place = [], [], None


# ------------------------------------------------------------------ what differs
def differences(before: Sequence[Line], now: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """The lines that stand in a page of an article and would not be there as the library writes it.

    Args:
        before: the lines as the library shows them.
        now: the lines as they are shown.

    Returns:
        Lines that belong together, and whether they are there: else they were taken out.
    """
    loose = [line for line in before if line.is_loose]
    known, text = {line.key for line in loose}, _joined(loose)
    # Lines that are many, as in tables, do not count as marks of what belongs together: it is slow.
    matcher = SequenceMatcher(None, [a.key for a in before], [b.key for b in now])
    for _, a, a_end, b, b_end in matcher.get_opcodes():
        old, new = before[a:a_end], now[b:b_end]
        if _joined(old) == _joined(new):
            continue
        unread = (
            line
            for line in new
            if not (line.is_loose and (line.key in known or f" {line.key} " in text))
        )
        if other := [*islice(unread, _ENOUGH)]:
            yield other, True
        elif not new and (missing := [line for line in old if not line.may_lack]):
            yield missing, False


def _joined(lines: Sequence[Line]) -> str:
    return f" {' '.join([line.key for line in lines])} "

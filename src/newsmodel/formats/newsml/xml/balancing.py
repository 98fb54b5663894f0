"""Markup whose tags do not go in pairs, as one whose tags do."""

from __future__ import annotations

import re
from collections import Counter

from newsmodel.formats.newsml.xml.legible import Note

__all__ = ["ITEMS", "balanced"]

ITEMS = frozenset("newsItem packageItem conceptItem knowledgeItem planningItem catalogItem".split())
"""The elements that are items."""
_AROUND = frozenset({"itemSet", "newsMessage"})

_TAGS = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
    r"|<(?P<end>/?)(?P<name>[^\W\d][^\s<>/]*+)"
    r"(?P<rest>(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+|[^<>]*+)>",
    re.DOTALL,
)
"""What may hold no tag, and tags."""
_EMPTY = frozenset("br hr img input wbr".split())
"""Elements of HTML that are not closed there, and are called like none of the standard's."""


def balanced(text: str) -> tuple[str, list[Note]]:
    """A document in which each end tag closes the element of its name, and what was wrong.

    What is still open within that is closed before, and so is an item where the next one begins:
    what was left open in one item does not swallow those behind it. At its end nothing is closed.
    """
    found = _Balancing(text)
    for tag in _TAGS.finditer(text):
        if tag["name"] is not None:
            found.meet(tag)
    return found.text(), found.notes


class _Balancing:
    """One way through a document, tag by tag."""

    def __init__(self, text: str) -> None:
        self.notes: list[Note] = []
        self._text = text
        self._pieces: list[str] = []
        self._done, self._line = 0, 1
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()
        self._noted: set[str] = set()

    def text(self) -> str:
        """The whole of it."""
        return "".join([*self._pieces, self._text[self._done :]])

    def meet(self, tag: re.Match[str]) -> None:
        """Take the next tag."""
        name = tag["name"]
        if tag["end"]:
            self._end(tag, name)
        elif tag["rest"].endswith("/"):
            return
        elif _local(name).lower() in _EMPTY:
            self._put(
                tag, f"<{name}{tag['rest']}/>", f"{name!r} is not closed: it is read as empty"
            )
        else:
            if _local(name) in ITEMS and self._is_in_item():
                while _local(self._close(tag)) not in ITEMS:
                    pass
            self._open.append(name)
            self._counts[name] += 1

    def _end(self, tag: re.Match[str], name: str) -> None:
        if self._open and self._open[-1] != name and self._open[-1].lower() == name.lower():
            reason = f"{self._open[-1]!r} is closed as {name!r}"
            self._put(tag, f"</{self._pop()}>", reason)
        elif not self._counts[name]:
            self._put(tag, "", f"'</{name}>' closes nothing: it is left out")
        else:
            while self._open[-1] != name:
                self._close(tag)
            self._pop()

    def _is_in_item(self) -> bool:
        """Whether the nearest of what items stand in is an item itself."""
        near = (_local(each) for each in reversed(self._open))
        return next((each for each in near if each in ITEMS | _AROUND), "") in ITEMS

    def _close(self, tag: re.Match[str]) -> str:
        """Close what is open innermost before a tag; gives its name."""
        name = self._pop()
        where = f"<{tag['end']}{tag['name']}>"
        reason = f"{name!r} is not closed: it is read as closed before {where!r}"
        self._note(tag.start(), reason)
        self._pieces.append(f"</{name}>")
        return name

    def _pop(self) -> str:
        name = self._open.pop()
        self._counts[name] -= 1
        return name

    def _put(self, tag: re.Match[str], markup: str, reason: str) -> None:
        """Put something in place of a tag."""
        self._note(tag.start(), reason)
        self._pieces.append(markup)
        self._line += self._text.count("\n", self._done, tag.end())
        self._done = tag.end()

    def _note(self, at: int, reason: str) -> None:
        """Go on to a place, and note what is wrong there: the first time of each."""
        self._pieces.append(self._text[self._done : at])
        self._line += self._text.count("\n", self._done, at)
        self._done = at
        if reason not in self._noted:
            self._noted.add(reason)
            self.notes.append((self._line, reason))


def _local(name: str) -> str:
    return name.rpartition(":")[2]

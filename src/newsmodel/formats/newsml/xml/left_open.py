"""Comments, CDATA sections and instructions that are left open, closed where they should be."""

from __future__ import annotations

import re

__all__ = ["with_closed_sections"]

_SECTION = re.compile(r"<!\[CDATA\[|<!--|<\?")
_CLOSERS = {"<![CDATA[": "]]>", "<!--": "-->", "<?": "?>"}
_CALLED = {"<![CDATA[": "a CDATA section", "<!--": "a comment", "<?": "an instruction"}
_BOUNDARY = re.compile(
    r"<(/?)(?:[\w.-]+:)?"
    r"(?:(?:news|package|concept|knowledge|planning|catalog)Item|itemSet|newsMessage)\b"
)
"""Where an item begins or ends, or what holds items."""
_TAG = re.compile(r"<(/?)([^\W\d][^\s<>/]*+)")


def with_closed_sections(text: str) -> tuple[str, list[tuple[int | None, str]]]:
    """A document in which no section reaches from one item into the next, and what was wrong.

    One that is left open ends before the end tag of the element it stands in.
    """
    boundaries = _BOUNDARY.finditer(text)
    boundary = next(boundaries, None)
    ends = dict.fromkeys(_CLOSERS.values(), -1)
    pieces: list[str] = []
    notes: list[tuple[int | None, str]] = []
    at = done = 0
    while section := _SECTION.search(text, at):
        start, closer = section.end(), _CLOSERS[section[0]]
        if ends[closer] < start:
            found = text.find(closer, start)
            ends[closer] = len(text) if found < 0 else found
        while boundary is not None and boundary.start() < start:
            boundary = next(boundaries, None)
        at = ends[closer]
        if boundary is None or boundary.start() > at:
            continue
        stop = _end_of_element(text, start, boundary.start())
        if stop is None and not boundary[1]:
            continue  # an item as a whole stands in it
        at = boundary.start() if stop is None else stop
        pieces += [text[done:at], closer]
        done = at
        line = text.count("\n", 0, start) + 1 if len(notes) < _MOST_NOTES else None
        notes.append((line, f"{_CALLED[section[0]]} is not closed"))
    return "".join([*pieces, text[done:]]), notes[:_MOST_NOTES]


_MOST_NOTES = 20


def _end_of_element(text: str, start: int, stop: int) -> int | None:
    """Where the element ends that holds a place: at the first end tag of none that began there."""
    begun: dict[str, int] = {}
    for tag in _TAG.finditer(text, start, stop):
        name = tag[2]
        begun[name] = begun.get(name, 0) + (-1 if tag[1] else 1)
        if begun[name] < 0:
            return tag.start()
    return None

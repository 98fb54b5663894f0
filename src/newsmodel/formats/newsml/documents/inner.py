"""What is carried within a value: it stays with the element it was said of, or it is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from newsmodel.formats.newsml.carrying.completing import number_of, tag_of
from newsmodel.formats.newsml.carrying.leftovers import PART, STEPS
from newsmodel.formats.newsml.carrying.reducing import most_of
from newsmodel.formats.newsml.documents.counterparts import (
    ELEMENTS,
    TAKEN_OUT,
    counterparts,
)
from newsmodel.formats.newsml.properties.row import Row
from newsmodel.formats.newsml.xml.markup import fragment
from newsmodel.formats.newsml.xml.reading import Element
from newsmodel.formats.newsml.xml.writing import Inexact

__all__ = ["moved_within", "unplaced_within"]

_NUMBERED = re.compile(r"\[[0-9]+\]/")


def moved_within(
    row: Row, old: Any, new: Any, paths: Sequence[str]
) -> tuple[dict[str, str | None], bool]:
    """The paths of pieces within a value that was edited.

    Args:
        row: its row.
        old: the value as it was.
        new: the value.
        paths: where the pieces were.

    Returns:
        where they are now, None for what belongs to nothing that is there now; and whether any of
        these may have been edited, not taken out.
    """
    same: dict[str, str | None] = {path: path for path in paths}
    inner = [path for path in paths if len(STEPS.findall(path)) > 1]
    if not inner or old is new or old == new or new is None or new == row.nothing:
        return same, False
    was, now = most_of(row, old), most_of(row, new)
    if was is None or now is None:
        return same, False  # there is no element that they would be put into
    before, after = fragment(was), fragment(now)
    is_whole = _is_whole(row, new)
    moved: dict[str, str | None] = {}
    is_left = False
    for path in inner:
        moved[path], is_edited = _moved(before, after, path, is_whole=is_whole)
        is_left |= is_edited
    return same | moved, is_left


def _is_whole(row: Row, value: Any) -> bool:
    """Whether all of a value can be written."""
    try:
        row.write(row.name, value)
    except Inexact:
        return False
    return True


def _moved(old: Element, new: Element, path: str, *, is_whole: bool) -> tuple[str | None, bool]:
    """Where a piece is in another value, None for nowhere; and whether that was edited.

    Args:
        old: the markup of the value as it was.
        new: the markup of the value.
        path: where the piece was.
        is_whole: whether that says all of the value: what is not there is taken out.
    """
    *above, last = STEPS.findall(path)
    found: list[str] = []
    for index, step in enumerate(above):
        before, after = old.findall(tag_of(step)), new.findall(tag_of(step))
        number = number_of(step)
        if not 0 < number <= len(before) or not (after or is_whole):
            return "/".join([*found, *above[index:], last]), False
        now = counterparts(before, after, ELEMENTS)[number - 1]
        if now < 0:
            return None, now != TAKEN_OUT
        match = PART.fullmatch(step)
        name = match["name"] if match else step
        found.append(f"{name}[{now + 1}]" if now else name)
        old, new = before[number - 1], after[now]
    return "/".join([*found, last]), False


def unplaced_within(row: Row, value: Any, paths: Sequence[str]) -> list[str]:
    """The paths of pieces within a value of which nobody knows how it was, once one has no place.

    Where there are fewer elements than pieces tell of, some were taken out, and the others may
    stand in their places.

    Args:
        row: its row.
        value: the value.
        paths: where the pieces were.
    """
    numbered = [path for path in paths if _NUMBERED.search(path)]
    if not numbered or value is None or value == row.nothing or not _is_whole(row, value):
        return []
    root = fragment(row.write(row.name, value))
    gone = tuple({start for path in numbered for start in _unplaced(root, path)})
    return [path for path in paths if path.startswith(gone)] if gone else []


def _unplaced(node: Element, path: str) -> tuple[str, ...]:
    """How paths begin that lead to elements of the name of one that is not there."""
    *above, _ = STEPS.findall(path)
    for index, step in enumerate(above):
        found, number = node.findall(tag_of(step)), number_of(step)
        if not 0 < number <= len(found):
            match = PART.fullmatch(step)
            start = "/".join([*above[:index], match["name"] if match else step])
            return f"{start}/", f"{start}["
        node = found[number - 1]
    return ()

"""Dates and times as elements."""

from __future__ import annotations

from datetime import date, datetime

from newsmodel.formats.newsml.reading import Element, Reading, as_moment, as_when


def moment_in(node: Element, reading: Reading) -> datetime | None:
    """A date and time from an element; None, and noted, for what is none."""
    found = as_moment(node.text or "")
    reading.inexact |= found is None or len(node) > 0
    reading.leave_attributes(node)
    return found


def when_in(node: Element, reading: Reading) -> datetime | date | None:
    """A date, with a time or without, from an element; None, and noted, for what is neither."""
    found = as_when(node.text or "")
    reading.inexact |= found is None or len(node) > 0
    reading.leave_attributes(node)
    return found

"""Datelines: as printed, else the day in them as the language of the line prints it."""

from __future__ import annotations

from datetime import date

from newsmodel.formats._shared.escaping import attributes, text
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.elements import Element, string
from newsmodel.formats.html.pages.dates import machine_date, printed_date
from newsmodel.formats.html.pages.names import marked
from newsmodel.model import Dateline

__all__ = ["PRINTED", "dateline", "read_dateline"]

PRINTED = f"{DATA}-printed"
"""Words as the page was written: while they stand, what is known of them holds."""


def dateline(value: Dateline, language: str | None) -> str:
    """The line in a page of a language."""
    line = str(value)
    exact = value.date.isoformat() if value.date and value.text is None else None
    if value.date is None or exact is None or machine_date(value.date) != exact:
        return marked(line, value.language, language)
    day = date(value.date.year, value.date.month, value.date.day)
    words = printed_date(day, value.language or language)
    parts = filter(None, (value.place, words, value.agency))
    shown = marked(", ".join(parts), value.language, language)
    own = attributes([("datetime", exact), (PRINTED, words)])
    return shown.replace(text(words), f"<time{own}>{text(words)}</time>", 1)


def read_dateline(node: Element) -> Dateline:
    """The line as the parts of a dateline would be joined, unless its day was edited."""
    line = string(node)
    for time in node.iter("time"):
        words = time.get(PRINTED)
        if words and string(time) == words:
            line = line.replace(words, time.get("datetime", ""), 1)
    return Dateline(text=line)

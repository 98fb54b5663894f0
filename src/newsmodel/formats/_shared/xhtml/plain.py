"""Plain text as blocks: paragraphs, and tables kept as they were set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.spaces import folded
from newsmodel.model import Block, Paragraph, Preformatted

__all__ = ["BLANK_LINE", "is_data", "plain_blocks"]

BLANK_LINE = re.compile(r"\n[ \t]*\n")
"""What parts the paragraphs of plain text."""
_COLUMN = re.compile(r"\S(?:\t| {3})[ \t]*\S")
_WIDE_INDENT = re.compile(r"\n(?=[ \t]*\u3000)")
_INDENT = re.compile(r"\n(?=[ \t]{2}|\t)")


_DATA = frozenset(
    "rtf richtext css csv tab-separated-values vtt srt calendar vcard javascript ecmascript json"
    " yaml uri-list".split()
)


def is_data(content_type: str) -> bool:
    """Whether a media type is that of text which is none to read: styles, tables of values, RTF."""
    name = content_type.partition(";")[0].strip().lower().rpartition("/")[2]
    return name.removeprefix("x-").removeprefix("vnd.") in _DATA


def plain_blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of plain text: what blank lines or indentation part, else every line.

    Lines with columns keep their white space.
    """
    text = writable(text).strip("\n")
    parts = BLANK_LINE.split(text) if BLANK_LINE.search(text) else list(_lines_of(text))
    return tuple([block for part in parts for block in _plain(part)])


def _lines_of(text: str) -> Iterator[str]:
    """The lines of a text; those with columns stay together, and those that indentation parts."""
    for columns, group in groupby(text.split("\n"), lambda line: bool(_COLUMN.search(line))):
        lines = list(group)
        whole = "\n".join(lines)
        together = columns or len(_indented(whole, len(lines))) > 1
        yield from [whole] if together else lines


def _plain(part: str) -> Iterable[Block]:
    if not part.strip():
        return []
    lines = part.strip("\n").split("\n")
    if len(lines) > 1 and sum(_COLUMN.search(line) is not None for line in lines) > 1:
        return [Preformatted(content="\n".join(lines))]
    found = [folded(each).strip(" ") for each in _indented(part, len(lines))]
    return [Paragraph(content=each) for each in found if each]


def _indented(part: str, lines: int) -> list[str]:
    """The paragraphs of which the first line alone is indented, as all are in Chinese."""
    wide = _WIDE_INDENT.split(part)
    if len(wide) > 1:
        return wide
    found = _INDENT.split(part)
    # Where every line is indented, a part is set apart as a whole.
    return found if 1 < len(found) < lines and part.lstrip("\n")[:1] in " \t" else [part]

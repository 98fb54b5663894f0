"""Characters in XML that the standard lets pass, and no page can hold."""

from __future__ import annotations

import re
from typing import BinaryIO

from lxml import etree

from newsmodel.formats._shared.text import holds_last_of_plane, meant
from newsmodel.model.checks import UNWRITABLE

__all__ = ["Watched", "are_suspect", "mend"]

_CONTROL, _NO_CHARACTER = re.compile(rb"\xc2[\x80-\x9f]"), re.compile(rb"\xef\xb7[\x90-\xaf]")
_LAST = b"|".join([b"%d" % ((plane << 16) + last) for plane in range(2, 18) for last in (-2, -1)])
_REFERENCE = re.compile(
    rb"&#(?:x0*(?:7f|[89][0-9a-f]|fd[de][0-9a-f]|(?:[1-9a-f]|10)fff[ef])"
    rb"|0*(?:12[7-9]|1[345][0-9]|6[45][0-9]{3}|" + _LAST + rb"));",
    re.IGNORECASE,
)
_DECLARED = re.compile(rb"<\?xml[^<>]*?\sencoding\s*=\s*[\"']([^\"'<>]*)")
_UTF8 = frozenset({b"utf-8", b"us-ascii", b"ascii"})
_LONGEST = 32
"""As many bytes as a reference has, but for one with many zeros."""


def are_suspect(data: bytes) -> bool:
    """Whether there may be such characters in a document; quickly told of one in UTF-8."""
    return not _is_in_utf8(data) or _are_in(data)


def _is_in_utf8(data: bytes) -> bool:
    start = data[:200]
    declared = _DECLARED.search(start)
    return b"\0" not in start[:4] and (declared is None or declared[1].lower() in _UTF8)


def _are_in(data: bytes) -> bool:
    if b"\x7f" in data or _stands_in(data, b"&", _REFERENCE):
        return True
    if data.isascii():
        return False
    if _stands_in(data, b"\xc2", _CONTROL) or _stands_in(data, b"\xef", _NO_CHARACTER):
        return True
    return holds_last_of_plane(data)


def _stands_in(data: bytes, first: bytes, pattern: re.Pattern[bytes]) -> bool:
    """Whether something stands in a document that begins with a byte: few have many of it."""
    start = data.find(first)
    return start >= 0 and pattern.search(data, start) is not None


def mend(root: etree._Element) -> int | None:
    """Put those characters in their place that are meant; the line of the first, None for none."""
    line = None
    for node in root.iter():
        for name, value in (("text", node.text), ("tail", node.tail)):
            if value and UNWRITABLE.search(value):
                setattr(node, name, meant(value))
                line = line or node.sourceline
        for key, value in node.items() if isinstance(node.tag, str) else ():
            if UNWRITABLE.search(value):
                node.set(key, meant(value))
                line = line or node.sourceline
    return line


class Watched:
    """A file that notices such characters while it is read.

    Args:
        file: the file.
    """

    def __init__(self, file: BinaryIO) -> None:
        self.suspect = False
        self._file, self._end = file, b""
        self._begun = False

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._file.read(size)
        if not self.suspect:
            held = self._end + data
            self.suspect = _are_in(held) if self._begun else are_suspect(held)
            self._end, self._begun = data[-_LONGEST:], True
        return data

"""Whether a page of the library is still as it was written, and which data belong to it."""

from __future__ import annotations

import re
from zlib import crc32

from newsmodel.formats._shared.escaping import attribute
from newsmodel.formats._shared.xhtml.table import DATA

__all__ = ["DIGEST", "is_untouched", "name_of", "sealed", "their_name"]

DIGEST = f"{DATA}-digest"
"""Gives the digest of what stands in the element of an article, as it was written, and behind it
the name of the data island that was written with it."""
_START = re.compile(rf'<article\b[^<>]* {DIGEST}="([0-9a-f]{{8}})[^<>]*>\n')
_END = "\n</article>"


def sealed(content: str, data_name: str) -> str:
    """The attribute by which it is known whether the content of an article was edited since.

    Args:
        content: the content.
        data_name: the name of its data island; nothing where it has none.
    """
    return attribute(DIGEST, f"{name_of(content)} {data_name}".rstrip())


def their_name(seal: str) -> str | None:
    """The name of the data that were written with an article; None of an article without."""
    return seal.partition(" ")[2] or None


def is_untouched(page: str) -> bool:
    """Whether nobody edited the article of a page; never of one that was written without a digest.

    How its lines end does not count, nor what stands around the article.
    """
    page = page.replace("\r\n", "\n")
    found = [*_START.finditer(page)]
    if len(found) != 1:  # one of them may be in a comment
        return False
    start = found[0].end()
    end = page.find(_END, start)
    return end >= 0 and found[0][1] == name_of(page[start:end])


def name_of(content: str) -> str:
    """The name of what somebody may edit or exchange: its digest."""
    return f"{crc32(content.encode('utf-8', 'replace')):08x}"

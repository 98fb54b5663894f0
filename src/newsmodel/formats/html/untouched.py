"""Whether a page of the library is still as it was written."""

from __future__ import annotations

import re
from zlib import crc32

from newsmodel.formats._shared.escaping import attribute
from newsmodel.formats._shared.xhtml.table import DATA

__all__ = ["DIGEST", "is_untouched", "sealed"]

DIGEST = f"{DATA}-digest"
"""Gives the digest of what stands in the element of an article, as it was written."""
_GIVEN = re.compile(rf' {DIGEST}="([0-9a-f]{{8}})"')
_START, _END = '<article class="nm-article"', "\n</article>\n</main>"


def sealed(content: str) -> str:
    """The attribute by which it is known whether the content of an article was edited since."""
    return attribute(DIGEST, _digest(content))


def is_untouched(page: str) -> bool:
    """Whether nobody edited the article of a page; never of one that was written without a digest.

    How its lines end does not count.
    """
    page = page.replace("\r\n", "\n")
    start, end = page.find(_START), page.rfind(_END)
    opened = page.find(">\n", start)
    if not 0 <= start < opened < end:
        return False
    given = _GIVEN.search(page, start, opened)
    return given is not None and given[1] == _digest(page[opened + 2 : end])


def _digest(content: str) -> str:
    return f"{crc32(content.encode('utf-8', 'replace')):08x}"

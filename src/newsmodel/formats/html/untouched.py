"""Whether a page of the library is still as it was written."""

from __future__ import annotations

import re
from zlib import crc32

from newsmodel.formats._shared.escaping import attribute
from newsmodel.formats._shared.xhtml.table import DATA

__all__ = ["DIGEST", "is_untouched", "sealed"]

DIGEST = f"{DATA}-digest"
"""Gives the digest of what stands in the element of an article, as it was written."""
_ARTICLE = re.compile(
    rf'<article class="nm-article"[^>]*? {DIGEST}="([0-9a-f]{{8}})"[^>]*>\n'
    r"(.*)\n</article>\n</main>",
    re.DOTALL,
)


def sealed(content: str) -> str:
    """The attribute by which it is known whether the content of an article was edited since."""
    return attribute(DIGEST, _digest(content))


def is_untouched(page: str) -> bool:
    """Whether nobody edited the article of a page; never of one that was written without a digest.

    How its lines end does not count.
    """
    found = _ARTICLE.search(page.replace("\r\n", "\n"))
    return found is not None and found[1] == _digest(found[2])


def _digest(content: str) -> str:
    return f"{crc32(content.encode('utf-8', 'replace')):08x}"

"""Counting words."""

from __future__ import annotations

import re
from itertools import filterfalse

__all__ = ["count_words"]

# Han, kana and Thai, Lao, Khmer, Burmese: written without spaces between words.
_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
_WITHOUT_SPACES = re.compile(f"[{_SPACELESS}]")
_WORD = re.compile(rf"[{_SPACELESS}]|[^\W{_SPACELESS}]+(?:['\u2019\u02bc-][^\W{_SPACELESS}]+)*")


def count_words(text: str) -> int:
    """Number of words; in scripts without spaces each character counts as one."""
    if _WITHOUT_SPACES.search(text):
        return len(_WORD.findall(text))
    # Most pieces between spaces, commas and stops are one word each; a pattern is needed for the
    # others alone.
    pieces = text.replace(",", " ").replace(".", " ").split()
    others = list(filterfalse(str.isalnum, pieces))
    return len(pieces) - len(others) + len(_WORD.findall(" ".join(others)))

"""Counting words."""

from __future__ import annotations

import re
from itertools import filterfalse, pairwise

__all__ = ["SPACELESS", "count_words"]

# Han, kana and Thai, Lao, Khmer, Burmese: written without spaces between words.
SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
_WITHOUT_SPACES = re.compile(f"[{SPACELESS}]")
_WORD = re.compile(rf"[{SPACELESS}]|[^\W{SPACELESS}]+(?:['\u2019\u02bc-][^\W{SPACELESS}]+)*")
# What each byte of Windows-1252 is to a word: a letter, a joint between letters, or neither.
_SIGNS = bytes(range(256)).decode("cp1252", "replace")
_ROLES = "".join(
    "-" if sign in "'\u2019-" else "w" if _WORD.fullmatch(sign) else " " for sign in _SIGNS
).encode()


def count_words(text: str) -> int:
    """Number of words; in scripts without spaces each character counts as one."""
    try:
        # ASCII is a part of Windows-1252, and to encode it is many times as fast.
        roles = text.encode("ascii" if text.isascii() else "cp1252").translate(_ROLES)
    except UnicodeEncodeError:
        return _count(text)
    # Most European texts are counted in half the time, without a look at each word.
    starts = (b" " + roles.replace(b"-", b" ")).count(b" w")
    if b"-w-" not in roles:
        return starts - roles.count(b"w-w")
    parts = roles.split(b"-")  # where one letter stands between hyphens they would be missed
    return starts - sum(one[-1:] == two[:1] == b"w" for one, two in pairwise(parts))


def _count(text: str) -> int:
    """The same for any text."""
    if _WITHOUT_SPACES.search(text):
        return len(_WORD.findall(text))
    # Most pieces between spaces, commas and stops are one word each; a pattern is needed for the
    # others alone.
    pieces = text.replace(",", " ").replace(".", " ").split()
    others = list(filterfalse(str.isalnum, pieces))
    return len(pieces) - len(others) + len(_WORD.findall(" ".join(others)))

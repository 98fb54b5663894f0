"""Characters: what a caption may hold, and foldings that keep every position."""

from __future__ import annotations

import re

from newsmodel.model.checks import UNWRITABLE, meant_by

__all__ = [
    "LOWER",
    "NO_TITLE",
    "START",
    "TITLES",
    "UPPER",
    "clean",
    "folded",
    "has_case",
    "key",
    "plain",
    "squeezed",
]

_CASED = [chr(code) for code in (*range(0x41, 0x590), *range(0x1E00, 0x2000))]
UPPER = "[" + "".join(c for c in _CASED if c.isupper()) + "]"
"""A pattern for a capital, which ``re`` has no escape for."""
LOWER = "[" + "".join(c for c in _CASED if c.islower()) + "]"
"""A pattern for a small letter."""
START = rf"(?!{LOWER})[^\W\d_]"
"""A pattern for a letter a sentence or a name may begin with: a capital, or one without case."""
TITLES = frozenset("Mr Mrs Ms Dr Prof Jr Sr Rev Gen Col Capt Lt Sgt Sen Rep Gov".split())
"""What is written with a full stop that ends no sentence."""
NO_TITLE = "".join(rf"(?<!\b{title})" for title in sorted(TITLES))
"""A pattern that holds where none of them stands before."""

_CONTROLS = frozenset(map(chr, (*range(0x20), 0x7F)))

# Full-width letters and signs stand for their narrow forms, one for one.
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS = str.maketrans(
    "\u3000\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u200b\u2060\ufeff\u00ad【】〔〕［］「」『』∕⁄¦︰‐‑―〜՝ːİ",
    "            " + '[][][]""""' + "//|:--—~::I",
)
_NARROW = str.maketrans({**_WIDE, **_SIGNS})
_SQUEEZE = re.compile(r"[\s.\-‐-―'’«»\"“”]+")
_CASELESS = re.compile("[\u10d0-\u10ff]")


def clean(line: str) -> str:
    """A line that XML and HTML can hold: broken characters become U+FFFD, controls spaces.

    U+0080 to U+009F are what Windows-1252 has there. Line ends of any kind become a newline;
    everything else stays.
    """
    line = line.replace("\r\n", "\n").replace("\r", "\n")
    return UNWRITABLE.sub(lambda m: " " if m[0] in _CONTROLS else meant_by(m[0]), line)


def plain(line: str) -> str:
    """A line of the same length with narrow letters, plain spaces and plain brackets."""
    return line.translate(_NARROW)


def folded(line: str) -> str:
    """`plain` in lower case, still of the same length."""
    return plain(line).lower()


def key(words: str) -> str:
    """Words as they are looked up: folded, single spaces."""
    return " ".join(folded(words).replace("’", "'").split())


def squeezed(name: str) -> str:
    """A name as agencies are looked up: folded, without "the", spaces, hyphens, full stops."""
    return _SQUEEZE.sub("", key(name).removeprefix("the "))


def has_case(text: str) -> bool:
    """Whether a text is in a script with capitals (Georgian has them and prints none)."""
    return text.lower() != text.upper() and not _CASELESS.search(text)

"""Strings such as news holds, the troublesome ones among them."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

__all__ = ["one_word", "text"]

_WORDS = ("a", "rain", "two words", "Kyiv", "No, thanks.", "100 %", "«так»")
_SPACES = (" ", "  ", "\n", "\t", "\n\n", "\u00a0", "\u200b", "\u2028", "\u3000", "\ufeff")
_MARKUP = ("<", ">", "&", '"', "'", "<b>", "&amp;", "&#8;", "]]>", "-->", "<!--", "</script>")
_ESCAPES = ("\\", "\\u0041", "{}", "%20", "*", "_", "#", "`", "|", "://", "$.body[0]")
_SCRIPTS = (
    "Київ",
    "שלום עולם",
    "مرحبا",
    "新闻",
    "e\u0301",
    "i\u0307",
    "\U0001f469\u200d\U0001f692",
    "\U0001f1fa\U0001f1e6",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "\N{SOFT HYPHEN}",
)
_RARE = ("\ufffd", "\U0010fffd")
_AWKWARD = (*_SPACES, *_MARKUP, *_ESCAPES, *_SCRIPTS, *_RARE)

_UNWRITABLE = "".join(
    map(
        chr,
        [
            *range(9),
            *range(11, 32),
            *range(127, 160),
            *range(0xFDD0, 0xFDF0),
            *[(plane << 16) + last for plane in range(17) for last in (0xFFFE, 0xFFFF)],
        ],
    )
)
_CHARACTERS = st.characters(codec="utf-8", exclude_characters=_UNWRITABLE)
_SOLID = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp"], exclude_characters=_UNWRITABLE
)


def text(*, min_size: int = 0, awkward: bool = False) -> SearchStrategy[str]:
    """Strings that every field of words accepts: mostly short, some of them troublesome.

    Spaces at the ends, markup, escapes, scripts that run right to left and rare characters all
    occur; control characters and lone surrogates, which no format can hold, do not.

    Args:
        min_size: the least number of characters.
        awkward: whether to give mostly troublesome ones.
    """
    pieces = st.sampled_from(_WORDS + _AWKWARD * (3 if awkward else 1))
    joined = st.lists(pieces, min_size=min_size, max_size=4).map("".join)
    return joined | st.text(_CHARACTERS, min_size=min_size, max_size=8)


def one_word() -> SearchStrategy[str]:
    """Strings without white space, one character at least."""
    return st.sampled_from(("a", "20000587", "é.1-b", "新")) | st.text(
        _SOLID, min_size=1, max_size=8
    )

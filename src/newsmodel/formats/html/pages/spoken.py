"""Which language and direction things of a page are in, where nobody told."""

from __future__ import annotations

import unicodedata

from newsmodel.language import direction, guess_language
from newsmodel.model import Article, LanguageVersion
from newsmodel.model.base import changed

__all__ = ["own_direction", "spoken_in", "with_language"]

_ENOUGH = 2000
"""How many signs of an article tell its language."""
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def with_language(article: Article) -> tuple[Article, bool]:
    """The article with the language it seems to be in, and whether that was a guess.

    Browsers must be told a language, to pronounce a page, to hyphenate it and to write it in the
    right direction (WCAG 2.2, 3.1.1).
    """
    if article.language is not None:
        return article, False
    guess = spoken_in(article)
    return (changed(article, language=guess), True) if guess else (article, False)


def spoken_in(version: LanguageVersion) -> str | None:
    """The language of a version, or else the one it seems to be in; None where nothing tells."""
    if version.language is not None:
        return version.language
    guess = guess_language(_beginning(version))
    return guess.language if guess else None


def _beginning(version: LanguageVersion) -> str:
    lines = [version.headline or "", version.summary or ""]
    size = 0
    for block in version.body:
        lines.append(block.text)
        size += len(lines[-1])
        if size > _ENOUGH:
            break
    return "\n".join(lines)


def own_direction(line: str, language: str | None) -> str:
    """The attribute for a line that runs against its page, told by its first letter."""
    if line.isascii() and direction(language) == "ltr":
        return ""
    kinds = (unicodedata.bidirectional(sign) for sign in line)
    first = next((kind for kind in kinds if kind == "L" or kind in _RIGHT_TO_LEFT), None)
    if first is None:
        return ""
    own = "ltr" if first == "L" else "rtl"
    return f' dir="{own}"' if own != direction(language) else ""

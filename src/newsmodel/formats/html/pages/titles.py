"""Which text may tell of a page, and how much of it."""

from __future__ import annotations

from newsmodel.model import Access, Article

__all__ = ["is_free", "shortened"]

_ENDS = (".", "!", "?", "…", "。", "؟", "।")


def is_free(article: Article) -> bool:
    """Whether anybody may read the text without paying for it, as far as the article tells."""
    return article.access in (None, Access.FREE)


def shortened(line: str, most: int) -> str:
    """A line without breaks and of no more signs than that, cut between words.

    Where that is the end of a sentence it reads as one; else an ellipsis says that more follows.
    """
    line = " ".join(line.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    if " " in line[:most]:
        cut = cut.rpartition(" ")[0].rstrip(",;:–—- ")
    return cut if cut.endswith(_ENDS) else f"{cut}…"

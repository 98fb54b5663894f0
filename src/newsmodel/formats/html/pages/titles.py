"""What a page is called where its article has no headline, and which text may tell of it."""

from __future__ import annotations

from newsmodel.formats._shared.repeated import unrepeated
from newsmodel.model import Access, Article, Block

__all__ = ["is_free", "open_body", "page_title", "shortened"]

_LONGEST = 90
_ENDS = (".", "!", "?", "…", "。", "؟", "।")


def is_free(article: Article) -> bool:
    """Whether anybody may read the text without paying for it, as far as the article tells."""
    return article.access in (None, Access.FREE)


def open_body(article: Article) -> tuple[Block, ...]:
    """The text that anybody may be told beside the page: none where it is to be paid for.

    What only repeats the lines above it is no part of it.
    """
    return unrepeated(article) if is_free(article) else ()


def page_title(article: Article) -> str:
    """The headline, else the first words that readers see, else the id."""
    return shortened(_first_words(article), _LONGEST) or article.id


def _first_words(article: Article) -> str:
    if article.headline and article.headline.strip():
        return article.headline
    for line in (*(t.value for t in article.headlines), article.summary):
        if line and line.strip():
            return line
    captions = (c.text for image in article.images for c in image.captions)
    lines = (*(block.text for block in open_body(article)), *captions)
    return next((line for line in lines if line and line.strip()), "")


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

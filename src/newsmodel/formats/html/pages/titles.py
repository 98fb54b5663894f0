"""What a page is called where its article has no headline."""

from __future__ import annotations

from newsmodel.model import Article

__all__ = ["page_title", "shortened"]

_LONGEST = 90
_ENDS = (".", "!", "?", "…", "。", "؟", "।")


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
    lines = (*(block.text for block in article.body), *captions)
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

"""The text of an article as several parts of its page ask for it, each answer found once."""

from __future__ import annotations

from functools import cached_property
from itertools import chain

from newsmodel.formats._shared.repeated import FIRST, first_lines, repeated_in, unrepeated
from newsmodel.formats.html.pages.names import name_for
from newsmodel.formats.html.pages.titles import is_free, shortened
from newsmodel.model import Article, Block

__all__ = ["PageText"]

_LONGEST = 90


class PageText:
    """What one page asks of the text of its article.

    Args:
        article: the article, all of it public.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.repeated = repeated_in(article)
        """What of the lines above it the text says once more."""

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The text without the blocks that only repeat a line above it."""
        return unrepeated(self.article.body, self.repeated)

    @property
    def open_body(self) -> tuple[Block, ...]:
        """The same where anybody may be told of it beside the page: not if it is to be paid for."""
        return self.body if is_free(self.article) else ()

    @cached_property
    def first_lines(self) -> frozenset[str]:
        """What its first blocks say, among which lines above it are repeated."""
        return first_lines(self.article.body, FIRST)

    @cached_property
    def title(self) -> str:
        """The headline, else the first words that readers see, else the id or whose it is."""
        article = self.article
        if said := shortened(self._first_words(), _LONGEST) or article.id.strip():
            return said
        house = name_for(article.publisher or article.provider, article.language)
        return str(house or article.kind)  # no page may be without a title (HTML, 4.2.2)

    def _first_words(self) -> str:
        article = self.article
        if article.headline and article.headline.strip():
            return article.headline
        lines = chain(
            (line.value for line in article.headlines),
            (article.summary,),
            (block.text for block in self.open_body),
            (c.text for image in article.images for c in image.captions),
        )
        return next((line for line in lines if line and line.strip()), "")

"""The pages of all versions of an article, each linked to the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from newsmodel.errors import ArgumentError, OptionError
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats.html.pages.notices import notice
from newsmodel.formats.html.pages.page import Look, page
from newsmodel.formats.html.pages.versions import Place, Shared, original_of, versions_of
from newsmodel.language import normal_tag
from newsmodel.model import Article, LanguageVersion, Status, public
from newsmodel.model.article import MEDIA, exchanged
from newsmodel.model.base import changed
from newsmodel.model.expected import expect_article, expect_moment
from newsmodel.model.public import reason_not_public
from newsmodel.model.withheld import with_captions_told

__all__ = ["Site"]


class Site:
    """An article in all its languages, about to become pages.

    Args:
        article: the article.
        look: how the pages are to look.
        at: the moment of publication, by which an embargo may be over.
        override: publish even what is withheld, canceled or embargoed.
        base_url: the address of the folder the pages will be in; None where it is not known.
    """

    def __init__(
        self,
        article: Article,
        look: Look,
        *,
        at: datetime | None,
        override: bool,
        base_url: str | None,
    ) -> None:
        expect_article(article)
        expect_moment(at)
        self._article, self._look, self._at, self._override = article, look, at, override
        self._every: Sequence[LanguageVersion] = (article, *article.translations)
        self._original = original_of(self._every)
        self._names = _file_names(self._every)
        self._base_url = None if base_url is None else _folder(base_url)

    def pages(self) -> dict[str, str]:
        """The pages by the names of their files, the article's own first.

        Raises:
            NotPublicError: readers may see none of them.
        """
        made = {
            self._names[index]: self._page(index) if self._is_open(index) else self._notice(index)
            for index in range(len(self._every))
            if self._has_page(index)
        }
        if not made:
            public(self._article, at=self._at)  # tells why
        return made

    # -------------------------------------------------------------- which versions
    def _is_open(self, index: int) -> bool:
        return self._override or reason_not_public(self._every[index], self._at) is None

    def _has_page(self, index: int) -> bool:
        """Whether there is more to show of a version than its address, or to take back."""
        version = self._every[index]
        if not self._is_open(index):
            return version.status is Status.CANCELED
        return index == 0 or version.headline is not None or bool(version.body)

    # -------------------------------------------------------------- one page
    def _page(self, index: int) -> str:
        shown = public(self._turned(index), at=self._at, override=self._override)
        places, original = self._places(index)
        return page(shown, self._look, places, original, self._shared(index))

    def _shared(self, index: int) -> Shared:
        """The languages of what a version has from the article: all its own item does not say."""
        if not index:
            return Shared()
        item, theirs = self._article.translations[index - 1].item, self._article.language
        held = {name: None if item and getattr(item, name) else theirs for name in MEDIA}
        return Shared(None if item else theirs, **held)

    def _notice(self, index: int) -> str:
        """A page that takes an article back, and leads to its versions that still stand."""
        turned = self._turned(index)
        shell = changed(
            public(Article(id=turned.id, translations=turned.translations), at=self._at),
            language=turned.language,
            url=turned.url,
            corrections=turned.corrections,
        )
        return notice(shell, versions_of(shell, *self._places(index)), self._look)

    def _turned(self, index: int) -> Article:
        return exchanged(with_captions_told(self._article), index - 1) if index else self._article

    def _places(self, index: int) -> tuple[dict[int, Place], int | None]:
        """Where the pages are, as the page of one version counts them, and the original's."""
        order = list(range(len(self._every)))
        order[0], order[index] = order[index], order[0]
        order = [index, *filter(self._is_open, order[1:])]
        places = {n: self._place(i) for n, i in enumerate(order) if self._has_page(i)}
        return places, order.index(self._original) if self._original in order else None

    def _place(self, index: int) -> Place:
        name = self._names[index]
        if self._base_url is None:
            return Place(name)
        return Place(name, f"{self._base_url}/{name}")


def _folder(base_url: str) -> str:
    """The address of a folder as pages name it, without the slash at its end."""
    remedy = "give the whole address of the folder, as https://example.com/news"
    if not isinstance(base_url, str):
        raise ArgumentError(base_url, "an address, as a string,", remedy)
    written = written_link(base_url) if _WHOLE.fullmatch(base_url.strip()) else None
    if written is None:
        raise OptionError("base_url", base_url, remedy)
    return written.rstrip("/")


_WHOLE = re.compile(r"(?i)https?://[^\s/?#]+(?:/[^?#]*)?")


def _file_names(versions: Sequence[LanguageVersion]) -> list[str]:
    """A name for the page of each version, by its language; the same whatever became of others."""
    names: list[str] = []
    for version in versions:
        stem = normal_tag(version.language or "und").lower()
        taken = sum(name.partition(".")[0].partition("_")[0] == stem for name in names)
        names.append(f"{stem}_{taken + 1}.html" if taken else f"{stem}.html")
    return names

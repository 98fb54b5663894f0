"""Labels of an item for which others may be taken when it is read: by language, by role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsmodel.formats.newsml.carrying.returning import Carried
from newsmodel.formats.newsml.documents.choosing import fits, is_nearer
from newsmodel.formats.newsml.names import MEDIA, SUMMARY
from newsmodel.formats.newsml.properties.headlines import is_role_of_headline, may_be_headline
from newsmodel.formats.newsml.properties.row import Row
from newsmodel.formats.newsml.properties.simple import (
    is_role_of_caption,
    is_role_of_summary,
    role_in,
)
from newsmodel.formats.newsml.properties.table import ROWS
from newsmodel.model import Article, Dateline, Media, Rights

__all__ = ["Labels"]

_ALTERNATIVES = ("contentSet", "inlineData")
_HEADLINE = next(row for row in ROWS if row.field == "headline")
_SECTIONS = ("", "itemMeta", "contentMeta")
_LABELS = tuple([row for row in ROWS if row.chosen])


class Labels:
    """The labels of one item that is being written.

    Args:
        article: the article.
        media: the media the item is about.
        carried: what is carried for it.
    """

    def __init__(self, article: Article, media: Sequence[Media], carried: Carried) -> None:
        self._article, self._media, self._carried = article, media, carried

    def compete(self) -> bool:
        """Whether another label of its name may be read in place of one, by its language."""
        if self._carried.behind and self._carried.behind.keys() != {_ALTERNATIVES}:
            return True
        article = self._article
        if self._carried.languages(_HEADLINE) and not self._says_headline():
            return True
        beside = {name for each in _SECTIONS for name in self._carried.further(each)}
        at_hand = [row for row in _LABELS if row.name in beside]
        if any(self._is_gone(r) for r in at_hand if r.name in self._carried.readable(r.parent)):
            return True
        if article.headlines:
            beside.add("headline")
        if article.descriptions:
            beside.add("description")
        if article.credit is not None and article.kind in MEDIA:
            beside.add("creditline")
        return any(self._is_weak(row) for row in _LABELS if row.name in beside)

    def _labels(self, row: Row) -> list[Any]:
        """What the article and its media have of a label."""
        return [getattr(each, row.field, None) for each in (self._article, *self._media)]

    def _is_gone(self, row: Row) -> bool:
        """Whether a label is not there, or in no language where those beside it name theirs."""
        if all(label is None for label in self._labels(row)):
            return True
        return self._article.language is None and bool(self._carried.languages(row))

    def _is_weak(self, row: Row) -> bool:
        """Whether a label is blank, or in another language than the article."""
        labels = self._labels(row)
        tags = [label.language for label in labels if isinstance(label, Dateline)]
        tags += self._carried.languages(row)
        said = [label for label in labels if label is not None]
        blank = any(label == Rights() or not str(label).strip() for label in said)
        return blank or any(self._may_lose(tag, row) for tag in tags if tag)

    def _may_lose(self, tag: str, row: Row) -> bool:
        """Whether what stands beside a label may be nearer to the article's language than that."""
        article = self._article
        if fits(tag, article.language):
            return False
        if row.others is None or row.name in self._carried.further(row.parent):
            return True
        is_rival = is_role_of_summary if row.field == "summary" else may_be_headline
        rivals = [each for each in getattr(article, row.others) if is_rival(each.role)]
        return any(is_nearer(each.language, tag, article.language) for each in rivals)

    def mistakes(self, row: Row, markup: str, value: Any, *, touched: bool) -> bool:
        """Whether an element would be taken for another field's: a caption, the headline.

        Args:
            row: its row.
            markup: the element.
            value: what it says.
            touched: whether something is carried for the summary, or may be taken for it.
        """
        name = row.name
        role = role_in(markup) if name in ("headline", "description") else None
        if row.field == "headlines":
            if self._article.headline is None:
                return may_be_headline(role)
            return is_role_of_headline(role) and not self._says_headline()
        if row.field == "descriptions" and is_role_of_summary(role):
            # Its own role may count for less.
            return self._article.summary is None or (touched and role == SUMMARY)
        if row.field == "captions":
            return role is None and self._captions_in(value.language) > 1
        if self._article.kind not in MEDIA or row.field == "creator":
            return False
        if name in ("creator", "creditline"):
            first = "creator" if name == "creator" else "credit"
            return row in ROWS and all(getattr(m, first) is None for m in self._media)
        if name != "description":
            return False
        return is_role_of_caption(role) if role else not self._captions_in(value.language)

    def _says_headline(self) -> bool:
        """Whether the headline has no role, or one that says so: it counts before all others."""
        roles = self._carried.said(_HEADLINE.parent, _HEADLINE.name)
        return is_role_of_headline(roles.get("role") or roles.get("roleuri"))

    def _captions_in(self, language: str | None) -> int:
        """How many captions are written in a language; without one, a description may be it."""
        captions = [each for medium in self._media for each in medium.captions]
        return sum(c.text is not None and c.language == language for c in captions)

"""Pictures in a text of a feed that name the items they show.

What stands in the text is often a thumbnail, and the item has the file. So the figure shows the
picture of the item, with the caption of the text before its own. The picture in the text stays
with the article and is shown nowhere: by it the item of the text is written as it came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from newsmodel.model.article import MEDIA, Article
from newsmodel.model.base import changed
from newsmodel.model.blocks import Figure
from newsmodel.model.feeds import item_dialect
from newsmodel.model.in_text import named_item
from newsmodel.model.media import ImageCaption, Media
from newsmodel.model.tree import nodes_in, replaced, rewritten

__all__ = ["items_named", "stand_ins", "with_items_shown", "without_items_shown"]


def items_named(article: Article) -> list[str]:
    """The ids of items that pictures in the text of an article name."""
    return [name for image in article.images if (name := named_item(image)) is not None]


def with_items_shown(article: Article) -> Article:
    """An article whose figures show the items they name, where it has these."""
    pairs = _pairs(article)
    shown = _shown_in(article) if pairs else set()
    swaps = {mine: item for item, mine in pairs.items() if mine in shown and item not in shown}
    return _swapped(article, swaps, _captions_added) if swaps else article


def without_items_shown(article: Article) -> Article:
    """The article that `with_items_shown` makes this one of."""
    pairs = stand_ins(article)
    shown = _shown_in(article) if pairs else set()
    swaps = {i: mine for i, mine in pairs.items() if i in shown and _leads(article, mine, i)}
    return _swapped(article, swaps, _captions_less) if swaps else article


def stand_ins(article: Article) -> dict[str, str]:
    """The ids of pictures in the text that no figure shows, by the ids of the items they name."""
    pairs = _pairs(article)
    shown = _shown_in(article) if pairs else set()
    return {item: mine for item, mine in pairs.items() if mine not in shown}


def _pairs(article: Article) -> dict[str, str]:
    """For each item that one picture in the text names, and that is here, the id of that."""
    names = items_named(article)
    if not names or item_dialect(article) is None:
        return {}
    count, held = Counter(names), {medium.id for medium in _media(article)}
    return {
        name: image.id or ""
        for image in article.images
        if (name := named_item(image)) in held and name is not None and count[name] == 1
    }


def _media(article: Article) -> tuple[Media, ...]:
    return (*article.images, *article.videos, *article.audios)


def _shown_in(article: Article) -> set[str]:
    """The ids of what figures show, in whatever language."""
    bodies = [article.body, *(each.body for each in article.translations)]
    return {n.image_id for body in bodies for n in nodes_in(body) if isinstance(n, Figure)}


def _captions_of(article: Article, ident: str) -> tuple[ImageCaption, ...]:
    return next(medium.captions for medium in _media(article) if medium.id == ident)


def _leads(article: Article, mine: str, item: str) -> bool:
    """Whether the captions of the item begin with those in the text, as they were put there."""
    first = _captions_of(article, mine)
    return _captions_of(article, item)[: len(first)] == first


Captions = tuple[ImageCaption, ...]


def _captions_added(own: Captions, in_text: Captions) -> Captions:
    return (*in_text, *own)


def _captions_less(own: Captions, in_text: Captions) -> Captions:
    return own[len(in_text) :]


def _swapped(
    article: Article, swaps: Mapping[str, str], captions: Callable[[Captions, Captions], Captions]
) -> Article:
    """The article with each figure showing the other, and the captions of the items changed."""

    def rewrite(node: Any) -> Any:
        other = swaps.get(node.image_id) if isinstance(node, Figure) else None
        return node if other is None else changed(node, image_id=other)

    translations = tuple(
        [replaced(each, "body", rewritten(each.body, rewrite)) for each in article.translations]
    )
    in_text = {
        name: image.captions for image in article.images if (name := named_item(image)) is not None
    }
    items = {*swaps, *swaps.values()}
    media = {
        name: tuple([
            changed(medium, captions=captions(medium.captions, in_text[medium.id]))
            if medium.id in items and medium.id in in_text
            else medium
            for medium in getattr(article, name)
        ])
        for name in MEDIA
    }  # fmt: skip
    body = rewritten(article.body, rewrite)
    return changed(article, body=body, translations=translations, **media)

"""Pictures, videos and sounds in a text of a feed that name the items they show.

What stands in the text is often a thumbnail, and the item has the file. So the figure shows the
picture of the item, with the caption of the text before its own. The picture in the text stays
with the article and is shown nowhere: by it the item of the text is written as it came.

Where several pictures name one item, which figure showed which could not be told afterwards. They
keep their figures, and each turns into the picture of the item when the article is published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from newsmodel.model.article import MEDIA, Article
from newsmodel.model.base import changed
from newsmodel.model.blocks import Figure
from newsmodel.model.gathering.feeds import item_dialect
from newsmodel.model.gathering.named_media import with_words
from newsmodel.model.in_text import named_item
from newsmodel.model.media import Image, ImageCaption, Media
from newsmodel.model.tree import nodes_in, replaced, rewritten

__all__ = [
    "items_named",
    "stand_ins",
    "with_captions_of_items",
    "with_items_for_names",
    "with_items_shown",
    "without_items_shown",
]


def items_named(article: Article) -> list[str]:
    """The ids of items that media in the text of an article name."""
    return [name for each in _media(article) if (name := named_item(each)) is not None]


def with_items_shown(article: Article) -> Article:
    """An article whose figures show the items they name, where it has these."""
    named = _by_one(_named(article))
    shown = _shown_in(article) if named else set()
    swaps = {mine: item for mine, item in named.items() if mine in shown and item not in shown}

    def captions(own: Captions, in_text: Captions) -> Captions:
        return _captions_added(own, in_text, article.language)

    return _swapped(article, swaps, captions) if swaps else article


def without_items_shown(article: Article) -> Article:
    """The article that `with_items_shown` makes this one of."""
    named = _by_one(stand_ins(article))
    shown = _shown_in(article) if named else set()
    swaps = {i: mine for mine, i in named.items() if i in shown and _leads(article, mine, i)}
    return _swapped(article, swaps, _captions_less) if swaps else article


def with_items_for_names(article: Article) -> Article:
    """The article, each medium that a figure shows being that of the item it names."""
    named = _named(article)
    shown = _shown_in(article) if named else set()
    named = {mine: item for mine, item in named.items() if mine in shown}
    if not named:
        return article
    naming = [medium for medium in _media(article) if medium.id in named]

    def turned(medium: Media) -> Iterator[Media]:
        mine = [each for each in naming if named[each.id or ""] == medium.id]
        if medium.id not in named and (not mine or medium.id in shown):
            yield medium
        for each in mine:
            told = _captions_joined(medium.captions, each.captions, article.language)
            yield changed(medium, id=each.id, captions=told)

    media = {n: tuple([m for each in getattr(article, n) for m in turned(each)]) for n in MEDIA}
    return changed(article, **media)


def with_captions_of_items(
    article: Article, media: Mapping[str | None, Media]
) -> dict[str | None, Media]:
    """Media, by id, as texts in any language show them: the captions of their items are theirs.

    Args:
        article: the article.
        media: its media; those that name an item come with captions in the language of the article.
    """
    named = _named(article)
    items = {medium.id: medium for medium in _media(article)} if named else {}
    found = dict(media)
    for mine, name in named.items():
        told = _tagged(media[mine].captions, article.language)
        captions = _captions_joined(items[name].captions, told, article.language)
        found[mine] = changed(media[mine], captions=captions)
    return found


def stand_ins(article: Article) -> dict[str, str]:
    """The ids of media in the text that no figure shows, each with the id of its item."""
    named = _named(article)
    shown = _shown_in(article) if named else set()
    return {mine: item for mine, item in named.items() if mine not in shown}


def _named(article: Article) -> dict[str, str]:
    """The ids of media in the text that name an item which is here, each with the id of that.

    A picture may stand for a video; what plays is of the kind of its item.
    """
    if item_dialect(article) is None:
        return {}
    naming = [(m, name) for m in _media(article) if (name := named_item(m)) is not None]
    held = {medium.id: medium for medium in _media(article)} if naming else {}
    return {
        medium.id or "": name
        for medium, name in naming
        if name in held and isinstance(medium, (Image, type(held[name])))
    }


def _by_one(named: Mapping[str, str]) -> dict[str, str]:
    """Those that are the only ones to name their items."""
    count = Counter(named.values())
    return {mine: item for mine, item in named.items() if count[item] == 1}


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
    in_text, captions = _captions_of(article, mine), _captions_of(article, item)
    own = _captions_less(captions, in_text)
    return captions == _captions_added(own, in_text, article.language)


Captions = tuple[ImageCaption, ...]


def _captions_added(own: Captions, in_text: Captions, language: str | None) -> Captions:
    return (*_told(in_text, own, language), *own)


def _captions_less(own: Captions, in_text: Captions) -> Captions:
    return own[len(in_text) :]


def _captions_joined(own: Captions, in_text: Captions, language: str | None) -> Captions:
    told = _told(in_text, own, language)
    return (*told, *[each for each in own if each not in told])


def _told(in_text: Captions, own: Captions, language: str | None) -> Captions:
    """The captions of a text, in its language where those of the item would be chosen for it.

    Args:
        in_text: the captions of the text.
        own: those of the item.
        language: the language of the text.
    """
    told = with_words(in_text, own)
    rival = Media(captions=own).caption_in(language)
    if language is None or rival is None or rival.language is None:
        return told
    return _tagged(told, language)


def _tagged(captions: Captions, language: str | None) -> Captions:
    return tuple([c if c.language else changed(c, language=language) for c in captions])


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
        name: medium.captions
        for medium in _media(article)
        if (name := named_item(medium)) is not None
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

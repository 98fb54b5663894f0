"""What figures show that name items: the pictures, files and captions of these.

What stands in the text of a feed is often a thumbnail, and the item has the file. So the figure
shows the picture of the item, with the caption of the text before its own. The picture in the text
stays with the article and is shown nowhere: by it the item of the text is written as it came. One
that has no file at all gets those of the item.

Where several pictures name one item, which figure showed which could not be told afterwards. They
keep their figures, and each turns into the picture of the item when the article is published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from newsmodel.model.article import MEDIA, Article
from newsmodel.model.base import changed, fields_of
from newsmodel.model.blocks import Figure
from newsmodel.model.gathering.shown_items import (
    in_figures_of,
    items_by_names,
    media_in,
    named_by,
    stand_ins,
)
from newsmodel.model.in_text import named_item
from newsmodel.model.media import Image, ImageCaption, Media
from newsmodel.model.tree import replaced, rewritten

__all__ = [
    "alone",
    "completed",
    "with_captions_of_items",
    "with_items_for_names",
    "with_items_shown",
    "without_items_shown",
]

Captions = tuple[ImageCaption, ...]


def with_items_shown(article: Article) -> Article:
    """An article whose figures show the items they name, where it has these."""
    named = _by_one(items_by_names(article))
    shown = in_figures_of(article) if named else set()
    swaps = {mine: item for mine, item in named.items() if mine in shown and item not in shown}

    def captions(own: Captions, in_text: Captions) -> Captions:
        return _captions_added(own, in_text, article.language)

    return _swapped(article, swaps, captions) if swaps else article


def without_items_shown(article: Article) -> Article:
    """The article that `with_items_shown` makes this one of."""
    named = _by_one(stand_ins(article))
    shown = in_figures_of(article) if named else set()
    swaps = {i: mine for mine, i in named.items() if i in shown and _leads(article, mine, i)}
    return _swapped(article, swaps, _captions_less) if swaps else article


def with_items_for_names(article: Article) -> Article:
    """The article, each medium that a figure shows being that of the item it names."""
    named = items_by_names(article)
    shown = in_figures_of(article) if named else set()
    named = {mine: item for mine, item in named.items() if mine in shown}
    if not named:
        return article
    naming = [medium for medium in media_in(article) if medium.id in named]

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
    named = items_by_names(article)
    items = {medium.id: medium for medium in media_in(article)} if named else {}
    found = dict(media)
    for mine, name in named.items():
        told = _tagged(media[mine].captions, article.language)
        captions = _captions_joined(items[name].captions, told, article.language)
        found[mine] = changed(media[mine], captions=captions)
    return found


def _by_one(named: Mapping[str, str]) -> dict[str, str]:
    """Those that are the only ones to name their items."""
    count = Counter(named.values())
    return {mine: item for mine, item in named.items() if count[item] == 1}


def _captions_of(article: Article, ident: str) -> tuple[ImageCaption, ...]:
    return next(medium.captions for medium in media_in(article) if medium.id == ident)


def _leads(article: Article, mine: str, item: str) -> bool:
    """Whether the captions of the item begin with those in the text, as they were put there."""
    in_text, captions = _captions_of(article, mine), _captions_of(article, item)
    own = _captions_less(captions, in_text)
    return captions == _captions_added(own, in_text, article.language)


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
    told = _with_words_of(in_text, own)
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
        for medium in media_in(article)
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


# ------------------------------------------------------------------ that have no file
def completed(image: Image, sources: Iterable[Media]) -> Image:
    """The picture with the files of the source that it names, and what else it does not say."""
    ident = named_by(image)
    if ident is None or len(image.renditions) > 1:
        return image
    found = (each for each in sources if each.id == ident and isinstance(each, Image))
    source = next(found, None)
    return image if source is None else _completed(image, source)


def alone(image: Image, sources: Iterable[Media], said: str) -> Image:
    """The picture as the text alone tells it: without what its source has given it.

    Args:
        image: the picture.
        sources: what it may name.
        said: the markup of the text; the words of a caption that it does not hold are the source's.
    """
    ident = named_by(image)
    if ident is None or len(image.renditions) == 1:
        return image
    for source in sources:
        if source.id == ident and isinstance(source, Image):
            own = image.captions
            given = any(each.text is not None and each.text not in said for each in own)
            less = [tuple(map(fewer, own)) for fewer in (_mute, _credited, _wordless)]
            for captions in ((), *less, own) if given else (own, ()):
                mere = Image(id=image.id, renditions=image.renditions[:1], captions=captions)
                if _completed(mere, source) == image:
                    return mere
    return image


_OWN = frozenset({"id", "version", "renditions", "captions", "extensions", "item"})
_GIVEN = tuple([field.name for field in fields_of(Image) if field.name not in _OWN])
"""What else a picture has of its source; orders not to show it are among them."""

_CREDIT = ("credit", "photographers", "agencies", "label")


def _completed(image: Image, source: Image) -> Image:
    return changed(
        image,
        renditions=(*image.renditions, *source.renditions),
        captions=_with_words_of(image.captions, source.captions) or source.captions,
        **{name: getattr(source, name) for name in _GIVEN},
    )


def _with_words_of(in_text: Iterable[ImageCaption], own: tuple[ImageCaption, ...]) -> Captions:
    """The captions of a text; where one is an alternative text or a credit, the item has the words.

    Args:
        in_text: the captions of the text.
        own: those of the item.
    """
    source = Media(captions=own)
    return tuple([
        each
        if each != _wordless(each) or (words := source.caption_in(each.language)) is None
        else _with_words(each, words)
        for each in in_text
    ])  # fmt: skip


def _with_words(caption: ImageCaption, words: ImageCaption) -> ImageCaption:
    alt_text = caption.alt_text or words.alt_text
    told = changed(words, language=caption.language, alt_text=alt_text)
    if caption.credit is None:
        return told
    printed = told.printed if told.text is None else None  # it would tell another credit
    return changed(told, printed=printed, **_credit(caption))


def _wordless(caption: ImageCaption) -> ImageCaption:
    return changed(_mute(caption), **_credit(caption))


def _mute(caption: ImageCaption) -> ImageCaption:
    return ImageCaption(language=caption.language, alt_text=caption.alt_text)


def _credited(caption: ImageCaption) -> ImageCaption:
    return changed(_wordless(caption), alt_text=None)


def _credit(caption: ImageCaption) -> dict[str, Any]:
    return {name: getattr(caption, name) for name in _CREDIT}

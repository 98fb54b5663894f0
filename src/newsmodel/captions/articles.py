"""The captions of an article taken apart, where their lines end with a credit."""

from __future__ import annotations

from typing import TypeVar

import attrs

from newsmodel.captions.parse import parse_caption
from newsmodel.model import Article, ImageCaption, Media
from newsmodel.model.expected import expect_article

__all__ = ["parse_captions"]

M = TypeVar("M", bound=Media)


def parse_captions(article: Article) -> Article:
    """The article with the credits of its pictures told apart from their captions.

    Agencies print them in one line, and readers of feeds leave it whole: "The bridge at dawn.
    Photo: Jane Doe/AFP". Captions that know their credit already, and those without one, stay.

    Raises:
        ArgumentError: it is no article.
    """
    expect_article(article)
    return attrs.evolve(
        article,
        images=_each(article.images, article.language),
        videos=_each(article.videos, article.language),
        audios=_each(article.audios, article.language),
    )


def _each(media: tuple[M, ...], language: str | None) -> tuple[M, ...]:
    return tuple([_medium(medium, language) for medium in media])


def _medium(medium: M, language: str | None) -> M:
    captions = tuple([_caption(caption, language) for caption in medium.captions])
    return medium if captions == medium.captions else attrs.evolve(medium, captions=captions)


def _caption(caption: ImageCaption, language: str | None) -> ImageCaption:
    known = caption.credit or caption.photographers or caption.agencies or caption.label
    if known or not caption.text:
        return caption
    parsed = parse_caption(caption.text, caption.language or language)
    if parsed.credit is None:
        return caption
    return attrs.evolve(
        caption,
        text=parsed.text,
        credit=parsed.credit,
        label=parsed.label,
        photographers=parsed.photographers,
        agencies=parsed.agencies,
        printed=caption.printed or parsed.printed,
    )

"""The captions of an article taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given

from newsmodel import Article, Image, ImageCaption, Video
from newsmodel.captions import parse_captions
from newsmodel.errors import ArgumentError
from newsmodel.formats import json, newsml
from newsmodel.testing import examples, strategies

LINE = "The mill at dawn. Foto: Jane Doe/AFP"


def of(*captions: ImageCaption, **fields: object) -> tuple[ImageCaption, ...]:
    image = Image(captions=captions)
    return parse_captions(Article(id="urn:x:1", images=(image,), **fields)).images[0].captions  # type: ignore[arg-type]  # whatever fields


def test_a_credit_at_the_end_of_the_line_is_told_apart() -> None:
    (caption,) = of(ImageCaption(language="de", text=LINE, alt_text="A mill"))
    assert caption == ImageCaption(
        language="de",
        text="The mill at dawn.",
        alt_text="A mill",
        credit="Jane Doe/AFP",
        label="Foto",
        photographers=("Jane Doe",),
        agencies=("AFP",),
        printed=LINE,
    )


@pytest.mark.parametrize(
    "caption",
    [
        ImageCaption(text="The mill at dawn."),
        ImageCaption(text=LINE, credit="Sam Roe"),
        ImageCaption(text=LINE, photographers=("Sam Roe",)),
        ImageCaption(alt_text=LINE),
        ImageCaption(),
    ],
)
def test_what_has_none_or_knows_it_stays(caption: ImageCaption) -> None:
    assert of(caption) == (caption,)


def test_the_language_of_the_article_helps_where_a_caption_has_none() -> None:
    (caption,) = of(ImageCaption(text=LINE), language="de")
    assert (caption.credit, caption.language) == ("Jane Doe/AFP", None)


def test_videos_and_sounds_have_captions_too() -> None:
    video = Video(captions=(ImageCaption(text=LINE),))
    assert parse_captions(Article(id="urn:x:1", videos=(video,))).videos[0].captions[0].label


def test_it_is_for_articles() -> None:
    with pytest.raises(ArgumentError):
        parse_captions("text")  # type: ignore[arg-type]  # as a user might


@given(strategies.articles())
def test_a_second_time_changes_nothing(article: Article) -> None:
    once = parse_captions(article)
    assert parse_captions(once) == once


def test_what_is_told_apart_comes_back_from_systems() -> None:
    image = Image(captions=(ImageCaption(text=LINE),))
    once = parse_captions(examples.an_article(images=(image,)))
    for format in (json, newsml):
        assert format.loads(format.dumps(once)).images == once.images

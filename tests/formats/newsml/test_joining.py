"""Several articles in one newsMessage: each comes back as it was, or it is said."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from newsmodel import LossError
from newsmodel.formats import newsml
from newsmodel.model import (
    Article,
    Figure,
    Header,
    Image,
    ImageCaption,
    Kind,
    Paragraph,
    Translation,
)
from newsmodel.testing import strategies
from tests.formats.newsml.documents import news_item

PHOTO = Image(id="urn:photo:1", captions=(ImageCaption(text="The bridge at noon."),))
OTHER = Image(id="urn:photo:1", captions=(ImageCaption(text="The ferry at dawn."),))
PICTURE = Article(id="urn:photo:1", kind=Kind.PICTURE, images=(Image(credit="Ann Lee"),))
GERMAN = Translation(language="de", headline="Brücke", body=[Paragraph(content="Sie ist zu.")])
HEADER = Header(sent=datetime(2030, 1, 1, tzinfo=UTC))


def story(number: int, **more: Any) -> Article:
    return Article(
        id=f"urn:story:{number}",
        language="en",
        headline=f"Story {number}",
        body=(Paragraph(content="It rained."),),
        **more,
    )


def together(*articles: Article) -> tuple[bytes, tuple[str, ...]]:
    """Their message, and the places of what it does not carry."""
    file = BytesIO()
    lost = newsml.dump_all(articles, file)
    return file.getvalue(), tuple(loss.path for loss in lost)


def back(data: bytes) -> list[Article]:
    return list(newsml.iterload(BytesIO(data)))


def faults(data: bytes) -> list[str]:
    """What the schema of the standard says against a message."""
    return [str(each) for each in newsml.check(data) if each.rule.startswith("schema.")]


CAN_MEET = {
    "translations": (story(1, translations=[GERMAN]), story(2, translations=[GERMAN])),
    "one photo": (story(1, images=[PHOTO]), story(2, images=[PHOTO])),
    "one photo, captions": (story(1, images=[PHOTO]), story(2, images=[OTHER])),
    "one photo, dates": (
        story(1, images=[PHOTO]),
        story(2, images=[PHOTO], version_created=HEADER.sent),
    ),
    "two versions": (
        story(1, version=1, translations=[GERMAN]),
        story(1, version=2, translations=[GERMAN]),
    ),
    "the same twice": (story(1, translations=[GERMAN]), story(1, translations=[GERMAN])),
    "shown, and not there": (
        story(1, images=[PHOTO]),
        Article(id="urn:story:2", body=(Figure(image_id="urn:photo:1"),)),
    ),
    "made of a translation": (
        story(1, translations=[Translation(id="urn:story:1:de", language="de", headline="Brücke")]),
        Article(id="urn:story:3", language="fr", headline="Pont", source_id="urn:story:1:de"),
    ),
    "a photo that is a story": (
        story(1, images=[PHOTO]),
        PICTURE,
    ),
}


@pytest.mark.parametrize("articles", CAN_MEET.values(), ids=CAN_MEET)
def test_what_goes_in_comes_out(articles: tuple[Article, ...]) -> None:
    for order in (articles, articles[::-1], (story(8, images=[PHOTO]), *articles, story(9))):
        data, lost = together(*order)
        assert back(data) == list(order)
        assert list(newsml.loads_message(data).gather()) == list(order)
        assert lost == ()
        assert faults(data) == []


def test_a_photo_of_which_both_say_the_same_is_one_item() -> None:
    data, _ = together(*CAN_MEET["one photo"])
    items = [item.id for item in newsml.loads_message(data).articles]
    assert items == ["urn:story:1", "urn:photo:1", "urn:story:2"]


def test_headers_of_several_are_lost_and_it_is_said() -> None:
    first, second = (story(number, message_header=HEADER) for number in (1, 2))
    data, lost = together(first, second)
    assert lost == ("$[1].message_header", "$[1].message_header")
    assert [article.message_header for article in back(data)] == [None, None]
    assert together(first)[1] == ()
    assert back(together(first)[0]) == [first]
    with pytest.raises(LossError, match=r"\$\[1\]\.message_header: .*'urn:story:1', written"):
        newsml.dump_all([first, story(2)], BytesIO(), on_loss="raise")


@pytest.mark.parametrize(
    "articles",
    [
        (story(1), Article(id="b", language="de", headline="Brücke", source_id="urn:story:1")),
        (
            Article(id="b", body=(Figure(image_id="urn:photo:1"),)),
            PICTURE,
        ),
    ],
    ids=["a translation of the other", "a picture the other shows"],
)
def test_two_that_would_be_read_as_one_are_said(articles: tuple[Article, ...]) -> None:
    for order in (articles, articles[::-1]):
        data, lost = together(*order)
        assert len(back(data)) == 1
        assert lost == ("$[1]",)
    file = BytesIO()
    with pytest.raises(LossError, match="read as one article"):
        newsml.dump_all(articles, file, on_loss="raise")
    assert file.getvalue() == b""


def test_ids_within_items_that_stand_twice_are_said() -> None:
    body = '<remoteContent id="file" href="https://example.org/a.pdf"/>'
    documents = [
        news_item(attributes=f'guid="{name}" xml:lang="en"', body=body) for name in ("a", "b")
    ]
    data, lost = together(*map(newsml.loads, documents))
    assert lost == ("$[1]",)
    assert len(faults(data)) == 1


@settings(max_examples=30)
@given(st.lists(strategies.articles(), min_size=2, max_size=3), st.data())
def test_whatever_is_not_said_comes_back(articles: list[Article], data: st.DataObject) -> None:
    names = st.sampled_from(["a", "b", "p"])
    meeting = [attrs.evolve(article, id=data.draw(names)) for article in articles]
    document, lost = together(*meeting)
    assert [*lost] == [path for path in lost if path.endswith("message_header")]
    assert back(document) == [attrs.evolve(article, message_header=None) for article in meeting]

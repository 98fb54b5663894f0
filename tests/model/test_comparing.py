"""What changed between two articles."""

from __future__ import annotations

import attrs
from hypothesis import given

from newsmodel import Article, Image, ImageCaption, Message, Paragraph, Translation, changes
from newsmodel.testing import strategies

BEFORE = Article(
    id="urn:x",
    language="en",
    headline="Ferry to sail",
    body=[
        "The council voted for it on Tuesday evening.",
        "Two hundred pupils travel the road every day.",
        "The first boat leaves at six.",
    ],
    keywords=["ferry", "river"],
    translations=(
        Translation(language="uk", headline="Пором"),
        Translation(language="pl", headline="Prom"),
    ),
    images=(Image(id="a", captions=(ImageCaption(language="en", text="The landing stage"),)),),
)


def places(after: Article) -> list[str]:
    return [change.path for change in changes(BEFORE, after)]


@given(strategies.articles())
def test_equal_articles_have_no_changes(article: Article) -> None:
    assert changes(article, article) == ()


@given(strategies.articles(), strategies.articles())
def test_articles_that_differ_have_some(one: Article, other: Article) -> None:
    assert bool(changes(one, other)) == (one != other)


def test_a_field() -> None:
    (change,) = changes(BEFORE, attrs.evolve(BEFORE, headline="Ferry sails"))
    assert (change.path, change.before, change.after) == (
        "$.headline",
        "Ferry to sail",
        "Ferry sails",
    )


def test_a_paragraph_that_was_edited_is_one_change() -> None:
    body = list(BEFORE.body)
    body[1] = Paragraph(content="Three hundred pupils travel the road every day.")
    (change,) = changes(BEFORE, attrs.evolve(BEFORE, body=body))
    assert change.path == "$.body[1]"
    assert (change.before, change.after) == (BEFORE.body[1], body[1])


def test_a_paragraph_put_in_moves_no_other() -> None:
    new = Paragraph(content="Nobody spoke against it.")
    (change,) = changes(BEFORE, attrs.evolve(BEFORE, body=[BEFORE.body[0], new, *BEFORE.body[1:]]))
    assert (change.path, change.before, change.after) == ("$.body[1]", None, new)


def test_a_paragraph_replaced_by_another_is_one_out_one_in() -> None:
    new = Paragraph(content="Nobody spoke against it.")
    found = changes(BEFORE, attrs.evolve(BEFORE, body=[new, *BEFORE.body[1:]]))
    assert [(change.before, change.after) for change in found] == [(BEFORE.body[0], new)] or [
        (change.before, change.after) for change in found
    ] == [(BEFORE.body[0], None), (None, new)]


def test_translations_belong_together_by_language_whatever_their_order() -> None:
    ukrainian, polish = BEFORE.translations
    turned = attrs.evolve(polish, headline="Prom wraca"), ukrainian
    found = changes(BEFORE, attrs.evolve(BEFORE, translations=turned))
    assert any(change.after == "Prom wraca" or change.after == turned[0] for change in found)


def test_a_caption_is_named_by_its_own_place() -> None:
    (image,) = BEFORE.images
    caption = attrs.evolve(image.captions[0], text="The old landing stage")
    after = attrs.evolve(BEFORE, images=(attrs.evolve(image, captions=(caption,)),))
    assert places(after) == ["$.images[0].captions[0].text"]


def test_messages_are_compared_item_by_item() -> None:
    other = attrs.evolve(BEFORE, headline="Ferry sails")
    (change,) = changes(Message(items=(BEFORE,)), Message(items=(other,)))
    assert change.path == "$.items[0].headline"

"""What comes in."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from publisher.importing import prepared, stories

import newsmodel
from newsmodel.formats import newsml
from newsmodel.testing import examples, strategies
from newsmodel.testing.assertions import assert_nothing_lost


def test_every_format_gives_the_same_story(newsmodel_story):
    for format in ("json", "newsml"):
        (story,) = stories([newsmodel_story[format]], {})
        assert story.languages == ("en", "uk", "pl")
        assert [str(quote.speaker) for quote in story.quotes][:2] == [
            "Petro Danylenko",
            "Olha Marchuk",
        ]


def test_captions_and_credits_survive(newsmodel_story):
    (story,) = stories([newsmodel_story["newsml"]], {})
    captions = {caption.language: caption for caption in story.images[0].captions}
    assert captions["uk"].text == "Капітанка порома Ольга Марчук на пристані у Вільховому"
    assert captions["en"].photographers == ("Marta Ivchenko",)


def test_awkward_feeds_are_read(newsmodel_awkward):
    rejected = {}
    assert stories([newsmodel_awkward.path], rejected), newsmodel_awkward.about
    assert not rejected


def test_broken_feeds_are_rejected_with_a_reason(newsmodel_refused):
    rejected = {}
    stories([newsmodel_refused.path], rejected)
    assert rejected[newsmodel_refused.path]


@pytest.mark.parametrize("names", ["12", "21"], ids=["in order", "in disorder"])
def test_the_newest_version_counts(tmp_path, names):
    first = examples.an_article()
    second = evolve(first, version=2, headline="Market to go after all")
    for name, article in zip(names, (first, second), strict=True):
        newsmodel.write(article, tmp_path / f"{name}.newsml.xml")
    (story,) = stories(sorted(tmp_path.iterdir()), {})
    assert story.headline == "Market to go after all"


@settings(max_examples=50, deadline=None)
@given(strategies.articles(for_format="newsml"))
def test_importing_loses_nothing(article):
    again = newsml.loads(newsml.dumps(article))
    assert prepared(again).text == again.text
    assert_nothing_lost(evolve(again, body=()), evolve(prepared(again), body=()))


@pytest.mark.parametrize("format", ["newsml", "json"])
def test_a_kill_is_a_story_too(tmp_path, format):
    suffix = {"newsml": ".newsml.xml", "json": ".json"}[format]
    newsmodel.write(examples.an_article(), tmp_path / f"1{suffix}")
    newsmodel.write(examples.killed(), tmp_path / f"2{suffix}")
    (story,) = stories(sorted(tmp_path.iterdir()), {})
    assert story.status is newsmodel.Status.CANCELED

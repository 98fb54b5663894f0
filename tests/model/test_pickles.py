"""Objects are pickled small, and come back as they were."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given

from newsmodel.formats import json
from newsmodel.model import Article, Concept, Problem
from newsmodel.testing import examples, strategies
from newsmodel.testing.assertions import assert_same_article


@given(strategies.articles() | strategies.messages())
def test_they_come_back(thing: object) -> None:
    for protocol in (2, pickle.HIGHEST_PROTOCOL):
        again = pickle.loads(pickle.dumps(thing, protocol))
        assert type(again) is type(thing)
        assert again == thing
        assert repr(again) == repr(thing)
        assert hash(again) == hash(thing)


@pytest.mark.parametrize("name", examples.examples())
def test_they_are_not_much_larger_than_json(name: str) -> None:
    article = examples.examples()[name]
    assert len(pickle.dumps(article)) < 1.3 * len(json.dumps(article).encode()) + 300


def test_findings_are_pickled_too() -> None:
    article = Article(id="a", findings=(Problem(rule="r", message="m"),))
    assert pickle.loads(pickle.dumps(article)).findings == article.findings


def test_what_comes_back_is_frozen() -> None:
    again = pickle.loads(pickle.dumps(Concept(qcode="a:b")))
    with pytest.raises(AttributeError):
        again.qcode = "c:d"


def test_copies_are_equal() -> None:
    article = examples.full_featured()
    assert_same_article(copy.copy(article), article)
    assert_same_article(copy.deepcopy(article), article)

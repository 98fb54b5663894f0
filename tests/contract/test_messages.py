"""The laws of formats that carry messages."""

from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from newsmodel.errors import MultipleArticlesError
from newsmodel.model import Article, Message
from newsmodel.testing import examples, strategies
from newsmodel.testing.assertions import assert_same_article


@given(st.data())
def test_a_message_is_read_back(for_systems: Any, data: st.DataObject) -> None:
    message = data.draw(strategies.messages(for_format=for_systems.name))
    document = for_systems.module.dumps(message)
    assert_same_article(for_systems.module.loads_message(document), message)


def test_the_example_is_read_back(for_systems: Any) -> None:
    message = examples.a_message()
    document = for_systems.module.dumps(message)
    assert_same_article(for_systems.module.loads_message(document), message)
    assert for_systems.module.dumps(message) == document


def test_an_article_of_a_message_is_read_with_what_belongs_to_it(for_systems: Any) -> None:
    message = examples.a_message()
    (expected,) = message.gather()
    assert_same_article(for_systems.module.loads(for_systems.module.dumps(message)), expected)


@pytest.mark.parametrize("count", [0, 2])
def test_one_article_is_read_only_where_there_is_one(for_systems: Any, count: int) -> None:
    message = Message(items=tuple(Article(id=f"x-{n}", headline="h") for n in range(count)))
    document = for_systems.module.dumps(message)
    with pytest.raises(MultipleArticlesError) as caught:
        for_systems.module.loads(document)
    assert (caught.value.format, caught.value.count) == (for_systems.name, count)


def test_all_articles_are_read_one_after_another(for_systems: Any, tmp_path: Any) -> None:
    articles = [attrs.evolve(a, message_header=None) for a in examples.examples().values()]
    articles = list({article.id: article for article in articles}.values())
    path = tmp_path / "message"
    for_systems.module.dump(Message(items=tuple(articles)), path)
    ids = [article.id for article in for_systems.module.iterload(path)]
    assert ids == [article.id for article in articles]


def test_an_edit_of_one_item_leaves_the_others(for_systems: Any) -> None:
    message = examples.a_message()
    first, *others = message.items
    assert isinstance(first, Article)
    edited = Message(header=message.header, items=(attrs.evolve(first, headline="Edited"), *others))
    again = for_systems.module.loads_message(for_systems.module.dumps(edited))
    assert_same_article(again, edited)

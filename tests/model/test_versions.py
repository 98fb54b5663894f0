import pytest
from hypothesis import given, strategies as st

from newsmodel.model import Article, OtherItem, Package, Status, latest
from newsmodel.testing import strategies

FIRST = Article(id="a", version=1, headline="Rain")
SECOND = Article(id="a", version=2, headline="More rain")
KILL = Article(id="a", version=3, status=Status.CANCELED)
OTHER = Article(id="b")


def test_the_highest_version_of_each_id_is_kept_where_the_id_first_came() -> None:
    assert latest([FIRST, OTHER, SECOND]) == (SECOND, OTHER)
    assert latest([SECOND, OTHER, FIRST]) == (SECOND, OTHER)
    assert latest([]) == ()


def test_a_kill_is_a_version_like_any_other() -> None:
    assert latest([KILL, SECOND, FIRST]) == (KILL,)


@pytest.mark.parametrize("version", [None, 1])
def test_a_missing_version_counts_as_one_and_the_last_of_equals_is_kept(
    version: int | None,
) -> None:
    unversioned = Article(id="a", version=version, headline="again")
    assert latest([FIRST, unversioned]) == (unversioned,)
    assert latest([unversioned, FIRST]) == (FIRST,)
    assert latest([unversioned, SECOND]) == (SECOND,)


def test_items_without_an_id_are_all_kept() -> None:
    nameless = OtherItem(kind="conceptItem", content="<conceptItem/>")
    assert latest([nameless, nameless]) == (nameless, nameless)


def test_a_package_has_the_id_and_version_of_its_item() -> None:
    old, new = Package(item=FIRST), Package(item=SECOND)
    assert old.id == "a"
    assert latest([new, old]) == (new,)


@given(st.lists(strategies.articles(), max_size=4))
def test_each_id_is_kept_once_and_nothing_is_made_up(articles: list[Article]) -> None:
    kept = latest([*articles, *articles])
    assert [a.id for a in kept] == list(dict.fromkeys(a.id for a in articles))
    assert all(article in articles for article in kept)
    assert latest(kept) == kept

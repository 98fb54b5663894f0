import datetime as dt
import subprocess
import sys

import attrs
import pytest
from hypothesis import given, strategies as st

from newsmodel.model import Article, Embargo, Message, Model, Paragraph, Position, Problem
from newsmodel.testing import examples, strategies
from newsmodel.testing.assertions import assert_same_article, differences

RAIN = Article(id="x", headline="Rain", body=["One.", "Two."])
UTC, KYIV = dt.UTC, dt.timezone(dt.timedelta(hours=2))


@pytest.mark.parametrize("name", examples.examples())
def test_an_article_is_the_same_as_itself_made_again(name: str) -> None:
    first, again = (examples.examples()[name] for _ in range(2))
    assert_same_article(first, again)
    assert list(differences(first, again)) == []


def test_findings_do_not_count() -> None:
    assert_same_article(RAIN, attrs.evolve(RAIN, findings=(Problem(rule="r", message="m"),)))


def test_each_difference_is_a_line_with_its_path() -> None:
    other = attrs.evolve(RAIN, headline="Snow", body=(Paragraph(content="One!"),))
    assert list(differences(RAIN, other)) == [
        "$.headline: 'Rain' != 'Snow'",
        "$.body[0].content[0]: 'One.' != 'One!'",
        "$.body[1]: Paragraph(content=('Two.',)) is missing on the right",
    ]
    assert list(differences(other, RAIN))[-1].endswith("is missing on the left")


def test_a_failure_names_the_first_places_and_counts_the_rest() -> None:
    many = [Article(id="x", body=[f"{sign}{n}" for n in range(30)]) for sign in "+-"]
    with pytest.raises(AssertionError, match=r"\$\.body\[0\]\.content\[0\]: '\+0' != '-0'") as e:
        assert_same_article(*many)
    assert str(e.value).endswith("... and 10 more")


def test_equal_times_with_other_offsets_differ() -> None:
    moments = [dt.datetime(2024, 1, 10, 8, tzinfo=UTC), dt.datetime(2024, 1, 10, 10, tzinfo=KYIV)]
    left, right = (Article(id="x", embargo=Embargo(until=moment)) for moment in moments)
    assert left == right
    with pytest.raises(AssertionError, match=r"\$\.embargo\.until"):
        assert_same_article(left, right)


def test_a_negative_zero_is_not_a_zero() -> None:
    plus, minus = (Position(latitude=zero, longitude=0) for zero in (0.0, -0.0))
    assert list(differences(plus, minus)) == ["$.latitude: 0.0 != -0.0"]


def test_an_article_is_not_a_message() -> None:
    with pytest.raises(AssertionError, match="Article"):
        assert_same_article(RAIN, Message())


@given(strategies.model(Model), strategies.model(Model))
def test_there_are_differences_wherever_objects_are_not_equal(left: Model, right: Model) -> None:
    if left != right:
        assert list(differences(left, right))
    else:
        assert repr(left) == repr(right) or list(differences(left, right))


@given(st.data())
def test_what_is_equal_in_every_detail_has_no_differences(data: st.DataObject) -> None:
    article = data.draw(strategies.articles())
    assert list(differences(article, attrs.evolve(article))) == []


@pytest.mark.parametrize("module", ["examples", "assertions"])
def test_needs_neither_lxml_nor_hypothesis_nor_cattrs(module: str) -> None:
    code = (
        f"import sys, newsmodel.testing.{module}\n"
        "print(sorted({'lxml', 'hypothesis', 'cattrs', 'pytest'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_strategies_say_which_extra_is_missing() -> None:
    code = "import sys; sys.modules['hypothesis'] = None; import newsmodel.testing.strategies"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.endswith('need their extra: pip install "newsmodel[testing]"\n')

"""The figures of the finder on the project's own annotated samples, a floor for each language."""

import pytest

from newsmodel.quotes import find_quotes
from tests.quotes.sampled import LANGUAGES, Figures, articles, figures

FLOORS = Figures(recall=0.98, precision=0.92, speaker=0.92, named=0.9)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_keeps_its_floors(language: str) -> None:
    got = figures(language)
    assert got.recall >= FLOORS.recall
    assert got.precision >= FLOORS.precision
    assert got.speaker >= FLOORS.speaker
    assert got.named >= FLOORS.named


@pytest.mark.parametrize("language", LANGUAGES)
def test_samples_are_worth_measuring(language: str) -> None:
    assert sum(len(gold) for _, gold in articles(language)) >= 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_guessed_where_it_is_not_told(language: str) -> None:
    text = "\n".join(text for text, _ in articles(language))
    assert [q.speaker for q in find_quotes(text)] == [
        q.speaker for q in find_quotes(text, language)
    ]

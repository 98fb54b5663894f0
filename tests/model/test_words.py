"""Words, counted."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from newsmodel.model.words import count_words

SIGNS = st.text(alphabet="ab é_-'’ʼ.,²„–½\u00ad\u200bЖй中か", max_size=40)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("It’s a rock-n-roll ferry, isn't it?", 6),
        ("- a -- b - c-", 3),
        ("„Größe“ – 1½ Jahre", 3),
        ("Пором знову ходитиме", 3),
        ("渡し船 will sail", 5),
    ],
)
def test_words_are_counted(text: str, words: int) -> None:
    assert count_words(text) == words


@given(SIGNS)
def test_words_are_letters_with_single_joints_between(text: str) -> None:
    spaceless = "\u3040-\u30ff\u4e00-\u9fff"
    letters = rf"[^\W{spaceless}]+"
    pattern = rf"[{spaceless}]|{letters}(?:['’ʼ-]{letters})*"
    assert count_words(text) == len(re.findall(pattern, text))

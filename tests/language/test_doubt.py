from __future__ import annotations

import pytest

from newsmodel.language.doubt import are_near, is_of_another, other_language
from tests.language.test_guess import TEXTS

LONG = {tag: text for tag, text in TEXTS.items() if len(text.encode()) >= 60}
TRIED = ("en", "de", "fr", "es", "pt", "pl", "tr", "uk", "ru", "sr-Cyrl", "ja", "zh", "he", "ar")


def primary(tag: str) -> str:
    return tag.partition("-")[0]


@pytest.mark.parametrize("language", LONG)
def test_a_sentence_is_in_its_language_and_in_no_other(language: str) -> None:
    text = LONG[language]
    assert other_language(text, language) is None
    wrong = [t for t in TRIED if not are_near(primary(t), primary(language))]
    missed = [tag for tag in wrong if other_language(text, tag) != language]
    assert missed == [] or language == "hr"  # in a sentence nothing tells it from Serbian


def test_the_script_of_a_tag_counts() -> None:
    assert other_language(TEXTS["sr-Latn"], "sr-Cyrl") == "sr-Latn"
    assert other_language(TEXTS["sr-Latn"], "sr") is None
    assert other_language(TEXTS["uk"], "kk-Latn") == "uk"
    assert other_language(TEXTS["uk"] * 2, "not a tag") is None


def test_japanese_and_chinese_are_told_apart_by_kana() -> None:
    assert other_language(TEXTS["zh"] * 4, "ja") == "zh"
    assert other_language(TEXTS["ja"] * 2, "zh") == "ja"
    assert other_language("東京都知事選挙開票速報第二報東京都選挙管理委員会発表", "ja") is None


def test_a_language_nothing_is_known_of_is_not_doubted_in_its_own_script() -> None:
    assert other_language(TEXTS["de"], "gsw") is None
    assert other_language(TEXTS["en"], "qu") is None
    assert other_language(TEXTS["uk"], "qu") == "uk"


def test_a_list_of_names_is_in_no_language() -> None:
    line = "Olena Marchuk (UKR) 12.3, Ivan Bondar (UKR) 12.4, Marta Ivchenko (POL) 12.5, Jan Kos 13"
    assert [tag for tag in TRIED if other_language(line, tag)] == []


def test_a_line_is_of_another_language_by_its_words_or_its_letters() -> None:
    assert is_of_another("The ferry is to sail again", "en", "de")
    assert is_of_another("Пором знову ходитиме", "uk", "en")
    assert not is_of_another("Olena Marchuk at 80", "en", "de")
    assert not is_of_another("FC Example - Real Sample 3:1", "en", "uk")
    assert not is_of_another("Regjeringen vil ha en ny ferje", "nb", "da")
    assert not is_of_another("The ferry is to sail again", "en", None)

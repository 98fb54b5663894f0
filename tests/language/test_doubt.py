from __future__ import annotations

import pytest

from newsmodel.language.doubt import UNKNOWN, is_of_another, is_taken_for, other_language
from newsmodel.language.evidence import tables
from newsmodel.language.tags import codes
from tests.language.test_guess import TEXTS

LONG = {tag: text for tag, text in TEXTS.items() if len(text.encode()) >= 60}
TRIED = "en de fr es it pt pl tr uk ru sr-Cyrl ja zh he ar".split()


def primary(tag: str) -> str:
    return tag.partition("-")[0]


@pytest.mark.parametrize("language", LONG)
def test_a_sentence_is_in_its_language_and_in_no_other(language: str) -> None:
    text = LONG[language]
    assert other_language(text, language) is None
    wrong = [t for t in TRIED if not is_taken_for(primary(t), primary(language))]
    missed = [tag for tag in wrong if other_language(text, tag) != language]
    assert missed == [] or language == "hr"  # in a sentence nothing tells it from Serbian


NEAR = [(one, other) for one in "fr es it pt ro".split() for other in "es fr it pt".split()]
NEAR += [("lt", "lv"), ("lv", "lt"), ("fa", "ur"), ("ur", "fa"), ("et", "fi")]
MORE = {
    "et": "Parvlaev hakkab kevadel jälle sõitma, kuid pileti hind pole veel teada, ning ka see, "
    "mis kell see välja läheb, selgub pärast.",
    "ur": "کشتی بہار میں دوبارہ چلے گی اور اس کا کرایہ ابھی طے نہیں کیا گیا ہے۔",
}


def test_languages_of_one_family_that_have_words_of_their_own_are_told_apart() -> None:
    texts = {tag: MORE.get(tag) or TEXTS[tag] for tag, _ in NEAR}
    pairs = [(one, other) for one, other in NEAR if one != other]
    missed = [pair for pair in pairs if other_language(texts[pair[0]] * 2, pair[1]) != pair[0]]
    assert missed == []
    assert [tag for tag, text in texts.items() if other_language(text * 2, tag)] == []


def test_what_is_taken_for_a_language_is_another_and_read_by_its_words() -> None:
    known = {language for table in tables().values() for language in table}
    taken = codes()["taken_for"]
    assert set(taken) <= known
    assert [language for language, others in taken.items() if language in others] == []
    withdrawn = {old: new for old, new in codes()["instead"].items() if new in known}
    assert [old for old, new in withdrawn.items() if not is_taken_for(old, new)] == []
    assert is_taken_for("gl", "es")
    assert not is_taken_for("es", "gl")
    assert not is_taken_for("es", "pt")


def test_the_script_of_a_tag_counts() -> None:
    assert other_language(TEXTS["sr-Latn"], "sr-Cyrl") == "sr-Latn"
    assert other_language(TEXTS["sr-Latn"], "sr") is None
    assert other_language(TEXTS["uk"], "kk-Latn") == "uk"
    assert other_language(TEXTS["uk"] * 2, "not a tag") is None


def test_japanese_and_chinese_are_told_apart_by_kana() -> None:
    assert other_language(TEXTS["zh"] * 4, "ja") == "zh"
    assert other_language(TEXTS["ja"] * 2, "zh") == "ja"
    assert other_language("東京都知事選挙開票速報第二報東京都選挙管理委員会発表", "ja") is None


def test_a_language_nothing_is_known_of_is_doubted_where_much_speaks_for_another() -> None:
    assert other_language(TEXTS["de"], "gsw") is None
    assert other_language(TEXTS["en"], "qu") == "en"
    assert other_language(TEXTS["uk"], "qu") == "uk"
    # Some of the little words of a language its neighbours have, too.
    assert other_language("De Buergermeeschter sot e Méindeg, datt d'Bréck bis an d'Fréijoer zou "
                          "bleift.", "lb") is None  # fmt: skip


@pytest.mark.parametrize(("country", "language"), [("se", "sv"), ("ee", "et"), ("ch", "de")])
def test_a_code_that_is_a_country_and_a_language(country: str, language: str) -> None:
    assert other_language(TEXTS[language], country) == language


MARATHI = (
    "राज्य सरकारने आज पुढील वर्षाच्या अर्थसंकल्पाला मंजुरी दिली. मुख्यमंत्री म्हणाले की आम्ही जनतेच्या अपेक्षेनुसार काम "
    "करू. विरोधी पक्षाने मात्र याला विरोध केला आहे."
)
MADE_UP = "Neka limoru tasa wendolu, riko bamane tuloti sewa kinoru " * 14
"""As in a language of which nothing is known."""


def test_another_language_that_has_no_name() -> None:
    """It is told by its script, or by a hundred words of which none is of the language named."""
    assert other_language(MARATHI, "en") == UNKNOWN
    assert other_language(MARATHI, "ta") == UNKNOWN
    assert other_language(MADE_UP, "uk") == UNKNOWN
    assert other_language(MADE_UP, "en") == UNKNOWN
    assert other_language(MADE_UP[:300], "en") is None
    assert other_language(MADE_UP, "en-Latn") is None
    listed = ", ".join(["butter", "brown sugar", "flour", "baking powder", "ginger", "eggs"] * 18)
    assert other_language(listed, "en") is None


def test_letters_that_several_languages_have_name_none() -> None:
    text = "Бишкекте эртең жаан жаайт. Синоптиктердин айтымында, аба ырайы салкын болот."
    assert other_language(text, "en") == UNKNOWN
    # One little word of another language is in many a line of names.
    line = "President Ann Lee meets Chancellor Carl Poe in Newport, Germany, May 14, 2023, Sunday"
    assert other_language(line, "uk") in (UNKNOWN, None)
    text = "Ферибот ва траверса дин ноу рыул ын луна май, дупэ ноуэ ань. Оамений сынт букурошь."
    assert other_language(text, "ro-Cyrl") is None


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

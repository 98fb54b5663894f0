from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from newsmodel.language import autonym, is_registered, meant_tag, normal_tag, switcher_languages
from newsmodel.language.names import _labels, _names
from newsmodel.language.tags import codes


@pytest.mark.parametrize(
    ("label", "tag"),
    [
        ("ua", "uk"), ("jp", "ja"), ("cn", "zh"), ("kr", "ko"), ("cz", "cs"), ("dk", "da"),
        ("gr", "el"), ("se", "se"), ("en-UK", "en-GB"), ("ua-UA", "uk-UA"), ("Укр", "uk"),
        ("Рос", "ru"), ("РУС", "ru"), ("Eng", "en"), ("Deutsch", "de"), ("FRANÇAIS", "fr"),
        ("Українська", "uk"), ("العربية", "ar"), ("日本語", "ja"), ("German", "de"), ("en", "en"),
        ("EN_us", "en-US"), ("pt-br", "pt-BR"), ("bahasa  indonesia", "id"),
        ("繁體中文", "zh-Hant"),
        ("Português (Brasil)", "pt-BR"), ("[DE]", "de"), ("gsw", "gsw"), ("is", "is"),
    ],
)  # fmt: skip
def test_meant_tag(label: str, tag: str) -> None:
    assert meant_tag(label) == tag


@pytest.mark.parametrize(
    "label",
    ["home", "news", "menu", "live", "top", "rss", "", " ", "xx", "english news", "en-", "x" * 99],
)
def test_no_language_is_meant(label: str) -> None:
    assert meant_tag(label) is None


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("ua en ru", ("uk", "en", "ru")),
        ("EN | DE | FR", ("en", "de", "fr")),
        ("Укр / Рус / Eng", ("uk", "ru", "en")),
        ("English Deutsch", ("en", "de")),
        ("Tiếng Việt · English", ("vi", "en")),
        ("Bahasa Indonesia English", ("id", "en")),
        ("en, fr, en", ("en", "fr")),
        ("IT | NO", ("it", "no")),
        ("de en", ("de", "en")),
        ("EN DE", ("en", "de")),
        ("简体中文\t繁體中文", ("zh-Hans", "zh-Hant")),
    ],
)
def test_switcher(line: str, tags: tuple[str, ...]) -> None:
    assert switcher_languages(line) == tags


@pytest.mark.parametrize(
    "line",
    [
        "so it is", "It is so", "he is my", "as is", "it no", "de la", "es de la", "en la",
        "German or Italian", "English only", "en", "EN EN", "", "Home | News", "en | de | more",
        "en " * 1000, "he/it", "IS IT SO",
    ],
)  # fmt: skip
def test_no_switcher(line: str) -> None:
    assert switcher_languages(line) == ()


@given(st.text())
def test_any_line_can_be_asked(line: str) -> None:
    tags = switcher_languages(line)
    assert len(tags) != 1
    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize(
    ("tag", "name"),
    [("uk", "Українська"), ("ar", "العربية"), ("de-AT", "Deutsch"), ("ZH_hant_TW", "繁體中文"),
     ("iw", "עברית"), ("in-ID", "Bahasa Indonesia"), ("ji", "ייִדיש"), ("tl", "Filipino"),
     ("pa-Arab", "پنجابی"), ("pa-PK", "پنجابی"), ("pa-Guru-IN", "ਪੰਜਾਬੀ"), ("uz-cyrl", "Ўзбекча"),
     ("sr-Cyrl", "Српски"), ("ur-Latn", "اردو (Latn)"), ("ur-Arab-PK", "اردو")],
)  # fmt: skip
def test_autonym(tag: str, name: str) -> None:
    assert autonym(tag) == name


def test_autonym_of_nothing() -> None:
    assert autonym("xx") is None
    assert autonym("") is None


def test_names_are_of_registered_languages_in_normal_form() -> None:
    assert len(_names()) >= 80
    assert all(is_registered(tag) and normal_tag(tag) == tag for tag in _names())


def test_a_name_means_its_language() -> None:
    assert all(meant_tag(str(row["autonym"])) == tag for tag, row in _names().items())
    assert all(meant_tag(label) == tag for label, tag in _labels().items())


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("uk-UK", "uk"), ("en-EN", "en"), ("da-DA", "da"), ("en-UK", "en-GB"), ("ukr", "uk"),
     ("eng", "en"), ("ger", "de"), ("deu", "de"), ("fre", "fr"), ("chi", "zh"),
     ("rus-RU", "ru-RU"), ("sr-Latin", "sr-Latn"), ("uz-latin", "uz-Latn"),
     ("az-cyrill", "az-Cyrl"),
     ("sr-Cyrillic-RS", "sr-Cyrl-RS"), ("zh-CHS", "zh-Hans"), ("zh-cht", "zh-Hant"),
     ("zh-simplified", "zh-Hans"), ("en-USA", "en-US"), ("ru-RUS", "ru-RU"), ("nb-NOR", "nb-NO"),
     ("de-ger", "de"), ("en-ENG", "en"), ("us-EN", "en-US"), ("gb-EN", "en-GB"), ("ua-UK", "uk-UA"),
     ("at-DE", "de-AT"), ("cn-TW", "zh-TW"), ("en-us-posix", "en-US"), ("en-british", "en"),
     ("zh-Hans-chinese", "zh-Hans"), ("en-AP", "en")],
)  # fmt: skip
def test_a_tag_that_is_nearly_right_tells_which_is_meant(wrong: str, right: str) -> None:
    assert not is_registered(wrong)
    assert meant_tag(wrong) == right


def test_what_is_meant_is_registered_whatever_is_asked() -> None:
    tables = codes()
    firsts = {
        *tables["languages"],
        *tables["countries"],
        *tables["instead"],
        *_names(),
        "ukr",
        "ger",
    }
    rests = [
        f"-{part}" for part in "uk en EN CHT USA rus Latin cyrl Hant nohow 1996 419 999".split()
    ]
    asked = [first + rest for first in firsts for rest in ["", *rests, "-latin-gb-posix", "-EN-x1"]]
    meant = {tag for label in [*asked, *_labels()] if (tag := meant_tag(label))}
    assert len(meant) > 1000
    assert [tag for tag in meant if not is_registered(tag) or normal_tag(tag) != tag] == []
    assert meant_tag("uk-EN") is None  # Ukrainian, or English of the United Kingdom


@given(st.from_regex(r"\A[a-z]{2,3}(-[a-zA-Z0-9]{1,8}){0,3}\Z"))
def test_what_is_meant_by_a_tag_means_itself(tag: str) -> None:
    meant = meant_tag(tag)
    assert meant is None or (is_registered(meant) and meant_tag(meant) == meant)


@pytest.mark.parametrize("tag", ["fil", "ast", "gsw", "yue", "prs", "sv-SE", "es-ES", "mis"])
def test_codes_of_three_letters_without_a_shorter_one_are_registered(tag: str) -> None:
    assert is_registered(tag)

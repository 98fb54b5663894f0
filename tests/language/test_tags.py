from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from newsmodel.language import direction, is_registered, normal_tag
from newsmodel.language.tags import share_script, today
from newsmodel.model.tags import name_one_language


@pytest.mark.parametrize(
    ("tag", "normal"),
    [
        ("EN_us", "en-US"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("SR-latn-RS", "sr-Latn-RS"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
        ("en-A-BBB-X-Priv", "en-a-bbb-x-priv"),
        (" uk ", "uk"),
        ("", ""),
    ],
)
def test_normal_tag(tag: str, normal: str) -> None:
    assert normal_tag(tag) == normal


@given(st.text(max_size=30))
def test_normal_is_normal(tag: str) -> None:
    assert normal_tag(normal_tag(tag)) == normal_tag(tag)


@pytest.mark.parametrize(
    "tag", ["ar", "he", "fa-IR", "UR", "az-Arab", "ckb", "pa-PK", "yi", "ku-Arab-IQ"]
)
def test_right_to_left(tag: str) -> None:
    assert direction(tag) == "rtl"


@pytest.mark.parametrize(
    "tags",
    ["acm acq afb ajp apc apd ar-LY arb ars ary", "aii cld syc-IQ syr", "ara heb fas per urd"],
)
def test_right_to_left_under_every_code_of_a_language(tags: str) -> None:
    assert {tag: direction(tag) for tag in tags.split()} == dict.fromkeys(tags.split(), "rtl")


@pytest.mark.parametrize("tag", ["ff-Adlm", "man-Nkoo", "rhg-Rohg", "dv-Thaa", "tg-PK", "kk-CN"])
def test_right_to_left_by_script_or_region(tag: str) -> None:
    assert direction(tag) == "rtl"


@pytest.mark.parametrize("tag", ["en", "uk", "sd-Deva", "ar-Latn", "pa", "ku", "", None, "?"])
def test_left_to_right(tag: str | None) -> None:
    assert direction(tag) == "ltr"


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("sr", "sr-Cyrl", True),
        ("sr", "sr-Latn", False),
        ("zh-TW", "zh-Hant", True),
        ("zh-CN", "zh-Hant-HK", False),
        ("pt-BR", "pt-PT", True),
        ("?", "sr-Latn", True),
        ("", "", True),
    ],
)
def test_tags_of_a_script(one: str, other: str, *, shared: bool) -> None:
    assert share_script(one, other) is share_script(other, one) is shared


@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_the_tags_are_they_share_a_script_or_not(one: str, other: str) -> None:
    assert share_script(f"{one}-Latn", other) in (True, False)


@pytest.mark.parametrize(
    "tag", ["uk", "en-GB", "zh-Hant-TW", "sr_Latn", "gsw", "se", "zh-yue", "zh-min-nan"]
)
def test_registered(tag: str) -> None:
    assert is_registered(tag)


@pytest.mark.parametrize("tag", ["ua", "en-UK", "", "news", "日本", "x" * 500, "\ud800", "en-"])
def test_not_registered(tag: str) -> None:
    assert not is_registered(tag)


@pytest.mark.parametrize("tag", ["zh-CHS", "en-USA", "pt-BRA", "de-DEU", "en-abc", "de_yue"])
def test_three_letters_behind_a_language_are_registered_for_it_alone(tag: str) -> None:
    assert not is_registered(tag)


def test_codes_that_were_withdrawn_name_what_they_named() -> None:
    assert [today(tag) for tag in ("iw-IL", "in", "TL_PH", "no", "uk")] == [
        "he-IL", "id", "fil-PH", "nb", "uk",
    ]  # fmt: skip
    alike = [("iw", "he"), ("nn", "no"), ("no-NO", "nb"), ("en", "en-GB"), ("cmn", "zh-TW")]
    assert all(name_one_language(one, other) for one, other in alike)
    assert not any(name_one_language(*pair) for pair in [("nn", "nb"), ("nn", "da"), ("iw", "yi")])

from __future__ import annotations

import pickle

import attrs
import pytest

from newsmodel.captions import CaptionWords, caption_words, parse_caption, read_credit


def test_extending_leaves_the_original_as_it_is() -> None:
    words = caption_words("en")
    more = words.with_agencies("Zebra Desk").with_labels("Snap").with_interface_words("Tap here")
    assert "zebradesk" in more.agencies
    assert "zebradesk" not in words.agencies
    assert caption_words("en") is words


def test_added_words_are_used() -> None:
    words = caption_words("en").with_labels("Snap").with_interface_words("Tap here")
    caption = parse_caption("Rain falls on the pier. Snap: Jane Doe Tap here", words=words)
    assert (caption.label, caption.credit) == ("Snap", "Jane Doe")


def test_organisation_words() -> None:
    assert read_credit("Elmwood Gazebo").photographers == ("Elmwood Gazebo",)
    words = caption_words().with_organisation_words("gazebo")
    assert read_credit("Elmwood Gazebo", words=words).agencies == ("Elmwood Gazebo",)


@pytest.mark.parametrize("language", [None, "", "xx", "EN_us", "zh-Hant"])
def test_any_language_has_words(language: str | None) -> None:
    words = caption_words(language)
    assert {"photo", "foto", "фото", "写真"} <= words.labels


def test_little_words_are_of_one_language() -> None:
    assert "und" in caption_words("de").both
    assert "und" not in caption_words("fr").both


def test_every_field_is_filled() -> None:
    words = caption_words()
    assert all(getattr(words, field.name) for field in attrs.fields(CaptionWords))


def test_words_compare_hash_and_pickle() -> None:
    words = caption_words("de")
    assert pickle.loads(pickle.dumps(words)) == words
    assert hash(words) == hash(attrs.evolve(words))

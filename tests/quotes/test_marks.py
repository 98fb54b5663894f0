"""The languages' marks as other parts of the library ask for them."""

import pytest

from newsmodel.language.marks import STRAIGHT, Marks, marks_for


@pytest.mark.parametrize(
    ("tag", "pair"),
    [
        ("de", "„“"), ("de-CH", "«»"), ("de_AT", "„“"), ("fr", "«»"), ("sv", "””"), ("fi", "””"),
        ("uk", "«»"), ("ru", "«»"), ("en-GB", "“”"), ("ja", "「」"), ("pl", "„”"), ("cs", "„“"),
        ("hu", "„”"), ("nl", "“”"), ("da", "»«"), ("nb", "«»"), ("el", "«»"), ("he", "””"),
        ("ar", "«»"), ("zh", "“”"), ("zh-Hant-TW", "「」"), ("ko", "“”"), ("pt-BR", "“”"),
        ("xx", "“”"), (None, "“”"), ("", "“”"),
    ],
)  # fmt: skip
def test_the_preferred_pair(tag: str | None, pair: str) -> None:
    first = marks_for(tag)[0]
    assert first.open + first.close == pair


def test_every_language_ends_with_the_straight_marks_and_has_nested_ones() -> None:
    for tag in ("en", "de", "fr", "xx"):
        assert marks_for(tag)[-2:] == STRAIGHT
        assert any(m.nested for m in marks_for(tag)[:-2])


def test_french_marks_are_spaced_and_swiss_french_ones_are_not() -> None:
    assert Marks(open="«", close="»", spaced=True) in marks_for("fr")
    assert Marks(open="«", close="»") in marks_for("fr-CH")

"""Where quotation marks open and close."""

import pytest
from hypothesis import given, strategies as st

from newsmodel.quotes.spans.marked import find_spans

MARKS = "\"'“”„‟«»‹›‘’‚「」『』＂—–- \u00a0\n.,?!aAsS1=("
TEXTS = st.text(alphabet=MARKS, max_size=80)


def quoted(text: str, language: str | None = None) -> list[str]:
    return [text[s.start : s.end] for s in find_spans(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", 'He said “yes” and "no".', ["yes", "no"]),
        ("en", "“He said ‘go’ and left.”", ["He said ‘go’ and left."]),
        ("en", "“one “two” three”", ["one “two” three"]),
        ("en", "‘We can’t go to the dogs’ home,’ said Ann.", ["We can’t go to the dogs’ home,"]),
        ("en", "It’s the ’90s, rock ’n’ roll, O’Hara’s.", []),
        ("en", 'A 6\'3" guard and a 5" nail.', []),
        ("en", 'there was “no evidence " yet', ["no evidence"]),
        ("de", "„Ja“, sagte sie. „Nein‟ nicht.", ["Ja"]),
        ("de", "»Ja«, sagte sie, »aber nein«.", ["Ja", "aber nein"]),
        ("de", "„Er rief „halt“ und ging“, so sie.", ["Er rief „halt“ und ging"]),
        ("de-CH", "«Ja ‹doch› ja», sagte er.", ["Ja ‹doch› ja"]),
        ("fr", "«\u00a0Oui\u00a0», dit-il, « non ».", ["Oui", "non"]),
        ("sv", "”Ja”, sade hon. »Nej», sade han.", ["Ja", "Nej"]),
        ("fi", "»Meri», hän sanoi. »Vene», hän lisäsi.", ["Meri", "Vene"]),
        ("pl", "„Tak”, powiedział. „Nie”.", ["Tak", "Nie"]),
        ("uk", "«Гурт „Дим“ співав», – сказав він.", ["Гурт „Дим“ співав"]),
        ("ja", "彼は「はい、『本』です」と言った。", ["はい、『本』です"]),
        ("en", "no marks at all", []),
        ("en", '“” "" « »', []),
    ],
)
def test_habits(language: str, text: str, words: list[str]) -> None:
    assert quoted(text, language) == words


def test_the_text_outweighs_the_language() -> None:
    assert quoted("»Ja», sade hon. »Nej», sade han.", "de") == ["Ja", "Nej"]
    assert quoted("»Ja«, sagte sie.", "fr") == ["Ja"]


def test_a_quotation_over_paragraphs_is_opened_anew_and_closed_once() -> None:
    spans = find_spans("“One.\n\n“Two.\n“Three.”\nNo quote.", "en")
    assert [s.marks for s in spans] == [("“", ""), ("“", ""), ("“", "”")]
    assert [s.continues for s in spans] == [False, True, True]


def test_french_and_spanish_reopen_with_the_closing_mark() -> None:
    assert quoted("«Uno.\n»Dos.»", "es") == ["Uno.", "Dos."]


def test_a_mark_left_open_stays_in_its_paragraph() -> None:
    assert quoted("She said: “Never.\nThe end.", "en") == ["Never."]
    assert quoted("A stray “ here.\nThe “real” one.", "en") == ["real"]


def test_typewriter_marks_before_paragraphs_are_layout_where_the_text_has_curly_ones() -> None:
    assert quoted('"He “came” home.\n"She “left” him.\n"The end.', "en") == ["came", "left"]


@given(TEXTS, st.sampled_from(["en", "de", "fr", "fi", "uk", None]))
def test_spans_are_in_order_and_hold_no_mark_of_their_own(text: str, language: str | None) -> None:
    end = 0
    for span in find_spans(text, language):
        low, high = span.outer
        assert end <= low <= span.start < span.end <= high <= len(text)
        assert text[low : span.start] == span.marks[0]
        assert text[span.end : high] == span.marks[1]
        assert "\n" not in text[low:high]
        end = high

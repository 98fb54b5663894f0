"""From bytes to text."""

from __future__ import annotations

import pytest

from newsmodel import ParseError
from newsmodel.formats import html
from newsmodel.formats.html.encodings import decoded_page
from tests.formats.html.webpages.pages import page

WORDS = {
    "windows-1252": "Fähre „fährt“ wieder", "iso-8859-1": "Fähre “fährt” wieder", "windows-1251": "Паром знову",
    "shift_jis": "渡し船が再開", "gb2312": "渡轮复航了", "euc-kr": "나룻배가 다시", "big5": "渡輪復航", "iso-8859-2": "Převoz znovu",
}  # fmt: skip
CODECS = {"iso-8859-1": "cp1252"}


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="{}">', "<META http-equiv=Content-Type content='text/html; charset={}'>"],
)
def test_what_a_page_declares_counts(name: str, declaration: str) -> None:
    text = f"<html><head>{declaration.format(name)}</head><body><p>{WORDS[name]}</p></body></html>"
    assert WORDS[name] in decoded_page(text.encode(CODECS.get(name, name)), None)


def test_a_byte_order_mark_counts_more_than_anything() -> None:
    text = '<meta charset="windows-1252"><p>Fähre</p>'
    for codec in ("utf-8-sig", "utf-16"):
        assert decoded_page(text.encode(codec), "windows-1251") == text


def test_what_the_caller_knows_counts_more_than_what_the_page_declares() -> None:
    text = '<meta charset="windows-1252"><p>Паром</p>'
    assert decoded_page(text.encode("cp1251"), "windows-1251") == text
    assert html.loads(text.encode("cp1251"), encoding="windows-1251").text == "Паром"


def test_utf_8_is_utf_8_whatever_a_page_says() -> None:
    text = '<meta charset="iso-8859-1"><p>Fähre „fährt“ wieder – über den Fluss</p>'
    assert decoded_page(text.encode(), None) == text


def test_a_declaration_in_a_comment_is_none() -> None:
    text = '<!-- <meta charset="windows-1251"> --><meta charset="utf-8"><p>Fähre</p>'
    assert decoded_page(text.encode(), None) == text


@pytest.mark.parametrize(
    ("lang", "codec"),
    [("uk", "cp1251"), ("ja", "cp932"), ("pl", "cp1250"), ("zh-TW", "big5"), ("de", "cp1252")],
)
def test_without_a_declaration_the_language_of_the_page_tells(lang: str, codec: str) -> None:
    word = {"uk": "Паром", "ja": "渡し船", "pl": "Łódź", "zh-TW": "渡輪", "de": "Fähre"}[lang]
    text = f'<html lang="{lang}"><p>{word}</p>'
    assert decoded_page(text.encode(codec), None) == text


def test_utf_16_without_a_mark_is_seen() -> None:
    text = f"<html><body><p>{'Ferry to sail. ' * 20}</p></body></html>"
    assert decoded_page(text.encode("utf-16-le"), None) == text
    assert decoded_page(text.encode("utf-16-be"), None) == text


def test_what_cannot_be_decoded_is_replaced() -> None:
    data = page().encode().replace(b"river", b"ri\xff\xfever")
    assert "ri\ufffd\ufffdver" in html.loads(data, encoding="utf-8").text
    assert decoded_page("Fähre".encode()[:-4], None).startswith("F")


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "\0", "hex"])
def test_an_encoding_that_nobody_knows_is_an_error(name: str) -> None:
    with pytest.raises(ParseError, match="encoding"):
        html.loads(b"<p>x</p>", encoding=name)


def test_an_unknown_declaration_is_passed_over() -> None:
    assert "Fähre" in decoded_page('<meta charset="klingon"><p>Fähre</p>'.encode(), None)

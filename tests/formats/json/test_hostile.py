"""What is made to do harm gives a `ParseError` with the place, or is read as what it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsmodel.errors import LossError, ParseError
from newsmodel.formats import json
from newsmodel.formats._shared import encoding
from newsmodel.model import Article, BlockQuote, Concept, Paragraph, Severity
from newsmodel.testing import examples
from tests.formats.json.documents import HEAD

MANY = 100_000


@pytest.fixture(params=[True, False], ids=["fast", "plain"], autouse=True)
def extra(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "FAST", request.param)


HOSTILE = (
    "[" * MANY,
    "[" * MANY + "]" * MANY,
    '{"a":' * MANY,
    '{"a":' * MANY + "1" + "}" * MANY,
    f'{{{HEAD},"body":' + "[" * MANY + "]" * MANY + "}",
    f'{{{HEAD},"mood":' + '{"a":[' * 150 + "]}" * 150 + "}",
    f'{{{HEAD},"body":[' + '{"type":"Section","blocks":[' * 500 + "]}" * 500 + "]}",
    f'{{{HEAD},"version":' + "9" * MANY + "}",
    f'{{{HEAD},"version":-' + "9" * MANY + "}",
    f'{{{HEAD},"version":0.' + "9" * MANY + "}",
    f'{{{HEAD},"version":1e' + "9" * MANY + "}",
    f'{{{HEAD},"\\ud800":"a"}}',
    f'{{{HEAD},"headline":"a\x00"}}',
    "{" * 50 + '"' * MANY,
    '"' + "\\" * MANY,
    "\ufeff\ufeff{}",
    f"{{{HEAD}}}\x00",
)


@pytest.mark.parametrize("number", range(len(HOSTILE)))
@pytest.mark.parametrize("unknown", ["refuse", "keep"])
def test_it_is_refused_with_a_place(number: int, unknown: Any) -> None:
    text = HOSTILE[number]
    with pytest.raises(ParseError) as caught:
        json.loads(text, unknown=unknown)
    assert caught.value.place
    assert len(str(caught.value)) < 5000
    (problem, *_) = json.check(text, unknown=unknown)
    assert problem.line
    assert problem.column


@pytest.mark.parametrize(
    ("said", "read", "character"),
    [
        ("a\u0092s", "a’s", "U+0092"),
        ("a\\u0092s", "a’s", "U+0092"),
        ("a\u007f", "a\ufffd", "U+007F"),
        ("a\\u0007", "a\ufffd", "U+0007"),
        ("a\\u0000", "a\ufffd", "U+0000"),
        ("\\ud800", "\ufffd", "U+D800"),
        ("\ud800", "\ufffd", "U+D800"),
        ("\\udc00\\ud800", "\ufffd\ufffd", "U+DC00"),
        ("\ufffe", "\ufffd", "U+FFFE"),
        ("\ufdd0", "\ufffd", "U+FDD0"),
        ("\U0002ffff", "\ufffd", "U+2FFFF"),
        ("\\ud83f\\udffe", "\ufffd", "U+1FFFE"),
        ("a\\r\\nb", "a\nb", "U+000D"),
    ],
)
@pytest.mark.parametrize("unknown", ["refuse", "keep"])
def test_what_no_format_can_hold_is_replaced_and_told(
    said: str, read: str, character: str, unknown: Any
) -> None:
    document = f'{{{HEAD},\n"body":[{{"type":"Paragraph","content":["One",\n"{said}"]}}]}}'
    article = json.loads(document, unknown=unknown)
    assert article.body == (Paragraph(content=f"One{read}"),)
    (finding,) = article.findings
    assert (finding.rule, finding.path) == ("json-characters", "$.body[0].content[1]")
    assert f"holds {character}, which no format can hold" in finding.message
    assert json.loads_message(document).findings == (finding,)
    (problem,) = json.check(document)
    assert (problem.rule, problem.message) == (finding.rule, finding.message)
    assert (problem.severity, problem.line, problem.column) == (Severity.WARNING, 3, 1)


def test_every_article_of_a_message_or_a_line_tells_what_was_replaced(tmp_path: Path) -> None:
    items = ",".join(f'{{"type":"Article","id":"{n}","headline":"a\x85"}}' for n in "ab")
    message = f'{{"newsmodel":"1.0","type":"Message","items":[{items}]}}'
    (path := tmp_path / "feed.jsonl").write_text(f"{message}\n{{{HEAD}}}\n", encoding="utf-8")
    found = [
        (each.headline, [(f.line, f.path) for f in each.findings]) for each in json.iterload(path)
    ]
    assert found == [("a…", [(1, "$.items[0].headline")])] * 2 + [(None, [])]
    assert len(json.loads_message(message).findings) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"\xff",
        b'{"a":"\xc3"}',
        b'{"a":"\xed\xa0\x80"}',
        b"\x00{}",
        "{}".encode("utf-16-le"),
        b"\xef\xbb",
    ],
)
def test_bytes_that_are_no_utf_8_are_refused(data: bytes) -> None:
    with pytest.raises(ParseError) as caught:
        json.loads(data)
    assert caught.value.place
    assert json.check(data)[0].line == 1


def test_every_truncation_is_refused() -> None:
    document = json.dumps(examples.an_article()).encode()
    for end in range(0, len(document) - 1, 7):
        with pytest.raises(ParseError) as caught:
            json.loads(document[:end])
        assert caught.value.place


def test_a_string_of_many_million_characters_is_read() -> None:
    words = "rain " * (10_000_000 if encoding.FAST else 1_000_000)
    document = f'{{{HEAD},"headline":"{words}"}}'
    assert json.loads(document).headline == words
    with pytest.raises(ParseError) as caught:
        json.loads(document.replace('"headline"', '"version"'))
    assert caught.value.place == "$.version"
    assert len(str(caught.value)) < 300


def test_a_byte_order_mark_is_passed_over() -> None:
    document = f"{{{HEAD}}}"
    assert json.loads(document.encode("utf-8-sig")) == json.loads("\ufeff" + document)
    assert json.check(document.encode("utf-8-sig")) == ()


@pytest.mark.parametrize("depth", [1, 50, 97, 98, 99, 100, 101, 150, 5000])
def test_what_can_be_written_can_be_read(depth: int) -> None:
    block: Any = Paragraph(content="x")
    concept: Any = Concept(qcode="a:b")
    for _ in range(min(depth, 250)):
        block = BlockQuote(blocks=(block,))
        concept = Concept(broader=(concept,))
    for article in (Article(id="a", body=(block,)), Article(id="a", subjects=(concept,))):
        try:
            document = json.dumps(article)
        except LossError:
            assert depth > 90
            continue
        again = json.loads(document)
        assert json.dumps(again) == document
        assert depth < 110


def test_many_problems_take_no_longer_than_they_must() -> None:
    wrong = ",".join(["5"] * 5_000)
    document = f'{{{HEAD},\n"content_warnings":[{wrong}]}}'
    problems = json.check(document)
    assert len(problems) == 5_000
    assert problems[-1].column == 21 + 2 * 4_999

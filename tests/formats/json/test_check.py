"""`check` says what `loads` would refuse or replace, and where it stands, and never raises."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

from newsmodel.errors import ParseError
from newsmodel.formats import json
from newsmodel.model import Article, Message, Severity
from newsmodel.testing import examples
from tests.formats.json.documents import HEAD, documents, spoilt_documents, text_of


def test_a_sound_document_has_no_problems() -> None:
    ready: list[Article | Message] = [*examples.examples().values(), examples.a_message()]
    for example in ready:
        assert json.check(json.dumps(example)) == ()
        assert json.check(json.dumps(example, indent=2).encode()) == ()


def test_each_problem_has_path_line_and_column() -> None:
    document = f"""{{{HEAD},
 "headline": null, "mood": 1,
 "images": [
  {{"id": "a", "captions": [{{"text": "ї", "language": 5}}]}},
  {{"width": 3}}
 ],
 "body": [{{"type": "Foo"}}],
 "provider": {{"a b": 1}}
}}"""
    problems = json.check(document)
    assert [(p.path, p.line, p.column) for p in problems] == [
        ("$.headline", 2, 14),
        ("$.mood", 2, 28),
        ("$.images[0].captions[0].language", 4, 54),
        ("$.images[1].width", 5, 13),
        ("$.body[0]", 7, 11),
        ("$.provider['a b']", 8, 22),
    ]
    assert {p.rule for p in problems} == {"json-layout"}
    assert {p.severity for p in problems} == {Severity.ERROR}
    assert json.check(document.encode()) == problems


@pytest.mark.parametrize(
    ("data", "rule", "place"),
    [
        ("", "json-syntax", (1, 1)),
        (f'{{{HEAD},\n"a":1 "b"}}', "json-syntax", (2, 7)),
        (f'{{{HEAD},\n"version":\n NaN}}', "json-syntax", (3, 2)),
        (f'{{{HEAD},\n"headline":"a","headline":"a"}}', "json-syntax", (2, 27)),
        (f'{{{HEAD},\n"headline":"ї'.encode() + b'\xff"}', "json-encoding", (2, 14)),
        ("{}".encode("utf-16"), "json-encoding", (1, 1)),
        ('{\n"type":"Article","id":"x",\n"newsmodel":"7.0"}', "json-version", (3, 13)),
        ('{\n"type":"Article","id":"x",\n"newsmodel":7}', "json-layout", (3, 13)),
        ('\n{"newsmodel":"1.0","type":"Article"}', "json-layout", (2, 1)),
        ("\n[]", "json-layout", (2, 1)),
    ],
)
def test_each_sort_of_problem_has_its_rule(data: Any, rule: str, place: tuple[int, int]) -> None:
    (problem,) = json.check(data)
    assert problem.rule == rule
    assert (problem.line, problem.column) == place


def test_what_a_newer_version_brings_can_be_passed_over() -> None:
    document = '{"newsmodel":"1.9","type":"Article","id":"x","mood":1}'
    assert len(json.check(document)) == 2
    assert json.check(document, unknown="keep") == ()


@given(spoilt_documents() | documents())
def test_it_finds_what_the_reader_refuses_or_replaces(document: Any) -> None:
    text = text_of(document, indent=1)
    try:
        replaced = json.loads_message(text).findings
        refused = set()
    except ParseError as error:
        replaced = None
        refused = {(path or "$", reason) for path, reason in error.reasons}
    problems = json.check(text)
    errors = {(p.path, p.message) for p in problems if p.severity is Severity.ERROR}
    warnings = {(p.path, p.message) for p in problems if p.severity is Severity.WARNING}
    assert errors == refused
    assert replaced is None or warnings == {(p.path, p.message) for p in replaced}
    assert all(p.line and p.column for p in problems)


@given(st.text() | st.binary() | st.text('{}[]":,1e-\\ntruefalsNI\n', max_size=60))
def test_nothing_makes_it_raise(data: Any) -> None:
    assert json.check(data)


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("", "it is empty"),
        ('{"a": "b\nc"}', "there is a line break or another control character in a string"),
        ('{"a": "b" "c": 1}', "a comma or a closing bracket is missing here"),
        ('{"a" 1}', "the colon between a key and its value is missing here"),
        ('{"a": nothing}', "a value is missing here"),
        ('{"a": "b', "the string that begins here is not closed"),
        ('{"a": "\\q"}', "a backslash begins nothing that JSON knows"),
        ("{} {}", "something follows the end of the document"),
        ('{"a": 1,}', "a comma"),
    ],
)
def test_what_is_no_json_is_told_in_plain_words(document: str, said: str) -> None:
    (problem,) = json.check(document)
    assert problem.rule == "json-syntax"
    assert said in problem.message
    assert problem.line
    assert problem.column

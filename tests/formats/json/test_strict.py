"""Nothing is coerced, and everything that is wrong is told at once."""

from __future__ import annotations

import typing
from enum import Enum
from typing import Any

import pytest

from newsmodel.errors import ParseError
from newsmodel.formats import json
from newsmodel.formats._shared import encoding
from newsmodel.model.base import hints
from newsmodel.plain.classes import model_classes, vocabularies
from tests.formats.json.documents import HEAD


@pytest.fixture(params=[True, False], ids=["fast", "plain"], autouse=True)
def extra(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test runs with the extra and without."""
    monkeypatch.setattr(encoding, "FAST", request.param)


def refused(members: str) -> tuple[tuple[str | None, str], ...]:
    with pytest.raises(ParseError) as caught:
        json.loads(f"{{{HEAD},{members}}}")
    assert caught.value.format == "json"
    return caught.value.reasons


WHOLE, TRUTH = "a whole number was expected", "true or false was expected"
STRING, LIST = "a string was expected", "a list was expected"
OBJECT, MOMENT = "an object was expected", "a date and time such as"


@pytest.mark.parametrize(
    ("members", "path", "reason"),
    [
        ('"headline":null', "$.headline", "null is no value: leave the key out"),
        ('"body":null', "$.body", f"{LIST}, not null"),
        ('"status":null', "$.status", "one of 'usable', "),
        ('"headline":5', "$.headline", f"{STRING}, not 5"),
        ('"headline":true', "$.headline", f"{STRING}, not true"),
        ('"headline":["a"]', "$.headline", f"{STRING}, not ['a']"),
        ('"version":"5"', "$.version", f"{WHOLE}, not '5'"),
        ('"version":true', "$.version", f"{WHOLE}, not true"),
        ('"version":1.0', "$.version", f"{WHOLE}, not 1.0"),
        ('"version":-1', "$.version", "-1 is less than 0"),
        ('"urgency":10', "$.urgency", "10 is not between 1 and 9"),
        ('"language":"x_y"', "$.language", "'x_y' is not a language tag"),
        ('"status":"Usable"', "$.status", "one of 'usable', "),
        ('"content_warnings":"abc"', "$.content_warnings", f"{LIST}, not 'abc'"),
        ('"content_warnings":{"a":1}', "$.content_warnings", f"{LIST}, not {{'a': 1}}"),
        ('"content_warnings":["a",1]', "$.content_warnings[1]", f"{STRING}, not 1"),
        ('"body":["text"]', "$.body[0]", f"{OBJECT}, not 'text'"),
        ('"body":[{"type":"Foo"}]', "$.body[0]", "its 'type' is 'Foo', none of BlockQuote, "),
        ('"body":[{"type":["Foo"]}]', "$.body[0]", "its 'type' is ['Foo'], none of "),
        ('"body":[{"content":["a"]}]', "$.body[0]", "its 'type' is null, none of "),
        ('"body":[{"type":"Emphasis"}]', "$.body[0]", "its 'type' is 'Emphasis', none of "),
        ('"mood":1', "$.mood", "'mood' is not known here: Article has no such field"),
        *(
            (f'"{name}":1', f"$.{name}", f"has no such field; did you mean {meant!r}?")
            for name, meant in (
                ("headlin", "headline"),
                ("Headline", "headline"),
                ("versionCreated", "version_created"),
                ("subject", "subjects"),
            )
        ),
        ('"provider":{"qCode":"a:b"}', "$.provider.qCode", "did you mean 'qcode'?"),
        ('"type ":1', "$['type ']", "'type ' is not known here"),
        ('"findings":[]', "$.findings", "'findings' is not known here"),
        ('"provider":{"type":1}', "$.provider.type", f"{STRING}, not 1"),
        ('"provider":"Example"', "$.provider", f"{OBJECT}, not 'Example'"),
        ('"published":"2024-02-30T09:00:00Z"', "$.published", MOMENT),
        ('"published":"2024-01-10"', "$.published", MOMENT),
        ('"published":1704877200', "$.published", MOMENT),
        ('"created":"10 January 2024"', "$.created", MOMENT),
        ('"created":"2023-02-29"', "$.created", "a date such as '2024-01-10'"),
        ('"dialect":{"tagged":"no"}', "$.dialect.tagged", f"{TRUTH}, not 'no'"),
        ('"dialect":{"tagged":1}', "$.dialect.tagged", f"{TRUTH}, not 1"),
        ('"videos":[{"duration":true}]', "$.videos[0].duration", "a number was expected"),
        ('"videos":[{"duration":1e400}]', "$.videos[0].duration", "that a double can hold"),
        ('"images":[{"focal_point":{"x":0}}]', "$.images[0].focal_point", "'y' is missing"),
        ('"mood":"a\\u0007"', "$.mood", "'mood' is not known here"),
        (
            '"body":[{"type":"Paragraph","attributes":{"class":1}}]',
            "$.body[0].attributes",
            "an object of strings was expected",
        ),
        (
            '"body":[{"type":"Paragraph","content":[{"type":"InlineQuote","marks":["a"]}]}]',
            "$.body[0].content[0].marks",
            "a list of 2 was expected",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_path(members: str, path: str, reason: str) -> None:
    ((found, said),) = refused(members)
    assert found == path
    assert reason in said


def test_everything_wrong_is_told_at_once() -> None:
    reasons = refused(
        '"version":null,"headline":5,"body":[{"type":"Foo"},{"type":"Heading","level":"2"}],'
        '"images":[{"captions":[{"text":1,"mood":2}]}],"mood":3'
    )
    assert sorted(path for path, _ in reasons if path) == [
        "$.body[0]",
        "$.body[1].level",
        "$.headline",
        "$.images[0].captions[0].mood",
        "$.images[0].captions[0].text",
        "$.mood",
        "$.version",
    ]


def test_a_document_that_does_not_say_what_it_is_is_told_the_rest_too() -> None:
    with pytest.raises(ParseError) as caught:
        json.loads('{"type":"Article","headline":5}')
    assert [path for path, _ in caught.value.reasons] == ["$.newsmodel", "$", "$.headline"]


@pytest.mark.parametrize(
    ("marked", "path", "reason"),
    [
        (f'{{{HEAD},"version":¦NaN}}', "$.version", "no JSON number"),
        (f'{{{HEAD},\n"version":¦-Infinity}}', "$.version", "no JSON number"),
        (f'{{{HEAD},"id":¦"b"}}', "$.id", "twice"),
        (f'{{{HEAD},"provider":{{"uri":"a",\n"uri":¦"a"}}}}', "$.provider.uri", "twice"),
        (f'{{{HEAD},"\\u0069d":¦"b"}}', "$.id", "twice"),
        (f"{{{HEAD},\n¦5}}", "", "not JSON"),
        (f"{{{HEAD}}} ¦x", "", "not JSON"),
        (f"{{{HEAD}¦", "", "not JSON"),
        (f'{{{HEAD},"headline":¦"a', "", "not JSON"),
        ("{¦'newsmodel':'1.0'}", "", "not JSON"),
        ("¦", "", "not JSON"),
    ],
)
def test_what_is_no_json_is_told_with_its_place(marked: str, path: str, reason: str) -> None:
    before, _, after = marked.partition("¦")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    with pytest.raises(ParseError) as caught:
        json.loads(before + after)
    assert caught.value.place == f"line {line}, column {column}" + f", {path}" * bool(path)
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    "spelling",
    [
        '{"id":"urn:example:1","type":"Article","newsmodel":"1.0","headline":"Дощ"}',
        '{ "newsmodel" : "1.0", "type" : "Article", "id" : "urn:example:1", "headline" : "Дощ" }',
        '{"newsmodel":"1.0","type":"Article","id":"urn:example:1","headline":"Д\\u043e\\u0449"}',
        '\ufeff{"newsmodel":"1.0","type":"Article","id":"urn:example:1","headline":"Дощ"}\r\n',
        '\n\t{"newsmodel":"1.0",\n"type":"Article","id":"urn:example:1","headline":"Дощ"}\n\n',
        '{"newsmodel":"1.0","type":"Article","id":"urn:example:1","headline":"Дощ","body":[]}',
    ],
)
def test_every_spelling_of_a_document_is_the_same_document(spelling: str) -> None:
    expected: Any = json.loads(f'{{{HEAD},"headline":"Дощ"}}')
    assert json.loads(spelling) == json.loads(spelling.encode()) == expected


def test_running_text_is_brought_into_normal_form() -> None:
    body = '"body":[{"type":"Paragraph","content":["a","","b",{"type":"LineBreak"}]}]'
    (paragraph,) = json.loads(f"{{{HEAD},{body}}}").body
    assert paragraph == json.loads(f"{{{HEAD},{body}}}".replace('"a","","b"', '"ab"')).body[0]
    assert paragraph.text == "ab\n"


def test_every_vocabulary_is_known() -> None:
    used = {
        kind
        for cls in model_classes()
        for annotation in hints(cls).values()
        for kind in (annotation, *typing.get_args(annotation))
        if isinstance(kind, type) and issubclass(kind, Enum)
    }
    assert used <= {*vocabularies()}

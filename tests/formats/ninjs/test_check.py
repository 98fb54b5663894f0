"""`check` and IPTC's schemas say the same of valid documents and of mutants, in every version."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from newsmodel.formats import ninjs
from newsmodel.formats.ninjs.checking import problems_in
from newsmodel.formats.ninjs.languages import RULE as LANGUAGE
from newsmodel.formats.ninjs.names import READ
from newsmodel.formats.ninjs.versions.kinds import Choice, Kind, ListOf, Number, Plain
from newsmodel.formats.ninjs.versions.shapes import ONE_OF, SHAPES, shape_of
from tests.formats.ninjs.conftest import Complaints

DRAWS = {
    "string": st.sampled_from(["", "a word"]),
    "uri": st.sampled_from(["urn:x:1", "http://example.com/a?b=c#d"]),
    "date-time": st.sampled_from(["2024-01-10T09:00:00Z", "2024-01-10T09:00:00.5+02:00"]),
    "truncated date-time": st.sampled_from(["2024", "2024-02", "2024-02-03"]),
    "object": st.just({}),
    "geojson": st.just({"type": "Point", "coordinates": [1, 2]}),
}
WRONG = st.sampled_from(
    [None, True, 1, -7, 1.5, 400, "x", "a b", "2024-13-01T00:00:00Z", [], {}, ["x"], {"x": 1}]
)
UNTRIED = {"recurrence"}
"""Its dates must be a list and a string at once, by the letter of the schemas: no document can."""


def values(kind: Kind, version: str, depth: int) -> st.SearchStrategy[Any]:
    """Values a kind allows."""
    if isinstance(kind, Plain):
        return DRAWS[kind.form]
    if isinstance(kind, Choice):
        return st.sampled_from(kind.words)
    if isinstance(kind, Number):
        return st.integers(kind.low or 1, kind.high or 5)
    if isinstance(kind, ListOf):
        inner = values(kind.kind, version, depth)
        if kind.named:
            return st.dictionaries(st.sampled_from(["a", "b_1"]), inner, max_size=2)
        return st.lists(inner, max_size=2)
    return objects(kind.name, version, depth - 1)


@st.composite
def objects(draw: st.DrawFn, shape: str, version: str, depth: int = 3) -> dict[str, Any]:
    """Objects of a shape with some of its properties."""
    made: dict[str, Any] = {}
    for name, each in shape_of(shape, version).items():
        deep = not isinstance(each.kind, Plain | Number | Choice) and depth < 1
        if each.name in UNTRIED or (deep and not each.required):
            continue
        if each.required or draw(st.integers(0, 3)) == 0:
            key = f"{name}x" if name.endswith("_") else name
            made[key] = draw(values(each.kind, version, depth))
    for pair in ONE_OF.get(shape, ()):
        names = pair if version >= "3.0" else tuple(map(str.lower, pair))
        keep = draw(st.sampled_from(names))
        for name in names:
            made.pop(name, None)
        kind = shape_of(shape, version)[keep].kind
        made[keep] = draw(values(kind, version, depth))
    if shape == "dates":
        made.pop("expectedStartDate", None)
        made["startDate"] = "2024-01-10T09:00:00Z"
    return made


def mutated(draw: st.DrawFn | Any, document: dict[str, Any]) -> None:
    """Put something wrong somewhere, or take something away."""
    place: Any = document
    while True:
        keys = sorted(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            return
        key = draw(st.sampled_from(keys))
        if not (isinstance(place[key], dict | list) and place[key] and draw(st.booleans())):
            break
        place = place[key]
    if draw(st.integers(0, 4)):
        place[key] = copy.deepcopy(draw(WRONG))
    else:
        del place[key]
    if isinstance(place, dict) and draw(st.integers(0, 4)) == 0:
        place["strange"] = 1


@pytest.mark.parametrize("version", READ)
@given(data=st.data())
def test_check_and_the_schema_agree(
    version: str, complaints: Complaints, data: st.DataObject
) -> None:
    document = data.draw(objects("item", version))
    _agree(document, version, complaints)
    mutated(data.draw, document)
    _agree(document, version, complaints)


def _agree(document: dict[str, Any], version: str, complaints: Complaints) -> None:
    found = [each for each in problems_in(document, version) if each[1] != LANGUAGE]
    if version == "2.0" and "associations" in document:
        return  # its schema refers to a shape that it does not have
    if _recurs(document):
        return
    assert bool(found) == bool(complaints(document, version)), (found, document)


def _recurs(value: Any) -> bool:
    if isinstance(value, dict):
        return "recurrence" in value or any(map(_recurs, value.values()))
    return isinstance(value, list) and any(map(_recurs, value))


def test_check_agrees_on_no_document_by_chance(complaints: Complaints) -> None:
    assert complaints({}, "3.1")
    assert not complaints({"uri": "urn:x:1"}, "3.1")


def test_a_property_of_another_version_is_told() -> None:
    document = {"uri": "urn:x:1", "versionCreated": "2024-01-10T09:00:00Z", "byline": "A"}
    (problem,) = ninjs.check(json.dumps(document))
    assert (problem.rule, problem.path, problem.source) == (
        "ninjs-unknown",
        "$.byline",
        "ninjs 3.1",
    )


def test_every_shape_a_property_names_is_there() -> None:
    for properties in SHAPES.values():
        for each in properties:
            kind: Any = each.kind.kind if isinstance(each.kind, ListOf) else each.kind
            assert getattr(kind, "name", "item") in SHAPES


def test_no_more_than_a_thousand_problems_are_listed() -> None:
    assert len(ninjs.check(json.dumps({"uri": "x:y", "subjects": [0] * 5000}))) == 1000


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (b'{"uri": "urn:x:1",\n "headline": "\xff"}', "line 2, column 15"),
        (b"[1, 2]", "an object was expected [ninjs-json] (at line 1, column 2, $[0])"),
        (b"null", "an object was expected [ninjs-json] (at line 1, column 1)"),
        ('{"uri": "a\nb"}', "there is a line break or another control character in a string"),
        ('{"uri": "urn:x:1",}', "a key in double quotes is missing here"),
        ('{"uri": "urn:x:1", "urgency": 12}', "12 is not between 1 and 9: give one that is"),
        ('{"uri": "urn:x:1", "urgency": "five"}', 'not the string "five"'),
        ('{"uri": "urn:x:1", "type": "poem"}', '"poem" may not stand here: write one of text'),
        ('{"uri": "urn:x:1", "versioncreated": "today"}', '"today" is no date and time'),
        ('{"uri": "a b"}', '"a b" is no URI (RFC 3986): give a whole address'),
    ],
)  # fmt: skip
def test_a_finding_shows_the_value_and_the_place_and_says_what_to_do(
    document: str | bytes, said: str
) -> None:
    assert said in "\n".join(map(str, ninjs.check(document)))


@pytest.mark.parametrize(
    ("name", "more", "remedy"),
    [
        ("Headlines", "", "write 'headlines', if that is meant"),
        ("headlne", "", "write 'headlines', if that is meant"),
        ("usage_terms", "", "write 'usageTerms', if that is meant"),
        ("Headlines", '"headlines":[{"value":"Ferry"}],', "correct or drop it"),
        ("mood", "", "correct or drop it"),
    ],
)
def test_the_property_that_was_meant_is_named(name: str, more: str, remedy: str) -> None:
    text = f'{{"uri":"urn:x:1","standard":{{"name":"ninjs","version":"3.1"}},{more}"{name}":1}}'
    (problem,) = ninjs.check(text)
    assert problem.message == f"ninjs 3.1 has no property {name!r} here: {remedy}"


def test_the_stem_that_was_meant_is_named_in_ninjs_1() -> None:
    (problem,) = ninjs.check('{"uri":"urn:x:1","headline":"F","bodyXhtml":"<p>a</p>"}')
    assert problem.message.endswith("write 'body_xhtml', if that is meant")


def test_a_language_nobody_has_registered_is_told() -> None:
    text = (
        '{"uri":"urn:x:1","language":"ua","headlines":[{"value":"Пором"}],"associations":'
        '[{"name":"a","uri":"urn:x:2","language":"x-own"}]}'
    )
    said = [(p.rule, p.path, p.message) for p in ninjs.check(text)]
    message = "'ua' is no registered language tag: 'uk' (Українська) is probably meant"
    assert said == [("ninjs-language", "$.language", message)]
    assert message in {problem.message for problem in ninjs.loads(text).findings}

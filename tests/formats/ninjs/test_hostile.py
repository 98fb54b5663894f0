"""Input that is made to do harm, or merely broken: an error with a place, or a right result."""

from __future__ import annotations

import copy
import json
import sys
from typing import Any

import pytest
from hypothesis import given, strategies as st

from newsmodel.errors import ParseError, UnsupportedVersionError
from newsmodel.formats import ninjs
from newsmodel.formats.ninjs.versions.shapes import SHAPES
from newsmodel.model import Article
from tests.formats.ninjs import documents

JUNK: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, 10**400, "", "x", "<p>x", [], [[]], {}, {"": None}, [None], [1, "a"],
    [{}], [{"value": 5}], {"a": {"uri": 5}}, "\ud800", "a\x00b", {"type": "Point"},
)  # fmt: skip
"""Values of every type, for any property."""

PLACED = [
    pytest.param("[" * 100_000, id="brackets"),
    pytest.param('{"a":' * 100_000, id="braces"),
    pytest.param('{"uri": "x", "a": ' + "[" * 500 + "]" * 500 + "}", id="deep"),
    pytest.param('{"uri": "x", "urgency": NaN}', id="nan"),
    pytest.param('{"uri": "x", "urgency": 1e999}', id="infinite"),
    pytest.param('{"uri": "x", "urgency": ' + "9" * 5000 + "}", id="digits"),
    pytest.param('{"uri": "x",\n "uri": "y"}', id="twice"),
    pytest.param('{"uri": "x", "headlines": [{"val', id="truncated"),
    pytest.param('{"uri": "x\n"}', id="raw newline"),
    pytest.param(b'{"uri": "\xff"}', id="not utf-8"),
    pytest.param('{"uri": "x"}'.encode("utf-16"), id="utf-16"),
]


@pytest.mark.parametrize("data", PLACED)
def test_it_is_refused_with_its_place(data: str | bytes) -> None:
    with pytest.raises(ParseError) as caught:
        ninjs.loads(data)
    assert caught.value.place
    (problem,) = ninjs.check(data)
    assert problem.rule == "ninjs-json"
    assert problem.message == caught.value.reason


def test_check_says_where() -> None:
    (problem,) = ninjs.check('{"uri": "x:y",\n  "versionCreated": "yesterday"}')
    assert (problem.line, problem.column, problem.path) == (2, 21, "$.versionCreated")
    assert problem.rule == "ninjs-format"


def test_a_byte_order_mark_is_no_harm() -> None:
    data = b'\xef\xbb\xbf{"uri": "urn:x:1"}'
    assert ninjs.loads(data).id == "urn:x:1"


def test_a_later_major_version_is_refused() -> None:
    data = '{"uri": "urn:x:1", "standard": {"name": "ninjs", "version": "4.0"}}'
    with pytest.raises(UnsupportedVersionError):
        ninjs.loads(data)
    assert [problem.rule for problem in ninjs.check(data)] == ["ninjs-json"]


def test_a_later_minor_version_is_read() -> None:
    standard = {"name": "ninjs", "version": "3.9"}
    article = ninjs.loads(json.dumps({"uri": "urn:x:1", "standard": standard, "new": 1}))
    assert json.loads(ninjs.dumps(article))["new"] == 1


def test_surrogates_without_a_partner_are_replaced_and_kept() -> None:
    document = {"uri": "urn:x:1", "title": "a\ud800b", "x\udfff": "\ud800", "by": "\x00"}
    article = ninjs.loads(json.dumps(document))
    assert (article.title, article.byline) == ("a\ufffdb", "\ufffd")
    again = json.loads(ninjs.dumps(article).encode())
    assert {name: again[name] for name in document} == document


@pytest.mark.parametrize("name", ["body_html", "title"])
def test_fifty_megabytes_in_one_string(name: str) -> None:
    data = json.dumps({"uri": "urn:x:1", name: "ferry " * (50_000_000 // 6)})
    article = ninjs.loads(data)
    held = article.title if name == "title" else article.text
    assert held is not None
    assert held.count("ferry") == 50_000_000 // 6


@pytest.mark.parametrize("depth", [10, 30])
def test_associations_within_associations(depth: int) -> None:
    document: dict[str, Any] = {"uri": "urn:x:0"}
    for number in range(depth):
        document = {"uri": f"urn:x:{number + 1}", "associations": [{"name": "a", **document}]}
    article = ninjs.loads(json.dumps(document))
    again = json.loads(ninjs.dumps(article))
    assert again["associations"] == document["associations"]


@pytest.mark.parametrize("version", ["1.6", "2.1", "3.1"])
def test_wrong_types_are_kept_and_reported(version: str) -> None:
    names = {p.name_in(version) for p in SHAPES["item"]} - {"uri", "associations"}
    for name in sorted(names):
        for junk in JUNK:
            part = {"type": "text", name: junk}
            picture = {"name": "a", "uri": "urn:x:2", "type": "picture", name: junk}
            _holds({"uri": "urn:x:1", **part, "associations": [picture]}, version)
    for junk in JUNK:
        _holds({"uri": "urn:x:1", "associations": junk}, version)


def _holds(document: dict[str, Any], version: str) -> None:
    text = json.dumps(document)
    try:
        article = ninjs.loads(text)
    except UnsupportedVersionError:
        return
    ninjs.dumps(article, version=version)
    assert ninjs.check(text) == article.findings


@given(st.data())
def test_a_mutated_document_comes_back_too(data: st.DataObject) -> None:
    _, document = data.draw(st.sampled_from(sorted(documents.ALL.values(), key=str)))
    document = json.loads(json.dumps(document))
    for _ in range(data.draw(st.integers(1, 3))):
        _mutate(data, document)
    text = json.dumps(document)
    try:
        article = ninjs.loads(text)
    except UnsupportedVersionError:
        return
    assert isinstance(article, Article)
    version = article.dialect.version if article.dialect else "3.1"
    assert version is not None
    target = {"1": "1.6", "2": "2.1", "3": "3.1"}[version[0]]
    again = json.loads(ninjs.dumps(article, version=target))
    for names in (document, again):
        names.pop("standard", None)
        names.pop("$standard", None)
    if not isinstance(document.pop("uri", None), str):
        assert again["uri"].startswith("urn:newsmodel:ninjs:")
    again.pop("uri")
    assert again == document


def _mutate(data: st.DataObject, document: Any) -> None:
    """Put junk somewhere, or take something away."""
    place = document
    while True:
        keys = sorted(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        inner = place[key]
        if isinstance(inner, dict | list) and inner and data.draw(st.booleans()):
            place = inner
        else:
            break
    if data.draw(st.booleans()):
        junk = data.draw(st.sampled_from([junk for junk in JUNK if junk != 10**400]))
        place[key] = copy.deepcopy(junk)
    else:
        del place[key]


def test_the_stack_is_not_used_up() -> None:
    limit = sys.getrecursionlimit()
    nested = "x"
    for _ in range(90):
        nested = json.loads(json.dumps([nested]))
    article = ninjs.loads(json.dumps({"uri": "urn:x:1", "deep": nested}))
    assert json.loads(ninjs.dumps(article))["deep"] == nested
    assert sys.getrecursionlimit() == limit

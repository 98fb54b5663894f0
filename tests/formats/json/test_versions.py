"""Documents of other versions of the layout."""

from __future__ import annotations

import json as stdlib
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from newsmodel.errors import ParseError, UnsupportedVersionError
from newsmodel.formats import json
from newsmodel.formats._shared import encoding
from newsmodel.formats.json.layout import current
from newsmodel.model import Article, Extension, Message, Paragraph, Video
from tests.formats.json.documents import containers, documents

NEWER: dict[str, Any] = {
    "newsmodel": "1.7",
    "type": "Article",
    "id": "urn:example:1",
    "headline": "Rain",
    "body": [
        {"type": "Paragraph", "content": ["First."]},
        {"type": "Paragraph", "content": ["Second."], "tone": {"is": ["glad", None, 1.5]}},
    ],
    "images": [{"id": "i", "captions": [{"text": "A cat", "mood": 1}], "depth": 3}],
    "mood": "glad",
}


def keep(document: Any) -> Article:
    return json.loads(stdlib.dumps(document), unknown="keep")


def written(thing: Article | Message) -> Any:
    return stdlib.loads(json.dumps(thing))


def test_unknown_keys_are_refused_with_a_remedy() -> None:
    with pytest.raises(ParseError, match="unknown='keep'") as caught:
        json.loads(stdlib.dumps(NEWER))
    paths = [path for path, _ in caught.value.reasons]
    assert {"$.mood", "$.body[1].tone", "$.images[0].depth", "$.images[0].captions[0].mood"} < {
        *paths
    }


def test_a_newer_minor_version_without_unknown_keys_is_read() -> None:
    document = '{"newsmodel":"1.7","type":"Article","id":"x"}'
    assert json.loads(document) == Article(id="x")


def test_unknown_keys_are_kept_and_written_again() -> None:
    article = keep(NEWER)
    assert article.headline == "Rain"
    assert article.images[0].captions[0].text == "A cat"
    assert written(article) == NEWER
    assert written(keep(written(article))) == NEWER


def test_they_are_carried_as_extensions_in_the_meantime() -> None:
    article = keep(NEWER)
    assert {e.format for e in (*article.extensions, *article.images[0].extensions)} == {"json"}
    assert [e.content for e in article.extensions if e.place == "$"] == ['{"mood": "glad"}']


@pytest.mark.parametrize("content", ['{"mood":1e-07}', '{"mood":[1e+16]}', '{"a":0.25,"b":5e-324}'])
def test_numbers_in_them_and_beside_them_are_spelled_one_way(
    content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Extension(format="json", place="$", content=content)
    article = Article(id="x", videos=(Video(duration=1.192092896e-07),), extensions=(kept,))
    fast = json.dumps(article)
    assert content[1:-1] in fast
    assert '"duration":1.192092896e-07' in fast
    monkeypatch.setattr(encoding, "FAST", False)
    assert json.dumps(article) == fast


@pytest.mark.parametrize(
    "content",
    [
        '{"mood":NaN}',
        '{"mood":1e999}',
        '{"mood":1,"mood":2}',
        '{"mood":"\\ud800"}',
        '{"mood":' + "[" * 201 + "]" * 201 + "}",
        '{"mood":' + "[" * 100_000 + "]" * 100_000 + "}",
    ],
    ids=["nan", "infinite", "twice", "surrogate", "deep", "brackets"],
)
def test_what_no_document_could_say_stays_carried(content: str) -> None:
    kept = Extension(format="json", place="$", content=content)
    article = Article(id="x", extensions=(kept,))
    assert json.loads(json.dumps(article)) == article
    assert json.loads(json.dumps(article), unknown="keep") == article


def test_an_edit_elsewhere_leaves_them() -> None:
    edited = attrs.evolve(keep(NEWER), headline="Snow")
    assert written(edited) == NEWER | {"headline": "Snow"}


def test_they_follow_their_object_to_another_place() -> None:
    article = keep(NEWER)
    moved = attrs.evolve(article, body=("New.", article.body[1], article.body[0]))
    blocks = written(moved)["body"]
    assert [("tone" in block) for block in blocks] == [False, True, False]


def test_what_belonged_to_an_edited_object_is_carried_and_given_to_no_other() -> None:
    article = keep(NEWER)
    edited = attrs.evolve(article, body=(article.body[0], Paragraph(content="Other.")))
    document = written(edited)
    assert "tone" not in stdlib.dumps(document["body"])
    assert "tone" in stdlib.dumps(document["extensions"])
    assert keep(document).body == edited.body


def test_messages_keep_them_too() -> None:
    document = {
        "newsmodel": "1.2",
        "type": "Message",
        "header": {"sent": "2024-01-10T09:00:00+00:00", "speed": 2},
        "items": [{"type": "Article", "id": "a", "mood": 1}, {"type": "Article", "id": "b"}],
        "seal": "s",
    }
    message = json.loads_message(stdlib.dumps(document), unknown="keep")
    assert written(message) == document


def test_files_keep_them_too(tmp_path: Any) -> None:
    path = tmp_path / "newer.json"
    path.write_text(stdlib.dumps(NEWER), encoding="utf-8")
    assert written(json.load(path, unknown="keep")) == NEWER
    assert [written(article) for article in json.iterload(path, unknown="keep")] == [NEWER]


def test_keeping_forgives_nothing_else() -> None:
    with pytest.raises(ParseError) as caught:
        keep(NEWER | {"headline": 5})
    assert caught.value.reasons == (("$.headline", "a string was expected, not 5"),)


@given(documents(), st.data())
def test_any_unknown_key_comes_back(document: Any, data: st.DataObject) -> None:
    objects = [whole for whole in containers(document) if isinstance(whole, dict)]
    objects = [o for o in objects if "type" in o or "newsmodel" in o or "value" in o]
    for whole in data.draw(st.lists(st.sampled_from(objects), max_size=3)):
        whole["x-mood"] = data.draw(st.sampled_from([1, "a", [None], {"b": {"c": 0.5}}]))
    message = json.loads_message(stdlib.dumps(document), unknown="keep")
    again = message if document["type"] == "Message" else message.items[0]
    assert isinstance(again, Article | Message)
    assert written(again) == document


def test_what_others_carry_within_an_object_is_not_in_the_way() -> None:
    kept_before = [{"format": "json", "place": "", "content": ""}]
    item = {"id": "urn:x:1", "images": [{"extensions": kept_before}]}
    package = {"type": "Package", "item": item, "groups": [{}], "x-mood": 1}
    document = {"newsmodel": "1.0", "type": "Message", "items": [package]}
    message = json.loads_message(stdlib.dumps(document), unknown="keep")
    assert written(message) == document


# ------------------------------------------------------------------ other layouts
@pytest.mark.parametrize("version", ["2.0", "99.1", "0.9"])
def test_another_layout_is_refused_by_name(version: str) -> None:
    for unknown in ("refuse", "keep"):
        with pytest.raises(UnsupportedVersionError) as caught:
            json.loads(f'{{"newsmodel":"{version}","type":"Article","x":1}}', unknown=unknown)
        assert caught.value.version == version
        assert caught.value.place == "$.newsmodel"


@pytest.mark.parametrize("version", ['""', '"1"', "1", "1.0", "null", '"1.0.0"', '"01.0"', '"١.0"'])
def test_what_is_no_version_is_refused(version: str) -> None:
    with pytest.raises(ParseError, match="name the version of its layout") as caught:
        json.loads(f'{{"newsmodel":{version},"type":"Article","id":"x"}}')
    assert caught.value.place == "$.newsmodel"


def test_older_layouts_are_upgraded_step_by_step() -> None:
    steps = {
        1: lambda plain: {**plain, "newsmodel": "2.0", "b": plain["a"] + 1},
        2: lambda plain: {**plain, "newsmodel": "3.0", "c": plain["b"] + 1},
    }
    first = {"newsmodel": "1.4", "a": 1}
    assert current(first, major=3, upgrades=steps) == {"newsmodel": "3.0", "a": 1, "b": 2, "c": 3}
    assert first == {"newsmodel": "1.4", "a": 1}
    assert current({"newsmodel": "3.9"}, major=3, upgrades=steps) == {"newsmodel": "3.9"}
    for version in ("0.1", "4.0"):
        with pytest.raises(UnsupportedVersionError, match=r"layouts 1\.x to 3\.x"):
            current({"newsmodel": version}, major=3, upgrades=steps)

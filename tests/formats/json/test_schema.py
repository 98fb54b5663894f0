"""The schema says what the reader does."""

from __future__ import annotations

import json
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given

from newsmodel.errors import ParseError
from newsmodel.formats import json as news_json
from newsmodel.model import Message, Quote
from newsmodel.model.base import fields_of, hints
from newsmodel.plain import from_plain
from newsmodel.plain.classes import model_classes
from tests.formats.json.documents import JUNK, documents, spoilt_documents, text_of

STORED = [
    cls
    for cls in model_classes()
    if all(other is cls or not issubclass(other, cls) for other in model_classes())
    and cls not in (Message, Quote)  # one is a whole document, the other derived
]
VALIDATOR = jsonschema.Draft202012Validator(news_json.schema())


def is_read(document: Any) -> bool:
    """Whether the reader takes it, with no character replaced."""
    try:
        return not news_json.loads_message(text_of(document)).findings
    except ParseError:
        return False


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(news_json.schema())
    json.dumps(news_json.schema(), allow_nan=False)


def test_it_is_the_same_each_time() -> None:
    assert json.dumps(news_json.schema()) == json.dumps(news_json.schema())


@given(documents())
def test_what_is_written_is_valid(document: Any) -> None:
    error = jsonschema.exceptions.best_match(VALIDATOR.iter_errors(document))
    assert error is None


@given(spoilt_documents())
def test_reader_and_schema_agree(document: Any) -> None:
    assert is_read(document) == VALIDATOR.is_valid(document)


@pytest.mark.parametrize("cls", STORED, ids=lambda cls: cls.__name__)
def test_every_field_is_described(cls: type) -> None:
    definitions = news_json.schema()["$defs"]
    named = [definitions[n] for n in (cls.__name__, f"Tagged{cls.__name__}") if n in definitions]
    for definition in named:
        assert definition["description"]
        for field in fields_of(cls):
            if field.eq:
                assert definition["properties"][field.name]["description"]
    assert named


def test_a_document_says_its_version_and_what_it_is() -> None:
    for document, name in zip(news_json.schema()["anyOf"], ("Article", "Message"), strict=True):
        assert document["properties"]["type"] == {"const": name}
        assert document["required"][:2] == ["newsmodel", "type"]
        assert document["additionalProperties"] is False


BY_KIND = {
    str(hints(cls)[field.name]): (cls, field.name)
    for cls in STORED
    for field in fields_of(cls)
    if field.eq
}
"""For each annotation there is, one class and field that has it."""


@pytest.mark.parametrize(("cls", "name"), BY_KIND.values(), ids=BY_KIND.keys())
def test_they_agree_on_each_sort_of_field(cls: type, name: str) -> None:
    definitions = news_json.schema()["$defs"]
    known = cls.__name__ if cls.__name__ in definitions else f"Tagged{cls.__name__}"
    tag = {} if known == cls.__name__ else {"type": cls.__name__}
    required = [f.name for f in fields_of(cls) if f.default is attrs.NOTHING]
    needed: dict[str, Any] = {n: "x" if hints(cls)[n] is str else 0.5 for n in required}
    validator = VALIDATOR.evolve(schema={"$ref": f"#/$defs/{known}", "$defs": definitions})
    for value in JUNK:
        plain = {**needed, name: value}
        assert validator.is_valid({**tag, **plain}) == is_taken(cls, plain), value


def is_taken(cls: type, plain: dict[str, Any]) -> bool:
    try:
        from_plain(cls, plain)
    except ParseError:
        return False
    return True

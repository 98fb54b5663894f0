"""What is read, to the letter: nothing of it changes unless somebody meant it to."""

from __future__ import annotations

import json as plain_json
from pathlib import Path
from typing import Any

import pytest

from newsmodel.formats import json, newsml
from newsmodel.model import Message
from tests.formats.newsml import test_irregular, test_typed
from tests.formats.newsml.documents import triples
from tests.formats.newsml.everything import EVERYTHING
from tests.kept import assert_kept

HERE = Path(__file__).parent / "read"
KINDS = ("irregular", "typed", "everything")


def lines(kind: str) -> list[str]:
    """What is read of all documents of a kind, as lines of JSON."""
    if kind == "irregular":
        found = {str(case): test_irregular.read(case) for case in test_irregular.CASES}
    elif kind == "typed":
        cases = test_typed.CASES.items()
        found = {name: newsml.loads_message(document) for name, (document, *_) in cases}
    else:
        found = {"a message": newsml.loads_message(EVERYTHING)}
    told = {name: _told(message) for name, message in found.items()}
    return plain_json.dumps(told, ensure_ascii=False, indent=1).splitlines()


def _told(message: Message) -> dict[str, Any]:
    """A message as plain data, with what is found wrong with it."""
    findings = [*message.findings, *(each for item in message.articles for each in item.findings)]
    plain: dict[str, Any] = plain_json.loads(json.dumps(message))
    return plain | {"found": [str(each) for each in findings]}


@pytest.mark.parametrize("kind", KINDS)
def test_documents_are_read_as_they_were(kind: str) -> None:
    assert_kept(HERE / f"{kind}.json", lines(kind))


def test_everything_is_valid_kept_and_no_departure() -> None:
    """What the schema allows is told as no departure, and all of it is written again."""
    assert [each for each in newsml.check(EVERYTHING) if each.rule.startswith("schema.")] == []
    message = newsml.loads_message(EVERYTHING, strict=True)
    assert message.findings == ()
    assert triples(newsml.dumps(message)) == triples(EVERYTHING)

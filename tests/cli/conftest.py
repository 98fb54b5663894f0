"""Running the command line within the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import attrs
import pytest

from newsmodel import Article, Message
from newsmodel.cli.app import app
from newsmodel.formats import json


@attrs.frozen
class Ran:
    """How a run of the command line ended."""

    status: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Calls the command line with some arguments."""

    def call(*arguments: object) -> Ran:
        with pytest.raises(SystemExit) as left:
            app([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        status = left.value.code
        assert isinstance(status, int)
        return Ran(status, captured.out, captured.err)

    return call


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file of one article."""
    path = tmp_path / "ferry.json"
    article = Article(
        id="urn:example:ferry", language="en", headline="Ferry to sail", body=["It will."]
    )
    json.dump(article, path)
    return path


@pytest.fixture
def several(tmp_path: Path) -> Path:
    """A file of three articles."""
    path = tmp_path / "several.json"
    items = [
        Article(id=f"urn:example:{n}", headline=f"Story {n}", language="en") for n in (1, 2, 3)
    ]
    json.dump(Message(items=tuple(items)), path)
    return path

"""The page on ninjs says of each property what the table says."""

from __future__ import annotations

import re

import pytest

from newsmodel.formats.ninjs.documents.table import ELSEWHERE, MEDIUM, STORY
from newsmodel.formats.ninjs.versions.dialects import FIRST
from newsmodel.formats.ninjs.versions.shapes import shape_of
from newsmodel.model import Article, Image, Media, Translation, Video
from newsmodel.model.base import fields_of
from tests.house.sources import ROOT

ROW = re.compile(r"^\| (`\w+`) \|(.*)\|(.*)\|(.*)\|(.*)\|$", re.MULTILINE)
TEXTS = {
    "headlines": ["headline", "headline_…"],
    "descriptions": ["description_…"],
    "bodies": ["body_…"],
}


def words(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def rows() -> dict[str, list[list[str]]]:
    page = (ROOT / "docs" / "ninjs.md").read_text(encoding="utf-8")
    return {words(row[0])[0]: [words(cell) for cell in row[1:]] for row in ROW.findall(page)}


def test_the_page_lists_every_property() -> None:
    assert list(rows()) == list(shape_of("item", "3.1"))


@pytest.mark.parametrize("name", shape_of("item", "3.1"))
def test_a_row_is_that_of_the_table(name: str) -> None:
    second = [p.name_in("2.1") for p in shape_of("item", "2.1").values() if p.name == name]
    first = [old for old, new in FIRST.items() if new == name and old in shape_of("item", "1.6")]
    article, medium = ELSEWHERE.get(name, ((), ()))
    story = dict.fromkeys([*(r.field for r in STORY if r.name == name), *article])
    media = dict.fromkeys([*(r.field for r in MEDIUM if r.name == name), *medium])
    assert rows()[name] == [second, TEXTS.get(name, first), list(story), list(media)]


def test_the_table_names_fields_there_are() -> None:
    article = {field.name for cls in (Article, Translation) for field in fields_of(cls)}
    media = {field.name for cls in (Media, Image, Video) for field in fields_of(cls)}
    fields = [row.field for row in STORY] + [f for first, _ in ELSEWHERE.values() for f in first]
    assert {field.partition(".")[0] for field in fields} <= article
    fields = [row.field for row in MEDIUM] + [f for _, second in ELSEWHERE.values() for f in second]
    assert {field.partition(".")[0] for field in fields} <= media

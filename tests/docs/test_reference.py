"""Everything that can be imported from the package has its place in the documentation."""

from __future__ import annotations

import re

import newsmodel
from newsmodel.formats.registry import FORMATS
from tests.house.sources import ROOT


def test_every_public_name_is_documented_once() -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md"))
    documented = re.findall(r"^\.\. auto\w+:: newsmodel\.(\w+)$", pages, re.MULTILINE)
    assert sorted(documented) == sorted(set(dir(newsmodel)) - {"__version__"})


def test_the_table_of_formats_is_that_of_the_library() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| ((?:`[.\w]+`(?:, )?)+) \|", page, re.MULTILINE)
    written = {name: tuple(re.findall(r"[.\w]+", suffixes)) for name, suffixes in rows}
    assert written == {format.name: format.suffixes for format in FORMATS}

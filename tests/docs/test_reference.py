"""Everything that can be imported from the package has its place in the documentation."""

from __future__ import annotations

import importlib
import re

import pytest

import newsmodel
from newsmodel.formats.registry import FORMATS
from tests.house.sources import PACKAGE, ROOT


def test_every_public_name_is_documented_once() -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md"))
    documented = re.findall(r"^\.\. auto(?!module)\w+:: newsmodel\.(\w+)$", pages, re.MULTILINE)
    assert sorted(documented) == sorted(set(dir(newsmodel)) - {"__version__"})


def test_the_table_of_formats_is_that_of_the_library() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| ((?:`[.\w]+`(?:, )?)+) \|", page, re.MULTILINE)
    written = {name: tuple(re.findall(r"[.\w]+", suffixes)) for name, suffixes in rows}
    assert written == {format.name: format.suffixes for format in FORMATS}


@pytest.mark.parametrize(
    "module",
    "bulk captions formats.html formats.json formats.newsml formats.newsml.codes formats.ninjs "
    "formats.text language quotes testing.assertions testing.examples testing.samples "
    "testing.strategies validation".split(),
)
def test_every_name_of_a_module_for_users_is_documented(module: str) -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md"))
    named = re.findall(rf"^\.\. auto\w+:: newsmodel\.{module}\.(\w+)$", pages, re.MULTILINE)
    whole = f".. automodule:: newsmodel.{module}\n   :members:\n"
    left_out = re.search(rf"^{re.escape(whole)}   :exclude-members: (.+)$", pages, re.MULTILINE)
    public = set(importlib.import_module(f"newsmodel.{module}").__all__)
    wanted = set(left_out[1].split(", ")) if left_out else set() if whole in pages else public
    assert wanted <= {*named, *dir(newsmodel)}


def test_every_fixture_of_the_plugin_is_in_the_table() -> None:
    page = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
    source = (PACKAGE / "testing" / "plugin.py").read_text(encoding="utf-8")
    fixtures = re.findall(r"^def (newsmodel_\w+)", source, re.MULTILINE)
    assert fixtures == re.findall(r"^\| `(newsmodel_\w+)` \|", page, re.MULTILINE)

"""Every example in README and the documentation runs, and prints what it says it prints."""

from __future__ import annotations

import doctest
import re
import shutil
from itertools import chain
from pathlib import Path

import pytest

from tests.house.sources import ROOT

PAGES = [
    path
    for path in chain(ROOT.glob("*.md"), sorted((ROOT / "docs").glob("*.md")))
    if ">>> " in path.read_text(encoding="utf-8")
]
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def examples(page: Path) -> doctest.DocTest:
    """The Python blocks of a page as one session, each line where it stands in the page."""
    text = page.read_text(encoding="utf-8")
    lines = [""] * (text.count("\n") + 1)
    for block in BLOCK.finditer(text):
        first = text.count("\n", 0, block.start(1))
        code = block[1].splitlines()
        lines[first : first + len(code)] = code
    return doctest.DocTestParser().get_doctest("\n".join(lines), {}, page.name, str(page), 0)


def test_readme_has_examples() -> None:
    assert ROOT / "README.md" in PAGES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    said: list[str] = []
    result = doctest.DocTestRunner().run(examples(page), out=said.append)
    assert result.attempted
    assert result.failed == 0, "".join(said)

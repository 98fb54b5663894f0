"""Every example in README and the documentation runs, and prints what it says it prints."""

from __future__ import annotations

import re
import runpy
from itertools import chain
from pathlib import Path

import pytest

from tests.docs.pages import Reader, blocks
from tests.house.sources import ROOT

pytestmark = pytest.mark.timeout(300)  # some commands run tests of their own

PAGES = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for path in chain(ROOT.glob("*.md"), sorted((ROOT / "docs").glob("*.md")))
}
RUN = {"python", "console", "diff"}
ELSEWHERE = {
    "sh": "install and run the project's own tools; README's two are run by .ci/run",
    "shown": "files, written as they are met; and examples of rules, which their own tests run",
    "text": "what breaking the small publisher prints: .ci/run breaks it, and see below",
    "{eval-rst}": "made from docstrings",
    "{include}": "another file",
    "{toctree}": "the order of the pages",
}
"""The kinds of blocks that are not run here, and why."""


@pytest.mark.parametrize(
    "page", [page for page, text in PAGES.items() if {b.kind for b in blocks(text)} & RUN]
)
def test_examples(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = list(Reader(page, tmp_path).follow(PAGES[page]))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("page", PAGES)
def test_no_block_of_a_page_goes_untried(page: str) -> None:
    found = blocks(PAGES[page])
    assert len(found) * 2 == len(re.findall(r"^ *```", PAGES[page], re.MULTILINE))
    assert [b for b in found if b.kind not in RUN | ELSEWHERE.keys()] == []
    assert page.endswith("rules.md") or all(b.file for b in found if b.kind == "shown")
    if page.startswith("docs/"):
        assert "newsmodel " not in "".join(b.body for b in found if b.kind == "sh")


def test_commands_for_those_who_work_on_the_project_name_files_there_are() -> None:
    commands = "".join(b.body for text in PAGES.values() for b in blocks(text) if b.kind == "sh")
    named = set(re.findall(r"\b(?:benchmarks|docs|examples|samples|tests|tools)/[\w/.]+", commands))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_mistake_of_the_small_publisher_is_named_with_tests_that_there_are() -> None:
    publisher = ROOT / "examples" / "publisher"
    (told,) = (b.body for b in blocks(PAGES["docs/testing.md"]) if b.kind == "text")
    lines = dict(line.split(": ") for line in told.splitlines() if not line.startswith("$ "))
    assert list(lines) == list(runpy.run_path(str(publisher / "break_it.py"))["MISTAKES"])
    tests = "".join(path.read_text("utf-8") for path in publisher.glob("tests/*.py"))
    assert all(f"def {name}(" in tests for names in lines.values() for name in names.split(", "))


@pytest.mark.parametrize(
    "example",
    [
        "```python\n>>> 1 + 1\n3\n```\n",
        "```python\n1 + 1\n```\n",
        "```python\n>>> one = 1\n\n```\n\n```python\n>>> one\n2\n```\n",
        "- a list\n\n  ```python\n  >>> 1 + 1\n  3\n  ```\n",
        "```console\n$ newsmodel show samples/none.txt\nFerry\n```\n",
        "```{code-block} py\n:caption: 1.py\n\nprint(1)\n```\n```console\n$ python 1.py\n2\n```\n",
    ],
)
def test_an_example_that_is_wrong_is_noticed(example: str, tmp_path: Path) -> None:
    assert list(Reader("wrong.md", tmp_path).follow(example))


def test_an_example_that_is_right_is_not(tmp_path: Path) -> None:
    right = (
        "```python\n>>> one = 1\n>>> one\n1\n\n```\n\n```python\n>>> one + one\n2\n```\n"
        "```{code-block} python\n:caption: one.py\n\nprint(1)\n```\n"
        "```console\n$ python one.py\n1\n$ newsmodel show samples/article.txt\n...ferry...\n```\n"
        "```diff\n--- src/newsmodel/errors.py\n+class OwnError(Exception): ...\n class LossError"
        "(NewsModelError, ValueError):\n```\n"
        "```console\n$ python -c 'from newsmodel.errors import OwnError'\n```\n"
    )
    assert list(Reader("right.md", tmp_path).follow(right)) == []

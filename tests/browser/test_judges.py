"""What outside checkers say of the pages: HTML, accessibility, linked data."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from newsmodel.formats import html
from newsmodel.model import Article
from tests.browser.samples import LATER, pages, real_articles
from tests.browser.tools import EVERYTHING, asked, checked, written

BORNE: tuple[tuple[str, str], ...] = (
    (r"A table row was \d+ columns wide", "a source's own table is as uneven as it came"),
    (r"Table columns? .* no cells beginning", "the same"),
    (r"Row \d+ of a row group .* no cells", "the same"),
    (r"Year may be mistyped", "a source's own date"),
    (r"appears to be written in", "a source that names another language than its own"),
)
"""What may be said of a page, and why."""

WANTING = (r"publisher\.logo", r"twitter:(site|creator)")
"""What the checker asks of linked data that no article can tell: old rules of Google's."""


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return written(tmp_path_factory.mktemp("ours"), list(pages()))


@pytest.fixture(scope="session")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    made = [(name, html.dumps(a, override=True)) for name, a in real_articles(shared)]
    return written(tmp_path_factory.mktemp("real"), made)


def complaints(folder: Path) -> list[str]:
    found = [f"{m['url'][-50:]}: {m['type']}: {m['message']}" for m in checked(folder)]
    return [line for line in found if not any(re.search(known, line) for known, _ in BORNE)]


def violations(files: list[Path]) -> list[Any]:
    return [
        page for page in asked("axe.mjs", "1" if EVERYTHING else "8", *files) if page["violations"]
    ]


def test_the_html_checker_finds_nothing_in_our_pages(ours: list[Path]) -> None:
    assert complaints(ours[0].parent) == []


def test_the_html_checker_finds_nothing_in_pages_of_real_articles(real: list[Path]) -> None:
    assert complaints(real[0].parent) == []


def test_our_pages_are_for_everybody(ours: list[Path]) -> None:
    assert violations(ours) == []


def test_pages_of_real_articles_are_for_everybody(real: list[Path]) -> None:
    assert violations(real) == []


def test_the_linked_data_checker_misses_nothing(tmp_path: Path, whole: Article) -> None:
    (file,) = written(tmp_path, [("whole", html.dumps(whole, at=LATER))])
    (found,) = asked("structured.mjs", file)
    assert len(found["passed"]) > 20
    assert [name for name in found["failed"] if not re.search("|".join(WANTING), name)] == []


def test_linked_data_of_every_page_is_a_news_article(ours: list[Path]) -> None:
    articles = [file for file in ours if "site" not in file.name]
    found = asked("structured.mjs", *articles)
    assert [page["file"] for page in found if "NewsArticle" not in page["passed"]] == []

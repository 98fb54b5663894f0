"""Caption lines of many papers and languages, written for these tests and from real pages."""

from __future__ import annotations

from pathlib import Path

from newsmodel.captions import parse_caption
from tests.captions.scoring import rows_of, scores

OWN = Path(__file__).with_name("lines.tsv")


def test_own_lines_are_many_and_of_many_languages() -> None:
    rows = rows_of(OWN)
    assert len(rows) >= 170
    assert len({row["lang"] for row in rows}) >= 40


def test_own_lines() -> None:
    columns = {"printed": "line", "text": "text", "credit": "credit"}
    found = scores(rows_of(OWN), columns)
    assert all(score >= 0.97 for score in found.values()), found


def test_shared_lines(shared: Path) -> None:
    columns = {"printed": "raw", "text": "caption", "credit": "credit"}
    found = scores(rows_of(shared / "captions.tsv"), columns)
    assert found["text"] >= 0.95
    assert found["credit"] >= 0.95
    assert found["photographers"] >= 0.95
    assert found["agencies"] >= 0.95


def test_captions_without_a_credit_have_none(shared: Path) -> None:
    rows = [row for row in rows_of(shared / "captions.tsv") if row["caption"]]
    credits = [parse_caption(row["caption"], row["lang"]).credit for row in rows]
    assert sum(credit is None for credit in credits) / len(rows) >= 0.97

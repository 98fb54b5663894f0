"""Caption lines of many papers and languages, written for these tests and from real pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsmodel.captions import parse_caption
from tests.captions.scoring import rows_of, scores

OWN = Path(__file__).with_name("lines.tsv")


def test_own_lines_are_many_and_of_many_languages() -> None:
    rows = rows_of(OWN)
    assert len(rows) >= 170
    assert len({row["lang"] for row in rows}) >= 40


@pytest.mark.parametrize("row", rows_of(OWN), ids=lambda row: row["line"][:40])
def test_own_lines_are_taken_apart_as_they_should(row: dict[str, str]) -> None:
    caption = parse_caption(row["line"], row["lang"])
    names = ("; ".join(caption.photographers), "; ".join(caption.agencies))
    assert (caption.text or "", caption.credit or "") == (row["text"], row["credit"])
    assert (caption.label or "") == row["label"]
    assert names == (row["photographers"], row["agencies"])


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

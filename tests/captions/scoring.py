"""How well captions are taken apart: shares of right texts, F1 of names."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from newsmodel.captions import parse_caption


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def scores(rows: Iterable[Mapping[str, str]], columns: Mapping[str, str]) -> dict[str, float]:
    """Scores by field; `columns` names the column of a table that holds each field."""
    rows = list(rows)
    parsed = [parse_caption(row[columns["printed"]], row["lang"]) for row in rows]
    found = {}
    for field in ("text", "credit"):
        right = [
            _fold(getattr(caption, field)) == _fold(row[columns[field]])
            for caption, row in zip(parsed, rows, strict=True)
        ]
        found[field] = sum(right) / len(rows)
    for field in ("photographers", "agencies"):
        pairs = [
            (_names(getattr(caption, field)), _names(row[field].split(";")))
            for caption, row in zip(parsed, rows, strict=True)
        ]
        hits = sum(len(have & want) for have, want in pairs)
        found[field] = 2 * hits / sum(len(have) + len(want) for have, want in pairs)
    return found


def _fold(text: str | None) -> str:
    return " ".join((text or "").replace("\u200b", "").split()).rstrip(" .")


def _names(names: Iterable[str]) -> set[str]:
    return {_fold(name).lower() for name in names if _fold(name)}

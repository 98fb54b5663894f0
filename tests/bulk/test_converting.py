"""`convert_all`: files whole or not at all, none twice, and all of it told."""

from __future__ import annotations

import io
from concurrent.futures import Executor
from pathlib import Path

import pytest

import newsmodel
from newsmodel import bulk
from newsmodel.errors import OptionError
from newsmodel.formats import json, newsml
from tests.bulk import work
from tests.bulk.conftest import article


def test_a_folder_in_a_folder_out(feeds: Path, tmp_path: Path, executor: Executor | None) -> None:
    out = tmp_path / "out"
    summary = bulk.convert_all([feeds], out, to=("json", "newsml"), executor=executor)
    assert (summary.read, summary.written, summary.failed) == (20, 40, 0)
    assert len(list(out.rglob("*.json"))) == len(list(out.rglob("*.newsml.xml"))) == 20
    assert newsmodel.read(out / "1" / "07.newsml.xml") == article(7)
    assert not [path for path in tmp_path.rglob("*") if ".part" in path.name]


@pytest.mark.parametrize("name", ["all.jsonl", "all.newsml.xml"])
def test_all_in_one_file_in_order(
    feeds: Path, tmp_path: Path, executor: Executor | None, name: str
) -> None:
    summary = bulk.convert_all([feeds], tmp_path / name, executor=executor, edit=work.shouted)
    assert (summary.read, summary.written) == (20, 20)
    headlines = [each.headline for each in newsmodel.iterread(tmp_path / name)]
    assert headlines == [f"STORY {n}" for n in (*range(0, 20, 2), *range(1, 20, 2))]


def test_what_a_format_cannot_carry_is_counted_by_place(tmp_path: Path) -> None:
    for number in range(3):
        slugged = newsmodel.Article(id=f"urn:{number}", slugline="S", keywords=["a", "b"])
        json.dump(slugged, tmp_path / f"{number}.json")
    feeds = [tmp_path / f"{number}.json" for number in range(3)]
    summary = bulk.convert_all(feeds, tmp_path / "out", to="text")
    assert summary.not_carried["text", "$.slugline"] == 3
    strict = bulk.convert_all(feeds, tmp_path / "out2", to="text", on_loss="raise")
    assert (strict.read, strict.written, strict.failed) == (3, 0, 3)


def test_what_one_file_for_all_would_lose_is_not_added(
    tmp_path: Path, executor: Executor | None
) -> None:
    original = newsmodel.Article(id="urn:a", language="en", headline="Bridge")
    version = newsmodel.Article(id="urn:b", language="de", headline="Brücke", source_id="urn:a")
    for number, each in enumerate((original, version)):
        json.dump(each, tmp_path / f"{number}.json")
    target = tmp_path / "all.newsml.xml"
    sources = [tmp_path / "0.json", tmp_path / "1.json"]
    summary = bulk.convert_all(sources, target, executor=executor)
    assert summary.not_carried == {("newsml", "$"): 1}
    summary = bulk.convert_all(sources, target, executor=executor, on_loss="raise")
    assert (summary.written, summary.failed) == (1, 1)
    assert newsmodel.read(target) == original


def test_outcomes_are_told_as_they_come(feeds: Path, tmp_path: Path) -> None:
    (feeds / "0" / "02.json").write_text("[]")
    told: list[bulk.Outcome[bulk.Written]] = []
    bulk.convert_all([feeds], tmp_path / "out", to="html", on_outcome=told.append)
    assert len(told) == 20
    bad = told[1]
    assert bad.failure is not None
    assert bad.value is None
    assert told[2].value is not None
    assert told[2].value.targets == (tmp_path / "out" / "0" / "04.html",)


def test_beside_the_sources(feeds: Path) -> None:
    bulk.convert_all([feeds], None, to="html")
    assert (feeds / "1" / "07.html").exists()


def test_no_file_takes_the_place_of_another(feeds: Path, tmp_path: Path) -> None:
    (feeds / "0" / "00.ndjson").write_text(json.dumps(article(99)))
    summary = bulk.convert_all([feeds], tmp_path / "out", to="html")
    assert (summary.written, summary.failed) == (20, 1)
    assert newsmodel.read(tmp_path / "out" / "0" / "00.html").headline == "Story 0"
    same = bulk.convert_all([feeds], None, to="json")
    assert (same.written, same.failed) == (0, 21)


def test_an_interruption_leaves_nothing_half(feeds: Path, tmp_path: Path) -> None:
    def stop(outcome: bulk.Outcome[bulk.Written]) -> None:
        if outcome.document.name.name == "06.json":
            raise KeyboardInterrupt

    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        bulk.convert_all([feeds], out, to="json", on_outcome=stop)
    assert len(list(out.rglob("*.json"))) == 4
    assert not [path for path in tmp_path.rglob("*") if ".part" in path.name]
    with pytest.raises(KeyboardInterrupt):
        bulk.convert_all([feeds], tmp_path / "all.jsonl", on_outcome=stop)
    assert not list(tmp_path.glob("*all.jsonl*"))


def test_an_open_file_takes_what_a_file_would(feeds: Path) -> None:
    buffer = io.BytesIO()
    bulk.convert_all([feeds], buffer, to="newsml")
    assert len(newsml.loads_message(buffer.getvalue()).items) == 20


@pytest.mark.parametrize(
    ("target", "to", "said"),
    [
        ("out", (), "name a format"),
        ("a.jsonl", ("json", "html"), "name one format"),
        ("a.html", ("json",), "needs a folder"),
        ("feeds/0/00.json", (), "is to be read"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_read(
    feeds: Path, target: str, to: tuple[str, ...], said: str
) -> None:
    with pytest.raises(OptionError, match=said):
        bulk.convert_all([feeds], feeds.parent / target, to=to)

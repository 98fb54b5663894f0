"""`newsmodel convert`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import newsmodel
from newsmodel.formats.registry import FORMATS
from tests.cli.conftest import Run

EVERY = [format.name for format in FORMATS]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out" / "deep"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_file_for_each_source_and_format(run: Run, source: Path, out: Path) -> None:
    formats = [word for name in EVERY for word in ("--to", name)]
    ran = run("convert", source, *formats, "-o", out)
    assert (ran.status, ran.err) == (0, "")
    assert names(out) == ["ferry.html", "ferry.json", "ferry.newsml.xml", "ferry.txt"]
    for name in names(out):
        assert f"{source} -> {out / name}\n" in ran.out
        assert newsmodel.read(out / name).headline == "Ferry to sail"


def test_without_an_output_it_writes_beside_the_source(run: Run, source: Path) -> None:
    assert run("convert", source, "--to", "html").status == 0
    assert source.with_name("ferry.html").exists()


def test_an_output_with_a_suffix_of_a_format_is_a_file(
    run: Run, source: Path, tmp_path: Path
) -> None:
    page = tmp_path / "new" / "page.html"
    assert run("convert", source, "-o", page).status == 0
    assert run("convert", source, "-o", page, "--to", "html").status == 0
    assert names(page.parent) == ["page.html"]


def test_a_folder_may_have_any_name(run: Run, source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "old.html"
    folder.mkdir()
    assert run("convert", source, "--to", "html", "-o", folder).status == 0
    assert names(folder) == ["ferry.html"]


def test_the_format_of_a_source_may_be_named(run: Run, source: Path, out: Path) -> None:
    nameless = source.rename(source.with_name("feed.dat"))
    nameless.write_text(nameless.read_text("utf-8").replace('{"newsmodel', '{ "newsmodel'))
    assert run("convert", nameless, "--from", "json", "--to", "json", "-o", out).status == 0
    assert names(out) == ["feed.json"]


def test_a_file_of_several_articles_gives_several(run: Run, several: Path, out: Path) -> None:
    assert run("convert", several, "--to", "json", "-o", out).status == 0
    assert names(out) == ["several-2.json", "several-3.json", "several.json"]
    assert newsmodel.read(out / "several-3.json").headline == "Story 3"


def test_several_articles_for_one_file_name_are_numbered_too(
    run: Run, several: Path, out: Path
) -> None:
    assert run("convert", several, "-o", out / "all.newsml.xml").status == 0
    assert names(out) == ["all-2.newsml.xml", "all-3.newsml.xml", "all.newsml.xml"]


def test_what_a_format_cannot_carry_is_said(run: Run, tmp_path: Path) -> None:
    article = newsmodel.Article(id="urn:example:1", language="en", headline="H", slugline="FERRY")
    newsmodel.write(article, tmp_path / "a.json")
    ran = run("convert", tmp_path / "a.json", "--to", "text")
    assert ran.status == 0
    assert "  not carried: $.slugline" in ran.out


def test_a_bad_file_is_reported_and_does_not_stop_the_rest(
    run: Run, source: Path, tmp_path: Path, out: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"newsmodel": "1.0", "type": "Article", "id": "x", "headlin": "typo"}')
    missing = tmp_path / "missing.json"
    ran = run("convert", bad, missing, source, "--to", "json", "-o", out)
    assert ran.status == 1
    assert names(out) == ["ferry.json"]
    assert f"{bad}: cannot read this as json: " in ran.err
    assert "'headlin' is not known here" in ran.err
    assert "(at $)" in ran.err
    assert f"{missing}: No such file" in ran.err


def test_one_format_that_fails_does_not_stop_the_others(
    run: Run, tmp_path: Path, out: Path
) -> None:
    held = newsmodel.Article(
        id="urn:example:1", language="en", headline="H", status=newsmodel.Status.WITHHELD
    )
    newsmodel.write(held, tmp_path / "held.json")
    ran = run("convert", tmp_path / "held.json", "--to", "html", "--to", "newsml", "-o", out)
    assert ran.status == 1
    assert "withheld" in ran.err
    assert names(out) == ["held.newsml.xml"]


def test_no_file_of_the_call_is_overwritten(run: Run, source: Path, tmp_path: Path) -> None:
    before = source.read_bytes()
    assert run("convert", source, "--to", "json").status == 1
    assert source.read_bytes() == before
    twin = tmp_path / "twin" / source.name
    twin.parent.mkdir()
    twin.write_bytes(before)
    ran = run("convert", source, twin, "--to", "json", "-o", tmp_path / "out")
    assert ran.status == 1
    assert f"not written from {twin}" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name the files"),
        (("a.json",), "name a format"),
        (("a.json", "--to", "docx"), "no format known for 'docx'; known formats: json"),
        (("a.json", "--to", "html", "--from", "odt"), "no format known for 'odt'"),
        (("a.json", "b.json", "-o", "page.html"), "needs a folder"),
        (("a.json", "--to", "json", "-o", "page.html"), "is a html file"),
        (("a.json", "--to", "json", "--too", "x"), "--too"),
        (("a.json", "--to", "json", "-o", __file__), "is a file"),
    ],
)
def test_a_call_that_makes_no_sense_is_a_usage_error(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    ran = run("convert", *arguments)
    assert ran.status == 2
    assert said in ran.err


def test_nothing_printed_can_command_a_terminal(run: Run, tmp_path: Path) -> None:
    ran = run("convert", tmp_path / "a\x1b[2J\udcff.json", "--to", "html")
    assert ran.status == 1
    assert "a\\x1b[2J\\udcff.json" in ran.err


def test_help_names_every_format(run: Run) -> None:
    words = re.findall(r"\w+", run("convert", "--help").out)
    assert set(EVERY) <= set(words)

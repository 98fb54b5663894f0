"""JSON Lines: a document a line, as many as there are."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsmodel
from newsmodel.errors import (
    LossError,
    MultipleArticlesError,
    ParseError,
    UnsupportedVersionError,
)
from newsmodel.formats import json
from newsmodel.model import Article, BlockQuote, Message, Paragraph
from newsmodel.testing import examples

LINE = '{"newsmodel":"1.0","type":"Article","id":"%s"}'


def ids(source: object, **options: object) -> list[str]:
    return [article.id for article in json.iterload(source, **options)]  # type: ignore[arg-type]


def lines(*texts: str) -> io.BytesIO:
    return io.BytesIO("\n".join(texts).encode())


def test_what_is_written_is_read(tmp_path: Path) -> None:
    articles = [*examples.examples().values()]
    path = tmp_path / "all.jsonl"
    json.dump_all(iter(articles), path)
    assert len(path.read_bytes().splitlines()) == len(articles)
    assert [*json.iterload(path)] == articles
    file = io.BytesIO()
    json.dump_all([examples.a_message()], file)
    file.seek(0)
    assert [*json.iterload(file)] == [*examples.a_message().gather()]


def test_nothing_to_write_is_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "none.jsonl"
    json.dump_all([], path)
    assert path.read_bytes() == b""
    assert ids(path) == []


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    def broken() -> Iterator[Article | Message]:
        yield Article(id="a")
        raise RuntimeError

    path = tmp_path / "all.jsonl"
    path.write_bytes(b"before")
    with pytest.raises(RuntimeError):
        json.dump_all(broken(), path)
    assert [p.name for p in tmp_path.iterdir()] == ["all.jsonl"]
    assert path.read_bytes() == b"before"


def test_blank_lines_and_line_ends_of_any_sort_are_passed_over() -> None:
    text = f"\n \n{LINE % 'a'}\r\n\n\t\n{LINE % 'b'}\r\n{LINE % 'c'}"
    assert ids(io.BytesIO(text.encode())) == ["a", "b", "c"]
    assert ids(io.BytesIO(b"\xef\xbb\xbf" + text.lstrip().encode())) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("broken", "place", "error"),
    [
        ('{"newsmodel":"1.0",', "line 4, column 20", ParseError),
        (LINE % "x" + "}", "line 4, column 46", ParseError),
        ('{"newsmodel":"1.0","type":"Article","id":1}', "line 4, $.id", ParseError),
        ('{"newsmodel":"1.0","type":"Article","id":NaN}', "line 4, column 42, $.id", ParseError),
        ("rain", "line 4, column 1", ParseError),
        ('{"newsmodel":"3.0","type":"Article"}', "line 4, $.newsmodel", UnsupportedVersionError),
    ],
)
def test_a_broken_line_is_named(broken: str, place: str, error: type[ParseError]) -> None:
    file = lines("", LINE % "a", "", broken, LINE % "b")
    reader = json.iterload(file)
    assert next(reader).id == "a"
    with pytest.raises(error) as caught:
        next(reader)
    assert type(caught.value) is error
    assert caught.value.place == place
    assert str(caught.value).startswith("cannot read this as json: ")
    assert f"(at {place})" in str(caught.value)


def test_broken_lines_are_skipped_and_reported_on_request() -> None:
    errors: list[ParseError] = []
    file = lines("rain", LINE % "a", "{", LINE % "b", '{"newsmodel":"1.0","type":"Article"')
    assert ids(file, on_error=errors.append) == ["a", "b"]
    assert [str(error.place).partition(",")[0] for error in errors] == [
        "line 1",
        "line 3",
        "line 5",
    ]


def test_the_suffix_tells_too(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text("rain\nsnow\n", encoding="utf-8")
    errors: list[ParseError] = []
    assert ids(path, on_error=errors.append) == []
    assert [error.place for error in errors] == ["line 1, column 1", "line 2, column 1"]


def test_a_file_of_lines_is_loaded_where_it_holds_one_article(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text(f"{LINE % 'urn:a'}\n\n", encoding="utf-8")
    assert json.load(path).id == "urn:a"
    path.write_text(f"{LINE % 'urn:a'}\n{LINE % 'urn:b'}\n", encoding="utf-8")
    for load in (json.load, newsmodel.read):
        with pytest.raises(MultipleArticlesError, match="holds 2 articles"):
            load(path)


def test_a_document_over_several_lines_is_one(tmp_path: Path) -> None:
    article = examples.full_featured()
    for indent in (0, 1, 2):
        file = io.BytesIO(json.dumps(article, indent=indent).encode())
        assert [*json.iterload(file)] == [article]


def test_a_line_that_cannot_be_written_stops_the_rest() -> None:
    deep = Paragraph(content="x")
    nested: Paragraph | BlockQuote = deep
    for _ in range(150):
        nested = BlockQuote(blocks=(nested,))
    with pytest.raises(LossError, match="nested too deep"):
        json.dump_all([Article(id="a", body=(nested,))], io.BytesIO())


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    words = "Rain. " * 2000

    def many(count: int) -> Iterator[Article]:
        return (Article(id=str(number), headline=words) for number in range(count))

    def peak(count: int) -> int:
        path = tmp_path / f"{count}.jsonl"
        tracemalloc.start()
        json.dump_all(many(count), path)
        assert sum(1 for _ in json.iterload(path)) == count
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    few = peak(20)
    assert (tmp_path / "20.jsonl").stat().st_size > 200_000
    assert peak(600) < few + 200_000

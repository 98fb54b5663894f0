"""What is said of a document that cannot be read: what is wrong, once, and what to do."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from newsmodel import ParseError, iterread, read
from newsmodel.formats import newsml
from newsmodel.testing import samples


def refusal(data: str, tmp_path: Path) -> str:
    """What is said of a document, which is the same for text and for a file."""
    path = tmp_path / "feed.xml"
    path.write_text(data, encoding="utf-8")
    with pytest.raises(ParseError) as of_text:
        newsml.loads_message(data)
    with pytest.raises(ParseError) as of_file:
        list(newsml.iterload(path))
    assert str(of_text.value) == str(of_file.value)
    return str(of_text.value)


def test_of_a_document_that_is_cut_off_the_place_is_told_once(tmp_path: Path) -> None:
    said = refusal(samples.story("newsml").read_text("utf-8")[:2000], tmp_path)
    assert said.count(", column") == 1
    assert "recover=True" in said


def test_a_document_without_its_namespace_can_be_read_all_the_same(tmp_path: Path) -> None:
    document = samples.story("newsml").read_text("utf-8")
    bare = document.replace(' xmlns="http://iptc.org/std/nar/2006-10-01/"', "", 1)
    assert "recover=True" in refusal(bare, tmp_path)
    (article,) = newsml.loads_message(bare, recover=True).gather()
    assert article.headline == newsml.loads(document).headline


def test_a_document_of_another_kind_is_named_and_quoted_briefly(tmp_path: Path) -> None:
    said = refusal(f"<rss{'s' * 5000}/>", tmp_path)
    assert "its root is 'rsss" in said
    assert "recover" not in said
    assert len(said) < 300


@pytest.mark.parametrize("data", ["", "feeds/today.xml", "rain"])
def test_what_holds_no_markup_may_be_the_name_of_a_file(data: str, tmp_path: Path) -> None:
    with pytest.raises(ParseError, match=r"holds no markup; newsml\.load reads a file"):
        newsml.loads(data)
    path = tmp_path / "feed.xml"
    path.write_text(data, encoding="utf-8")
    with pytest.raises(ParseError):
        read(path)


@pytest.mark.parametrize("reading", [read, lambda path: list(iterread(path))])
def test_python_shows_which_file_it_was(reading: Callable[[Path], object], tmp_path: Path) -> None:
    path = tmp_path / "cut.xml"
    path.write_bytes(samples.story("newsml").read_bytes()[:999])
    with pytest.raises(ParseError) as caught:
        reading(path)
    assert caught.value.__notes__ == [f"The file is {path}"]
    assert pickle.loads(pickle.dumps(caught.value)).__notes__ == caught.value.__notes__


@pytest.mark.parametrize("reading", [newsml.load, lambda path: list(newsml.iterload(path))])
def test_nothing_of_the_parser_goes_along(
    reading: Callable[[Path], object], tmp_path: Path
) -> None:
    """Its errors cannot be pickled, and clusters pickle the context of an error with it."""
    path = tmp_path / "cut.xml"
    path.write_bytes(samples.story("newsml").read_bytes()[:999])
    with pytest.raises(ParseError) as caught:
        reading(path)
    assert caught.value.__context__ is None

"""The samples: one story in every format, and documents that are awkward as they say."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsmodel
from newsmodel import NewsModelError, UnknownFormatError, public
from newsmodel.formats import html, newsml, ninjs
from newsmodel.formats.registry import FORMATS, format_named
from newsmodel.testing import samples
from newsmodel.testing.assertions import assert_same_article, differences

SAMPLES = samples.samples()


def test_there_is_a_story_in_every_format() -> None:
    assert set(samples.FORMATS) == {format.name for format in FORMATS}


def test_it_is_the_same_story_in_every_format() -> None:
    story = newsmodel.read(samples.story("json"))
    assert [len(version.quotes) for version in (story, story.translations[0])] == [3, 3]
    for format in set(samples.FORMATS) - {"html", "ninjs", "text"}:
        assert_same_article(newsmodel.read(samples.story(format)), story)
    assert_same_article(newsmodel.read(samples.story("html")), public(story))
    lost = {loss.path for loss in format_named("ninjs").module.losses(story)}
    again = newsmodel.read(samples.story("ninjs"))
    assert {line.partition(": ")[0] for line in differences(story, again)} == lost
    plain = newsmodel.read(samples.story("text"))
    assert (plain.headline, plain.text) == (story.headline, story.text)


def test_it_is_written_as_the_library_writes_it_today() -> None:
    story = newsmodel.read(samples.story("json"))
    written = {
        "newsml": newsml.dumps(story),
        "ninjs": ninjs.dumps(story, indent=1) + "\n",
        "html": html.dumps(story, stylesheet=False),
    }
    for format, document in written.items():
        assert samples.story(format).read_text("utf-8") == document, f"write {format} anew"


@pytest.mark.parametrize("sample", [s for s in SAMPLES if not s.refused], ids=str)
def test_what_is_awkward_is_read(sample: samples.Sample) -> None:
    articles = list(format_named(sample.format).module.iterload(sample.path))
    assert articles
    assert all(isinstance(article, newsmodel.Article) for article in articles)


@pytest.mark.parametrize("sample", [s for s in SAMPLES if s.refused], ids=str)
def test_what_must_be_refused_is_refused(sample: samples.Sample) -> None:
    with pytest.raises(NewsModelError):
        list(format_named(sample.format).module.iterload(sample.path))


def test_every_file_has_its_sentence() -> None:
    folder = Path(samples.__file__).parent / "data" / "awkward"
    files = {path for path in folder.rglob("*.*") if path.is_file()}
    assert {sample.path for sample in SAMPLES} == files
    assert all(len(sample.about) >= 5 for sample in SAMPLES)


def test_paths_are_those_of_a_format() -> None:
    assert samples.story("newsml") in samples.paths("newsml")
    assert len(samples.paths("newsml")) > 40
    with pytest.raises(UnknownFormatError):
        samples.paths("docx")

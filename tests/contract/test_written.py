"""What is written, to the letter: nothing moves in a document unless somebody meant it to."""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import attrs
import pytest

import newsmodel
from newsmodel.formats import html, json as our_json, newsml, ninjs, text
from newsmodel.model import Article, Status
from newsmodel.testing import examples
from tests.kept import assert_kept

HERE = Path(__file__).parent / "written"
ROOT = Path(__file__).parents[2]
SCRIPT = re.compile(r"(<script[^>]*>)(.*?)(</script>)", re.DOTALL)

WRITERS: dict[str, Callable[[Article], str]] = {
    "json": our_json.dumps,
    "newsml.xml": newsml.dumps,
    "html": partial(html.dumps, stylesheet=False),
    "ninjs-1.6.json": partial(ninjs.dumps, version="1.6"),
    "ninjs-2.1.json": partial(ninjs.dumps, version="2.1"),
    "ninjs-3.1.json": partial(ninjs.dumps, version="3.1"),
    "txt": text.dumps,
}


def articles() -> dict[str, Article]:
    """The articles, all of which readers may see."""
    full = attrs.evolve(examples.full_featured(), status=Status.USABLE, embargo=None)
    return {
        "full_featured": full,
        "sample": newsmodel.read(ROOT / "samples" / "article.txt"),
        "stale_translation": examples.stale_translation(),
    }


def in_lines(document: str) -> list[str]:
    """A document in short lines, in which a change can be seen."""
    return list(_lines(document))


def _lines(document: str) -> Iterator[str]:
    if document.startswith("{"):
        yield from json.dumps(json.loads(document), ensure_ascii=False, indent=1).splitlines()
        return
    for piece in re.split(r"(?<=</script>)", document):
        before, *script = SCRIPT.split(piece, maxsplit=1)
        yield from re.sub(r"(?<=>)(?=<)", "\n", before).splitlines()
        if script:
            opened, held, *_ = script
            yield opened
            yield from json.dumps(json.loads(held), ensure_ascii=False, indent=1).splitlines()


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("name", articles())
def test_documents_are_written_as_they_were(name: str, suffix: str) -> None:
    path = HERE / f"{name}.{suffix}"
    now = in_lines(WRITERS[suffix](articles()[name]))
    assert_kept(path, now)


def test_every_document_kept_is_of_an_article_here() -> None:
    kept = {path.name for path in HERE.iterdir()}
    assert kept == {f"{name}.{suffix}" for name in articles() for suffix in WRITERS}


def test_what_is_not_as_it_was_is_said_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEWSMODEL_WRITE", raising=False)
    (tmp_path / "a.json").write_text("one\n")
    assert_kept(tmp_path / "a.json", ["one"])
    with pytest.raises(AssertionError, match=r"(?s)NEWSMODEL_WRITE=1 .*as_they_were.*-one\n\+two"):
        assert_kept(tmp_path / "a.json", ["two"])

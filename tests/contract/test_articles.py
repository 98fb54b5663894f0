"""The laws every format keeps when it carries an article; one test a law."""

import gc
import pickle
import subprocess
import sys
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from newsmodel.errors import LossError, NotPublicError, ParseError
from newsmodel.formats import text
from newsmodel.model import Article
from newsmodel.testing import examples, strategies
from newsmodel.testing.assertions import assert_same_article, differences

HIDDEN_WORDS = (
    *(
        "Call the builder",
        "MANDATORY CREDIT",
        "the minister may",
        "desk-only",
        "<summary>More",
        "<wbr",
    ),
    *("mayor@example.com", "+000 000 000", "bridge-opening main", "bridge-3000"),
    *("Vyhadane desk", "interview.mp3", "$.mood"),
)
"""Words of the full example that no reader may see."""


def written(format: Any, article: Article) -> str:
    data = format.module.dumps(format.fit(article))
    assert isinstance(data, str)
    return data


# ------------------------------------------------------------------ there and back
@given(st.data())
def test_what_is_written_is_read_back(faithful: Any, data: st.DataObject) -> None:
    article = data.draw(faithful.articles())
    again = faithful.module.loads(faithful.module.dumps(article))
    assert_same_article(again, faithful.kept(article))


@given(st.data())
def test_systems_read_back_whatever_the_model_holds(for_systems: Any, data: st.DataObject) -> None:
    article = data.draw(strategies.articles() | strategies.articles(awkward=True))
    assert_same_article(for_systems.module.loads(for_systems.module.dumps(article)), article)


def test_every_example_is_read_back(faithful: Any, example: Article) -> None:
    article = faithful.fit(example)
    assert_same_article(faithful.module.loads(written(faithful, example)), faithful.kept(article))


def test_the_seed_is_read_back(faithful: Any, seed: Article) -> None:
    assert len(seed.quotes) == 3
    assert_same_article(faithful.module.loads(written(faithful, seed)), faithful.kept(seed))


@given(st.data())
def test_equal_articles_have_equal_hashes(faithful: Any, data: st.DataObject) -> None:
    article = data.draw(faithful.articles())
    again = faithful.module.loads(faithful.module.dumps(article))
    assert hash(again) == hash(faithful.kept(article))


@given(st.data())
def test_reading_writing_and_reading_again_changes_nothing(
    format: Any, data: st.DataObject
) -> None:
    document = format.module.dumps(data.draw(format.articles()))
    first = format.module.loads(document)
    assert_same_article(format.module.loads(format.module.dumps(format.fit(first))), first)


def test_examples_too_change_no_more_once_read(format: Any, example: Article) -> None:
    first = format.module.loads(written(format, example))
    assert_same_article(format.module.loads(written(format, first)), first)


def test_the_seed_as_it_came_changes_no_more_once_read(seed_text: str) -> None:
    first = text.loads(seed_text)
    assert "Kyslytsya" in first.text
    assert_same_article(text.loads(text.dumps(first)), first)


# ------------------------------------------------------------------ always the same
@given(st.data())
def test_writing_the_same_article_gives_the_same_document(format: Any, data: st.DataObject) -> None:
    article = data.draw(format.articles())
    twin = pickle.loads(pickle.dumps(article))  # equal, and shares no object with it
    assert format.module.dumps(article) == format.module.dumps(twin)


@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_another_process_writes_the_same_document(format: Any, hash_seed: str) -> None:
    code = (
        "import attrs, sys\n"
        "from newsmodel.testing import examples\n"
        f"from newsmodel.formats import {format.name} as format\n"
        "article = attrs.evolve(examples.full_featured(), embargo=None)\n"
        "sys.stdout.buffer.write(format.dumps(article).encode())"
    )
    environment = {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=environment
    )
    article = attrs.evolve(examples.full_featured(), embargo=None)
    assert done.stdout.decode() == format.module.dumps(article)


@given(st.data())
def test_bytes_are_read_like_strings(format: Any, data: st.DataObject) -> None:
    document = format.module.dumps(data.draw(format.articles()))
    assert_same_article(
        format.module.loads(document.encode("utf-8")), format.module.loads(document)
    )


def test_files_hold_what_strings_do(format: Any, example: Article, tmp_path: Any) -> None:
    article, path = format.fit(example), tmp_path / "article"
    format.module.dump(article, path)
    document = path.read_bytes().decode("utf-8")
    assert document.rstrip("\n") == format.module.dumps(article).rstrip("\n")
    expected = format.module.loads(document)
    assert_same_article(format.module.load(path), expected)
    assert_same_article(format.module.load(str(path)), expected)
    with path.open("rb") as file:
        assert_same_article(format.module.load(file), expected)
    (alone,) = format.module.iterload(path)
    assert_same_article(alone, expected)


# ------------------------------------------------------------------ edits
def test_nothing_of_a_document_waits_for_the_garbage_collector(
    format: Any, example: Article
) -> None:
    """Whoever works through thousands keeps none of them for longer than they are needed."""
    article = format.fit(example)

    def there_and_back() -> None:
        document = format.module.dumps(article)
        format.module.loads(document)
        if hasattr(format.module, "check"):
            format.module.check(document)

    there_and_back()  # what is made once and kept is made now
    gc.disable()
    gc.freeze()  # what other tests have left is not looked through
    try:
        there_and_back()
        assert gc.collect() == 0
    finally:
        gc.unfreeze()
        gc.enable()


@given(st.data())
def test_an_edit_is_written_and_nothing_else_changes(faithful: Any, data: st.DataObject) -> None:
    document = faithful.module.dumps(data.draw(faithful.articles()))
    before = faithful.module.loads(document)
    edited = attrs.evolve(before, headline=f"{before.headline or ''} edited")
    after = faithful.module.loads(faithful.module.dumps(edited))
    assert [line.split(":")[0] for line in differences(before, after)] == ["$.headline"]
    assert after.headline == edited.headline


# ------------------------------------------------------------------ losses
def test_what_is_lost_is_listed_and_stops_those_who_ask(format: Any, example: Article) -> None:
    article = format.fit(example)
    losses = format.module.losses(article)
    assert type(losses) is tuple
    if losses:
        with pytest.raises(LossError) as caught:
            format.module.dumps(article, on_loss="raise")
        assert caught.value.losses == losses
    else:
        assert format.module.dumps(article, on_loss="raise") == format.module.dumps(article)


def test_what_lists_no_loss_gives_everything_back(format: Any, example: Article) -> None:
    article = format.fit(example)
    same = format.module.loads(written(format, article)) == article
    assert same or format.module.losses(article)


# ------------------------------------------------------------------ readers
@pytest.mark.parametrize("name", ["killed", "embargoed", "withheld"])
def test_what_is_kept_back_is_not_written_for_readers(for_readers: Any, name: str) -> None:
    with pytest.raises(NotPublicError):
        for_readers.module.dumps(examples.examples()[name])


def test_systems_get_what_readers_must_not_see(between_systems: Any) -> None:
    document = between_systems.module.dumps(examples.full_featured())
    assert "MANDATORY CREDIT" in document


@pytest.mark.parametrize("words", HIDDEN_WORDS)
def test_no_hidden_word_reaches_readers(for_readers: Any, words: str) -> None:
    assert words not in written(for_readers, examples.full_featured())


def test_the_visible_words_do_reach_readers(for_readers: Any) -> None:
    document = written(for_readers, examples.full_featured())
    assert "Vyhadane opens its new bridge" in document
    assert "My grandmother swam." in document


# ------------------------------------------------------------------ what is no document
@pytest.mark.parametrize(
    "junk", ["", " ", "{", "<", "null", "[]", "<a/>", "\x00", "rain", "\ufeff"], ids=ascii
)
def test_what_is_no_document_is_refused_with_a_reason(between_systems: Any, junk: str) -> None:
    for data in (junk, junk.encode()):
        with pytest.raises(ParseError) as caught:
            between_systems.module.loads(data)
        assert caught.value.format == between_systems.name
        assert caught.value.reason

"""`map_articles`: a function of every article, and failures as values."""

from __future__ import annotations

import multiprocessing
import sys
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from newsmodel import ParseError, bulk
from newsmodel.formats import json
from tests.bulk import work
from tests.bulk.conftest import article

IN_ORDER = [f"Story {n}" for n in (*range(0, 20, 2), *range(1, 20, 2))]


def test_every_article_in_the_order_of_the_sources(feeds: Path, executor: Executor | None) -> None:
    outcomes = list(bulk.map_articles(work.headline, [feeds], executor=executor))
    assert [outcome.value for outcome in outcomes] == IN_ORDER
    assert not any(outcome.failure for outcome in outcomes)
    assert outcomes[0].document.path == feeds / "0" / "00.json"
    assert outcomes[0].document.data is None


def test_what_fails_is_a_value(feeds: Path, executor: Executor | None) -> None:
    (feeds / "0" / "04.json").write_text("{")
    outcomes = list(bulk.map_articles(work.fussy, [feeds, "missing.json"], executor=executor))
    failures = {str(o.document.name): o.failure for o in outcomes if o.failure}
    assert {name: f.kind for name, f in failures.items()} == {
        "0/04.json": "ParseError",
        "1/07.json": "ZeroDivisionError",
        "missing.json": "FileNotFoundError",
    }
    assert failures["0/04.json"].place is not None
    assert "not this one" in str(failures["1/07.json"].details)
    assert failures["missing.json"].details is None
    assert len([o for o in outcomes if o.value]) == 18


def test_as_they_come(feeds: Path) -> None:
    documents = [json_lines(feeds, n) for n in range(3)]
    with ThreadPoolExecutor(3) as threads:
        outcomes = bulk.map_articles(work.slower_first, documents, executor=threads, in_order=False)
        values = [outcome.value for outcome in outcomes]
    assert sorted(map(str, values)) == ["Story 0", "Story 1", "Story 2"]
    assert values[0] != "Story 0"


def json_lines(folder: Path, number: int) -> bulk.Document:
    """A document too large to go together with another."""
    path = folder / f"large{number}.json"
    json.dump(article(number), path)
    (found,) = bulk.documents([path])
    return bulk.Document(path=found.path, name=found.name, size=1 << 20)


class Counting(Executor):
    """Does a task when its result is asked for, and knows how many are in flight."""

    def __init__(self) -> None:
        self.flying = 0
        self.most = 0

    def submit(self, function: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
        executor = self

        class Lazy(Future[Any]):
            def result(self, timeout: float | None = None) -> Any:  # noqa: ARG002  # a future's
                executor.flying -= 1
                return function(*arguments, **named)

        self.flying += 1
        self.most = max(self.most, self.flying)
        return Lazy()


def test_no_more_than_a_window_is_in_flight(feeds: Path) -> None:
    counting = Counting()
    documents = [json_lines(feeds, n) for n in range(10)]
    outcomes = bulk.map_articles(work.headline, documents, executor=counting, window=3)
    assert counting.most == 0, "nothing is done before it is asked for"
    assert len(list(outcomes)) == 10
    assert counting.most == 3


def test_what_interrupts_the_waiting_is_no_result(feeds: Path) -> None:
    class Waiting(Future[Any]):
        def result(self, timeout: float | None = None) -> Any:  # noqa: ARG002  # a future's
            raise SystemExit(3)

    class Endless(Executor):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            return Waiting()

    with pytest.raises(SystemExit):
        list(bulk.map_articles(work.headline, [json_lines(feeds, 1)], executor=Endless()))


def test_who_stops_early_cancels_the_rest(feeds: Path) -> None:
    documents = [json_lines(feeds, n) for n in range(10)]
    with ThreadPoolExecutor(1) as threads:
        outcomes = bulk.map_articles(work.slower_first, documents, executor=threads, window=10)
        next(iter(outcomes))
        outcomes.close()  # type: ignore[attr-defined]  # it is a generator
        assert threads._work_queue.qsize() <= 10


def test_a_process_that_dies_fails_its_documents_and_stops_nothing(feeds: Path) -> None:
    documents = [json_lines(feeds, n) for n in (1, 7, 2)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        outcomes = list(bulk.map_articles(work.deadly, documents, executor=pool, window=1))
    assert [o.value for o in outcomes] == ["Story 1", None, None]
    assert [o.failure and o.failure.kind for o in outcomes] == [
        None,
        "BrokenProcessPool",
        "BrokenProcessPool",
    ]


def test_a_broken_line_is_named_and_does_not_stop_the_rest(
    tmp_path: Path, executor: Executor | None
) -> None:
    path = tmp_path / "many.jsonl"
    lines = [json.dumps(article(n)) for n in range(5)]
    lines[2:3] = ["{broken", ""]
    path.write_text("\n".join(lines))
    outcomes = list(bulk.map_articles(work.headline, [path], executor=executor))
    assert [o.value for o in outcomes] == ["Story 0", "Story 1", None, "Story 3", "Story 4"]
    assert str(outcomes[2].failure).count("line 3") == 1


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_place_in_a_line_is_the_one_that_reading_names(tmp_path: Path, end: str) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(f'{json.dumps(article(1))}\n{{"newsmodel":"1.0","ty{end}'.encode())
    (failed,) = [o.failure for o in bulk.map_articles(work.headline, [path]) if o.failure]
    with pytest.raises(ParseError) as error:
        list(json.iterload(path))
    assert (failed.place, failed.reason) == (
        error.value.place,
        f"cannot read this as json: {error.value.reason}",
    )


def test_long_json_lines_are_read_in_stretches(
    tmp_path: Path, executor: Executor | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["newsmodel.bulk.documents"], "_STRETCH", 300)
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps(article(n)) + "\n" for n in range(20)) + "{")
    assert len(list(bulk.documents([path]))) > 5
    outcomes = list(bulk.map_articles(work.headline, [path], executor=executor))
    assert [o.value for o in outcomes[:-1]] == [f"Story {n}" for n in range(20)]
    assert "line 21" in str(outcomes[-1].failure)


def test_a_document_without_articles_says_so(tmp_path: Path) -> None:
    path = tmp_path / "none.json"
    path.write_text('{"newsmodel": "1.0", "type": "Message"}')
    (outcome,) = bulk.map_articles(work.headline, [path])
    assert str(outcome.failure) == "there is no article in it"

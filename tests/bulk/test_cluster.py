"""The same on a cluster: dask's executor, with a worker killed in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import newsmodel
from newsmodel import bulk
from newsmodel.formats import json
from tests.bulk import work
from tests.bulk.conftest import article

pytestmark = pytest.mark.timeout(180)  # a cluster that is ill must not hold up everything

distributed: Any = pytest.importorskip("distributed", reason="needs the extra dask")
dask: Any = pytest.importorskip("dask", reason="needs the extra dask")


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """A cluster of two processes on this machine, seen by nobody else."""
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "5s"}),  # to workers that were killed
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", host="127.0.0.1"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


@pytest.fixture
def many(tmp_path: Path) -> list[bulk.Document]:
    """A dozen documents, each a task of its own."""
    for number in range(12):
        json.dump(article(number), tmp_path / f"{number:02}.json")
    found = bulk.documents([tmp_path])
    return [bulk.Document(path=each.path, name=each.name, size=1 << 20) for each in found]


def test_a_worker_that_is_killed_loses_nothing_and_repeats_nothing(
    client: Any, many: list[bulk.Document], tmp_path: Path
) -> None:
    function = partial(work.deadly_once, str(tmp_path))
    outcomes = list(bulk.map_articles(function, many, executor=client.get_executor()))
    assert (tmp_path / "killed").exists()
    assert [outcome.failure for outcome in outcomes if outcome.failure] == []
    assert [outcome.value for outcome in outcomes] == [f"Story {n}" for n in range(12)]


def test_files_are_written_once_though_a_worker_is_killed(
    client: Any, many: list[bulk.Document], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    edit = partial(work.shouted_deadly_once, str(tmp_path))
    summary = bulk.convert_all(many, out, to="json", edit=edit, executor=client.get_executor())
    assert (tmp_path / "killed").exists()
    assert (summary.read, summary.written, summary.failed) == (12, 12, 0)
    assert sorted(path.name for path in out.iterdir()) == [f"{n:02}.json" for n in range(12)]
    assert newsmodel.read(out / "07.json").headline == "STORY 7"


def test_a_document_that_kills_every_worker_is_a_failure(
    client: Any, many: list[bulk.Document]
) -> None:
    outcomes = list(bulk.map_articles(work.deadly, many, executor=client.get_executor()))
    failures = {outcome.document.name.name: outcome.failure for outcome in outcomes}
    assert list(failures) == [f"{number:02}.json" for number in range(12)]
    assert failures["07.json"] is not None
    assert failures["07.json"].kind == "KilledWorker"
    # dask may hold the deaths against a task that waited beside it, never against many
    assert len([failure for failure in failures.values() if failure]) <= 3

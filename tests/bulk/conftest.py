"""Folders full of articles."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from newsmodel import Article
from newsmodel.formats import json


def article(number: int) -> Article:
    return Article(
        id=f"urn:example:{number}", language="en", headline=f"Story {number}", body=["It is so."]
    )


@pytest.fixture
def feeds(tmp_path: Path) -> Path:
    """A folder of twenty articles, a file each, in two folders."""
    folder = tmp_path / "feeds"
    for number in range(20):
        path = folder / f"{number % 2}" / f"{number:02}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        json.dump(article(number), path)
    return folder


@pytest.fixture(scope="session")
def pool() -> Iterator[Executor]:
    """Two processes of their own."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        yield executor


@pytest.fixture(params=["none", "threads", "processes"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor | None]:
    """Every sort of executor, and none."""
    if request.param == "processes":
        yield request.getfixturevalue("pool")
    elif request.param == "threads":
        with ThreadPoolExecutor(3) as threads:
            yield threads
    else:
        yield None

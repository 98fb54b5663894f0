"""Fixtures for pytest, for those who ask for them.

Put `pytest_plugins = ["newsmodel.testing.plugin"]` into the `conftest.py` at the top of your tests.
Nothing is registered otherwise, and nothing runs by itself.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from newsmodel.model import Article
from newsmodel.testing import examples, samples

__all__ = [
    "newsmodel_article",
    "newsmodel_awkward",
    "newsmodel_example",
    "newsmodel_refused",
    "newsmodel_story",
]


@pytest.fixture
def newsmodel_article() -> Article:
    """An ordinary article."""
    return examples.an_article()


@pytest.fixture(params=[name for name, _ in examples.ALL])
def newsmodel_example(request: pytest.FixtureRequest) -> Article:
    """Each example article in turn."""
    return dict(examples.ALL)[request.param]()


@pytest.fixture
def newsmodel_story() -> dict[str, Path]:
    """The files with the same story, by the names of their formats."""
    return {format: samples.story(format) for format in samples.FORMATS}


@pytest.fixture(params=[s for s in samples.samples() if not s.refused], ids=str)
def newsmodel_awkward(request: pytest.FixtureRequest) -> samples.Sample:
    """Each awkward document that can be read, in turn."""
    sample: samples.Sample = request.param
    return sample


@pytest.fixture(params=[s for s in samples.samples() if s.refused], ids=str)
def newsmodel_refused(request: pytest.FixtureRequest) -> samples.Sample:
    """Each document in turn that must be refused, with an error that says why."""
    sample: samples.Sample = request.param
    return sample

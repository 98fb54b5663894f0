"""What an import costs: nothing is loaded before it is needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsmodel

HEAVY = {"cattrs", "cyclopts", "langcodes", "lxml", "rich"}
SOURCES = Path(newsmodel.__file__).parents[1]


def loaded_by(code: str) -> set[str]:
    """The modules there are after running some code in a new interpreter."""
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
        text=True,
    )
    return set(run.stdout.split())


def test_the_package_alone_loads_neither_the_model_nor_anything_from_outside() -> None:
    loaded = loaded_by("import newsmodel")
    assert "newsmodel.model" not in loaded
    assert not loaded & (HEAVY | {"attrs"})


@pytest.mark.parametrize(
    "code",
    [
        "from newsmodel import Article",
        "from newsmodel import ParseError",
        "from newsmodel import read, write, iterread, convert",
        "import newsmodel; dir(newsmodel)",
    ],
)
def test_names_of_the_package_load_nothing_heavy(code: str) -> None:
    assert not loaded_by(code) & HEAVY


def test_every_name_is_there() -> None:
    for name in dir(newsmodel):
        assert getattr(newsmodel, name) is not None


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    name = "Artikel"
    with pytest.raises(AttributeError, match="no attribute 'Artikel'"):
        getattr(newsmodel, name)
    assert not hasattr(newsmodel, "__wrapped__")

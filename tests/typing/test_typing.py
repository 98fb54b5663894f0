"""What type checkers say to those who use the library: mypy and pyright, both strict."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import newsmodel
from tests.house.sources import ROOT

HERE = Path(__file__).parent
PUBLIC = (
    r"newsmodel\.((model|errors|validation|captions|quotes|formats\.registry)(\.\w+)+|[A-Za-z]+)"
)
"""Names a user meets: those of the package and of the modules the documentation names."""


def checked(*command: str) -> str:
    """What a checker prints about the sources as they are here, installed or not."""
    sources = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    run = subprocess.run(
        [sys.executable, "-m", *command],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": sources, "MYPYPATH": str(ROOT / "src")},
    )
    assert run.returncode in (0, 1), run.stdout + run.stderr
    return run.stdout


def mypy(path: Path, cache: Path) -> str:
    return checked("mypy", "--no-pretty", f"--cache-dir={cache}", str(path))


def pyright(*arguments: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(
        checked("pyright", "--outputjson", "--pythonpath", sys.executable, *arguments)
    )
    return report


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mypy")


@pytest.fixture(scope="session")
def _node() -> None:
    """Pyright is written for Node, which it may be unable to get; on CI that is no excuse."""
    run = subprocess.run(
        [sys.executable, "-m", "pyright", "--version"], capture_output=True, check=False
    )
    if run.returncode and not os.environ.get("CI"):
        pytest.skip("pyright cannot run here: no Node, and none to be had")


def marked(checker: str) -> set[int]:
    """The lines of `refused.py` a checker must find fault with."""
    lines = (HERE / "refused.py").read_text(encoding="utf-8").splitlines()
    return {n for n, line in enumerate(lines, 1) if re.search(rf"# refused( by {checker})?:", line)}


def test_mypy_accepts_what_is_right(cache: Path) -> None:
    assert mypy(HERE / "accepted.py", cache).startswith("Success")


def test_mypy_refuses_what_is_wrong(cache: Path) -> None:
    said = mypy(HERE / "refused.py", cache)
    assert {int(n) for n in re.findall(r"refused\.py:(\d+): error", said)} == marked("mypy")


@pytest.mark.usefixtures("_node")
def test_pyright_accepts_what_is_right() -> None:
    assert pyright(str(HERE / "accepted.py"))["generalDiagnostics"] == []


@pytest.mark.usefixtures("_node")
def test_pyright_refuses_what_is_wrong() -> None:
    found = pyright(str(HERE / "refused.py"))["generalDiagnostics"]
    assert {d["range"]["start"]["line"] + 1 for d in found} == marked("pyright")


def test_every_name_of_the_package_has_a_type(tmp_path: Path, cache: Path) -> None:
    file = tmp_path / "names.py"
    names = dir(newsmodel)
    lines = [f"reveal_type(newsmodel.{name})" for name in names]
    file.write_text("\n".join(["import newsmodel", *lines]), encoding="utf-8")
    shown = re.findall(r":(\d+): note: Revealed type is \"(.*)\"", mypy(file, cache))
    assert len(shown) == len(names)
    assert [names[int(line) - 2] for line, kind in shown if kind == "Any"] == []


@pytest.mark.usefixtures("_node")
def test_every_public_symbol_has_a_type_that_all_checkers_agree_on() -> None:
    report = pyright("--verifytypes", "newsmodel", "--ignoreexternal")
    public = [s for s in report["typeCompleteness"]["symbols"] if re.fullmatch(PUBLIC, s["name"])]
    doubtful = [s["name"] for s in public if not s["isTypeKnown"] or s["isTypeAmbiguous"]]
    assert len(public) > 500
    assert doubtful == []

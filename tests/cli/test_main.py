"""The command line as a shell starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsmodel
from newsmodel import Article
from newsmodel.cli import main
from newsmodel.formats import json
from tests.house.test_cost import SOURCES, loaded_by


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "newsmodel", *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(SOURCES), "PYTHONIOENCODING": "utf-8", **environment},
    )


def test_version() -> None:
    run = started("--version")
    assert (run.returncode, run.stdout) == (0, f"{newsmodel.__version__}\n")


def test_what_a_stream_cannot_encode_is_spelled_out() -> None:
    run = started("convert", "пором.json", "--to", "html", PYTHONIOENCODING="ascii")
    assert run.returncode == 1
    assert r"\u043f\u043e\u0440\u043e\u043c.json: No such file" in run.stderr


@pytest.mark.skipif(os.name != "posix", reason="a shell of POSIX cuts the output off")
@pytest.mark.parametrize(
    "arguments",
    [("validate", "--output", "json"), ("convert", "--to", "newsml", "-o", "-")],
    ids=["validate", "convert"],
)
def test_whoever_has_read_enough_is_not_told_of_it(tmp_path: Path, arguments: list[str]) -> None:
    source = tmp_path / "many.jsonl"
    json.dump_all((Article(id=str(number), headline="H " * 999) for number in range(99)), source)
    command, *rest = arguments
    program = [sys.executable, "-m", "newsmodel", command, str(source), *rest]
    ended = subprocess.run(
        ["sh", "-c", '"$@" | head -c 1 >&2', "sh", *program],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
    )
    assert len(ended.stderr) == 1


def test_help_loads_no_format_and_no_model() -> None:
    loaded = loaded_by(
        "import contextlib, newsmodel.cli.app\n"
        "with contextlib.suppress(SystemExit): newsmodel.cli.app.app(['convert', '--help'])"
    )
    assert "newsmodel.cli.convert" in loaded
    assert not loaded & {"newsmodel.model", "newsmodel.formats", "lxml", "cattrs"}


def test_without_its_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("newsmodel.cli.", "cyclopts"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cyclopts", None)
    with pytest.raises(SystemExit, match=r"pip install \"newsmodel\[cli\]\""):
        main()


def test_the_script_of_the_package_is_the_same() -> None:
    script = Path(sys.executable).with_name("newsmodel")
    if not script.exists():
        pytest.skip("the package is not installed here, it runs from its sources")
    run = subprocess.run([script, "--version"], capture_output=True, check=True, text=True)
    assert run.stdout == f"{newsmodel.__version__}\n"

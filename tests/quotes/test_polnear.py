"""The figures on annotated news text, where the shared folder has it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

FLOORS = {"recall": 0.98, "precision": 0.95, "speaker": 0.82, "named": 0.80}


def test_annotated_news_keeps_its_floors(shared: Path) -> None:
    corpus, tool = shared / "quotes" / "polnear-dev", shared / "tools" / "eval_quotes.py"
    if not (corpus.is_dir() and tool.is_file()):
        pytest.skip("the annotated corpus or its measure is not in the shared folder")
    source = str(Path(__file__).resolve().parents[2] / "src")
    run = subprocess.run(
        [sys.executable, str(tool), str(corpus)],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": source},
    )
    figures = {name: float(value) for name, value in re.findall(r"(\w+) +(\d\.\d+)", run.stdout)}
    short = {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor}
    assert not short

"""The outside judges: which of them are here, and how each is asked."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
BROWSERS = ("/usr/bin/chromium", "/usr/bin/chromium-browser")
EVERYTHING = os.environ.get("NEWSMODEL_JUDGE") == "all"
"""Whether every page and every payload is wanted, not a spread of them."""


def needed(*tools: str) -> None:
    """Skip the test where a tool is not installed; CONTRIBUTING says how to install them."""
    for tool in tools:
        if not _is_here(tool):
            pytest.skip(f"{tool} is not installed: see CONTRIBUTING, 'Pages and their judges'")


def _is_here(tool: str) -> bool:
    if tool == "chromium":
        return any(map(os.path.exists, [os.environ.get("CHROMIUM", ""), *BROWSERS]))
    return MODULES.is_dir() if tool == "node modules" else shutil.which(tool) is not None


def asked(script: str, *arguments: str | Path) -> Any:
    """What a script of this folder prints."""
    needed("node", "node modules", *([] if script == "structured.mjs" else ["chromium"]))
    command = ["node", str(HERE / script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=1500, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout or "null")


def checked(folder: Path) -> list[dict[str, Any]]:
    """What the Nu HTML checker says of the pages of a folder."""
    needed("java", "node modules")
    command = ["java", "-jar", str(VNU), "--format", "json", "--stdout", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
    found: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return found


def written(folder: Path, pages: Sequence[tuple[str, str]]) -> list[Path]:
    """The pages as files of a folder."""
    files = []
    for name, page in pages:
        file = folder / f"{name}.html"
        file.write_text(page, encoding="utf-8")
        files.append(file)
    return files

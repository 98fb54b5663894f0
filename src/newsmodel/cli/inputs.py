"""What the user names on the command line, as documents; `-` is the standard input."""

from __future__ import annotations

import contextlib
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from newsmodel.bulk.files import File, files

__all__ = ["found"]

_INPUT = "standard input"


@contextlib.contextmanager
def found(sources: Sequence[str]) -> Iterator[list[File]]:
    """The files that are named, the standard input as one of them, copied to disk for the time.

    Raises:
        ValueError: a source looks like an option.
    """
    for source in sources:
        if source.startswith("-") and source != "-":
            raise ValueError(f"there is no option {source}; a file of that name is ./{source}")
    with tempfile.TemporaryDirectory(prefix="newsmodel-") as folder:
        yield [
            file
            for source in sources
            for file in ((_spooled(Path(folder)),) if source == "-" else files([source]))
        ]


def _spooled(folder: Path) -> File:
    path = folder / "standard-input"
    with path.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    if _is_lines(path):
        path = path.rename(path.with_suffix(".jsonl"))
    return File(path=path, name=PurePosixPath(path.name), label=_INPUT)


def _is_lines(path: Path) -> bool:
    """Whether a file is JSON Lines: its first line is a JSON object, and it has another."""
    with path.open("rb") as file:
        first, second = file.readline(), file.readline()
    try:
        return bool(second.strip()) and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False

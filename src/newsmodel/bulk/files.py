"""From what a caller names to the files there are."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TypeAlias

import attrs

from newsmodel.formats.registry import FORMATS

__all__ = ["ARCHIVES", "LINES", "File", "Source", "files", "readable"]

Source: TypeAlias = str | os.PathLike[str]
"""A file, a folder, an archive, or a pattern such as `feeds/**/*.xml`."""

ARCHIVES = (
    ".zip",
    ".tar",
    *(".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz"),
)
"""Endings of the names of archives."""

LINES = (".jsonl", ".ndjson")
"""Endings of the names of JSON Lines, which are read a few lines at a time."""

_READABLE = (*ARCHIVES, *(suffix for format in FORMATS for suffix in format.suffixes))


@attrs.frozen(kw_only=True)
class File:
    """A file, and what it is called from where the caller looks."""

    path: Path
    name: PurePosixPath
    """Its path from the folder that was named; of a file that was named, its name."""
    label: str | None = None
    """What a person calls it, where that is not its path."""
    wanted: bool = True
    """Whether it is to be read: it was named itself, or its name is one of a format's."""


def files(sources: Iterable[Source]) -> tuple[File, ...]:
    """The files behind what was named, each once; one that is missing is there, to fail later.

    Folders are searched with all that is in them, in the order of names, hidden files left out.
    """
    found: dict[Path, File] = {}
    for file in (each for source in sources for each in _files(source)):
        found.setdefault(file.path, file)
    return tuple(found.values())


def readable(name: str) -> bool:
    """Whether a file of that name in a folder or an archive is meant to be read."""
    return name.lower().endswith(_READABLE)


def _files(source: Source) -> Iterator[File]:
    path = Path(source)
    if path.is_dir():
        yield from _of_folder(path)
    elif not os.path.lexists(path) and (matching := _matching(path)):
        for each in matching:
            yield from _files(each)
    else:
        yield File(path=path, name=PurePosixPath(path.name))


def _matching(pattern: Path) -> list[str]:
    """What a pattern matches; nothing where the path is none."""
    if not glob.has_magic(str(pattern)):
        return []
    return sorted(glob.glob(str(pattern), recursive=True))  # noqa: PTH207  # it may be absolute


def _of_folder(folder: Path) -> Iterator[File]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(place, name)
            within = PurePosixPath(path.relative_to(folder).as_posix())
            yield File(path=path, name=within, wanted=readable(name))

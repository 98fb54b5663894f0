"""From what a caller names to the files there are."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

import attrs

from newsmodel.errors import ArgumentError
from newsmodel.formats.registry import FORMATS

__all__ = ["ARCHIVES", "LINES", "File", "Source", "each_of", "files", "readable"]

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

_REMEDY = "name files, folders, archives, or patterns such as feeds/**/*.xml"
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
    broken: OSError | None = attrs.field(default=None, eq=False)
    """Why it cannot be read: it is a folder that cannot be opened."""


def each_of(sources: object, *kinds: type) -> Iterable[Any]:
    """What was named, one after another; a single path, or thing of one of the kinds, is one.

    Raises:
        ArgumentError: it is neither one nor many.
    """
    if isinstance(sources, (str, os.PathLike, *kinds)):
        return (sources,)
    if isinstance(sources, Iterable) and not isinstance(sources, bytes | bytearray):
        return sources
    raise ArgumentError(sources, "a path, or a collection of paths,", _REMEDY)


def files(sources: Source | Iterable[Source]) -> tuple[File, ...]:
    """The files behind what was named, each once; one that is missing is there, to fail later.

    Folders are searched with all that is in them, in the order of names, hidden files left out;
    so are those that links lead to, if they are not in what is searched already. A folder that
    cannot be opened is there, too, to fail later.

    Raises:
        ArgumentError: a source is no path.
    """
    found: dict[Path, File] = {}
    for file in (each for source in each_of(sources) for each in _files(source)):
        found.setdefault(file.path, file)
    return tuple(found.values())


def readable(name: str) -> bool:
    """Whether a file of that name in a folder or an archive is meant to be read."""
    return name.lower().endswith(_READABLE)


def _files(source: Source) -> Iterator[File]:
    if not isinstance(source, str | os.PathLike):
        raise ArgumentError(source, "a path", _REMEDY)
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
    known, broken = [os.path.realpath(folder)], list[OSError]()
    for place, folders, names in os.walk(folder, onerror=broken.append, followlinks=True):
        visible = sorted(name for name in folders if not name.startswith("."))
        folders[:] = [name for name in visible if _is_new(os.path.join(place, name), known)]  # noqa: PTH118  # ten times as fast
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(place, name)
            within = PurePosixPath(path.relative_to(folder).as_posix())
            yield File(path=path, name=within, wanted=readable(name))
    for error in broken:
        path = Path(error.filename)
        within = PurePosixPath(path.relative_to(folder).as_posix())
        yield File(path=path, name=within, broken=error)


def _is_new(folder: str, known: list[str]) -> bool:
    """Whether a folder is to be searched: not where a link leads to what is searched anyway."""
    real = os.path.realpath(folder)
    if not os.path.islink(folder):  # noqa: PTH114  # the same
        return real not in known
    if any(_is_searched(real, each) for each in known):
        return False
    known.append(real)
    return True


def _is_searched(folder: str, known: str) -> bool:
    """Whether a folder is found from one that is searched: no hidden folder lies between."""
    start = known.rstrip(os.sep) + os.sep
    return folder == known or (
        folder.startswith(start) and f"{os.sep}." not in folder[len(start) - 1 :]
    )

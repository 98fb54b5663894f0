"""Reading and writing files; a file is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from errno import ENOENT
from pathlib import Path
from typing import BinaryIO, TypeAlias

__all__ = ["Source", "Target", "opened", "read_bytes", "write_text", "writing"]

Source: TypeAlias = str | os.PathLike[str] | BinaryIO
"""A path, or a binary file open for reading."""

Target: TypeAlias = str | os.PathLike[str] | BinaryIO
"""A path, or a binary file open for writing."""


def read_bytes(source: Source) -> bytes:
    """All bytes of a file."""
    with opened(source) as file:
        return file.read()


@contextlib.contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """The file behind a path, closed afterwards; an open file as it is."""
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            yield file
    else:
        yield source


def write_text(text: str, target: Target) -> None:
    """Write text as UTF-8, to a path all at once."""
    data = text.encode()
    with writing(target) as file:
        file.write(data)


@contextlib.contextmanager
def writing(target: Target) -> Iterator[BinaryIO]:
    """A file to write to: an open one as it is, and a path's only once all has been written."""
    if isinstance(target, str | os.PathLike):
        with _replacing(Path(target)) as file:
            yield file
    else:
        yield target


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """Write beside the path, then rename: nobody ever sees half a file."""
    if not path.parent.is_dir():
        raise FileNotFoundError(ENOENT, "there is no such folder to write to", str(path.parent))
    beside = path.with_name(f".{path.name[:100]}.{os.urandom(6).hex()}.part")
    try:
        with beside.open("xb") as file:
            yield file
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise

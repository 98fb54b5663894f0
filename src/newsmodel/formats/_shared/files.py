"""Reading and writing files; a file is written whole or not at all."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator
from errno import ENOENT
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias, cast

from newsmodel.errors import ArgumentError

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
    """The file behind a path, closed afterwards; an open file as it is.

    Raises:
        ArgumentError: it is neither a path nor a file open for reading bytes.
    """
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            yield file
    else:
        yield _binary(source, "read", "rb")


def _binary(file: Any, method: str, mode: str) -> BinaryIO:
    """An open file, if it is one for bytes."""
    if isinstance(file, io.TextIOBase) or not hasattr(file, method):
        remedy = f"open the file with mode {mode!r}, or pass its name"
        raise ArgumentError(file, "a path or an open binary file", remedy)
    return cast("BinaryIO", file)


def write_text(text: str, target: Target) -> None:
    """Write text as UTF-8, to a path all at once."""
    data = text.encode()
    with writing(target) as file:
        file.write(data)


@contextlib.contextmanager
def writing(target: Target) -> Iterator[BinaryIO]:
    """A file to write to: an open one as it is, and a path's only once all has been written.

    Raises:
        ArgumentError: it is neither a path nor a file open for writing bytes.
    """
    if isinstance(target, str | os.PathLike):
        with _replacing(Path(target)) as file:
            yield file
    else:
        yield _binary(target, "write", "wb")


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

"""Members of archives, read one after another, with an eye on those made to do harm."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Self

__all__ = ["LARGEST", "members"]

LARGEST = 256 * 1024 * 1024
"""How many bytes a member may have when it is unpacked: it is held in memory."""


def members(path: Path) -> Iterator[tuple[str, bytes | Exception]]:
    """The files of an archive, each with its name and its content, or why there is none.

    Nothing is unpacked to disk. A link is no file. An archive that is broken ends with the
    exception, under an empty name.

    Raises:
        OSError: the archive cannot be opened.
    """
    try:
        if path.name.lower().endswith(".zip"):
            yield from _of_zip(path)
        else:
            yield from _of_tar(path)
    except (*_BROKEN, zipfile.BadZipFile, tarfile.TarError) as error:
        yield "", ValueError(f"the archive is broken: {error}")


_BROKEN = (EOFError, zlib.error, NotImplementedError)
"""What the standard library raises where an archive is cut off, damaged, or packed in a way it
does not know."""


def _of_zip(path: Path) -> Iterator[tuple[str, bytes | Exception]]:
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                yield info.filename, _unzipped(archive, info)


def _unzipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | Exception:
    try:
        with archive.open(info) as member:
            return _content(member)
    except (*_BROKEN, zipfile.BadZipFile, RuntimeError, ValueError) as error:
        return ValueError(f"it cannot be unpacked: {error}")  # a password is a RuntimeError


def _of_tar(path: Path) -> Iterator[tuple[str, bytes | Exception]]:
    # as a stream: seeking in what is packed is slow
    with tarfile.open(path, "r|*", tarinfo=_Watchful) as archive:
        for info in archive:
            member = archive.extractfile(info) if info.isfile() else None
            if member is not None:
                try:
                    yield info.name, _content(member)
                except ValueError as error:
                    yield info.name, error


class _Watchful(tarfile.TarInfo):
    """Says where an archive is cut off; the standard library takes that for its end."""

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> Self:
        """The next member.

        Raises:
            tarfile.ReadError: there is neither one nor the mark of the end.
        """
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.HeaderError as error:
            if type(error).__name__ == "EOFHeaderError":  # the mark; the class has no public name
                raise
            raise tarfile.ReadError("it is cut off") from error


def _content(member: IO[bytes]) -> bytes:
    """What is in a member, whatever size the archive says it has."""
    data = member.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError(f"it is larger than {LARGEST >> 20} MiB: unpack the archive first")
    return data

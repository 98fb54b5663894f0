"""The documents of a run: files, members of archives, and stretches of JSON Lines."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

import attrs

from newsmodel.bulk.archives import members
from newsmodel.bulk.files import ARCHIVES, LINES, File, Source, files, readable

__all__ = ["Document", "documents", "documents_of"]

_STRETCH = 1024 * 1024
"""About how many bytes of JSON Lines make one document of a run."""


@attrs.frozen(kw_only=True)
class Document:
    """A document to be read: a file, a member of an archive, or some lines of JSON Lines."""

    path: Path
    """The file it is, or is in."""
    name: PurePosixPath
    """What its output is named after: its path from the folder that was named, without `..`; of a
    member, its path in the archive under the archive's name without its suffix."""
    member: str | None = None
    """Its name in the archive, if it is in one."""
    line: int | None = None
    """Number of its first line, if it is a stretch of JSON Lines."""
    size: int = 0
    """How many bytes it has."""
    data: bytes | None = attrs.field(default=None, repr=False)
    """Its content, where it cannot be had from the path alone."""
    broken: Exception | None = attrs.field(default=None, eq=False)
    """Why its content cannot be had."""
    label: str | None = None
    """What a person calls it, where that is not its path."""
    wanted: bool = True
    """Whether it is to be read. What stands in a folder or an archive and is no article by its
    name is passed over, and counted."""

    def __str__(self) -> str:
        """What a person calls it."""
        file = self.label or str(self.path)
        return f"{file}: {self.member}" if self.member else file

    def open(self) -> BinaryIO:
        """Its content, to be read.

        Raises:
            OSError: the file cannot be opened.
        """
        if self.broken is not None:
            raise self.broken
        return self.path.open("rb") if self.data is None else io.BytesIO(self.data)

    def bare(self) -> Document:
        """The same without its content, to be kept or sent."""
        return self if self.data is None else attrs.evolve(self, data=None)


def documents(sources: Source | Iterable[Source]) -> Iterator[Document]:
    """The documents of a file, folder, archive or pattern, or of many, one after another.

    Folders are searched with all that is in them, in the order of names, hidden files left out;
    links to folders are followed. JSON Lines come in stretches of about a megabyte. What no format
    claims by its name is given too, as not `wanted`.

    Raises:
        ArgumentError: a source is no path.
    """
    for file in files(sources):
        yield from documents_of(file)


def documents_of(file: File) -> Iterator[Document]:
    """The documents of a file; where it cannot be opened, one that says so."""
    whole = Document(path=file.path, name=file.name, wanted=file.wanted, label=file.label)
    kind = file.path.name.lower()
    try:
        if file.broken is not None:
            raise file.broken
        if kind.endswith(ARCHIVES):
            yield from _of_archive(file)
        elif kind.endswith(LINES):
            yield from _of_lines(whole)
        else:
            yield attrs.evolve(whole, size=file.path.stat().st_size)
    except OSError as error:
        yield attrs.evolve(whole, broken=error)


def _of_archive(file: File) -> Iterator[Document]:
    for member, content in members(file.path):
        parts = [part for part in PurePosixPath(member).parts if part not in ("..", "/")]
        if not any(part.startswith((".", "__MACOSX")) for part in parts):
            whole = Document(
                path=file.path, name=_stem(file.name).joinpath(*parts), member=member or None
            )
            if isinstance(content, bytes):
                wanted = readable(member)
                yield attrs.evolve(whole, data=content, size=len(content), wanted=wanted)
            else:
                yield attrs.evolve(whole, broken=content)


def _stem(archive: PurePosixPath) -> PurePosixPath:
    suffix = max((s for s in ARCHIVES if archive.name.lower().endswith(s)), key=len)
    return archive.with_name(archive.name[: -len(suffix)] or "archive")


def _of_lines(whole: Document) -> Iterator[Document]:
    line = 1
    if whole.path.stat().st_size == 0:
        yield whole
    with whole.path.open("rb") as file:
        while data := file.read(_STRETCH):
            data += file.readline()
            yield attrs.evolve(whole, line=line, size=len(data), data=data)
            line += data.count(b"\n")

"""Where `newsmodel convert` writes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import attrs

from newsmodel.errors import UnknownFormatError
from newsmodel.formats.registry import FORMATS, format_named

__all__ = ["Plan", "UsageError", "planned"]


class UsageError(ValueError):
    """The command was called in a way that makes no sense."""


@attrs.frozen(kw_only=True)
class Plan:
    """What to read, what to write, and where to."""

    source_format: str | None
    """Format of the sources, where the user named it."""
    formats: tuple[str, ...]
    """Formats to write."""
    folder: Path | None = None
    """Folder to write to; None for each source's own."""
    file: Path | None = None
    """The one file to write, where the user named it."""

    def target(self, source: Path, number: int, format: str) -> Path:
        """The file to write an article of a source to; articles are counted from 1."""
        base = self.file or source
        stem = _stem(base)
        suffix = base.name[len(stem) :] if self.file else format_named(format).suffixes[0]
        number_shown = f"-{number}" if number > 1 else ""
        return (self.folder or base.parent) / f"{stem}{number_shown}{suffix}"


def planned(
    sources: Sequence[Path], to: Sequence[str], source_format: str | None, output: Path | None
) -> Plan:
    """The plan the arguments ask for.

    Raises:
        UsageError: they make no sense together.
    """
    if not sources:
        raise UsageError("name the files to convert")
    named = _file_format(output)
    formats = tuple(dict.fromkeys(to or ([named] if named else [])))
    if not formats:
        raise UsageError("name a format to write, such as --to html")
    _known(*formats, *([source_format] if source_format else []))
    if output is None or named is None:
        _refuse_file(output)
        return Plan(source_format=source_format, formats=formats, folder=output)
    if len(sources) > 1 or formats != (named,):
        raise UsageError(f"{output} is a {named} file: more than that needs a folder")
    return Plan(source_format=source_format, formats=formats, file=output)


def _known(*formats: str) -> None:
    for format in formats:
        try:
            format_named(format)
        except UnknownFormatError as error:
            raise UsageError(str(error)) from None


def _refuse_file(folder: Path | None) -> None:
    if folder is not None and folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file, and no suffix of a format tells which to write")


def _file_format(output: Path | None) -> str | None:
    """The format of an output that is a file, by its suffix; None for a folder."""
    if output is None or output.is_dir():
        return None
    name = output.name.lower()
    return next((f.name for f in FORMATS if name.endswith(tuple(f.suffixes))), None)


def _stem(path: Path) -> str:
    """The name of a file without the suffix of its format, or else without its last suffix."""
    suffixes = [s for f in FORMATS for s in f.suffixes if path.name.lower().endswith(s)]
    return path.name[: -len(max(suffixes, key=len))] if suffixes else path.stem

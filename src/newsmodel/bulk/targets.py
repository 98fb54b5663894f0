"""Where what is written goes."""

from __future__ import annotations

from pathlib import Path

import attrs

from newsmodel.bulk.documents import Document
from newsmodel.formats.registry import FORMATS, format_named

__all__ = ["Targets", "stem"]


@attrs.frozen(kw_only=True)
class Targets:
    """Which files to write: one for each article and format."""

    folder: Path | None = None
    """Folder to write to; None for each document's own."""
    file: Path | None = None
    """The file to write, where the caller named one; further articles are numbered."""

    def root(self, document: Document) -> Path:
        """The folder that what is made of a document is in, at some depth."""
        if self.file is not None:
            return self.file.parent
        return document.path.parent if self.folder is None else self.folder

    def target(self, document: Document, number: int, format: str) -> Path:
        """The file for an article of a document; articles are counted from 1."""
        counted = f"-{number}" if number > 1 else ""
        if self.file is not None:
            base = stem(self.file.name)
            return self.file.with_name(f"{base}{counted}{self.file.name[len(base) :]}")
        name = document.name
        if self.folder is None and document.member is None:
            name = name.relative_to(name.parent)
        suffix = format_named(format).suffixes[0]
        return self.root(document) / name.parent / f"{stem(name.name)}{counted}{suffix}"


def stem(name: str) -> str:
    """The name of a file without the suffix of its format, or else without its last suffix."""
    suffixes = [s for f in FORMATS for s in f.suffixes if name.lower().endswith(s)]
    return name[: -len(max(suffixes, key=len))] if suffixes else Path(name).stem

"""Many articles in one file: JSON Lines, or one newsMessage."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO, Protocol

from newsmodel.formats.registry import format_named

__all__ = ["COLLECTING", "Collected", "collector"]

COLLECTING = {".jsonl": "json", ".ndjson": "json", ".newsml.xml": "newsml", ".newsml": "newsml"}
"""Endings of the names of files that hold many articles, each with its format."""


class Collected(Protocol):
    """One file for many articles."""

    def add(self, document: bytes) -> None:
        """Take one more article, written as a document of its own."""

    def close(self) -> None:
        """Finish the file."""


class _Lines:
    """JSON Lines: a document a line."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def add(self, document: bytes) -> None:
        self._file.write(document + b"\n")

    def close(self) -> None:
        """There is nothing to finish."""


class _Single:
    """A document of a format that holds one article only."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._full = False

    def add(self, document: bytes) -> None:
        if self._full:
            raise ValueError("there is room for one article only: write to a folder, or as json")
        self._full = True
        self._file.write(document)

    def close(self) -> None:
        """There is nothing to finish."""


def collector(format: str, file: BinaryIO) -> Collected:
    """What puts articles written in a format into one file."""
    if format == "json":
        return _Lines(file)
    joined: Callable[[BinaryIO], Collected] = getattr(
        format_named(format).module, "Joined", _Single
    )
    return joined(file)

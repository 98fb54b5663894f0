"""Many articles in one file: JSON Lines, or one newsMessage."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any, BinaryIO, Protocol

from newsmodel.formats.registry import format_named
from newsmodel.model import Article, Loss

__all__ = ["COLLECTING", "Collected", "collector", "piece_of"]

COLLECTING = {".jsonl": "json", ".ndjson": "json", ".newsml.xml": "newsml", ".newsml": "newsml"}
"""Endings of the names of files that hold many articles, each with its format."""


class Collected(Protocol):
    """One file for many articles."""

    def losses(self, piece: Any) -> tuple[Loss, ...]:
        """What is lost because the article would not be alone in the file."""

    def add(self, piece: Any) -> None:
        """Take one more article, as `piece_of` gives it."""


class _Lines:
    """JSON Lines: a document a line."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def losses(self, piece: bytes) -> tuple[Loss, ...]:  # noqa: ARG002  # as the protocol has it
        return ()

    def add(self, piece: bytes) -> None:
        self._file.write(piece + b"\n")


class _Single:
    """A document of a format that holds one article only."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._full = False

    def losses(self, piece: bytes) -> tuple[Loss, ...]:  # noqa: ARG002  # as the protocol has it
        return ()

    def add(self, piece: bytes) -> None:
        if self._full:
            raise ValueError("there is room for one article only: write to a folder, or as json")
        self._full = True
        self._file.write(piece)


def collector(format: str, file: BinaryIO) -> AbstractContextManager[Collected]:
    """What puts articles written in a format into one file, which is whole at its end."""
    if format == "json":
        return nullcontext(_Lines(file))
    module = format_named(format).module
    if hasattr(module, "joined"):
        together: AbstractContextManager[Collected] = module.joined(file)
        return together
    return nullcontext(_Single(file))


def piece_of(article: Article, format: str, **options: object) -> object:
    """An article as its format puts it into one file with others."""
    module = format_named(format).module
    if hasattr(module, "part"):
        return module.part(article)
    return module.dumps(article, **options).encode()

"""JSON Lines: a document a line, read one after another in bounded memory."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

from newsmodel.errors import ParseError
from newsmodel.formats._shared.files import Source, opened, read_bytes
from newsmodel.formats._shared.gathering import only
from newsmodel.formats.json.layout import FORMAT, VERSION_KEY
from newsmodel.formats.json.reading import Unknown, articles_in, loads
from newsmodel.model import Article

__all__ = ["OnError", "iterload", "load"]

OnError: TypeAlias = Literal["raise"] | Callable[[ParseError], object]
"""What becomes of a line that cannot be read."""

_SUFFIXES = (".jsonl", ".ndjson")


def load(source: Source, *, unknown: Unknown = "refuse") -> Article:
    """The article of a file, be it JSON or JSON Lines; see `loads`."""
    data = read_bytes(source)
    file = io.BytesIO(data)
    head = _head(file)
    if not _are_lines(source, head):
        return loads(data, unknown=unknown)
    return only(tuple(_each(chain(head, file), unknown, "raise")), FORMAT)


def iterload(
    source: Source, *, unknown: Unknown = "refuse", on_error: OnError = "raise"
) -> Iterator[Article]:
    """The articles of a file, one after another.

    A file of one document gives its articles; a file of JSON Lines, a document a line, is read
    line by line and gives the articles of each.

    Args:
        source: a path, or a binary file open for reading.
        unknown: "keep" to carry keys this library does not know; see `loads`.
        on_error: what to do with a line that cannot be read: "raise", or a function that is called
            with the error, whereupon the line is skipped: `errors.append` collects them.

    Raises:
        ParseError: as for `loads`; in JSON Lines the place begins with the number of the line.
    """
    with opened(source) as file:
        head = _head(file)
        if _are_lines(source, head):
            yield from _each(chain(head, file), unknown, on_error)
        else:
            yield from _attempted(b"".join(head) + file.read(), None, unknown, on_error)


def _head(file: BinaryIO) -> list[bytes]:
    """The first lines, until there are two that are not blank."""
    head: list[bytes] = []
    for line in file:
        head.append(line)
        if len(_filled(head)) == 2:
            break
    return head


def _filled(lines: Iterable[bytes]) -> list[bytes]:
    return [line for line in lines if line.strip()]


def _are_lines(source: Source, head: list[bytes]) -> bool:
    """Whether it is a document a line, and not one that is spread over lines."""
    if isinstance(source, str | os.PathLike) and Path(source).name.lower().endswith(_SUFFIXES):
        return True
    first, *second = _filled(head) or [b""]
    return bool(second) and (_is_object(first) or _is_object(second[0], VERSION_KEY))


def _is_object(line: bytes, key: str | None = None) -> bool:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and (key is None or key in found)


def _each(lines: Iterable[bytes], unknown: Unknown, on_error: OnError) -> Iterator[Article]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield from _attempted(line.rstrip(b"\r\n"), number, unknown, on_error)


def _attempted(
    data: bytes, number: int | None, unknown: Unknown, on_error: OnError
) -> tuple[Article, ...]:
    try:
        return articles_in(data, unknown, number)
    except ParseError as error:
        if number is not None:
            _name_line(error, number)
        if on_error == "raise":
            raise
        on_error(error)
        return ()


def _name_line(error: ParseError, number: int) -> None:
    """Put the number of the line before each place of an error."""
    reasons = [(_on_line(number, place), reason) for place, reason in error.reasons]
    ParseError.__init__(error, FORMAT, error.reason, _on_line(number, error.place), reasons)


def _on_line(number: int, place: str | None) -> str:
    within = (place or "").removeprefix("line 1, ")
    return f"line {number}, {within}" if within else f"line {number}"

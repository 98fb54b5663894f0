"""What functions say where they are given a thing of the wrong kind."""

from __future__ import annotations

import os
from collections.abc import Iterable

from newsmodel.errors import ArgumentError, OptionError

__all__ = ["expect_many", "expect_path", "expect_word", "given_document"]


def given_document(given: object) -> str | bytes:
    """A document as a string or bytes.

    Raises:
        ArgumentError: it is neither, nor a buffer of bytes.
    """
    if isinstance(given, str | bytes):
        return given
    if isinstance(given, bytearray | memoryview):
        return bytes(given)
    if isinstance(given, os.PathLike) or hasattr(given, "read"):
        remedy = "read files with load or newsmodel.read"
    elif isinstance(given, dict | list):
        remedy = "make text of plain data first, with json.dumps of the standard library"
    else:
        remedy = "pass what stands in the document"
    raise ArgumentError(given, "a document, as a string or bytes,", remedy)


def expect_many(given: object) -> None:
    """Refuse what cannot be gone through, such as a single article.

    Raises:
        ArgumentError: it cannot.
    """
    if not isinstance(given, Iterable):
        remedy = "pass a list or a generator of them, of one article too"
        raise ArgumentError(given, "a collection of articles", remedy)


def expect_path(given: object) -> None:
    """Refuse what is no path of a file.

    Raises:
        ArgumentError: it is none.
    """
    if not isinstance(given, str | os.PathLike):
        remedy = "pass the file's name"
        if hasattr(given, "read"):
            remedy += ", or use load, dump or iterload of a format, which take open binary files"
        raise ArgumentError(given, "a path", remedy)


def expect_word(argument: str, given: object, *words: str) -> None:
    """Refuse a word that an argument does not know, rather than do nothing about it.

    Raises:
        OptionError: it is none of the words.
    """
    if given not in words:
        known = " or ".join(map(repr, words))
        raise OptionError(argument, given, f"it may be {known}")

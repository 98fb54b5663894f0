"""The articles of a document, one after another, and what stands in their way."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from newsmodel.bulk.documents import Document
from newsmodel.bulk.outcomes import Failure
from newsmodel.formats.registry import Format, format_named, format_of
from newsmodel.model import Article

__all__ = ["articles", "format_of_document"]

_HEAD = 4096


def articles(document: Document, format: str | None = None) -> Iterator[Article | Failure]:
    """The articles of a document; a failure where it has none, or cannot be read further.

    Args:
        document: the document.
        format: name of its format, where neither its name nor its content tell.
    """
    none = True
    try:
        for found in _articles(document, format):
            none = False
            yield found
    except Exception as error:  # noqa: BLE001  # whatever it is, it must not stop the rest
        none = False
        yield Failure.of(error)
    if none:
        yield Failure(kind="NoArticle", reason="there is no article in it")


def _articles(document: Document, format: str | None) -> Iterator[Article | Failure]:
    with document.open() as file:
        head = file.read(_HEAD)
        file.seek(0)
        chosen = format_of_document(document, head, format)
        if document.line is not None:
            yield from _of_lines(file, chosen, document.line)
        else:
            yield from chosen.module.iterload(file)


def format_of_document(document: Document, head: bytes, format: str | None) -> Format:
    """The format of that name, else the one that the document's name or how it begins tells.

    Raises:
        UnknownFormatError: there is no such format, or neither tells.
    """
    return format_named(format) if format else format_of(document.name, head)


def _of_lines(file: BinaryIO, format: Format, first: int) -> Iterator[Article | Failure]:
    for number, line in enumerate(file, first):
        if line.strip():
            try:
                yield from format.module.iterload(io.BytesIO(line.rstrip(b"\r\n")))
            except Exception as error:  # noqa: BLE001  # the next line may well be good
                yield Failure.of(error, line=number)

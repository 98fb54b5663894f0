"""Small documents put together, so that each task is worth its journey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsmodel.bulk.documents import Document

__all__ = ["batches"]

_BYTES = 256 * 1024
_DOCUMENTS = 32


def batches(documents: Iterable[Document]) -> Iterator[tuple[Document, ...]]:
    """The documents in groups of up to 32, and of little more than a quarter of a megabyte."""
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == _DOCUMENTS or sum(each.size for each in batch) >= _BYTES:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)

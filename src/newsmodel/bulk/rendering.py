"""What is done with a document where it is converted: read it, and write its articles aside."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Literal

import attrs

from newsmodel.bulk.collecting import piece_of
from newsmodel.bulk.documents import Document
from newsmodel.bulk.outcomes import Failure, Outcome
from newsmodel.bulk.reading import articles
from newsmodel.bulk.targets import Targets
from newsmodel.errors import LossError
from newsmodel.formats.registry import format_named
from newsmodel.model import Article, Loss

__all__ = ["Job", "Rendered", "rendered", "unwritable"]


@attrs.frozen(kw_only=True)
class Job:
    """What to do with each document; it travels to wherever that is done."""

    formats: tuple[str, ...]
    targets: Targets
    staging: str | None
    """Name of the folders, beside the targets, for what is not published yet; None to send it."""
    source_format: str | None = None
    edit: Callable[[Article], Article] | None = None
    at: datetime | None = None
    override: bool = False
    on_loss: Literal["ignore", "raise"] = "ignore"


@attrs.frozen(kw_only=True)
class Rendered:
    """An article as a document of a format, not published yet."""

    format: str
    losses: tuple[Loss, ...] = ()
    staged: Path | None = None
    piece: object = None
    """What goes into one file with others, where nothing is staged."""
    failure: Failure | None = None


def rendered(job: Job, document: Document) -> Iterator[Outcome[tuple[Rendered, ...]]]:
    """Each article of a document, written in each format of the job."""
    bare = document.bare()
    for number, article in enumerate(articles(document, job.source_format), 1):
        if isinstance(article, Failure):
            yield Outcome(document=bare, number=number, failure=article)
            continue
        try:
            ready = article if job.edit is None else job.edit(article)
        except Exception as error:  # noqa: BLE001  # whatever it is, it must not stop the rest
            yield Outcome(document=bare, number=number, failure=Failure.of(error))
            continue
        value = tuple(_rendered(ready, format, job, document) for format in job.formats)
        yield Outcome(document=bare, number=number, value=value)


def _rendered(article: Article, format: str, job: Job, document: Document) -> Rendered:
    chosen = format_named(format)
    module, options = chosen.module, chosen.options(at=job.at, override=job.override)
    try:
        losses: tuple[Loss, ...] = (*module.losses(article, **options), *_left_out(article))
        if losses and job.on_loss == "raise":
            return Rendered(format=format, failure=Failure.of(LossError(format, losses)))
        if job.staging is None:
            piece = piece_of(article, format, **options)
            return Rendered(format=format, losses=losses, piece=piece)
        text: bytes = module.dumps(article, **options).encode()
    except Exception as error:  # noqa: BLE001  # the other formats may well do
        return Rendered(format=format, failure=Failure.of(error))
    root = job.targets.root(document)
    try:
        return Rendered(format=format, losses=losses, staged=_staged(text, root / job.staging))
    except OSError as error:
        return Rendered(format=format, failure=unwritable(root, error))


def unwritable(folder: Path, error: OSError) -> Failure:
    """Why nothing could be written to a folder."""
    reason = f"cannot write to {folder}: {error.strerror or error}"
    return Failure(kind=type(error).__name__, reason=reason)


def _left_out(article: Article) -> tuple[Loss, ...]:
    """What stood beside the article in its document and goes nowhere when articles are written."""
    told = (problem for problem in article.findings if problem.rule == "newsml.left-out")
    return tuple(Loss(path="$", reason=problem.message) for problem in told)


def _staged(text: bytes, folder: Path) -> Path:
    """The text in a file of its own, whose name nobody else has, were it written twice."""
    path = folder / os.urandom(12).hex()
    try:
        path.write_bytes(text)
    except FileNotFoundError:  # it is the first here
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    return path

"""Documents of many kinds, converted."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

from newsmodel.bulk.collecting import COLLECTING
from newsmodel.bulk.documents import Document, documents_of
from newsmodel.bulk.files import File, Source, each_of, files
from newsmodel.bulk.mapping import per_document
from newsmodel.bulk.outcomes import Counting, Outcome, Summary, Written
from newsmodel.bulk.publishing import Publisher, Taken, folder, one_file
from newsmodel.bulk.rendering import Job, rendered
from newsmodel.bulk.targets import Targets
from newsmodel.errors import OptionError
from newsmodel.formats.registry import FORMATS, format_named, with_suffixes
from newsmodel.model import Article
from newsmodel.model.expected import expect_moment

__all__ = ["Target", "convert_all"]

Target: TypeAlias = Source | BinaryIO | None


def convert_all(  # noqa: PLR0913  # options that can only be named
    sources: Source | File | Document | Iterable[Source | File | Document],
    target: Target,
    *,
    to: str | Sequence[str] = (),
    source_format: str | None = None,
    edit: Callable[[Article], Article] | None = None,
    at: datetime | None = None,
    override: bool = False,
    on_loss: Literal["ignore", "raise"] = "ignore",
    executor: Executor | None = None,
    window: int = 64,
    on_outcome: Callable[[Outcome[Written]], object] = lambda outcome: None,
) -> Summary:
    """Read many documents and write their articles in other formats.

    A file is written whole or not at all, and none twice: where two articles would go to the same
    file, or one to a source of this call, the later is a failure. A document that fails does not
    stop the rest.

    Args:
        sources: files, folders, archives (zip, tar), patterns such as `feeds/**/*.xml`; or
            documents. A single one needs no list around it.
        target: a folder, made where it is missing; or a file, by the suffix of a format:
            `.jsonl` for a line an article, `.newsml.xml` for one newsMessage, any other for one
            article, further ones numbered; or an open binary file, which takes what the file of
            one format would; None to write beside each source.
        to: the formats to write, by name; a target that is a file tells its own.
        source_format: format of the documents, where neither name nor content tell.
        edit: what to do with each article before it is written, such as `newsmodel.quotes.mark`.
            With an executor of other processes it must be importable there.
        at: the moment of publication, for pages and plain text: see `html.dumps`.
        override: write even what is withheld, canceled or embargoed for readers.
        on_loss: "raise" to write nothing of an article that a format cannot carry whole.
        executor: where to do it, such as a `ProcessPoolExecutor` or a cluster's, whose machines
            must see the same files; here, without one. It is left open.
        window: how many tasks may be in flight at once.
        on_outcome: called with what became of each article, in the order of the sources.

    Returns:
        How many were read, written, failed; what was not carried.

    Raises:
        UnknownFormatError: `to` or `source_format` names a format there is not.
        ArgumentError: the sources are neither one nor many, or one of them is no path; or the
            moment is no datetime.
        OptionError: no format to write is named, or several for one file.
        OSError: one file for all cannot be written.
    """
    expect_moment(at)
    found = tuple(each for source in each_of(sources, File, Document) for each in _found(source))
    formats = (to,) if isinstance(to, str) else tuple(dict.fromkeys(to))
    for name in (*formats, *([source_format] if source_format else [])):
        format_named(name)
    counting, skipped = Counting(), list[Path]()
    taken = Taken()
    for each in found:
        taken.add_source(each.path)
    with _publisher(target, formats, taken, on_loss) as publisher:
        job = Job(
            formats=publisher.formats,
            targets=publisher.targets,
            staging=publisher.staging,
            source_format=source_format,
            edit=edit,
            at=at,
            override=override,
            on_loss=on_loss,
        )
        wanted = _wanted(found, skipped, every=source_format is not None)
        done = per_document(partial(rendered, job), wanted, executor=executor, window=window)
        for result in done:
            for outcome in publisher.published(result):
                counting.add(outcome)
                on_outcome(outcome)
    return counting.summary(tuple(skipped))


def _found(source: Source | File | Document) -> Iterable[File | Document]:
    return (source,) if isinstance(source, File | Document) else files([source])


def _wanted(
    found: Iterable[File | Document], skipped: list[Path], *, every: bool
) -> Iterator[Document]:
    """The documents to read; what is passed over is noted.

    Args:
        found: files, and documents.
        skipped: where to note it.
        every: take all, whatever their names, because the format is known.
    """
    for each in found:
        for document in (each,) if isinstance(each, Document) else documents_of(each):
            if document.wanted or every:
                yield document
            else:
                skipped.append(document.path / (document.member or ""))


def _publisher(
    target: Target,
    formats: tuple[str, ...],
    taken: Taken,
    on_loss: Literal["ignore", "raise"],
) -> AbstractContextManager[Publisher]:
    """What publishes to a target.

    Raises:
        OptionError: no format is named, or several for one file.
        OSError: one file for all cannot be written.
    """
    if target is not None and not isinstance(target, str | os.PathLike):
        return one_file(_only(formats, "one stream"), target, on_loss)
    path = None if target is None else Path(target)
    suffix = None if path is None or path.is_dir() else _suffix(path)
    if path is None or suffix is None:
        if not formats:
            raise OptionError("to", formats, _unnamed(path))
        if path is not None and path.exists() and not path.is_dir():
            remedy = "it is a file, and no suffix of a format tells which to write"
            raise OptionError("target", str(path), remedy)
        return folder(formats, Targets(folder=path), taken)
    format = _only(formats or (_of_suffix(suffix),), str(path))
    if format != _of_suffix(suffix):
        remedy = f"it is a {_of_suffix(suffix)} file, and more than that needs a folder"
        raise OptionError("target", str(path), remedy)
    if path in taken:
        raise OptionError("target", str(path), "it is to be read, and cannot be written, too")
    if COLLECTING.get(suffix) == format:
        return one_file(format, path, on_loss)
    return folder(formats or (format,), Targets(file=path), taken)


def _unnamed(path: Path | None) -> str:
    """What to say where no format to write is named."""
    if path is None or not path.suffix:
        return "name a format to write, such as html"
    known = ", ".join(with_suffixes())
    return f"no format's files end like {path.name}, and none to write is named; known are {known}"


def _only(formats: tuple[str, ...], where: str) -> str:
    if len(formats) != 1:
        remedy = f"name one format to write to {where}; several need a folder"
        raise OptionError("to", formats, remedy)
    return formats[0]


def _suffix(path: Path) -> str | None:
    """The suffix of a file's name, if it is one of a format's."""
    suffixes = [s for f in FORMATS for s in f.suffixes if path.name.lower().endswith(s)]
    return max(suffixes, key=len, default=None)


def _of_suffix(suffix: str) -> str:
    return next(format.name for format in FORMATS if suffix in format.suffixes)

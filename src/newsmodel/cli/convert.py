"""`newsmodel convert`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

import newsmodel
from newsmodel.cli.report import FAILED, OK, USAGE, attempted, complain, say

if TYPE_CHECKING:
    from newsmodel import Article, Loss
    from newsmodel.cli.targets import Plan

__all__ = ["convert"]


def convert(
    *sources: Path,
    to: Annotated[tuple[str, ...], Parameter(negative=(), show_default=False)] = (),
    from_: Annotated[str | None, Parameter(name="--from")] = None,
    output: Annotated[Path | None, Parameter(name=("--output", "-o"))] = None,
) -> int:
    """Convert articles to other formats.

    Says what was written, and what a format could not carry. A file that cannot be read or
    written does not stop the rest; the exit status is then 1.

    Args:
        sources: files to read. A file of several articles gives several: name, name-2, name-3.
        to: format to write: json, newsml, html or text. Give it once for each format.
        from_: format of the sources, where neither name nor content tells it.
        output: folder to write to, made where it is missing; by default beside each source. For
            one source and one format it may be a file, whose suffix then tells the format.
    """
    from newsmodel.cli.targets import UsageError, planned  # noqa: PLC0415  # keeps --help quick

    try:
        plan = planned(sources, to, from_, output)
    except UsageError as error:
        complain(f"newsmodel convert: {error}")
        return USAGE
    taken = {source.resolve() for source in sources}
    done = [_converted(source, plan, taken) for source in sources]
    return OK if all(done) else FAILED


def _converted(source: Path, plan: Plan, taken: set[Path]) -> bool:
    """Whether a source could be read, and written in every format."""
    done = attempted(
        source,
        lambda: [
            _written(article, source, plan.target(source, number, format), format, taken)
            for number, article in enumerate(_articles(source, plan.source_format), 1)
            for format in plan.formats
        ],
    )
    return done is not None and all(done)


def _articles(source: Path, format: str | None) -> Iterator[Article]:
    """The article of a file, or one after the other those of a file that holds several."""
    try:
        yield newsmodel.read(source, format=format)
    except newsmodel.MultipleArticlesError as error:
        if not error.count:
            raise
        yield from newsmodel.iterread(source, format=format)


def _written(article: Article, source: Path, target: Path, format: str, taken: set[Path]) -> bool:
    """Whether an article could be written; a file this call has read or written is spared."""
    if target.resolve() in taken:
        complain(f"{target}: not written from {source}, for it would replace a file of this call")
        return False
    losses = attempted(target, lambda: _write(article, target, format))
    if losses is None:
        return False
    taken.add(target.resolve())
    say("\n  ".join([f"{source} -> {target}", *(f"not carried: {loss}" for loss in losses)]))
    return True


def _write(article: Article, target: Path, format: str) -> tuple[Loss, ...]:
    target.parent.mkdir(parents=True, exist_ok=True)
    return newsmodel.write(article, target, format=format)

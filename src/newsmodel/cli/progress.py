"""A progress bar where somebody watches, nothing where nobody does."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

from newsmodel.bulk.documents import Document

__all__ = ["Advance", "progress"]

Advance = Callable[[Document], object]
"""Called with the document of each outcome."""


@contextlib.contextmanager
def progress(title: str, total: int) -> Iterator[Advance]:
    """A bar on the standard error, if it is a terminal: share of bytes, articles, rate, time left.

    Args:
        title: what is being done.
        total: how many bytes there are to read.
    """
    if not sys.stderr.isatty():
        yield lambda document: None
        return
    from rich.console import Console  # noqa: PLC0415  # only where it is seen
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[count]} articles, {task.fields[rate]:.0f}/s"),
        TimeRemainingColumn(),
    )
    bar = Progress(
        *columns, console=Console(stderr=True), redirect_stdout=sys.stdout.isatty(), transient=True
    )
    with bar:
        task = bar.add_task(title, total=total, count=0, rate=0.0)
        last: list[Document] = []
        count = 0

        def advance(document: Document) -> None:
            nonlocal count
            count += 1
            elapsed = bar.tasks[0].elapsed or 0.0
            new = 0 if last and last[0] == document else document.size
            last[:] = [document]
            bar.update(task, advance=new, count=count, rate=count / elapsed if elapsed else 0.0)

        yield advance

"""A function of every article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from functools import partial
from typing import TypeVar

from newsmodel.bulk.batches import batches
from newsmodel.bulk.documents import Document, documents
from newsmodel.bulk.files import Source, each_of
from newsmodel.bulk.outcomes import Failure, Outcome
from newsmodel.bulk.reading import articles
from newsmodel.bulk.running import run
from newsmodel.model import Article

__all__ = ["map_articles", "per_document"]

T = TypeVar("T")
Work = Callable[[Document], Iterator[Outcome[T]]]


def map_articles(
    function: Callable[[Article], T],
    sources: Source | Document | Iterable[Source | Document],
    *,
    executor: Executor | None = None,
    format: str | None = None,
    window: int = 64,
    in_order: bool = True,
) -> Iterator[Outcome[T]]:
    """What a function gives for every article of many documents.

    Whatever fails is an outcome with a `failure`; nothing is raised, nothing passed over.

    Args:
        function: what to do with an article. With an executor of other processes it must be
            importable there, and what it gives must pickle.
        sources: files, folders, archives (zip, tar), patterns; or documents. A single one needs no
            list around it.
        executor: where to do it, such as a `ProcessPoolExecutor` or a cluster's; here, one after
            the other, without one. It is left open.
        format: name of the documents' format, where neither name nor content tell.
        window: how many tasks may be in flight at once: small documents go together as one.
        in_order: give results in the order of the sources; otherwise as they come.

    Returns:
        Outcomes, as they are asked for: nothing is done before.

    Raises:
        ArgumentError: the sources are neither one nor many.
    """
    found = (each for source in each_of(sources, Document) for each in _documents(source))
    wanted = (document for document in found if document.wanted)
    work = partial(_mapped, function, format)
    return per_document(work, wanted, executor=executor, window=window, in_order=in_order)


def _documents(source: Source | Document) -> Iterable[Document]:
    return (source,) if isinstance(source, Document) else documents([source])


def _mapped(
    function: Callable[[Article], T], format: str | None, document: Document
) -> Iterator[Outcome[T]]:
    bare = document.bare()
    for number, article in enumerate(articles(document, format), 1):
        if isinstance(article, Failure):
            yield Outcome(document=bare, number=number, failure=article)
            continue
        try:
            yield Outcome(document=bare, number=number, value=function(article))
        except Exception as error:  # noqa: BLE001  # whatever it is, it must not stop the rest
            yield Outcome(document=bare, number=number, failure=Failure.of(error))


def per_document(
    work: Work[T],
    wanted: Iterable[Document],
    *,
    executor: Executor | None,
    window: int,
    in_order: bool = True,
) -> Iterator[Outcome[T]]:
    """The outcomes of work done on each document; a task that broke fails all its documents."""
    if executor is None:
        for document in wanted:
            yield from work(document)
        return
    task = partial(_task, work)
    tasks = batches(wanted)
    done = run(task, tasks, executor=executor, window=window, in_order=in_order)
    for batch, result in done:
        if isinstance(result, BaseException):
            failure = Failure.of(result)
            yield from (Outcome(document=each.bare(), failure=failure) for each in batch)
        else:
            yield from result


def _task(work: Work[T], batch: tuple[Document, ...]) -> list[Outcome[T]]:
    """What is done in one task, there."""
    return [outcome for document in batch for outcome in work(document)]

"""Tasks in flight: a bounded window of them, their results in order or as they come."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from itertools import islice
from typing import Any, TypeVar

__all__ = ["run"]

A = TypeVar("A")
R = TypeVar("R")


def run(
    function: Callable[[A], R],
    tasks: Iterable[A],
    *,
    executor: Executor,
    window: int,
    in_order: bool = True,
) -> Iterator[tuple[A, R | BaseException]]:
    """Each task with its result, or with the exception it ended in.

    No more than a window of tasks is in flight, or waits to be taken from here. Where the caller
    stops early, what has not begun is canceled.
    """
    flying: deque[tuple[A, Future[R]]] = deque()
    coming = iter(tasks)
    try:
        while True:
            for task in islice(coming, window - len(flying)):
                flying.append((task, _submitted(executor, function, task)))
            if not flying:
                return
            task, future = _landed(flying, in_order=in_order)
            result: R | BaseException = _result(future)
            if _is_mislaid(result):
                result = _result(_submitted(executor, function, task))
            yield task, result
    finally:
        for _, future in flying:
            future.cancel()


def _submitted(executor: Executor, function: Callable[[A], R], task: A) -> Future[R]:
    """The task under way; where the executor takes no more, as failed at once."""
    try:
        return executor.submit(function, task)
    except RuntimeError as error:  # it is broken, or was shut down
        future: Future[R] = Future()
        future.set_exception(error)
        return future


def _landed(flying: deque[tuple[A, Future[R]]], *, in_order: bool) -> tuple[A, Future[R]]:
    """The first task, or whichever is done first, taken out of the window."""
    if not in_order:
        done, _ = wait([future for _, future in flying], return_when=FIRST_COMPLETED)
        flying.rotate(-next(n for n, (_, future) in enumerate(flying) if future in done))
    return flying.popleft()


def _is_mislaid(result: object) -> bool:
    """Whether a task ended in an exception that is none of its own, and may do better again.

    Tasks give their failures as values. What is raised all the same comes from the executor: a
    cluster may lose the result that a killed worker held, and says so in several ways. A pool at
    its end, and a task that kills every worker, are left alone.
    """
    final = isinstance(result, BrokenExecutor) or type(result).__name__ == "KilledWorker"
    return isinstance(result, BaseException) and not final


def _result(future: Future[Any]) -> Any:
    """What a task gave, or the exception it ended in; what interrupts the waiting is raised."""
    try:
        return future.result()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a task that was canceled is one, too
        if isinstance(error, Exception) or future.done():
            return error
        raise

"""Processes to work in."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor

__all__ = ["workers"]


@contextlib.contextmanager
def workers(jobs: int) -> Iterator[Executor | None]:
    """A pool of that many processes, one a core for 0; none where one process is enough.

    Raises:
        ValueError: the number is negative.
    """
    if jobs < 0:
        raise ValueError(f"--jobs {jobs}: give a number of processes, or 0 for one a core")
    count = jobs or os.cpu_count() or 1
    if count == 1:
        yield None
        return
    # forked children of a process with threads, such as those of a progress bar, can hang
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(count, mp_context=context)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)

"""Processor time, measured in turns, so that what disturbs the machine disturbs all alike."""

import time
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

__all__ = ["Work", "least"]

Work: TypeAlias = tuple[Callable[[Any], object], Sequence[Any]]
"""What is done, and with what, one after another."""


def least(*works: Work, rounds: int = 9) -> list[float]:
    """The seconds that each of some works takes for all its inputs.

    Of some rounds the least time counts, for each input by itself: a machine that is shared with
    others makes rounds longer, never shorter.

    Args:
        works: what is measured; in each round one comes after another.
        rounds: how many rounds.
    """
    times = [[float("inf")] * len(inputs) for _, inputs in works]
    for _ in range(rounds):
        for (work, inputs), known in zip(works, times, strict=True):
            for number, each in enumerate(inputs):
                started = time.process_time()
                work(each)
                known[number] = min(known[number], time.process_time() - started)
    return [sum(known) for known in times]

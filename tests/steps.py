"""How much work something is, whatever the machine does besides."""

import sys
from collections.abc import Callable

__all__ = ["steps_of"]


def steps_of(work: Callable[[], object]) -> int:
    """How many functions are called while something is done, which was done once before."""
    work()
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count

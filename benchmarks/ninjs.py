"""How fast ninjs is read, written and checked, beside what the bare JSON parser takes.

Run it with `python benchmarks/ninjs.py`. Each line is the median of the processor time of several
rounds, as a multiple of `json.loads` or `json.dumps` on the same document in the same run.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from typing import Any

from newsmodel.formats import ninjs
from newsmodel.testing import examples, samples

ROUNDS = 15


def documents() -> dict[str, str]:
    """Documents by name: the library's own, and some as agencies write them."""
    found = {"story": samples.story("ninjs").read_text("utf-8")}
    found["full"] = ninjs.dumps(examples.full_featured())
    for sample in samples.samples("ninjs"):
        if sample.name in ("several-bodies", "video", "objects-by-name"):
            found[sample.name] = sample.path.read_text("utf-8")
    return found


def median(work: Callable[[], Any], repeat: int) -> float:
    """Seconds one call takes."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(repeat):
            work()
        times.append((time.process_time() - start) / repeat)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    print(f"{'document':18}{'bytes':>8}{'loads':>9}{'dumps':>9}{'check':>9}{'loads/s':>9}")
    for name, text in documents().items():
        plain, article = json.loads(text), ninjs.loads(text)
        read = median(lambda text=text: json.loads(text), 200)
        write = median(lambda plain=plain: json.dumps(plain, ensure_ascii=False), 200)
        loads = median(lambda text=text: ninjs.loads(text), 5)
        dumps = median(lambda article=article: ninjs.dumps(article), 5)
        check = median(lambda text=text: ninjs.check(text), 5)
        ratios = f"{loads / read:>8.0f}x{dumps / write:>8.0f}x{check / read:>8.0f}x"
        print(f"{name:18}{len(text.encode()):>8}{ratios}{1 / loads:>9.0f}")


if __name__ == "__main__":
    main()

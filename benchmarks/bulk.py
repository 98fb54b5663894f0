"""Whether bulk work uses every core, and no more memory the longer it lasts.

    python benchmarks/bulk.py FOLDER [--documents 20000] [--jobs 2]

Makes many documents of those in a folder, reads and writes them all as JSON in one process, then
in several, and prints the time each took as a ratio, and how much memory the caller held after a
tenth of the work and at its end. On a busy machine the ratio says little, so it prints processor
time too: what the caller spends is done by nobody else, and bounds how fast any number of processes
are.
"""

import argparse
import multiprocessing
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

from newsmodel.bulk import Outcome, Written, convert_all
from newsmodel.formats.registry import FORMATS

_SUFFIXES = tuple(suffix for format in FORMATS for suffix in format.suffixes)


def multiplied(folder: Path, target: Path, documents: int) -> None:
    """As many documents as are asked for, copied from those of a folder in turn."""
    found = sorted(path for path in folder.rglob("*") if path.name.lower().endswith(_SUFFIXES))
    if not found:
        sys.exit(f"no documents in {folder}")
    for number in range(documents):
        path = found[number % len(found)]
        shutil.copy(path, target / f"{number:06}-{path.name}")


def memory() -> float:
    """Megabytes this process holds now."""
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * 4096 / 1e6


def measured(source: Path, target: Path, executor: Executor | None) -> tuple[float, list[float]]:
    """Seconds it takes to convert a folder, and the memory after each tenth of it."""
    held: list[float] = []
    started = time.perf_counter()
    summary = convert_all(
        [source], target, to="json", executor=executor, on_outcome=_sampling(source, held)
    )
    seconds = time.perf_counter() - started
    print(f"  {summary}: {seconds:.1f} s, {summary.read / seconds:.0f} articles/s")
    return seconds, held


def _sampling(source: Path, held: list[float]) -> Callable[[Outcome[Written]], None]:
    tenth = max(1, sum(1 for _ in source.iterdir()) // 10)
    count = 0

    def sample(outcome: Outcome[Written]) -> None:
        nonlocal count
        count += 1
        if count % tenth == 0:
            held.append(memory())

    return sample


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        source = Path(work, "in")
        source.mkdir()
        multiplied(options.folder, source, options.documents)
        print("one process")
        spent = time.process_time()
        alone, held = measured(source, Path(work, "one"), None)
        spent = time.process_time() - spent
        print(f"  processor time: {spent:.1f} s")
        print(f"  memory: {held[0]:.0f} MB after a tenth, {held[-1]:.0f} MB at the end")
        print(f"{options.jobs} processes")
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(options.jobs, mp_context=context) as pool:
            list(pool.map(abs, range(100)))  # they are running before the clock is
            own = time.process_time()
            together, held = measured(source, Path(work, "two"), pool)
            own = time.process_time() - own
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        theirs = used.ru_utime + used.ru_stime
        most = spent / max(own, (own + theirs) / options.jobs)
        print(f"  processor time: {own:.1f} s the caller, {theirs:.1f} s the processes")
        print(f"  {most:.2f} times as fast where nobody else uses as many cores")
        print(f"  memory: {held[0]:.0f} MB after a tenth, {held[-1]:.0f} MB at the end")
        print(f"{alone / together:.2f} times as fast")


if __name__ == "__main__":
    main()

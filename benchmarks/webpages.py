"""How long reading other people's pages takes, compared with `trafilatura` on the same pages.

    python benchmarks/webpages.py FOLDER [--every N]

Reads the pages (`*.html`, `*.html.gz`) below a folder with `html.loads` and with trafilatura's
`extract` in the mode that favours precision, one after the other in one process, and prints for
each the milliseconds of processor time a page, and their ratio. Needs the extra `extract`.
"""

import argparse
import gzip
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import trafilatura

from newsmodel.formats import html

ADDRESS = "https://www.example.org/news/one/of/them"


def pages(folder: Path, every: int) -> Iterator[bytes]:
    """The pages below a folder."""
    found = sorted([*folder.rglob("*.html"), *folder.rglob("*.html.gz")])
    for path in found[::every]:
        data = path.read_bytes()
        yield gzip.decompress(data) if path.suffix == ".gz" else data


def ours(page: bytes) -> object:
    """The article, by this library."""
    return html.loads(page, url=ADDRESS)


def theirs(page: bytes) -> object:
    """The text, by trafilatura."""
    return trafilatura.extract(page, favor_precision=True, include_comments=False)


def taken(read: Callable[[bytes], object], page: bytes) -> float:
    """Milliseconds of processor time."""
    start = time.process_time()
    read(page)
    return 1000 * (time.process_time() - start)


def main() -> None:
    """Print one line for each, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pages are")
    parser.add_argument("--every", type=int, default=1, help="only every so many of them")
    options = parser.parse_args()
    found = list(pages(options.folder, options.every))
    for page in found[:3]:  # words and patterns are loaded once
        ours(page)
        theirs(page)
    times = {read: [taken(read, page) for page in found] for read in (ours, theirs)}
    for read, name in ((ours, "newsmodel"), (theirs, "trafilatura, precision")):
        mean, middle = statistics.mean(times[read]), statistics.median(times[read])
        print(f"{name:24} {len(found)} pages  mean {mean:6.1f} ms  median {middle:6.1f} ms")
    print(f"ratio of the means {sum(times[ours]) / sum(times[theirs]):.2f}")


if __name__ == "__main__":
    main()

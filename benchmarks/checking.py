"""What checking an article costs, beside reading it from JSON.

    python benchmarks/checking.py [FOLDER...]

Checks the sample article, the library's own examples and whatever NewsML-G2 stands in the folders,
and prints for each the microseconds of processor time that checking it takes and that reading it
from JSON takes, without the extra `fast` and with it, and the ratios, which are to be below 1.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import newsmodel
from newsmodel import Article, NewsModelError
from newsmodel.formats import json, newsml
from newsmodel.formats._shared import encoding
from newsmodel.testing import examples

SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "article.txt"
ROUNDS = 20
REPEATS = 5


def cost(action: Callable[[], object]) -> float:
    """Microseconds of processor time, the best of several rounds."""
    action()
    best = float("inf")
    for _ in range(REPEATS):
        began = time.process_time()
        for _ in range(ROUNDS):
            action()
        best = min(best, time.process_time() - began)
    return best / ROUNDS * 1e6


def articles(folders: list[str]) -> Iterator[tuple[str, Article]]:
    """The articles to measure, each with a name."""
    yield "sample", newsmodel.read(SAMPLE)
    yield from examples.examples().items()
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*.xml")):
        try:
            gathered = newsml.loads_message(path.read_bytes()).gather()
        except NewsModelError:
            continue
        yield from ((path.name, article) for article in gathered)


def report(name: str, checking: float, *reading: float) -> None:
    """Print one line: the costs, and what checking is of each way of reading."""
    ways = "  ".join(f"JSON {each:6.0f} {checking / each:5.2f}" for each in reading)
    print(f"{name[:30]:30} check {checking:6.0f}  {ways}")


def main() -> None:
    """Print one line an article, and the sum."""
    ways = sorted({False, encoding.FAST})
    sums = [0.0] * (1 + len(ways))
    for name, article in articles(sys.argv[1:]):
        document = json.dumps(article)
        costs = [cost(lambda article=article: newsmodel.check(article))]  # type: ignore[misc]
        for encoding.FAST in ways:
            costs.append(cost(lambda document=document: json.loads(document)))  # type: ignore[misc]
        sums = [total + each for total, each in zip(sums, costs, strict=True)]
        report(name, *costs)
    report("all", *sums)


if __name__ == "__main__":
    main()

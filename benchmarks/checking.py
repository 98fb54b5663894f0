"""What checking an article costs, beside reading it from JSON.

    python benchmarks/checking.py [FOLDER...]

Checks the sample article, the library's own examples and whatever NewsML-G2 stands in the folders,
and prints for each the microseconds of processor time that reading it from JSON takes, that
checking it takes, and their ratio, which is to be below 1.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import newsmodel
from newsmodel import Article, NewsModelError
from newsmodel.formats import json, newsml
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


def main() -> None:
    """Print one line an article, and the sum."""
    read = checked = 0.0
    for name, article in articles(sys.argv[1:]):
        document = json.dumps(article)
        reading = cost(lambda document=document: json.loads(document))  # type: ignore[misc]
        checking = cost(lambda article=article: newsmodel.check(article))  # type: ignore[misc]
        read, checked = read + reading, checked + checking
        print(
            f"{name[:30]:30} JSON {reading:6.0f}  check {checking:6.0f}  {checking / reading:.2f}"
        )
    print(f"{'all':30} JSON {read:6.0f}  check {checked:6.0f}  {checked / read:.2f}")


if __name__ == "__main__":
    main()

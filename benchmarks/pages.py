"""What writing a page costs, compared with writing the same article as JSON.

    python benchmarks/pages.py [FOLDER]

Measures processor time on the example article, the sample, and whatever articles the NewsML-G2
documents of a folder hold, and prints for each the ratio to JSON: the whole page, the bare article,
and `public`, with which every page begins. Both ways: without the extra `fast`, and with it.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from turns import least

import newsmodel
from newsmodel.errors import NewsModelError
from newsmodel.formats import html, json, newsml
from newsmodel.formats._shared import encoding
from newsmodel.model import Article, public
from newsmodel.testing import examples

SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "article.txt"
ROUNDS = 40


def real(folder: Path) -> list[Article]:
    """The articles of the documents of a folder."""
    found: list[Article] = []
    for path in sorted(folder.glob("**/*.xml")):
        try:
            found += [article for article in newsml.iterload(path) if article.body]
        except NewsModelError:
            continue
    return found


def report(name: str, articles: list[Article]) -> None:
    """Print one line."""
    ways: dict[str, Callable[[Article], object]] = {
        "JSON": json.dumps,
        "page": lambda article: html.dumps(article, override=True),
        "article alone": lambda article: html.dumps(article, override=True, page=False),
        "public": lambda article: public(article, override=True),
    }
    base, *others = least(*[(write, articles) for write in ways.values()], rounds=ROUNDS)
    ratios = [f"{way} {taken / base:.1f}" for way, taken in zip([*ways][1:], others, strict=True)]
    each = base / len(articles) * 1000
    print(f"  {name}: JSON {each:.3f} ms; times as long: {', '.join(ratios)}")


def main() -> None:
    """Print one line a set of articles, for each way of writing JSON."""
    sets = {"example": [examples.full_featured()], "sample": [newsmodel.read(SAMPLE)]}
    if len(sys.argv) > 1:
        sets["folder"] = real(Path(sys.argv[1]))
    for fast in sorted({False, encoding.FAST}):
        encoding.FAST = fast
        print("with the extra `fast`" if fast else "without the extra `fast`")
        for name, articles in sets.items():
            report(name, articles)


if __name__ == "__main__":
    main()

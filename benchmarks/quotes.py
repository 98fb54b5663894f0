"""How much text a second the finder of quotations reads.

    python benchmarks/quotes.py

Reads the annotated samples of the tests over and over, and one long text made of them all, and
prints megabytes of text a second of processor time for each language.
"""

import re
import time
from pathlib import Path

from newsmodel.quotes import find_quotes

SAMPLES = Path(__file__).resolve().parents[1] / "tests" / "quotes" / "samples"
ROUNDS = 40


def plain(path: Path) -> str:
    """A file of samples without its annotations."""
    text = re.sub(r"^(#|===).*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return re.sub(r"\[\[(.*?)\]\]\{.*?\}", r"\1", text, flags=re.DOTALL)


def speed(texts: list[str], language: str) -> float:
    """Megabytes a second."""
    started = time.process_time()
    for text in texts:
        find_quotes(text, language)
    return sum(len(text.encode()) for text in texts) / (time.process_time() - started) / 1e6


def main() -> None:
    """Print one line a language."""
    for path in sorted(SAMPLES.glob("*.txt")):
        text = plain(path)
        find_quotes(text, path.stem)
        articles, long = speed([text] * ROUNDS, path.stem), speed([text * ROUNDS], path.stem)
        print(f"{path.stem}  articles {articles:.2f} MB/s  one long text {long:.2f} MB/s")


if __name__ == "__main__":
    main()

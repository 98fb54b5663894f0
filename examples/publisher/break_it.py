"""Break the importer in five ways, and see which test says so.

    python break_it.py

Each mistake is one that people make. It is put into a copy of the publisher, the copy's tests run,
and the tests that fail are printed: none may go unnoticed.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent

MISTAKES = {
    "the first version counts, not the newest": (
        "importing.py",
        "list(latest(article for feed in feeds for article in articles(feed, rejected)))",
        "list({a.id: a for f in reversed([*feeds]) for a in articles(f, rejected)}.values())",
    ),
    "one bad feed stops the rest": (
        "importing.py",
        "except NewsModelError as error:",
        "except ZeroDivisionError as error:",
    ),
    "translations are thrown away": (
        "importing.py",
        "return mark(article if",
        "article = evolve(article, translations=())\n    return mark(article if",
    ),
    "captions are cut down to one language": (
        "importing.py",
        "return mark(article if",
        (
            "images = [evolve(i, captions=i.captions[:1]) for i in article.images]\n    "
            "article = evolve(article, images=tuple(images))\n    return mark(article if"
        ),
    ),
    "what may not be published is": (
        "site.py",
        "write(story, page)",
        "page.write_text(f'<!doctype html><h1>{story.headline}</h1>{story.text}', 'utf-8')",
    ),
}
"""What goes wrong, and what to put in place of what in which file."""


def failing(publisher: Path) -> list[str]:
    """The names of the tests that fail."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=no", "-rf"]
    run = subprocess.run(command, cwd=publisher, capture_output=True, text=True, check=False)
    return sorted(set(re.findall(r"^(?:FAILED|ERROR) \S+?::(\w+)", run.stdout, re.MULTILINE)))


def broken(mistake: str, work: Path) -> Path:
    """A copy of the publisher with a mistake in it."""
    name, right, wrong = MISTAKES[mistake]
    copy = work / re.sub(r"\W+", "-", mistake)
    shutil.copytree(HERE, copy, ignore=shutil.ignore_patterns("__pycache__", ".hypothesis"))
    module = copy / "publisher" / name
    text = module.read_text("utf-8")
    if text.count(right) != 1:
        sys.exit(f"{name} has changed: there is no {right!r} to break")
    module.write_text(text.replace(right, wrong), "utf-8")
    return copy


def main() -> int:
    """Break it, five times over."""
    unnoticed = 0
    with tempfile.TemporaryDirectory() as work, ThreadPoolExecutor(os.cpu_count()) as pool:
        unbroken = pool.submit(failing, HERE)
        copies = [broken(mistake, Path(work)) for mistake in MISTAKES]
        for mistake, found in zip(MISTAKES, pool.map(failing, copies), strict=True):
            unnoticed += not found
            print(f"{mistake}: {', '.join(found) or 'NOT NOTICED'}")
        if found := unbroken.result():
            sys.exit(f"these fail before anything is broken: {', '.join(found)}")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())

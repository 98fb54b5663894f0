"""Run by `.ci/run` in a clean environment: the installed package is whole and works.

Usage: installed.py SOURCES, the folder of the package in the clone.
"""

import importlib
import sys
from pathlib import Path

import newsmodel

MADE = {"__pycache__"}


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not MADE & set(path.parts)
    }


def main(sources: Path) -> None:
    home = Path(newsmodel.__file__).parent
    assert home != sources, "the sources were imported, not the wheel"
    assert files(sources) == files(home), files(sources) ^ files(home)
    assert "py.typed" in files(home)
    for name in dir(newsmodel):
        getattr(newsmodel, name)
    for package in ("captions", "formats", "language", "plain", "quotes", "validation"):
        importlib.import_module(f"newsmodel.{package}")
    article = newsmodel.Article(id="urn:example:1", headline="It works", body=["Said so."])
    sys.stdout.write(f"newsmodel {newsmodel.__version__}: {article.headline}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Functions that other processes can import."""

from __future__ import annotations

import os
import time
from pathlib import Path

from newsmodel import Article


def headline(article: Article) -> str | None:
    return article.headline


def fussy(article: Article) -> str | None:
    if article.headline == "Story 7":
        raise ZeroDivisionError("not this one")
    return article.headline


def slower_first(article: Article) -> str | None:
    if article.headline == "Story 0":
        time.sleep(0.3)
    return article.headline


def deadly(article: Article) -> str | None:
    if article.headline == "Story 7":
        os._exit(1)
    return article.headline


def deadly_once(folder: str, article: Article) -> str | None:
    """Kills its process the first time it meets a certain article."""
    mark = Path(folder) / "killed"
    if article.headline == "Story 7" and not mark.exists():
        mark.touch()
        os._exit(1)
    return article.headline


def shouted(article: Article) -> Article:
    import attrs

    return attrs.evolve(article, headline=(article.headline or "").upper())


def shouted_deadly_once(folder: str, article: Article) -> Article:
    deadly_once(folder, article)
    return shouted(article)

"""From stories to a site."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from newsmodel import Article, NotPublicError, public, write

INDEX = "<!doctype html>\n<title>News</title>\n<ul>\n{}\n</ul>\n"


def publish(stories: Iterable[Article], site: Path) -> list[Path]:
    """Write a page for each story readers may see, and an index of them.

    Returns:
        The pages.
    """
    site.mkdir(parents=True, exist_ok=True)
    pages = []
    for story in stories:
        page = site / f"{name(story)}.html"
        try:
            write(story, page)
        except NotPublicError:
            page.unlink(missing_ok=True)
        else:
            pages.append((page, public(story).headline or "(no headline)"))
    lines = [f'<li><a href="{page.name}">{escape(title)}</a></li>' for page, title in pages]
    (site / "index.html").write_text(INDEX.format("\n".join(lines)), encoding="utf-8")
    return [page for page, _ in pages]


def name(story: Article) -> str:
    """A name for the file of a story, the same for all its versions."""
    return "".join(c if c.isalnum() else "-" for c in story.id)

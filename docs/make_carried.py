"""Writes `carried.md`, what each format carries, by asking them: `python docs/make_carried.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsmodel.errors import NewsModelError
from newsmodel.formats.registry import FORMATS, Format
from newsmodel.model import Article
from newsmodel.model.base import changed, default_of, fields_of
from newsmodel.testing import examples

PAGE = Path(__file__).with_name("carried.md")

HEAD = """# What each format carries

This page is made by asking the formats, in `docs/make_carried.py`; a test holds it to them. Each
field of an article is written alone, with the value it has in the full example, and read back.

| sign | meaning |
|---|---|
| ● | comes back as it was |
| ◐ | comes back in part; `losses` says what is missing |
| ○ | does not come back; `losses` says so |
| – | not for readers, so no page shows it |

"""


def page() -> str:
    """The whole page."""
    names = [format.name for format in FORMATS]
    lines = [f"| field | {' | '.join(names)} |", "|---|" + "---|" * len(names)]
    for name, article in alone():
        signs = [sign(format, name, article) for format in FORMATS]
        lines.append(f"| `{name}` | {' | '.join(signs)} |")
    return HEAD + "\n".join(lines) + "\n"


def alone() -> Iterator[tuple[str, Article]]:
    """For each field that the examples fill, an article that has nothing else."""
    full = [examples.full_featured(), examples.killed(), examples.an_article()]
    for field in fields_of(Article):
        values = [getattr(each, field.name) for each in full]
        filled = [value for value in values if value != default_of(field)]
        if field.eq and field.name not in ("id", "dialect") and filled:
            yield field.name, changed(_BARE, **{field.name: filled[0]})


_BARE = Article(id="urn:newsml:example.com:20240110:one", language="en")


def sign(format: Format, name: str, article: Article) -> str:
    """How a field fares in a format."""
    module: Any = format.module
    try:
        lost = [loss for loss in module.losses(article) if loss.path.startswith(f"$.{name}")]
        again = module.loads(module.dumps(article))
    except NewsModelError:
        return "–"  # a page of what may not be published
    before, after = getattr(article, name), getattr(again, name)
    if before == after:
        return "●"
    if any("not for readers" in loss.reason for loss in lost) and not after:
        return "–"
    return "◐" if after and after != getattr(_BARE, name) else "○"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

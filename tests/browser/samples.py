"""The pages that are judged: every example, sites of them, and a spread of real articles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import newsmodel
from newsmodel.errors import NewsModelError, NotPublicError
from newsmodel.formats import html, newsml
from newsmodel.model import (
    Article,
    BlockQuote,
    Concept,
    Contributor,
    Link,
    Rights,
    Speaker,
    Table,
    TableCell,
    TableRow,
    Text,
)
from newsmodel.testing import examples
from tests.browser.tools import EVERYTHING

LATER = datetime(2024, 2, 1, tzinfo=UTC)
SAMPLE = Path(__file__).parents[2] / "samples" / "article.txt"
SPREAD = 8
"""How many real articles are judged where not all of them are wanted."""


def pages() -> Iterator[tuple[str, str]]:
    """Our own pages, by name."""
    for name, article in examples.examples().items():
        try:
            yield name, html.dumps(article, at=LATER)
        except NotPublicError:
            yield from site(f"{name}-site", article)
    yield "sample", html.dumps(newsmodel.read(SAMPLE))
    yield "frames", html.dumps(examples.full_featured(), at=LATER, frames=True)
    yield from (("newsroom-" + tag, html.dumps(newsroom(tag))) for tag in ("en", "ar"))
    yield "template", template(examples.full_featured())
    yield from site("site", examples.full_featured())


def newsroom(language: str) -> Article:
    """An article with all that a newsroom prints beside its text, much of it in English."""
    friends = Concept(names=[Text(value="Friends of the River", language="en")])
    row = TableRow(cells=(TableCell(content="https://example.com/a/long/address/of/a/page"),))
    return Article(
        id=f"urn:x:{language}",
        language=language,
        headline="Ferry to sail",
        body=[
            "Ferry to sail",
            BlockQuote(blocks=["مرحبا"], language="ar", attribution="The mayor"),
            BlockQuote(blocks=["Hello"], language="en", speaker=Speaker(person=friends)),
            Table(rows=(row,)),
        ],
        descriptions=[Text(value="It sails.", role="standfirst", language="en")],
        section="Sport",
        authors=(Contributor(concept=friends, biography="They sail."),),
        contributors=(Contributor(name="Bo", role="additional reporting"),),
        sponsor=friends,
        rights=Rights(holder=friends),
        links=(Link(rel="related", href="https://example.com/1", title="Ferries"),),
    )


def site(name: str, article: Article) -> Iterator[tuple[str, str]]:
    """The pages of a site, if readers may see any."""
    with TemporaryDirectory() as folder:
        try:
            files = html.dump_site(article, folder, at=LATER, base_url="https://example.com/news")
        except NotPublicError:
            return
        for file in files:
            yield f"{name}-{file.stem}", file.read_text(encoding="utf-8")


def template(article: Article) -> str:
    """An article in a page of somebody's own."""
    return (
        f'<!DOCTYPE html><html lang="{article.language}"><head><meta charset="utf-8">'
        f"{html.head(article, at=LATER)}<style>{html.stylesheet()}</style></head>"
        f"<body><main>{html.dumps(article, at=LATER, page=False)}</main></body></html>"
    )


def real_articles(shared: Path) -> list[tuple[str, Article]]:
    """Articles of real documents, evenly spread over them."""
    found = []
    for path in sorted((shared / "corpus" / "newsml-g2").glob("agencies/**/*.xml")):
        try:
            articles = [a for a in newsml.iterload(path) if a.body or a.images]
        except NewsModelError:
            continue
        found += [(f"real-{path.stem[:40]}-{n}", a) for n, a in enumerate(articles)]
    return found if EVERYTHING else found[:: max(1, len(found) // SPREAD)]

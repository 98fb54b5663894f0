import importlib
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis.strategies import SearchStrategy
from lxml import etree

from newsmodel.model import (
    Article,
    Heading,
    Image,
    ImageCaption,
    InlineQuote,
    Paragraph,
    Status,
    Translation,
    public,
    transform,
)
from newsmodel.testing import examples
from newsmodel.testing.strategies.build import objects
from newsmodel.testing.strategies.values import Taste

FAITHFUL = ("json", "newsml", "html")
"""Formats that give back what was written."""
IN_PART = ("ninjs", "text")
"""Formats that cannot say all there is, and list what they leave out."""
FOR_READERS = ("html", "text")
"""Formats that hold only what readers may see."""


@attrs.frozen
class Format:
    """A format, and what the laws must know of it."""

    name: str
    module: Any

    def fit(self, article: Article) -> Article:
        """The article as it may be written: one for readers neither withheld nor embargoed."""
        if self.name in FOR_READERS:
            return attrs.evolve(article, status=Status.USABLE, embargo=None)
        return article

    def kept(self, article: Article) -> Article:
        """What is expected back."""
        return public(article) if self.name in FOR_READERS else article

    def articles(self) -> SearchStrategy[Article]:
        """Articles that may be written, though not all of them may come back."""
        return objects(Article, Taste(for_format=self.name)).map(self.fit)


def format_named(name: str) -> Format:
    return Format(name, importlib.import_module(f"newsmodel.formats.{name}"))


@pytest.fixture(scope="session", params=FAITHFUL)
def faithful(request: pytest.FixtureRequest) -> Format:
    return format_named(request.param)


@pytest.fixture(scope="session", params=[*FAITHFUL, *IN_PART])
def format(request: pytest.FixtureRequest) -> Format:
    return format_named(request.param)


@pytest.fixture(scope="session", params=FOR_READERS)
def for_readers(request: pytest.FixtureRequest) -> Format:
    return format_named(request.param)


@pytest.fixture(scope="session", params=["json", "newsml"])
def for_systems(request: pytest.FixtureRequest) -> Format:
    return format_named(request.param)


@pytest.fixture(scope="session", params=["json", "newsml", "ninjs"])
def between_systems(request: pytest.FixtureRequest) -> Format:
    return format_named(request.param)


@pytest.fixture(scope="session", params=[name for name, _ in examples.ALL])
def example(request: pytest.FixtureRequest) -> Article:
    return examples.examples()[request.param]


@pytest.fixture(scope="session")
def seed(seed_text: str) -> Article:
    """The seed as an editor would enter it: its image, its quotations, its languages."""
    _, headline, line, *body = [part for part in seed_text.split("\n\n") if part.strip()]
    caption = line.removeprefix(headline).strip()
    return transform(
        Article(
            id="urn:newsml:example.com:20240110:seed",
            language="en",
            headline=headline.strip(),
            images=(Image(captions=(ImageCaption(language="en", printed=caption),)),),
            body=tuple(_block(part.strip()) for part in body),
            translations=(Translation(language="uk"), Translation(language="ru")),
        ),
        _with_quotations,
    )


def _block(part: str) -> Heading | Paragraph:
    return Paragraph(content=part) if part.endswith((".", '"')) else Heading(content=part)


def _with_quotations(node: Any) -> Any:
    if not isinstance(node, str):
        return node
    pieces = node.split('"')
    return [
        InlineQuote(content=piece, marks=('"', '"')) if odd else piece
        for piece, odd in zip(pieces, [False, True] * len(pieces), strict=False)
    ]


@pytest.fixture(scope="session")
def schema(shared: Path) -> etree.XMLSchema:
    """The schema of NewsML-G2 2.35 with everything it includes."""
    path = shared / "schemas" / "newsml-g2" / "G2-multi-schema-2.35.xsd"
    if not path.is_file():
        pytest.skip(f"{path.name} is not in the shared folder")
    return etree.XMLSchema(etree.parse(path))

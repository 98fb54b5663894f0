import attrs
import pytest

from newsmodel.model import Article, Concept, Link
from newsmodel.testing import examples


@pytest.fixture(scope="session")
def whole() -> Article:
    """An article that has all that pages can show, its publisher's sign among it."""
    article = examples.full_featured()
    logo = Link(href="https://example.com/logo.png", content_type="image/png")
    publisher = Concept(names=["The Example"], type="organisation", links=(logo,))
    return attrs.evolve(article, publisher=publisher)

"""IPTC's own library reads what we write, and finds the same."""

from __future__ import annotations

import contextlib
import io

import pytest
from lxml import etree

from newsmodel import Article, Concept, Paragraph, Rights, Text
from newsmodel.formats import newsml
from tests.formats.newsml.documents import NAR

ARTICLE = Article(
    id="urn:newsml:example.org:20300101:bridge",
    version=2,
    language="en",
    headline="Bridge closed & open",
    subjects=(Concept(qcode="medtop:20000587"), Concept(qcode="medtop:20000001")),
    rights=Rights(notices=(Text(value="© Example"),), usage_terms=(Text(value="For readers"),)),
    body=(Paragraph(content=("Cracks.",)),),
)


@pytest.fixture(scope="module")
def found() -> etree._Element:
    peer = pytest.importorskip("NewsMLG2")
    data = newsml.dumps(ARTICLE, shape="item").encode()
    with contextlib.redirect_stdout(io.StringIO()):  # it prints warnings
        item = peer.NewsMLG2Document(data).get_item()
    return etree.fromstring(etree.tostring(item.to_xml()))


def texts(node: etree._Element, name: str) -> list[str | None]:
    return [each.text for each in node.iter(f"{{{NAR}}}{name}")]


def test_it_finds_the_same(found: etree._Element) -> None:
    assert found.get("guid") == ARTICLE.id
    assert found.get("version") == "2"
    assert texts(found, "headline") == [ARTICLE.headline]
    assert [n.get("tag") for n in found.iter(f"{{{NAR}}}language")] == ["en"]
    codes = [n.get("qcode") for n in found.iter(f"{{{NAR}}}subject")]
    assert codes == [subject.qcode for subject in ARTICLE.subjects]
    assert texts(found, "copyrightNotice") == ["© Example"]
    assert texts(found, "usageTerms") == ["For readers"]

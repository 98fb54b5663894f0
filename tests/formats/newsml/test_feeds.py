"""Real feeds, whole: read, kept, edited and written back, with nothing private shown."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path

import attrs
import pytest
from lxml import etree

from newsmodel import ParseError, public
from newsmodel.formats import html, json, newsml
from newsmodel.model import Article, Message
from newsmodel.testing.assertions import assert_same_article
from tests.formats.newsml.documents import NAR, Triple, triples

FOLDERS = ("agencies", "listings", "writers", "conformance")
HEADLINE = "Headline edited – ẞ & <7>"
SHOWS_HEADLINE = {"headline", "title", "h1", "hl1"}


@attrs.frozen(eq=False)
class Feed:
    """One document of the corpus."""

    path: Path
    data: bytes
    root: etree._Element
    message: Message


def feeds_in(folder: Path) -> Iterator[Feed]:
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        data = path.read_bytes()
        try:
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
        except etree.XMLSyntaxError:
            continue
        if str(root.tag).startswith(f"{{{NAR}}}"):
            yield Feed(path, data, root, newsml.loads_message(data))


@pytest.fixture(scope="module")
def corpus(shared: Path) -> Path:
    folder = shared / "corpus" / "newsml-g2"
    if not folder.is_dir():
        pytest.skip("the shared folder has no NewsML-G2")
    return folder


@pytest.fixture(scope="module", params=FOLDERS)
def feeds(corpus: Path, request: pytest.FixtureRequest) -> list[Feed]:
    found = list(feeds_in(corpus / request.param))
    assert found
    return found


def test_nothing_is_lost(feeds: list[Feed]) -> None:
    """Through JSON and back; what was written reads as it was."""
    lost: Counter[Triple] = Counter()
    total = 0
    for feed in feeds:
        message = json.loads_message(json.dumps(feed.message))
        assert_same_article(message, feed.message)
        written = newsml.dumps(message)
        assert_same_article(newsml.loads_message(written), message)
        before = triples(feed.data)
        total += sum(before.values())
        lost += before - triples(written)
    assert sum(lost.values()) <= 0.001 * total, lost.most_common(9)


def test_edited_headlines_are_written_and_nothing_else_changes(feeds: list[Feed]) -> None:
    for feed in feeds:
        chosen = next((each for each in feed.message.articles if each.headline), None)
        if chosen is None:
            continue
        new = attrs.evolve(chosen, headline=HEADLINE)
        items = [new if each is chosen else each for each in feed.message.items]
        edited = attrs.evolve(feed.message, items=tuple(items))
        before = triples(newsml.dumps(feed.message))
        after = triples(newsml.dumps(edited))
        assert any(said == HEADLINE for _, _, said in after), feed.path.name
        changed = (before - after) + (after - before)
        assert {path.rpartition("}")[2] for path, _, _ in changed} <= SHOWS_HEADLINE, feed.path.name


def test_what_is_not_public_stays_so(feeds: list[Feed]) -> None:
    for feed in feeds:
        texts = hidden_texts(feed.root)
        if texts:
            shown = folded("\n".join(map(seen_of, feed.message.articles)))
            assert [text for text in texts if text in shown] == [], feed.path.name


def test_reading_one_by_one_gives_the_same(feeds: list[Feed]) -> None:
    for feed in feeds:
        alone = list(newsml.iterload(BytesIO(feed.data), gather=False))
        assert alone == list(feed.message.articles), feed.path.name
        whole = list(feed.message.gather())
        assert list(newsml.iterload(BytesIO(feed.data))) == whole, feed.path.name


def test_strict_reading_takes_what_is_valid_and_nothing_else(feeds: list[Feed]) -> None:
    for feed in feeds:
        wrong = [each for each in newsml.check(feed.data) if each.rule.startswith("schema.")]
        if not wrong:
            assert newsml.loads_message(feed.data, strict=True) == feed.message
            continue
        with pytest.raises(ParseError, match="line ") as caught:
            newsml.loads_message(feed.data, strict=True)
        assert (caught.value.place, caught.value.reason) == (wrong[0].place, wrong[0].message)


def test_broken_documents_are_refused_with_a_place_or_read_on(corpus: Path) -> None:
    paths = sorted((corpus / "broken").iterdir())
    assert paths
    for path in paths:
        with pytest.raises(ParseError) as caught:
            newsml.loads_message(path.read_bytes())
        assert "line " in (caught.value.place or ""), path.name
        with contextlib.suppress(ParseError):  # what is left may be no NewsML-G2
            message = newsml.loads_message(path.read_bytes(), recover=True)
            assert newsml.loads_message(newsml.dumps(message)) == message


# ------------------------------------------------------------------ what is not public
def seen_of(article: Article) -> str:
    """All that a reader may see of an article."""
    page = unescape(html.dumps(article, override=True))
    return "\n".join([article.text, page, json.dumps(public(article, override=True))])


def hidden_texts(root: etree._Element) -> list[str]:
    """Texts of three words and more that the document keeps from readers and nowhere shows."""
    texts: dict[bool, list[str]] = {True: [], False: []}

    def walk(node: etree._Element, *, hidden: bool) -> None:
        if not isinstance(node.tag, str):
            return
        role = node.get("class", "") + node.get("rendition", "")
        marked = node.get("pubconstraint") is not None or "nonpublic" in role
        hidden = hidden or marked or etree.QName(node).localname == "edNote"
        for each in [node.text, *(child.tail for child in node)]:
            if len((each or "").split()) >= 3:
                texts[hidden].append(folded(each or ""))
        for child in node:
            walk(child, hidden=hidden)

    walk(root, hidden=False)
    open_texts = "\n".join(texts[False])
    return [text for text in texts[True] if text not in open_texts]


def folded(text: str) -> str:
    return " ".join(text.split())

"""What type checkers must accept. Never run, only checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import assert_type

from attrs import evolve

import newsmodel
from newsmodel import (
    Article,
    Block,
    BlockQuote,
    Concept,
    Embed,
    Emphasis,
    Heading,
    Image,
    ImageCaption,
    Inline,
    InlineQuote,
    ListBlock,
    ListItem,
    Loss,
    Message,
    Node,
    Paragraph,
    Problem,
    Quote,
    Section,
    Severity,
    Status,
    Table,
    TableCell,
    TableRow,
    Text,
    Translation,
)
from newsmodel.validation import Finding, Story, rule


def running_text_from_strings_and_any_collection() -> None:
    assert_type(Paragraph(content="plain").content, tuple[str | Inline, ...])
    Paragraph(content=["some ", Emphasis(content="stressed"), " text"])
    Paragraph(content=(run for run in ("a", "b")))
    Heading(content=("a", Emphasis(content=["b"])), level=3)
    InlineQuote(content="words", marks=("«", "»"))


def blocks_from_strings_and_any_collection() -> None:
    article = Article(id="urn:example:1", body=["One.", Paragraph(content="Two.")])
    assert_type(article.body, tuple[Block, ...])
    Article(id="urn:example:1", body=("One.", Heading(content="Two")))
    Article(id="urn:example:1", body=[Paragraph(content="a"), Heading(content="b")])
    Section(blocks=["One.", Heading(content="Two")])
    BlockQuote(blocks=["Said so."])
    Embed(fallback=["A film."])
    ListBlock(items=["one", ListItem(content=["two", Paragraph(content="three")])])
    Table(rows=(TableRow(cells=(TableCell(content="a"),)),), caption="Fares")


def labels_from_strings() -> None:
    article = Article(id="urn:example:1", keywords=["ferry", Text(value="river", rank=1)])
    assert_type(article.keywords, tuple[Text, ...])
    Concept(names=["Vilkhove"])


def changes(article: Article, paragraph: Paragraph) -> None:
    assert_type(evolve(article, headline="New"), Article)
    assert_type(evolve(article, body=["New."], translations=()), Article)
    assert_type(evolve(paragraph, content="new"), Paragraph)


def what_an_article_gives(article: Article) -> None:
    assert_type(article.headline, str | None)
    assert_type(article.text, str)
    assert_type(article.quotes, tuple[Quote, ...])
    assert_type(article.headings, tuple[Heading, ...])
    assert_type(article.lead_image, Image | None)
    assert_type(article.languages, tuple[str, ...])
    assert_type(article.in_language("uk"), Article)
    assert_type(article.translations, tuple[Translation, ...])
    assert_type(article.status, Status)
    if article.lead_image:
        assert_type(article.lead_image.caption_in("en"), ImageCaption | None)


@rule("house-headline-short", severity=Severity.INFO)
def headline_short(story: Story) -> Iterator[Finding]:
    """A headline of one word says too little."""
    if len((story.article.headline or "").split()) == 1:
        yield "$.headline", "the headline is one word: say what happened"
    for version in story.versions:
        for spot in version.all(Heading):
            assert_type(spot.node, Heading)
            assert_type(spot.path, str)


def verbs(article: Article) -> None:
    assert_type(newsmodel.read("a.json"), Article)
    assert_type(newsmodel.iterread("a.json", format="json"), Iterator[Article])
    assert_type(newsmodel.write(article, "a.html"), tuple[Loss, ...])
    assert_type(newsmodel.convert("a.txt", "a.html"), tuple[Loss, ...])
    assert_type(newsmodel.check(article), tuple[Problem, ...])
    house = newsmodel.check(
        article,
        profile=["publishable", "search"],
        off=["summary-missing"],
        severity={"credit-missing": Severity.ERROR},
        extra=[headline_short],
    )
    assert_type(house, tuple[Problem, ...])
    assert_type(newsmodel.public(article, at=datetime(2026, 5, 3, tzinfo=UTC)), Article)
    assert_type(newsmodel.latest([article]), tuple[Article, ...])
    assert_type(Message(items=(article,)).gather(), tuple[Article, ...])
    assert_type(newsmodel.transform(article, lambda node: node), Article)
    for path, node in newsmodel.walk(article):
        assert_type(path, str)
        assert_type(node, Node | str)

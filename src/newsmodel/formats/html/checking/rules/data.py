"""Rules about structured data: what search engines ask of news."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from newsmodel.formats.html.checking.base import Line, PageFinding, page_rule
from newsmodel.formats.html.checking.page import Page
from newsmodel.formats.html.checking.structured import (
    Thing,
    each_of,
    names_article,
    spelt,
    types_of,
)
from newsmodel.formats.html.elements import Element
from newsmodel.model import Severity
from newsmodel.validation.base import shortened
from newsmodel.validation.rules.search import is_cluttered

GOOGLE = "Google Search Central, Article structured data"
_LONGEST = 110


def _example(content: str) -> str:
    return (
        f'<script type="application/ld+json">{{"@context":"https://schema.org",{content}}}</script>'
    )


def _news(content: str) -> str:
    return _example(f'"@type":"NewsArticle",{content}')


def _article(page: Page) -> Iterator[tuple[Element, Thing]]:
    """The node of the article, once, where there is one."""
    if page.article is not None:
        yield page.article


@page_rule(
    "data-broken",
    severity=Severity.ERROR,
    source="JSON-LD 1.1; RFC 8259",
    example='<script type="application/ld+json">{"@type": NewsArticle}</script>',
)
def data_broken(page: Page) -> Iterable[PageFinding]:
    """Structured data that is no JSON is ignored, all of it."""
    for broken in page.data[1]:
        yield Line(broken.line, broken.column), f"structured data is no JSON: {broken.reason}"


@page_rule("data-missing", source=GOOGLE, example="<title>Ferry</title>")
def data_missing(page: Page) -> Iterable[PageFinding]:
    """Search engines learn headline, picture, dates and authors from structured data."""
    if page.article is None:
        microdata = any(names_article(n.get("itemtype") or "") for n in page.elements)
        if not microdata:
            yield (
                None,
                "no structured data says that this is an article: add a NewsArticle as JSON-LD",
            )


@page_rule(
    "data-vocabulary",
    source="schema.org; JSON-LD 1.1, 3.1",
    example='<script type="application/ld+json">{"@type":"NewsArticle","headline":"a"}</script>',
)
def data_vocabulary(page: Page) -> Iterable[PageFinding]:
    """Without its @context a program cannot tell what the words mean."""
    for script, value in page.data[0]:
        for each in each_of(value):
            if isinstance(each, dict) and "schema.org" not in str(each.get("@context", "")):
                yield script, 'structured data has no "@context": "https://schema.org"'
                break


@page_rule("data-headline-missing", source=f"{GOOGLE}: headline", example=_news('"name":"a"'))
def data_headline_missing(page: Page) -> Iterable[PageFinding]:
    """The headline is what search results show."""
    for script, thing in _article(page):
        if not spelt(thing.get("headline")):
            yield script, "the article's data has no headline: add it"


@page_rule(
    "data-headline-long",
    severity=Severity.INFO,
    source=f"{GOOGLE}: headline",
    example=_news('"headline":"' + "Ferry to sail again, " * 6 + '"'),
)
def data_headline_long(page: Page) -> Iterable[PageFinding]:
    """A long headline is cut off."""
    for script, thing in _article(page):
        length = len(spelt(thing.get("headline")))
        if length > _LONGEST:
            yield (
                script,
                f"the headline in the data has {length} characters: keep it under {_LONGEST}",
            )


@page_rule("data-image-missing", source=f"{GOOGLE}: image", example=_news('"headline":"a"'))
def data_image_missing(page: Page) -> Iterable[PageFinding]:
    """Articles with a picture are shown larger in search results."""
    for script, thing in _article(page):
        if not any(_image_address(page, image) for image in each_of(thing.get("image"))):
            yield script, "the article's data has no image: add one, better in 16:9, 4:3 and 1:1"


@page_rule(
    "data-image-relative",
    source=f"{GOOGLE}: image",
    example=_news('"headline":"a","image":"/ferry.jpg"'),
)
def data_image_relative(page: Page) -> Iterable[PageFinding]:
    """A picture must be found from elsewhere."""
    for script, thing in _article(page):
        for image in each_of(thing.get("image")):
            address = _image_address(page, image)
            if address and not address.lower().startswith(("http://", "https://")):
                yield (
                    script,
                    f"the image {shortened(address)} has no whole address: begin with https://",
                )


def _image_address(page: Page, image: Any) -> str:
    image = page.resolved(image)
    if not isinstance(image, dict):
        return spelt(image)
    every = (u for name in ("url", "contentUrl", "@id") for u in each_of(image.get(name)))
    return next(filter(None, map(spelt, every)), "")


@page_rule(
    "data-published-missing", source=f"{GOOGLE}: datePublished", example=_news('"headline":"a"')
)
def data_published_missing(page: Page) -> Iterable[PageFinding]:
    """News without a date is not shown as news."""
    for script, thing in _article(page):
        if not thing.get("datePublished"):
            yield script, "the article's data has no datePublished: add it, with its offset"


@page_rule(
    "data-modified-missing",
    severity=Severity.INFO,
    source=f"{GOOGLE}: dateModified",
    example=_news('"headline":"a"'),
)
def data_modified_missing(page: Page) -> Iterable[PageFinding]:
    """Readers look for what is fresh."""
    for script, thing in _article(page):
        if not thing.get("dateModified"):
            yield script, "the article's data has no dateModified: add it, with its offset"


_DATE_ONLY = re.compile(r"\d{4}-\d\d-\d\d|\d{8}")


@page_rule(
    "data-date-malformed",
    severity=Severity.ERROR,
    source=f"{GOOGLE}: datePublished; ISO 8601",
    example=_news('"headline":"a","datePublished":"1 March 2026"'),
)
def data_date_malformed(page: Page) -> Iterable[PageFinding]:
    """A date is for programs, in the one form they all read."""
    for script, name, value in _dates(page):
        if moment(value) is None:
            yield (
                script,
                f"{name} is {shortened(str(value))}: write it as 2026-03-01T10:00:00+02:00",
            )


@page_rule(
    "data-date-without-zone",
    source=f"{GOOGLE}: datePublished",
    example=_news('"headline":"a","datePublished":"2026-03-01T10:00:00"'),
)
def data_date_without_zone(page: Page) -> Iterable[PageFinding]:
    """Search engines take a time without a zone for one of their own."""
    for script, name, value in _dates(page):
        when = moment(value)
        if isinstance(when, datetime) and when.tzinfo is None:
            yield (
                script,
                f"{name}, {shortened(str(value))}, has no offset: write +02:00 or Z after it",
            )
        elif when is not None and not isinstance(when, datetime) and name != "dateCreated":
            yield script, f"{name}, {shortened(str(value))}, has no hour: add it, with the offset"


def _dates(page: Page) -> Iterator[tuple[Element, str, Any]]:
    for script, thing in _article(page):
        for name in ("datePublished", "dateModified", "dateCreated"):
            for value in each_of(thing.get(name)):
                if value:
                    yield script, name, value


def moment(value: Any) -> date | None:
    """A moment or a day as ISO 8601 writes it; None for anything else."""
    words = spelt(value)
    try:
        if _DATE_ONLY.fullmatch(words):
            return date.fromisoformat(words)
        return datetime.fromisoformat(words) if words[10:11] in ("T", " ", "t") else None
    except ValueError:
        return None


@page_rule("data-author-missing", source=f"{GOOGLE}: author", example=_news('"headline":"a"'))
def data_author_missing(page: Page) -> Iterable[PageFinding]:
    """Readers and search engines trust what somebody has signed."""
    for script, thing in _article(page):
        if not any(name for _, name in _authors(page, thing)):
            yield script, "the article's data names no author: name each, or the newsroom"


@page_rule(
    "data-author-cluttered",
    source=f"{GOOGLE}, author markup best practices",
    example=_news('"author":{"@type":"Person","name":"By Olena Marchuk and Ivan Bondar"}'),
)
def data_author_cluttered(page: Page) -> Iterable[PageFinding]:
    """A name is only a name: no "by", no job, no date, no second person."""
    for script, thing in _article(page):
        for _, name in _authors(page, thing):
            if name and is_cluttered(name):
                yield script, f"the author {shortened(name)} is more than a name: one node for each"


@page_rule(
    "data-author-plain",
    severity=Severity.INFO,
    source=f"{GOOGLE}: author",
    example=_news('"author":"Olena Marchuk"'),
)
def data_author_plain(page: Page) -> Iterable[PageFinding]:
    """A person or an organisation, and a page that says which, tell namesakes apart."""
    for script, thing in _article(page):
        for author, name in _authors(page, thing):
            if not isinstance(author, dict):
                yield script, f"the author {shortened(name)} is a mere string: make it a Person"
            elif not {"Person", "Organization", "NewsMediaOrganization"} & set(types_of(author)):
                yield script, f"the author {shortened(name)} is neither Person nor Organization"
            elif name and not (author.get("url") or author.get("sameAs")):
                yield script, f"the author {shortened(name)} has no page: add url or sameAs"


def _authors(page: Page, thing: Thing) -> Iterator[tuple[Any, str]]:
    """The authors of an article, each with the name."""
    for value in each_of(thing.get("author")):
        author = page.resolved(value)
        names = each_of(author.get("name")) if isinstance(author, dict) else (author,)
        yield author, " ".join(filter(None, map(spelt, names)))


@page_rule(
    "data-publisher-missing",
    severity=Severity.INFO,
    source=f"{GOOGLE}: publisher",
    example=_news('"headline":"a"'),
)
def data_publisher_missing(page: Page) -> Iterable[PageFinding]:
    """Search engines show who published it."""
    for script, thing in _article(page):
        publishers = map(page.resolved, each_of(thing.get("publisher")))
        named = (p.get("name") if isinstance(p, dict) else p for p in publishers)
        if not any(named):
            yield script, "the article's data names no publisher: add one with its name"


@page_rule(
    "data-paywall-unmarked",
    severity=Severity.INFO,
    source="Google Search Central, subscription and paywalled content",
    example=_news('"headline":"a","isAccessibleForFree":false'),
)
def data_paywall_unmarked(page: Page) -> Iterable[PageFinding]:
    """Which part is paid for must be said, or the page looks like a trick."""
    for script, thing in _article(page):
        paid = str(thing.get("isAccessibleForFree")).lower() == "false"
        parts = [page.resolved(part) for part in each_of(thing.get("hasPart"))]
        if paid and not any(isinstance(p, dict) and p.get("cssSelector") for p in parts):
            yield script, "it is not free, and no hasPart with a cssSelector says which part is not"

"""Rules about what programs and readers are told, where they are told different things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from html import unescape

from newsmodel.formats.html.checking.base import PageFinding, page_rule
from newsmodel.formats.html.checking.page import Page, line_of
from newsmodel.formats.html.checking.rules.data import moment
from newsmodel.formats.html.checking.structured import each_of, spelt
from newsmodel.model import Severity
from newsmodel.model.tags import name_one_language
from newsmodel.validation.base import shortened
from newsmodel.validation.rules.dates import CLOCKS, later

POLICY = "Google Search Central, structured data policies: content"
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def _data(content: str) -> str:
    return f'<script type="application/ld+json">{{"@type":"NewsArticle",{content}}}</script>'


@page_rule(
    "headline-differs",
    source=POLICY,
    example="<h1>Ferry to sail again at Vilkhove</h1>"
    + _data('"headline":"Ten cheap mattresses for summer nights"'),
)
def headline_differs(page: Page) -> Iterable[PageFinding]:
    """The data describes what readers see; another headline in other words is another story."""
    titles = [set(_words(line_of(node))) for level, node in page.headings if level < 3]
    titles += [set(_words(line_of(node))) for node in page.all("title")]
    if page.article and titles:
        said = set(_words(unescape(spelt(page.article[1].get("headline")))))
        if len(said) > 3 and not any(_share(said, title) >= 0.25 for title in titles):
            headline = shortened(spelt(page.article[1].get("headline")), 60)
            yield page.article[0], f"the data's headline, {headline}, is none the page shows"


def _words(line: str) -> Iterator[str]:
    for word in "".join(c if c.isalnum() else " " for c in line.casefold()).split():
        yield from word if ord(word[0]) > 0x2E80 else (word,)


def _share(some: set[str], others: set[str]) -> float:
    return len(some & others) / max(1, min(len(some), len(others)))


@page_rule(
    "dates-differ",
    source=POLICY,
    example='<meta property="article:published_time" content="2026-03-01T10:00:00Z">'
    + _data('"headline":"a","datePublished":"2026-04-01T10:00:00Z"'),
)
def dates_differ(page: Page) -> Iterable[PageFinding]:
    """One article has one date of publication, wherever it is told."""
    for name, meta in (
        ("datePublished", "article:published_time"),
        ("dateModified", "article:modified_time"),
    ):
        said = moment(page.article[1].get(name)) if page.article else None
        other = moment(page.meta(meta))
        if page.article and said and other and _apart(said, other, _HOUR):
            yield (
                page.article[0],
                f"{name} is {_shown(said)}, and {meta} {_shown(other)}: make them one",
            )


def _apart(one: date, two: date, slack: timedelta) -> bool:
    if not (isinstance(one, datetime) and isinstance(two, datetime)):
        return abs(_day(one) - _day(two)) > _DAY
    if (one.tzinfo is None) != (two.tzinfo is None):
        return abs(one.replace(tzinfo=None) - two.replace(tzinfo=None)) > _DAY
    return abs(one - two) > slack


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


def _shown(when: date) -> str:
    return when.isoformat(" ", "minutes") if isinstance(when, datetime) else when.isoformat()


@page_rule(
    "date-not-shown",
    source=f"{POLICY}; publication dates",
    example="<article><h1>Ferry</h1><time datetime=2025-12-01>1 December</time></article>"
    + _data('"headline":"Ferry","datePublished":"2026-03-01T10:00:00Z"'),
)
def date_not_shown(page: Page) -> Iterable[PageFinding]:
    """A date that only programs see looks like an old story made young."""
    if page.article is None:
        return
    told = [
        moment(page.article[1].get(n)) for n in ("datePublished", "dateModified", "dateCreated")
    ]
    known = [when for when in told if when]
    inside = [n for outer in page.all("article")[:1] for n in outer.iter("time")]
    seen = [when for when in (moment(node.get("datetime")) for node in inside) if when]
    if known and seen and all(_apart(_day(a), _day(b), _DAY) for a in known for b in seen):
        yield (
            inside[0],
            f"readers see {_shown(seen[0])}, the data says {_shown(known[0])}: make them one",
        )


@page_rule(
    "modified-before-published",
    source="schema.org, dateModified",
    example=_data('"datePublished":"2026-03-09T10:00:00Z","dateModified":"2026-03-01T10:00:00Z"'),
)
def modified_before_published(page: Page) -> Iterable[PageFinding]:
    """Nothing is changed before it is published; clocks may differ by ten minutes.

    Times without an offset may by a day.
    """
    if page.article:
        script, thing = page.article
        one, two = moment(thing.get("datePublished")), moment(thing.get("dateModified"))
        if one and two and later(one, two, CLOCKS) and _apart(one, two, CLOCKS):
            yield script, f"dateModified, {_shown(two)}, is before datePublished, {_shown(one)}"


@page_rule(
    "language-differs",
    source=f"{POLICY}; schema.org, inLanguage",
    example='<html lang="uk">' + _data('"headline":"Пором","inLanguage":"en"') + "</html>",
)
def language_differs(page: Page) -> Iterable[PageFinding]:
    """One page, one language."""
    if page.article and page.language:
        values = each_of(page.article[1].get("inLanguage"))
        tags = [spelt(v.get("alternateName")) if isinstance(v, dict) else spelt(v) for v in values]
        said = [tag for tag in tags if 2 <= len(tag) <= 12]
        if said and not any(name_one_language(tag, page.language) for tag in said):
            yield (
                page.article[0],
                f"the data says the article is in {tags[0]!r}, the page {page.language!r}",
            )


@page_rule(
    "address-differs",
    severity=Severity.INFO,
    source=POLICY,
    example='<link rel=canonical href="https://example.com/a">'
    + _data('"headline":"a","url":"https://other.example/b"'),
)
def address_differs(page: Page) -> Iterable[PageFinding]:
    """The data is of the page it stands on."""
    if page.article and page.canonical:
        said = spelt(page.article[1].get("url"))
        if said.startswith("http") and _host(said) != _host(page.canonical):
            yield page.article[0], f"the data's url, {shortened(said, 60)}, is of another site"


def _host(url: str) -> str:
    return url.partition("//")[2].partition("/")[0].lower().removeprefix("www.").removeprefix("m.")

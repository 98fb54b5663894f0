"""What a page says of its article beside headline, authors, dates, text and pictures."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import attrs

from newsmodel.formats.html.webpages.moments import is_mere_date, moment
from newsmodel.formats.html.webpages.named import concept
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.things import clean
from newsmodel.language import guess_language, meant_tag
from newsmodel.model import Access, Block, Concept, Dateline, Text

__all__ = [
    "access", "dateline", "headlines", "keywords", "language", "publisher", "section", "summary",
    "tag_of",
]  # fmt: skip

_SECTIONS = """article:section og:article:section parsely-section section category
cxenseparse:category sailthru.section article.section dcsext.section""".split()
_KEYWORDS = "news_keywords keywords article:tag parsely-tags sailthru.tags".split()
_SEPARATOR = re.compile(r"\s*[,;|、，]\s*")
_MOST_KEYWORDS = 100
_MOST_HEADLINES = 10
_TIERS = {"free": Access.FREE, "metered": Access.METERED, "locked": Access.PAID,
          "paid": Access.PAID, "premium": Access.PAID}  # fmt: skip


def tag_of(value: str | None) -> str | None:
    """A language tag in its right form, misspellings and countries in its place put right."""
    value = (value or "").strip()
    try:
        return Text(value="", language=meant_tag(value) or None).language if value else None
    except ValueError:
        return None


def language(page: Page) -> str | None:
    """The language the article's data name, else that of the page."""
    told = [
        *page.graph.texts(page.article, "inLanguage"),
        page.root.get("lang") or page.root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        page.meta("og:locale", "content-language", "language", "dc.language"),
    ]
    tags = [tag for each in told if (tag := tag_of(each))]
    return tags[0] if tags else None


def guessed_language(body: tuple[Block, ...]) -> str | None:
    """The language that the words of a text speak for."""
    guess = guess_language("\n".join([block.text for block in body])[:5000])
    return guess.language if guess else None


def section(page: Page) -> str | None:
    """The part of the publication it stands in; the last, narrowest one where several are told."""
    told = page.graph.texts(page.article, "articleSection")
    found = told[0] if told else page.meta(*_SECTIONS)
    return found if found and len(found) < 100 else None


def keywords(page: Page) -> tuple[Text, ...]:
    """Words to find it by: of the article's data, else of the page."""
    told = page.graph.texts(page.article, "keywords")
    named = next((v for name in _KEYWORDS if (v := page.meta_values(name))), [])
    words = [word for line in told or named for word in _SEPARATOR.split(line)]
    kept = [word.strip(" #\"'") for word in words]
    kept = [word for word in dict.fromkeys(kept) if 0 < len(word) < 100 and ":" not in word[:8]]
    return tuple(Text(value=word) for word in kept[:_MOST_KEYWORDS])


def summary(page: Page) -> str | None:
    """What the page says of the article in a sentence or two."""
    told = page.graph.texts(page.article, "description")
    found = told[0] if told else page.meta("og:description", "description", "twitter:description")
    return found or None


def publisher(page: Page) -> Concept | None:
    """Who publishes it: by the article's data, else the name of the site."""
    for thing in page.graph.nodes(page.article, "publisher"):
        if found := concept(page, thing, "organisation"):
            return attrs.evolve(found, type="organisation")
    told = [clean(v) for v in page.graph.values(page.article, "publisher") if isinstance(v, str)]
    site = page.meta("og:site_name", "application-name")
    name = next((each for each in (*told, site) if each and not each.startswith("http")), None)
    return Concept(type="organisation", names=[name]) if name else None


def dateline(page: Page, *told: datetime | None) -> Dateline | None:
    """Where it was filed, as the data print it; no day that its dates tell.

    Args:
        page: the page.
        told: the dates of the article.
    """
    line = page.graph.text(page.article, "dateline")
    if line is None:
        return None
    day = moment(line) if is_mere_date(line) else None
    days = (each.date() for each in told if each)
    # The zones of the two may differ by a day.
    known = day is not None and any(abs(day.date() - each) <= timedelta(1) for each in days)
    return None if known else Dateline(text=line)


def headlines(page: Page, headline: str | None, kicker: str | None) -> tuple[Text, ...]:
    """What is printed over the headline, and how else the data call the article."""
    told = page.graph.texts(page.article, "alternativeHeadline")[:_MOST_HEADLINES]
    others = [line for line in dict.fromkeys(told) if line not in (headline, kicker)]
    over = [Text(value=kicker, role="kicker")] if kicker else []
    return (*over, *[Text(value=line) for line in others])


def access(page: Page) -> Access | None:
    """Who may read it without paying."""
    tier = page.meta("article:content_tier", "og:content_tier", "content_tier", "content-tier")
    if tier and tier.lower() in _TIERS:
        return _TIERS[tier.lower()]
    for value in page.graph.values(page.article, "isAccessibleForFree"):
        said = str(value).strip().lower().rpartition("/")[2]
        if said in ("true", "1", "yes"):
            return Access.FREE
        if said in ("false", "0", "no"):
            return Access.PAID
    return None


def host_of(url: str | None) -> str:
    """The host of an address, "" without one."""
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""

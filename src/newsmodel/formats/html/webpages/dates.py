"""When an article was first published and last changed, by all that its page says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice

from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.lines import line_of
from newsmodel.formats.html.webpages.moments import moment, printed_moment
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.words import tokens

__all__ = ["expires", "modified", "published"]

_PUBLISHED = """article:published_time article:published og:article:published_time datepublished
og:published_time og:pubdate pubdate publish-date publish_date publishdate publication_date
publicationdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime
cxenseparse:publishtime dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date
dcterms.date article.published date published_at rnews:datepublished creation_date
article:publicationdate og:release_date releasedate displaydate original-publish-date
dcsext.articlefirstpublished date.created""".split()
_MODIFIED = """article:modified_time og:updated_time datemodified article:modified
article:updated_time last-modified lastmod dcterms.modified dc.date.modified dateupdate
cxenseparse:recs:lastmodified sailthru.updated revised article:updated updated_time""".split()
_DATED = frozenset("date time timestamp datetime pubdate published publish dateline posted".split())
_STAMPS = ("time", "span", "div", "p", "li", "small", "h2")
_LONGEST_STAMP = 200
_MOST_PARTS = 6


def published(page: Page, headline: Element | None) -> datetime | None:
    """When it was first published, as exactly as any source that agrees on the day says.

    Args:
        page: the page.
        headline: the heading that is the headline; a date is printed near it.
    """
    named = [*_of_article(page, "datePublished"), *_metas(page, _PUBLISHED)]
    marked = [*named, *_marked(page, "datepublished", "datecreated")]
    created = _of_article(page, "dateCreated")
    return _best([*marked, *created]) or _timed(page, headline) or _printed(page, headline)


def modified(page: Page) -> datetime | None:
    """When it was last changed."""
    return _best(
        [
            *_of_article(page, "dateModified"),
            *_metas(page, _MODIFIED),
            *_marked(page, "datemodified"),
        ]
    )


def expires(page: Page) -> datetime | None:
    """When it is to be taken down."""
    told = _of_article(page, "expires")
    return _best([*told, *_metas(page, ["article:expiration_time"])])


def _of_article(page: Page, name: str) -> list[datetime]:
    return _moments(page.graph.texts(page.article, name))


def _metas(page: Page, names: Iterable[str]) -> list[datetime]:
    return _moments(value for name in names for value in page.meta_values(name)[:1])


def _moments(values: Iterable[str]) -> list[datetime]:
    return [found for value in values if (found := moment(value))]


def _best(found: list[datetime]) -> datetime | None:
    """The first; where it has no time or no zone, that of another which means the same."""
    if not found:
        return None
    first = found[0]
    for other in found[1:]:
        if _finer(first, other):
            first = other
    return first


def _finer(first: datetime, other: datetime) -> bool:
    """Whether another moment says the same more exactly."""
    if first.tzinfo is not None or (other.tzinfo is None and first.time() != datetime.min.time()):
        return False
    if first.time() == datetime.min.time():
        return first.date() == other.date() and other.time() != datetime.min.time()
    local = other.replace(tzinfo=None)
    offset = other.utcoffset() or timedelta()
    near = timedelta(minutes=1)
    return abs(first - local) < near or abs(first - (local - offset)) < near


# ------------------------------------------------------------------ the marked-up page
def _marked(page: Page, *names: str) -> list[datetime]:
    """The times of elements that name a property, wherever they stand."""
    found = []
    for node in page.root.iter("time", "span", "div", "p", "meta", "abbr"):
        prop = (node.get("itemprop") or "").lower()
        if prop and any(name in prop.split() for name in names):
            value = node.get("datetime") or node.get("content") or node.get("title")
            found.append(moment(value) or printed_moment(line_of(node)))
    return [each for each in found if each]


def _timed(page: Page, headline: Element | None) -> datetime | None:
    """The `time` elements around the headline; the first counts."""
    for node in _near(page, headline):
        if node.tag != "time":
            continue
        if found := moment(node.get("datetime")) or printed_moment(line_of(node)):
            return found
    return None


def _printed(page: Page, headline: Element | None) -> datetime | None:
    """The first date printed near the headline in an element whose class says so, or in any."""
    best: tuple[bool, bool, int] | None = None
    chosen: datetime | None = None
    for number, node in enumerate(_near(page, headline)):
        if (
            len(node) > _MOST_PARTS
            or not (text := line_of(node, 400))
            or len(text) > _LONGEST_STAMP
        ):
            continue
        if any(outer.tag == "a" for outer in islice(node.iterancestors(), 4)):
            continue  # the date of what the link leads to
        if found := printed_moment(text):
            named = bool(_DATED & tokens(f"{node.get('class', '')} {node.get('id', '')}"))
            named = named or text.partition(" ")[0].rstrip(":").lower() in page.words.written
            rank = (not named, found.time() == datetime.min.time(), number)
            if best is None or rank < best:
                best, chosen = rank, found
    return chosen


def _near(page: Page, headline: Element | None) -> Iterator[Element]:
    """The elements around the headline, those of the nearest block first."""
    if headline is None:
        yield from list(page.root.iter("time"))[:20]
        return
    seen: set[Element] = set()
    for outer in islice(headline.iterancestors(), 5):
        if outer.tag in ("body", "html"):
            return
        for node in islice(outer.iter(*_STAMPS), 400):
            if node not in seen:
                seen.add(node)
                yield node

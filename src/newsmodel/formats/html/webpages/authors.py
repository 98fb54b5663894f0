"""Who wrote an article: people, by all that its page says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from urllib.parse import urlsplit

import attrs

from newsmodel.captions import caption_words
from newsmodel.captions.names import Kind, kind_of
from newsmodel.formats._shared.text import writable
from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.lines import line_of
from newsmodel.formats.html.webpages.names import (
    are_initials,
    folded,
    has_case,
    is_newsroom,
    is_person,
    names_in,
)
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.things import Thing, clean, types_of
from newsmodel.formats.html.webpages.words import tokens
from newsmodel.model import Concept, Contributor, Link

__all__ = ["authors", "people_told"]

_METAS = """author article:author parsely-author sailthru.author cxenseparse:author byl
article:author_name dc.creator dcterms.creator citation_author article:byline og:article:author
article.author articleauthor og:author dcsext.author creator twitter:misc:writtenby""".split()
_REVERSED = frozenset({"dc.creator", "dcterms.creator", "citation_author"})
_AGENCY = "Organization"
_FAR = 400
_LABELLED = frozenset("p li div span small td dd address h4 h5 h6".split())
_NEAR = 1500
_MOST_TRIED = 300
_MOST_PARTS = 8
_LONGEST_BYLINE = 120
_BYLINES = tuple("a span div p address li h1 h3 h4 strong em section".split())
_AT_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)\b", re.IGNORECASE)
_MOST_NAMES = 4
_SURNAME_FIRST = 2
"""Parts of a name with a comma in it: "Lee, Ann"."""
_APART = frozenset({"figure", "figcaption", "aside", "nav", "footer", "blockquote"})


@attrs.frozen
class _Found:
    name: str = attrs.field(converter=writable)
    url: str | None = None
    organisation: bool = False


def authors(page: Page, headline: Element | None) -> tuple[Contributor, ...]:
    """The authors: as data name them, else as the byline does.

    The publisher and its newsroom are none where anybody else is named; where the page names
    nobody else they are given as what they are, an organisation.

    Args:
        page: the page.
        headline: the heading that is the headline; a byline stands behind it.
    """
    publishers = list(_publishers(page))
    newsrooms: list[_Found] = []
    for source in (_of_article, _of_metas, _of_byline, _of_signature):
        found = list(source(page, headline))
        people = [n for n in found if not is_newsroom(n.name, publishers, page.words)]
        if people:
            return _made(page, _checked(page, people, headline))
        newsrooms += [attrs.evolve(n, organisation=True) for n in found]
    return _made(page, newsrooms[:1] or list(_of_label(page, headline)))


def people_told(page: Page, name: str, role: str | None = None) -> tuple[Contributor, ...]:
    """Those whom a property of the article's data names.

    Args:
        page: the page.
        name: the name of the property: "translator".
        role: the part they had, where the model has no field for it.
    """
    return tuple([attrs.evolve(each, role=role) for each in _made(page, list(_told(page, name)))])


def _checked(page: Page, people: list[_Found], headline: Element | None) -> list[_Found]:
    """Names of the data, or those of the byline where readers see these and none of those."""
    if any(_is_printed(page, each.name) for each in people):
        return people
    printed = [each for each in _of_byline(page, headline) if is_person(each.name)]
    known = {each.name.split()[-1].casefold() for each in people}
    alike = any(each.name.split()[-1].casefold() in known for each in printed)
    return people if alike else printed or people


def _is_printed(page: Page, name: str) -> bool:
    found = page.root.xpath(
        "boolean(//body//text()[contains(., $name)][not(parent::script) and not(parent::style)])",
        name=name,
    )
    return bool(found)


def _made(page: Page, found: list[_Found]) -> tuple[Contributor, ...]:
    seen: dict[str, _Found] = {}
    for each in found:
        seen.setdefault(folded(each.name), each)
    return tuple(_contributor(page, each) for key, each in seen.items() if key)


def _contributor(page: Page, found: _Found) -> Contributor:
    url = page.address(found.url)
    concept = Concept(type="organisation", names=[found.name]) if found.organisation else None
    return Contributor(
        name=found.name, concept=concept, links=(Link(href=url),) if url is not None else ()
    )


def _publishers(page: Page) -> Iterator[str]:
    yield from page.graph.texts(page.article, "publisher")
    yield from page.meta_values("og:site_name")
    yield from page.meta_values("application-name")
    for url in (page.given_url, page.canonical):
        host = _host(url)
        if host:
            yield host
            yield host.rpartition(".")[0]


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


# ------------------------------------------------------------------ the sources
def _of_article(page: Page, headline: Element | None) -> Iterator[_Found]:
    yield from _told(page, "author" if page.graph.values(page.article, "author") else "creator")


def _told(page: Page, name: str) -> Iterator[_Found]:
    """Those whom a property of the article's data names."""
    for value in page.graph.values(page.article, name):
        if isinstance(value, str):
            yield from map(_Found, names_in(clean(value), page.words))
        elif isinstance(value, dict):
            yield from _of_node(page, value)


def _of_node(page: Page, thing: Thing) -> Iterator[_Found]:
    graph = page.graph
    line = graph.text(thing, "name") or graph.text(thing, "byline")
    if not line:
        parts = [graph.text(thing, part) for part in ("givenName", "familyName")]
        line = " ".join(filter(None, parts))
    organisation = any(_AGENCY in each for each in types_of(thing))
    names = [line] if organisation else _names(page, line)
    url = graph.text(thing, "url") or graph.text(thing, "sameAs")
    for name in names:
        yield _Found(name, url if len(names) == 1 else None, organisation)


def _names(page: Page, line: str) -> list[str]:
    """The names in a line; a surname before a given name, as library data have them, is one."""
    names = names_in(line, page.words)
    plain = all(name.isalpha() and name.istitle() for name in names)
    if not plain or len(names) != line.count(",") + 1 or len(names) != _SURNAME_FIRST:
        return names
    turned = " ".join(reversed(names))
    return [turned] if _is_turned_round(page, names, turned) else names


def _is_turned_round(page: Page, names: list[str], turned: str) -> bool:
    """Whether two words are one name: the page prints it, or neither of them.

    Else they may be two people, or one and a place.
    """
    words = caption_words()
    known = any(kind_of(name, words) is Kind.KNOWN for name in names)
    if known or is_newsroom(turned, (), page.words):
        return False
    return _is_printed(page, turned) or not any(_is_printed(page, name) for name in names)


def _of_metas(page: Page, headline: Element | None) -> Iterator[_Found]:
    for name in _METAS:
        found = []
        for value in page.meta_values(name):
            if value.startswith(("http", "@", "//")) or value.isdecimal():
                continue
            turned = name in _REVERSED and value.count(",") == 1
            line = " ".join(reversed(value.split(","))) if turned else value
            found += _of_line(page, line)
        yield from found
        if found:
            return
    yield from _of_labels(page)


def _of_line(page: Page, line: str) -> list[_Found]:
    """The names in a line; behind the name of a newsroom stands its address."""
    names, publishers = names_in(line, page.words), list(_publishers(page))
    if names and is_newsroom(names[0], publishers, page.words):
        return [_Found(names[0])]
    return [_Found(each) for each in names if not are_initials(each, publishers)]


def _of_labels(page: Page) -> Iterator[_Found]:
    """What a card for messages names under "Written by"."""
    for number in "12":
        label = page.meta(f"twitter:label{number}") or ""
        if label.lower() in page.words.by:
            yield from _of_line(page, page.meta(f"twitter:data{number}") or "")


def _of_byline(page: Page, headline: Element | None) -> Iterator[_Found]:
    """Names in elements that mark an author, those nearest to the headline first."""
    marked = list(_marked(page, headline))
    for node in marked:
        if found := _named(page, node):
            alike = [m for m in marked if m.get("class") and m.get("class") == node.get("class")]
            yield from found
            yield from (each for m in alike for each in _named(page, m))
            return


def _named(page: Page, node: Element) -> list[_Found]:
    """The names a byline holds: those of its links to authors, else all that are persons."""
    links = [a for a in node.iter("a") if line_of(a) and _leads_to_author(a)]
    found = [
        _Found(name, a.get("href")) for a in links for name in names_in(line_of(a), page.words)
    ]
    names = () if found else names_in(_line(page, node), page.words)
    return [*found, *(_Found(name) for name in names if is_person(name))]


def _of_signature(page: Page, headline: Element | None) -> Iterator[_Found]:
    """The name that stands alone at the right below a text, the last such on the page.

    Scripts without capitals are left out: there any short line might be a name, and some of them
    begin at the right.
    """
    behind = headline.xpath("following::p") if headline is not None else ()
    signed = [node for node in islice(behind, _NEAR) if _AT_RIGHT.search(node.get("style") or "")]
    for node in reversed([node for node in signed if not _is_apart(node)]):
        line = line_of(node, _FAR)
        names = names_in(line, page.words)
        is_one = names == [line] and has_case(line) and is_person(line)
        if is_one and line.count(" ") < _MOST_NAMES:
            yield _Found(line)
            return


def _of_label(page: Page, headline: Element | None) -> Iterator[_Found]:
    """Names in a short line behind the headline that begins with "By"."""
    if headline is None:
        return
    for node in islice(headline.xpath("following::*"), _NEAR):
        if node.tag not in _LABELLED:
            continue
        if len(node) > _MOST_PARTS or _is_apart(node):
            continue
        line = line_of(node, _FAR)
        first, _, rest = line.partition(" ")
        if first.lower().rstrip(":") in page.words.by and len(rest) < _LONGEST_BYLINE:
            names = [name for name in names_in(rest, page.words) if is_person(name)]
            if names and line.count(" ") < 3 * len(names) + 3:
                yield from map(_Found, names)
                return


def _leads_to_author(link: Element) -> bool:
    if "author" in (link.get("rel") or "") or "author" in (link.get("itemprop") or ""):
        return True
    words = tokens((link.get("href") or "").partition("?")[0])
    return bool(words & {"author", "authors", "autor", "autoren", "auteur", "profile", "staff",
                         "people", "journalist", "by", "reporter", "writer", "redaktion",
                         "autore", "autores", "person"})  # fmt: skip


def _line(page: Page, node: Element) -> str:
    """The words of a byline without those of its parts that name a job or a date."""
    names = node.xpath(".//*[contains(concat(' ', @class, ' '), 'name') or @itemprop='name']")
    if isinstance(names, list) and names:
        return ", ".join(dict.fromkeys(line_of(each) for each in names[:5]))
    parts = [node.text or ""]
    for child in node:
        job = tokens(child.get("class") or "") & page.words.job and child.tag != "a"
        if child.tag not in ("time", "img", "figure", "button", "svg") and not job:
            parts.append(line_of(child) if isinstance(child.tag, str) else "")
        parts.append(child.tail or "")
    return " ".join(" ".join(parts).split())


def _marked(page: Page, start: Element | None) -> Iterator[Element]:
    """The elements that mark an author: by relation, property, or the name of their class."""
    seen = start is None
    above = set() if start is None else {*start.iterancestors()}
    held: list[tuple[int, int, Element]] = []
    tried = 0
    for number, node in enumerate(page.root.iter(*_BYLINES)):
        seen = seen or node is start
        rank = _rank(page, node)
        tried += bool(rank)
        if tried > _MOST_TRIED:
            break
        apart = rank and (_is_apart(node) or _is_of_quotation(page, node, above))
        if rank and not apart and len(line_of(node)) < _FAR:
            held.append((rank + (0 if seen else 5), number, node))
    yield from (node for _, _, node in sorted(held, key=lambda each: each[:2])[:8])


def _is_apart(node: Element) -> bool:
    return any(outer.tag in _APART for outer in node.iterancestors())


def _is_of_quotation(page: Page, node: Element, above: set[Element]) -> bool:
    """Whether an element says whose words a quotation is: by the names of those around it."""
    around = [node, *takewhile(lambda outer: outer not in above, node.iterancestors())]
    return any(tokens(each.get("class") or "") & page.words.quotation for each in around)


def _rank(page: Page, node: Element) -> int:
    if "author" in (node.get("rel") or "").split() or "author" in (node.get("itemprop") or ""):
        return 1
    names = node.get("class") or ""
    if not names:
        return 0
    words = tokens(names)
    if not words & page.words.byline or words & {"comment", "comments", "bio", "related", "image"}:
        return 0
    return 2 if len(node) < 12 else 0

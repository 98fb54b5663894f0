"""The lines of a page that name people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsmodel.formats._shared.escaping import attributes, text
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats.html.pages.names import is_named, marked, name_for, place_of
from newsmodel.model import Article, Contributor

__all__ = ["biography", "byline_links", "last_word", "named", "page_of", "reporting"]

_REPORTING = frozenset(
    "additionalreporting reporting reporter contributor contributing contributingreporter "
    "coauthor author writer correspondent stringer research researcher".split()
)
"""Parts in the work for which readers are told a name; not those of desks, systems, suppliers."""


def last_word(code: str | None) -> str:
    """What a code says without its scheme: `kicker` for `ex-headline:kicker`."""
    return (code or "").rpartition(":")[2].rpartition("/")[2].lower()


def page_of(person: Contributor) -> str | None:
    """The address of a page about somebody."""
    links = (*person.links, *(person.concept.links if person.concept else ()))
    written = (written_link(link.href) for link in links if link.href)
    return next((address for address in written if address), None)


def named(people: Iterable[Contributor], language: str | None) -> list[str]:
    """Those who have a name, each a link to its page where there is one."""
    names = ((person, name_for(person, language)) for person in people)
    return [_linked(person, name.markup(language)) for person, name in names if name]


def _linked(person: Contributor, markup: str) -> str:
    address = page_of(person)
    if address is None:
        return markup
    return f"<a{attributes([('rel', 'author'), ('href', address)])}>{markup}</a>"


def byline_links(line: str, authors: Sequence[Contributor], language: str | None) -> str:
    """The byline as printed, with a link on each name that has a page."""
    parts, done = [], 0
    for start, name, author in sorted(_places(line, authors, language), key=lambda p: p[:2]):
        if start >= done:
            parts += [text(line[done:start]), _linked(author, text(name))]
            done = start + len(name)
    return "".join([*parts, text(line[done:])])


def _places(
    line: str, authors: Sequence[Contributor], language: str | None
) -> Iterable[tuple[int, str, Contributor]]:
    """Where the names of authors with pages stand in a line, the longest first."""
    for author in authors:
        if page_of(author):
            known = [str(name_for(author, language) or ""), str(author)]
            found = [(at, name) for name in known if (at := place_of(line, name)) >= 0]
            yield from ((at, name, author) for at, name in found[:1])


def reporting(article: Article) -> list[Contributor]:
    """Those who took part in the reporting, and whom no byline names.

    Where none is printed, the authors stand in its place.
    """
    byline, language = (article.byline or "").strip(), article.language
    authors = () if byline else article.authors
    told = {str(name_for(author, language) or "") for author in authors}
    helping = [
        (person, str(name_for(person, language) or ""))
        for person in article.contributors
        if last_word(person.role).replace("-", "").replace(" ", "") in _REPORTING
    ]
    return [person for person, name in helping if not (name in told or is_named(byline, name))]


def biography(author: Contributor, language: str | None) -> str:
    """A few words about an author; nothing where there are none."""
    if not author.biography:
        return ""
    names = "".join(named([author], language))
    name = f"<strong>{names}</strong> " if names else ""
    return f'<p class="nm-biography">{name}{marked(author.biography, None, language)}</p>'

"""What is wrong with a document and with its articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs

import newsmodel
from newsmodel.bulk import Document, Failure, Outcome
from newsmodel.bulk.reading import articles, format_of_document
from newsmodel.model import Article, Problem, Severity

__all__ = ["Finding", "checked", "usable"]

_WIDTH = 100

Profiles: TypeAlias = tuple[str, ...]


@attrs.frozen(kw_only=True)
class Finding:
    """A problem, and what it was found in."""

    problem: Problem
    article: str | None = None
    """Id of the article it is a problem of; None where it is one of the document."""
    excerpt: str | None = None
    """The line it stands in, or as much of it as is worth showing."""
    offset: int | None = None
    """Where in the excerpt it begins, from 0."""


def checked(profiles: Profiles, format: str | None, document: Document) -> Iterator[Outcome[Any]]:
    """The findings of a document, as a tuple; a failure where it cannot be had at all."""
    bare = document.bare()
    try:
        found = tuple(_findings(document, profiles, format))
    except Exception as error:  # noqa: BLE001  # whatever it is, it must not stop the rest
        yield Outcome(document=bare, failure=Failure.of(error))
    else:
        yield Outcome(document=bare, value=found)


def _findings(document: Document, profiles: Profiles, format: str | None) -> Iterator[Finding]:
    with document.open() as file:
        data = file.read()
    module = format_of_document(document, data, format).module
    own = tuple(_of_document(module, data, document.line))
    yield from own
    broken = any(each.problem.severity is Severity.ERROR for each in own)
    readable = attrs.evolve(document, data=data)
    for number, article in enumerate(articles(readable, format), 1):
        if isinstance(article, Article):
            yield from _of_article(article, number, profiles)
        elif not broken:
            yield Finding(problem=_unreadable(article))


def _of_document(module: Any, data: bytes, first: int | None) -> Iterator[Finding]:
    """What the format's own check finds; of JSON Lines, line by line."""
    check = getattr(module, "check", None)
    if check is None:
        return
    lines = data.splitlines(keepends=False)
    if first is None:
        yield from (_shown(problem, lines, 1) for problem in check(data))
        return
    for number, line in enumerate(lines):
        if line.strip():
            for problem in check(line):
                placed = attrs.evolve(problem, line=first + number)
                yield _shown(placed, lines, first)


def _of_article(article: Article, number: int, profiles: Profiles) -> Iterator[Finding]:
    name = article.id or f"article {number}"
    for problem in newsmodel.check(article, profile=profiles):
        yield Finding(problem=problem, article=name)


def _unreadable(failure: Failure) -> Problem:
    if failure.kind == "NoArticle":
        return Problem(rule="no-article", severity=Severity.INFO, message=failure.reason)
    place = failure.place or "$"
    return Problem(rule="unreadable", severity=Severity.ERROR, message=failure.reason, path=place)


def _shown(problem: Problem, lines: list[bytes], first: int) -> Finding:
    """A problem with the line it stands in."""
    index = None if problem.line is None else problem.line - first
    if index is None or not 0 <= index < len(lines):
        return Finding(problem=problem)
    line = lines[index].decode("utf-8", "replace").expandtabs(1)
    column = (problem.column or 1) - 1
    start = max(0, column - _WIDTH // 2) if len(line) > _WIDTH else _indent(line)
    return Finding(
        problem=problem,
        excerpt=line[start : start + _WIDTH],
        offset=None if problem.column is None else column - start,
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def usable(profiles: Profiles) -> None:
    """Refuse a profile there is not, before anything is read.

    Raises:
        UnknownProfileError: there is none of that name.
    """
    newsmodel.check(Article(id="urn:x"), profile=profiles)

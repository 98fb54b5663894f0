"""Visiting and rewriting the bodies of an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from newsmodel.model.article import Article, LanguageVersion
from newsmodel.model.expected import expect_version
from newsmodel.model.tree import Rewrite, Visited, replaced, rewritten, walk_nodes

__all__ = ["transform", "walk"]

V = TypeVar("V", bound=LanguageVersion)


def walk(version: LanguageVersion) -> Iterator[tuple[str, Visited]]:
    """Visit every node of the body, outer before inner, each with its path.

    The bodies of an article's translations follow its own. A path reads
    `$.body[3].content[1]` or `$.translations[0].body[2]`.

    Raises:
        ArgumentError: it is neither an article nor a translation.
    """
    expect_version(version)
    return _walk(version)


def _walk(version: LanguageVersion) -> Iterator[tuple[str, Visited]]:
    yield from walk_nodes(version.body)
    if isinstance(version, Article):
        for index, translation in enumerate(version.translations):
            yield from walk_nodes(translation.body, f"$.translations[{index}].body")


def transform(version: V, function: Rewrite) -> V:
    """The article with each node of its bodies rewritten, inner before outer.

    Args:
        version: an article or a translation; the bodies of an article's translations are
            rewritten too.
        function: takes a node or a plain string and returns what is to stand in its place: the
            same, another, several, or None to drop it.

    Raises:
        FieldError: what the function returned may not stand there.
        ArgumentError: it is neither an article nor a translation.
    """
    expect_version(version)
    new: V = replaced(version, "body", rewritten(version.body, function))
    if isinstance(new, Article):
        translations = tuple([transform(each, function) for each in new.translations])
        new = replaced(new, "translations", translations)
    return new

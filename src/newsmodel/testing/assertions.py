"""Assertions about articles and documents, with differences a person can read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, TypeAlias

from newsmodel import check
from newsmodel.formats.registry import format_named
from newsmodel.model import (
    Article,
    Change,
    Message,
    Model,
    Problem,
    Severity,
    changes,
)
from newsmodel.model.base import fields_of

__all__ = [
    "assert_not_public",
    "assert_nothing_lost",
    "assert_publishable",
    "assert_round_trips",
    "assert_same_article",
    "assert_valid_html",
    "assert_valid_json",
    "assert_valid_newsml",
    "assert_valid_ninjs",
    "differences",
]

Document: TypeAlias = str | bytes | os.PathLike[str]
"""What a document holds, as text or bytes, or the path of its file."""

_SHOWN = 20
"""How many differences a message lists."""

_LONGEST = 120
"""How much of a value it shows."""


def differences(left: object, right: object, path: str = "$") -> Iterator[str]:
    """Where two objects of the model differ, a line a place, such as `$.headline: 'a' != 'b'`.

    It is stricter than `==`: times must agree in their offsets, numbers in their types. Findings
    do not count.
    """
    if type(left) is not type(right):
        yield f"{path}: {' != '.join(_apart(left, right))}"
    elif isinstance(left, Model):
        for field in fields_of(type(left)):
            if field.eq:
                mine, theirs = getattr(left, field.name), getattr(right, field.name)
                yield from differences(mine, theirs, f"{path}.{field.name}")
    elif isinstance(left, tuple) and isinstance(right, tuple):
        yield from _of_tuples(left, right, path)
    elif left != right or (isinstance(left, datetime | float) and repr(left) != repr(right)):
        yield f"{path}: {' != '.join(_apart(left, right))}"


def _of_tuples(left: tuple[Any, ...], right: tuple[Any, ...], path: str) -> Iterator[str]:
    """Differences of lists: where something was taken out, the rest is not said to differ."""
    for _, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        both = min(j - i, m - k)
        for mine, theirs in zip(range(i, i + both), range(k, k + both), strict=True):
            yield from differences(left[mine], right[theirs], f"{path}[{mine}]")
        for index in range(i + both, j):
            yield f"{path}[{index}]: {_shown(left[index])} is missing on the right"
        for index in range(k + both, m):
            yield f"{path}[{index}]: {_shown(right[index])} is missing on the left"


def _shown(value: object) -> str:
    return _cut(repr(value), 0)


def _cut(text: str, start: int) -> str:
    """A piece of a text that fits on a line."""
    before, after = "..." if start else "", "..." if len(text) > start + _LONGEST else ""
    return f"{before}{text[start : start + _LONGEST]}{after}"


def _apart(left: object, right: object) -> tuple[str, str]:
    """Two values as far as they fit on a line, from shortly before they differ."""
    mine, theirs = repr(left), repr(right)
    pairs = enumerate(zip(mine, theirs, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), 0)
    start = max(0, same - 40) if max(len(mine), len(theirs)) > _LONGEST else 0
    return _cut(mine, start), _cut(theirs, start)


def assert_same_article(left: Article | Message, right: Article | Message) -> None:
    """Check that two articles, or two messages, are the same down to the offsets of their times.

    Raises:
        AssertionError: they differ; the message lists where, path by path.
    """
    __tracebackhide__ = True
    _fail_on(differences(left, right), "the left and the right differ")


def assert_round_trips(article: Article, format: str) -> None:
    """Check that a format gives an article back as it was written.

    Args:
        article: the article.
        format: the name of a format: "json", "newsml".

    Raises:
        UnknownFormatError: there is no format of that name.
        AssertionError: something came back changed; the message lists it, path by path.
    """
    __tracebackhide__ = True
    module = format_named(format).module
    again = module.loads(module.dumps(article))
    _fail_on(differences(article, again), f"{format} does not give back what was written")


def assert_nothing_lost(before: Article | Message, after: Article | Message) -> None:
    """Check that whatever one article says another says, too; it may say more.

    Args:
        before: the article as it was.
        after: what became of it, by way of another format or a program.

    Raises:
        AssertionError: something is gone or changed; the message lists it, path by path.
    """
    __tracebackhide__ = True
    lost = [change for change in changes(before, after) if change.before not in (None, ())]
    _fail_on((_lost(change) for change in lost), "something was lost")


def _lost(change: Change) -> str:
    if change.after is None:
        return f"{change.path}: {_shown(change.before)} is gone"
    return f"{change.path}: {' became '.join(_apart(change.before, change.after))}"


def assert_not_public(page: Document, article: Article, *, at: datetime | None = None) -> None:
    """Check that a page shows nothing of an article that readers may not see.

    Looks for each string of the article that its public version has not, and that is longer than
    three characters, in all the page says: texts, values of attributes, comments, data in scripts;
    not in the names of elements, attributes and keys, nor in style sheets.

    Args:
        page: the page, or anything else that is published, such as a feed in XML or an index in
            JSON; text and bytes are what it holds, a `Path` is its file.
        article: the article as the newsroom has it.
        at: the moment of publication: an embargo that ended by then hides nothing.

    Raises:
        AssertionError: the page shows something; the message lists it.
    """
    from newsmodel.testing.published import leaked  # noqa: PLC0415  # the others need no lxml

    __tracebackhide__ = True
    held = _held(page)
    text = held if isinstance(held, str) else held.decode("utf-8", "replace")
    found = leaked(text, article, at)
    _fail_on((f"{_shown(words)} is not for readers" for words in found), "the page shows too much")


def assert_publishable(article: Article, *, profile: str = "publishable") -> None:
    """Check that an article breaks no rule so badly that it must not go out.

    Args:
        article: the article.
        profile: the rules: see `newsmodel.check`.

    Raises:
        AssertionError: it does; the message lists the errors, not the warnings.
        UnknownProfileError: there is no such profile.
    """
    __tracebackhide__ = True
    _fail_on_errors(check(article, profile=profile), "the article is not fit to be published")


def assert_valid_newsml(data: Document) -> None:
    """Check a NewsML-G2 document against the standard, as `newsml.check` does.

    Raises:
        AssertionError: it departs from the standard; the message lists where, line by line.
    """
    __tracebackhide__ = True
    _assert_valid("newsml", data)


def assert_valid_json(data: Document) -> None:
    """Check a document of newsmodel JSON, as `json.check` does.

    Raises:
        AssertionError: it cannot be read; the message lists all that is wrong.
    """
    __tracebackhide__ = True
    _assert_valid("json", data)


def assert_valid_ninjs(data: Document) -> None:
    """Check a ninjs document, as `ninjs.check` does.

    Raises:
        AssertionError: it departs from the standard; the message lists where.
    """
    __tracebackhide__ = True
    _assert_valid("ninjs", data)


def assert_valid_html(data: Document) -> None:
    """Check an article page, as `html.check` does.

    Raises:
        AssertionError: something is wrong that must be mended; the message lists it.
    """
    __tracebackhide__ = True
    _assert_valid("html", data)


def _assert_valid(format: str, data: Document) -> None:
    __tracebackhide__ = True
    found: Iterable[Problem] = format_named(format).module.check(_held(data))
    _fail_on_errors(found, f"the {format} document has errors")


def _held(data: Document) -> str | bytes:
    """A document as it is, or what the file of a path holds."""
    return Path(data).read_bytes() if isinstance(data, os.PathLike) else data


def _fail_on_errors(problems: Iterable[Problem], what: str) -> None:
    __tracebackhide__ = True
    _fail_on((str(p) for p in problems if p.severity is Severity.ERROR), what)


def _fail_on(found: Iterable[str], what: str) -> None:
    __tracebackhide__ = True
    lines = list(found)
    if lines:
        more = [f"... and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []
        raise AssertionError("\n  ".join([f"{what}:", *lines[:_SHOWN], *more]))

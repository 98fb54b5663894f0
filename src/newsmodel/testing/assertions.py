"""Assertions about articles that say where two of them differ."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from newsmodel.model import Article, Message, Model
from newsmodel.model.base import fields_of

__all__ = ["assert_round_trips", "assert_same_article", "differences"]

_SHOWN = 20
"""How many differences a message lists."""


def differences(left: object, right: object, path: str = "$") -> Iterator[str]:
    """Where two objects of the model differ, a line a place, such as `$.headline: 'a' != 'b'`.

    It is stricter than `==`: times must agree in their offsets, numbers in their types. Findings
    do not count.
    """
    if type(left) is not type(right):
        yield f"{path}: {_shown(left)} != {_shown(right)}"
    elif isinstance(left, Model):
        for field in fields_of(type(left)):
            if field.eq:
                mine, theirs = getattr(left, field.name), getattr(right, field.name)
                yield from differences(mine, theirs, f"{path}.{field.name}")
    elif isinstance(left, tuple) and isinstance(right, tuple):
        yield from _of_tuples(left, right, path)
    elif left != right or (isinstance(left, datetime | float) and repr(left) != repr(right)):
        yield f"{path}: {_shown(left)} != {_shown(right)}"


def _of_tuples(left: tuple[Any, ...], right: tuple[Any, ...], path: str) -> Iterator[str]:
    for index, (mine, theirs) in enumerate(zip(left, right, strict=False)):
        yield from differences(mine, theirs, f"{path}[{index}]")
    shorter = min(len(left), len(right))
    for index, extra in enumerate(left[shorter:], shorter):
        yield f"{path}[{index}]: {_shown(extra)} is missing on the right"
    for index, extra in enumerate(right[shorter:], shorter):
        yield f"{path}[{index}]: {_shown(extra)} is missing on the left"


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 120 else f"{text[:117]}..."


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
        AssertionError: something came back changed; the message lists it, path by path.
    """
    __tracebackhide__ = True
    module = importlib.import_module(f"newsmodel.formats.{format}")
    again = module.loads(module.dumps(article))
    _fail_on(differences(article, again), f"{format} does not give back what was written")


def _fail_on(found: Iterable[str], what: str) -> None:
    __tracebackhide__ = True
    lines = list(found)
    if lines:
        more = [f"... and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []
        raise AssertionError("\n  ".join([f"{what}:", *lines[:_SHOWN], *more]))

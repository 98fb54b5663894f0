"""What functions that take an article say where they are given anything else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from newsmodel.errors import ArgumentError
from newsmodel.model.article import Article, LanguageVersion, Translation
from newsmodel.model.message import Message

__all__ = [
    "expect_article",
    "expect_items",
    "expect_moment",
    "expect_news",
    "expect_text",
    "expect_version",
]


def expect_article(given: object) -> None:
    """Refuse what is no article.

    Raises:
        ArgumentError: it is none; the message says how to get one.
    """
    if not isinstance(given, Article):
        raise ArgumentError(given, "an Article", _remedy(given))


def expect_news(given: object) -> None:
    """Refuse what is neither an article nor a message.

    Raises:
        ArgumentError: it is neither; the message says how to get an article.
    """
    if not isinstance(given, Article | Message):
        raise ArgumentError(given, "an Article or a Message", _remedy(given))


def expect_version(given: object) -> None:
    """Refuse what is neither an article nor a translation.

    Raises:
        ArgumentError: it is neither; the message says how to get an article.
    """
    if not isinstance(given, LanguageVersion):
        raise ArgumentError(given, "an Article or a Translation", _remedy(given))


def expect_items(given: object) -> None:
    """Refuse what cannot be gone through, such as a single article.

    Raises:
        ArgumentError: it cannot.
    """
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        remedy = "pass a list of them, of one article too, or the items of a message"
        raise ArgumentError(given, "a collection of items", remedy)


def expect_text(given: object) -> None:
    """Refuse what is no string.

    Raises:
        ArgumentError: it is none; the message says where to find the text of what was given.
    """
    if isinstance(given, str):
        return
    if isinstance(given, bytes | bytearray):
        remedy = "decode it first"
    elif hasattr(given, "text"):
        remedy = "pass what its `text` holds"
    else:
        remedy = "pass plain text"
    raise ArgumentError(given, "a string", remedy)


def expect_moment(given: object) -> None:
    """Refuse what is neither a moment of publication nor None.

    Raises:
        ArgumentError: it is neither.
    """
    if given is not None and not isinstance(given, datetime):
        remedy = "give date, time and offset, as datetime(2026, 3, 1, 6, tzinfo=UTC) does"
        raise ArgumentError(given, "a datetime as the moment of publication", remedy)


def _remedy(given: object) -> str:
    if isinstance(given, Message):
        return "take those of message.gather(), one after another"
    if isinstance(given, Translation):
        return "pass the article it is a translation of, or article.in_language(…)"
    if isinstance(given, str | bytes):
        return "read one from text with loads of its format, from a file with newsmodel.read"
    if isinstance(given, Mapping):
        return "make one with newsmodel.Article(**fields), or read it from text with json.loads"
    if hasattr(given, "__iter__"):
        return "pass one after another"
    return "read one with newsmodel.read, or make one with newsmodel.Article"

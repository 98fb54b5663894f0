"""What functions that take an article say where they are given anything else."""

from __future__ import annotations

from collections.abc import Mapping

from newsmodel.errors import ArgumentError
from newsmodel.model.article import Article
from newsmodel.model.message import Message

__all__ = ["expect_article", "expect_news"]


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


def _remedy(given: object) -> str:
    if isinstance(given, Message):
        return "take those of message.gather(), one after another"
    if isinstance(given, str | bytes):
        return "read one from text with loads of its format, from a file with newsmodel.read"
    if isinstance(given, Mapping):
        return "make one with newsmodel.Article(**fields), or read it from text with json.loads"
    if hasattr(given, "__iter__"):
        return "pass one after another"
    return "read one with newsmodel.read, or make one with newsmodel.Article"

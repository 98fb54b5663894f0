"""Writing newsmodel JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from newsmodel.errors import LossError
from newsmodel.formats._shared.arguments import expect_many, expect_word
from newsmodel.formats._shared.encoding import encode
from newsmodel.formats._shared.files import Target, write_text, writing
from newsmodel.formats.json.layout import FORMAT, TYPE_KEY, VERSION, VERSION_KEY
from newsmodel.formats.json.unknown import MARK, restored
from newsmodel.model import Article, Loss, Message
from newsmodel.model.expected import expect_news
from newsmodel.plain import TooDeep, to_plain


def dumps(
    article: Article | Message,
    *,
    indent: int | None = None,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> str:
    """An article or a message as a document.

    Args:
        article: what to write.
        indent: spaces an inner level is set in by; everything on one line without it.
        on_loss: accepted as everywhere; JSON carries everything.

    Raises:
        LossError: it is nested so deep that no reader could take it.
        ArgumentError: it is neither an article nor a message.
    """
    expect_news(article)
    expect_word("on_loss", on_loss, "ignore", "raise")
    try:
        plain = {VERSION_KEY: VERSION, TYPE_KEY: type(article).__name__, **to_plain(article)}
    except TooDeep:
        loss = Loss(path="$", reason="it is nested too deep to be written")
        raise LossError(FORMAT, [loss]) from None
    text = encode(plain, indent)
    return encode(restored(type(article), plain), indent) if MARK in text else text


def dump(
    article: Article | Message,
    target: Target,
    *,
    indent: int | None = None,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> None:
    """Write an article or a message to a path, all at once, or to an open binary file."""
    write_text(dumps(article, indent=indent, on_loss=on_loss) + "\n", target)


def dump_all(articles: Iterable[Article | Message], target: Target) -> None:
    """Write JSON Lines: a document a line, one after another, in bounded memory.

    Args:
        articles: what to write; a generator will do, and each is forgotten once it is written.
        target: a path, written whole or not at all, or a binary file open for writing.

    Raises:
        LossError: one is nested so deep that no reader could take it.
    """
    expect_many(articles)
    with writing(target) as file:
        for article in articles:
            file.write(dumps(article).encode() + b"\n")


def losses(article: Article | Message) -> tuple[Loss, ...]:
    """What JSON cannot carry: nothing."""
    expect_news(article)
    return ()

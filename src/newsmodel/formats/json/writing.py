"""Writing newsmodel JSON."""

from __future__ import annotations

import json
from typing import Literal

from newsmodel.errors import LossError
from newsmodel.formats._shared.files import Target, write_text
from newsmodel.formats.json.layout import FORMAT, TYPE_KEY, VERSION, VERSION_KEY
from newsmodel.model import Article, Loss, Message
from newsmodel.plain import to_plain


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
    """
    head = {VERSION_KEY: VERSION, TYPE_KEY: type(article).__name__}
    separators = (",", ":") if indent is None else (",", ": ")
    try:
        plain = head | to_plain(article)
        return json.dumps(plain, ensure_ascii=False, indent=indent, separators=separators)
    except RecursionError:
        loss = Loss(path="$", reason="it is nested too deep to be written")
        raise LossError(FORMAT, [loss]) from None


def dump(
    article: Article | Message,
    target: Target,
    *,
    indent: int | None = None,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> None:
    """Write an article or a message to a path, all at once, or to an open binary file."""
    write_text(dumps(article, indent=indent, on_loss=on_loss) + "\n", target)


def losses(article: Article | Message) -> tuple[Loss, ...]:
    """What JSON cannot carry: nothing."""
    return ()

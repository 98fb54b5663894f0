"""Plain text for readers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from newsmodel.errors import LossError
from newsmodel.formats._shared.arguments import expect_word
from newsmodel.formats._shared.files import Target, write_text
from newsmodel.formats._shared.repeated import repeated_in
from newsmodel.formats.text.reading import FORMAT, loads
from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Figure,
    Image,
    ListBlock,
    Loss,
    Section,
    public,
)
from newsmodel.model.gathering.shown_items import beside_text
from newsmodel.model.public import hidden_places
from newsmodel.plain import to_plain


def dumps(
    article: Article,
    *,
    at: datetime | None = None,
    override: bool = False,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> str:
    """An article as text: languages, headline, summary, byline, pictures' captions, body.

    Args:
        article: the article.
        at: the moment of publication, by which an embargo may be over; no clock is ever read.
        override: write even what is withheld, canceled or embargoed.
        on_loss: "raise" to stop where something is not carried.

    Raises:
        NotPublicError: readers may not see the article.
        LossError: something is not carried and `on_loss` is "raise".
    """
    expect_word("on_loss", on_loss, "ignore", "raise")
    shown = public(article, at=at, override=override)
    if on_loss == "raise" and (lost := _losses(article, shown)):
        raise LossError(FORMAT, lost)
    loose = beside_text((*shown.images, *shown.videos, *shown.audios), shown.body)
    told, dateline = repeated_in(shown), str(shown.dateline or "")
    parts = [
        " ".join(shown.languages) if shown.translations else "",
        shown.headline or "",
        shown.summary or "",
        "" if told.says(shown.byline) else shown.byline or "",
        *(_caption(each, shown.language) for each in loose if isinstance(each, Image)),
        "" if told.dateline or told.says(dateline) else dateline,
        *_blocks(shown.body, shown),
        *(correction.text or "" for correction in shown.corrections),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _blocks(blocks: Iterable[Block], article: Article) -> list[str]:
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Section):
            parts += _blocks(block.blocks, article)
        elif isinstance(block, BlockQuote):
            parts += [*_blocks(block.blocks, article), block.attribution or ""]
        elif isinstance(block, Figure):
            shown = (image for image in article.images if image.id == block.image_id)
            parts += [_caption(image, article.language) for image in shown][:1]
        else:
            parts.append(_list(block) if isinstance(block, ListBlock) else block.text)
    return parts


def _list(block: ListBlock) -> str:
    start = 1 if block.start is None else block.start
    signs = (f"{n}. " if block.ordered else "\u2022 " for n, _ in enumerate(block.items, start))
    texts = (item.text.replace("\n", "\n  ") for item in block.items)
    lines = (sign + words for sign, words in zip(signs, texts, strict=True) if words.strip())
    return "\n".join(lines)  # a sign alone would be read as a paragraph


def _caption(image: Image, language: str | None) -> str:
    caption = image.caption_in(language)
    return str(caption) if caption else ""


def dump(
    article: Article,
    target: Target,
    *,
    at: datetime | None = None,
    override: bool = False,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> None:
    """Write an article as text, to a path all at once or to an open binary file."""
    write_text(dumps(article, at=at, override=override, on_loss=on_loss), target)


def losses(
    article: Article, *, at: datetime | None = None, override: bool = False
) -> tuple[Loss, ...]:
    """What plain text does not carry.

    Raises:
        NotPublicError: readers may not see the article at all.
    """
    return _losses(article, public(article, at=at, override=override))


def _losses(article: Article, shown: Article) -> tuple[Loss, ...]:
    """What is not for readers, and what reading the text again would not give."""
    hidden = [
        Loss(path=path, reason="not for readers: left out of text")
        for path in hidden_places(article, shown)
    ]
    meant, again = to_plain(shown), to_plain(loads(dumps(shown, override=True)))
    reason = "plain text cannot say all of it"
    names = (name for name in meant if meant[name] != again.get(name))
    return (*hidden, *(Loss(path=f"$.{name}", reason=reason) for name in names))

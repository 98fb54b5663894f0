"""The verbs of the format."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from newsmodel.errors import LossError
from newsmodel.formats._shared.files import Source, Target, read_bytes, write_text
from newsmodel.formats.html import pages, reading
from newsmodel.formats.html.visible import FORMAT, visible
from newsmodel.model import Article, Loss, public
from newsmodel.model.public import hidden_places
from newsmodel.plain import to_plain


def dumps(
    article: Article,
    *,
    page: bool = True,
    stylesheet: bool = True,
    at: datetime | None = None,
    override: bool = False,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> str:
    """An article as a page.

    Args:
        article: the article.
        page: a complete page; False for the bare `<article>`, to be put into a template.
        stylesheet: put the library's small style sheet into the page.
        at: the moment of publication, by which an embargo may be over; no clock is ever read.
        override: publish even what is withheld, canceled or embargoed.
        on_loss: "raise" to stop where something is not carried.

    Raises:
        NotPublicError: readers may not see the article.
        LossError: something is not carried and `on_loss` is "raise".
    """
    shown = public(article, at=at, override=override)
    if on_loss == "raise" and (lost := _losses(article, shown, page=page)):
        raise LossError(FORMAT, lost)
    return pages.page(shown, stylesheet=stylesheet) if page else pages.fragment(shown)


def dump(
    article: Article,
    target: Target,
    *,
    page: bool = True,
    stylesheet: bool = True,
    at: datetime | None = None,
    override: bool = False,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> None:
    """Write an article as a page, to a path all at once or to an open binary file."""
    text = dumps(
        article, page=page, stylesheet=stylesheet, at=at, override=override, on_loss=on_loss
    )
    write_text(text, target)


def loads(
    data: str | bytes,
    *,
    url: str | None = None,
    encoding: str | None = None,
    find_quotes: bool = False,
) -> Article:
    """The article of a page: the library's own exactly, others' by all that they say.

    Args:
        data: the page, or a fragment of one.
        url: its address, where the page does not tell; relative addresses become whole by it.
        encoding: its encoding, where it is known from elsewhere, as from the `Content-Type` it was
            sent with; a byte order mark counts more, what the page itself declares less.
        find_quotes: mark the quotations found in the text, with their speakers.

    Raises:
        ParseError: it holds no markup, is nested too deep or too large, or `encoding` is unknown.
    """
    return reading.read(data, url=url, encoding=encoding, find_quotes=find_quotes)


def load(source: Source) -> Article:
    """The article of a file; see `loads`."""
    return loads(read_bytes(source))


def iterload(source: Source) -> Iterator[Article]:
    """The article of a file, as the only one it holds."""
    yield load(source)


def losses(
    article: Article,
    *,
    page: bool = True,
    at: datetime | None = None,
    override: bool = False,
) -> tuple[Loss, ...]:
    """What a page does not carry: whatever readers may not see; a fragment carries less.

    Raises:
        NotPublicError: readers may not see the article at all.
    """
    return _losses(article, public(article, at=at, override=override), page=page)


def _losses(article: Article, shown: Article, *, page: bool) -> tuple[Loss, ...]:
    hidden = [
        Loss(path=path, reason="not for readers: left out of pages")
        for path in hidden_places(article, shown)
    ]
    if page:
        return tuple(hidden)
    meant, seen = to_plain(shown), to_plain(visible(shown))
    unseen = [name for name in meant if meant[name] != seen.get(name)]
    reason = "a fragment has no data island, and its markup cannot say all of it"
    return (*hidden, *(Loss(path=f"$.{name}", reason=reason) for name in unseen))

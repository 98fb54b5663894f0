"""The verbs of the format."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, cast

from newsmodel.errors import LossError
from newsmodel.formats._shared.arguments import expect_word
from newsmodel.formats._shared.encoding import unmarked
from newsmodel.formats._shared.files import Source, Target, read_bytes, write_text
from newsmodel.formats._shared.folders import write_folder
from newsmodel.formats.html import reading
from newsmodel.formats.html.pages import page as pages
from newsmodel.formats.html.pages.sites import Site
from newsmodel.formats.html.unnamed import unnamed
from newsmodel.formats.html.visible import FORMAT, visible
from newsmodel.model import Article, Loss, public
from newsmodel.model.public import hidden_places
from newsmodel.plain import to_plain

__all__ = [
    "dump",
    "dump_site",
    "dumps",
    "head",
    "iterload",
    "json_ld",
    "load",
    "loads",
    "losses",
    "stylesheet",
]


# ------------------------------------------------------------------ writing
def dumps(
    article: Article,
    *,
    page: bool = True,
    stylesheet: bool | str = True,
    frames: bool = False,
    at: datetime | None = None,
    override: bool = False,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> str:
    """An article as a page.

    Args:
        article: the article.
        page: a complete page; False for the bare `<article>`, to be put into a template.
        stylesheet: put the library's small style sheet into the page; False for none, or the
            address of a style sheet of your own.
        frames: show embeds in sandboxed frames; otherwise they are links.
        at: the moment of publication, by which an embargo may be over; no clock is ever read.
        override: publish even what is withheld, canceled or embargoed.
        on_loss: "raise" to stop where something is not carried.

    Raises:
        NotPublicError: readers may not see the article.
        LossError: something is not carried and `on_loss` is "raise"; or it is nested too deep.
        OptionError: `stylesheet` is no address that a page may name.
    """
    expect_word("on_loss", on_loss, "ignore", "raise")
    with _NOT_TOO_DEEP:
        shown = public(article, at=at, override=override)
        if on_loss == "raise" and (lost := _losses(article, shown, page=page)):
            raise LossError(FORMAT, lost)
        look = pages.Look(stylesheet, frames)
        return pages.page(shown, look) if page else pages.fragment(shown, look)[0]


class _NotTooDeep:
    """Says by a `LossError` that something is nested too deep; it holds nothing, so one will do."""

    def __enter__(self) -> None:
        """Nothing is to be done."""

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Say so."""
        if kind is not None and issubclass(kind, RecursionError):
            loss = Loss(path="$", reason="it is nested too deep to be written")
            raise LossError(FORMAT, [loss]) from None


_NOT_TOO_DEEP = _NotTooDeep()


def dump(
    article: Article,
    target: Target,
    *,
    page: bool = True,
    stylesheet: bool | str = True,
    frames: bool = False,
    at: datetime | None = None,
    override: bool = False,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> None:
    """Write an article as a page, to a path all at once or to an open binary file; see `dumps`."""
    text = dumps(
        article,
        page=page,
        stylesheet=stylesheet,
        frames=frames,
        at=at,
        override=override,
        on_loss=on_loss,
    )
    write_text(text, target)


def dump_site(
    article: Article,
    folder: str | os.PathLike[str],
    *,
    base_url: str | None = None,
    stylesheet: bool | str = True,
    frames: bool = False,
    at: datetime | None = None,
    override: bool = False,
) -> tuple[Path, ...]:
    """Write the pages of all versions of an article, each linked to the others.

    A page is named by its language, `en.html`, `zh-hant.html`; `und.html` without one. A version
    that was canceled becomes a notice that says so and nothing of what it said; one that is
    withheld, embargoed, or known by its language or address alone has no page. All files are
    written, or, where something goes wrong, none; no other file of the folder is touched.

    Args:
        article: the article.
        folder: where to write; made where there is none.
        base_url: the address the folder will have. With it, search engines learn the full address
            of each page; without it, they learn those of `url` and else mere file names.
        stylesheet: as for `dumps`.
        frames: as for `dumps`.
        at: as for `dumps`.
        override: as for `dumps`.

    Returns:
        The files written, the article's own first.

    Raises:
        NotPublicError: readers may see none of the versions.
        OptionError: `stylesheet` is no address that a page may name, or `base_url` no whole one.
    """
    look = pages.Look(stylesheet, frames)
    site = Site(article, look, at=at, override=override, base_url=base_url)
    with _NOT_TOO_DEEP:
        made = site.pages()
    return write_folder(made, Path(folder))


def json_ld(
    article: Article, *, at: datetime | None = None, override: bool = False
) -> dict[str, Any]:
    """An article as linked data: schema.org's `NewsArticle`, ready for `json.dumps`.

    Args:
        article: the article.
        at: the moment of publication, by which an embargo may be over.
        override: publish even what is withheld, canceled or embargoed.

    Raises:
        NotPublicError: readers may not see the article.
    """
    with _NOT_TOO_DEEP:
        linked = pages.linked(public(article, at=at, override=override))
    return cast("dict[str, Any]", unmarked(linked))


def head(article: Article, *, at: datetime | None = None, override: bool = False) -> str:
    """The metadata of a page, for the `<head>` of a template of your own.

    Title, description, canonical address, other languages, OpenGraph, card, linked data: all that
    the library's own page has there but for character set, viewport and style sheet.

    Args:
        article: the article.
        at: the moment of publication, by which an embargo may be over.
        override: publish even what is withheld, canceled or embargoed.

    Raises:
        NotPublicError: readers may not see the article.
    """
    with _NOT_TOO_DEEP:
        return pages.metadata(public(article, at=at, override=override))


def stylesheet() -> str:
    """The library's style sheet, to be served or to be changed."""
    return pages.stylesheet()


def losses(
    article: Article,
    *,
    page: bool = True,
    at: datetime | None = None,
    override: bool = False,
) -> tuple[Loss, ...]:
    """What a page does not carry: whatever readers may not see; a fragment carries less.

    And what it does not show: links, pictures and addresses that no page can name, `ftp:` ones and
    misspelt ones. Its data island carries them, but no reader sees it.

    Raises:
        NotPublicError: readers may not see the article at all.
    """
    return _losses(article, public(article, at=at, override=override), page=page)


def _losses(article: Article, shown: Article, *, page: bool) -> tuple[Loss, ...]:
    hidden = [
        Loss(path=path, reason="not for readers: left out of pages")
        for path in hidden_places(article, shown)
    ]
    hidden += _unshown(article, tuple([loss.path for loss in hidden]))
    if page:
        return tuple(hidden)
    meant, seen = to_plain(shown), to_plain(visible(shown))
    unseen = [name for name in meant if meant[name] != seen.get(name)]
    if pages.fragment(shown, pages.Look())[1]:
        unseen.append("body")
    reason = "a fragment has no data island, and its markup cannot say all of it"
    return (*hidden, *(Loss(path=f"$.{name}", reason=reason) for name in unseen))


def _unshown(article: Article, hidden: tuple[str, ...]) -> Iterator[Loss]:
    """What readers may see and a page cannot show them; `hidden` is told already."""
    for path, address in unnamed(article):
        if not any(
            path == known or path.startswith((f"{known}.", f"{known}[")) for known in hidden
        ):
            yield Loss(path=path, reason=f"no page can name {address}: give an address with https:")


# ------------------------------------------------------------------ reading
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

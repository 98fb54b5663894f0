"""The formats there are, and the verbs that find the right one."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import attrs

from newsmodel.errors import ArgumentError, LossError, NewsModelError, UnknownFormatError
from newsmodel.formats._shared.arguments import expect_path, expect_word
from newsmodel.model import Article, Loss
from newsmodel.model.expected import expect_moment, expect_news

__all__ = [
    "FORMATS",
    "Format",
    "convert",
    "format_named",
    "format_of",
    "iterread",
    "read",
    "with_suffixes",
    "write",
]

_HEAD = 4096


@attrs.frozen(kw_only=True)
class Format:
    """A format: its name, the suffixes of its files, and how its documents begin."""

    name: str
    """Its name, that of its module in `newsmodel.formats`."""
    suffixes: tuple[str, ...]
    """Endings of its files' names, the usual one first."""
    signs: tuple[bytes, ...] = ()
    """One of these stands near the beginning of each document, upper and lower case alike."""
    for_readers: bool = False
    """Whether its documents hold only what readers may see; its verbs take `at` and `override`."""

    @property
    def module(self) -> Any:
        """The module with its verbs."""
        return importlib.import_module(f"newsmodel.formats.{self.name}")

    def options(self, *, at: datetime | None, override: bool) -> dict[str, Any]:
        """What its verbs are told of publication: nothing where documents are not for readers."""
        return {"at": at, "override": override} if self.for_readers else {}


FORMATS = (
    Format(name="json", suffixes=(".json", ".jsonl", ".ndjson"), signs=(b'"newsmodel"',)),
    Format(
        name="newsml",
        suffixes=(".newsml.xml", ".newsml", ".xml"),
        signs=(b"http://iptc.org/std/nar/2006-10-01/",),
    ),
    Format(
        name="html",
        suffixes=(".html", ".htm", ".xhtml"),
        signs=(b"<!doctype html", b"<html"),
        for_readers=True,
    ),
    Format(
        name="ninjs",
        suffixes=(".ninjs.json", ".ninjs", ".json"),
        signs=(b"iptc.org/std/ninjs/", b'"uri"', b'"guid"', b'"body_html"', b'"bodies"'),
    ),
    Format(name="text", suffixes=(".txt",), for_readers=True),
)
"""Every format, in the order in which content is tried."""


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        UnknownFormatError: there is none.
    """
    for format in FORMATS:
        if format.name == name:
            return format
    raise UnknownFormatError(name, [format.name for format in FORMATS])


def format_of(path: str | os.PathLike[str], head: bytes | None = None) -> Format:
    """The format of a file, by its name, else by how it begins.

    Where several formats share a suffix, how the file begins tells between them.

    Args:
        path: its name.
        head: how it begins; None for one that is to be written.

    Raises:
        UnknownFormatError: neither tells.
    """
    named = _named_alike(Path(path).name.lower())
    start = (head or b"")[:_HEAD].lower()
    if len(named) != 1:
        signed = (f for f in named or FORMATS if any(sign in start for sign in f.signs))
        found = next(signed, next(iter(named), None))
    else:
        found = named[0]
    if found is not None:
        return found
    told = ", nor does its content tell" if head else ""
    shell = "--to" if head is None else "--from"
    hint = f"{told}: name it, with format=… or on the command line {shell}"
    raise UnknownFormatError(str(path), with_suffixes(), hint)


def with_suffixes() -> list[str]:
    """Each format with the suffixes of its files, for messages: "text (.txt)"."""
    return [f"{format.name} ({', '.join(format.suffixes)})" for format in FORMATS]


def _named_alike(name: str) -> tuple[Format, ...]:
    """The formats whose files have that ending, the longest that any of them has."""
    ends = {suffix for format in FORMATS for suffix in format.suffixes if name.endswith(suffix)}
    longest = max(ends, key=len, default=None)
    return tuple(format for format in FORMATS if longest in format.suffixes)


def read(source: str | os.PathLike[str], *, format: str | None = None) -> Article:
    """Read the article of a file.

    Args:
        source: the path.
        format: name of the format; without it the file's name, then its content tell.

    Raises:
        UnknownFormatError: the format cannot be told.
        ParseError: the file cannot be read as that format.
        MultipleArticlesError: it holds several articles: use `iterread`.
        OSError: the file cannot be opened.
        ArgumentError: the source is no path.
    """
    expect_path(source)
    with _naming(source):
        article: Article = _source_format(source, format).module.load(source)
        return article


def iterread(source: str | os.PathLike[str], *, format: str | None = None) -> Iterator[Article]:
    """Read the articles of a file, one after another; arguments and errors as for `read`."""
    articles: Iterator[Article] = _source_format(source, format).module.iterload(source)
    return _named(articles, source)


def _named(articles: Iterator[Article], source: str | os.PathLike[str]) -> Iterator[Article]:
    with _naming(source):
        yield from articles


@contextmanager
def _naming(source: str | os.PathLike[str]) -> Iterator[None]:
    """Note which file it was that could not be read, where Python shows the error."""
    try:
        yield
    except NewsModelError as error:
        error.add_note(f"The file is {os.fspath(source)}")
        raise


def write(
    article: Article,
    target: str | os.PathLike[str],
    *,
    format: str | None = None,
    at: datetime | None = None,
    override: bool = False,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> tuple[Loss, ...]:
    """Write an article to a file, whole or not at all.

    Args:
        article: the article.
        target: the path.
        format: name of the format; without it the file's name tells.
        at: the moment of publication, by which an embargo may be over; for formats for readers,
            html and text.
        override: write even what is withheld, canceled or embargoed in a format for readers.
        on_loss: "raise" to write nothing where something cannot be carried.

    Returns:
        What the format cannot carry.

    Raises:
        UnknownFormatError: the format cannot be told.
        LossError: something cannot be carried and `on_loss` is "raise".
        NotPublicError: the format is for readers, and they may not see the article.
        OSError: the file cannot be written.
        ArgumentError: it is no article, the target no path, or the moment no datetime.
        ValueError: `on_loss` is none of what it may be.
    """
    if isinstance(article, str | os.PathLike):
        raise ArgumentError(article, "an Article, then a path,", "put the article first")
    expect_news(article)
    expect_path(target)
    expect_moment(at)
    expect_word("on_loss", on_loss, "ignore", "raise")
    chosen = format_named(format) if format else format_of(target)
    options = chosen.options(at=at, override=override)
    losses: tuple[Loss, ...] = chosen.module.losses(article, **options)
    if losses and on_loss == "raise":
        raise LossError(chosen.name, losses)
    dump: Callable[..., None] = chosen.module.dump
    dump(article, target, **options)
    return losses


def convert(
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    source_format: str | None = None,
    target_format: str | None = None,
    at: datetime | None = None,
    override: bool = False,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> tuple[Loss, ...]:
    """Read the article of one file and write it to another; arguments as for `read` and `write`.

    Returns:
        What the target's format cannot carry.

    Raises:
        NewsModelError: as for `read` and `write`.
        OSError: a file cannot be opened or written.
    """
    article = read(source, format=source_format)
    return write(article, target, format=target_format, at=at, override=override, on_loss=on_loss)


def _source_format(source: str | os.PathLike[str], name: str | None) -> Format:
    expect_path(source)
    if name is not None:
        return format_named(name)
    with Path(source).open("rb") as file:
        return format_of(source, file.read(_HEAD))

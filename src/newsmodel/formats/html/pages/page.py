"""A complete page, the bare article for templates, and a notice in an article's place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from newsmodel.errors import ArgumentError, OptionError
from newsmodel.formats._shared.escaping import quoted
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats.html.linked import linked_article
from newsmodel.formats.html.pages.head import head
from newsmodel.formats.html.pages.island import island, island_element
from newsmodel.formats.html.pages.known import Known
from newsmodel.formats.html.pages.spoken import with_language
from newsmodel.formats.html.pages.story import StoryWriter
from newsmodel.formats.html.pages.texts import PageText
from newsmodel.formats.html.pages.versions import Place, Shared, language_attributes, versions_of
from newsmodel.formats.html.untouched import name_of, sealed
from newsmodel.model import Article

__all__ = ["Look", "document", "fragment", "linked", "metadata", "page", "stylesheet"]


_UNKNOWN = "und"
"""The language nobody told of (ISO 639-2)."""


@attrs.frozen
class Look:
    """How pages are to look."""

    stylesheet: bool | str = True
    """The library's style sheet within the page; False for none; or the address of another."""
    frames: bool = False
    """Show embeds in sandboxed frames; otherwise they are links."""


def page(
    article: Article,
    look: Look,
    places: Mapping[int, Place] | None = None,
    original: int | None = None,
    shared: Shared | None = None,
) -> str:
    """An article that is all public as a complete page; see `versions_of` for places and original.

    `shared` tells the languages of what it has in common with them.
    """
    article, guessed = with_language(article)
    versions = versions_of(article, places, original)
    text, known = PageText(article), Known()
    writer = StoryWriter(text, versions, known, frames=look.frames, shared=shared or Shared())
    content = writer.content()
    data = island(article, known)
    name = name_of(data) if data else ""
    markup = writer.markup(content, sealed(content, name), guessed=guessed)
    body = f"<main>\n{markup}</main>\n{island_element(data, name)}"
    return document(article.language, head(text, versions, writer.classes), body, look)


def fragment(article: Article, look: Look) -> tuple[str, bool]:
    """An article that is all public as the bare `<article>`, and whether the body lost anything."""
    article, guessed = with_language(article)
    writer = StoryWriter(PageText(article), versions_of(article), None, frames=look.frames)
    return writer.markup(writer.content(), guessed=guessed), writer.dropped


def metadata(article: Article) -> str:
    """The metadata of an article that is all public."""
    article, _ = with_language(article)
    return head(PageText(article), versions_of(article))


def linked(article: Article) -> dict[str, Any]:
    """An article that is all public as linked data."""
    article, _ = with_language(article)
    return linked_article(PageText(article), versions_of(article))


def document(language: str | None, metadata: str, body: str, look: Look) -> str:
    """A page around its content."""
    return (
        f"<!DOCTYPE html>\n<html{language_attributes(language or _UNKNOWN)}>\n<head>\n"
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'{metadata}{_style(look.stylesheet)}</head>\n<body class="nm-page">\n{body}'
        "</body>\n</html>\n"
    )


def _style(wanted: bool | str) -> str:  # noqa: FBT001  # as in `dumps`, where it is named
    if not isinstance(wanted, bool | str):
        raise ArgumentError(wanted, "True, False or the address of a sheet", "pass a string")
    if isinstance(wanted, str):
        return f'<link rel="stylesheet" href="{quoted(_address(wanted))}">\n'
    if not wanted:
        return ""
    return f'<meta name="color-scheme" content="light dark">\n<style>\n{stylesheet()}</style>\n'


def _address(url: str) -> str:
    written = written_link(url)
    if written is None:
        remedy = "it is no address that a page may name: give one on the web"
        raise OptionError("stylesheet", url, remedy)
    return written


@cache
def stylesheet() -> str:
    """The library's style sheet."""
    return files("newsmodel.formats.html.pages").joinpath("style.css").read_text("utf-8")

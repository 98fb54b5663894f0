"""A complete page, the bare article for templates, and a notice in an article's place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import attrs

from newsmodel.formats._shared.escaping import quoted
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats.html.pages.head import head
from newsmodel.formats.html.pages.island import island
from newsmodel.formats.html.pages.known import Known
from newsmodel.formats.html.pages.story import StoryWriter
from newsmodel.formats.html.pages.versions import Version, language_attributes
from newsmodel.model import Article

__all__ = ["Look", "document", "fragment", "page", "stylesheet"]

_NO_SCRIPT = "base-uri 'none'; form-action 'none'; object-src 'none'; script-src 'none'"
"""What a page may do, for browsers to hold it to (W3C, Content Security Policy): no script."""


@attrs.frozen
class Look:
    """How pages are to look."""

    stylesheet: bool | str = True
    """The library's style sheet within the page; False for none; or the address of another."""
    frames: bool = False
    """Show embeds in sandboxed frames; otherwise they are links."""


def page(article: Article, versions: Sequence[Version], look: Look) -> str:
    """An article that is all public as a complete page."""
    known = Known()
    story = StoryWriter(article, versions, known, frames=look.frames).markup()
    held = island(article, known)
    body = f"<main>\n{story}</main>\n{held}\n" if held else f"<main>\n{story}</main>\n"
    return document(article.language, head(article, versions), body, look)


def fragment(article: Article, versions: Sequence[Version], look: Look) -> tuple[str, bool]:
    """An article that is all public as the bare `<article>`, and whether the body lost anything."""
    writer = StoryWriter(article, versions, None, frames=look.frames)
    return writer.markup(), writer.dropped


def document(language: str | None, metadata: str, body: str, look: Look) -> str:
    """A page around its content."""
    return (
        f"<!DOCTYPE html>\n<html{language_attributes(language)}>\n<head>\n"
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_NO_SCRIPT}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{metadata}{_style(look.stylesheet)}</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _style(wanted: bool | str) -> str:  # noqa: FBT001  # as in `dumps`, where it is named
    if isinstance(wanted, str):
        return f'<link rel="stylesheet" href="{quoted(_address(wanted))}">\n'
    return f"<style>\n{stylesheet()}</style>\n" if wanted else ""


def _address(url: str) -> str:
    written = written_link(url)
    if written is None:
        raise ValueError(f"{url!r} is no address that a page may name: give one on the web")
    return written


@cache
def stylesheet() -> str:
    """The library's style sheet."""
    return files("newsmodel.formats.html.pages").joinpath("style.css").read_text("utf-8")

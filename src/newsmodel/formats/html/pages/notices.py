"""The page that stands in the place of one that was taken back."""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel.formats._shared.escaping import attributes, quoted, text
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.pages.page import Look, document
from newsmodel.formats.html.pages.switcher import switcher
from newsmodel.formats.html.pages.versions import Version, language_attributes
from newsmodel.formats.html.pages.words import label, word
from newsmodel.formats.html.visible import ROWS
from newsmodel.model import Article, CorrectionKind

__all__ = ["notice", "said"]


def notice(article: Article, versions: Sequence[Version], look: Look) -> str:
    """A page that says that an article was withdrawn, and nothing of what it said.

    Args:
        article: what is left of the article: its language, its retractions.
        versions: the versions that can still be read, and its own.
        look: how the page is to look.
    """
    language = article.language
    own = next(version for version in versions if version.current)
    content = "\n".join(filter(None, [switcher(versions, language), said(article)]))
    marks = attributes([(DATA, "notice"), (f"{DATA}-id", article.id)])
    start = f'<article class="nm-article nm-notice"{marks}{language_attributes(language)}>'
    body = f"<main>\n{start}\n{content}\n</article>\n</main>\n"
    return document(language, _head(own, language), body, look)


def said(article: Article) -> str:
    """What a notice says: that the article was withdrawn, and why."""
    language = article.language
    told = tuple(c for c in article.corrections if c.kind is CorrectionKind.RETRACTION)
    lines = [f'<h1 class="nm-headline">{label("withdrawn", language)}</h1>']
    lines += [ROWS["corrections"].write(told, language)] if told else []
    return "\n".join(lines)


def _head(own: Version, language: str | None) -> str:
    """Its metadata: nothing leads to it, so that it is no version among the others."""
    lines = [
        f"<title>{text(word('withdrawn', language))}</title>",
        '<meta name="robots" content="noindex, noarchive">',
    ]
    if own.absolute:
        lines.append(f'<link rel="canonical" href="{quoted(own.address or "")}">')
    return "\n".join(lines) + "\n"

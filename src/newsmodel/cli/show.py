"""`newsmodel show`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from newsmodel.cli.report import FAILED, OK, USAGE, complain, printable

if TYPE_CHECKING:
    from newsmodel import Article
    from newsmodel.bulk import Document, Failure
    from newsmodel.model import Media

__all__ = ["show"]


def show(
    *sources: Annotated[str, Parameter(allow_leading_hyphen=True)],
    from_: Annotated[str | None, Parameter(name="--from")] = None,
    language: str | None = None,
) -> int:
    """Show articles as one reads them, with what else is known of them.

    Args:
        sources: files, folders, archives, patterns, or - for the standard input.
        from_: format of the sources, where neither name nor content tells it.
        language: show this language version.
    """
    from newsmodel.bulk.documents import documents_of  # noqa: PLC0415  # keeps --help quick
    from newsmodel.bulk.reading import articles  # noqa: PLC0415
    from newsmodel.cli.inputs import found  # noqa: PLC0415

    if not sources:
        complain("newsmodel show: name a file to show")
        return USAGE
    try:
        with found(sources) as files:
            documents = (d for file in files for d in documents_of(file) if d.wanted or from_)
            shown = [
                _attempted(article, language, document)
                for document in documents
                for article in articles(document, from_)
            ]
    except ValueError as error:
        complain(f"newsmodel show: {error}")
        return USAGE
    return OK if all(shown) else FAILED


def _attempted(article: Article | Failure, language: str | None, document: Document) -> bool:
    """Whether an article could be had, and shown in the language asked for."""
    from newsmodel.bulk import Failure  # noqa: PLC0415  # keeps --help quick
    from newsmodel.errors import UnknownLanguageError  # noqa: PLC0415

    if isinstance(article, Failure):
        complain(f"{document}: {article}")
        return False
    try:
        _show(article if language is None else article.in_language(language))
    except UnknownLanguageError as error:
        complain(f"{article.id}: {error}")
        return False
    return True


def _show(article: Article) -> None:
    from rich.console import Console  # noqa: PLC0415  # keeps --help quick

    console = Console(highlight=False, markup=False, emoji=False)
    for title, lines in _parts(article):
        shown = [(printable(line), style) for line, style in lines if line]
        if not shown:
            continue
        if title:
            console.print()
            console.print(title, style="bold cyan")
        for line, style in shown:
            console.print(line, style=style)
    console.print()


Lines = Iterable[tuple[str, str]]


def _parts(article: Article) -> Iterator[tuple[str, Lines]]:
    """What is shown, part by part: a title, and lines with their styles."""
    yield "", _head(article)
    yield "", _body(article)
    yield (
        "Quotations",
        ((f"{quote.speaker or 'nobody named'}: {quote}", "") for quote in article.quotes),
    )
    media = (*article.images, *article.videos, *article.audios)
    yield "Pictures, videos, sounds", (line for each in media for line in _medium(each))
    yield "Language versions", (_version(each) for each in article.translations)
    yield "Known of it", _facts(article)
    yield (
        "Carried, for no field says it",
        (
            (f"{each.format}: {each.place}" if each.place else each.format, "dim")
            for each in article.extensions
        ),
    )
    yield "Problems", _problems(article)


def _head(article: Article) -> Lines:
    yield article.headline or "(no headline)", "bold"
    yield article.summary or "", "italic"
    yield article.byline or ", ".join(each.name or "" for each in article.authors), ""
    dates = (article.published or article.version_created, article.modified)
    yield (
        " · ".join(
            part
            for part in (article.language, article.status.value, *(str(d) for d in dates if d))
            if part
        ),
        "dim",
    )


def _body(article: Article) -> Lines:
    from newsmodel.model import BlockQuote, Figure, Heading, ListBlock  # noqa: PLC0415

    pictures = {each.id: each for each in (*article.images, *article.videos, *article.audios)}
    for block in article.body:
        yield " ", ""
        if isinstance(block, Heading):
            yield block.text, "bold"
        elif isinstance(block, BlockQuote):
            yield "\n".join(f"  | {line}" for line in block.text.splitlines()), "italic"
        elif isinstance(block, ListBlock):
            yield "\n".join(f"  - {item.text}" for item in block.items), ""
        elif isinstance(block, Figure):
            shown = pictures.get(block.image_id)
            caption = str(shown.captions[0]) if shown and shown.captions else block.text
            yield f"[{caption or block.image_id}]", "dim"
        else:
            yield block.text, ""


def _medium(medium: Media) -> Lines:
    kind = type(medium).__name__.lower()
    yield f"{kind} {medium.id or ''}".strip(), "bold"
    for caption in medium.captions:
        language = f"{caption.language}: " if caption.language else ""
        yield f"  {language}{caption.text or '(no caption)'}", ""
        yield (caption.credit and f"    credit: {caption.credit}") or "", "dim"
        yield (caption.alt_text and f"    alternative text: {caption.alt_text}") or "", "dim"
    for rendition in medium.renditions:
        yield f"  {rendition.href or rendition.residref or '(no address)'}", "dim"


def _version(version: Any) -> tuple[str, str]:
    known = version.headline or version.url or "known by its language only"
    return f"{version.language or '?'}: {known}", ""


_FACTS = "id version url section urgency kind credit embargo access".split()


def _facts(article: Article) -> Lines:
    for name in _FACTS:
        value = getattr(article, name)
        if value is not None:
            yield f"{name.replace('_', ' ')}: {value}", ""
    for name in ("subjects", "places", "genres", "keywords"):
        values = [str(getattr(each, "name", None) or each) for each in getattr(article, name)]
        if values:
            yield f"{name}: {', '.join(values)}", ""
    for notice in article.rights.notices if article.rights else ():
        yield f"rights: {notice}", ""


def _problems(article: Article) -> Lines:
    import newsmodel  # noqa: PLC0415  # keeps --help quick

    for problem in (*article.findings, *newsmodel.check(article)):
        yield str(problem), {"error": "red", "warning": "yellow"}.get(problem.severity.value, "dim")

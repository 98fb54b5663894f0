"""The verbs of the format."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any, Literal

from newsmodel.errors import LossError
from newsmodel.formats._shared.arguments import expect_word
from newsmodel.formats._shared.files import Source, Target, read_bytes, write_text
from newsmodel.formats._shared.gathering import only
from newsmodel.formats.ninjs import losing
from newsmodel.formats.ninjs.checking import located, problems_in
from newsmodel.formats.ninjs.documents.associations import read_article
from newsmodel.formats.ninjs.documents.objects import document_of
from newsmodel.formats.ninjs.documents.reading import ident_in
from newsmodel.formats.ninjs.documents.sorts import Context
from newsmodel.formats.ninjs.names import FORMAT, LATEST, WRITTEN
from newsmodel.formats.ninjs.parsing import Places, parsed
from newsmodel.formats.ninjs.versions.dated import dated
from newsmodel.formats.ninjs.versions.dialects import version_of
from newsmodel.formats.ninjs.versions.modern import modern
from newsmodel.model import Article, Dialect, Loss
from newsmodel.model.base import changed
from newsmodel.model.checks import UNWRITABLE
from newsmodel.model.expected import expect_article


def loads(data: str | bytes) -> Article:
    """The article of a document of any version from 1.0 to 3.1.

    Which version it is tell its properties and what it says of itself. What is not as the standard
    wants it is kept as it was and reported in `findings`, each with its line.

    Raises:
        ParseError: it is no JSON object, or nested too deep; with line and column.
        UnsupportedVersionError: it names a major version that is not known here.
        MultipleArticlesError: it is a list of several documents, or the answer of a server that
            holds several or none (`items`, `item`, `_items`).
    """
    return only(tuple(_articles(data)), FORMAT)


def _articles(data: str | bytes) -> Iterator[Article]:
    """The articles of a document, or of a list of documents."""
    documents, text = parsed(data)
    places = Places(text)
    for steps, document in documents.items():
        version = version_of(document)
        article = _article(document, version)
        if article.dialect is not None:
            found = located(problems_in(document, version, steps), places)
            article = changed(article, findings=found)
        yield article


def _article(document: dict[str, Any], version: str) -> Article:
    fresh = modern(document, version)
    identified = isinstance(fresh.get("uri"), str)
    made_up = None if identified else ident_in(fresh) or _made_uri(document)
    article = read_article(fresh, Context(version=version, source=version, id=made_up, read={}))
    if not article.extensions and identified:
        return article
    dialect = Dialect(standard=FORMAT, version=version, identified=identified)
    return changed(article, dialect=dialect)


def _made_uri(document: dict[str, Any]) -> str:
    """An id for a document that names none: the same for the same document."""
    content = json.dumps(document, sort_keys=True).encode()
    return f"urn:newsmodel:ninjs:{hashlib.sha256(content).hexdigest()[:32]}"


def load(source: Source) -> Article:
    """The article of a file; see `loads`."""
    return loads(read_bytes(source))


def iterload(source: Source) -> Iterator[Article]:
    """The article of a file; of several documents in it each, one after another."""
    yield from _articles(read_bytes(source))


def dumps(
    article: Article,
    *,
    version: str = LATEST,
    indent: int | None = None,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> str:
    """An article as a document.

    ninjs goes from system to system: notes to editors, withheld and embargoed news are written.
    What the model marks as not for everybody is left out where ninjs has no mark for it.

    Args:
        article: what to write.
        version: the version of the document: "1.6", "2.1" or "3.1".
        indent: spaces an inner level is set in by; everything on one line without it.
        on_loss: "raise" to stop where something cannot be carried.

    Raises:
        ValueError: that version is not written.
        LossError: something cannot be carried and `on_loss` is "raise".
        ArgumentError: it is no article.
    """
    expect_word("on_loss", on_loss, "ignore", "raise")
    if on_loss == "raise" and (lost := losses(article, version=version)):
        raise LossError(FORMAT, lost)
    document = _document(article, version)
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(document, ensure_ascii=False, indent=indent, separators=separators)
    if UNWRITABLE.search(text):
        text = json.dumps(document, indent=indent, separators=separators)
    return text


def _document(article: Article, version: str) -> dict[str, Any]:
    expect_article(article)
    expect_word("version", version, *WRITTEN)
    dialect = article.dialect
    source = dialect.version if dialect is not None and dialect.standard == FORMAT else None
    return dated(document_of(article, Context(version=version, source=source)), version)


def dump(
    article: Article,
    target: Target,
    *,
    version: str = LATEST,
    indent: int | None = None,
    on_loss: Literal["ignore", "raise"] = "ignore",
) -> None:
    """Write an article to a path, all at once, or to an open binary file; see `dumps`."""
    text = dumps(article, version=version, indent=indent, on_loss=on_loss)
    write_text(text + "\n", target)


def losses(article: Article, *, version: str = LATEST) -> tuple[Loss, ...]:
    """What a version cannot carry of an article: what reading its document would not give back.

    Raises:
        ValueError: that version is not written.
    """
    again = _article(_document(article, version), version)
    return (*losing.lost(article, again, version), *losing.behind(article))

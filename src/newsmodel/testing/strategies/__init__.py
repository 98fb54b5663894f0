"""Hypothesis strategies for every class of the model.

Each function gives a strategy. All but `text` and the smallest take the same two options:

    for_format: the name of a format that must be able to carry what is made: "newsml" wants
        codes, addresses and versions of the form its schema asks for, "html" an article that may
        be published. Without it anything that the model can hold is made.
    awkward: whether words are to be mostly troublesome: spaces at the ends, markup, scripts that
        run right to left, rare characters.

What is made is small, nested a few levels deep, and makes sense as a whole: ids and languages
within an article occur once, figures mostly show media that are there. There are no findings.
"""

from __future__ import annotations

from typing import TypedDict, TypeVar, Unpack

import attrs
from hypothesis.strategies import SearchStrategy

from newsmodel.formats.registry import format_named
from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Concept,
    Contributor,
    Extension,
    Heading,
    Image,
    ImageCaption,
    Inline,
    InlineQuote,
    Link,
    ListBlock,
    Message,
    Model,
    Paragraph,
    Quote,
    Table,
    Translation,
    Video,
)
from newsmodel.testing.strategies.build import objects
from newsmodel.testing.strategies.text import text
from newsmodel.testing.strategies.values import Taste, codes, ids, moments, tags, urls

__all__ = [
    "articles",
    "block_quotes",
    "blocks",
    "captions",
    "codes",
    "concepts",
    "contributors",
    "extensions",
    "headings",
    "ids",
    "images",
    "inline_quotes",
    "inlines",
    "links",
    "lists",
    "messages",
    "model",
    "moments",
    "paragraphs",
    "quotes",
    "tables",
    "tags",
    "text",
    "translations",
    "urls",
    "videos",
]

T = TypeVar("T")


class Options(TypedDict, total=False):
    """What the strategies take."""

    for_format: str | None
    awkward: bool


def model(cls: type[T], **options: Unpack[Options]) -> SearchStrategy[T]:
    """Objects of any class of the model; of an abstract one such as `Block`, of those below it.

    Raises:
        TypeError: it is no class of the model.
        UnknownFormatError: `for_format` names no format.
    """
    if not (cls is Model or attrs.has(cls)):
        raise TypeError(f"a class of the model was expected, such as Article, not {cls!r}")
    if (name := options.get("for_format")) is not None:
        format_named(name)
    plain: type = cls
    strategy: SearchStrategy[T] = objects(plain, Taste(**options))
    return strategy


def articles(**options: Unpack[Options]) -> SearchStrategy[Article]:
    """Articles with translations, pictures and all the rest."""
    return model(Article, **options)


def translations(**options: Unpack[Options]) -> SearchStrategy[Translation]:
    """Translations, some known by language alone."""
    return model(Translation, **options)


def messages(**options: Unpack[Options]) -> SearchStrategy[Message]:
    """Messages with articles, packages and other items."""
    return model(Message, **options)


def images(**options: Unpack[Options]) -> SearchStrategy[Image]:
    """Pictures with files and captions."""
    return model(Image, **options)


def videos(**options: Unpack[Options]) -> SearchStrategy[Video]:
    """Videos."""
    return model(Video, **options)


def captions(**options: Unpack[Options]) -> SearchStrategy[ImageCaption]:
    """Captions of pictures."""
    return model(ImageCaption, **options)


def concepts(**options: Unpack[Options]) -> SearchStrategy[Concept]:
    """Concepts: subjects, people, places."""
    return model(Concept, **options)


def contributors(**options: Unpack[Options]) -> SearchStrategy[Contributor]:
    """Authors and others who had a part in the work."""
    return model(Contributor, **options)


def links(**options: Unpack[Options]) -> SearchStrategy[Link]:
    """Links, in running text or beside it."""
    return model(Link, **options)


def extensions(**options: Unpack[Options]) -> SearchStrategy[Extension]:
    """What a document said that the model has no field for."""
    return model(Extension, **options)


def blocks(**options: Unpack[Options]) -> SearchStrategy[Block]:
    """Blocks of a body, of every class."""
    return model(Block, **options)


def inlines(**options: Unpack[Options]) -> SearchStrategy[Inline]:
    """Inlines of every class; plain strings are not among them."""
    return model(Inline, **options)


def paragraphs(**options: Unpack[Options]) -> SearchStrategy[Paragraph]:
    """Paragraphs."""
    return model(Paragraph, **options)


def headings(**options: Unpack[Options]) -> SearchStrategy[Heading]:
    """Headings."""
    return model(Heading, **options)


def lists(**options: Unpack[Options]) -> SearchStrategy[ListBlock]:
    """Lists."""
    return model(ListBlock, **options)


def tables(**options: Unpack[Options]) -> SearchStrategy[Table]:
    """Tables."""
    return model(Table, **options)


def block_quotes(**options: Unpack[Options]) -> SearchStrategy[BlockQuote]:
    """Quotations set apart."""
    return model(BlockQuote, **options)


def inline_quotes(**options: Unpack[Options]) -> SearchStrategy[InlineQuote]:
    """Quotations within running text."""
    return model(InlineQuote, **options)


def quotes(**options: Unpack[Options]) -> SearchStrategy[Quote]:
    """Quotations as an article's `quotes` gives them."""
    return model(Quote, **options)

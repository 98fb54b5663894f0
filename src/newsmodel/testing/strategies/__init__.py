"""Hypothesis strategies for every class of the model.

Each function gives a strategy. All but `text` and the smallest take the same two options:

    for_format: the name of a format that must be able to carry what is made. An article holds
        what comes back from it: "html" and "text" want one that may be published, without what
        readers may not see, "ninjs" and "text" one as their documents have it; "newsml" wants
        codes, addresses and versions of the form its schema asks for. Pieces of an article have
        the form the format wants. Without it anything that the model can hold is made.
    awkward: whether words are to be mostly troublesome: spaces at the ends, markup, scripts that
        run right to left, rare characters.

What is made is small, nested a few levels deep, and makes sense as a whole: ids and languages
within an article occur once, figures mostly show media that are there. There are no findings.
"""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import Any, TypeVar

import attrs

try:
    from hypothesis.strategies import SearchStrategy, sampled_from
except ModuleNotFoundError as missing:
    if str(missing.name).partition(".")[0] != "hypothesis":
        raise
    remedy = 'the strategies need their extra: pip install "newsmodel[testing]"'
    raise ModuleNotFoundError(remedy, name=missing.name) from None

from newsmodel.errors import OptionError
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
from newsmodel.testing.strategies.whole import carried

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


def model(
    cls: type[T], *, for_format: str | None = None, awkward: bool = False
) -> SearchStrategy[T]:
    """Objects of any class of the model; of an abstract one such as `Block`, of those below it.

    Of a vocabulary such as `Status` they are its words.

    Raises:
        TypeError: it is no class of the model.
        UnknownFormatError: `for_format` names no format.
    """
    plain: Any = cls
    if not _is_made_up(plain):
        raise TypeError(f"a class of the model was expected, such as Article, not {plain!r}")
    if for_format is not None:
        format_named(for_format)
    if issubclass(plain, Enum):
        return sampled_from(plain)
    strategy: SearchStrategy[Any] = objects(plain, Taste(for_format=for_format, awkward=awkward))
    if plain is Article and for_format is not None:
        strategy = strategy.map(partial(carried, format=for_format))
    return strategy


def _is_made_up(cls: Any) -> bool:
    return isinstance(cls, type) and (attrs.has(cls) or issubclass(cls, Model | Enum))


def articles(*, for_format: str | None = None, awkward: bool = False) -> SearchStrategy[Article]:
    """Articles with translations, pictures and all the rest."""
    return model(Article, for_format=for_format, awkward=awkward)


def translations(
    *, for_format: str | None = None, awkward: bool = False
) -> SearchStrategy[Translation]:
    """Translations, some known by language alone."""
    return model(Translation, for_format=for_format, awkward=awkward)


def messages(*, for_format: str | None = None, awkward: bool = False) -> SearchStrategy[Message]:
    """Messages with articles, packages and other items.

    Raises:
        UnknownFormatError: `for_format` names no format.
        OptionError: it names one that holds articles only.
    """
    if for_format is not None and not hasattr(format_named(for_format).module, "loads_message"):
        remedy = f"{for_format} holds articles, and no messages"
        raise OptionError("for_format", for_format, remedy)
    return model(Message, for_format=for_format, awkward=awkward)


def images(*, for_format: str | None = None, awkward: bool = False) -> SearchStrategy[Image]:
    """Pictures with files and captions."""
    return model(Image, for_format=for_format, awkward=awkward)


def videos(*, for_format: str | None = None, awkward: bool = False) -> SearchStrategy[Video]:
    """Videos."""
    return model(Video, for_format=for_format, awkward=awkward)


def captions(
    *, for_format: str | None = None, awkward: bool = False
) -> SearchStrategy[ImageCaption]:
    """Captions of pictures."""
    return model(ImageCaption, for_format=for_format, awkward=awkward)


def concepts(*, for_format: str | None = None, awkward: bool = False) -> SearchStrategy[Concept]:
    """Concepts: subjects, people, places."""
    return model(Concept, for_format=for_format, awkward=awkward)


def contributors(
    *, for_format: str | None = None, awkward: bool = False
) -> SearchStrategy[Contributor]:
    """Authors and others who had a part in the work."""
    return model(Contributor, for_format=for_format, awkward=awkward)


def links(*, for_format: str | None = None, awkward: bool = False) -> SearchStrategy[Link]:
    """Links, in running text or beside it."""
    return model(Link, for_format=for_format, awkward=awkward)


def extensions(
    *, for_format: str | None = None, awkward: bool = False
) -> SearchStrategy[Extension]:
    """What a document said that the model has no field for."""
    return model(Extension, for_format=for_format, awkward=awkward)


def blocks(*, for_format: str | None = None, awkward: bool = False) -> SearchStrategy[Block]:
    """Blocks of a body, of every class."""
    return model(Block, for_format=for_format, awkward=awkward)


def inlines(*, for_format: str | None = None, awkward: bool = False) -> SearchStrategy[Inline]:
    """Inlines of every class; plain strings are not among them."""
    return model(Inline, for_format=for_format, awkward=awkward)


def paragraphs(
    *, for_format: str | None = None, awkward: bool = False
) -> SearchStrategy[Paragraph]:
    """Paragraphs."""
    return model(Paragraph, for_format=for_format, awkward=awkward)


def headings(*, for_format: str | None = None, awkward: bool = False) -> SearchStrategy[Heading]:
    """Headings."""
    return model(Heading, for_format=for_format, awkward=awkward)


def lists(*, for_format: str | None = None, awkward: bool = False) -> SearchStrategy[ListBlock]:
    """Lists."""
    return model(ListBlock, for_format=for_format, awkward=awkward)


def tables(*, for_format: str | None = None, awkward: bool = False) -> SearchStrategy[Table]:
    """Tables."""
    return model(Table, for_format=for_format, awkward=awkward)


def block_quotes(
    *, for_format: str | None = None, awkward: bool = False
) -> SearchStrategy[BlockQuote]:
    """Quotations set apart."""
    return model(BlockQuote, for_format=for_format, awkward=awkward)


def inline_quotes(
    *, for_format: str | None = None, awkward: bool = False
) -> SearchStrategy[InlineQuote]:
    """Quotations within running text."""
    return model(InlineQuote, for_format=for_format, awkward=awkward)


def quotes(*, for_format: str | None = None, awkward: bool = False) -> SearchStrategy[Quote]:
    """Quotations as an article's `quotes` gives them."""
    return model(Quote, for_format=for_format, awkward=awkward)

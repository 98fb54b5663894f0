"""Marking the quotations of an article: typed quotes where there were only quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol, TypeVar

import attrs

from newsmodel.model import (
    Article,
    BlockQuote,
    Concept,
    Embed,
    Heading,
    InlineQuote,
    LanguageVersion,
    Preformatted,
    Speaker,
    Text,
    Translation,
)
from newsmodel.model.expected import expect_article
from newsmodel.model.nodes import Inline, Node
from newsmodel.model.tree import branches, replaced, walk_nodes
from newsmodel.quotes.find import find_quotes
from newsmodel.quotes.found import FoundQuote
from newsmodel.quotes.runs import UncutError, quoted_ranges, text_of_run, wrapped
from newsmodel.quotes.words import QuoteWords

__all__ = ["mark"]

V = TypeVar("V", Article, Translation)
Stretch = tuple[Any, ...]


class _Visit(Protocol):
    def __call__(self, stretch: Stretch, *, context: bool) -> Sequence[Any]: ...


_ASIDE = (Embed, Preformatted)
_CONTEXT = (BlockQuote, Heading)


def mark(article: Article, *, words: QuoteWords | None = None) -> Article:
    """The article with its quotations marked, each with its speaker; its text stays as it is.

    Translations are marked in their own languages.  What is marked already stays untouched, and
    marking twice is marking once.  Quotations in headings, block quotations and preformatted
    text are left as they are; so is one whose mark stands inside a link that goes on beyond it.

    Args:
        article: the article.
        words: the words to attribute with, instead of those kept for each language.

    Raises:
        ArgumentError: it is no article.
    """
    expect_article(article)
    known = tuple(_known(article))
    marked = _marked(article, article.language, known, words)
    translations = tuple(
        _marked(each, each.language, (*known, *_known(each)), words)
        for each in article.translations
    )
    return attrs.evolve(marked, translations=translations)


def _marked(version: V, language: str | None, known: Sequence[str], words: QuoteWords | None) -> V:
    stretches: list[tuple[str, bool, Stretch]] = []

    def note(stretch: Stretch, *, context: bool) -> Stretch:
        stretches.append(("".join(map(text_of_run, stretch)), context, stretch))
        return stretch

    _visited(version.body, note)
    text = "\n".join(stretch[0] for stretch in stretches)
    quotes = find_quotes(text, language, known=known, words=words)
    if not quotes:
        return version
    ids = _Ids(version)
    made = [(quote, _inline(quote, text, ids)) for quote in quotes]
    changes = _changes(stretches, made)

    def change(stretch: Stretch, *, context: bool) -> Sequence[Any]:
        return stretch if context else next(changes)

    body = _visited(version.body, change)
    new: V = replaced(version, "body", body)
    return new


def _visited(nodes: Sequence[Any], visit: _Visit, *, context: bool = False) -> tuple[Any, ...]:
    """The nodes with every stretch of running text in them replaced by what ``visit`` gives."""
    out: list[Any] = []
    stretch: list[Any] = []
    for node in (*nodes, None):
        if isinstance(node, str | Inline):
            stretch.append(node)
            continue
        if stretch:
            out.extend(visit(tuple(stretch), context=context))
            stretch = []
        if node is not None:
            out.append(_inside(node, visit, context=context))
    return tuple(out)


def _inside(node: Node, visit: _Visit, *, context: bool) -> Node:
    if isinstance(node, _ASIDE):
        return node
    context = context or isinstance(node, _CONTEXT)
    for name in branches(type(node)):
        node = replaced(node, name, _visited(getattr(node, name), visit, context=context))
    return node


def _changes(
    stretches: Sequence[tuple[str, bool, Stretch]],
    quotes: Sequence[tuple[FoundQuote, InlineQuote]],
) -> Iterator[Sequence[Any]]:
    """What stands in the place of each stretch that is no context, in order."""
    start = n = 0
    for text, context, stretch in stretches:
        first = n
        while n < len(quotes) and quotes[n][0].start <= start + len(text):
            n += 1
        if not context:
            yield _with_quotes(stretch, quotes[first:n], start)
        start += len(text) + 1


def _with_quotes(
    stretch: Stretch, quotes: Sequence[tuple[FoundQuote, InlineQuote]], start: int
) -> Sequence[Any]:
    """A stretch with its quotations put in, the last first, so that offsets stay right."""
    taken = list(quoted_ranges(stretch))
    runs: Sequence[Any] = stretch
    for found, inline in reversed(quotes):
        inner = found.start - start, found.end - start
        outer = inner[0] - len(found.marks[0]), inner[1] + len(found.marks[1])
        if any(a < outer[1] and outer[0] < b for a, b in taken):
            continue
        try:
            runs = wrapped(runs, outer, inner, inline)
        except UncutError:
            continue
    return runs


@attrs.frozen
class _Ids:
    """Ids for the quotations of a body that clash with none there."""

    version: LanguageVersion
    first: int = attrs.field(init=False)

    @first.default
    def _after_all(self) -> int:
        ids = (getattr(node, "id", None) or "" for _, node in walk_nodes(self.version.body))
        return max((int(i[1:]) for i in ids if i[:1] == "q" and _is_number(i[1:])), default=0)

    def of(self, quote: FoundQuote) -> str:
        """The id that the pieces of a quotation share."""
        return f"q{self.first + quote.group}"


def _is_number(digits: str) -> bool:
    return digits.isascii() and digits.isdigit() and len(digits) < 10


def _inline(quote: FoundQuote, text: str, ids: _Ids) -> InlineQuote:
    place = quote.attribution_span
    return InlineQuote(
        id=ids.of(quote),
        marks=quote.marks,
        speaker=_speaker(quote),
        attribution=text[place[0] : place[1]] if place else None,
        medium=quote.medium,
        kind=quote.kind,
    )


def _speaker(quote: FoundQuote) -> Speaker | None:
    if quote.speaker is None:
        return None
    person = quote.person and Concept(type="person", names=(Text(value=quote.person),))
    named = quote.person is None or quote.person.split()[-1] in quote.speaker
    role = None if named or len(quote.speaker.split()) < 2 else quote.speaker
    return Speaker(printed=quote.speaker, person=person or None, role=role)


def _known(version: LanguageVersion) -> Iterator[str]:
    """The texts of an article that name people beside its body."""
    yield from filter(None, (version.headline, version.summary, version.byline))
    for text in (*version.headlines, *version.descriptions):
        yield text.value
    for subject in version.subjects:
        yield from (name.value for name in subject.names)
    for media in (*version.images, *version.videos) if isinstance(version, Article) else ():
        for caption in media.captions:
            yield from filter(None, (caption.text, caption.printed))
        for person in media.people_shown:
            yield from (name.value for name in person.names)

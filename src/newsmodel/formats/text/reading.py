"""Articles out of a page's plain text."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from itertools import groupby

import attrs

from newsmodel.formats._shared.files import Source, read_bytes
from newsmodel.formats._shared.text import decoded, writable
from newsmodel.formats.text.lines import (
    blocks_of,
    bullet,
    caption_of,
    is_byline,
    is_heading,
    lines_of,
)
from newsmodel.language import guess_language, switcher_languages
from newsmodel.model import (
    Article,
    Block,
    Figure,
    Heading,
    Image,
    ImageCaption,
    ImageRole,
    LineBreak,
    ListBlock,
    ListItem,
    Paragraph,
    Problem,
    Severity,
    Translation,
)
from newsmodel.quotes import mark

FORMAT = "text"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:x-newsmodel:text")


def loads(
    data: str | bytes,
    *,
    id: str | None = None,
    language: str | None = None,
    find_quotes: bool = True,
) -> Article:
    """The article of a page's text, as pasted.

    Args:
        data: the text; bytes are UTF-8. Blank lines part its blocks, else every line is one.
        id: the article's id; without it one is made of the content, the same for the same text.
        language: the language; without it the text's words tell, and `findings` says so.
        find_quotes: mark the quotations found in the text, with their speakers.

    Raises:
        ParseError: bytes are not UTF-8.
        FieldError: the language is no language tag.
    """
    blocks = blocks_of(writable(decoded(data, FORMAT)))
    languages = switcher_languages(blocks[0]) if blocks else ()
    blocks = blocks[1:] if languages else blocks
    chosen, findings = _language(blocks, languages, language)
    page = _Page(blocks, chosen)
    article = Article(
        id=id if id is not None else _made_id(page),
        language=chosen,
        headline=page.headline,
        byline=page.byline,
        body=page.body,
        translations=tuple(Translation(language=tag) for tag in languages if tag != chosen),
        images=page.images,
        findings=(*findings, *page.findings),
    )
    return mark(article) if find_quotes else article


def load(source: Source) -> Article:
    """The article of a file; see `loads`."""
    return loads(read_bytes(source))


def iterload(source: Source) -> Iterator[Article]:
    """The article of a file, as the only one it holds."""
    yield load(source)


def _made_id(page: _Page) -> str:
    content = "\n".join([page.headline or "", *(block.text for block in page.body)])
    return uuid.uuid5(_NAMESPACE, content).urn


def _language(
    blocks: list[str], languages: tuple[str, ...], given: str | None
) -> tuple[str | None, tuple[Problem, ...]]:
    """The language of a text, and what had to be guessed for it."""
    if given is not None:
        return given, ()
    guess = guess_language("\n".join(blocks))
    if guess is None:
        return None, (_problem("text.no-language", "the language could not be told: give it"),)
    message = f"no language was given: {guess.language!r} by the words of the text"
    if languages and guess.language not in languages:
        message += f", though the switcher names only {', '.join(languages)}"
    return guess.language, (_problem("text.guessed-language", message),)


def _problem(rule: str, message: str) -> Problem:
    return Problem(rule=rule, severity=Severity.INFO, path="$", message=message)


class _Page:
    """The blocks of a page, told apart one after another."""

    def __init__(self, blocks: list[str], language: str | None) -> None:
        self.headline = " ".join(lines_of(blocks[0])) if blocks else None
        self.byline: str | None = None
        self.images: tuple[Image, ...] = ()
        self.findings: tuple[Problem, ...] = ()
        self._language = language
        body: list[Block] = []
        rest = blocks[1:]
        for index, block in enumerate(rest):
            last = index == len(rest) - 1
            body += self._blocks(block, first=not body, last=last)
        self.body = tuple(body)

    def _blocks(self, block: str, *, first: bool, last: bool) -> list[Block]:
        if first and block == self.headline:
            self.findings += (_problem("text.repeated-headline", "the headline stood there twice"),)
            return []
        if first and self.byline is None and is_byline(block, self._language):
            self.byline = block
            return []
        caption = caption_of(block, self._language, self.headline, first=first)
        if caption is not None:
            return self._figure(caption, lead=first and not self.images)
        if is_heading(block) and not last:
            return [Heading(content=block)]
        return _lists_and_paragraphs(lines_of(block))

    def _figure(self, caption: ImageCaption, *, lead: bool) -> list[Block]:
        """Note a picture; one within the text keeps its place, the lead needs none."""
        printed = f"{self.headline}\n{len(self.images)}\n{caption.printed}"
        ident = uuid.uuid5(_NAMESPACE, printed).urn
        caption = attrs.evolve(caption, language=self._language)
        role = ImageRole.LEAD if lead else ImageRole.INLINE
        self.images += (Image(id=ident, role=role, captions=(caption,)),)
        return [] if lead else [Figure(image_id=ident)]


def _lists_and_paragraphs(lines: list[str]) -> list[Block]:
    blocks: list[Block] = []
    for ordered, group in groupby(lines, _order):
        part = list(group)
        blocks.append(_paragraph(part) if ordered is None else _list(part, ordered=ordered))
    return blocks


def _order(line: str) -> bool | None:
    """Whether a line is an item of an ordered list, of another list, or of none."""
    found = bullet(line)
    return None if found is None else found[0]


def _list(lines: list[str], *, ordered: bool) -> ListBlock:
    items = [found for line in lines if (found := bullet(line))]
    start = items[0][1]
    return ListBlock(
        ordered=ordered,
        start=start if ordered and start != 1 else None,
        items=[ListItem(content=_broken(words.split("\n"))) for _, _, words in items],
    )


def _paragraph(lines: list[str]) -> Paragraph:
    return Paragraph(content=_broken(lines))


def _broken(lines: list[str]) -> list[str | LineBreak]:
    """Lines as running text."""
    runs: list[str | LineBreak] = []
    for line in lines:
        runs += [LineBreak(), line] if runs else [line]
    return runs

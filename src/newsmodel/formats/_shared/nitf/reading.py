"""From a document in NITF to the nodes of a body and what stands around it."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Sequence
from typing import Any

import attrs
from lxml import etree

from newsmodel.formats._shared.nitf.elements import NITF, when
from newsmodel.formats._shared.nitf.images import Images, NitfImage
from newsmodel.formats._shared.nitf.media import address_of, files_of, line_of_attribute, named
from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.xhtml.vocabulary import Element, is_hidden, split_name
from newsmodel.formats._shared.xhtml.walking import Walker
from newsmodel.formats._shared.xhtml.words import line_of, title_of
from newsmodel.model import Block, Dateline, Paragraph, Section, SectionKind

__all__ = ["NitfBody", "read"]


@attrs.frozen(kw_only=True)
class NitfBody:
    """What the body of a document in NITF says."""

    blocks: tuple[Block, ...] = ()
    """Its text, before it the notes that stand above it, and after it what ends the document."""
    headline: str | None = None
    """Its headline."""
    title: str | None = None
    """The title in its head, which mostly repeats the headline."""
    subheadlines: tuple[str, ...] = ()
    """Further headlines, in order."""
    byline: str | None = None
    """Who wrote it, as printed; the lines of several joined by a semicolon."""
    names: str | None = None
    """The byline without the titles in it (`byttl`)."""
    dateline: Dateline | None = None
    """Where and when it was filed."""
    abstract: tuple[Block, ...] = ()
    """What it says in short."""
    distributor: str | None = None
    """Who sends it."""
    notes: tuple[Block, ...] = ()
    """The notes that its blocks begin with; those to editors, and rights, are not for readers."""
    images: tuple[NitfImage, ...] = ()
    """Its pictures, videos and sounds, those that `Figure` blocks name and any others."""
    faithful: bool = False
    """Whether all of it could be written again: nothing writes NITF yet."""
    capitals: bool = False
    """Whether names in it that are known are in capital letters."""


def read(
    element: Element,
    figure: Callable[[Sequence[str]], str | None] | None = None,
    language: str | None = None,
) -> NitfBody:
    """The body of a document in NITF of any namespace, or of a part of one.

    Args:
        element: the document, or the part.
        figure: tells the id of what has these addresses; left out, each picture gets one of its
            own and is among the images.
        language: the language of the text, as in `BodyReader`.
    """
    images = Images(language)

    def known(media: Element) -> str | None:
        return figure(_addresses(media)) if figure is not None else None

    take = images.take if figure is None else known
    walker = Walker(NITF, html=False, exact=False, figure=take, language=language)
    bodies = list(named(element, "body"))
    alone = len(bodies) == 1 and split_name(element)[1].lower() == "nitf"
    body = bodies[0] if alone else element
    walker.enter(body)
    head = _Head(walker)
    messages = [line_of_attribute(each.get("info")) for each in element.iter("{*}ed-msg")]
    for line in messages:
        head.tell_editors(line)
    for each in named(element, "body.head"):
        head.read(each)
    return NitfBody(
        blocks=(*head.notes, *_without(messages, walker.blocks(body))),
        headline=head.headlines[0] if head.headlines else None,
        title=title_of(element),
        subheadlines=tuple(head.headlines[1:]),
        byline="; ".join(head.bylines) or None,
        names="; ".join(head.names) or None,
        dateline=head.dateline,
        abstract=tuple(head.abstract),
        distributor=head.distributor,
        notes=tuple(head.notes),
        images=tuple(images.found),
        capitals=walker.capitals,
    )


def _without(messages: Sequence[str], blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks less a last one that only repeats a message to editors, as Superdesk's taglines do."""
    repeats = blocks and isinstance(blocks[-1], Paragraph) and blocks[-1].text in messages
    return blocks[:-1] if repeats else blocks


class _Head:
    """What stands above the text, gathered element by element."""

    def __init__(self, walker: Walker) -> None:
        self._walker = walker
        self.headlines: list[str] = []
        self.bylines: list[str] = []
        self.names: list[str] = []
        self.dateline: Dateline | None = None
        self.abstract: list[Block] = []
        self.distributor: str | None = None
        self.notes: list[Block] = []

    def read(self, head: Element) -> None:
        """Take in one `body.head`; of what has no place in an article, only the pictures."""
        for child in head:
            name = split_name(child)[1].lower()
            if name == "note":
                self._note(child)
            elif name in _TAKEN and not is_hidden(child.items()):
                _TAKEN[name](self, child)
            else:
                self._walker.one(child, [])

    def tell_editors(self, line: str) -> None:
        """Add what is said to editors alone, as a note that is not for readers."""
        if line:
            words = Paragraph(content=line)
            self.notes.append(Section(kind=SectionKind.ASIDE, public=False, blocks=(words,)))

    def _note(self, element: Element) -> None:
        found: list[Any] = []
        self._walker.one(element, found)
        self.notes += self._walker.gathered(found)

    def _rights(self, element: Element) -> None:
        self.tell_editors(self._walker.words(element))

    def _headline(self, element: Element) -> None:
        parts = [element.text or ""]
        for child in element:
            parts += [line_of(child), child.tail or ""]
        lines = [" ".join(writable(part).split()) for part in parts]
        self.headlines += [line for line in lines if line]

    def _line(self, element: Element) -> None:
        self.headlines += filter(None, [line_of(element)])

    def _byline(self, element: Element) -> None:
        self.bylines += filter(None, [line_of(element)])
        named = copy.deepcopy(element)
        etree.strip_elements(named, "{*}byttl", with_tail=False)
        self.names += filter(None, [line_of(named).rstrip(" ,;")])

    def _dateline(self, element: Element) -> None:
        if self.dateline is not None:
            return
        place = next(named(element, "location"), None)
        told = next(named(element, "story.date"), None)
        line = _without_stamp(line_of(element), line_of(told) if told is not None else "")
        where = (line_of(place) or None) if place is not None else None
        if line or where:
            date = when(told.get("norm")) if told is not None else None
            self.dateline = Dateline(text=line or None, place=where, date=date)

    def _abstract(self, element: Element) -> None:
        self.abstract += self._walker.blocks(element)

    def _distributor(self, element: Element) -> None:
        self.distributor = self.distributor or line_of(element) or None


_STAMP = re.compile(
    r"\d{8}|(?:\d{8}|\d{4}-\d\d-\d\d)T\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?(?:\d\d)?)?"
)


def _without_stamp(line: str, date: str) -> str:
    """A dateline without the words of its date where these are a machine's."""
    if _STAMP.fullmatch(date or line) is None:
        return line
    return " ".join(line.replace(date or line, " ", 1).split()).strip(" ,;")


_TAKEN: dict[str, Callable[[_Head, Element], None]] = {
    "hedline": _Head._headline,
    "headline": _Head._headline,
    "hl1": _Head._line,
    "hl2": _Head._line,
    "byline": _Head._byline,
    "dateline": _Head._dateline,
    "abstract": _Head._abstract,
    "distributor": _Head._distributor,
    "rights": _Head._rights,
}
"""How each element above the text is taken in."""


def _addresses(element: Element) -> list[str]:
    return [href for href in map(address_of, files_of(element)) if href]

"""What rules look at: an article, gone through once, with everything in it by kind."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeAlias, TypeVar

from newsmodel.language import is_registered
from newsmodel.language.tags import codes
from newsmodel.model import (
    Article,
    Audio,
    BlockQuote,
    Image,
    ImageCaption,
    InlineQuote,
    LanguageVersion,
    Media,
    Paragraph,
    QuoteKind,
    Translation,
    Video,
)
from newsmodel.model.base import Model
from newsmodel.validation.walking import Kinds, Notes, Run, Spot, Value, visitor

__all__ = ["MARK", "Spot", "Story", "Version"]

MARK = re.compile('["“”„‟«»「」『』＂]')
"""A double quotation mark, or what stands for one."""

Marked: TypeAlias = tuple[int, Spot[Paragraph], str, list[str]]

M = TypeVar("M", bound=Model)

ODD = re.compile(
    "[\x7f-\x84\x86-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffd\U000e0000-\U000e007f]"
)
"""Characters that control, that change the direction of text, or that stand for lost ones."""


@functools.cache
def _languages() -> frozenset[str]:
    """The languages of two letters: most tags are one, and need no looking up."""
    return frozenset(codes()["languages"])


class Version:
    """One language version of an article: itself, or a translation."""

    def __init__(self, spot: Spot[LanguageVersion]) -> None:
        self.node: LanguageVersion = spot.node
        """The version."""
        self.path: str = spot.path
        """Where it is: `$` or `$.translations[0]`."""
        self.runs: list[Run] = []
        """The strings of its body that readers see: what holds each, field, index, string."""
        self.kinds: Kinds = defaultdict(list)

    @property
    def language(self) -> str | None:
        """Its language."""
        return self.node.language

    @cached_property
    def text(self) -> str:
        """The plain text of its body."""
        return "\n".join(filter(None, self._blocks.values()))

    @cached_property
    def _blocks(self) -> dict[int, str]:
        """The text of each block of the body, by the identity of the block."""
        return {id(block): block.text for block in self.node.body}

    @cached_property
    def paragraphs(self) -> list[tuple[Spot[Paragraph], str]]:
        """Its paragraphs with their plain text."""
        known, spots = self._blocks, self.all(Paragraph)
        return [
            (spot, known[key] if (key := id(spot.node)) in known else spot.node.text)
            for spot in spots
        ]

    @cached_property
    def marked(self) -> list[Marked]:
        """Its paragraphs with double quotation marks: number, place, text, and the marks."""
        found = [
            (number, spot, text, MARK.findall(text))
            for number, (spot, text) in enumerate(self.paragraphs)
        ]
        return [each for each in found if each[3]]

    @cached_property
    def quotations(self) -> list[list[Spot[InlineQuote] | Spot[BlockQuote]]]:
        """Its quotations, each as its marked pieces; pull quotes only repeat and are left out."""
        spots: list[Spot[InlineQuote] | Spot[BlockQuote]] = [
            *self.all(InlineQuote),
            *self.all(BlockQuote),
        ]
        found: dict[object, list[Spot[InlineQuote] | Spot[BlockQuote]]] = {}
        for spot in spots:
            key = spot if spot.node.id is None else spot.node.id
            if spot.node.kind is not QuoteKind.PULL:
                found.setdefault(key, []).append(spot)
        return list(found.values())

    @property
    def lines(self) -> Iterator[tuple[str, str]]:
        """What readers see of it beside its body, each with its path."""
        node = self.node
        for name in ("headline", "summary", "byline"):
            if value := getattr(node, name):
                yield f"{self.path}.{name}", value
        for name in ("headlines", "descriptions"):
            for index, label in enumerate(getattr(node, name)):
                yield f"{self.path}.{name}[{index}]", label.value

    def all(self, kind: type[M]) -> Sequence[Spot[M]]:
        """The nodes of its body that are of a class, in order, each with its place."""
        return self.kinds.get(kind, ())


class Story:
    """An article, gone through once: everything in it by kind, each with its place."""

    def __init__(self, article: Article) -> None:
        self.article: Article = article
        """The article."""
        self._notes = Notes()
        self._kinds: Kinds = defaultdict(list)
        self._known: dict[str, bool] = {}
        top: Spot[LanguageVersion] = Spot(article)
        spots = [Spot(each, top, "translations", n) for n, each in enumerate(article.translations)]
        self.versions: list[Version] = [self._visited(spot) for spot in (top, *spots)]
        """The article itself and its translations."""
        self.texts: list[Version] = [version for version in self.versions if version.node.body]
        """Those of them that have a body."""

    def _visited(self, spot: Spot[LanguageVersion]) -> Version:
        """A language version, gone through."""
        version = Version(spot)
        visitor(type(spot.node))(spot.node, spot, self._kinds, [], self._notes)
        for index, block in enumerate(spot.node.body):
            inner = Spot(block, spot, "body", index)
            visitor(type(block))(block, inner, version.kinds, version.runs, self._notes)
        return version

    @property
    def tags(self) -> Sequence[Value]:
        """Every language tag: what holds it, the name of the field, the tag."""
        return self._notes.tags

    @property
    def times(self) -> Sequence[Value]:
        """Every moment and day: what holds it, the name of the field, the time."""
        return self._notes.times

    @property
    def addresses(self) -> Sequence[Value]:
        """Every address: what holds it, the name of the field, the address."""
        return self._notes.addresses

    @cached_property
    def classes(self) -> frozenset[type]:
        """The classes of all that it holds."""
        return frozenset(self._kinds).union(*[version.kinds for version in self.versions])

    @cached_property
    def translations(self) -> list[tuple[Version, Translation]]:
        """Its translations, each with what was found in it."""
        return list(zip(self.versions[1:], self.article.translations, strict=True))

    def all(self, kind: type[M]) -> Sequence[Spot[M]]:
        """What is of a class, in order, each with its place; bodies left out: see `Version.all`."""
        return self._kinds.get(kind, ())

    @cached_property
    def media(self) -> Sequence[Spot[Media]]:
        """Its pictures, videos and sounds."""
        return [*self.all(Image), *self.all(Video), *self.all(Audio)]

    def is_registered(self, tag: str) -> bool:
        """Whether every part of a language tag is in the IANA registry."""
        if tag not in self._known:
            self._known[tag] = tag in _languages() or is_registered(tag)
        return self._known[tag]

    @cached_property
    def lines(self) -> list[tuple[str, str]]:
        """What readers see beside the bodies, each with its path: headlines, captions and so on."""
        lines = [line for version in self.versions for line in version.lines]
        for spot in self.all(ImageCaption):
            shown = [(n, getattr(spot.node, n)) for n in ("text", "alt_text", "credit")]
            lines += [(f"{spot.path}.{name}", value) for name, value in shown if value]
        return lines

    @cached_property
    def shown(self) -> str:
        """All that readers see, in one string: quick to search for what is seldom there."""
        return "\n".join([*(v.text for v in self.texts), *(line for _, line in self.lines)])

    @cached_property
    def has_odd_characters(self) -> bool:
        """Whether readers are shown a character that is seldom meant; most texts have none."""
        return not self.shown.isascii() and ODD.search(self.shown) is not None

    @property
    def strings(self) -> Iterator[tuple[str, str]]:
        """Every string readers see, each with its path."""
        yield from self.lines
        for version in self.versions:
            for spot, field, index, words in version.runs:
                yield f"{spot.path}.{field}[{index}]", words

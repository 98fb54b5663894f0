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

    def __init__(self, spot: Spot[LanguageVersion], beside: Kinds, notes: Notes) -> None:
        node = spot.node
        self.node: LanguageVersion = node
        """The version."""
        self.path: str = spot.path
        """Where it is: `$` or `$.translations[0]`."""
        self.runs: list[Run] = []
        """The strings of its body that readers see: what holds each, field, index, string."""
        self.kinds: Kinds = defaultdict(list)
        visitor(type(node))(node, spot, beside, [], notes)
        for index, block in enumerate(node.body):
            inner = Spot(block, spot, "body", index)
            visitor(type(block))(block, inner, self.kinds, self.runs, notes)
        texts = [block.text for block in node.body]
        self.text: str = "\n".join(filter(None, texts))
        """The plain text of its body."""
        self._texts: dict[int, str] = dict(zip(map(id, node.body), texts, strict=True))

    @property
    def language(self) -> str | None:
        """Its language."""
        return self.node.language

    @cached_property
    def paragraphs(self) -> list[tuple[Spot[Paragraph], str]]:
        """Its paragraphs with their plain text."""
        known = self._texts.get
        return [(s, known(id(s.node)) or s.node.text) for s in self.all(Paragraph)]

    @cached_property
    def marked(self) -> list[Marked]:
        """Its paragraphs with double quotation marks: number, place, text, and the marks."""
        found = [
            (number, spot, text, _marks(text))
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
    def lines(self) -> list[tuple[str, str]]:
        """What readers see of it beside its body: where in it, and the words."""
        node = self.node
        known = [(n, getattr(node, n)) for n in ("headline", "summary", "byline")]
        for name in ("headlines", "descriptions"):
            known += [(f"{name}[{i}]", text.value) for i, text in enumerate(getattr(node, name))]
        return [(name, words) for name, words in known if words]

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
        self.versions: list[Version] = [
            Version(spot, self._kinds, self._notes) for spot in (top, *spots)
        ]
        """The article itself and its translations."""
        self.texts: list[Version] = [version for version in self.versions if version.node.body]
        """Those of them that have a body."""
        self.translations: list[tuple[Version, Translation]] = list(
            zip(self.versions[1:], article.translations, strict=True)
        )
        """Its translations, each with what was found in it."""
        self.media: list[Spot[Media]] = [*self.all(Image), *self.all(Video), *self.all(Audio)]
        """Its pictures, videos and sounds."""
        beside = [words for version in self.versions for _, words in version.lines]
        beside += [words for spot in self.all(ImageCaption) for _, words in _lines(spot.node)]
        self.shown: str = "\n".join([*(version.text for version in self.texts), *beside])
        """All that readers see, in one string: quick to search for what is seldom there."""

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

    @property
    def classes(self) -> frozenset[type]:
        """The classes of all that it holds."""
        return frozenset(self._kinds).union(*[version.kinds for version in self.versions])

    def all(self, kind: type[M]) -> Sequence[Spot[M]]:
        """What is of a class, in order, each with its place; bodies left out: see `Version.all`."""
        return self._kinds.get(kind, ())

    def is_registered(self, tag: str) -> bool:
        """Whether every part of a language tag is in the IANA registry."""
        if tag not in self._known:
            self._known[tag] = tag in _languages() or is_registered(tag)
        return self._known[tag]

    @cached_property
    def has_odd_characters(self) -> bool:
        """Whether readers are shown a character that is seldom meant; most texts have none."""
        return not self.shown.isascii() and ODD.search(self.shown) is not None

    @property
    def strings(self) -> Iterator[tuple[str, str]]:
        """Every string readers see, each with its path."""
        for version in self.versions:
            yield from ((f"{version.path}.{name}", words) for name, words in version.lines)
            for spot, field, index, words in version.runs:
                yield f"{spot.path}.{field}[{index}]", words
        for caption in self.all(ImageCaption):
            for name, words in _lines(caption.node):
                yield f"{caption.path}.{name}", words


def _marks(text: str) -> list[str]:
    """The double quotation marks of a text; counting is quicker where there is but one sort."""
    return ['"'] * text.count('"') if text.isascii() else MARK.findall(text)


def _lines(caption: ImageCaption) -> list[tuple[str, str]]:
    """What readers see of a caption: where in it, and the words."""
    known = [(n, getattr(caption, n)) for n in ("text", "alt_text", "credit")]
    return [(name, words) for name, words in known if words]

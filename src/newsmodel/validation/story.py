"""What rules look at: an article, gone through once, with everything in it by kind."""

from __future__ import annotations

import re
import types
import typing
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from operator import attrgetter
from typing import Any, Generic, TypeVar

import attrs

from newsmodel.language import is_registered
from newsmodel.language.tags import codes
from newsmodel.model import (
    Article,
    Audio,
    BlockQuote,
    Embed,
    Image,
    ImageCaption,
    InlineQuote,
    LanguageVersion,
    Media,
    Paragraph,
    QuoteKind,
    Section,
    Translation,
    Video,
)
from newsmodel.model.base import Model, Tag, When, fields_of, hints, per_class

__all__ = ["MARK", "Spot", "Story", "Version"]

MARK = re.compile('["“”„‟«»「」『』＂]')
"""A double quotation mark, or what stands for one."""

M = TypeVar("M", bound=Model)
M_co = TypeVar("M_co", bound=Model, covariant=True)

ODD = re.compile(
    "[\x7f-\x84\x86-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffd\U000e0000-\U000e007f]"
)
"""Characters that control, that change the direction of text, or that stand for lost ones."""

Run = tuple["Spot[Any]", str, int, str]
Value = tuple["Spot[Any]", str, Any]

PARTS, PART, TAG, TIME, ADDRESS = range(5)
ADDRESSES = frozenset({"url", "href", "source_url"})
# The rest of other items, what was carried, and what programs say of one another.
SKIPPED = frozenset(
    "item target findings dialect extensions catalogs hops generators message_header parts "
    "attributes".split()
)


class Spot(Generic[M_co]):
    """An object of the model and where it is in its article."""

    __slots__ = ("_field", "_index", "_within", "node")

    def __init__(
        self, node: M_co, within: Spot[Any] | None = None, field: str = "", index: int | None = None
    ) -> None:
        self.node: M_co = node
        self._within = within
        self._field = field
        self._index = index

    @property
    def path(self) -> str:
        """Where it is: `$.body[3].content[1]`."""
        if self._within is None:
            return "$"
        place = "" if self._index is None else f"[{self._index}]"
        return f"{self._within.path}.{self._field}{place}"

    @property
    def holders(self) -> Iterator[Spot[Any]]:
        """What holds it, and what holds that, up to the article."""
        spot = self._within
        while spot is not None:
            yield spot
            spot = spot._within  # noqa: SLF001  # its own kind


@attrs.frozen
class Plan:
    """Which fields of a class are looked into, and how."""

    names: tuple[str, ...]
    sorts: tuple[int, ...]
    values: Callable[[Any], tuple[Any, ...]]


@per_class
def plan(cls: type) -> Plan:
    """The plan for a class, read off its annotations."""
    kinds = {f.name: sort(f.name, hints(cls)[f.name]) for f in fields_of(cls)}
    known = {name: kind for name, kind in kinds.items() if kind is not None}
    names = tuple(known)
    many = attrgetter(*names) if names else None
    if many is None:
        return Plan((), (), lambda _: ())
    values = many if len(names) > 1 else lambda node: (many(node),)
    return Plan(names, tuple(known.values()), values)


def sort(name: str, kind: Any) -> int | None:
    """What is done with a field; None where nothing in it is looked at."""
    if name in SKIPPED:
        return None
    if name in ADDRESSES:
        return ADDRESS
    options = typing.get_args(kind) if typing.get_origin(kind) in UNIONS else (kind,)
    if Tag in options:
        return TAG
    if datetime in options or kind == When:
        return TIME
    if typing.get_origin(kind) is tuple:
        inner = typing.get_args(kind)[0]
        return PARTS if any(map(is_model, typing.get_args(inner) or (inner,))) else None
    return PART if any(map(is_model, options)) else None


UNIONS = (typing.Union, types.UnionType)


def is_model(kind: Any) -> bool:
    """Whether an annotation is a class of the model."""
    return isinstance(kind, type) and issubclass(kind, Model)


class Version:
    """One language version of an article: itself, or a translation."""

    def __init__(self, spot: Spot[LanguageVersion]) -> None:
        self.node: LanguageVersion = spot.node
        """The version."""
        self.path: str = spot.path
        """Where it is: `$` or `$.translations[0]`."""
        self.runs: list[Run] = []
        """The strings of its body that readers see: what holds each, field, index, string."""
        self.kinds: dict[type, list[Spot[Any]]] = defaultdict(list)

    @property
    def language(self) -> str | None:
        """Its language."""
        return self.node.language

    @cached_property
    def text(self) -> str:
        """The plain text of its body."""
        return self.node.text

    @cached_property
    def paragraphs(self) -> list[tuple[Spot[Paragraph], str]]:
        """Its paragraphs with their plain text."""
        return [(spot, spot.node.text) for spot in self.all(Paragraph)]

    @cached_property
    def marks(self) -> list[str]:
        """The quotation marks in its body, one by one; single ones are left out."""
        return MARK.findall(self.text)

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
        self.tags: list[Value] = []
        """Every language tag: what holds it, the name of the field, the tag."""
        self.times: list[Value] = []
        """Every moment and day: what holds it, the name of the field, the time."""
        self.addresses: list[Value] = []
        """Every address: what holds it, the name of the field, the address."""
        self._kinds: dict[type, list[Spot[Any]]] = defaultdict(list)
        self._known: dict[str, bool] = {}
        top: Spot[LanguageVersion] = Spot(article)
        self.versions: list[Version] = [Version(top)]
        """The article itself and its translations."""
        self._visit(top, self._kinds, [])

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
            self._known[tag] = tag in codes()["languages"] or is_registered(tag)
        return self._known[tag]

    @cached_property
    def texts(self) -> list[tuple[str, str]]:
        """What readers see beside the bodies, each with its path: headlines, captions and so on."""
        lines = [line for version in self.versions for line in version.lines]
        for spot in self.all(ImageCaption):
            shown = [(n, getattr(spot.node, n)) for n in ("text", "alt_text", "credit")]
            lines += [(f"{spot.path}.{name}", value) for name, value in shown if value]
        return lines

    @cached_property
    def shown(self) -> str:
        """All that readers see, in one string: quick to search for what is seldom there."""
        return "\n".join([*(v.text for v in self.versions), *(line for _, line in self.texts)])

    @cached_property
    def has_odd_characters(self) -> bool:
        """Whether readers are shown a character that is seldom meant; most texts have none."""
        return not self.shown.isascii() and ODD.search(self.shown) is not None

    @property
    def strings(self) -> Iterator[tuple[str, str]]:
        """Every string readers see, each with its path."""
        yield from self.texts
        for version in self.versions:
            for spot, field, index, words in version.runs:
                yield f"{spot.path}.{field}[{index}]", words

    def _visit(self, spot: Spot[Any], kinds: dict[type, list[Spot[Any]]], runs: list[Run]) -> None:
        node = spot.node
        kinds[type(node)].append(spot)
        known = plan(type(node))
        for name, kind, value in zip(known.names, known.sorts, known.values(node), strict=True):
            if not value:
                continue
            if kind == PARTS:
                self._visit_all(spot, name, value, kinds, runs)
            elif kind == PART:
                self._visit(Spot(value, spot, name), kinds, runs)
            elif kind == TAG:
                self.tags.append((spot, name, value))
            elif kind == TIME:
                self.times.append((spot, name, value))
            else:
                self.addresses.append((spot, name, value))

    def _visit_all(
        self,
        spot: Spot[Any],
        name: str,
        parts: tuple[Any, ...],
        kinds: dict[type, list[Spot[Any]]],
        runs: list[Run],
    ) -> None:
        if name == "translations":
            for index, each in enumerate(parts):
                translation = Spot(each, spot, name, index)
                self.versions.append(Version(translation))
                self._visit(translation, kinds, [])
            return
        if name == "body":
            version = self.versions[-1] if spot.node is not self.article else self.versions[0]
            kinds, runs = version.kinds, version.runs
        elif isinstance(spot.node, Embed) or (
            isinstance(spot.node, Section) and not spot.node.public
        ):
            runs = []
        for index, part in enumerate(parts):
            if type(part) is str:
                runs.append((spot, name, index, part))
            else:
                self._visit(Spot(part, spot, name, index), kinds, runs)

"""Going through objects: each one met gets a spot, each tag, time and address is noted.

What is done with an object is read off the annotations of its class, once, and made into a function
by source text, as attrs makes its own: checking is to cost less than reading, and a walk that looks
up every field of every object would not.
"""

from __future__ import annotations

import types
import typing
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, Generic, TypeAlias, TypeVar

from newsmodel.model import (
    Article,
    Code,
    Concept,
    Embed,
    Node,
    Preformatted,
    Section,
    Speaker,
)
from newsmodel.model.base import Model, fields_of, hints, per_class
from newsmodel.model.checks import Tag
from newsmodel.model.cleaning import HIDDEN

__all__ = [
    "Anchor",
    "Kinds",
    "Notes",
    "Run",
    "Spot",
    "Value",
    "compiled",
    "fields_by_kind",
    "looked_at",
    "visitor",
    "within",
]

M_co = TypeVar("M_co", bound=Model, covariant=True)

ADDRESSES = frozenset({"url", "href", "source_url"})
# What readers see beside running text, by the name of its field.
PRINTED = frozenset(
    "headline title summary byline section credit name biography disclosure text alt_text label "
    "transcript attribution medium content_warnings Text.value Speaker.printed Speaker.role".split()
)
# The rest of other items, what was carried, and what programs say of one another; and bodies and
# translations, which the story goes through by itself.
SKIPPED = frozenset(
    "item target findings dialect extensions catalogs hops generators message_header parts "
    "attributes body translations".split()
)
UNIONS = (typing.Union, types.UnionType)


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
    def is_public(self) -> bool:
        """Whether readers may see it: nothing that holds it is kept from them."""
        return not any(map(_is_hidden, (self, *self.holders)))

    @property
    def language(self) -> str | None:
        """The language that it names, or what is nearest around it; None where none does."""
        held = (spot.node for spot in (self, *self.holders))
        return next((n.language for n in held if isinstance(n, Node) and n.language), None)

    @property
    def is_code(self) -> bool:
        """Whether it is the text of a program, or stands in one."""
        held = (spot.node for spot in (self, *self.holders))
        return any(isinstance(node, Code | Preformatted) for node in held)

    @property
    def holders(self) -> Iterator[Spot[Any]]:
        """What holds it, and what holds that, up to the article."""
        spot = self._within
        while spot is not None:
            yield spot
            spot = spot._within  # noqa: SLF001  # its own kind


def _is_hidden(spot: Spot[Any]) -> bool:
    """Whether an object is kept from readers, be it for itself or for where it stands."""
    node = spot.node
    named = node if isinstance(node, Concept) else getattr(node, "concept", None)
    if spot._field in HIDDEN or not getattr(named or node, "public", True):  # noqa: SLF001  # ours
        return True
    speaker = spot._within.node if spot._within and spot._field == "person" else None  # noqa: SLF001
    return isinstance(speaker, Speaker) and speaker.anonymous


Kinds: TypeAlias = defaultdict[type, list[Spot[Any]]]
"""Objects by class."""
Run: TypeAlias = tuple[Spot[Any], str, int, str]
"""A string of running text: what holds it, the field, its number there, the string."""
Value: TypeAlias = tuple[Spot[Any], str, Any]
"""A value: what holds it, the field, the value."""


class Notes:
    """What is noted on the way, whatever part of the article it stands in."""

    __slots__ = ("addresses", "asides", "tags", "times", "words")

    def __init__(self) -> None:
        self.tags: list[Value] = []
        self.times: list[Value] = []
        self.addresses: list[Value] = []
        self.words: list[Value] = []
        """What readers see and no running text holds."""
        self.asides: list[Run] = []
        """Running text that readers see and that is not the article's."""


class Anchor(Node):
    """What nodes with attributes are found by, whatever their class: one may be an id."""


Visitor: TypeAlias = Callable[[Any, Spot[Any], Kinds, list[Run], Notes], None]
"""Takes an object, its spot, and where to put what is found in it."""


@per_class
def visitor(cls: type) -> Visitor:
    """The function that goes through the objects of a class."""
    lines = ["def visit(node, spot, kinds, runs, notes):", "    kinds[cls].append(spot)"]
    # What stands in them is not the article's text, or not for readers.
    if issubclass(cls, Embed):
        lines.append("    kinds, runs = defaultdict(list), notes.asides")
    elif issubclass(cls, Section):
        lines.append("    if not node.public: kinds, runs = defaultdict(list), []")
    if issubclass(cls, Node):
        lines.append("    if node.attributes: kinds[Anchor].append(spot)")
    for name, way in looked_at(cls):
        lines += _LINES[way].format(name=name, way=way).splitlines()
    scope = {"cls": cls, "Spot": Spot, "visitor": visitor, "Anchor": Anchor}
    visit: Visitor = compiled(lines, scope | {"defaultdict": defaultdict})
    return visit


def within(spot: Spot[Any], name: str) -> Kinds:
    """What stands in one field of an object, by kind."""
    kinds: Kinds = defaultdict(list)
    runs: list[Run] = []
    notes = Notes()
    value = getattr(spot.node, name)
    if not isinstance(value, tuple):
        visitor(value.__class__)(value, Spot(value, spot, name), kinds, runs, notes)
        return kinds
    for index, part in enumerate(value):
        visitor(part.__class__)(part, Spot(part, spot, name, index), kinds, runs, notes)
    return kinds


@per_class
def fields_by_kind(cls: type) -> dict[type, list[str]]:
    """By class the fields of a class in which something of it may stand, at whatever depth."""
    fields: dict[type, list[str]] = {}
    for name, way in looked_at(cls):
        for kind in _reached(hints(cls)[name]) if way in ("part", "parts") else ():
            fields.setdefault(kind, []).append(name)
    return fields


def _reached(kind: Any) -> set[type]:
    """The classes of what may stand in a field with such an annotation, at whatever depth."""
    seen: set[type] = set()
    left = list(_classes_in(kind))
    while left:
        cls = left.pop()
        if cls not in seen:
            seen.add(cls)
            held = [name for name, way in looked_at(cls) if way in ("part", "parts")]
            left += [each for name in held for each in _classes_in(hints(cls)[name])]
    return seen | {Anchor} if any(issubclass(cls, Node) for cls in seen) else seen


def _classes_in(kind: Any) -> Iterator[type]:
    """The classes of the model that an annotation names, and those below them."""
    if _is_model(kind):
        yield kind
        for narrower in kind.__subclasses__():
            yield from _classes_in(narrower)
    for argument in typing.get_args(kind):
        yield from _classes_in(argument)


def compiled(lines: Iterable[str], scope: dict[str, Any]) -> Any:
    """The function that some lines of source text define, with the names of a scope."""
    text = "\n".join(lines)
    exec(text, scope)  # noqa: S102  # made of the names of our own fields alone
    return scope[text.partition("(")[0].removeprefix("def ")]


_NOTE = """
    if node.{name} is not None:
        notes.{way}.append((spot, {name!r}, node.{name}))
"""
_LINES = {
    "addresses": _NOTE,
    "tags": _NOTE,
    "times": _NOTE,
    "words": _NOTE,
    "lines": """
    for index, line in enumerate(node.{name}):
        notes.words.append((spot, f"{name}[{{index}}]", line))
""",
    "parts": """
    if node.{name}:
        for index, part in enumerate(node.{name}):
            if part.__class__ is str:
                runs.append((spot, {name!r}, index, part))
            else:
                visitor(part.__class__)(part, Spot(part, spot, {name!r}, index), kinds, runs, notes)
""",
    "part": """
    part = node.{name}
    if part is not None:
        visitor(part.__class__)(part, Spot(part, spot, {name!r}), kinds, runs, notes)
""",
}


@per_class
def looked_at(cls: type) -> tuple[tuple[str, str], ...]:
    """The fields of a class with something in them to look at, each with what that is."""
    ways = ((field.name, _way(cls, field.name)) for field in fields_of(cls))
    return tuple((name, way) for name, way in ways if way)


def _way(cls: type, name: str) -> str | None:
    """What is in a field; None where nothing in it is looked at."""
    kind = hints(cls)[name]
    options = typing.get_args(kind) if typing.get_origin(kind) in UNIONS else (kind,)
    if name in SKIPPED:
        return None
    if name in ADDRESSES:
        return "addresses"
    if Tag in options:
        return "tags"
    if datetime in options:
        return "times"
    if name in PRINTED or f"{cls.__name__}.{name}" in PRINTED:
        return "words" if str in options else "lines"
    if typing.get_origin(kind) is tuple:
        inner = typing.get_args(kind)[0]
        return "parts" if any(map(_is_model, typing.get_args(inner) or (inner,))) else None
    return "part" if any(map(_is_model, options)) else None


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Model) and not issubclass(kind, Article)

"""What rules look at in one language version of an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from string import whitespace
from typing import Any, TypeAlias, TypeVar

from newsmodel.language.doubt import other_language
from newsmodel.model import (
    Block,
    BlockQuote,
    Heading,
    InlineQuote,
    LanguageVersion,
    Paragraph,
    QuoteKind,
    Section,
)
from newsmodel.model.base import Model
from newsmodel.validation.glancing import Glance
from newsmodel.validation.kept import kept
from newsmodel.validation.pairing import Pairing, habit_of, is_tidy, marks_in, marks_of, paired
from newsmodel.validation.tags import understood
from newsmodel.validation.walking import (
    Anchor,
    Kinds,
    Notes,
    Run,
    Spot,
    Value,
    fields_by_kind,
    visitor,
    within,
)

__all__ = ["LONG", "Piece", "Version", "is_blank", "squeezed"]

Marked: TypeAlias = tuple[int, Spot[Paragraph], str, Pairing | None]
Piece: TypeAlias = Spot[InlineQuote] | Spot[BlockQuote]
"""A piece of a quotation, and where it is."""

LONG = 40
"""The fewest characters of a paragraph that is not said twice by chance."""

_BLANK = frozenset({Paragraph, Heading, Section, Anchor})
"""What holds nothing where it holds no words."""

_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad"
"""What nobody sees, and is no blank."""

M = TypeVar("M", bound=Model)


def is_blank(text: str) -> bool:
    """Whether there is nothing to see in a text."""
    return not text or text.isspace() or not text.strip(f"{_UNSEEN}{whitespace}\xa0\u3000")


def squeezed(text: str) -> str:
    """A text with single spaces, and none around it."""
    if "\xa0" in text:
        text = text.replace("\xa0", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip()


def _opened(within: Spot[Any], field: str) -> Iterator[Spot[Block]]:
    for index, block in enumerate(getattr(within.node, field)):
        spot = Spot(block, within, field, index)
        if not isinstance(block, Section):
            yield spot
        elif block.public:
            yield from _opened(spot, "blocks")


class Version:
    """One language version of an article: itself, or a translation."""

    def __init__(self, spot: Spot[LanguageVersion]) -> None:
        node = spot.node
        self.node: LanguageVersion = node
        """The version."""
        self.path: str = spot.path
        """Where it is: `$` or `$.translations[0]`."""
        self.runs: list[Run] = []
        """The strings of its body that readers see: what holds each, field, index, string."""
        self.kinds: Kinds = defaultdict(list)
        self.notes: Notes = Notes()
        self.spot: Spot[LanguageVersion] = spot
        """The version and where it is."""
        for index, block in enumerate(node.body):
            inner = Spot(block, spot, "body", index)
            visitor(block.__class__)(block, inner, self.kinds, self.runs, self.notes)
        self._held: dict[str, Kinds] = {}
        self._texts = [block.text for block in node.body]
        self.text: str = "\n".join(filter(None, self._texts))
        """The plain text of its body."""
        self.seen: Glance = Glance()
        """What it holds, without the places: quick to look through for what is seldom there."""
        self.seen.at(node)
        if node.body:
            self.seen.note(self.kinds, self.notes)

    @kept
    def beside(self) -> tuple[Kinds, Notes]:
        """What stands beside its body, by kind, and the tags, times and addresses in that."""
        kinds: Kinds = defaultdict(list)
        notes = Notes()
        visitor(self.node.__class__)(self.node, self.spot, kinds, [], notes)
        return kinds, notes

    def all_beside(self, kind: type[M]) -> list[Spot[M]]:
        """What stands beside its body and is of a class, in order.

        No field is gone through twice, and none in which nothing of the class can stand.
        """
        node, held = self.node, self._held
        found: list[Spot[Any]] = [self.spot] if kind is node.__class__ else []
        for name in fields_by_kind(node.__class__).get(kind, ()):
            if getattr(node, name):
                if name not in held:
                    held[name] = within(self.spot, name)
                found += held[name].get(kind, ())
        return found

    @kept
    def language(self) -> str | None:
        """Its language; where the tag is not registered, the one that is meant by it."""
        tag = self.node.language
        return tag and understood(tag)

    @kept
    def doubt(self) -> str | None:
        """The language its text is in, where that is another: see `other_language`."""
        tag = self.language
        if not tag:
            return None
        found = other_language(self.text or self.head, tag)
        if found and (unmarked := self.text_in_its_language) != self.text:
            return other_language(unmarked, tag)
        return found

    @property
    def head(self) -> str:
        """Its headline and its summary."""
        return "\n".join(filter(None, (self.node.headline, self.node.summary)))

    @property
    def has_body(self) -> bool:
        """Whether its body holds more than paragraphs of blanks."""
        return bool(self.node.body) and not (is_blank(self.text) and self.kinds.keys() <= _BLANK)

    @property
    def text_in_its_language(self) -> str:
        """The plain text of its body without the passages that name another language."""
        known = {None, self.language, self.node.language}
        if known.issuperset([tag for _, field, tag in self.notes.tags if field == "language"]):
            return self.text
        return "\n".join([words for spot, *_, words in self.runs if spot.language in known])

    @kept
    def blocks(self) -> list[Spot[Block]]:
        """The blocks of its body in order; of a section those in it, in its place."""
        return list(_opened(self.spot, "body"))

    @kept
    def paragraphs(self) -> list[tuple[Spot[Paragraph], str]]:
        """Its paragraphs with their plain text."""
        known = dict(zip(map(id, self.node.body), self._texts, strict=True)).get
        return [(s, known(id(s.node)) or s.node.text) for s in self.all(Paragraph)]

    @kept
    def has_idle_paragraphs(self) -> bool:
        """Whether one of its paragraphs is empty or says what another one does."""
        texts = [text.strip() for _, text in self.paragraphs]
        if len(set(texts)) < len(texts) or "" in texts or self._repeats_itself:
            return True
        unseen = not self.text.isascii() and any(map(self.text.__contains__, _UNSEEN))
        return unseen and any(map(is_blank, texts))

    @property
    def _repeats_itself(self) -> bool:
        """Whether two long lines of it differ in spaces alone."""
        if "\xa0" not in self.text and "  " not in self.text:
            return False
        lines = [line for line in squeezed(self.text).split("\n") if len(line) >= LONG]
        return len(set(lines)) < len(lines)

    @kept
    def marks(self) -> str:
        """The double quotation marks of its text, in order."""
        return marks_of(self.text, marks_in(self.text))

    @kept
    def has_odd_marks(self) -> bool:
        """Whether they are not simply pairs of its language, one after the other."""
        return not is_tidy(self.marks, self.language)

    @kept
    def marked(self) -> list[Marked]:
        """Its paragraphs with such marks: number, place, text, what belongs together in it.

        None where they are simply pairs of its language.
        """
        sorts, habit = frozenset(self.marks), habit_of(self.marks)
        marked: list[Marked] = []
        for number, (spot, text) in enumerate(self.paragraphs):
            if marks := marks_of(text, sorts):
                plain = is_tidy(marks, self.language)
                marked.append((number, spot, text, None if plain else paired(text, habit)))
        return marked

    @kept
    def pieces(self) -> list[Piece]:
        """The marked pieces of its quotations."""
        return [*self.all(InlineQuote), *self.all(BlockQuote)]

    @kept
    def quotations(self) -> list[list[Piece]]:
        """Its quotations, each as its marked pieces; pull quotes only repeat and are left out."""
        found: dict[object, list[Piece]] = {}
        for spot in self.pieces:
            key = spot if spot.node.id is None else spot.node.id
            if spot.node.kind is not QuoteKind.PULL:
                found.setdefault(key, []).append(spot)
        return list(found.values())

    @property
    def words(self) -> Iterator[Value]:
        """Every string in it that readers see, and some that are kept from them: see `is_public`.

        What holds it, the field, and the string. To ask whether each is public would take longer
        than to look for what is seldom there.
        """
        yield from self.beside[1].words
        for spot, field, index, run in (*self.runs, *self.notes.asides):
            yield spot, f"{field}[{index}]", run
        text = "".join([run for *_, run in self.runs])
        yield from (value for value in self.notes.words if value[2] not in text)

    def all(self, kind: type[M]) -> Sequence[Spot[M]]:
        """The nodes of its body that are of a class, in order, each with its place."""
        return self.kinds.get(kind, ())

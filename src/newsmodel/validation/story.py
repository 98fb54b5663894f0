"""What rules look at: an article, gone through once, with everything in it by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from newsmodel.model import (
    Article,
    Audio,
    Block,
    Figure,
    Heading,
    Image,
    ImageCaption,
    LanguageVersion,
    ListItem,
    Media,
    Status,
    Translation,
    Video,
)
from newsmodel.model.base import Model
from newsmodel.model.gathering.shown_items import stand_ins
from newsmodel.model.in_text import named_item
from newsmodel.validation.garbling import PLAIN, TAME
from newsmodel.validation.kept import kept
from newsmodel.validation.leftovers import SIGNS
from newsmodel.validation.pairing import Line, habit_of, is_tidy, marks_in, marks_of, paired
from newsmodel.validation.tags import is_known, plain, understood
from newsmodel.validation.versions import Version
from newsmodel.validation.walking import Notes, Spot, Value

__all__ = ["USUAL", "Spot", "Story", "Version"]

M = TypeVar("M", bound=Model)

USUAL = re.compile(r"https?://(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,24}(?:[/?#][!#-z|~]*)?")
"""The form most addresses have."""

_MEDIA = frozenset({Image, Video, Audio})


class Story:
    """An article, gone through once: everything in it by kind, each with its place."""

    def __init__(self, article: Article) -> None:
        self.article: Article = article
        """The article."""
        top: Spot[LanguageVersion] = Spot(article)
        spots = [Spot(each, top, "translations", n) for n, each in enumerate(article.translations)]
        self.versions: list[Version] = [Version(spot) for spot in (top, *spots)]
        """The article itself and its translations."""
        self._found: dict[type, list[Spot[Any]]] = {}
        self.texts: list[Version] = [version for version in self.versions if version.node.body]
        """Those of them that have a body."""
        classes: set[type] = set()
        self.classes: frozenset[type] = frozenset(
            classes.union(*[each.seen.classes for each in self.versions])
        )
        """The classes of all that it holds."""

    @kept
    def shown(self) -> str:
        """All that readers see, in one string: quick to search for what is seldom there."""
        return "\n".join([*[version.text for version in self.texts], self._words_beside])

    @kept
    def _words_beside(self) -> str:
        """What readers see beside the bodies."""
        shown = ["\n".join(version.seen.words) for version in self.versions]
        return "\n".join(shown + self.strange_addresses)

    @kept
    def strange_addresses(self) -> list[str]:
        """The addresses that are not of the usual form or have signs in them that mean something.

        Readers see them, and programs follow them.
        """
        addresses = [each for version in self.versions for each in version.seen.addresses]
        joined = "\n".join(addresses)
        if not (self.odd_addresses or ";" in joined or "{" in joined or "<" in joined):
            return []
        signed = [each for each in addresses if ";" in each or "{" in each or "<" in each]
        return sorted({*self.odd_addresses, *signed})

    @property
    def is_incomplete(self) -> bool:
        """Whether it is without a language, a headline or a text."""
        article = self.article
        return not (
            article.language and self.versions[0].has_body and (article.headline or "").strip()
        )

    @kept
    def has_signs(self) -> bool:
        """Whether readers are shown a sign that may belong to markup, or to what was left over."""
        shown = self.shown
        # To look for one character is a hundred times as quick as for two.
        return any(sign in shown for sign in SIGNS if sign[0] in shown)

    @kept
    def has_idle_paragraphs(self) -> bool:
        """Whether a paragraph is empty or says what another one does."""
        return any(version.has_idle_paragraphs for version in self.texts)

    @kept
    def translations(self) -> list[tuple[Version, Translation]]:
        """Its translations, each with what was found in it."""
        return list(zip(self.versions[1:], self.article.translations, strict=True))

    @kept
    def media(self) -> list[Spot[Media]]:
        """Its pictures, videos and sounds."""
        if self.classes.isdisjoint(_MEDIA):
            return []
        return [*self.images, *self.all(Video), *self.all(Audio)]

    @kept
    def images(self) -> Sequence[Spot[Image]]:
        """Its pictures, without those in a text that stand for an item which is shown itself."""
        every, hidden = self.all(Image), self.stand_ins
        return [spot for spot in every if spot.node.id not in hidden] if hidden else every

    @kept
    def stand_ins(self) -> dict[str, str]:
        """The pictures in the text that stand for items, and are shown nowhere themselves."""
        return stand_ins(self.article)

    @kept
    def shown_media(self) -> list[Spot[Media]]:
        """Those of them that the texts show, and the picture that leads."""
        shown: set[str | None]
        shown = {f.node.image_id for version in self.versions for f in version.all(Figure)}
        shown |= {named_item(spot.node) for spot in self.images if spot.node.id in shown}
        lead = self.article.lead_image
        return [spot for spot in self.media if spot.node.id in shown or spot.node is lead]

    def caption_for(self, version: Version, medium: Media) -> ImageCaption | None:
        """The caption readers of a version see; one whose wrong tag means its language counts."""
        caption = medium.caption_in(version.language)
        if not self.unregistered or (caption and caption.language):
            return caption
        tags = ((each, each.language) for each in medium.captions)
        return next((c for c, tag in tags if tag and understood(tag) == version.language), caption)

    @kept
    def translated(self) -> list[tuple[Version, Translation]]:
        """Those of its translations that have a body."""
        return [pair for pair in self.translations if pair[1].body]

    @kept
    def derived(self) -> list[Version]:
        """The versions that say what they were translated from, or how."""
        return [version for version in self.versions if _says_its_source(version.node)]

    @kept
    def withheld(self) -> list[Spot[Any]]:
        """What may not be used, of versions and media."""
        usable = Status.USABLE
        return [spot for spot in self._holders if spot.node.status is not usable]

    @kept
    def has_odd_marks(self) -> bool:
        """Whether its quotation marks are not simply pairs of its languages."""
        return any(version.has_odd_marks for version in self.texts) or bool(self.odd_lines)

    @kept
    def odd_lines(self) -> list[Line]:
        """What stands alone and has marks that are not simply pairs: headlines, headings, captions.

        No summaries: feeds and pages cut them off.
        """
        found = {mark for version in self.texts for mark in version.marks}
        sorts = sorted(found.union(marks_in(self._words_beside)))
        if not sorts:
            return []
        lines = [(*line, marks_of(line[2], sorts)) for line in self._lines]
        return [
            (f"{spot.path}{field}", words, tag, paired(words, habit_of(marks)))
            for spot, field, words, tag, marks in lines
            if marks and not is_tidy(marks, tag)
        ]

    @property
    def _lines(self) -> Iterator[tuple[Spot[Any], str, str, str | None]]:
        for version in self.versions:
            tag = version.language
            yield version.spot, ".headline", version.node.headline or "", tag
            if not version.has_odd_marks:
                continue
            yield from ((spot, "", spot.node.text, tag) for spot in version.all(Heading))
            for spot in version.all(ListItem):
                if not any(isinstance(part, Block) for part in spot.node.content):
                    yield spot, "", spot.node.text, tag
        for caption in self.all(ImageCaption):
            node = caption.node
            yield caption, ".text", node.text or "", node.language
            yield caption, ".alt_text", node.alt_text or "", node.language

    @kept
    def ids(self) -> list[tuple[str, str]]:
        """The ids of versions and media, each with its place."""
        return [(f"{s.path}.id", s.node.id) for s in self._holders if s.node.id is not None]

    @kept
    def has_odd_ids(self) -> bool:
        """Whether an id of versions and media is there twice, or holds a space, or nothing."""
        ids = [spot.node.id for spot in self._holders if spot.node.id is not None]
        return len(set(ids)) < len(ids) or any(id.split() != [id] for id in ids)

    @kept
    def _holders(self) -> list[Spot[Any]]:
        return [*[version.spot for version in self.versions], *self.media]

    @kept
    def alternative_texts(self) -> list[Spot[ImageCaption]]:
        """The captions with an alternative text."""
        return [spot for spot in self.all(ImageCaption) if spot.node.alt_text]

    @kept
    def unregistered(self) -> set[str]:
        """The language tags that are not in the IANA registry."""
        tags = [tag for version in self.versions for tag in version.seen.tags - plain()]
        return {tag for tag in tags if not is_known(tag)}

    @kept
    def naive_times(self) -> list[date]:
        """The times without an offset from UTC."""
        times = [when for version in self.versions for when in version.seen.times]
        return [when for when in times if isinstance(when, datetime) and when.tzinfo is None]

    @property
    def has_times(self) -> bool:
        """Whether it says when anything was or will be."""
        return any(version.seen.times for version in self.versions)

    @property
    def tags(self) -> Iterator[Value]:
        """Every language tag: what holds it, the name of the field, the tag."""
        return (value for notes in self._notes for value in notes.tags)

    @property
    def times(self) -> Iterator[Value]:
        """Every moment and day: what holds it, the name of the field, the time."""
        return (value for notes in self._notes for value in notes.times)

    @property
    def addresses(self) -> Iterator[Value]:
        """Every address: what holds it, the name of the field, the address."""
        return (value for notes in self._notes for value in notes.addresses)

    @property
    def _notes(self) -> Iterator[Notes]:
        return (notes for version in self.versions for notes in (version.beside[1], version.notes))

    @kept
    def odd_addresses(self) -> frozenset[str]:
        """The addresses that are not of the usual form, and need a closer look."""
        addresses = [each for version in self.versions for each in version.seen.addresses]
        return frozenset([each for each in addresses if not USUAL.fullmatch(each)])

    def all(self, kind: type[M]) -> Sequence[Spot[M]]:
        """What is of a class, in order, each with its place; bodies left out: see `Version.all`."""
        if kind not in self.classes:
            return ()
        found = self._found.get(kind)
        if found is None:
            holding = [version for version in self.versions if kind in version.seen.classes]
            found = [spot for version in holding for spot in version.all_beside(kind)]
            self._found[kind] = found
        return found

    @kept
    def is_odd(self) -> bool:
        """Whether readers are shown a character that is seldom meant; most texts have none."""
        return self.is_suspect and not PLAIN.fullmatch(self.shown)

    @kept
    def is_suspect(self) -> bool:
        """Whether readers are shown such a character, or one that garbled text is full of."""
        return TAME.fullmatch(self.shown) is None

    @property
    def strings(self) -> Iterator[tuple[str, str]]:
        """Every string readers see, each with its path."""
        for spot, field, words in self.words:
            if words and spot.is_public:
                yield f"{spot.path}.{field}", words

    @property
    def words(self) -> Iterator[Value]:
        """The same, and some that are kept from readers: what holds it, the field, the string."""
        return (value for version in self.versions for value in version.words)


def _says_its_source(node: LanguageVersion) -> bool:
    known = node.source_version is not None or node.method is not None
    return known or bool(node.source_language)

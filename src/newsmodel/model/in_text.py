"""Media that stand in a text, and are no items of their own.

A text and its translations may share them. A caption that names no language is in the article's
own; those of its translations name theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from newsmodel.model.base import changed
from newsmodel.model.blocks import Figure
from newsmodel.model.media import ImageCaption, Media
from newsmodel.model.nodes import Block
from newsmodel.model.tree import nodes_in

__all__ = [
    "IN_TEXT",
    "captions_in",
    "is_in_text",
    "named_item",
    "own_captions",
    "placed",
    "shown_media",
    "swapped",
    "tagged",
    "turned",
    "without_captions_in",
]

AnyMedia = TypeVar("AnyMedia", bound=Media)

IN_TEXT = "urn:x-newsmodel:figure:"
"""How the ids begin that readers give to media which stand in a text."""


def is_in_text(medium: Media) -> bool:
    """Whether the id of a medium says that it stands in a text."""
    return medium.id is not None and medium.id.startswith(IN_TEXT)


def named_item(medium: Media) -> str | None:
    """The id of the item that such a medium names as what it shows: it stands in its own id."""
    return medium.id.partition("@")[2] or None if is_in_text(medium) and medium.id else None


def placed(body: Iterable[Block]) -> tuple[str, ...]:
    """The ids of such media that figures of a body show, in order, each once."""
    ids = [node.image_id or "" for node in nodes_in(body) if isinstance(node, Figure)]
    return tuple(dict.fromkeys([i for i in ids if i.startswith(IN_TEXT)]))


def shown_media(media: Sequence[AnyMedia], body: Iterable[Block]) -> Sequence[AnyMedia]:
    """The media of a version: those that stand in a text are shown by its figures or not at all."""
    if not any(map(is_in_text, media)):
        return media
    here = placed(body)
    return [medium for medium in media if not is_in_text(medium) or medium.id in here]


# ------------------------------------------------------------------ captions by language
def tagged(medium: AnyMedia, language: str) -> AnyMedia:
    """The medium of a translation as its article has it: each caption with its language."""
    captions = [c if c.language else changed(c, language=language) for c in medium.captions]
    return changed(medium, captions=tuple(captions))


def captions_in(medium: Media, language: str) -> tuple[ImageCaption, ...]:
    """The captions in a translation's language, as its own item has them."""
    found = [c for c in medium.captions if c.language == language]
    return tuple([changed(caption, language=None) for caption in found])


def without_captions_in(medium: AnyMedia, languages: frozenset[str]) -> AnyMedia:
    """The medium without its captions in some languages."""
    captions = tuple([c for c in medium.captions if c.language not in languages])
    return medium if len(captions) == len(medium.captions) else changed(medium, captions=captions)


def own_captions(medium: AnyMedia, text: Media) -> AnyMedia:
    """The medium with the captions alone that its article's own text has.

    Args:
        medium: the medium.
        text: the same as that text has it: its captions name no language, or another than its own.
    """
    tags = {None, *[caption.language for caption in text.captions]}
    captions = tuple([c for c in medium.captions if c.language in tags])
    return medium if len(captions) == len(medium.captions) else changed(medium, captions=captions)


# ------------------------------------------------------------------ another version in front
def turned(
    media: tuple[AnyMedia, ...], before: str | None, after: str | None
) -> tuple[AnyMedia, ...]:
    """The media of an article whose own language was one and is now another.

    Captions that all name their languages, the own one among them, stay as they are; so they do
    on the way back.
    """
    if not before or not after or before == after or not any(map(is_in_text, media)):
        return media
    if _is_explicit(filter(is_in_text, media), before):
        return media
    return tuple([_turned(m, before, after) if is_in_text(m) else m for m in media])


def _is_explicit(media: Iterable[Media], own: str) -> bool:
    """Whether captions all name their languages, and one of them the article's own."""
    tags = {caption.language for medium in media for caption in medium.captions}
    return own in tags and None not in tags


def _turned(medium: AnyMedia, before: str, after: str) -> AnyMedia:
    if _is_explicit([medium], before):
        return medium
    tags: dict[str | None, str | None] = {None: before, after: None}
    captions = [changed(c, language=tags.get(c.language, c.language)) for c in medium.captions]
    return changed(medium, captions=tuple(captions))


def swapped(
    media: tuple[AnyMedia, ...], kept: tuple[AnyMedia, ...]
) -> tuple[tuple[AnyMedia, ...], tuple[AnyMedia, ...]]:
    """The media of an article, and those its translation's item says otherwise, exchanged.

    Captions stay where they are: they tell by their languages whose they are.
    """
    if not kept:
        return media, kept
    own = {medium.id: medium for medium in media if is_in_text(medium)}
    theirs = {medium.id: medium for medium in kept if medium.id in own}
    now = [_with_captions_of(theirs[m.id], m) if m.id in theirs else m for m in media]
    then = [_with_captions_of(own[m.id], m) if m.id in theirs else m for m in kept]
    return tuple(now), tuple(then)


def _with_captions_of(medium: AnyMedia, other: AnyMedia) -> AnyMedia:
    return changed(medium, captions=other.captions)

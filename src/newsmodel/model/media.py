"""Pictures, videos and sounds, and their captions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import attrs

from newsmodel.model.base import Model, without_id
from newsmodel.model.checks import AtLeast, Between, Size, Tag, When, Words
from newsmodel.model.concept import Concept
from newsmodel.model.people import Contributor
from newsmodel.model.rendition import Rendition
from newsmodel.model.rights import Embargo, Provenance, Rights
from newsmodel.model.tags import name_one_language
from newsmodel.model.text import AltId, Extension
from newsmodel.model.vocabulary import ImageRole, Status

if TYPE_CHECKING:
    from newsmodel.model.article import Article

__all__ = ["Audio", "FocalPoint", "Image", "ImageCaption", "Media", "Video"]


@attrs.frozen(kw_only=True, repr=False)
class ImageCaption(Model):
    """What is printed with a picture, in one language: caption, credit and alternative text.

    A caption tells readers what they see; an alternative text tells it to those who cannot.
    """

    language: Tag | None = None
    """Language of the caption."""
    text: str | None = None
    """The caption, without its credit."""
    alt_text: str | None = None
    """Alternative text for those who cannot see the picture."""
    credit: str | None = None
    """What is credited, without label, sign or brackets: "A. Name/Agency"."""
    photographers: Words = ()
    """The people in the credit."""
    agencies: Words = ()
    """The organisations in the credit."""
    label: str | None = None
    """The word that marks caption or credit: "Photo", "File photo"."""
    printed: str | None = None
    """The whole line as printed, when it was one."""

    def __str__(self) -> str:
        """The line as printed, else caption and credit."""
        if self.printed is not None:
            return self.printed
        return " ".join(filter(None, [self.text, self.credit and f"({self.credit})"]))


@attrs.frozen(kw_only=True, repr=False)
class FocalPoint(Model):
    """The point of a picture that must survive cropping, in shares of width and height."""

    x: Annotated[float, Between(0, 1)]
    """Share of the width, from the left."""
    y: Annotated[float, Between(0, 1)]
    """Share of the height, from the top."""


@attrs.frozen(kw_only=True, repr=False)
class Media(Model):
    """What a picture, a video and a sound have in common."""

    id: str | None = None
    """Its id, unique in the world; figures in the body refer to it."""
    version: Size | None = None
    """Its version, counted up from 1."""
    headline: str | None = None
    """Its title."""
    renditions: tuple[Rendition, ...] = ()
    """Its files."""
    captions: tuple[ImageCaption, ...] = ()
    """What is printed with it, one for each language."""
    creator: Contributor | None = None
    """The photographer, or whoever else made it."""
    credit: str | None = None
    """The credit line to print, where it holds for every language."""
    caption_writer: str | None = None
    """Who wrote the captions."""
    instructions: str | None = None
    """Orders to editors: "MANDATORY CREDIT". Never public."""
    rights: Rights | None = None
    """Who owns it and what others may do with it."""
    status: Status = Status.USABLE
    """Whether it may be used."""
    embargo: Embargo | None = None
    """An order not to publish it yet."""
    subjects: tuple[Concept, ...] = ()
    """What it is about."""
    people_shown: tuple[Concept, ...] = ()
    """Who is in it."""
    places: tuple[Concept, ...] = ()
    """Where it was made."""
    created: When | None = None
    """When it was made."""
    provenance: tuple[Provenance, ...] = ()
    """How it was made, machines included."""
    alt_ids: tuple[AltId, ...] = ()
    """Its other identifiers."""
    extensions: tuple[Extension, ...] = ()
    """What its source said that the model has no field for."""
    item: Article | None = attrs.field(default=None, eq=without_id)
    """The rest of its own news item, kept by `Message.gather`. Its id is the medium's: it does not
    count when media are compared."""

    def caption_in(self, language: str | None) -> ImageCaption | None:
        """The caption in a language, else in a variety of it, else without a language, else None.

        For "en-US" that is one in "en-US", then in "en" or "en-GB", and for "pt" one in "pt-BR"
        will do; another script is another language ("sr-Latn" for "sr-Cyrl").
        """
        wanted = (language or "").lower()
        for caption in self.captions:
            if (caption.language or "").lower() == wanted:
                return caption
        near = (
            c for c in self.captions if c.language and are_one_language(c.language.lower(), wanted)
        )
        return next(near, None) or next((c for c in self.captions if not c.language), None)


def are_one_language(tag: str, other: str) -> bool:
    """Whether two tags in small letters name varieties of one language, in one script."""
    one, two = tag.split("-"), other.split("-")
    scripts = {part for part in (*one[1:2], *two[1:2]) if len(part) == 4 and part.isalpha()}
    return name_one_language(one[0], two[0]) and len(scripts) < 2


@attrs.frozen(kw_only=True, repr=False)
class Image(Media):
    """A picture or a graphic."""

    role: ImageRole | None = None
    """Where it stands in its article."""
    focal_point: FocalPoint | None = None
    """The point that must survive cropping."""


@attrs.frozen(kw_only=True, repr=False)
class Video(Media):
    """A video."""

    duration: Annotated[float, AtLeast(0)] | None = None
    """Running time in seconds."""
    poster: Rendition | None = None
    """The still picture shown before it plays."""
    transcript: str | None = None
    """The words spoken in it."""


@attrs.frozen(kw_only=True, repr=False)
class Audio(Media):
    """A sound recording."""

    duration: Annotated[float, AtLeast(0)] | None = None
    """Running time in seconds."""
    transcript: str | None = None
    """The words spoken in it."""

"""The files of a picture, video or sound."""

from __future__ import annotations

from typing import Annotated

import attrs

from newsmodel.model.base import Model
from newsmodel.model.checks import AtLeast, Attributes, Size
from newsmodel.model.concept import Concept, RelatedConcept
from newsmodel.model.measures import Hash
from newsmodel.model.text import AltId

__all__ = ["Rendition"]


@attrs.frozen(kw_only=True, repr=False)
class Rendition(Model):
    """One file of a picture, video or sound (NewsML-G2: `remoteContent`; ninjs: `renditions`)."""

    id: str | None = None
    """Its id within the document."""
    href: str | None = None
    """Its address."""
    residref: str | None = None
    """Its id, where the file is known by one."""
    role: str | None = None
    """What it is for: "highRes", "web", "thumb", "print"; or a provider's own code."""
    content_type: str | None = None
    """Its media type."""
    width: Size | None = None
    """Width in pixels."""
    height: Size | None = None
    """Height in pixels."""
    size: Size | None = None
    """Size in bytes."""
    colour_space: str | None = None
    """Colour space, as a code."""
    duration: Annotated[float, AtLeast(0)] | None = None
    """Running time in seconds."""
    title: str | None = None
    """Its name."""
    version: Size | None = None
    """Its version."""
    format: str | None = None
    """Its format, as a code, where the media type does not say it."""
    characteristics: Attributes = ()
    """What else is known of it, by the names of NewsML-G2 (2.35: `newsContentCharacteristics`):
    "videocodec", "audiobitrate", "orientation", "wordcount"."""
    alt_ids: tuple[AltId, ...] = ()
    """Its other identifiers."""
    hashes: tuple[Hash, ...] = ()
    """Its checksums."""
    signals: tuple[Concept, ...] = ()
    """Instructions to receiving systems, as codes."""
    properties: tuple[RelatedConcept, ...] = ()
    """What else its provider says of it (NewsML-G2: `remoteContentExtProperty`). Never public."""
    public: bool = True
    """False where the source keeps it from readers."""

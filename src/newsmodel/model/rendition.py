"""The files of a picture, video or sound."""

from __future__ import annotations

from typing import Annotated

import attrs

from newsmodel.model.base import AtLeast, Model, Size

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
    public: bool = True
    """False where the source keeps it from readers."""

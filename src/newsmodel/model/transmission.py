"""What surrounds news on its way: the message header, and catalogues of codes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import attrs

from newsmodel.model.base import Model
from newsmodel.model.checks import Between, Size
from newsmodel.model.concept import Concept
from newsmodel.model.rendition import Rendition
from newsmodel.model.text import Extension, Text, as_texts

if TYPE_CHECKING:
    from newsmodel.model.article import Article

__all__ = [
    "Catalog",
    "Dialect",
    "Generator",
    "Header",
    "Hop",
    "Part",
    "Region",
    "Scheme",
    "TimeSpan",
    "Timestamp",
]


@attrs.frozen(kw_only=True, repr=False)
class Scheme(Model):
    """The alias of a scheme of codes (NewsML-G2: `scheme`)."""

    alias: str
    """The alias, what stands before the colon of a code."""
    uri: str
    """The address the alias stands for."""
    names: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """What the scheme is called, by language."""
    definitions: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """What its codes are about, by language."""
    notes: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """Further remarks, by language."""


@attrs.frozen(kw_only=True, repr=False)
class Catalog(Model):
    """A list of schemes, by address or spelled out (NewsML-G2: `catalogRef`, `catalog`)."""

    href: str | None = None
    """Address of a published catalogue."""
    titles: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """What it is called, by language."""
    schemes: tuple[Scheme, ...] = ()
    """The schemes, where the document spells them out."""


@attrs.frozen(kw_only=True, repr=False)
class Dialect(Model):
    """How the document it was read from was written, so that it can be written the same way."""

    standard: str | None = None
    """The standard it names."""
    version: str | None = None
    """The version of the standard."""
    conformance: str | None = None
    """The level of conformance it claims: "core" or "power"."""
    language: str | None = None
    """The language of its labels (`xml:lang`), as written."""
    tagged: bool = True
    """Whether it names the language of its content by a property of its own."""
    numbered: bool = True
    """Whether it names its version."""
    identified: bool = True
    """Whether it names its id."""


@attrs.frozen(kw_only=True, repr=False)
class Generator(Model):
    """A program that had a hand in a document (NewsML-G2: `generator`)."""

    name: str
    """Its name."""
    version: str | None = None
    """Its version."""


@attrs.frozen(kw_only=True, repr=False)
class Hop(Model):
    """A stage on the way of an item through other systems (NewsML-G2: `hop`)."""

    sequence: Size | None = None
    """Its number."""
    timestamp: datetime | None = None
    """When it ended."""
    party: Concept | None = None
    """Who had the item."""
    actions: tuple[Concept, ...] = ()
    """What was done with it, as codes."""


@attrs.frozen(kw_only=True, repr=False)
class Region(Model):
    """A rectangle of a picture, in pixels (NewsML-G2: `regionDelim`)."""

    x: Size = 0
    """Distance from the left edge."""
    y: Size = 0
    """Distance from the upper edge."""
    width: Size = 0
    """Width."""
    height: Size = 0
    """Height."""


@attrs.frozen(kw_only=True, repr=False)
class TimeSpan(Model):
    """A stretch of a recording (NewsML-G2: `timeDelim`)."""

    start: str
    """Where it begins, in its unit: "15", "00:00:15.000"."""
    end: str
    """Where it ends."""
    unit: str | None = None
    """The unit of both, as a code: "timeunit:seconds", "timeunit:normalPlayTime"."""
    rendition: str | None = None
    """The role of the rendition it is reckoned in, as a code; None for all of them."""


@attrs.frozen(kw_only=True, repr=False)
class Part(Model):
    """What is said of a part of the content (NewsML-G2: `partMeta`)."""

    id: str | None = None
    """Its id."""
    sequence: Size | None = None
    """Its number among the parts."""
    content: str | None = None
    """Ids of the files it is a part of."""
    region: Region | None = None
    """Where it lies in a picture."""
    spans: tuple[TimeSpan, ...] = ()
    """Where it lies in a recording, for each rendition of it."""
    role: Concept | None = None
    """What it is for, as a code."""
    icons: tuple[Rendition, ...] = ()
    """Small pictures that stand for it."""
    about: Article | None = None
    """What else is said of it: headline, description, language, subjects, notes."""


@attrs.frozen(kw_only=True, repr=False)
class Timestamp(Model):
    """A moment on the way of a message."""

    value: datetime
    """The moment."""
    role: str | None = None
    """What happened then, as a code: "received", "transmitted"."""


@attrs.frozen(kw_only=True, repr=False)
class Header(Model):
    """The header of a message (NewsML-G2: `header`)."""

    sent: datetime | None = None
    """When it was sent."""
    sender: str | None = None
    """Who sent it."""
    transmit_id: str | None = None
    """The sender's id of the transmission."""
    priority: Annotated[int, Between(1, 9)] | None = None
    """How urgent the transmission is: 1 the most, 9 the least."""
    origin: str | None = None
    """Where it comes from, in the sender's words."""
    destinations: tuple[Concept, ...] = ()
    """Where it goes."""
    channels: tuple[Concept, ...] = ()
    """The channels it is sent on."""
    signals: tuple[Concept, ...] = ()
    """Instructions to receiving systems, as codes."""
    timestamps: tuple[Timestamp, ...] = ()
    """Moments on its way."""
    catalogs: tuple[Catalog, ...] = ()
    """The catalogues its codes resolve against."""
    extensions: tuple[Extension, ...] = ()
    """What it said that the model has no field for."""

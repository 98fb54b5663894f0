"""What surrounds news on its way: the message header, and catalogues of codes."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import attrs

from newsmodel.model.base import Between, Model
from newsmodel.model.concept import Concept
from newsmodel.model.text import Extension

__all__ = ["Catalog", "Header", "Scheme", "Timestamp"]


@attrs.frozen(kw_only=True, repr=False)
class Scheme(Model):
    """The alias of a scheme of codes (NewsML-G2: `scheme`)."""

    alias: str
    """The alias, what stands before the colon of a code."""
    uri: str
    """The address the alias stands for."""


@attrs.frozen(kw_only=True, repr=False)
class Catalog(Model):
    """A list of schemes, by address or spelled out (NewsML-G2: `catalogRef`, `catalog`)."""

    href: str | None = None
    """Address of a published catalogue."""
    schemes: tuple[Scheme, ...] = ()
    """The schemes, where the document spells them out."""


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

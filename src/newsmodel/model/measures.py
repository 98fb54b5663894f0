"""What others measured: ratings, how often something was used, checksums."""

from __future__ import annotations

import attrs

from newsmodel.model.base import Model
from newsmodel.model.checks import Size

__all__ = ["Hash", "Interaction", "Rating"]


@attrs.frozen(kw_only=True, repr=False)
class Hash(Model):
    """A checksum (NewsML-G2: `hash`)."""

    value: str
    """The checksum."""
    type: str | None = None
    """How it was reckoned, as a code: "hashtype:MD5"."""
    scope: str | None = None
    """What it was reckoned of, as a code."""


@attrs.frozen(kw_only=True, repr=False)
class Rating(Model):
    """A mark somebody gave the content, on a scale (NewsML-G2: `rating`)."""

    value: float
    """The mark."""
    scale_min: float
    """The lowest mark of the scale."""
    scale_max: float
    """The highest mark of the scale."""
    scale_unit: str | None = None
    """The unit of the scale, as a code: stars, numbers."""
    type: str | None = None
    """What is rated, as a code."""
    calculation: str | None = None
    """How the mark was reckoned from several, as a code: the mean, the median."""
    raters: Size | None = None
    """How many gave a mark."""
    rater_type: str | None = None
    """Who they are, as a code: customers, editors."""


@attrs.frozen(kw_only=True, repr=False)
class Interaction(Model):
    """How often readers did something with the content (NewsML-G2: `userInteraction`)."""

    count: Size
    """How often."""
    type: str | None = None
    """What they did, as a code: liked it, passed it on."""

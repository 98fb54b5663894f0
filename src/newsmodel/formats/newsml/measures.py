"""Ratings and interactions as elements and back."""

from __future__ import annotations

import re

from newsmodel.formats.newsml.attributes import as_qcode, as_size, attributes
from newsmodel.formats.newsml.reading import Element, Reading, attributes_in, nothing_in
from newsmodel.formats.newsml.writing import code, digits, element
from newsmodel.model import Interaction, Rating
from newsmodel.model.base import maker

_MAKE_RATING = maker(Rating)
_MAKE_INTERACTION = maker(Interaction)
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,14}[1-9])?")


def _as_decimal(value: str) -> float | None:
    """A number in its shortest form; None for any other."""
    return float(value) if _DECIMAL.fullmatch(value) else None


_RATING = attributes(
    {
        "value": ("value", _as_decimal),
        "scalemin": ("scale_min", _as_decimal),
        "scalemax": ("scale_max", _as_decimal),
        "scaleunit": ("scale_unit", as_qcode),
        "ratingtype": ("type", as_qcode),
        "valcalctype": ("calculation", as_qcode),
        "raters": ("raters", as_size),
        "ratertype": ("rater_type", as_qcode),
    }
)


def rating_in(node: Element, reading: Reading) -> Rating | None:
    """A mark from an element; None where it lacks a number."""
    fields = attributes_in(node, _RATING, reading)
    if not {"value", "scale_min", "scale_max"} <= set(fields):
        return None
    nothing_in(node, reading)
    found: Rating = _MAKE_RATING(**fields)
    return found


def rating(value: Rating) -> str:
    """A mark as an element."""
    pairs = (
        ("value", digits(value.value)),
        ("valcalctype", code(value.calculation)),
        ("scalemin", digits(value.scale_min)),
        ("scalemax", digits(value.scale_max)),
        ("scaleunit", code(value.scale_unit)),
        ("raters", value.raters),
        ("ratertype", code(value.rater_type)),
        ("ratingtype", code(value.type)),
    )
    return element("rating", "", pairs)


_INTERACTION = attributes(
    {"interactions": ("count", as_size), "interactiontype": ("type", as_qcode)}
)


def interaction_in(node: Element, reading: Reading) -> Interaction | None:
    """How often readers did something, from an element; None where it lacks the number."""
    fields = attributes_in(node, _INTERACTION, reading)
    if "count" not in fields:
        return None
    nothing_in(node, reading)
    found: Interaction = _MAKE_INTERACTION(**fields)
    return found


def interaction(value: Interaction) -> str:
    """How often readers did something, as an element."""
    pairs = (("interactions", value.count), ("interactiontype", code(value.type)))
    return element("userInteraction", "", pairs)

"""Ratings and interactions as elements and back."""

from __future__ import annotations

import re

from newsmodel.formats.newsml.xml.attributes import as_qcode, as_size, attributes
from newsmodel.formats.newsml.xml.reading import Element, Reading, attributes_in, nothing_in
from newsmodel.formats.newsml.xml.writing import attributes_of, code, digits
from newsmodel.model import Interaction, Rating
from newsmodel.model.base import maker

_MAKE_RATING = maker(Rating)
_MAKE_INTERACTION = maker(Interaction)
_DECIMAL = re.compile(r"-?[0-9]{1,16}(\.[0-9]{1,20})?")


def _as_decimal(value: str) -> float | None:
    """A number in its shortest form, as it would be written; None for any other."""
    number = float(value) if _DECIMAL.fullmatch(value) else None
    return number if number is not None and repr(number).removesuffix(".0") == value else None


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
    return f"<rating{_rating_attributes(value)}/>"


_rating_attributes = attributes_of(
    Rating,
    {
        "value": ("value", digits),
        "valcalctype": ("calculation", code),
        "scalemin": ("scale_min", digits),
        "scalemax": ("scale_max", digits),
        "scaleunit": ("scale_unit", code),
        "raters": ("raters", str),
        "ratertype": ("rater_type", code),
        "ratingtype": ("type", code),
    },
)


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
    return f"<userInteraction{_interaction_attributes(value)}/>"


_interaction_attributes = attributes_of(
    Interaction, {"interactions": ("count", str), "interactiontype": ("type", code)}
)

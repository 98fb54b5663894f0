"""Articles written for tests, each fixed to the letter; every name in them is invented.

`examples()` gives them all by name. They are functions so that what a test needs is made where it
is needed; what they return never changes.
"""

from __future__ import annotations

from collections.abc import Callable

from newsmodel.model import Article
from newsmodel.testing.examples._full import full_featured
from newsmodel.testing.examples._small import (
    a_message,
    an_article,
    corrected,
    embargoed,
    killed,
    long,
    many_images,
    minimal,
    non_public_notes,
    right_to_left,
    stale_translation,
    withheld,
)

__all__ = [
    "ALL",
    "a_message",
    "an_article",
    "corrected",
    "embargoed",
    "examples",
    "full_featured",
    "killed",
    "long",
    "many_images",
    "minimal",
    "non_public_notes",
    "right_to_left",
    "stale_translation",
    "withheld",
]

ALL: tuple[tuple[str, Callable[[], Article]], ...] = (
    ("an_article", an_article),
    ("corrected", corrected),
    ("embargoed", embargoed),
    ("full_featured", full_featured),
    ("killed", killed),
    ("long", long),
    ("many_images", many_images),
    ("minimal", minimal),
    ("non_public_notes", non_public_notes),
    ("right_to_left", right_to_left),
    ("stale_translation", stale_translation),
    ("withheld", withheld),
)
"""The name of each example article, and the function that makes it."""


def examples() -> dict[str, Article]:
    """All example articles by name."""
    return {name: make() for name, make in ALL}

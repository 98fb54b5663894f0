"""Documents to test importers with, all written by the project; every name in them is invented.

One story in every format, and documents that are awkward in the way real feeds and pages are, each
with a sentence that says how.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import attrs

from newsmodel.errors import UnknownFormatError

__all__ = ["FORMATS", "Sample", "paths", "samples", "story"]

_DATA = Path(__file__).parent / "data"


@attrs.frozen(kw_only=True)
class Sample:
    """A document, and what is awkward about it."""

    name: str
    """Its name: "wrong-order"."""
    format: str
    """Name of its format: "newsml"."""
    path: Path
    """Where it is."""
    about: str
    """What is awkward about it, in a sentence."""
    refused: bool = False
    """Whether a reader must refuse it, with an error that says why."""

    def __str__(self) -> str:
        """Format and name, as an id for a test."""
        return f"{self.format}/{self.name}"


def samples(format: str | None = None) -> tuple[Sample, ...]:
    """The awkward documents, of one format or of all, by format and name.

    Raises:
        UnknownFormatError: there are no samples of that format.
    """
    if format is not None:
        _known(format)
    entries = tomllib.loads((_DATA / "awkward.toml").read_text(encoding="utf-8"))
    found = (_sample(place, **entry) for place, entry in entries.items())
    return tuple(
        sorted((s for s in found if format in (None, s.format)), key=lambda s: (s.format, s.name))
    )


def _sample(place: str, *, about: str, refused: bool = False) -> Sample:
    path = _DATA / "awkward" / place
    name, format = path.name.partition(".")[0], path.parent.name
    return Sample(name=name, format=format, path=path, about=about, refused=refused)


def _known(format: str) -> None:
    if format not in FORMATS:
        raise UnknownFormatError(format, FORMATS)


def story(format: str) -> Path:
    """The file with the story in a format.

    It has a translation with a text of its own and one known by its language only, a picture with
    captions in two languages, and three quotations. Plain text holds the original alone.

    Raises:
        UnknownFormatError: there is no story in that format.
    """
    _known(format)
    return _DATA / f"story{_SUFFIXES[format]}"


_SUFFIXES = {
    "html": ".html",
    "json": ".json",
    "newsml": ".newsml.xml",
    "ninjs": ".ninjs.json",
    "text": ".txt",
}

FORMATS = tuple(_SUFFIXES)
"""The formats that there are samples of."""


def paths(format: str) -> tuple[Path, ...]:
    """All documents of a format: the story, then the awkward ones.

    Raises:
        UnknownFormatError: there are no samples of that format.
    """
    return (story(format), *(sample.path for sample in samples(format)))

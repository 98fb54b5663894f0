"""Which files of a picture, video or sound a page shows."""

from __future__ import annotations

import re

import attrs

from newsmodel.formats._shared.urls import written_image
from newsmodel.model import Image, Media, Rendition

__all__ = ["File", "main_file", "media_type", "shown_files", "srcset"]

_WIDE = 1200
"""Pixels: what a column of text needs on a sharp screen."""
_ALIKE = 0.02
"""By what share two files may differ in shape and still be the same picture."""
_NO_PICTURE = frozenset({"image/tiff", "image/x-eps", "application/postscript"})
"""Pictures that browsers do not show."""
_PLAYED = frozenset({
    "application/octet-stream", "application/ogg", "application/mp4", "application/dash+xml",
    "application/vnd.apple.mpegurl", "application/x-mpegurl",
})  # fmt: skip
"""Videos and sounds whose media type does not begin with what they are."""
_SMALL = ("thumb", "icon")
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+")


@attrs.frozen
class File:
    """A file with its address as the page names it."""

    address: str
    """The address."""
    rendition: Rendition
    """What is known of the file."""


def shown_files(medium: Media) -> tuple[File, ...]:
    """The files a browser can be pointed at, in order."""
    found = []
    for rendition in medium.renditions:
        address = written_image(rendition.href) if rendition.public and rendition.href else None
        if address is not None and _fits(medium, rendition):
            found.append(File(address, rendition))
    return tuple(found)


def _fits(medium: Media, rendition: Rendition) -> bool:
    kind = (rendition.content_type or "").lower()
    if not isinstance(medium, Image):
        return "/" not in kind or kind.startswith(("video/", "audio/")) or kind in _PLAYED
    return not kind or (kind.startswith("image/") and kind not in _NO_PICTURE)


def media_type(value: str | None) -> str | None:
    """A media type if it is one."""
    return value if value and _MEDIA_TYPE.fullmatch(value) else None


def main_file(files: tuple[File, ...]) -> File | None:
    """The file to show where only one can be: wide enough and no wider, thumbnails last."""
    return min(files, key=_distance) if len(files) > 1 else next(iter(files), None)


def _distance(file: File) -> tuple[int, int]:
    small = any(word in (file.rendition.role or "").lower() for word in _SMALL)
    width = file.rendition.width
    if width is None:
        return int(small), 0
    return int(small), width - _WIDE if width >= _WIDE else 10**6 - width


def srcset(main: File, files: tuple[File, ...]) -> str | None:
    """The same picture in several widths (HTML, "Srcset attributes"); None where it has one.

    Of several files of a width the main one is named, else the first.
    """
    ranked = [main, *files]
    alike = {f.rendition.width: f.address for f in reversed(ranked) if _is_alike(f, main)}
    if len(alike) < 2:
        return None
    return ", ".join([f"{address} {width}w" for width, address in sorted(alike.items())])


def _is_alike(file: File, main: File) -> bool:
    shapes = [_shape(file.rendition), _shape(main.rendition)]
    if not all(shapes) or file.address.endswith(",") or file.address.startswith(","):
        return False
    return abs(shapes[0] / shapes[1] - 1) < _ALIKE


def _shape(rendition: Rendition) -> float:
    return (rendition.width or 0) / rendition.height if rendition.height else 0

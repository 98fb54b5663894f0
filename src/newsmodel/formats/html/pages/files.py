"""Which files of a picture, video or sound a page shows."""

from __future__ import annotations

import re

import attrs

from newsmodel.formats._shared.urls import written_image
from newsmodel.model import Image, Media, Rendition, Video

__all__ = ["File", "main_file", "media_type", "shown_files", "srcset", "still_of"]

_WIDE = 1200
"""Pixels: what a column of text needs on a sharp screen."""
_ALIKE = 0.02
"""By what share two files may differ in shape and still be the same picture."""
_NO_PICTURE = frozenset({"image/tiff", "image/x-eps", "application/postscript"})
"""Pictures that browsers do not show."""
_PLAYED = frozenset({
    "application/dash+xml", "application/mp4", "application/octet-stream", "application/ogg",
    "application/vnd.apple.mpegurl", "application/x-mpegurl",
})  # fmt: skip
"""What may be a video or a sound, though its type does not begin like one."""
_NOT_PLAYED = re.compile(
    r"\.(?:txt|vtt|srt|pdf|xml|json|html?|docx?|rtf|jpe?g|png|gif|webp|tiff?|zip)$", re.IGNORECASE
)
"""Files beside a video whose type nobody tells: scripts, shot lists, subtitles, stills."""
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
    kind = (rendition.content_type or "").partition(";")[0].strip().lower()
    if isinstance(medium, Image):
        return not kind or _is_picture(kind)
    if "/" in kind:
        return kind.startswith(("video/", "audio/")) or kind in _PLAYED
    return not _NOT_PLAYED.search((rendition.href or "").partition("?")[0])


def _is_picture(kind: str) -> bool:
    return kind.startswith("image/") and kind not in _NO_PICTURE


def still_of(video: Video) -> str | None:
    """The address of the picture shown before a video plays: its poster, else one of its files."""
    pictures = [f for f in video.renditions if _is_picture((f.content_type or "").lower())]
    for file in (video.poster, *pictures):
        address = written_image(file.href) if file and file.public and file.href else None
        if address is not None:
            return address
    return None


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

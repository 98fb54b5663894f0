"""Which files of a picture, video or sound a page or a text shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import attrs

from newsmodel.formats._shared.urls import written_image, written_link
from newsmodel.model import Image, Media, Rendition, Video

__all__ = ["File", "main_file", "media_type", "page_of", "shown_files", "srcset", "still_of"]

_WIDE = 1200
"""Pixels: what a column of text needs on a sharp screen."""
_ALIKE = 0.02
"""By what share two files may differ in shape and still be the same picture."""
_PICTURE, _PLAYED, _PAGE = "picture", "played", "page"
_NO_PICTURE = frozenset({"image/tiff", "image/x-eps"})
"""Pictures that browsers do not show."""
_BY_TYPE = {
    **dict.fromkeys(
        ("application/dash+xml", "application/mp4", "application/ogg",
         "application/vnd.apple.mpegurl", "application/x-mpegurl"),
        _PLAYED,
    ),
    **dict.fromkeys(("application/xhtml+xml", "text/html"), _PAGE),
}  # fmt: skip
"""What browsers do with files whose types do not begin like those of pictures, videos, sounds."""
_BY_ENDING = {
    **dict.fromkeys(("avif", "gif", "jpeg", "jpg", "png", "svg", "webp"), _PICTURE),
    **dict.fromkeys(
        ("3gp", "aac", "avi", "flac", "m3u8", "m4a", "m4v", "mkv", "mov", "mp3", "mp4", "mpd",
         "mpeg", "mpg", "oga", "ogg", "ogv", "opus", "ts", "wav", "weba", "webm", "wmv"),
        _PLAYED,
    ),
    **dict.fromkeys(("asp", "aspx", "htm", "html", "jsp", "php", "xhtml"), _PAGE),
}  # fmt: skip
"""The same by their names, of files whose types nobody tells."""
_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_BEHIND_PATH = re.compile("[?#]")
_SMALL = ("thumb", "icon")
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+")


@attrs.frozen
class File:
    """A file with its address as the page names it."""

    address: str
    """The address."""
    rendition: Rendition
    """What is known of the file."""

    @property
    def width(self) -> int | None:
        """Its width in pixels; feeds say 0 where they do not know it."""
        return self.rendition.width or None

    @property
    def height(self) -> int | None:
        """Its height, likewise."""
        return self.rendition.height or None


def shown_files(medium: Media) -> tuple[File, ...]:
    """The files a browser can be pointed at, in order."""
    found = []
    for rendition in medium.renditions:
        address = written_image(rendition.href) if rendition.public and rendition.href else None
        if address is not None and _fits(medium, rendition):
            found.append(File(address, rendition))
    return tuple(found)


def _fits(medium: Media, rendition: Rendition) -> bool:
    if isinstance(medium, Image):
        kind = _type_of(rendition)
        return not kind or _is_picture(kind)
    return _use_of(rendition) == _PLAYED


def _use_of(rendition: Rendition) -> str | None:
    """What browsers do with a file: by its type, else by its name.

    A name without an ending may be that of a stream.
    """
    kind = _type_of(rendition)
    if "/" in kind and kind not in _UNTOLD:
        if kind.startswith(("video/", "audio/")):
            return _PLAYED
        return _PICTURE if _is_picture(kind) else _BY_TYPE.get(kind)
    name = _BEHIND_PATH.split(rendition.href or "", maxsplit=1)[0].rpartition("/")[2]
    _, dot, ending = name.rpartition(".")
    return _BY_ENDING.get(ending.lower()) if dot else _PLAYED


def _type_of(rendition: Rendition) -> str:
    return (rendition.content_type or "").partition(";")[0].strip().lower()


def _is_picture(kind: str) -> bool:
    return kind.startswith("image/") and kind not in _NO_PICTURE


def still_of(medium: Media) -> str | None:
    """The address of the picture shown before a video plays: its poster, else one of its files."""
    poster = medium.poster if isinstance(medium, Video) else None
    return _first((poster, *_used_as(_PICTURE, medium)), written_image)


def page_of(medium: Media) -> str | None:
    """The address of the page where a video or sound is played."""
    return _first(_used_as(_PAGE, medium), written_link)


def _used_as(use: str, medium: Media) -> Iterator[Rendition]:
    return (file for file in medium.renditions if _use_of(file) == use)


def _first(files: Iterable[Rendition | None], written: Callable[[str], str | None]) -> str | None:
    """The address of the first file that readers may have."""
    shown = (written(file.href) for file in files if file and file.public and file.href)
    return next((address for address in shown if address is not None), None)


def media_type(value: str | None) -> str | None:
    """A media type if it is one."""
    return value if value and _MEDIA_TYPE.fullmatch(value) else None


def main_file(files: tuple[File, ...]) -> File | None:
    """The file to show where only one can be: wide enough and no wider, thumbnails last."""
    return min(files, key=_distance) if len(files) > 1 else next(iter(files), None)


def _distance(file: File) -> tuple[int, int]:
    small = any(word in (file.rendition.role or "").lower() for word in _SMALL)
    width = file.width
    if width is None:
        return int(small), 0
    return int(small), width - _WIDE if width >= _WIDE else 10**6 - width


def srcset(main: File, files: tuple[File, ...]) -> str | None:
    """The same picture in several widths (HTML, "Srcset attributes"); None where it has one.

    Of several files of a width the main one is named, else the first.
    """
    ranked = [main, *files]
    alike = {f.width: f.address for f in reversed(ranked) if _is_alike(f, main)}
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

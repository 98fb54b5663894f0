"""The files of pictures, videos and sounds in a body: which may be shown, and which are seen."""

from __future__ import annotations

import re

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.urls import is_safe_image
from newsmodel.formats._shared.xhtml.vocabulary import Element
from newsmodel.model import Rendition
from newsmodel.model.base import changed

__all__ = ["address_of", "file_of", "files_of", "is_tiny", "safe_address"]

_SOURCES = ("src", "data-src", "data-original", "data-lazy-src")
"""Where the address of a file stands; a script puts the others into the first."""
_SMALLEST = 3
"""Pictures of fewer pixels a side are there to count readers."""
_COUNTING = re.compile(
    r"[/._-](?:pixel|beacon|track(?:er|ing)?|(?:click|view|page)?counter|countpixel|vgwort"
    r"|newsroom/ti)(?:[/.?&=]|$)",
    re.IGNORECASE,
)
"""In the address of a picture without words and size: that it counts readers."""
_PHOTO = re.compile(r"\.(?:jpe?g|webp|avif|tiff?)(?:$|[?#])", re.IGNORECASE)


def safe_address(address: str | None) -> str | None:
    """An address that a page may load."""
    href = writable(address or "").strip()
    return href if href and is_safe_image(href) else None


def address_of(img: Element) -> str | None:
    """The address of a picture that readers are meant to see."""
    href = next(filter(None, map(safe_address, map(img.get, _SOURCES))), None)
    return href if href and not _counts_readers(img, href) else None


def files_of(played: Element) -> tuple[Rendition, ...]:
    """The files of a video or a sound: its own, or those of the sources in it."""
    files = []
    for each in (played, *played.iterfind("{*}source")):
        href = next(filter(None, map(safe_address, map(each.get, _SOURCES))), None)
        kind = writable(each.get("type") or "").partition(";")[0].strip()
        if href is not None:
            files.append(changed(file_of(played, href), content_type=kind or None))
    return tuple(files)


def is_tiny(img: Element) -> bool:
    sides = (_pixels(img, side) for side in ("width", "height"))
    return any(side is not None and side < _SMALLEST for side in sides)


def _counts_readers(img: Element, href: str) -> bool:
    """Whether a picture is there for nobody to see."""
    if is_tiny(img):
        return True
    plain = not (img.get("alt") or img.get("width") or img.get("height"))
    return plain and _COUNTING.search(href) is not None and _PHOTO.search(href) is None


def file_of(img: Element, href: str | None, ident: str | None = None) -> Rendition:
    width, height = _pixels(img, "width"), _pixels(img, "height")
    return Rendition(href=href, residref=ident, width=width, height=height)


def _pixels(img: Element, side: str) -> int | None:
    value = (img.get(side) or "").strip().removesuffix("px")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else None

"""The files that a `media` of NITF names, and what they are."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.urls import MEDIA_FILE
from newsmodel.formats._shared.xhtml.vocabulary import Element, split_name
from newsmodel.formats._shared.xhtml.words import visible

__all__ = ["address_of", "attribute_of", "files_of", "kind_of", "line_of_attribute", "named"]

_SEEN = frozenset({"image", "video", "audio"})
_OTHERS = frozenset({"text", "data", "application", "other"})


def kind_of(element: Element) -> str:
    """What a `media` or an `img` shows: "image", "video" or "audio"; "file" for any other file.

    Its own word for it counts, else the media type of its first file.
    """
    said = attribute_of(element, "media-type") or ""
    types = (attribute_of(each, "mime-type") or "" for each in files_of(element))
    mime = next(filter(None, types), "").partition("/")[0].lower()
    kind = said.lower()
    if kind in _SEEN:
        return kind
    if mime in _SEEN:
        return mime
    if not mime and any(MEDIA_FILE.search(address_of(each) or "") for each in files_of(element)):
        return "image"
    return "file" if kind in _OTHERS or (not kind and mime in _OTHERS) else "image"


def files_of(element: Element) -> list[Element]:
    """The elements that name the files of a picture."""
    return list(named(element, "media-reference")) or [element]


def address_of(element: Element) -> str | None:
    """The address of the file that an element names, or its name."""
    return attribute_of(element, "source", "src", "name")


def attribute_of(element: Element, *names: str) -> str | None:
    """The first of these attributes that says something."""
    return next(filter(None, (line_of_attribute(element.get(name)) for name in names)), None)


def line_of_attribute(value: str | None) -> str:
    """The value of an attribute as one line."""
    return " ".join(writable(value or "").split())


def named(element: Element, name: str) -> Iterator[Element]:
    """The elements of a name within another that readers may see."""
    for event, each in visible(element):
        if event == "start" and split_name(each)[1].lower() == name:
            yield each

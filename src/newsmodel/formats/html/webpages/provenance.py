"""How an article and its pictures were made, by what the data of a page say."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.formats.html.digital import code_of
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.sources import file_name
from newsmodel.formats.html.webpages.things import Thing, types_of
from newsmodel.model import Image, Provenance
from newsmodel.model.base import changed

__all__ = ["provenance", "with_provenance"]

_ADDRESSES = ("contentUrl", "url", "thumbnailUrl")
_MOST = 100


def provenance(page: Page, thing: Thing | None) -> tuple[Provenance, ...]:
    """What a node says of how a thing was made, as codes of IPTC."""
    codes = [code_of(value) for value in page.graph.texts(thing, "digitalSourceType")]
    return tuple([Provenance(digital_source_type=code) for code in dict.fromkeys(codes) if code])


def with_provenance(page: Page, images: Iterable[Image]) -> tuple[Image, ...]:
    """Pictures with what the nodes of their files say of how they were made."""
    told = _told(page)
    return tuple([_completed(image, told) for image in images] if told else images)


def _told(page: Page) -> dict[str, tuple[Provenance, ...]]:
    found: dict[str, tuple[Provenance, ...]] = {}
    pictures = [t for _, t in page.graph.things if "ImageObject" in types_of(t)]
    for thing in pictures[:_MOST]:
        if made := provenance(page, thing):
            urls = [url for name in _ADDRESSES for url in page.graph.texts(thing, name)]
            found |= {file_name(url): made for url in urls}
    return found


def _completed(image: Image, told: dict[str, tuple[Provenance, ...]]) -> Image:
    names = [file_name(each.href or "") for each in image.renditions]
    made = next((told[name] for name in names if name in told), None)
    return changed(image, provenance=made) if made else image

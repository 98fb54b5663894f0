"""The pictures, videos and sounds of a document in NITF."""

from __future__ import annotations

import attrs
from lxml import etree

from newsmodel.formats._shared.nitf.media import (
    address_of,
    attribute_of,
    files_of,
    kind_of,
    named,
)
from newsmodel.formats._shared.xhtml.pictures import caption_of, made_id, own_first, tag_of
from newsmodel.formats._shared.xhtml.vocabulary import Element, is_kept_back, split_name
from newsmodel.formats._shared.xhtml.words import is_to_editors, line_of, lines_of
from newsmodel.model import Audio, Image, ImageCaption, Media, Rendition, Rights, Video
from newsmodel.model.base import changed

__all__ = ["Images", "NitfImage"]

_CLASSES: dict[str, type[Media]] = {"video": Video, "audio": Audio}


@attrs.frozen(kw_only=True)
class NitfImage:
    """A picture, video or sound of a document."""

    id: str
    """The id its place in the body has."""
    files: tuple[Rendition, ...] = ()
    """Its files, each by its address or name."""
    kind: str = "image"
    """What it is: "image", "video", "audio"."""
    captions: tuple[tuple[str | None, str], ...] = ()
    """Its captions, each with its language where that is not the text's; the nearest first."""
    alt_text: str | None = None
    """What it shows, for those who do not see it."""
    credit: str | None = None
    """Who made it, or who is credited for it."""
    notice: str | None = None
    """Who holds its copyright, and on what terms."""

    def medium(self) -> Media:
        """It as the model has it."""
        cls = _CLASSES.get(self.kind, Image)
        (tag, text), *others = self.captions or ((None, None),)
        first = caption_of(text, self.alt_text, [self.credit] if self.credit else [])
        more = [ImageCaption(language=other, text=line) for other, line in others]
        captions = () if first == ImageCaption() else (changed(first, language=tag), *more)
        rights = None if self.notice is None else Rights(notices=(self.notice,))
        found: Media = cls(id=self.id, renditions=self.files, captions=captions, rights=rights)
        return found


class Images:
    """The pictures of a document, in the order in which they are met."""

    def __init__(self, language: str | None) -> None:
        self.found: list[NitfImage] = []
        self._ids: set[str] = set()
        self._language = language

    def take(self, element: Element) -> str | None:
        """Keep what a `media` or an `img` shows, and give its id; None without a file."""
        files = [each for each in files_of(element) if address_of(each)]
        kind = kind_of(element)
        if not files or kind == "file" or _is_kept_back(element):
            return None
        first = files[0]
        image = NitfImage(
            id=made_id(address_of(first) or "", self._ids),
            files=tuple(map(_file, files)),
            kind=kind,
            captions=self._captions(element),
            alt_text=attribute_of(first, "alternate-text", "alt"),
            credit=_lines(element, "media-producer") or attribute_of(first, "source-credit"),
            notice=next(filter(None, (attribute_of(each, "copyright") for each in files)), None),
        )
        self.found.append(image)
        return image.id

    def _captions(self, element: Element) -> tuple[tuple[str | None, str], ...]:
        """Its captions: the lines of each language together."""
        lines: dict[str, list[str]] = {}
        for each in named(element, "media-caption"):
            if line := lines_of(each):
                tag = tag_of(each) or self._language
                lines.setdefault(tag or "", []).append(line)
        return tuple([(tag, "\n".join(each)) for tag, each in own_first(lines, self._language)])


def _is_kept_back(element: Element) -> bool:
    notes = (e for e in element.iterancestors(etree.Element) if split_name(e)[1].lower() == "note")
    return is_kept_back(element) or any(map(is_to_editors, notes))


def _file(element: Element) -> Rendition:
    return Rendition(
        href=address_of(element),
        content_type=attribute_of(element, "mime-type"),
        width=_pixels(element.get("width")),
        height=_pixels(element.get("height")),
    )


def _lines(element: Element, name: str) -> str | None:
    return "\n".join(filter(None, map(line_of, named(element, name)))) or None


def _pixels(value: str | None) -> int | None:
    number = (value or "").strip().removesuffix("px")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 10 else None

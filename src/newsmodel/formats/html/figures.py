"""Pictures in pages: how they are shown, and what a reader takes from that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsmodel.formats._shared.escaping import attribute, attributes, text
from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.urls import is_safe_image
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.elements import Element, string
from newsmodel.model import Audio, Image, ImageCaption, Media, Rendition, Video
from newsmodel.model.base import changed

IMAGE = f"{DATA}-image"
"""Marks what is shown of a picture, with its number among the article's pictures."""


def inside(medium: Media, language: str | None, number: int | None = None) -> str:
    """What stands within the figure of a picture, video or sound: itself, caption, credit."""
    caption = _caption(medium, language)
    parts = [_shown(medium, caption)]
    if caption.text is not None:
        parts.append(f'<span class="nm-caption">{text(caption.text)}</span>')
    if caption.credit is not None:
        parts.append(f'<small class="nm-credit">{text(caption.credit)}</small>')
    mark = attribute(IMAGE, number) if number is not None else ""
    lines = f"<figcaption>{' '.join(parts[1:])}</figcaption>" if parts[1:] else ""
    return f'<div class="nm-image"{mark}>{parts[0]}{lines}</div>'


def figure(image: Media, language: str | None, number: int | None, css: str) -> str:
    """A figure that stands outside the body."""
    return f'<figure class="{css}">{inside(image, language, number)}</figure>'


def _caption(medium: Media, language: str | None) -> ImageCaption:
    """What is shown of the caption in the article's language, the credit line with it."""
    caption = medium.caption_in(language) or ImageCaption()
    credit = caption.credit if caption.credit is not None else medium.credit
    return ImageCaption(text=caption.text, alt_text=caption.alt_text, credit=credit)


def _file(medium: Media) -> Rendition | None:
    fitting = (r for r in medium.renditions if r.public and r.href and is_safe_image(r.href))
    return next(fitting, None)


def _shown(medium: Media, caption: ImageCaption) -> str:
    file = _file(medium)
    if file is None or file.href is None:
        return ""
    if isinstance(medium, Video | Audio):
        tag = "video" if isinstance(medium, Video) else "audio"
        return f'<{tag} controls preload="none"{attribute("src", file.href)}></{tag}>'
    size = attributes([("width", file.width), ("height", file.height)])
    alt = attribute("alt", caption.alt_text or "")
    return f"<img{attribute('src', file.href)}{alt}{size}/>"


# ------------------------------------------------------------------ reading
def shown_images(images: Iterable[Image], language: str | None) -> tuple[Image, ...]:
    """What a reader of the page alone knows of the pictures."""
    return tuple([_as_shown(image, language) for image in images])


def _as_shown(image: Image, language: str | None) -> Image:
    file, caption = _file(image), _caption(image, language)
    if file is None:
        caption = changed(caption, alt_text=None)
    elif caption.alt_text is None:
        caption = changed(caption, alt_text="")
    renditions = (Rendition(href=file.href),) if file else ()
    captions = () if caption == ImageCaption() else (caption,)
    return Image(renditions=renditions, captions=captions)


def read_image(node: Element) -> Image:
    """A picture from what is shown of it."""
    img = node.find(".//img")
    words: dict[str, str | None] = {"text": None, "credit": None}
    for name, css in (("text", "nm-caption"), ("credit", "nm-credit")):
        found = node.find(f".//*[@class='{css}']")
        words[name] = None if found is None else string(found)
    alt = None if img is None else writable(img.get("alt") or "")
    caption = ImageCaption(text=words["text"], credit=words["credit"], alt_text=alt)
    href = None if img is None else img.get("src")
    return Image(
        renditions=(Rendition(href=writable(href)),) if href is not None else (),
        captions=() if caption == ImageCaption() else (caption,),
    )


def with_edits(
    images: tuple[Image, ...], found: Mapping[int, Image], language: str | None
) -> tuple[Image, ...]:
    """The pictures of the data island, with what was edited in the page."""
    return tuple(
        _edited(image, found[number], language) if number in found else image
        for number, image in enumerate(images)
    )


def _edited(image: Image, now: Image, language: str | None) -> Image:
    before = _as_shown(image, language)
    if before == now:
        return image
    old = before.captions[0] if before.captions else ImageCaption()
    new = now.captions[0] if now.captions else ImageCaption()
    names = ("text", "alt_text", "credit")
    changes = {n: getattr(new, n) for n in names if getattr(new, n) != getattr(old, n)}
    if not changes:
        return image
    caption = image.caption_in(language)
    edited = changed(caption or ImageCaption(language=language), printed=None, **changes)
    rest = tuple(each for each in image.captions if each is not caption)
    return changed(image, captions=(edited, *rest))

"""Pictures in the library's own pages: what a reader of a page alone knows of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsmodel.captions import Credit, parse_caption, read_credit
from newsmodel.formats._shared.shown_files import main_file, shown_files
from newsmodel.formats._shared.text import writable
from newsmodel.formats._shared.urls import is_safe_image
from newsmodel.formats.html.elements import Element, Told, line_of, number_in, string
from newsmodel.formats.html.pages.figures import ALT, IMAGE, caption_for, credit_for
from newsmodel.formats.html.pages.names import is_named
from newsmodel.model import Image, ImageCaption, Rendition
from newsmodel.model.base import changed, maker
from newsmodel.plain import to_plain

__all__ = ["images_in", "shown_images", "unsure_credits", "with_edits"]


_CREDIT = "nm-credit-line"
_APART = frozenset({_CREDIT, "nm-credit", "nm-disclosure", "nm-transcript"})
"""Lines of a figure that are no part of its caption."""
_BESIDE = ("creator", "credit", "rights")
"""Fields of a picture that name those of its credit, too."""
_CREDITED = (
    "the credit {!r} was edited in the page, and of its picture the field {!r} names {!r} still:"
    " see whether that holds"
)
_NOTHING, _NO_CAPTION = Image(), ImageCaption()


def shown_images(images: Iterable[Image], language: str | None) -> tuple[Image, ...]:
    """What a reader of the page alone knows of the pictures."""
    shown = [_as_shown(image, language) for image in images if shown_files(image)]
    return tuple([image for image in shown if image != _NOTHING])


def _as_shown(image: Image, language: str | None) -> Image:
    file = main_file(shown_files(image))
    known, credit = caption_for(image, language) or _NO_CAPTION, credit_for(image, language)
    caption = maker(ImageCaption)(
        text=known.text,
        alt_text=None if file is None else known.alt_text or "",
        credit=credit[0] if credit else None,
    )
    return maker(Image)(
        renditions=(maker(Rendition)(href=file.address),) if file else (),
        captions=() if caption == _NO_CAPTION else (caption,),
    )


def images_in(node: Element, language: str | None) -> dict[int, Image]:
    """The pictures shown in a page, by their number among the article's."""
    shown = node.iterfind(f".//*[@{IMAGE}]")
    numbered = [(number_in(held.get(IMAGE)), held) for held in shown]
    images = {n: _read(held, language) for n, held in numbered if n is not None}
    return {number: image for number, image in images.items() if image != _NOTHING}


def _read(node: Element, language: str | None) -> Image:
    """A picture from what is shown of it."""
    img = node.find(".//img")
    said = _said(node, language)
    alt = None if img is None else writable(img.get("alt") or "")
    if img is not None and alt == "" and img.get(ALT) == "caption":
        alt = said.text
    caption = changed(said, alt_text=alt)
    href = None if img is None else img.get("src")
    return Image(
        renditions=(Rendition(href=writable(href)),) if href is not None else (),
        captions=() if caption == _NO_CAPTION else (caption,),
    )


def _said(node: Element, language: str | None) -> ImageCaption:
    """Caption and credit; a line that somebody wrote in their place is taken apart."""
    caption, credit = (node.find(f".//*[@class='nm-{css}']") for css in ("caption", "credit"))
    text = None if caption is None else string(caption)
    line = line_of(node, _APART)
    rewritten = bool(line) and line != " ".join((text or "").split())
    if rewritten and node.find(f".//*[@class='{_CREDIT}']") is None:
        return changed(parse_caption(line, language), language=None, printed=None)
    return ImageCaption(
        text=line if rewritten else text, credit=None if credit is None else string(credit)
    )


def with_edits(
    images: tuple[Image, ...], found: Mapping[int, Image], language: str | None
) -> tuple[Image, ...]:
    """The pictures of the data island, with what was edited in the page."""
    return tuple(
        _edited(image, found[number], language) if number in found else image
        for number, image in enumerate(images)
    )


def _may_be_loaded(image: Image) -> bool:
    return any(is_safe_image(href) for file in image.renditions if (href := file.href))


def _edited(image: Image, now: Image, language: str | None) -> Image:
    before = _as_shown(image, language)
    if before == now:
        return image
    old = before.captions[0] if before.captions else ImageCaption()
    new = now.captions[0] if now.captions else ImageCaption()
    names = ("text", "alt_text", "credit")
    changes: dict[str, Any] = {
        n: getattr(new, n) for n in names if getattr(new, n) != getattr(old, n)
    }
    if now.renditions != before.renditions and _may_be_loaded(now):
        image = changed(image, renditions=now.renditions)  # the other sizes are of another picture
    if not changes:
        return image
    caption = caption_for(image, language)
    if "credit" in changes:
        changes |= _credited(new, old, caption or ImageCaption())
    edited = changed(caption or ImageCaption(language=language), printed=None, **changes)
    rest = tuple(each for each in image.captions if each is not caption)
    return changed(image, captions=(edited, *rest))


def _credited(new: ImageCaption, old: ImageCaption, known: ImageCaption) -> dict[str, Any]:
    """Whom a credit names, where it is another than before.

    Args:
        new: the caption as it is printed now.
        old: the caption as it was.
        known: that of the picture: a line that was made of its names is no other for those left.
    """
    rest, people = new.credit or "", dict[str, list[str]]()
    for field in ("photographers", "agencies"):
        names = () if known.credit else getattr(known, field)
        was, now = old.credit or "", new.credit or ""
        people[field] = [n for n in names if is_named(now, n) or not is_named(was, n)]
        for name in people[field]:
            rest = re.sub(re.escape(name), "", rest, flags=re.IGNORECASE)
    found = read_credit(rest.strip(" ,/"))
    more = {"photographers": found.photographers, "agencies": found.agencies}
    kept = [name for names in people.values() for name in names]
    changes: dict[str, Any] = {
        field: (*people[field], *[n for n in names if not any(is_named(k, n) for k in kept)])
        for field, names in more.items()
    }
    return changes | ({"label": new.label} if new.label else {})


def unsure_credits(
    before: tuple[Image, ...], now: tuple[Image, ...], node: Element, language: str | None
) -> Iterator[Told]:
    """What pictures still say of those whom an edited credit names no more, with its line."""
    for number, (old, new) in enumerate(zip(before, now, strict=True)):
        was, credit = ((credit_for(each, language) or ("",))[0] for each in (old, new))
        if not was or not credit or was == credit:
            continue
        figure = node.find(f".//*[@{IMAGE}='{number}']")
        for field, name in _names_left(new, read_credit(was), credit):
            told = _CREDITED.format(credit[:80], field, name)
            yield told, None if figure is None else figure.sourceline


def _names_left(image: Image, was: Credit, credit: str) -> Iterator[tuple[str, str]]:
    """The fields in which a name stands that is not in the credit; each is told once."""
    names = (str(image.creator or ""), *was.photographers, *was.agencies)
    gone = [name for name in names if name and not is_named(credit, name)]
    plain = to_plain(image) if gone else {}
    for field in _BESIDE:
        said = " / ".join(_strings(plain.get(field)))
        yield from [(field, name) for name in gone if is_named(said, name)][:1]


def _strings(plain: object) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict | list | tuple):
        for each in plain.values() if isinstance(plain, dict) else plain:
            yield from _strings(each)

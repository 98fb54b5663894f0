"""The pictures of an article: those shown with it, and what its data say of them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from itertools import islice

from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.legends import (
    caption_elements,
    holds_only_words,
    legend,
    named_captions,
)
from newsmodel.formats.html.webpages.outline import Outline, is_unseen
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.region import Region
from newsmodel.formats.html.webpages.sources import PICTURES, file_name, renditions
from newsmodel.formats.html.webpages.words import tokens
from newsmodel.model import Image, ImageCaption, ImageRole, Rendition
from newsmodel.model.base import changed

__all__ = ["is_elsewhere", "picture", "read_pictures"]

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:x-newsmodel:html:image")
_NO_PICTURES = frozenset({"nav", "aside", "footer", "button", "form", "template"})
_SMALL = 100
_HIGH = 8
_CLEAREST = 4
_MOST = 200
_MOST_TRIED = 500
_MANY = 50
_CAPTIONED = frozenset("teaser teasers promo promotion logo social share sharing banner".split())


def read_pictures(
    page: Page, outline: Outline, region: Region, language: str | None
) -> tuple[tuple[Image, ...], dict[Element, str | None]]:
    """The pictures of the article in order, and the elements of the text that show them.

    An element with None shows a sign, or a picture that was shown before.
    """
    images: dict[str, Image] = {}
    named: dict[str, str] = {}  # the ids of the pictures by the names of their files
    places: dict[Element, str | None] = {}
    last = outline.places.get(region.text, 0)
    for box in _boxes(page, region):
        files = renditions(page, box)
        caption = legend(box, language, page.words)
        before = outline.places.get(box, 0) < last
        inside = region.text in box.iterancestors()
        if inside:
            places[box] = None
        if not files or (_is_small(files) and (caption is None or caption.text is None)):
            continue
        image = picture(files, caption)
        if not before and not inside:
            continue
        names = [file_name(each.href or "") for each in image.renditions]
        known = next((images[named[name]] for name in names if name in named), None)
        if known is None:
            named |= dict.fromkeys(names, str(image.id))
            role = ImageRole.LEAD if before and not images else ImageRole.INLINE
            images[str(image.id)] = changed(image, role=role)
        elif _said(image) > _said(known):
            images[str(known.id)] = changed(known, captions=image.captions)
        if inside and known is None:
            places[box] = str(image.id)
        if len(images) >= _MOST:
            break
    return tuple(images.values()), places


def _said(image: Image) -> tuple[bool, bool, bool]:
    """How much is said of a picture: a caption first, a credit or an alternative text next."""
    said = image.captions[0] if image.captions else ImageCaption()
    return bool(said.text), bool(said.alt_text or said.credit), bool(image.captions)


def picture(files: tuple[Rendition, ...], caption: ImageCaption | None) -> Image:
    """A picture by its files; its id follows from the address of the first."""
    return Image(
        id=uuid.uuid5(_NAMESPACE, files[0].href or "").urn,
        renditions=files,
        captions=(caption,) if caption else (),
    )


def _is_small(files: tuple[Rendition, ...]) -> bool:
    """Whether it is known to be no larger than a sign or a portrait beside a name."""
    widths = [r.width for r in files if r.width]
    return bool(widths) and max(widths) < _SMALL


# ------------------------------------------------------------------ where pictures stand
def _boxes(page: Page, region: Region) -> Iterator[Element]:
    """The elements that hold a picture and its caption, in order, each picture once."""
    taken: set[Element] = set()
    for img in list(islice(region.whole.iter("img", "amp-img"), _MOST_TRIED)):
        box = _box(page, img, region)
        if box in taken or any(outer in taken for outer in box.iterancestors()):
            continue
        if is_unseen(img) or is_elsewhere(page, box, region):
            continue
        taken.add(box)
        yield box


def is_elsewhere(page: Page, box: Element, region: Region) -> bool:
    """Whether a picture is unseen, or part of the furniture or of what leads to other articles."""
    captioned = next(caption_elements(box, page.words), None) is not None
    for outer in (box, *box.iterancestors()):
        if outer is region.whole or outer is region.text:
            return False
        if is_unseen(outer):
            return True
        if outer.tag in _NO_PICTURES and not (outer.tag == "aside" and captioned):
            return True
        away = tokens(f"{outer.get('class') or ''} {outer.get('id') or ''}") & page.words.away
        if away - _CAPTIONED if captioned else away:
            return True
        if outer.tag == "a" and not captioned and _leads_to_page(outer):
            return True
    return False


def _leads_to_page(link: Element) -> bool:
    """Whether a link around a picture leads to another page, and not to the picture."""
    path = (link.get("href") or "").partition("?")[0].lower()
    return bool(path) and not path.startswith("#") and not path.endswith(PICTURES)


def _box(page: Page, img: Element, region: Region) -> Element:
    """The element that holds a picture and its caption: the innermost of those that say it best."""
    best, most = img, 0
    figures = set(img.iterancestors("figure"))
    for outer in _around(img, region):
        captions = list(named_captions(outer, page.words))
        if any(_is_another_figures(each, figures) for each in captions):
            break
        said = _captioned(page, outer, captions)
        if said > most:
            best, most = outer, said
        if most == _CLEAREST:
            break
    return best


def _around(img: Element, region: Region) -> Iterator[Element]:
    """The elements around a picture that hold no other, and not the text."""
    own = _file(img)
    around = (each for each in img.iterancestors() if each.tag != "source")
    for outer in islice(around, _HIGH):
        if outer in (region.whole, region.text) or outer.tag == "body":
            return
        if _holds_text(outer, region) or _holds_others(outer, own):
            return
        yield outer


def _captioned(page: Page, box: Element, captions: list[Element]) -> int:
    """How clearly an element holds the caption of its picture; 0 where it holds none."""
    if box.tag == "figure" and any(each.tag == "figcaption" for each in captions):
        return _CLEAREST
    if captions:
        return 3
    if holds_only_words(box, page.words):
        return 2
    return 1 if box.tag == "figure" else 0


def _is_another_figures(caption: Element, figures: set[Element]) -> bool:
    """Whether a caption stands in a figure that shows something else: a video, a table."""
    figure = next(caption.iterancestors("figure"), None)
    return figure is not None and figure not in figures


def _holds_others(box: Element, own: str) -> bool:
    beside = [_file(each) for each in islice(box.iter("img"), _MANY)]
    return len(beside) == _MANY or any(file not in (own, "") for file in beside)


def _file(img: Element) -> str:
    """What tells an image from those beside it; "" for a sign, or a copy for the scriptless."""
    outer = img.getparent()
    if outer is not None and outer.tag == "noscript":
        return ""
    source = img.get("data-src") or img.get("src") or img.get("srcset") or ""
    return "" if source.startswith("data:") or ".svg" in source else source


def _holds_text(box: Element, region: Region) -> bool:
    return box in region.text.iterancestors() or len(list(islice(box.iter("p"), 7))) > 6

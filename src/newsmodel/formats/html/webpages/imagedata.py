"""What the data of a page say of its pictures: `ImageObject` of schema.org, OpenGraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsmodel.captions import parse_caption
from newsmodel.formats.html.webpages.legends import credit_of
from newsmodel.formats.html.webpages.named import concept
from newsmodel.formats.html.webpages.page import Page
from newsmodel.formats.html.webpages.pictures import picture
from newsmodel.formats.html.webpages.rights import rights_of
from newsmodel.formats.html.webpages.sources import file_name
from newsmodel.formats.html.webpages.things import Thing, types_of
from newsmodel.model import Concept, Contributor, Image, ImageCaption, ImageRole, Rendition
from newsmodel.model.base import changed

__all__ = ["completed", "data_image"]

_CREDITS = ("creditText", "copyrightHolder", "author", "creator", "copyrightNotice")
_MAKERS = ("creator", "author")
_ADDRESSES = ("contentUrl", "url", "thumbnailUrl", "embedUrl")
_MOST = 100


def completed(page: Page, images: Iterable[Image], language: str | None) -> Iterator[Image]:
    """Pictures with captions and credits from the data where the page prints none.

    Who made them and what others may do with them is of the data alone.
    """
    known = dict(_things(page))
    for image in images:
        names = [file_name(each.href or "") for each in image.renditions]
        thing = next((known[name] for name in names if name in known), None)
        yield image if thing is None else _completed(page, image, thing, language)


def _things(page: Page) -> Iterator[tuple[str, Thing]]:
    """The pictures the data tell of, by what their files are called."""
    found = [t for _, t in page.graph.things if "ImageObject" in types_of(t)]
    for thing in reversed(found[:_MOST]):
        for name in _ADDRESSES:
            for url in page.graph.texts(thing, name):
                yield file_name(url), thing


def _completed(page: Page, image: Image, thing: Thing, language: str | None) -> Image:
    shown = image.captions[0] if image.captions else ImageCaption(language=language)
    told = _caption(page, thing, language)
    credit = shown.credit is None and told.credit is not None
    text = shown.text is None and shown.credit is None and told.text is not None
    if credit:
        people = {"photographers": told.photographers, "agencies": told.agencies}
        shown = changed(shown, credit=told.credit, **people)
    if text:
        shown = changed(shown, text=told.text)
    image = changed(image, captions=(shown,)) if credit or text else image
    return _owned(page, image, thing)


def _owned(page: Page, image: Image, thing: Thing) -> Image:
    """A picture with its rights, and with who made it where its credit does not say so.

    Several people are photographers of its caption, as one alone would not be the truth.
    """
    image = changed(image, rights=rights_of(page, thing))
    credited = image.captions[0] if image.captions else ImageCaption()
    values = [value for name in _MAKERS for value in page.graph.values(thing, name)[:_MOST]]
    named = [each for value in values if (each := concept(page, value, "organisation"))]
    people = dict.fromkeys(person for each in named for person in _people(each))
    if len(people) < 2:
        makers = (_maker(each, credited) for each in named)
        return changed(image, creator=next(filter(None, makers), None))
    line = (credited.credit or "").casefold()
    unsaid = [name for name in people if name.casefold() not in line]
    shown = dict.fromkeys((*credited.photographers, *unsaid))
    credited = changed(credited, photographers=tuple(shown))
    return changed(image, captions=(credited, *image.captions[1:]))


def _people(named: Concept) -> tuple[str, ...]:
    """The people in a name, which may be a line of several."""
    return credit_of(named.name or "", None).photographers


def _maker(named: Concept, credited: ImageCaption) -> Contributor | None:
    line = named.name
    if line is None:
        return None
    person = next(iter(_people(named)), None)
    told = person or line
    if told in (credited.credit or "") or (credited.photographers and person is None):
        return None
    whole = named.type == "organisation" and person is None
    return Contributor(name=told, concept=named if whole else None, links=named.links)


def _caption(page: Page, thing: Thing, language: str | None) -> ImageCaption:
    """Caption and credit of a node; a credit within the caption is taken out of it."""
    line = page.graph.text(thing, "caption") or ""
    parsed = parse_caption(line, language)
    credits_ = (_credit_line(page, thing, name) for name in _CREDITS)
    credit = next((each for each in credits_ if each and not each.startswith("http")), None)
    if credit is None:
        return changed(parsed, printed=None)
    found = credit_of(credit, language)
    text = parsed.text if parsed.credit in (None, found.credit) else line
    text = None if line == credit else text
    return changed(found, text=text or None, printed=None)


def _credit_line(page: Page, thing: Thing, name: str) -> str | None:
    """The value of a property; of those who made a picture all are credited."""
    if name in _MAKERS:
        told = page.graph.texts(thing, name)[:_MOST]
        return ", ".join(dict.fromkeys(each for each in told if not each.startswith("http")))
    return page.graph.text(thing, name)


# ------------------------------------------------------------------ where none is shown
def data_image(page: Page, language: str | None) -> Image | None:
    """The picture the page's data name, for a page that shows none."""
    for value in page.graph.values(page.article, "image"):
        if isinstance(value, dict):
            if image := _of_thing(page, value, language):
                return image
        elif isinstance(value, str) and (url := page.address(value)):
            return _lead(Rendition(href=url), None)
    url = page.address(page.meta("og:image:secure_url", "og:image", "twitter:image"))
    if url is None:
        return None
    alt = page.meta("og:image:alt", "twitter:image:alt")
    return _lead(
        Rendition(href=url), ImageCaption(language=language, alt_text=alt) if alt else None
    )


def _of_thing(page: Page, thing: Thing, language: str | None) -> Image | None:
    url = page.address(page.graph.text(thing, "contentUrl") or page.graph.text(thing, "url"))
    if url is None:
        return None
    caption = _caption(page, thing, language)
    said = caption.text is not None or caption.credit is not None
    return _owned(page, _lead(_sized(page, thing, url), caption if said else None), thing)


def _lead(file: Rendition, caption: ImageCaption | None) -> Image:
    return changed(picture((file,), caption), role=ImageRole.LEAD)


def _sized(page: Page, thing: Thing, url: str) -> Rendition:
    sizes = [page.graph.text(thing, name) or "" for name in ("width", "height")]
    width, height = (int(s) if s.isascii() and s.isdigit() and len(s) < 6 else None for s in sizes)
    return Rendition(href=url, width=width, height=height)

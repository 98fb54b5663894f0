"""What stands within the figures of a body, for readers that know nothing else of a medium."""

from __future__ import annotations

from typing import Any

from newsmodel.captions import parse_caption
from newsmodel.formats._shared.escaping import attribute, attributes, text
from newsmodel.formats._shared.shown_files import media_type, page_of, shown_files, still_of
from newsmodel.formats._shared.strictest import is_allowed_in
from newsmodel.formats._shared.urls import is_safe_image, written_image
from newsmodel.formats._shared.xhtml.vocabulary import Element
from newsmodel.formats._shared.xhtml.words import line_of
from newsmodel.model import Image, ImageCaption, LanguageVersion, Media, Rendition, Video
from newsmodel.model.base import changed
from newsmodel.model.in_text import AnyMedia, named_item
from newsmodel.model.public import is_for_nobody

__all__ = ["as_shown", "figure_of"]


# ------------------------------------------------------------------ writing
def figure_of(medium: Media, version: LanguageVersion, *, item: str | None = None) -> str:
    """A medium and its caption as markup; "" for one kept from readers when the text is not.

    Args:
        medium: the picture, video or sound.
        version: the article or translation in whose text it stands.
        item: the id of its item, where a text of others named that; else that it names itself.
    """
    if not is_allowed_in(version, medium) or is_for_nobody(medium):
        return ""
    caption = medium.caption_in(version.language) or next(iter(medium.captions), None)
    alt = (caption and caption.alt_text) or ""
    item = item or named_item(medium)
    shown = _picture(medium, alt, item) if isinstance(medium, Image) else _played(medium, alt)
    line = str(caption) if caption else ""
    other = caption.language if caption and caption.language != version.language else None
    tags = attribute("lang", other) + attribute("xml:lang", other) if other else ""
    return shown + (f"<figcaption{tags}>{text(line)}</figcaption>" if line else "")


def _picture(medium: Media, alt: str, item: str | None) -> str:
    href = next((r.href for r in medium.renditions if r.public and r.href), None)
    return _img(href, alt, item) if href and is_safe_image(href) else ""


def _img(href: str, alt: str, item: str | None = None) -> str:
    """A picture; others find the item by the name that a text of theirs had for it."""
    return f"<img{attributes([('src', href), ('alt', alt), ('data-guid', item)])}/>"


def _played(medium: Media, alt: str) -> str:
    """A video or sound; its still, and a link to its page, where it cannot be played."""
    files, still = shown_files(medium), still_of(medium)
    if not files:
        page, shown = page_of(medium), _img(still, alt) if still else ""
        if page is None:
            return shown
        return f"<a{attribute('href', page)}>{shown or text(medium.headline or page)}</a>"
    tag = "video" if isinstance(medium, Video) else "audio"
    poster = still if isinstance(medium, Video) else None
    pairs = [("controls", "controls"), ("poster", poster), ("aria-label", alt or None)]
    sources = [[("src", f.address), ("type", media_type(f.rendition.content_type))] for f in files]
    inner = "".join([f"<source{attributes(each)}/>" for each in sources])
    return f"<{tag}{attributes(pairs)}>{inner}</{tag}>"


# ------------------------------------------------------------------ reading
def as_shown(figure: Element, medium: AnyMedia, language: str | None) -> AnyMedia:
    """The medium with what somebody edited in a figure that the library wrote of it.

    Args:
        figure: the figure.
        medium: the picture, video or sound that it names.
        language: the language of the text.

    Returns:
        the medium itself where it says all of that, in whatever language.
    """
    edited = _with_caption(figure, medium, language)
    address = _said(figure, "src", "img", "video", "audio", "source")
    if address is None or not is_safe_image(address) or address in _addresses(medium):
        return edited
    return changed(edited, renditions=(Rendition(href=address),))


def _with_caption(figure: Element, medium: AnyMedia, language: str | None) -> AnyMedia:
    known, new = medium.captions, dict[str, Any]()
    line = next((line_of(each) for each in figure.iterfind("{*}figcaption")), "")
    if line and line not in [" ".join(str(each).split()) for each in known]:
        said = parse_caption(line, language)
        new = {"text": said.text, "credit": said.credit, "label": said.label}
        new |= {"photographers": said.photographers, "agencies": said.agencies}
    alt = _said(figure, "alt", "img") or _said(figure, "aria-label", "video", "audio")
    if alt and alt not in [each.alt_text for each in known]:
        new["alt_text"] = alt
    if not new:
        return medium
    own = medium.caption_in(language)
    edited = changed(own or ImageCaption(language=language), printed=None, **new)
    return changed(medium, captions=(edited, *[each for each in known if each is not own]))


def _said(figure: Element, name: str, *tags: str) -> str | None:
    """What the first of some elements says in an attribute."""
    said = (each.get(name) for each in figure.iter(*[f"{{*}}{tag}" for tag in tags]))
    return next(filter(None, said), None)


def _addresses(medium: Media) -> set[str | None]:
    """The addresses of its files, as they may stand in a text."""
    files = [*medium.renditions, *filter(None, [getattr(medium, "poster", None)])]
    known = [file.href for file in files if file.href]
    return {*known, *map(written_image, known)}

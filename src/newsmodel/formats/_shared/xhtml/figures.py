"""What stands within the figures of a body, for readers that know nothing else of a picture."""

from __future__ import annotations

from newsmodel.formats._shared.escaping import attribute, text
from newsmodel.formats._shared.strictest import is_allowed_in
from newsmodel.formats._shared.urls import is_safe_image
from newsmodel.model import Image, LanguageVersion, Media, Video
from newsmodel.model.public import is_for_nobody

__all__ = ["figure_of"]


def figure_of(medium: Media, version: LanguageVersion) -> str:
    """A medium and its caption as markup; "" for one kept from readers when the text is not.

    Args:
        medium: the picture, video or sound.
        version: the article or translation in whose text it stands.
    """
    if not is_allowed_in(version, medium) or is_for_nobody(medium):
        return ""
    caption = medium.caption_in(version.language) or next(iter(medium.captions), None)
    href = next((r.href for r in medium.renditions if r.public and r.href), None)
    shown = _shown(medium, href, (caption and caption.alt_text) or "")
    line = str(caption) if caption else ""
    other = caption.language if caption and caption.language != version.language else None
    tags = attribute("lang", other) + attribute("xml:lang", other) if other else ""
    return shown + (f"<figcaption{tags}>{text(line)}</figcaption>" if line else "")


def _shown(medium: Media, href: str | None, alt: str) -> str:
    """A medium itself; "" without an address that a page may load."""
    if not href or not is_safe_image(href):
        return ""
    if isinstance(medium, Image):
        return f"<img{attribute('src', href)}{attribute('alt', alt)}/>"
    tag = "video" if isinstance(medium, Video) else "audio"
    return f'<{tag}{attribute("src", href)} controls="controls"></{tag}>'

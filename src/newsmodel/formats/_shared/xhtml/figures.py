"""What stands within the figures of a body, for readers that know nothing else of a picture."""

from __future__ import annotations

from newsmodel.formats._shared.escaping import attribute, text
from newsmodel.formats._shared.strictest import is_allowed_in
from newsmodel.formats._shared.urls import is_safe_image
from newsmodel.model import LanguageVersion, Media
from newsmodel.model.public import is_for_nobody

__all__ = ["figure_of"]


def figure_of(medium: Media, version: LanguageVersion) -> str:
    """A picture and its caption as markup; "" for one kept from readers when the text is not.

    Args:
        medium: the picture.
        version: the article or translation in whose text it stands.
    """
    if not is_allowed_in(version, medium) or is_for_nobody(medium):
        return ""
    caption = medium.caption_in(version.language)
    href = next((r.href for r in medium.renditions if r.public and r.href), None)
    alt = attribute("alt", (caption and caption.alt_text) or "")
    image = f"<img{attribute('src', href)}{alt}/>" if href and is_safe_image(href) else ""
    line = str(caption) if caption else ""
    return image + (f"<figcaption>{text(line)}</figcaption>" if line else "")

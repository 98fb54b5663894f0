"""What stands within the figures of a body, for readers that know nothing else of a picture."""

from __future__ import annotations

from newsmodel.formats._shared.escaping import attribute, text
from newsmodel.formats._shared.urls import is_safe_image
from newsmodel.model import Media

__all__ = ["figure_of"]


def figure_of(medium: Media, language: str | None) -> str:
    """A picture and its caption as markup.

    Args:
        medium: the picture.
        language: the language its caption is wanted in.
    """
    caption = medium.caption_in(language)
    href = next((r.href for r in medium.renditions if r.public and r.href), None)
    alt = attribute("alt", (caption and caption.alt_text) or "")
    image = f"<img{attribute('src', href)}{alt}/>" if href and is_safe_image(href) else ""
    line = str(caption) if caption else ""
    return image + (f"<figcaption>{text(line)}</figcaption>" if line else "")

"""Which addresses may stand in a page."""

from __future__ import annotations

import re

__all__ = ["is_safe_image", "is_safe_link"]

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# A browser drops these before it looks at the scheme (WHATWG URL, basic URL parser).
_DROPPED = re.compile("[\x00-\x20\x7f]")
_LINKS = {"http", "https", "mailto", "tel"}
_IMAGES = {"http", "https"}


def is_safe_link(url: str) -> bool:
    """Whether following the address does nothing but go there: no script, no data."""
    return _scheme(url) in _LINKS | {""}


def is_safe_image(url: str) -> bool:
    """Whether the address may be loaded as a picture, video or sound."""
    return _scheme(url) in _IMAGES | {""}


def _scheme(url: str) -> str:
    """The scheme as a browser sees it, "" for a relative address."""
    match = _SCHEME.match(_DROPPED.sub("", url))
    return match[1].lower() if match else ""

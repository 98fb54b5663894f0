"""Which addresses may stand in a page, and how."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from newsmodel.model.addresses import FOLLOWED, LOADED, SITE, scheme_of, whole

__all__ = [
    "MEDIA_FILE", "PICTURE_FILE", "is_safe_image", "is_safe_link", "whole", "written_image",
    "written_link",
]  # fmt: skip

_PICTURES = "jpe?g|png|gif|webp|avif|svg|tiff?"
PICTURE_FILE = re.compile(rf"\.(?:{_PICTURES})$", re.IGNORECASE)
"""How the name of a file ends that is a picture."""
MEDIA_FILE = re.compile(
    rf"\.(?:{_PICTURES}|eps|bmp|mp4|mov|webm|m4v|mp3|m4a|wav|ogg)$", re.IGNORECASE
)
"""How the name of a file ends that is a picture, video or sound."""

_PLAIN = re.compile(
    r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,4})?"
    r"(/([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?"
    r"(\?([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
    r"(#([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
)
_FOLLOWED, _LOADED = FOLLOWED | {""}, LOADED | {""}
_LEGAL = "!$&'()*+,-./:;=?@_~"
_ESCAPE = re.compile("%[0-9A-Fa-f]{2}")


def is_safe_link(url: str) -> bool:
    """Whether following the address does nothing but go there: no script, no data."""
    return scheme_of(url) in _FOLLOWED


def is_safe_image(url: str) -> bool:
    """Whether the address may be loaded as a picture, video or sound."""
    return scheme_of(url) in _LOADED


def written_link(url: str) -> str | None:
    """The address as a page names it; None where following it would do more than go there.

    Signs that may not stand in an address are percent-encoded (WHATWG URL, "URL writing").
    """
    if _PLAIN.fullmatch(url):
        return url
    return _written(url) if is_safe_link(url) else None


def written_image(url: str) -> str | None:
    """The address of a picture, video or sound as a page names it; None where it may not."""
    if _PLAIN.fullmatch(url):
        return url
    return _written(url) if is_safe_image(url) else None


@lru_cache(maxsize=1024)
def _written(url: str) -> str | None:
    url = re.sub("[\t\n\r]", "", url.strip("".join(map(chr, range(0x21)))))
    start = ""
    if scheme_of(url) in LOADED or url.startswith("//"):
        host = SITE.match(url)
        if host is None:
            return None
        start = host[0]
    rest, mark, fragment = url[len(start) :].partition("#")
    if not scheme_of(url):
        # What stands before a colon could be taken for a scheme.
        first, slash, others = rest.partition("/")
        rest = first.replace(":", "%3A") + slash + others
    return (start + _encoded(rest) + mark + _encoded(fragment)) or None


def _encoded(part: str) -> str:
    """A part of an address with every sign encoded that may not stand there."""
    pieces = _ESCAPE.split(part)
    found = [*_ESCAPE.findall(part), ""]
    return "".join(_quoted(p) + e for p, e in zip(pieces, found, strict=True))


def _quoted(piece: str) -> str:
    return "".join(
        sign if not sign.isascii() and sign.isalnum() else quote(sign, _LEGAL, errors="replace")
        for sign in piece
    )

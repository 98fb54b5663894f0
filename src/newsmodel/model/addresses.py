"""Which addresses a page can name, told by their schemes."""

from __future__ import annotations

import re
from urllib.parse import urljoin

__all__ = ["FOLLOWED", "LOADED", "SITE", "bare", "scheme_of", "whole"]

FOLLOWED = frozenset({"http", "https", "mailto", "tel"})
"""The schemes a link of a page may have."""
LOADED = frozenset({"http", "https"})
"""The schemes of what a page shows: pictures, videos, sounds."""

_PORT = r":(?:[0-5]?\d{1,4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])"
"""One of the ports there are: 65535 is the last."""
SITE = re.compile(
    r"(?:https?:)?//(?:[^/?#@]*@)?([^\s/?#@:\[\]<>\"\\^`{|}%]+|\[[0-9a-f:.]+\])"
    rf"({_PORT})?(?=[/?#]|$)",
    re.IGNORECASE,
)
"""How an address on the web begins, up to its path."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# A browser drops these before it looks at the scheme (WHATWG URL, basic URL parser).
_DROPPED = re.compile("[\x00-\x20\x7f]")


_ON_THE_WEB = re.compile(r"\Ahttps?://", re.IGNORECASE)
_USUAL_PORT = re.compile(r":(?:80|443)\Z")
_COUNTED = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid)(?:=|\Z)", re.IGNORECASE
)
"""What an address says of where a reader came from."""


def scheme_of(address: str) -> str:
    """The scheme as a browser sees it, "" for a relative address."""
    match = _SCHEME.match(_DROPPED.sub("", address))
    return match[1].lower() if match else ""


def whole(url: str, base: str | None) -> str:
    """The address as it stands for itself: what it leads to from a page of that address.

    As it is where the address of the page cannot be read.

    Args:
        url: an address that a page may name.
        base: the address of the page; None where it is not known.
    """
    if base is None or url.startswith(("https://", "http://")):
        return url
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def bare(url: str) -> str:
    """An address without what may differ between two that lead to the same page."""
    page = _ON_THE_WEB.sub("", url)
    if page == url:
        return url.rstrip("/")
    host, sign, path = page.partition("/")
    path, _, query = path.partition("?")
    asked = "&".join([each for each in query.split("&") if each and not _COUNTED.match(each)])
    host = _USUAL_PORT.sub("", host.lower().removeprefix("www."))
    return f"{host}{sign}{path}".rstrip("/") + (asked and f"?{asked}")

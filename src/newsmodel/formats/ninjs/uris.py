"""Ids and addresses as URIs (RFC 3986), which ninjs wants them to be."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

__all__ = ["as_address", "as_uri", "from_uri", "is_uri"]

_P = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})"
_HOST = r"(?:\[[0-9A-Fa-f:.]+\]|(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)"
_USER = r"(?:(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*@)?"
_URI = re.compile(
    rf"[A-Za-z][A-Za-z0-9+.-]*:"
    rf"(?://{_USER}{_HOST}(?::[0-9]*)?(?:/{_P}*)*|/(?:{_P}+(?:/{_P}*)*)?|{_P}+(?:/{_P}*)*|)"
    rf"(?:\?(?:{_P}|[/?])*)?(?:\#(?:{_P}|[/?])*)?"
)
_OWN = "urn:newsmodel:id:"
_KEPT = "!#$%&'()*+,/:;=?@~"


def is_uri(text: str) -> bool:
    """Whether a string is a URI (RFC 3986, section 3)."""
    return _URI.fullmatch(text) is not None


def as_uri(ident: str) -> str:
    """An id as a URI: itself where it is one, else within a URN of the library's own."""
    if is_uri(ident) and not ident.startswith(_OWN):
        return ident
    return _OWN + quote(ident, safe="")


def as_address(href: str) -> str:
    """An address as a URI, what no URI may hold percent-encoded (RFC 3987, section 3.1)."""
    if is_uri(href):
        return as_uri(href)
    encoded = quote(href, safe=_KEPT)
    return encoded if href.startswith(("http://", "https://")) and is_uri(encoded) else as_uri(href)


def from_uri(uri: str) -> str:
    """The id or address that was made a URI."""
    return unquote(uri[len(_OWN) :]) if uri.startswith(_OWN) else uri

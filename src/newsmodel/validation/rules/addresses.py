"""Rules about addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any
from urllib.parse import SplitResult, quote, urlsplit

from newsmodel.model import Media, Node, Rendition, Severity
from newsmodel.model.addresses import FOLLOWED, LOADED, SITE, scheme_of
from newsmodel.validation.base import CONSISTENT, PUBLISHABLE, SEARCH, Finding, rule, shortened
from newsmodel.validation.story import USUAL, Spot, Story
from newsmodel.validation.walking import Value

__all__ = ["malformed", "misspelt", "told", "unsafe_scheme"]

_UNSAFE = frozenset({"javascript", "vbscript", "data", "file", "blob", "about", "view-source"})
_SIGN = re.compile(r"""["{}\\]""")
"""What was left of data, code or a template: it may not stand in an address."""
_SLIPPED = re.compile(r"https?(?://+:?|/:/*|;/+|:/)(?=\w)", re.IGNORECASE)
"""`http//example.com`, `https//:example.com`: the colon stands elsewhere, or not at all."""
_BARE_SITE = re.compile(
    r"(?:(?:[\w-]+\.)+[a-z]{2,24}|localhost):\d{1,5}(?=[/?#]|$)|www\.[\w-]+\.[\w.-]+(?=[/?#]|$)",
    re.IGNORECASE,
)
"""`example.com:8080/a`, `www.example.com/a`: a site, where a browser sees a scheme or a file."""
_CLOSE = 0.74
"""How close a scheme is to one that it stands for: `htps` and `hhtp` are, `ftp` is not."""
_PASSWORD = re.compile(r"(?<=//)([^/@:]*):[^/@]*@")


def unsafe_scheme(address: str) -> str | None:
    """The scheme of an address that may run something or reach into the reader's own machine.

    Browsers ignore spaces, tabs and newlines in a scheme, and so does this (URL Standard, 4.4).
    """
    if address.startswith(("https://", "http://")):
        return None
    scheme = scheme_of(address[:200])
    if scheme not in _UNSAFE:
        return None
    image = address.strip().lower().startswith("data:image/") and "svg" not in address[:30].lower()
    return None if image else scheme


def misspelt(address: str) -> str | None:
    """What is wrong with an address that is meant to begin with https: and does not; else None."""
    if _BARE_SITE.match(address):
        return "it has no scheme: write https:// before it"
    scheme = scheme_of(address[:200])
    if _SLIPPED.match(address) or (
        scheme not in LOADED | {""} and get_close_matches(scheme, sorted(LOADED), 1, _CLOSE)
    ):
        return "its scheme is misspelt: begin with https://"
    return None


def malformed(address: str) -> str | None:
    """What is wrong with the form of an address; None where nothing is."""
    if USUAL.fullmatch(address):
        return None
    if not address:
        return "it is empty"
    if reason := _spaced(address) or misspelt(address):
        return reason
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "its host or port cannot be read"
    if parts.scheme in LOADED and (not parts.hostname or port == 0):
        return "it names no host"
    if len(parts.scheme) == 1:
        return "it is a place on somebody's disk: give the address on the web"
    if (sign := _SIGN.search(address)) and (parts.scheme in LOADED or is_relative(address)):
        if sign[0] == "\\":
            return "it holds \\: write /"
        return f"it holds {sign[0]}: write {quote(sign[0])}, or take out what is no part of it"
    return _no_site(parts) if parts.scheme in LOADED else None


def _spaced(address: str) -> str | None:
    """What is wrong with the spaces in an address."""
    if address != address.strip():
        return "it begins or ends with a space"
    if not any(char.isspace() for char in address):
        return None
    host = address.partition("//")[2].partition("/")[0].partition("?")[0]
    in_host = any(char.isspace() for char in host)
    return "its host holds a space: take it out" if in_host else "it holds a space: write %20"


def _no_site(parts: SplitResult) -> str | None:
    """What is wrong with the name of the site in an address."""
    host = parts.hostname or ""
    if ("." not in host.strip(".") or ".." in host) and ":" not in host:
        return None if host == "localhost" else f"{host!r} is no name of a site"
    if parts.netloc.endswith(":"):
        return "its port is missing: take out the colon"
    if not SITE.match(parts.geturl()):
        return "its host or port cannot be read"
    return None if parts.password is None else "it holds a password: take it out"


def told(address: str) -> str:
    """An address as it is shown in messages, without the password that it may hold."""
    return shortened(_PASSWORD.sub(r"\1:…@", address))


def is_relative(address: str) -> bool:
    """Whether an address counts only from the page it stands on."""
    return not scheme_of(address) and not address.startswith("#")


def _odd(story: Story) -> Iterator[Value]:
    """The addresses that are not of the usual form."""
    return (value for value in story.addresses if value[2] in story.odd_addresses)


@rule(
    "address-unsafe",
    CONSISTENT,
    SEARCH,
    severity=Severity.ERROR,
    source="URL Standard; HTML, 7.4.2.3.2 (javascript: addresses)",
    example='body=[Paragraph(content=[Link(href="javascript:alert(1)", content="Tickets")])]',
    over="odd_addresses",
)
def address_unsafe(story: Story) -> Iterable[Finding]:
    """Some addresses run a script, or read a file, when somebody follows them."""
    for spot, field, address in _odd(story):
        if scheme := unsafe_scheme(address):
            yield (
                f"{spot.path}.{field}",
                (
                    f"an address that begins with {scheme}: is dangerous to readers: give one that "
                    "begins with https:"
                ),
            )


@rule(
    "address-malformed",
    CONSISTENT,
    SEARCH,
    source="RFC 3986, 3; URL Standard",
    example='url="https://example.com/ferry timetable"',
    over="odd_addresses",
)
def address_malformed(story: Story) -> Iterable[Finding]:
    """An address that cannot be read leads nowhere."""
    for spot, field, address in _odd(story):
        if not unsafe_scheme(address) and (reason := malformed(address)):
            yield f"{spot.path}.{field}", f"{told(address)} is no address: {reason}"


@rule(
    "address-relative",
    PUBLISHABLE,
    SEARCH,
    source="RFC 3986, 4.2 and 5",
    example='url="/news/ferry"',
    over="odd_addresses",
)
def address_relative(story: Story) -> Iterable[Finding]:
    """Out of its page, a relative address leads nowhere; files sent along are found by name."""
    for spot, field, address in _odd(story):
        sent_along = isinstance(spot.node, Rendition) and "/" not in address
        if address.strip() and not sent_along and is_relative(address) and not malformed(address):
            within = " or `#…` for a place in this text" if isinstance(spot.node, Node) else ""
            yield (
                f"{spot.path}.{field}",
                (
                    f"{shortened(address)} counts only on the page it came from: give the whole "
                    f"address, https://…{within}"
                ),
            )


@rule(
    "address-unusable",
    PUBLISHABLE,
    SEARCH,
    source="HTML, 4.6.1 and 4.8.3",
    example='url="ftp://example.com/ferry"',
    over="odd_addresses",
)
def address_unusable(story: Story) -> Iterable[Finding]:
    """A page names what browsers follow and load; in place of anything else it has nothing."""
    for spot, field, address in _odd(story):
        scheme = scheme_of(address)
        if scheme in _named_by(spot) or unsafe_scheme(address) or malformed(address):
            continue
        if spot.is_public and not _has_another_file(spot):
            what = "shows no file from" if isinstance(spot.node, Rendition) else "has no link to"
            yield (
                f"{spot.path}.{field}",
                f"a page {what} an address that begins with {scheme + ':'!r}: give one with https:",
            )


def _named_by(spot: Spot[Any]) -> frozenset[str]:
    """The schemes that a page can name there; "" for a relative address."""
    return (LOADED if isinstance(spot.node, Rendition) else FOLLOWED) | {""}


def _has_another_file(spot: Spot[Any]) -> bool:
    """Whether it is a file of a medium with another one that a page can show."""
    medium = next(spot.holders, spot).node
    files = medium.renditions if isinstance(medium, Media) else ()
    shown = (file.href for file in files if file.public and file.href)
    return any(scheme_of(each) in LOADED | {""} and not malformed(each) for each in shown)

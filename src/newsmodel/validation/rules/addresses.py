"""Rules about addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import SplitResult, quote, urlsplit

from newsmodel.model import Node, Rendition, Severity
from newsmodel.validation.base import CONSISTENT, PUBLISHABLE, SEARCH, Finding, rule, shortened
from newsmodel.validation.story import USUAL, Story
from newsmodel.validation.walking import Value

__all__ = ["malformed", "told", "unsafe_scheme"]

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED = re.compile("[\x00-\x20]+")
_UNSAFE = frozenset({"javascript", "vbscript", "data", "file", "blob", "about", "view-source"})
_SIGN = re.compile(r"""["{}\\]""")
"""What was left of data, code or a template: it may not stand in an address."""
_PASSWORD = re.compile(r"(?<=//)([^/@:]*):[^/@]*@")
_WEB = frozenset({"http", "https"})


def unsafe_scheme(address: str) -> str | None:
    """The scheme of an address that may run something or reach into the reader's own machine.

    Browsers ignore spaces, tabs and newlines in a scheme, and so does this (URL Standard, 4.4).
    """
    if address.startswith(("https://", "http://")):
        return None
    match = _SCHEME.match(_IGNORED.sub("", address[:200]))
    if match is None or match[1].lower() not in _UNSAFE:
        return None
    image = address.strip().lower().startswith("data:image/") and "svg" not in address[:30].lower()
    return None if image else match[1].lower()


def malformed(address: str) -> str | None:
    """What is wrong with the form of an address; None where nothing is."""
    if USUAL.fullmatch(address):
        return None
    if address != address.strip():
        return "it begins or ends with a space"
    if not address:
        return "it is empty"
    if any(char.isspace() for char in address):
        host = address.partition("//")[2].partition("/")[0].partition("?")[0]
        in_host = any(char.isspace() for char in host)
        return "its host holds a space: take it out" if in_host else "it holds a space: write %20"
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "its host or port cannot be read"
    if parts.scheme in _WEB and (not parts.hostname or port == 0):
        return "it names no host"
    if len(parts.scheme) == 1:
        return "it is a place on somebody's disk: give the address on the web"
    if (sign := _SIGN.search(address)) and (parts.scheme in _WEB or is_relative(address)):
        if sign[0] == "\\":
            return "it holds \\: write /"
        return f"it holds {sign[0]}: write {quote(sign[0])}, or take out what is no part of it"
    return _no_site(parts) if parts.scheme in _WEB else None


def _no_site(parts: SplitResult) -> str | None:
    """What is wrong with the name of the site in an address."""
    host = parts.hostname or ""
    if ("." not in host.strip(".") or ".." in host) and ":" not in host:
        return None if host == "localhost" else f"{host!r} is no name of a site"
    if parts.netloc.endswith(":"):
        return "its port is missing: take out the colon"
    return None if parts.password is None else "it holds a password: take it out"


def told(address: str) -> str:
    """An address as it is shown in messages, without the password that it may hold."""
    return shortened(_PASSWORD.sub(r"\1:…@", address))


def is_relative(address: str) -> bool:
    """Whether an address counts only from the page it stands on."""
    return not _SCHEME.match(address) and not address.startswith("#")


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

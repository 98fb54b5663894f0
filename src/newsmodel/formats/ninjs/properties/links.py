"""Links of their own sorts: trust indicators, and what says what may be done with it."""

from __future__ import annotations

from typing import Any

from newsmodel.formats.ninjs.properties.values import (
    Object,
    Odd,
    address,
    known,
    maybe,
    text,
    without_none,
)
from newsmodel.formats.ninjs.uris import as_address, as_uri, from_uri
from newsmodel.model import Link, RightsExpression
from newsmodel.model.base import told_by

__all__ = ["as_trust", "expression", "is_trust", "licence", "trust"]

TRUST = "http://cv.iptc.org/newscodes/trustindicator/"


def trust(value: Any) -> Link:
    """A trust indicator: a link whose `rel` is one of IPTC's codes."""
    held = known(value)
    href = maybe(held.get("href"))
    found = Link(
        rel=text(held.get("role")),
        title=maybe(held.get("title")),
        href=None if href is None else from_uri(href),
    )
    if not is_trust(found):
        raise Odd  # it would be written as a link of another sort
    return found


def is_trust(link: Link) -> bool:
    """Whether a link is a trust indicator, and says no more than one can say."""
    rel = link.rel or ""
    return rel.startswith(TRUST) and as_uri(rel) == rel and _says_no_more(link)


_says_no_more = told_by(Link, ["rel", "title", "href"])


def as_trust(link: Link) -> Object:
    """A trust indicator as an object."""
    href = None if link.href is None else as_address(link.href)
    return without_none(role=link.rel, title=link.title, href=href)


def licence(value: Any) -> Link:
    """A page that says what may be done with it."""
    return Link(rel="license", href=address(value))


def expression(value: Any, language: Any) -> RightsExpression:
    """Rights for machines."""
    return RightsExpression(language=address(language), content=text(value))

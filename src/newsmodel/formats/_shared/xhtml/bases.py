"""Addresses in pages that say from where theirs lead."""

from __future__ import annotations

from newsmodel.formats._shared.urls import is_safe_link, whole
from newsmodel.formats._shared.xhtml.vocabulary import Element, split_name

__all__ = ["base_of", "made_whole"]

_ADDRESSES = ("href", "src", "data-src", "data-original", "data-lazy-src", "data", "cite", "poster")


def base_of(page: Element) -> str | None:
    """The address that a page says all others in it lead from (HTML: `base`)."""
    heads = (each for each in page[:] if split_name(each)[1].lower() == "head")
    for each in next(heads, ()):
        if split_name(each)[1].lower() == "base" and (said := (each.get("href") or "").strip()):
            return said if said.startswith(("https://", "http://")) else None
    return None


def made_whole(page: Element, base: str) -> None:
    """Give every address in a page whole; one within the page stays as it is."""
    for each in page.iter("*"):
        for name in _ADDRESSES:
            value = each.get(name)
            if value and not value.startswith("#") and is_safe_link(value):
                each.set(name, _whole(value.strip(), base))


def _whole(value: str, base: str) -> str:
    try:
        return whole(value, base)
    except ValueError:
        return value

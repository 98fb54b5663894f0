"""Language tags as browsers and search engines know them."""

from __future__ import annotations

import re
from functools import lru_cache

from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.pages.words import row_for, table
from newsmodel.language import is_registered, meant_tag, normal_tag
from newsmodel.language.tags import codes

__all__ = ["LANG", "known_tag", "lang"]

LANG = f"{DATA}-lang"
"""Holds a language as its source called it where a page calls it otherwise."""
_USUAL = re.compile("([a-z]{2})(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2}))?")


@lru_cache(maxsize=256)
def known_tag(tag: str) -> str:
    """The tag that is meant by another: `en-GB` by `en-UK`, `he` by `iw`; else the tag itself."""
    if _is_plain(tag):
        return tag
    meant = normal_tag(tag if is_registered(tag) else meant_tag(tag) or tag)
    language, hyphen, rest = meant.partition("-")
    meant = codes()["instead"].get(language, language) + hyphen + rest
    return tag if meant.lower() == tag.lower() else meant


def _is_plain(tag: str) -> bool:
    """Whether a tag is right for certain, as most are: the registry is slow to load."""
    match = _USUAL.fullmatch(tag)
    if match is None or match[1] not in codes()["languages"] or match[1] in codes()["instead"]:
        return False
    language, region = match.groups()
    if region is None or region.lower() != language:
        return region not in codes()["regions"]
    return (row_for(table("dates.toml"), language) or {}).get("territory") == region


def lang(tag: str | None) -> list[tuple[str, str | None]]:
    """The attributes that name a language: as it is known, and as its source called it."""
    known = None if tag is None else known_tag(tag)
    return [("lang", known), (LANG, tag if tag != known else None)]

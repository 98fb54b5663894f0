"""The alias of the library's own codes in documents that have another scheme by that alias."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TypeAlias

from newsmodel.formats.newsml.names import NO_PROVIDER, OWN_CODE
from newsmodel.model import Article, Catalog
from newsmodel.model.gathering.own_codes import own_scheme

__all__ = ["by_another_alias"]

Parts: TypeAlias = dict[str, list[tuple[float, str]]]
_TAG = re.compile("<[^<>]+>")


def by_another_alias(
    article: Article, parts: Parts, theirs: Container[str]
) -> tuple[Parts, Catalog | None]:
    """Write the library's own codes by an alias that nobody else has.

    Args:
        article: the article of an item.
        parts: the markup of the properties of the item, by section.
        theirs: what codes of theirs say that look like the library's own.

    Returns:
        the parts, and the catalogue to declare the alias in, if it must be.
    """
    scheme, is_declared = own_scheme(article.catalogs)

    def ours(match: re.Match[str]) -> str:
        word = match[1]
        # A provider that is unknown came from them: where there is none, the article has none.
        is_theirs = word in theirs or (word == "unknown" and article.provider == NO_PROVIDER)
        return match[0] if is_theirs else f"{scheme.alias}:"

    def respelt(markup: str) -> str:
        return _TAG.sub(lambda tag: OWN_CODE.sub(ours, tag[0]), markup)

    found = {name: [(rank, respelt(one)) for rank, one in each] for name, each in parts.items()}
    needed = found != parts and not is_declared
    return found, Catalog(schemes=(scheme,)) if needed else None

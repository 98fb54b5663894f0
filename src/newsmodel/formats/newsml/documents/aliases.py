"""The alias of the library's own codes in documents that have another scheme by that alias."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import TypeAlias

from newsmodel.formats.newsml.names import NO_PROVIDER, OWN_CODE, OWN_WORDS
from newsmodel.model import Article, Catalog
from newsmodel.model.gathering.own_codes import own_scheme
from newsmodel.plain import to_plain

__all__ = ["by_another_alias"]

Parts: TypeAlias = dict[str, list[tuple[float, str]]]
_TAG = re.compile("<[^<>]+>")


def own_words(article: Article, markup: Iterable[str]) -> frozenset[str]:
    """What codes say that are written by the library's own alias, and are none of the article's.

    Args:
        article: the article of an item.
        markup: what is written of it.
    """
    said = {word for each in markup for word in OWN_CODE.findall(each)}
    plain = repr(to_plain(article)) if said - {*OWN_WORDS} else ""
    return frozenset(word for word in said if word in OWN_WORDS or f"nm:{word}" not in plain)


def by_another_alias(
    article: Article, parts: Parts, ours: Container[str]
) -> tuple[Parts, Catalog | None]:
    """Write the library's own codes by an alias that nobody else has.

    Args:
        article: the article of an item.
        parts: the markup of the properties of the item, by section.
        ours: what the library's own codes say.

    Returns:
        the parts, and the catalogue to declare the alias in, if it must be.
    """
    scheme, is_declared = own_scheme(article.catalogs)

    def alias(match: re.Match[str]) -> str:
        word = match[1]
        # A provider that is unknown came from them: where there is none, the article has none.
        is_theirs = word not in ours or (word == "unknown" and article.provider == NO_PROVIDER)
        return match[0] if is_theirs else f"{scheme.alias}:"

    def respelt(markup: str) -> str:
        return _TAG.sub(lambda tag: OWN_CODE.sub(alias, tag[0]), markup)

    found = {name: [(rank, respelt(one)) for rank, one in each] for name, each in parts.items()}
    needed = found != parts and not is_declared
    return found, Catalog(schemes=(scheme,)) if needed else None

"""The library's own codes, and what documents of others call their scheme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsmodel.model.article import Article
from newsmodel.model.transmission import Catalog, Scheme

__all__ = ["OWN_CATALOG", "OWN_SCHEME", "declares_own", "is_foreign", "own_scheme"]

OWN_SCHEME = Scheme(alias="nm", uri="urn:x-newsmodel:code:")
OWN_CATALOG = Catalog(schemes=(OWN_SCHEME,))
"""The catalogue that declares the library's own codes."""


def declares_own(article: Article) -> bool:
    """Whether the catalogues of an article declare the alias of the library's own codes."""
    return any(_alias_in(each) is not None for each in article.catalogs)


def is_foreign(catalogs: Iterable[Catalog]) -> bool:
    """Whether catalogues declare the alias of the library's own codes for somebody else's."""
    declared = next(filter(None, map(_alias_in, catalogs)), OWN_SCHEME.uri)
    return declared != OWN_SCHEME.uri


def own_scheme(catalogs: Sequence[Catalog]) -> tuple[Scheme, bool]:
    """The scheme of the library's own codes by an alias that is free, and whether it is declared.

    Args:
        catalogs: those of a document that has another scheme by the library's own alias.
    """
    schemes = [scheme for catalog in catalogs for scheme in catalog.schemes]
    declared = next((each for each in schemes if each.uri == OWN_SCHEME.uri), None)
    taken = {each.alias for each in schemes}
    if declared is not None and declared.alias != OWN_SCHEME.alias:
        return declared, True
    names = ("newsmodel", *(f"newsmodel{number}" for number in range(2, len(taken) + 3)))
    free = next(name for name in names if name not in taken)
    return Scheme(alias=free, uri=OWN_SCHEME.uri), False


def _alias_in(catalog: Catalog) -> str | None:
    """What a catalogue has the alias of the library's own codes stand for."""
    return next((s.uri for s in catalog.schemes if s.alias == OWN_SCHEME.alias), None)

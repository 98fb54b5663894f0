"""Codes and the addresses they stand for, without a network.

A code such as "medtop:20000587" is an alias and a code proper. A catalogue tells which scheme the
alias stands for; the scheme's address with the code after it identifies the concept. IPTC's
catalogue is part of the package, a document brings its own, and callers add what they know.
"""

from __future__ import annotations

import operator
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar, get_args
from urllib.parse import quote

import attrs

from newsmodel.errors import ParseError
from newsmodel.formats._shared.text import writable
from newsmodel.formats.newsml.names import DEFAULT_CATALOGS, FORMAT, NAR, QCODE, is_iptc_catalog
from newsmodel.formats.newsml.properties.catalogues import shown_catalogs
from newsmodel.formats.newsml.xml.parsing import parsed
from newsmodel.model import Article, Catalog, Concept, Header, Media, Scheme, Translation
from newsmodel.model.base import Model, changed, fields_of, hints, per_class
from newsmodel.model.gathering.feeds import item_dialect
from newsmodel.model.quote import Speaker

__all__ = ["Codes", "parse_catalog", "published_schemes", "resolved"]

T = TypeVar("T", bound=Model)
Found: TypeAlias = tuple[str, str, tuple[Catalog, ...]]
"""The path of a code, the code, and the catalogues that count for it."""

_N = f"{{{NAR}}}"
_ALIAS = re.compile(r"[^\s:]+")

_NOT_IN_URI = re.compile(r"[^\w.~:/?#@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})", re.ASCII)
"""What a URI may not hold (RFC 3986, section 2), brackets included: they belong to hosts."""

_CODES = frozenset(
    "qcode role type rel why how constraint environment colour_space market symbol_source"
    " value_unit unit scale_unit digital_source_type".split()
)
"""Fields that hold codes, whatever class they belong to."""


@cache
def _iptc() -> Mapping[str, str]:
    data = resources.files("newsmodel.formats.newsml").joinpath("data", "iptc.toml")
    return MappingProxyType(tomllib.loads(data.read_text("utf-8")))


@lru_cache(maxsize=64)
def published_schemes(href: str) -> Mapping[str, str] | None:
    """The schemes of the catalogue of IPTC at an address; None for any other address."""
    return _iptc() if is_iptc_catalog(href) else None


def _as_tuple(catalogs: Iterable[Catalog]) -> tuple[Catalog, ...]:
    return tuple(catalogs)


@attrs.frozen(kw_only=True, cache_hash=True)
class Codes:
    """What is known of catalogues, and what codes mean by it.

    `Codes()` knows IPTC's catalogue; `with_catalog` adds others. Where a method takes catalogues,
    they are those a document names; left out, those of a document this library writes.
    """

    published: tuple[Catalog, ...] = attrs.field(default=(), converter=_as_tuple)
    """Catalogues known beside IPTC's, each by its address; one without an address counts for
    every document, after the document's own."""

    def with_catalog(self, catalog: Catalog, href: str | None = None) -> Codes:
        """The same with one more catalogue, in place of an earlier one of that address.

        Args:
            catalog: its schemes.
            href: the address by which documents name it, where `catalog` does not say.
        """
        new = attrs.evolve(catalog, href=href or catalog.href)
        kept = (each for each in self.published if each.href is None or each.href != new.href)
        return attrs.evolve(self, published=(*kept, new))

    def knows(self, catalog: Catalog) -> bool:
        """Whether the schemes of a catalogue are known: it spells them out, or its address is."""
        return bool(catalog.href is None or catalog.schemes or self._found(catalog.href))

    def aliases(self, catalogs: Iterable[Catalog] = DEFAULT_CATALOGS) -> Mapping[str, str]:
        """The address of each alias's scheme. Of two for one alias the first counts."""
        return _first(self, tuple(catalogs))

    def conflicts(
        self, catalogs: Iterable[Catalog] = DEFAULT_CATALOGS
    ) -> Mapping[str, tuple[str, ...]]:
        """The aliases with more than one address, each with all of them, the first first."""
        found: dict[str, dict[str, None]] = {}
        for alias, uri in self._declared(catalogs):
            found.setdefault(alias, {})[uri] = None
        return {alias: tuple(uris) for alias, uris in found.items() if len(uris) > 1}

    def resolve(self, qcode: str, catalogs: Iterable[Catalog] = DEFAULT_CATALOGS) -> str | None:
        """The address a code stands for; None where no known catalogue has its alias.

        The code proper follows the scheme's address as it is; only what no address may hold is
        percent-encoded.
        """
        alias, _, code = qcode.partition(":")
        uri = self.aliases(catalogs).get(alias)
        return _appended(uri, code) if uri is not None and code else None

    def shorten(self, uri: str, catalogs: Iterable[Catalog] = DEFAULT_CATALOGS) -> str | None:
        """The code for an address, by the scheme that covers most of it; None where none does.

        What is percent-encoded stays so, for the code to resolve to the same address.
        """
        fitting = [pair for pair in self.aliases(catalogs).items() if uri.startswith(pair[1])]
        if not fitting:
            return None
        alias, scheme = max(fitting, key=lambda pair: len(pair[1]))
        qcode = f"{alias}:{uri[len(scheme) :]}"
        return qcode if QCODE.fullmatch(qcode) else None

    def unresolved(self, article: Article) -> tuple[tuple[str, str], ...]:
        """The codes of an article that do not resolve by the catalogues of its document.

        A picture or a translation that came as an item of its own is judged by that item's
        catalogues, a message header by its own where it has any.

        Returns:
            Path and code of each: `("$.subjects[0].qcode", "x:1")`.
        """
        return tuple((path, code) for path, code, _ in self._open(article))

    def undeclared(self, article: Article) -> tuple[tuple[str, str], ...]:
        """Those of `unresolved` whose alias is surely declared nowhere.

        Where a document names a catalogue that is not known, any alias may be in it.
        """
        found = self._open(article)
        return tuple((path, code) for path, code, by in found if all(map(self.knows, by)))

    def _open(self, article: Article) -> Iterator[Found]:
        return (each for each in _codes_in(article, "$", ()) if not self.resolve(*each[1:]))

    def _declared(self, catalogs: Iterable[Catalog]) -> Iterator[tuple[str, str]]:
        """Every declaration that makes sense, in order."""
        everywhere = (each for each in self.published if each.href is None)
        for catalog in (*catalogs, *everywhere):
            remote = self._found(catalog.href) if catalog.href is not None else ()
            for alias, uri in (*_pairs(catalog), *remote):
                if uri and _ALIAS.fullmatch(alias):
                    yield alias, uri

    def _found(self, href: str) -> Iterable[tuple[str, str]]:
        """The schemes of the catalogue at an address; none where it is not known."""
        for each in self.published:
            if each.href == href:
                return _pairs(each)
        return (published_schemes(href) or {}).items()


@lru_cache(maxsize=64)
def _first(codes: Codes, catalogs: tuple[Catalog, ...]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for alias, uri in codes._declared(catalogs):
        found.setdefault(alias, uri)
    return MappingProxyType(found)


def _pairs(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    return tuple((scheme.alias, scheme.uri) for scheme in catalog.schemes)


def _appended(uri: str, code: str) -> str:
    """The address of a scheme with a code after it; an address has one fragment at most."""
    whole = uri + _NOT_IN_URI.sub(_encoded, code)
    start, sign, fragment = whole.partition("#")
    return start + sign + fragment.replace("#", "%23")


def _encoded(found: re.Match[str]) -> str:
    return quote(found[0], safe="", errors="surrogatepass")


# ------------------------------------------------------------------ whole articles
def resolved(article: Article, codes: Codes | None = None) -> Article:
    """The article with the address of every concept whose code resolves and that has none.

    Nothing else changes: a code that does not resolve stays as it is, and so does an address
    that was there.

    Args:
        article: the article.
        codes: what is known of catalogues; IPTC's alone where not given.
    """
    return _filled(article, codes or Codes(), ())


def _filled(model: T, codes: Codes, outer: tuple[Catalog, ...]) -> T:
    catalogs = _catalogs_of(model, outer)
    changes: dict[str, Any] = {}
    for name in _fields(type(model))[1]:
        value = getattr(model, name)
        new = _filled_value(value, codes, catalogs)
        if new is not value:
            changes[name] = new
    if isinstance(model, Concept) and model.qcode and model.uri is None:
        uri = codes.resolve(model.qcode, catalogs)
        changes |= {"uri": uri} if uri is not None else {}
    return changed(model, **changes) if changes else model


def _filled_value(value: Any, codes: Codes, catalogs: tuple[Catalog, ...]) -> Any:
    if isinstance(value, Model):
        return _filled(value, codes, catalogs)
    if not isinstance(value, tuple):
        return value
    parts = tuple([_filled_value(part, codes, catalogs) for part in value])
    return value if all(map(operator.is_, parts, value)) else parts


def _codes_in(model: Model, path: str, outer: tuple[Catalog, ...]) -> Iterator[Found]:
    """Every code at any depth."""
    catalogs = _catalogs_of(model, outer)
    held, others = _fields(type(model))
    for name in held:
        for code in _listed(name, getattr(model, name)):
            yield f"{path}.{name}", code, catalogs
    for name in others:
        value = getattr(model, name)
        if isinstance(value, Model):
            yield from _codes_in(value, f"{path}.{name}", catalogs)
        elif isinstance(value, tuple):
            for index, part in enumerate(value):
                if isinstance(part, Model):
                    yield from _codes_in(part, f"{path}.{name}[{index}]", catalogs)


def _listed(name: str, value: Any) -> list[str]:
    """The codes in a field; the model's own words and addresses are none."""
    if not isinstance(value, str) or not value:
        return []
    if name == "qcode":
        return [value]
    return [each for each in value.split() if QCODE.fullmatch(each) and "://" not in each]


def _catalogs_of(model: Model, outer: tuple[Catalog, ...]) -> tuple[Catalog, ...]:
    """The catalogues that count within an object."""
    if isinstance(model, Media | Translation) and model.item is not None:
        return _catalogs_of(model.item, outer)
    if isinstance(model, Header) and model.catalogs:
        return model.catalogs
    if not isinstance(model, Article):
        return outer
    if item_dialect(model) is not None:
        return model.catalogs
    return shown_catalogs(model.catalogs)


@per_class
def _fields(cls: type) -> tuple[list[str], list[str]]:
    """The fields of a class that hold codes, and the others that count."""
    names = [field.name for field in fields_of(cls) if field.eq]
    wanted = _CODES - {"role"} if issubclass(cls, Speaker) else _CODES
    wanted -= {name for name, kind in hints(cls).items() if Concept in get_args(kind)}
    return [n for n in names if n in wanted], [n for n in names if n not in wanted]


# ------------------------------------------------------------------ catalogues
def parse_catalog(data: str | bytes) -> Catalog:
    """The schemes of a catalogue that was downloaded, for `Codes.with_catalog`.

    Args:
        data: a document whose root is a `catalog` or a `catalogItem` of NewsML-G2.

    Raises:
        ParseError: it is not well-formed XML, declares entities, or is no catalogue.
    """
    root = parsed(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
    inner = root.find(f"{_N}catalogContainer/{_N}catalog")
    catalog = {f"{_N}catalog": root, f"{_N}catalogItem": inner}.get(str(root.tag))
    if catalog is None:
        reason = f"it is no catalogue of NewsML-G2 ({NAR}): its root is {str(root.tag)!r}"
        raise ParseError(FORMAT, reason, f"line {root.sourceline}")
    pairs = ((node.get("alias"), node.get("uri")) for node in catalog.iterchildren(f"{_N}scheme"))
    schemes = [Scheme(alias=_tidy(a), uri=_tidy(u)) for a, u in pairs if a and u]
    return Catalog(href=_tidy(catalog.get("url") or "") or None, schemes=tuple(schemes))


def _tidy(value: str) -> str:
    return writable(value).strip()
